import { signal } from '@preact/signals';
import type englishTexts from '../../../app/translations/en.json';

/** The texts of `app/translations/en.json`, by key; every other language has the same keys. */
export type Texts = Readonly<Record<keyof typeof englishTexts, string>>;

type WithoutForm<Key> = Key extends `${infer Stem}_other` ? Stem : never;

/** A text of its own. */
export type TextKey = keyof Texts;
/** A text in several plural forms: `<key>_one`, `<key>_other` and what else the language has. */
export type CountedKey = WithoutForm<keyof Texts>;

const files = import.meta.glob<Texts>('../../../app/translations/*.json', { import: 'default' });

/** Desk's own names for a few languages, where BCP 47 has others. */
const languageTags = new Map([
  ['tw', 'zh-Hant'],
  ['zh', 'zh-Hans'],
]);

/** The file of a language, by its BCP 47 tag: `zh-HK` is written as in `tw`, and `pt-PT` shares the file of `pt`. */
export function fileOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return language === 'zh' && script === 'Hant' ? 'tw' : language;
}

/** The BCP 47 tag of a locale, which `Intl` takes: `pt-BR` for `pt_BR`, and English for what is none. */
export function languageTag(locale: string): string {
  try {
    return Intl.getCanonicalLocales(languageTags.get(locale) ?? locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

interface Language {
  readonly texts: Partial<Texts>;
  /** As in BCP 47, for `Intl`. */
  readonly tag: string;
  readonly isRtl: boolean;
}

/** The agent's language. */
const current = signal<Language>({ texts: {}, tag: 'en', isRtl: false });

/** For the keys that the language lacks; `null` until one is missed. */
const english = signal<Partial<Texts> | null>(null);

/**
 * Chooses the language. Desk hands the packed file of the agent's language to the widget; where it does not, the
 * file is loaded from the package, or the English one for a language that has none.
 */
export async function loadTexts(locale: string, given: Readonly<Record<string, string>>): Promise<void> {
  const asked = languageTag(locale);
  const texts: Partial<Texts> | undefined = Object.keys(given).length ? given : await loadFile(fileOf(asked));
  // Dates and lists in one language and words in another would be worse than English.
  const tag = texts ? asked : 'en';
  const isRtl = /^(ar|he)\b/.test(tag);
  current.value = { texts: texts ?? {}, tag: withLatinDigits(tag), isRtl };
  document.documentElement.lang = tag;
  document.documentElement.dir = isRtl ? 'rtl' : 'ltr';
  if (!texts?.title) await loadEnglish();
}

/** Zoho writes 0–9 in Arabic; engines differ. */
function withLatinDigits(tag: string): string {
  return /^ar\b/.test(tag) ? new Intl.Locale(tag, { numberingSystem: 'latn' }).toString() : tag;
}

/** `undefined` where there is no such file, or it does not load: its keys are better than an empty panel. */
async function loadFile(name: string): Promise<Texts | undefined> {
  return files[`../../../app/translations/${name}.json`]?.().catch(() => undefined);
}

let loadingEnglish: Promise<void> | null = null;

function loadEnglish(): Promise<void> {
  loadingEnglish ??= loadFile('en').then((texts) => {
    english.value = texts ?? {};
  });
  return loadingEnglish;
}

type Values = Readonly<Record<string, string | number>>;

/** The text for `key`, with `{name}` replaced by the values; numbers are written as the language does. */
export function t(key: TextKey, values: Values = {}): string {
  return fill(textOf(key), values);
}

/** The text for `key` in the plural form that `count` takes in this language. */
export function tCount(key: CountedKey, count: number, values: Values = {}): string {
  const form = textOf(`${key}_${pluralRules(current.value.tag).select(count)}`, `${key}_other`);
  return fill(form, { count, ...values });
}

/** The first of these keys that has a text. */
function textOf(...keys: readonly string[]): string {
  const sources: readonly Readonly<Record<string, string>>[] = [current.value.texts, english.value ?? {}];
  for (const texts of sources) {
    const key = keys.find((key) => Object.hasOwn(texts, key));
    if (key) return texts[key] ?? '';
  }
  if (english.value) return keys.at(-1) ?? '';
  void loadEnglish();
  return '';
}

type Joint = 'sentences' | 'facts' | 'reasons' | 'values';

/** Texts that stand beside each other, with what the language puts between them. */
export function join(joint: Joint, texts: readonly string[]): string {
  return texts.length ? texts.reduce((first, second) => both(joint, first, second)) : '';
}

/** What stands between two of them that are elements. */
export function between(joint: Joint): string {
  return both(joint, '', '');
}

/** Parts of one text: none of them is set apart from the others. */
function both(joint: Joint, first: string, second: string): string {
  return textOf(`joined_${joint}`)
    .replace('{first}', () => first)
    .replace('{second}', () => second);
}

/** The text without marks that would turn what stands around it; the pairs that `isolated` made stay. */
export function withoutStrayMarks(text: string): string {
  let open = 0;
  const closed = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, (mark) => {
    if (current.value.isRtl && mark === '\u2068') open++;
    else if (open && mark === '\u2069') open--;
    else return '';
    return mark;
  });
  return closed + '\u2069'.repeat(open);
}

/** A value of Desk, set apart where the page is written from right to left: it would move the words around it. */
export function isolated(value: string): string {
  const text = withoutStrayMarks(value);
  return current.value.isRtl && text ? `\u2068${text}\u2069` : text;
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return formatNumber(value);
    return value === undefined ? placeholder : isolated(value);
  });
}

/** Makes a formatter for a language once: making one takes longer than using it a hundred times. */
function oncePerLanguage<Formatter>(make: (tag: string) => Formatter): (tag: string) => Formatter {
  const made = new Map<string, Formatter>();
  return (tag) => {
    const formatter = made.get(tag) ?? make(tag);
    made.set(tag, formatter);
    return formatter;
  };
}

const pluralRules = oncePerLanguage((tag) => new Intl.PluralRules(tag));
const numberFormat = oncePerLanguage((tag) => new Intl.NumberFormat(tag));
const dayFormat = oncePerLanguage((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }));
const momentFormat = oncePerLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }),
);
const agoFormat = oncePerLanguage((tag) => new Intl.RelativeTimeFormat(tag));
const listFormat = oncePerLanguage((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

/** A number as the language writes it. */
export function formatNumber(value: number): string {
  return numberFormat(current.value.tag).format(value);
}

/** A day, such as 3 Mar 2024, in the agent's own language and time zone. */
export function formatDay(instant: number): string {
  return dayFormat(current.value.tag).format(instant);
}

/** A day with its time, where days alone could look the same. */
export function formatMoment(instant: number): string {
  return momentFormat(current.value.tag).format(instant);
}

/** Minutes in the past, such as 5 minutes ago. */
export function formatAgo(minutes: number): string {
  return agoFormat(current.value.tag).format(-minutes, 'minute');
}

/** `a, b and c`. */
export function listTexts(texts: readonly string[]): string {
  return listFormat(current.value.tag).format(texts.map(isolated));
}
