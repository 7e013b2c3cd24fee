import { commonKind, compareReadings } from './compare-readings';
import { compareWords, relations } from './compare-words';
import { isWrittenLike } from './match-words';
import { isAtLeast, type NameComparison, type NameReason } from './name-comparison';
import type { NameTables } from './name-tables';
import { joinWords, type NameWord, nameWord, type Script } from './name-word';
import {
  isWholeName,
  letters,
  type ParsedName,
  type PersonalName,
  type PersonName,
  parseName,
} from './parse-name';

/**
 * Compares two names as people write them. Which one comes first makes no difference, but for `a` and `b` of the
 * reason. The tables (`load-name-tables`) are large and load on demand; without them nicknames conflict, and names in
 * different scripts are `unknown`.
 */
export function compareNames(a: PersonName, b: PersonName, tables: NameTables | null = null): NameComparison {
  return compareParsedNames(parseName(a), parseName(b), tables);
}

/** `compareNames` for names that are taken apart already. */
export function compareParsedNames(
  a: ParsedName,
  b: ParsedName,
  tables: NameTables | null = null,
): NameComparison {
  if (a.kind === 'none' || b.kind === 'none') return unknown({ kind: 'notAName' });
  if (a.kind === 'organization' || b.kind === 'organization') {
    const isSame = a.kind === b.kind && a.text === b.text;
    return { verdict: isSame ? 'same' : 'unknown', reason: { kind: isSame ? 'identical' : 'organization' } };
  }
  const found = comparePersons(withSplit(a, tables), withSplit(b, tables), tables);
  return withGeneration(a, b, withMailbox(a, b, withScripts(a, b, found, tables)));
}

function unknown(reason: NameReason): NameComparison {
  return { verdict: 'unknown', reason };
}

function comparePersons(a: PersonalName, b: PersonalName, tables: NameTables | null): NameComparison {
  if (a.text === b.text) return { verdict: 'same', reason: { kind: 'identical' } };
  const whole = compareWhole(a, b);
  if (whole) return whole;
  if (a.isLone || b.isLone) return compareLone(a, b, tables);
  const [straight, ...others] = a.readings.flatMap((own, i) =>
    b.readings.flatMap((other, j) => {
      // Both turned around is the same as neither, but that another script's surnames are read otherwise.
      if (own.origin === 'turned' && other.origin === 'turned' && haveCommonScript(a, b)) return [];
      const isTurned = own.origin === 'turned' || other.origin === 'turned';
      const comparison = compareReadings({ ...own, name: a }, { ...other, name: b }, tables);
      const isUsed =
        i + j === 0 ||
        isAtLeast(comparison, isTurned ? 'similar' : 'compatible') ||
        (comparison.verdict === 'unknown' && comparison.reason.kind === 'alike');
      return isUsed ? [inOrder(comparison, i + j)] : [];
    }),
  );
  const best = (one: NameComparison, other: NameComparison) => (isAtLeast(one, other.verdict) ? one : other);
  return straight ? others.reduce(best, straight) : unknown({ kind: 'notAName' });
}

function inOrder(comparison: NameComparison, turns: number): NameComparison {
  const isAlike = comparison.reason.kind === 'identical' && turns > 0;
  return isAlike ? { ...comparison, reason: { kind: 'order' } } : comparison;
}

/** The names as one word each: equal whatever stands between their words, and whichever part comes first. */
function compareWhole(a: PersonalName, b: PersonalName): NameComparison | null {
  const [own, other] = [wholesOf(a), wholesOf(b)];
  const [first, twin] = [own[0], other[0]];
  if (!first || !twin) return null;
  if (first.plain === twin.plain)
    return { verdict: 'same', reason: { kind: 'written', a: a.text, b: b.text } };
  if (isWrittenLike(first, twin))
    return { verdict: 'same', reason: { kind: 'digraph', a: a.text, b: b.text } };
  const isTurned = own.some((word, i) => other.some((match, j) => i + j > 0 && word.plain === match.plain));
  return isTurned ? { verdict: 'same', reason: { kind: 'order' } } : comparePart(first, twin);
}

function wholesOf({ readings: [{ given, family }] }: PersonalName): NameWord[] {
  return [joinWords([...given, ...family]), joinWords([...family, ...given])];
}

/** One CJK name may be the beginning or the end of the other: `山田` and `山田太郎`. */
function comparePart(a: NameWord, b: NameWord): NameComparison | null {
  const [short, long] = a.plain.length < b.plain.length ? [a, b] : [b, a];
  if (!isWholeName(short) || short.script !== long.script) return null;
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

function wordsOf({ readings: [{ given, family }] }: PersonalName): NameWord[] {
  return [...given, ...family];
}

/**
 * Compares names one of which is a single word: a given name, a surname, or what somebody is called online. It may
 * be a part of the other.
 */
function compareLone(a: PersonalName, b: PersonalName, tables: NameTables | null): NameComparison {
  const found = (['given', 'family'] as const).flatMap((part) =>
    wordsOf(a).flatMap((own) =>
      wordsOf(b).flatMap((other) => {
        const relation = compareWords(own, other, { part, kind: commonKind(a, b) }, tables);
        return relation && relation !== 'initial' && relation !== 'alike'
          ? [{ own, other, part, relation }]
          : [];
      }),
    ),
  );
  found.sort((x, y) => relations.indexOf(x.relation) - relations.indexOf(y.relation));
  const [best] = found;
  if (!best) return compareLoneGivenNames(a, b, tables);
  const { own, other, relation } = best;
  const isWhole = a.isLone && b.isLone;
  if (isWhole && relation !== 'shortForm') {
    const isSame = relation === 'equal' || relation === 'digraph';
    const kind = relation === 'equal' ? 'written' : relation;
    return { verdict: isSame ? 'same' : 'similar', reason: { kind, a: own.written, b: other.written } };
  }
  if (relation !== 'equal')
    return { verdict: 'compatible', reason: { kind: relation, a: own.written, b: other.written } };
  const [long, met] = a.isLone ? [b, other] : [a, own];
  const isGiven = long.readings[0].given.includes(met);
  const missing = wordsOf(long).filter((word) => word !== met);
  const word = missing.map((each) => each.written).join(' ');
  return { verdict: 'compatible', reason: { kind: isGiven ? 'familyName' : 'givenName', word } };
}

/** Words that do not meet conflict if both are given names, by their field or by the tables. */
function compareLoneGivenNames(a: PersonalName, b: PersonalName, tables: NameTables | null): NameComparison {
  const [own, other] = [givenNameOf(a, tables), givenNameOf(b, tables)];
  // The first name of one and the last name of the other.
  const areInTwoFields = a.isLone && b.isLone && isInFirstName(a) !== isInFirstName(b);
  if (!own || !other || areInTwoFields || compareWords(own, other, openGivenName, tables))
    return unknown({ kind: 'loneWord' });
  return { verdict: 'conflict', reason: { kind: 'givenNames', a: own.written, b: other.written } };
}

const openGivenName = { part: 'given', kind: 'open' } as const;

function isInFirstName({ readings: [{ given }] }: PersonalName): boolean {
  return given.length > 0;
}

function givenNameOf(name: PersonalName, tables: NameTables | null): NameWord | null {
  const [{ given, family, origin }] = name.readings;
  const [word] = name.isLone && !given.length ? family : given;
  if (!word) return null;
  const isTold = origin === 'told' && word === given[0] && (!name.isLone || !tables);
  return isTold || tables?.isGivenName(word.plain) ? word : null;
}

/** With the surname parted from the given name, where Han or Hangul write them as one word. */
function withSplit(name: PersonalName, tables: NameTables | null): PersonalName {
  const [word, second] = wordsOf(name);
  const parts = word && !second && isWholeName(word) ? tables?.splitWhole(word.plain) : null;
  if (!parts) return name;
  const [family, given] = parts.map(nameWord);
  if (!family || !given) return name;
  return { ...name, readings: [{ given: [given], family: [family], origin: 'told' }] };
}

/** Scripts that tell every sound, so that names in two of them can conflict. */
const spelledOut = new Set<Script>([
  ...(['Latin', 'Cyrillic', 'Greek', 'Hangul', 'Katakana', 'Hiragana', 'Georgian', 'Armenian'] as const),
  ...(['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Telugu', 'Kannada', 'Malayalam'] as const),
]);

function haveCommonScript(a: PersonalName, b: PersonalName): boolean {
  const scripts = new Set(wordsOf(a).map((word) => word.script));
  return wordsOf(b).some((word) => scripts.has(word.script));
}

function withScripts(
  a: PersonalName,
  b: PersonalName,
  found: NameComparison,
  tables: NameTables | null,
): NameComparison {
  if (found.verdict !== 'conflict' || haveCommonScript(a, b)) return found;
  const isTold = tables && [...wordsOf(a), ...wordsOf(b)].every((word) => spelledOut.has(word.script));
  return isTold ? found : unknown({ kind: 'script', a: a.text, b: b.text });
}

/** A father and his son bear one name; where both tell which one is meant, that decides. */
function withGeneration(a: PersonalName, b: PersonalName, found: NameComparison): NameComparison {
  const [own, other] = [a.generation, b.generation];
  if (!isAtLeast(found, 'compatible') || own?.number === other?.number) return found;
  if (own && other)
    return { verdict: 'conflict', reason: { kind: 'generations', a: own.word, b: other.word } };
  return { verdict: 'compatible', reason: { kind: 'generation', word: (own ?? other)?.word ?? '' } };
}

/** A name that was made of the address says nothing that the address doesn't: it may agree, and never conflicts. */
function withMailbox(a: PersonalName, b: PersonalName, found: NameComparison): NameComparison {
  if (a.origin === 'fields' && b.origin === 'fields') return found;
  if (found.verdict === 'same' && a.origin === b.origin) return found;
  const agrees = isAtLeast(found, 'compatible') || isShortMailbox(a, b) || isShortMailbox(b, a);
  return { verdict: agrees ? 'compatible' : 'unknown', reason: { kind: 'mailbox' } };
}

/** `jdoe`, `janed`, `doej` and `djane` for Jane Doe. */
function isShortMailbox(short: PersonalName, long: PersonalName): boolean {
  const [{ given, family }] = long.readings;
  const [first, last] = [given, family].map((words) => words.map((word) => word.plain).join(''));
  if (short.origin !== 'mailbox' || !first || !last) return false;
  const mailbox = letters(short.text).replace(/\d+$/, '');
  return [`${first[0]}${last}`, `${first}${last[0]}`, `${last}${first[0]}`, `${last[0]}${first}`].includes(
    mailbox,
  );
}
