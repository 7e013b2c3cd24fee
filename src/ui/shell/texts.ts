import { signal } from '@preact/signals';
import type english from '../../../app/translations/en.json';

/** The texts of `app/translations/en.json`, by key; every other language has the same keys. */
export type Texts = Readonly<Record<keyof typeof english, string>>;

type WithoutForm<Key> = Key extends `${infer Stem}_other` ? Stem : never;

/** A text of its own. */
export type TextKey = keyof Texts;
/** A text in several plural forms: `<key>_one`, `<key>_other` and what else the language has. */
export type CountedKey = WithoutForm<keyof Texts>;

const files = import.meta.glob<Texts>('../../../app/translations/*.json', { import: 'default' });

/** Desk's own names for a few languages, where BCP 47 has others. */
const languageTags: Readonly<Record<string, string>> = { tw: 'zh-Hant', zh: 'zh-Hans' };

const current = signal<{ readonly texts: Partial<Texts>; readonly language: string }>({
  texts: {},
  language: 'en',
});

/**
 * Chooses the language. Desk hands the packed file of the agent's language to the widget; where it does not, the
 * file is loaded from the package, or the English one for a language that has none.
 */
export async function loadTexts(locale: string, given: Readonly<Record<string, string>>): Promise<void> {
  const language = languageTags[locale] ?? locale;
  const texts: Partial<Texts> = given.title
    ? given
    : ((await loadFile(locale)) ?? (await loadFile('en')) ?? {});
  current.value = { texts, language };
  document.documentElement.lang = language;
  document.documentElement.dir = /^(ar|he)\b/.test(language) ? 'rtl' : 'ltr';
}

async function loadFile(locale: string): Promise<Texts | undefined> {
  return files[`../../../app/translations/${locale}.json`]?.();
}

type Values = Readonly<Record<string, string | number>>;

/** The text for `key`, with `{name}` replaced by the values; numbers are written as the language does. */
export function t(key: TextKey, values: Values = {}): string {
  return fill(current.value.texts[key] ?? key, values);
}

/** The text for `key` in the plural form that `count` takes in this language. */
export function tCount(key: CountedKey, count: number, values: Values = {}): string {
  const { texts, language } = current.value;
  const forms: Readonly<Record<string, string | undefined>> = texts;
  const form = new Intl.PluralRules(language).select(count);
  return fill(forms[`${key}_${form}`] ?? forms[`${key}_other`] ?? key, { count, ...values });
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? value.toLocaleString(current.value.language) : (value ?? placeholder);
  });
}

/** A day, such as 3 Mar 2024, in the agent's own language and time zone. */
export function formatDay(instant: number): string {
  return new Intl.DateTimeFormat(current.value.language, { dateStyle: 'medium' }).format(instant);
}

/** A day with its time, where days alone could look the same. */
export function formatMoment(instant: number): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(current.value.language, style).format(instant);
}

/** Minutes in the past, such as 5 minutes ago. */
export function formatAgo(minutes: number): string {
  return new Intl.RelativeTimeFormat(current.value.language).format(-minutes, 'minute');
}

/** `a, b and c`, or with `disjunction`, `a, b or c`. */
export function listTexts(
  texts: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(current.value.language, { type }).format(texts);
}
