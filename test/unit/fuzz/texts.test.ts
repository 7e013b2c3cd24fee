import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import english from '../../../app/translations/en.json';
import { customFieldLabel } from '../../../src/duplicates/custom-field-label';
import { formatMoment, listTexts, loadTexts, t, tCount } from '../../../src/ui/shell/texts';
import { asOneLine } from '../../../src/ui/words/as-one-line';
import { megabytes, oddText } from './arbitraries';

const root = { lang: '', dir: '' };

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: root });
});

it('any locale and any texts of Desk give words', async () => {
  await fc.assert(
    fc.asyncProperty(
      oddText,
      fc.option(fc.dictionary(oddText, oddText)),
      oddText,
      async (locale, texts, value) => {
        await loadTexts(locale, texts ? { ...english, ...texts } : {});
        expect(root.lang).toBe(new Intl.Locale(root.lang).toString());
        for (const text of [
          t('quoted', { text: value }),
          tCount('found', 3),
          formatMoment(0),
          listTexts([value, 'b']),
        ])
          expect(text).toBeTypeOf('string');
      },
    ),
    { numRuns: 200 },
  );
});

it('a line stays a line, and keeps its letters', () => {
  fc.assert(
    fc.property(oddText, (text) => {
      const line = asOneLine(text);
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(line.match(/[\p{L}\p{N}]/gu)).toEqual(text.match(/[\p{L}\p{N}]/gu));
    }),
  );
});

it('any custom field has a label', () => {
  fc.assert(
    fc.property(oddText, (name) => {
      expect(customFieldLabel(name)).not.toBe('');
    }),
  );
});

it.each(megabytes.map((text) => [text]))('a megabyte of text is said in time: %#', (text) => {
  expect(customFieldLabel(text)).not.toBe('');
  expect(t('quoted', { text: asOneLine(text) })).toBeTypeOf('string');
});
