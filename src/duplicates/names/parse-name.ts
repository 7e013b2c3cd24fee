import { mailboxOf } from '../emails';
import { fold, insideWords } from '../words';
import type { NameKind } from './compare-words';
import { joinWords, type NameWord, nameWord } from './name-word';
import {
  chineseSurnames,
  degrees,
  formerly,
  generations,
  honorifics,
  koreanSurnames,
  organizations,
  particles,
  placeholders,
  shortDegrees,
  titles,
  vietnameseSurnames,
} from './parts-of-names';
import { repairText } from './repair-text';

/** A contact's name as its fields hold it, with the address that tells whether the name was made of the mailbox. */
export interface PersonName {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email?: string | null;
}

/** A name taken apart once, to be compared with many. */
export type ParsedName =
  /** Nothing that names a person: blank, an address, digits, emoji, one letter, or more than a name can be. */
  { readonly kind: 'none' } | { readonly kind: 'organization'; readonly text: string } | PersonalName;

export interface PersonalName {
  readonly kind: 'person';
  /** The ways to read it, the likeliest first: other ones have family and given names in another place. */
  readonly readings: readonly [NameReading, ...NameReading[]];
  /** Names in brackets or quotes, and former surnames: they may be met, and nobody misses them. */
  readonly aliases: readonly NameWord[];
  readonly generation: { readonly word: string; readonly number: number } | null;
  /** `mailbox`: the name is that part of the contact's own address. */
  readonly origin: 'fields' | 'mailbox';
  /** Whether only one word is known, of which nobody can say what it is. */
  readonly isLone: boolean;
  readonly nameKind: NameKind;
  /** The text without blanks around it. */
  readonly text: string;
}

export interface NameReading {
  readonly given: readonly NameWord[];
  readonly family: readonly NameWord[];
  /** `turned`: against what the fields tell, so that it has to fit well. */
  readonly origin: 'told' | 'guessed' | 'turned';
}

/** Longer than Desk's fields for a name (80 each); the rest of such a text tells nothing of a person. */
const longestField = 160;
const mostWords = 8;

export function parseName(name: PersonName): ParsedName {
  const [first, last] = [name.firstName, name.lastName].map((field) => fieldText(field ?? ''));
  const text = [first, last].filter(Boolean).join(' ');
  if (!isPersonal(text)) return { kind: 'none' };
  const mailbox = mailboxOf(name.email ?? '');
  const isOfMailbox = !/\s/.test(text) && mailbox !== '' && letters(text) === letters(mailbox);
  const parts = takeApart(first ?? '', last ?? '');
  const words = [...parts.given, ...parts.family];
  if (!words.length || words.every((word) => word.plain.length < 2 && word.script !== 'Han'))
    return { kind: 'none' };
  if (words.every((word) => placeholders.has(word.plain))) return { kind: 'none' };
  if (words.some((word) => organizations.has(word.plain)))
    return { kind: 'organization', text: letters(text) };
  const telling = words.filter((word) => !particles.has(word.plain));
  return {
    kind: 'person',
    readings: readingsOf(parts),
    aliases: parts.aliases,
    generation: parts.generation,
    origin: isOfMailbox ? 'mailbox' : 'fields',
    isLone: telling.length < 2 && !telling.some(isWholeName),
    nameKind: kindOf(words),
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
export function letters(text: string): string {
  return fold(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

interface Parts {
  readonly given: readonly NameWord[];
  readonly family: readonly NameWord[];
  readonly aliases: readonly NameWord[];
  readonly generation: PersonalName['generation'];
  /** Whether the fields told which is which. */
  readonly isStructured: boolean;
}

/** Reads the two fields, and splits them where a comma tells the surname (`Berg, Jan`). */
function takeApart(first: string, last: string): Parts {
  const asides: Asides = { aliases: [], generation: null };
  const [given = [], ...afterGiven] = readField(first, asides, last !== '');
  const [family = [], ...afterFamily] = readField(last, asides, false);
  if (given.length && family.length) {
    const more = { given: [...given, ...afterGiven.flat()], family: [...family, ...afterFamily.flat()] };
    return { ...more, ...asides, isStructured: true };
  }
  const [alone, after] = given.length ? [given, afterGiven.flat()] : [family, afterFamily.flat()];
  if (after.length) return { given: after, family: alone, ...asides, isStructured: true };
  return given.length
    ? { given, family: [], ...asides, isStructured: false }
    : { given: [], family: alone, ...asides, isStructured: false };
}

/** What was read beside the names themselves. */
interface Asides {
  aliases: NameWord[];
  generation: PersonalName['generation'];
}

/** The words of a field, by the commas in it. `mayBeTitle`: a title alone, since another field holds a name. */
function readField(field: string, asides: Asides, mayBeTitle: boolean): NameWord[][] {
  const outside = field.replace(/[("“„«[（]([^)"”“»\]）]{2,40})[)"”“»\]）]/gu, (_, inside: string) => {
    asides.aliases.push(...tokens(inside).filter((word) => !isAside(word) && !formerly.has(word.plain)));
    return ' ';
  });
  return outside
    .split(/[,،、，]/)
    .map((part, index) => {
      const words = tokens(part);
      const isTitle = mayBeTitle && words.every((word) => titles.has(word.plain));
      if (isTitle || (index > 0 && takeAsides(words, asides))) return [];
      return withoutFormer(withoutTitles(words, asides), asides);
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
    .map((part) => nameWord(part.replace(/(?<=\p{L}{2})\d+$/u, '').replace(honorifics, '')))
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
  const isWord = titles.has(lower) || degrees.has(lower) || lower in generations || lower === 'ng';
  return /^[B-DF-HJ-NP-TV-XZ]{2}$/.test(part) && !isWord ? [...part] : [part];
}

/** Whether nothing but titles, degrees and generations stands behind the comma. */
function takeAsides(words: readonly NameWord[], asides: Asides): boolean {
  if (!words.every((word) => isAside(word) || shortDegrees.has(word.plain))) return false;
  for (const word of words) noteGeneration(word, asides);
  return true;
}

/** Takes titles off the beginning and degrees and generations off the end, unless nothing would be left. */
function withoutTitles(words: readonly NameWord[], asides: Asides): NameWord[] {
  let [start, end] = [0, words.length];
  while (start < end - 1 && titles.has(words[start]?.plain ?? '')) start++;
  for (let last = words[end - 1]; last && end - start > 1; last = words[end - 1]) {
    if (!noteGeneration(last, asides) && !degrees.has(last.plain)) break;
    end--;
  }
  return words.slice(start, end);
}

function isAside({ plain }: NameWord): boolean {
  return titles.has(plain) || degrees.has(plain) || Object.hasOwn(generations, plain);
}

function noteGeneration({ plain, written }: NameWord, asides: Asides): boolean {
  const number = Object.hasOwn(generations, plain) ? generations[plain] : undefined;
  if (number === undefined) return false;
  asides.generation ??= { word: written, number };
  return true;
}

/** `Anna Berg née Lind`: the former name is one that may be met. */
function withoutFormer(words: readonly NameWord[], asides: Asides): NameWord[] {
  const former = words.findIndex((word, index) => index > 0 && formerly.has(word.plain));
  if (former < 0) return [...words];
  asides.aliases.push(...words.slice(former + 1));
  return words.slice(0, former);
}

function readingsOf({ given, family, isStructured }: Parts): PersonalName['readings'] {
  const words = [...given, ...family];
  if (isStructured || words.length < 2) {
    const isSwapped = given.length === 1 && isSyllableSurname(given[0]) && !family.some(isSyllableSurname);
    const [first, last] = isSwapped && kindOf(words) !== 'open' ? [family, given] : [given, family];
    return [
      { given: first, family: last, origin: 'told' },
      { given: last, family: first, origin: 'turned' },
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
    particles.has(words[start - 1]?.plain ?? '') &&
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
const kindsOfSyllables = [
  { kind: 'vietnamese', surnames: vietnameseSurnames, syllables: new RegExp(`^${vietnamese}$`) },
  { kind: 'chinese', surnames: chineseSurnames, syllables: new RegExp(`^${pinyin}{1,2}$`) },
  { kind: 'korean', surnames: koreanSurnames, syllables: new RegExp(`^${korean}{1,2}$`) },
] as const;

/** By a surname of these countries, and nothing but syllables of their languages beside it. */
function kindOf(words: readonly NameWord[]): NameKind {
  const found = kindsOfSyllables.find(({ surnames, syllables }) => {
    const surname = words.find((word) => surnames.has(word.plain));
    const rest = words.filter((word) => word !== surname);
    return surname && rest.length > 0 && rest.every((word) => syllables.test(word.plain));
  });
  return found?.kind ?? 'open';
}

function isSyllableSurname(word: NameWord | undefined): boolean {
  return word !== undefined && kindsOfSyllables.some(({ surnames }) => surnames.has(word.plain));
}

/** Han, kana and Hangul write a whole name without a blank. */
export function isWholeName(word: NameWord): boolean {
  return ['Han', 'Hangul', 'Katakana', 'Hiragana'].includes(word.script) && [...word.plain].length > 1;
}
