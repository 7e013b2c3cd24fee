import { fold, insideWords } from '../words';
import { lostLetter } from './repair-text';

/** A word of a name, as written and as it is compared. */
export interface NameWord {
  readonly written: string;
  /** Without case, accents and apostrophes: `José` is `jose`, `Müller` is `muller`. */
  readonly plain: string;
  /** The same with the digraph for each letter that has one: `Müller` is `mueller`. */
  readonly digraph: string;
  /** Equal for spellings that sound alike in most languages: `Smith` and `Smyth`, `Philip` and `Filip`. */
  readonly sound: () => string;
  readonly script: Script;
}

export type Script = (typeof scripts)[number];

const scripts = [
  ...(['Latin', 'Cyrillic', 'Greek', 'Han', 'Hangul', 'Katakana', 'Hiragana', 'Arabic', 'Hebrew'] as const),
  ...(['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada'] as const),
  ...(['Malayalam', 'Thai', 'Georgian', 'Armenian'] as const),
  'Other',
] as const;

const scriptTests = scripts
  .slice(0, -1)
  .map((name) => ({ name, test: new RegExp(`\\p{Script=${name}}`, 'u') }));

/** The digraphs that stand for a letter where a keyboard lacks it: German, the Nordic languages, Spanish. */
const digraphs: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  ñ: 'ny',
  ð: 'dh',
};

/**
 * Spellings of one sound, in the order they are applied, for Latin letters: the digraphs in which romanizations differ,
 * lengths of vowels and consonants, and digits that a scanner reads for letters. No vowel becomes another.
 */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/1/g, 'l'],
  [/5/g, 's'],
  // Abdul Rahman, Abd al-Rahman, Abdurrahman, Abdelrahman
  [/^abd[aeiu]?l?(?:r(?=r))?(?=[b-df-hj-np-tv-z][a-z]{2}|all)/, 'abd'],
  [/que$/, 'k'],
  [/q(?:u(?=[aeio]))?|ck|c(?=[aouklrt]|$)/g, 'k'],
  [/([aou])e/g, '$1'],
  [/ee/g, 'i'],
  [/oo|ou/g, 'u'],
  [/tsch|tch|cz/g, 'ch'],
  [/sch|sz/g, 'sh'],
  [/ph/g, 'f'],
  [/kh|gh/g, 'h'],
  [/th|dt/g, 't'],
  [/dh/g, 'd'],
  [/bh/g, 'b'],
  [/x|ksh/g, 'ks'],
  [/tz/g, 'ts'],
  [/w/g, 'v'],
  [/(?<!^)j|y/g, 'i'],
  [/ie$/, 'i'],
  [/ai/g, 'ei'],
  [/(?<=[aeiou])h(?![aeiou])/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The word of a name as it is compared; `text` holds no blanks. */
export function nameWord(text: string): NameWord {
  const written = text.normalize('NFC');
  const lower = written.replace(insideWords, '').toLowerCase();
  const spelled = lower.replace(/[äöüåøñð]/g, (letter) => digraphs[letter] ?? letter);
  const plain = fold(lower);
  const script = scriptOf(plain);
  return {
    written,
    plain,
    digraph: spelled === lower ? plain : fold(spelled),
    sound: soundOnce(plain, script),
    script,
  };
}

/** The script of the first letter whose script is known. */
export function scriptOf(plain: string): Script {
  return scriptTests.find(({ test }) => test.test(plain))?.name ?? 'Other';
}

/** Of two words that stood apart, one. */
export function joinWords(words: readonly NameWord[]): NameWord {
  const [first] = words;
  if (words.length === 1 && first) return first;
  const plain = words.map((word) => word.plain).join('');
  return {
    written: words.map((word) => word.written).join(' '),
    plain,
    digraph: words.map((word) => word.digraph).join(''),
    sound: soundOnce(plain, first?.script ?? 'Other'),
    script: first?.script ?? 'Other',
  };
}

/** Most words are never compared by sound, and taking it is slow. */
function soundOnce(plain: string, script: Script): () => string {
  let sound: string | null = script === 'Latin' ? null : plain;
  return () => {
    sound ??= soundOf(plain);
    return sound;
  };
}

/** See `NameWord.sound`; for words in Latin letters. */
export function soundOf(plain: string): string {
  return sounds.reduce((text, [from, to]) => text.replace(from, to), plain);
}

/** Whether the word is an initial, or a letter that stands alone. */
export function isInitial(word: NameWord): boolean {
  return word.script !== 'Han' && word.script !== 'Hangul' && [...word.plain].length === 1;
}

export function hasLostLetter(word: NameWord): boolean {
  return word.plain.includes(lostLetter);
}
