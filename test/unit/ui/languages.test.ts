import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import english from '../../../app/translations/en.json';
import {
  formatAgo,
  formatDay,
  formatMoment,
  languageTag,
  listTexts,
  loadTexts,
  t,
  tCount,
} from '../../../src/ui/shell/texts';

const root = { lang: '', dir: '' };

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: root });
});

afterAll(() => {
  vi.unstubAllGlobals();
});

describe('the language of the panel', () => {
  it.each([
    ['en', 'en'],
    ['en_US', 'en-US'],
    ['pt_BR', 'pt-BR'],
    ['PT_br', 'pt-BR'],
    ['tw', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['zh_hans_cn', 'zh-Hans-CN'],
  ])('is for %s the tag %s', (locale, tag) => {
    expect(languageTag(locale)).toBe(tag);
  });

  it.each([
    '5',
    '',
    '-',
    'x',
    'constructor',
    '__proto__',
    'en us',
    'e'.repeat(100_000),
    '<b>',
    '\ud800',
    '..',
  ])('is English where Desk names %j', (locale) => {
    expect(languageTag(locale)).toBe('en');
  });

  it.each(['en_US', 'pt_BR', '5', '../en', 'constructor', 'ar_EG'])(
    'has all its words and forms where Desk names %s',
    async (locale) => {
      await loadTexts(locale, {});
      expect(t('refresh')).toBe(english.refresh);
      expect(tCount('contactsRead', 2)).not.toContain('contactsRead');
      for (const text of [formatDay(0), formatMoment(0), formatAgo(3), listTexts(['a', 'b'])])
        expect(text).not.toBe('');
      expect(root.dir).toBe(locale.startsWith('ar') ? 'rtl' : 'ltr');
    },
  );
});

describe('a value in a text', () => {
  beforeAll(() => loadTexts('en', english));

  it('turns nothing around it', () => {
    expect(t('decidedBy', { who: '\u202eNoor\u2066', when: 'today' })).toBe('Noor · today');
  });

  it('keeps the marks that belong to a word', () => {
    expect(t('quoted', { text: '\u200fנור\u200e' })).toContain('\u200fנור\u200e');
  });
});
