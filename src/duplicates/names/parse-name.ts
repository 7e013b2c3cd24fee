import { mailboxOf } from '../emails';
import { fold, insideWords } from '../words';
import type { NameCulture } from './compare-words';
import { joinWords, type NameWord, nameWord } from './name-word';
import {
  ambiguousDegrees,
  chineseSurnames,
  degrees,
  formerNameMarkers,
  generationNumbers,
  koreanSurnames,
  organizationWords,
  placeholders,
  surnameParticles,
  titles,
  trailingHonorifics,
  vietnameseSurnames,
} from './parts-of-names';
import { repairText } from './repair-text';

/** A contact's name as its fields hold it, and the address, which shows whether the name was made of the mailbox. */
export interface NameFields {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email?: string | null;
}

/** A name taken apart once, to be compared with many. */
export type ParsedName =
  /** Nothing that names a person: blank, an address, digits, emoji, one letter, or more than a name can be. */
  { readonly kind: 'none' } | { readonly kind: 'organization'; readonly text: string } | PersonName;

export interface PersonName {
  readonly kind: 'person';
  /** The ways to read it, the likeliest first: other ones have family and given names in another place. */
  readonly readings: readonly [NameReading, ...NameReading[]];
  /** Names in brackets or quotes, and former surnames: they may match, and need not. */
  readonly aliases: readonly NameWord[];
  readonly generation: { readonly word: string; readonly number: number } | null;
  /** `mailbox`: the name is that part of the contact's own address. */
  readonly origin: 'fields' | 'mailbox';
  /** Whether the name is a single word, which may be a given name, a surname, or neither. */
  readonly isSingleWord: boolean;
  readonly culture: NameCulture;
  /** The text without blanks around it. */
  readonly text: string;
}

export interface NameReading {
  readonly given: readonly NameWord[];
  readonly family: readonly NameWord[];
  /** `swapped`: against what the fields, or a comma, state, so that it has to fit well. */
  readonly origin: 'stated' | 'guessed' | 'swapped';
}

/** Longer than Desk's fields for a name (80 each); the rest of such a text is no name. */
const longestField = 160;
const mostWords = 8;

export function parseName(name: NameFields): ParsedName {
  const [first, last] = [name.firstName, name.lastName].map((field) => fieldText(field ?? ''));
  const text = [first, last].filter(Boolean).join(' ');
  if (!isPersonal(text)) return { kind: 'none' };
  const mailbox = mailboxOf(name.email ?? '');
  const isOfMailbox =
    !/\s/.test(text) && mailbox !== '' && lettersAndDigits(text) === lettersAndDigits(mailbox);
  const parts = splitFields(first ?? '', last ?? '');
  const words = [...parts.given, ...parts.family];
  if (!words.length || words.every((word) => word.plain.length < 2 && word.script !== 'Han'))
    return { kind: 'none' };
  if (words.every((word) => placeholders.has(word.plain))) return { kind: 'none' };
  if (words.some((word) => organizationWords.has(word.plain)))
    return { kind: 'organization', text: lettersAndDigits(text) };
  const telling = words.filter((word) => !surnameParticles.has(word.plain));
  return {
    kind: 'person',
    readings: readingsOf(parts),
    aliases: parts.aliases,
    generation: parts.generation,
    origin: isOfMailbox ? 'mailbox' : 'fields',
    isSingleWord: telling.length < 2 && !telling.some(isUnspacedName),
    culture: cultureOf(words),
    text,
  };
}

function fieldText(field: string): string {
  const text = repairText(field.slice(0, longestField).normalize('NFC')).normalize('NFC').trim();
  // An address, or a link: what a mail program puts there for want of a name.
  return /^[<"']?\S+@\S+$|^https?:/.test(text) ? '' : text.replace(/<[^>]*@[^>]*>/g, '').trim();
}

function isPersonal(text: string): boolean {
  return /\p{L}/u.test(text) && (text.match(/\p{Nd}/gu)?.length ?? 0) < 7;
}

/** Letters and digits alone, without case and accents. */
export function lettersAndDigits(text: string): string {
  return fold(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

interface Parts {
  readonly given: readonly NameWord[];
  readonly family: readonly NameWord[];
  readonly aliases: readonly NameWord[];
  readonly generation: PersonName['generation'];
  /** Whether the fields, or a comma, state which is which. */
  readonly isStructured: boolean;
}

/** Reads the two fields, and splits them where a comma marks the surname (`Berg, Jan`). */
function splitFields(first: string, last: string): Parts {
  const extras: Extras = { aliases: [], generation: null };
  const [given = [], ...afterGiven] = readField(first, extras, last !== '');
  const [family = [], ...afterFamily] = readField(last, extras, false);
  if (given.length && family.length) {
    const more = { given: [...given, ...afterGiven.flat()], family: [...family, ...afterFamily.flat()] };
    return { ...more, ...extras, isStructured: true };
  }
  const [alone, after] = given.length ? [given, afterGiven.flat()] : [family, afterFamily.flat()];
  if (after.length) return { given: after, family: alone, ...extras, isStructured: true };
  return given.length
    ? { given, family: [], ...extras, isStructured: false }
    : { given: [], family: alone, ...extras, isStructured: false };
}

/** What a field holds beside the name itself. */
interface Extras {
  aliases: NameWord[];
  generation: PersonName['generation'];
}

/** The words of a field, by the commas in it. `mayBeTitle`: a title alone, since another field holds a name. */
function readField(field: string, extras: Extras, mayBeTitle: boolean): NameWord[][] {
  const outside = field.replace(/[("“„«[（]([^)"”“»\]）]{2,40})[)"”“»\]）]/gu, (_, inside: string) => {
    extras.aliases.push(
      ...tokens(inside).filter((word) => !isTitleOrSuffix(word) && !formerNameMarkers.has(word.plain)),
    );
    return ' ';
  });
  return outside
    .split(/[,،、，]/)
    .map((part, index) => {
      const words = tokens(part);
      const isTitle = mayBeTitle && words.every((word) => titles.has(word.plain));
      if (isTitle || (index > 0 && takeSuffixes(words, extras))) return [];
      return withoutFormerNames(withoutTitles(words, extras), extras);
    })
    .filter((part) => part.length > 0);
}

/** What parts words: all but their letters and what may stand inside them. */
const betweenWords = new RegExp(`(?:(?!${insideWords.source})[^\\p{L}\\p{M}\\p{N}])+`, 'u');

function tokens(text: string): NameWord[] {
  return text
    .split(betweenWords)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .slice(0, mostWords)
    .flatMap(splitInitials)
    .map((part) => nameWord(part.replace(/(?<=\p{L}{2})\d+$/u, '').replace(trailingHonorifics, '')))
    .filter((word) => word.plain !== '')
    .reduce(joinServant, []);
}

/** `Abd al-Rahman`, the servant of the Merciful, is one name, be it written as one word, two or three. */
function joinServant(words: NameWord[], word: NameWord): NameWord[] {
  const before = words.at(-1);
  if (!before || !/^(?:abd[aeu]?[lr]?|عبد)(?: (?:al|el|ul|ar|er|ur))?$/.test(fold(before.written)))
    return [...words, word];
  return [...words.slice(0, -1), joinWords([before, word])];
}

/** `JP Morgan`: two capitals without a vowel. */
function splitInitials(part: string): string[] {
  const lower = part.toLowerCase();
  const isWord = titles.has(lower) || degrees.has(lower) || lower in generationNumbers || lower === 'ng';
  return /^[B-DF-HJ-NP-TV-XZ]{2}$/.test(part) && !isWord ? [...part] : [part];
}

/** Whether nothing but titles, degrees and generations stands behind the comma. */
function takeSuffixes(words: readonly NameWord[], extras: Extras): boolean {
  if (!words.every((word) => isTitleOrSuffix(word) || ambiguousDegrees.has(word.plain))) return false;
  for (const word of words) noteGeneration(word, extras);
  return true;
}

/** Takes titles off the beginning and degrees and generations off the end, unless nothing would be left. */
function withoutTitles(words: readonly NameWord[], extras: Extras): NameWord[] {
  let [start, end] = [0, words.length];
  while (start < end - 1 && titles.has(words[start]?.plain ?? '')) start++;
  for (let last = words[end - 1]; last && end - start > 1; last = words[end - 1]) {
    if (!noteGeneration(last, extras) && !degrees.has(last.plain)) break;
    end--;
  }
  return words.slice(start, end);
}

function isTitleOrSuffix({ plain }: NameWord): boolean {
  return titles.has(plain) || degrees.has(plain) || Object.hasOwn(generationNumbers, plain);
}

function noteGeneration({ plain, written }: NameWord, extras: Extras): boolean {
  const number = Object.hasOwn(generationNumbers, plain) ? generationNumbers[plain] : undefined;
  if (number === undefined) return false;
  extras.generation ??= { word: written, number };
  return true;
}

/** `Anna Berg née Lind`: the former name may match as well. */
function withoutFormerNames(words: readonly NameWord[], extras: Extras): NameWord[] {
  const former = words.findIndex((word, index) => index > 0 && formerNameMarkers.has(word.plain));
  if (former < 0) return [...words];
  extras.aliases.push(...words.slice(former + 1));
  return words.slice(0, former);
}

function readingsOf({ given, family, isStructured }: Parts): PersonName['readings'] {
  const words = [...given, ...family];
  if (isStructured || words.length < 2) {
    const isSwapped = given.length === 1 && isSyllableSurname(given[0]) && !family.some(isSyllableSurname);
    const [first, last] = isSwapped && cultureOf(words) !== 'other' ? [family, given] : [given, family];
    return [
      { given: first, family: last, origin: 'stated' },
      { given: last, family: first, origin: 'swapped' },
    ];
  }
  const start = familyStart(words);
  const familyLast = { given: words.slice(0, start), family: words.slice(start), origin: 'guessed' } as const;
  const familyFirst = { given: words.slice(1), family: words.slice(0, 1), origin: 'guessed' } as const;
  const familyAlone = { given: [], family: words, origin: 'guessed' } as const;
  return isFamilyFirst(words)
    ? [familyFirst, familyLast, familyAlone]
    : [familyLast, familyFirst, familyAlone];
}

/** Where the surname begins if it stands last: with its particles, as in `Vincent van den Berg`. */
function familyStart(words: readonly NameWord[]): number {
  let start = words.length - 1;
  while (
    start > 1 &&
    surnameParticles.has(words[start - 1]?.plain ?? '') &&
    (words[start - 1]?.plain.length ?? 0) > 1
  )
    start--;
  return start;
}

function isFamilyFirst(words: readonly NameWord[]): boolean {
  const [first, second] = words;
  if (!first || !second) return false;
  if (first.script === 'Han' || first.script === 'Hangul') return true;
  const last = words.at(-1) ?? second;
  return (
    (isSyllableSurname(first) && !isSyllableSurname(last)) || (words.length > 1 && last.plain.length === 1)
  );
}

const pinyin =
  '(?:(?:zh|ch|sh|hs|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|ien|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v))';
const korean =
  '(?:(?:kk|ch|sh|[gkndtrlmbpsjhyw])?(?:yeo|yae|yoo|wae|woo|ae|eo|eu|ee|oe|oo|ou|ui|wa|wi|wo|ya|ye|yo|yu|a|e|i|o|u)(?:ng|[nmlkptbg])?)';
const vietnamese =
  '(?:(?:ngh|ng|nh|th|tr|ch|kh|gh|gi|ph|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?)';

/** The first that fits; Chinese before Korean, since it lets fewer spellings pass for one. */
const syllableCultures = [
  { culture: 'vietnamese', surnames: vietnameseSurnames, syllables: new RegExp(`^${vietnamese}$`) },
  { culture: 'chinese', surnames: chineseSurnames, syllables: new RegExp(`^${pinyin}{1,2}$`) },
  { culture: 'korean', surnames: koreanSurnames, syllables: new RegExp(`^${korean}{1,2}$`) },
] as const;

/** By a surname of these countries, and nothing but syllables of their languages beside it. */
function cultureOf(words: readonly NameWord[]): NameCulture {
  const found = syllableCultures.find(({ surnames, syllables }) => {
    const surname = words.find((word) => surnames.has(word.plain));
    const rest = words.filter((word) => word !== surname);
    return surname && rest.length > 0 && rest.every((word) => syllables.test(word.plain));
  });
  return found?.culture ?? 'other';
}

function isSyllableSurname(word: NameWord | undefined): boolean {
  return word !== undefined && syllableCultures.some(({ surnames }) => surnames.has(word.plain));
}

/** Han, kana and Hangul write a whole name without a blank. */
export function isUnspacedName(word: NameWord): boolean {
  return ['Han', 'Hangul', 'Katakana', 'Hiragana'].includes(word.script) && [...word.plain].length > 1;
}
