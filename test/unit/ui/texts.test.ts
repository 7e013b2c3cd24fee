import { beforeEach, expect, it, vi } from 'vitest';
import english from '../../../app/translations/en.json';

type Texts = typeof import('../../../src/ui/shell/texts');
let texts: Texts;

beforeEach(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  vi.resetModules(); // a page of its own, which has missed no key yet
  texts = await import('../../../src/ui/shell/texts');
});

it('says the texts that Desk hands over', async () => {
  await texts.loadTexts('de', { title: 'Doppelte Kontakte' });

  expect(texts.t('title')).toBe('Doppelte Kontakte');
});

it('fills a key that Desk handed over no text for with the bundled English', async () => {
  await texts.loadTexts('de', { title: 'Doppelte Kontakte' });

  expect(texts.t('refresh')).toBe('');
  await vi.waitFor(() => expect(texts.t('refresh')).toBe(english.refresh));
  expect(texts.t('title')).toBe('Doppelte Kontakte');
});

it('knows no text by the name of what every object has', async () => {
  await texts.loadTexts('de', { title: 'Doppelte Kontakte' });

  await vi.waitFor(() => expect(texts.t('valueOf', { field: 'Phone' })).toContain('(Phone)'));
});

it('fills a missing plural form in the same way', async () => {
  await texts.loadTexts('de', { title: 'Doppelte Kontakte' });

  await vi.waitFor(() => expect(texts.tCount('found', 2)).toBe(english.found_other.replace('{count}', '2')));
});

it('says the bundled English where Desk hands over nothing and the language has no file', async () => {
  await texts.loadTexts('xx', {});

  expect(texts.t('title')).toBe(english.title);
});

it('makes the formatter of a language once', async () => {
  const made = vi.fn();
  const { DateTimeFormat } = Intl;
  class CountedFormat extends DateTimeFormat {
    constructor(...options: ConstructorParameters<typeof DateTimeFormat>) {
      super(...options);
      made();
    }
  }
  vi.stubGlobal('Intl', { ...Intl, PluralRules: Intl.PluralRules, DateTimeFormat: CountedFormat });
  await texts.loadTexts('fr', { title: 'Doublons' });
  for (let day = 1; day < 20; day++) texts.formatDay(Date.UTC(2024, 2, day));

  expect(made).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
