import { commonCulture, compareReadings } from './compare-readings';
import { compareWords, wordRelations } from './compare-words';
import { isSameUpToDigraphs } from './match-words';
import { isAtLeast, type NameComparison, type NameReason } from './name-comparison';
import type { NameTables } from './name-tables';
import { joinWords, type NameWord, nameWord, type Script } from './name-word';
import { isUnspacedName, lettersAndDigits, type ParsedName, type PersonName } from './parse-name';

/**
 * Compares two names as people write them. Which one comes first makes no difference, but for `a` and `b` of the
 * reason. The tables (`load-name-tables`) are large and load on demand; without them nicknames conflict, and names in
 * different scripts are `unknown`.
 */
export function compareParsedNames(a: ParsedName, b: ParsedName, tables: NameTables | null): NameComparison {
  if (a.kind === 'none' || b.kind === 'none') return unknown({ kind: 'notAName' });
  if (a.kind === 'organization' || b.kind === 'organization') {
    const isSame = a.kind === b.kind && a.text === b.text;
    return { verdict: isSame ? 'same' : 'unknown', reason: { kind: isSame ? 'identical' : 'organization' } };
  }
  const found = comparePersons(splitUnspaced(a, tables), splitUnspaced(b, tables), tables);
  return withGeneration(a, b, withMailbox(a, b, withScripts(a, b, found, tables)));
}

function unknown(reason: NameReason): NameComparison {
  return { verdict: 'unknown', reason };
}

function comparePersons(a: PersonName, b: PersonName, tables: NameTables | null): NameComparison {
  if (a.text === b.text) return { verdict: 'same', reason: { kind: 'identical' } };
  const whole = compareJoined(a, b);
  if (whole) return whole;
  if (a.isSingleWord || b.isSingleWord) return compareSingleWord(a, b, tables);
  const [straight, ...others] = a.readings.flatMap((own, i) =>
    b.readings.flatMap((other, j) => {
      // Both swapped is the same as neither, but that another script's surnames are romanized otherwise.
      if (own.origin === 'swapped' && other.origin === 'swapped' && haveCommonScript(a, b)) return [];
      const isSwapped = own.origin === 'swapped' || other.origin === 'swapped';
      const comparison = compareReadings({ ...own, name: a }, { ...other, name: b }, tables);
      const isUsed =
        i + j === 0 ||
        isAtLeast(comparison, isSwapped ? 'similar' : 'compatible') ||
        (comparison.verdict === 'unknown' && comparison.reason.kind === 'lookalike');
      return isUsed ? [inOrder(comparison, i + j)] : [];
    }),
  );
  const best = (one: NameComparison, other: NameComparison) => (isAtLeast(one, other.verdict) ? one : other);
  return straight ? others.reduce(best, straight) : unknown({ kind: 'notAName' });
}

function inOrder(comparison: NameComparison, swaps: number): NameComparison {
  const isAlike = comparison.reason.kind === 'identical' && swaps > 0;
  return isAlike ? { ...comparison, reason: { kind: 'order' } } : comparison;
}

/** The names as one word each: equal whatever stands between their words, and whichever part comes first. */
function compareJoined(a: PersonName, b: PersonName): NameComparison | null {
  const [own, other] = [joinedFormsOf(a), joinedFormsOf(b)];
  const [first, twin] = [own[0], other[0]];
  if (!first || !twin) return null;
  if (first.plain === twin.plain)
    return { verdict: 'same', reason: { kind: 'written', a: a.text, b: b.text } };
  if (isSameUpToDigraphs(first, twin))
    return { verdict: 'same', reason: { kind: 'digraph', a: a.text, b: b.text } };
  const isSwapped = own.some((word, i) => other.some((match, j) => i + j > 0 && word.plain === match.plain));
  return isSwapped ? { verdict: 'same', reason: { kind: 'order' } } : compareUnspacedPart(first, twin);
}

function joinedFormsOf({ readings: [{ given, family }] }: PersonName): NameWord[] {
  return [joinWords([...given, ...family]), joinWords([...family, ...given])];
}

/** One CJK name may be the beginning or the end of the other: `山田` and `山田太郎`. */
function compareUnspacedPart(a: NameWord, b: NameWord): NameComparison | null {
  const [short, long] = a.plain.length < b.plain.length ? [a, b] : [b, a];
  if (!isUnspacedName(short) || short.script !== long.script) return null;
  if (long.plain.startsWith(short.plain))
    return {
      verdict: 'compatible',
      reason: { kind: 'givenName', word: long.plain.slice(short.plain.length) },
    };
  if (!long.plain.endsWith(short.plain)) return null;
  return {
    verdict: 'compatible',
    reason: { kind: 'familyName', word: long.plain.slice(0, -short.plain.length) },
  };
}

function wordsOf({ readings: [{ given, family }] }: PersonName): NameWord[] {
  return [...given, ...family];
}

/**
 * Compares names one of which is a single word: a given name, a surname, or what somebody is called online. It may
 * be a part of the other.
 */
function compareSingleWord(a: PersonName, b: PersonName, tables: NameTables | null): NameComparison {
  const found = (['given', 'family'] as const).flatMap((part) =>
    wordsOf(a).flatMap((own) =>
      wordsOf(b).flatMap((other) => {
        const relation = compareWords(own, other, { part, culture: commonCulture(a, b) }, tables);
        return relation && relation !== 'initial' && relation !== 'lookalike'
          ? [{ own, other, part, relation }]
          : [];
      }),
    ),
  );
  found.sort((x, y) => wordRelations.indexOf(x.relation) - wordRelations.indexOf(y.relation));
  const [best] = found;
  if (!best) return compareSingleGivenNames(a, b, tables);
  const { own, other, relation } = best;
  const areBothSingle = a.isSingleWord && b.isSingleWord;
  if (areBothSingle && relation !== 'shortForm') {
    const isSame = relation === 'equal' || relation === 'digraph';
    const kind = relation === 'equal' ? 'written' : relation;
    return { verdict: isSame ? 'same' : 'similar', reason: { kind, a: own.written, b: other.written } };
  }
  if (relation !== 'equal')
    return { verdict: 'compatible', reason: { kind: relation, a: own.written, b: other.written } };
  const [long, matched] = a.isSingleWord ? [b, other] : [a, own];
  const isGiven = long.readings[0].given.includes(matched);
  const missing = wordsOf(long).filter((word) => word !== matched);
  const word = missing.map((each) => each.written).join(' ');
  return { verdict: 'compatible', reason: { kind: isGiven ? 'familyName' : 'givenName', word } };
}

/** Words without a match conflict if both are given names, by their field or by the tables. */
function compareSingleGivenNames(a: PersonName, b: PersonName, tables: NameTables | null): NameComparison {
  const [own, other] = [givenNameOf(a, tables), givenNameOf(b, tables)];
  // The first name of one and the last name of the other.
  const areInTwoFields = a.isSingleWord && b.isSingleWord && isInFirstName(a) !== isInFirstName(b);
  if (!own || !other || areInTwoFields || compareWords(own, other, anyGivenName, tables))
    return unknown({ kind: 'singleWord' });
  return { verdict: 'conflict', reason: { kind: 'givenNames', a: own.written, b: other.written } };
}

const anyGivenName = { part: 'given', culture: 'other' } as const;

function isInFirstName({ readings: [{ given }] }: PersonName): boolean {
  return given.length > 0;
}

function givenNameOf(name: PersonName, tables: NameTables | null): NameWord | null {
  const [{ given, family, origin }] = name.readings;
  const [word] = name.isSingleWord && !given.length ? family : given;
  if (!word) return null;
  const isStated = origin === 'stated' && word === given[0] && (!name.isSingleWord || !tables);
  return isStated || tables?.isGivenName(word.plain) ? word : null;
}

/** With the surname parted from the given name, where Han or Hangul write them as one word. */
function splitUnspaced(name: PersonName, tables: NameTables | null): PersonName {
  const [word, second] = wordsOf(name);
  const parts = word && !second && isUnspacedName(word) ? tables?.splitUnspacedName(word.plain) : null;
  if (!parts) return name;
  const [family, given] = parts.map(nameWord);
  if (!family || !given) return name;
  return { ...name, readings: [{ given: [given], family: [family], origin: 'stated' }] };
}

/** Scripts that write every sound, so that names in two of them can conflict. */
const phoneticScripts = new Set<Script>([
  ...(['Latin', 'Cyrillic', 'Greek', 'Hangul', 'Katakana', 'Hiragana', 'Georgian', 'Armenian'] as const),
  ...(['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Telugu', 'Kannada', 'Malayalam'] as const),
]);

function haveCommonScript(a: PersonName, b: PersonName): boolean {
  const scripts = new Set(wordsOf(a).map((word) => word.script));
  return wordsOf(b).some((word) => scripts.has(word.script));
}

function withScripts(
  a: PersonName,
  b: PersonName,
  found: NameComparison,
  tables: NameTables | null,
): NameComparison {
  if (found.verdict !== 'conflict' || haveCommonScript(a, b)) return found;
  const arePhonetic =
    tables && [...wordsOf(a), ...wordsOf(b)].every((word) => phoneticScripts.has(word.script));
  return arePhonetic ? found : unknown({ kind: 'script', a: a.text, b: b.text });
}

/** A father and his son share a name; where both names say which one is meant, that decides. */
function withGeneration(a: PersonName, b: PersonName, found: NameComparison): NameComparison {
  const [own, other] = [a.generation, b.generation];
  if (!isAtLeast(found, 'compatible') || own?.number === other?.number) return found;
  if (own && other)
    return { verdict: 'conflict', reason: { kind: 'generations', a: own.word, b: other.word } };
  return { verdict: 'compatible', reason: { kind: 'generation', word: (own ?? other)?.word ?? '' } };
}

/** A name that was made of the address is no evidence beside it: it may agree, and never conflicts. */
function withMailbox(a: PersonName, b: PersonName, found: NameComparison): NameComparison {
  if (a.origin === 'fields' && b.origin === 'fields') return found;
  if (found.verdict === 'same' && a.origin === b.origin) return found;
  const agrees = isAtLeast(found, 'compatible') || isShortMailbox(a, b) || isShortMailbox(b, a);
  return { verdict: agrees ? 'compatible' : 'unknown', reason: { kind: 'mailbox' } };
}

/** `jdoe`, `janed`, `doej` and `djane` for Jane Doe. */
function isShortMailbox(short: PersonName, long: PersonName): boolean {
  const [{ given, family }] = long.readings;
  const [first, last] = [given, family].map((words) => words.map((word) => word.plain).join(''));
  if (short.origin !== 'mailbox' || !first || !last) return false;
  const mailbox = lettersAndDigits(short.text).replace(/\d+$/, '');
  return [`${first[0]}${last}`, `${first}${last[0]}`, `${last}${first[0]}`, `${last[0]}${first}`].includes(
    mailbox,
  );
}
