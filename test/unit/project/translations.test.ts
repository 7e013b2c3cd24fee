// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code that is checked stands in quotes
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { translatorNotes } from '../../../.ci/translator-notes';
import { unusedNames, wordsInCode } from './check-sources';
import { formsOf, namesOf, problemsOf, type TextFile, untranslated } from './check-texts';
import { sameAsEnglish } from './same-as-english';

const languages = readdirSync('app/translations').map((file) => basename(file, '.json'));
const textsOf = (language: string): TextFile =>
  JSON.parse(readFileSync(`app/translations/${language}.json`, 'utf8'));
const english = textsOf('en');
const sources = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({
    file: `src/ui/${file.replaceAll('\\', '/')}`,
    code: readFileSync(`src/ui/${file}`, 'utf8'),
  }));

describe('the texts', () => {
  it.each(languages)('are complete and well formed in %s', (language) => {
    expect(problemsOf(language, textsOf(language), english)).toEqual([]);
  });

  it.each(languages.filter((language) => language !== 'en'))('are all translated in %s', (language) => {
    expect(untranslated(language, textsOf(language), english, sameAsEnglish)).toEqual([]);
  });

  it('are all shown somewhere', () => {
    expect(unusedNames(namesOf(english).keys(), sources)).toEqual([]);
  });

  it('are all explained to translators', () => {
    expect(Object.keys(translatorNotes).sort()).toEqual([...namesOf(english).keys()].sort());
  });

  it('are the only words of the interface', () => {
    expect(sources.flatMap(wordsInCode)).toEqual([]);
  });
});

describe('a file of texts is refused', () => {
  const model = {
    greet: 'Hello, {name}',
    found_one: '{count} contact by {name}',
    found_other: '{count} contacts by {name}',
  };
  const german = {
    greet: 'Guten Tag: {name}',
    found_one: '{count} Kontakt ({name})',
    found_other: '{count} Kontakte ({name})',
  };
  const problems = (language: string, texts: TextFile) => problemsOf(language, texts, model);

  it('only where something is wrong', () => {
    expect(problems('de', german)).toEqual([]);
    expect(problems('en', model)).toEqual([]);
  });

  it.each<[what: string, changed: TextFile, problem: string]>([
    ['a text of nobody', { bye: 'Tschüs' }, 'bye: no text and no plural form of this language has this key'],
    [
      'a plural form of another language',
      { found_few: '{count} {name}' },
      'found_few: no text and no plural form of this language has this key',
    ],
    ['a text without its placeholder', { greet: 'Guten Tag' }, 'greet: lacks {name}'],
    ['a form without its number', { found_one: 'Ein Kontakt ({name})' }, 'found_one: lacks {count}'],
    ['a placeholder of its own', { greet: '{name} {title}' }, 'greet: has {title}, which nothing fills'],
    ['a placeholder twice', { greet: '{name} {name}' }, 'greet: has {name} twice'],
    ['half a placeholder', { greet: '{name} {' }, 'greet: has a brace that begins or ends no placeholder'],
    [
      'typewriter quotes',
      { greet: '"{name}"' },
      'greet: has ", which is none of its quotes and apostrophes „“‚‘’',
    ],
    [
      'quotes of another language',
      { greet: '「{name}“' },
      'greet: has 「, which is none of its quotes and apostrophes „“‚‘’',
    ],
    ['an empty text', { greet: '' }, 'greet: is empty'],
    ['a space at the end', { greet: '{name}: ' }, 'greet: begins or ends with a space'],
    ['a number', { greet: '{name} 5' }, 'greet: has a number in it: numbers come in by placeholder'],
    ['a mark that turns text around', { greet: '\u202e{name}' }, 'greet: has a mark that turns text around'],
  ])('for %s', (_, changed, problem) => {
    expect(problems('de', { ...german, ...changed })).toContain(`de, ${problem}`);
  });

  it('for a text or a form that is missing', () => {
    expect(problems('de', { found_one: '{count} ({name})' })).toEqual([
      'de, greet: missing',
      'de, found_other: missing',
    ]);
  });

  it('for every plural form of its language that is missing', () => {
    expect(formsOf('ar')).toHaveLength(6);
    expect(problems('ar', { greet: '{name}', found_other: '{count} {name}' })).toHaveLength(5);
  });

  it('in English for British spelling', () => {
    expect(problems('en', { ...model, greet: 'Centre of {name}' })).toEqual([
      'en, greet: is not written as Desk does',
    ]);
  });

  it('for texts that are still English', () => {
    const same = [{ texts: ['greet'], in: ['nl'], why: 'a test' }];
    expect(untranslated('de', { ...german, greet: model.greet }, model, same)).toEqual([
      'de, greet: is still English: Hello, {name}',
    ]);
    expect(untranslated('nl', { greet: model.greet }, model, same)).toEqual([]);
    expect(untranslated('de', { dots: '{a} · {b}' }, { dots: '{a} · {b}' }, [])).toEqual([]);
  });
});

describe('a form that means one number', () => {
  const model = { found_one: '{count} contact', found_other: '{count} contacts' };
  const forms = (language: string, texts: Readonly<Record<string, string>>) =>
    problemsOf(
      language,
      Object.fromEntries(formsOf(language).map((form) => [`found_${form}`, texts[form] ?? '{count} x'])),
      model,
    );

  it('may leave it out', () => {
    expect(forms('ar', { zero: 'لا أحد', one: 'واحد', two: 'اثنان' })).toEqual([]);
    expect(forms('he', { one: 'אחד', two: 'שניים' })).toEqual([]);
    expect(forms('pl', { one: 'jeden' })).toEqual([]);
  });

  it('says it where it can mean others', () => {
    expect(forms('ru', { one: 'один' })).toEqual(['ru, found_one: lacks {count}']);
    expect(forms('ar', { few: 'قليل' })).toEqual(['ar, found_few: lacks {count}']);
  });

  it.each(['es', 'it', 'fr', 'pt'])('for millions may be missing or there in %s', (language) => {
    expect(formsOf(language)).toEqual(['one', 'other']);
    expect(forms(language, {})).toEqual([]);
    const all = { found_one: '{count} x', found_many: '{count} y', found_other: '{count} y' };
    expect(problemsOf(language, all, model)).toEqual([]);
  });
});

describe('a source', () => {
  const source = (code: string) => ({ file: 'a.tsx', code });

  it.each([
    ['a key in full', "t('greet')"],
    ['a choice of keys', "t(isNew ? 'greet' : 'bye')"],
    ['a part of a key', '`${x}`; tCount(`gr${kind}t`, 2)'],
  ])('uses a text by %s', (_, code) => {
    expect(unusedNames(['greet', 'other'], [source(code)])).toEqual(['other']);
  });

  it.each(["say('greet')", "const kind = 'greet'", "t(kind === 'greet' ? 'a' : 'b')", 't(`${kind}eet`)'])(
    'uses no text by its name alone: %s',
    (code) => {
      expect(unusedNames(['greet'], [source(code)])).toEqual(['greet']);
    },
  );

  it.each([
    '<p>Hello</p>',
    '<p>{isNew && "Hello"}</p>',
    '<p>{isNew ? t("a") : `Hello ${name}`}</p>',
    '<p title="Hello" />',
    '<button aria-label={"Hello"} />',
    '<input placeholder={isNew ? "Hello" : ""} />',
    '<Field label="Hello" />',
    'const text = `${t("a")} ${t("b")}`',
    'const text = names.join(", ")',
  ])('has words of its own: %s', (code) => {
    expect(wordsInCode(source(code))).toHaveLength(1);
  });

  it.each([
    '<p>{t("a")} · </p>',
    '<p class="soft" role="status" id={`${id}-help`}>{" "}</p>',
    '<select value={choice ? key : "none"} aria-label={t("a")} />',
    'const key = `decide ${id}`',
    'const path = parts.join("/n".slice(2))',
    't(`reason_${kind}`)',
  ])('has none: %s', (code) => {
    expect(wordsInCode(source(code))).toEqual([]);
  });
});
