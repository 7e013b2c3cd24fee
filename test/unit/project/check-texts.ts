import type { TextName } from '../../../.ci/translator-notes';

/** A file of texts, by key. */
export type TextFile = Readonly<Record<string, string>>;

/** Desk's own codes of languages, where BCP 47 has others. */
const tags: Readonly<Record<string, string>> = { zh: 'zh-Hans', tw: 'zh-Hant' };

/** Millions only: `other` serves for these as well. */
const languagesWithoutMany = ['es', 'fr', 'it', 'pt'];

/** Forms that mean exactly one number, and so may leave it out. */
const formsOfOneNumber: Readonly<Record<string, readonly string[]>> = {
  ar: ['zero', 'one', 'two'],
  he: ['one', 'two'],
  pl: ['one'],
};

/** The quotes and apostrophes of a language; typewriter marks are nobody's. */
const quotesOf: Readonly<Record<string, string>> = {
  en: '“”‘’',
  ja: '「」『』',
  zh: '“”‘’',
  tw: '「」『』',
  es: '«»“”’',
  de: '„“‚‘’',
  fr: '«»’',
  tr: '“”‘’',
  ru: '«»„“',
  pt: '“”‘’',
  it: '«»“”’',
  nl: '“”‘’',
  da: '»«”’',
  pl: '„”«»’',
  sv: '”’',
  id: '“”‘’',
  hi: '“”‘’',
  ro: '„”«»’',
  ta: '“”‘’',
  te: '“”‘’',
  he: '״׳„”’',
  ar: '«»“”',
};

const anyQuote = /["'`´“”„‟‘’‚‛«»「」『』〝〞״׳]/gu;

/** Not American, or against the rules of the English texts. */
export const notAmerican = /authoris|colour|centre|recognis|\be-mail/i;

const formEnding = /_(zero|one|two|few|many|other)$/;

export function formsOf(language: string): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(tags[language] ?? language).resolvedOptions();
  return pluralCategories.filter((form) => form !== 'many' || !languagesWithoutMany.includes(language));
}

/** The names of the texts, without the endings of plural forms; `true` for those that are counted. */
export function namesOf(english: TextFile): ReadonlyMap<string, boolean> {
  return new Map(
    Object.keys(english)
      .filter((key) => !key.endsWith('_one') || !Object.hasOwn(english, key.replace(formEnding, '_other')))
      .map((key) => [key.replace(/_other$/, ''), key.endsWith('_other')]),
  );
}

/** What is wrong with the texts of a language, each with its key. */
export function problemsOf(language: string, texts: TextFile, english: TextFile): string[] {
  const names = namesOf(english);
  const expected = [...names].flatMap(([name, isCounted]) =>
    isCounted ? formsOf(language).map((form) => `${name}_${form}`) : [name],
  );
  const isOptional = (key: string) => languagesWithoutMany.includes(language) && key.endsWith('_many');
  const missing = expected.filter((key) => !Object.hasOwn(texts, key)).map((key) => `${key}: missing`);
  const extra = Object.keys(texts)
    .filter((key) => !expected.includes(key) && !isExtraForm(key, names, isOptional))
    .map((key) => `${key}: no text and no plural form of this language has this key`);
  const wrong = Object.entries(texts).flatMap(([key, text]) => {
    const model = english[key] ?? english[key.replace(formEnding, '_other')];
    if (model === undefined) return [];
    const isCounted = names.get(key.replace(formEnding, '')) === true;
    const form = isCounted ? (formEnding.exec(key)?.[1] ?? '') : '';
    return [...placeholderProblems(language, text, model, form), ...wordProblems(language, text)].map(
      (problem) => `${key}: ${problem}`,
    );
  });
  return [...missing, ...extra, ...wrong].map((problem) => `${language}, ${problem}`);
}

function isExtraForm(
  key: string,
  names: ReadonlyMap<string, boolean>,
  isOptional: (key: string) => boolean,
): boolean {
  return isOptional(key) && names.get(key.replace(formEnding, '')) === true;
}

function placeholderProblems(language: string, text: string, model: string, form: string): string[] {
  const mayLeaveOutCount = formsOfOneNumber[language]?.includes(form) ?? false;
  const own = placeholdersIn(text);
  const due = placeholdersIn(model);
  return [
    ...due
      .filter((one) => !own.includes(one) && !(one === '{count}' && mayLeaveOutCount))
      .map((one) => `lacks ${one}`),
    ...own.filter((one) => !due.includes(one)).map((one) => `has ${one}, which nothing fills`),
    ...[...new Set(own)]
      .filter((one) => own.indexOf(one) !== own.lastIndexOf(one))
      .map((one) => `has ${one} twice`),
    ...(/[{}]/.test(text.replace(/\{\w+\}/g, '')) ? ['has a brace that begins or ends no placeholder'] : []),
  ];
}

function placeholdersIn(text: string): string[] {
  return text.match(/\{\w+\}/g) ?? [];
}

function wordProblems(language: string, text: string): string[] {
  const words = text.replace(/\{\w+\}/g, '');
  const own = quotesOf[language] ?? '';
  const foreign = [...new Set(words.match(anyQuote) ?? [])].filter((mark) => !own.includes(mark));
  return [
    ...foreign.map((mark) => `has ${mark}, which is none of its quotes and apostrophes ${own}`),
    ...(text === '' ? ['is empty'] : []),
    ...(/^\s|\s$/u.test(text) ? ['begins or ends with a space'] : []),
    ...(/\p{Nd}/u.test(words) ? ['has a number in it: numbers come in by placeholder'] : []),
    ...(/[\u202a-\u202e\u2066-\u2069]/.test(text) ? ['has a mark that turns text around'] : []),
    ...(language === 'en' && notAmerican.test(words) ? ['is not written as Desk does'] : []),
  ];
}

/** Texts that may be the same as in English: in which languages, and why. */
export interface SameAsEnglish<Name extends string = TextName> {
  readonly texts: readonly Name[];
  readonly in: 'all' | readonly string[];
  readonly why: string;
}

/** Texts that are still English though nothing says why they may be. */
export function untranslated(
  language: string,
  texts: TextFile,
  english: TextFile,
  same: readonly SameAsEnglish<string>[],
): string[] {
  const allowed = same.filter(({ in: languages }) => languages === 'all' || languages.includes(language));
  const names = new Set(allowed.flatMap((one) => one.texts));
  return Object.entries(texts)
    .filter(([key, text]) => {
      const model = english[key] ?? english[key.replace(formEnding, '_other')];
      const isAllowed = names.has(key) || names.has(key.replace(formEnding, ''));
      return text === model && hasWords(text) && !isAllowed;
    })
    .map(([key, text]) => `${language}, ${key}: is still English: ${text}`);
}

/** Whether there is anything to translate beside placeholders and punctuation. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));
}
