import { type NameCulture, type WordRelation, wordRelations } from './compare-words';
import { matchWords, type WordMatch, type WordPair } from './match-words';
import {
  type ExtraReason,
  type NameComparison,
  type NameReason,
  type NameVerdict,
  nameVerdicts,
  type PairReason,
} from './name-comparison';
import type { NamePart, NameTables } from './name-tables';
import { isInitial, joinWords, type NameWord } from './name-word';
import { isUnspacedName, type NameReading, type PersonName } from './parse-name';
import { surnameParticles } from './parts-of-names';

/** A name in one of its readings. */
interface NameAsRead extends NameReading {
  readonly name: PersonName;
}

/**
 * Compares two names, each read in one way. The first row that fits decides:
 *
 * | surnames              | given names                                   | verdict                                |
 * |-----------------------|-----------------------------------------------|----------------------------------------|
 * | none in common        | the first ones equal, nothing else differs    | unknown (a marriage, or a stranger)    |
 * | none in common        | anything else                                 | conflict                               |
 * | in common             | none in common, and neither is known (tables) | unknown                                |
 * | any                   | none in common                                | conflict                               |
 * | each side has another beside the common one | any                     | conflict                               |
 * | any                   | each side has another beside the common one   | conflict                               |
 * | any                   | the same in another order (María José)        | unknown                                |
 * | missing on one side   | equal                                         | compatible                             |
 * | equal                 | missing on one side, or initials alone        | compatible                             |
 * | in common             | the first one is missing on one side          | compatible                             |
 * | one side has one more | in common                                     | similar; compatible if it is the first |
 * | in common             | one side has one more (middle name, patronymic) | similar                              |
 * | one no more than alike | or one no more than alike                    | unknown                                |
 * | one in another form   | or one in another form                        | similar                                |
 * | equal                 | equal                                         | same                                   |
 */
export function compareReadings(a: NameAsRead, b: NameAsRead, tables: NameTables | null): NameComparison {
  const parts = matchParts(a, b, tables);
  return (
    compareUnlike(a, b, parts, tables) ?? weakest([...pairFindings(parts), ...extraFindings(a, b, parts)])
  );
}

interface Parts {
  readonly given: WordMatch;
  readonly family: WordMatch;
  /** The first particle that only one side has. */
  readonly particle: string | null;
}

function matchParts(a: NameAsRead, b: NameAsRead, tables: NameTables | null): Parts {
  const culture = commonCulture(a.name, b.name);
  const [ownGiven, otherGiven] = [givenWords(a, b, culture), givenWords(b, a, culture)];
  const given = matchWords(ownGiven, otherGiven, { part: 'given', culture }, tables);
  const family = matchWords(a.family, b.family, { part: 'family', culture }, tables);
  return withoutParticles(acrossParts(withAliases(a, b, { given, family, particle: null }, tables)), culture);
}

/** Many a name could be Chinese as well as Korean: the other name decides. */
export function commonCulture(a: PersonName, b: PersonName): NameCulture {
  if (a.culture === b.culture) return a.culture;
  if (a.culture === 'other' || b.culture === 'other') return 'other';
  return a.culture === 'korean' || b.culture === 'korean' ? 'korean' : 'chinese';
}

/** Syllables that are one given name as one word, unless one side has initials for them. */
function givenWords(own: NameAsRead, other: NameAsRead, culture: NameCulture): readonly NameWord[] {
  const isJoined = culture === 'chinese' || culture === 'korean' || other.given.some(isUnspacedName);
  if (!isJoined || own.given.length < 2 || [...own.given, ...other.given].some(isInitial)) return own.given;
  return [joinWords(own.given)];
}

/** A name in brackets, or a former one, is as good as the one it stands beside. */
function withAliases(a: NameAsRead, b: NameAsRead, parts: Parts, tables: NameTables | null): Parts {
  if (!a.name.aliases.length && !b.name.aliases.length) return parts;
  const join = (match: WordMatch, part: NamePart): WordMatch => {
    const role = { part, culture: 'other' } as const;
    const own = matchWords(match.unmatchedA, b.name.aliases, role, tables);
    const other = matchWords(a.name.aliases, match.unmatchedB, role, tables);
    return {
      ...match,
      pairs: [...match.pairs, ...own.pairs, ...other.pairs],
      unmatchedA: own.unmatchedA,
      unmatchedB: other.unmatchedB,
    };
  };
  return { ...parts, given: join(parts.given, 'given'), family: join(parts.family, 'family') };
}

/** The second surname of one is a middle name of the other: `Maria García | López` and `Maria | García López`. */
function acrossParts({ given, family, particle }: Parts): Parts {
  const [middleA, surnameB] = withoutCommon(given.unmatchedA, family.unmatchedB);
  const [middleB, surnameA] = withoutCommon(given.unmatchedB, family.unmatchedA);
  return {
    given: { ...given, unmatchedA: middleA, unmatchedB: middleB },
    family: { ...family, unmatchedA: surnameA, unmatchedB: surnameB },
    particle,
  };
}

function withoutCommon(a: readonly NameWord[], b: readonly NameWord[]): [NameWord[], NameWord[]] {
  const isIn = (words: readonly NameWord[]) => (word: NameWord) =>
    !words.some((twin) => twin.plain === word.plain);
  return [a.filter(isIn(b)), b.filter(isIn(a))];
}

function withoutParticles(parts: Parts, culture: NameCulture): Parts {
  // `Van` and `Thi` are middle names there.
  if (culture === 'vietnamese') return parts;
  const isDropped = (word: NameWord, match: WordMatch) =>
    surnameParticles.has(word.plain) && match.pairs.length > 0;
  const strip = (match: WordMatch): WordMatch => ({
    ...match,
    unmatchedA: match.unmatchedA.filter((word) => !isDropped(word, match)),
    unmatchedB: match.unmatchedB.filter((word) => !isDropped(word, match)),
  });
  const dropped = [parts.given, parts.family].flatMap((match) =>
    [...match.unmatchedA, ...match.unmatchedB].filter((word) => isDropped(word, match)),
  );
  return { given: strip(parts.given), family: strip(parts.family), particle: dropped[0]?.written ?? null };
}

/** What keeps the names from going together; `null` where nothing does. */
function compareUnlike(
  a: NameAsRead,
  b: NameAsRead,
  { given, family }: Parts,
  tables: NameTables | null,
): NameComparison | null {
  if (haveNoPair(a.given, b.given, given)) {
    const mayBeOne = family.pairs.some(isSameWord) && areUnknownGivenNames(a, b, tables);
    return mayBeOne
      ? { verdict: 'unknown', reason: wordsReason('givenNames', a.given, b.given) }
      : conflict('givenNames', a.given, b.given);
  }
  if (haveNoPair(a.family, b.family, family)) {
    const isMarriage =
      given.pairs.some(isFirstPair(a, b)) && given.pairs.every(isSameWord) && !haveBothUnmatched(given);
    return isMarriage
      ? { verdict: 'unknown', reason: wordsReason('familyNames', a.family, b.family) }
      : conflict('familyNames', a.family, b.family);
  }
  if (haveBothUnmatched(given)) return conflict('middleNames', given.unmatchedA, given.unmatchedB);
  if (haveBothUnmatched(family)) return conflict('familyNames', family.unmatchedA, family.unmatchedB);
  const isGuess = a.origin === 'guessed' || b.origin === 'guessed';
  const [unmatchedA, unmatchedB] = [
    [...given.unmatchedA, ...family.unmatchedA],
    [...given.unmatchedB, ...family.unmatchedB],
  ];
  if (isGuess && unmatchedA.length && unmatchedB.length)
    return conflict('middleNames', unmatchedA, unmatchedB);
  const full = given.pairs.filter((pair) => pair.relation !== 'initial');
  if (given.isReordered && full.length > 1) return { verdict: 'unknown', reason: { kind: 'givenOrder' } };
  return null;
}

/** Whether both begin with words that are no known given names: these may be typos, or no given names at all. */
function areUnknownGivenNames(a: NameAsRead, b: NameAsRead, tables: NameTables | null): boolean {
  if (!tables || commonCulture(a.name, b.name) !== 'other') return false;
  return [a.given[0], b.given[0]].every(
    (word) => word?.script === 'Latin' && !tables.isGivenName(word.plain),
  );
}

function haveNoPair(a: readonly NameWord[], b: readonly NameWord[], match: WordMatch): boolean {
  return a.length > 0 && b.length > 0 && match.pairs.length === 0;
}

function haveBothUnmatched({ unmatchedA, unmatchedB }: WordMatch): boolean {
  return unmatchedA.length > 0 && unmatchedB.length > 0;
}

function conflict(kind: PairReason, a: readonly NameWord[], b: readonly NameWord[]): NameComparison {
  return { verdict: 'conflict', reason: wordsReason(kind, a, b) };
}

function wordsReason(kind: PairReason, a: readonly NameWord[], b: readonly NameWord[]): NameReason {
  return { kind, a: textOf(a), b: textOf(b) };
}

function textOf(words: readonly NameWord[]): string {
  return words.map((word) => word.written).join(' ');
}

/** One word, however it is spelled. */
function isSameWord({ relation }: WordPair): boolean {
  return wordRelations.indexOf(relation) <= wordRelations.indexOf('romanization');
}

/** Whether these are the first given names of both; a pair of joined words begins with one as well. */
function isFirstPair(a: NameAsRead, b: NameAsRead): (pair: WordPair) => boolean {
  const begins = (word: NameWord, words: readonly NameWord[]) =>
    words[0] !== undefined && (words[0] === word || word.written.startsWith(words[0].written));
  return (pair) => begins(pair.a, a.given) && begins(pair.b, b.given);
}

/** What the pairs of words say, each by itself. */
function pairFindings({ given, family }: Parts): NameComparison[] {
  const isInitialsAlone = given.pairs.every((pair) => pair.relation === 'initial');
  return [...given.pairs, ...family.pairs].map((pair) => ({
    verdict: pairVerdict(pair.relation, isInitialsAlone || family.pairs.includes(pair)),
    reason: pairReason(pair),
  }));
}

function pairVerdict(relation: WordRelation, isInitialAlone: boolean): NameVerdict {
  switch (relation) {
    case 'equal':
    case 'digraph':
      return 'same';
    case 'spelling':
    case 'romanization':
    case 'nickname':
    case 'genderedSurname':
    case 'typo':
      return 'similar';
    case 'shortForm':
      return 'compatible';
    case 'initial':
      return isInitialAlone ? 'compatible' : 'similar';
    case 'lookalike':
      return 'unknown';
  }
}

function pairReason({ a, b, relation }: WordPair): NameReason {
  if (relation === 'equal' && a.written === b.written) return { kind: 'identical' };
  return { kind: relation === 'equal' ? 'written' : relation, a: a.written, b: b.written };
}

/** What it says that one side has more words. */
function extraFindings(a: NameAsRead, b: NameAsRead, { given, family, particle }: Parts): NameComparison[] {
  const [middle, surname] = [
    [...given.unmatchedA, ...given.unmatchedB],
    [...family.unmatchedA, ...family.unmatchedB],
  ];
  const findings: NameComparison[] = particle ? [extra('similar', 'particle', particle)] : [];
  if (!given.pairs.length) {
    // A surname with a slip and nothing else is too little.
    const verdict = family.pairs.every(isSameWord) ? 'compatible' : 'unknown';
    findings.push(extra(verdict, 'givenName', textOf(middle)));
  } else if (middle.length) {
    const verdict = given.pairs.some(isFirstPair(a, b)) ? 'similar' : 'compatible';
    findings.push(extra(verdict, 'middleName', textOf(middle)));
  }
  if (!family.pairs.length) {
    const verdict = given.pairs.every(isSameWord) ? 'compatible' : 'unknown';
    findings.push(extra(verdict, 'familyName', textOf(surname)));
  } else if (surname.length) {
    const isFirstMissing = [a.family[0], b.family[0]].some(
      (word) => word !== undefined && surname.includes(word),
    );
    findings.push(extra(isFirstMissing ? 'compatible' : 'similar', 'secondSurname', textOf(surname)));
  }
  return findings;
}

function extra(verdict: NameVerdict, kind: ExtraReason, word: string): NameComparison {
  return { verdict, reason: { kind, word } };
}

/** What says least decides; among equals, what says more than that the words are equal. */
function weakest(findings: readonly NameComparison[]): NameComparison {
  const rank = ({ verdict, reason }: NameComparison) =>
    nameVerdicts.indexOf(verdict) * 2 + (reason.kind === 'identical' ? 0 : 1);
  return findings.reduce((worst, finding) => (rank(finding) > rank(worst) ? finding : worst), {
    verdict: 'same',
    reason: { kind: 'identical' },
  } as NameComparison);
}
