import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import english from '../../../app/translations/en.json';
import brazilian from '../../../app/translations/pt.json';
import {
  fileOf,
  formatAgo,
  formatDay,
  formatMoment,
  languageTag,
  listTexts,
  loadTexts,
  t,
  tCount,
  withoutStrayMarks,
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

  it.each([
    ['en', 'en'],
    ['de', 'de'],
    ['pt-PT', 'pt'],
    ['zh-Hans', 'zh'],
    ['zh-SG', 'zh'],
    ['zh-TW', 'tw'],
    ['zh-HK', 'tw'],
    ['zh-Hant', 'tw'],
    ['he', 'he'],
  ])('for the tag %s is in the file %s', (tag, file) => {
    expect(fileOf(tag)).toBe(file);
  });

  it.each([
    ['iw', 'he'],
    ['in', 'id'],
    ['iw_IL', 'he'],
    ['zh_TW', 'tw'],
    ['tw', 'tw'],
    ['zh', 'zh'],
  ])('is for %s in the file %s', (locale, file) => {
    expect(fileOf(languageTag(locale))).toBe(file);
  });

  it('is English in every way where there is no file for it', async () => {
    await loadTexts('nb', {});
    expect(t('refresh')).toBe(english.refresh);
    expect(root).toEqual({ lang: 'en', dir: 'ltr' });
    expect(listTexts(['a', 'b'])).toBe('a and b');
  });

  it.each([
    ['en_US', english.refresh],
    ['pt_BR', brazilian.refresh],
    ['5', english.refresh],
    ['../en', english.refresh],
    ['constructor', english.refresh],
  ])('has all its words and forms where Desk names %s', async (locale, refresh) => {
    await loadTexts(locale, {});
    expect(t('refresh')).toBe(refresh);
    expect(tCount('contactsRead', 2)).not.toContain('contactsRead');
    for (const text of [formatDay(0), formatMoment(0), formatAgo(3), listTexts(['a', 'b'])])
      expect(text).not.toBe('');
    expect(root.dir).toBe('ltr');
  });
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

describe('a page that is written from right to left', () => {
  beforeAll(() => loadTexts('ar', english));

  it('is told so', () => {
    expect(root).toEqual({ lang: 'ar', dir: 'rtl' });
  });

  it('sets every value apart, so that it moves nothing around it', () => {
    expect(t('decidedBy', { who: 'Noor', when: 'today' })).toBe('\u2068Noor\u2069 · \u2068today\u2069');
  });

  it('sets the parts of a list apart, and the list within its text', () => {
    expect(t('aboutLetters', { letters: listTexts(['A', 'B']) })).toMatch(
      /^Contacts: \u2068\u2068A\u2069.+\u2068B\u2069\u2069\.$/,
    );
  });

  it.each([
    ['\u2068Noor', '\u2068Noor\u2069'],
    ['Noor\u2069', 'Noor'],
    ['\u2069Noor\u2068', 'Noor\u2068\u2069'],
    ['\u202eNoor\u2066', 'Noor'],
  ])('lets no value out of where it is set apart: %j', (value, expected) => {
    expect(t('decidedBy', { who: value, when: '' })).toBe(`\u2068${expected}\u2069 · `);
  });

  it('keeps values apart in a line that is copied', () => {
    const line = t('decidedBy', { who: 'Noor', when: 'today' });
    expect(withoutStrayMarks(line)).toBe(line);
  });

  it('has the digits 0 to 9', () => {
    expect(tCount('found', 1234)).toMatch(/^[\d.,\u066c]+ /);
    expect(formatDay(0)).toMatch(/1970/);
  });
});
