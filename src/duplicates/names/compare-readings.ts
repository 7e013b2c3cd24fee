import { type NameKind, type Place, relations, type WordRelation } from './compare-words';
import { matchWords, type WordMatch, type WordPair } from './match-words';
import {
  type ExtraReason,
  type NameComparison,
  type NameReason,
  type NameVerdict,
  type PairReason,
  verdicts,
} from './name-comparison';
import type { NameTables } from './name-tables';
import { isInitial, joinWords, type NameWord } from './name-word';
import { isWholeName, type NameReading, type PersonalName } from './parse-name';
import { particles } from './parts-of-names';

/** A name in one of its readings. */
export interface ReadName extends NameReading {
  readonly name: PersonalName;
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
export function compareReadings(a: ReadName, b: ReadName, tables: NameTables | null): NameComparison {
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

function matchParts(a: ReadName, b: ReadName, tables: NameTables | null): Parts {
  const kind = commonKind(a.name, b.name);
  const [ownGiven, otherGiven] = [givenWords(a, b, kind), givenWords(b, a, kind)];
  const given = matchWords(ownGiven, otherGiven, { part: 'given', kind }, tables);
  const family = matchWords(a.family, b.family, { part: 'family', kind }, tables);
  return withoutParticles(acrossParts(withAliases(a, b, { given, family, particle: null }, tables)), kind);
}

/** Many a name could be Chinese as well as Korean: the other one tells. */
export function commonKind(a: PersonalName, b: PersonalName): NameKind {
  if (a.nameKind === b.nameKind) return a.nameKind;
  if (a.nameKind === 'open' || b.nameKind === 'open') return 'open';
  return a.nameKind === 'korean' || b.nameKind === 'korean' ? 'korean' : 'chinese';
}

/** Syllables that are one given name as one word, unless one side has initials for them. */
function givenWords(own: ReadName, other: ReadName, kind: NameKind): readonly NameWord[] {
  const isJoined = kind === 'chinese' || kind === 'korean' || other.given.some(isWholeName);
  if (!isJoined || own.given.length < 2 || [...own.given, ...other.given].some(isInitial)) return own.given;
  return [joinWords(own.given)];
}

/** A name in brackets, or a former one, is as good as the one it stands beside. */
function withAliases(a: ReadName, b: ReadName, parts: Parts, tables: NameTables | null): Parts {
  if (!a.name.aliases.length && !b.name.aliases.length) return parts;
  const join = (match: WordMatch, part: Place['part']): WordMatch => {
    const place = { part, kind: 'open' } as const;
    const own = matchWords(match.leftA, b.name.aliases, place, tables);
    const other = matchWords(a.name.aliases, match.leftB, place, tables);
    return {
      ...match,
      pairs: [...match.pairs, ...own.pairs, ...other.pairs],
      leftA: own.leftA,
      leftB: other.leftB,
    };
  };
  return { ...parts, given: join(parts.given, 'given'), family: join(parts.family, 'family') };
}

/** The second surname of one is a middle name of the other: `Maria García | López` and `Maria | García López`. */
function acrossParts({ given, family, particle }: Parts): Parts {
  const [middleA, surnameB] = withoutCommon(given.leftA, family.leftB);
  const [middleB, surnameA] = withoutCommon(given.leftB, family.leftA);
  return {
    given: { ...given, leftA: middleA, leftB: middleB },
    family: { ...family, leftA: surnameA, leftB: surnameB },
    particle,
  };
}

function withoutCommon(a: readonly NameWord[], b: readonly NameWord[]): [NameWord[], NameWord[]] {
  const isIn = (words: readonly NameWord[]) => (word: NameWord) =>
    !words.some((twin) => twin.plain === word.plain);
  return [a.filter(isIn(b)), b.filter(isIn(a))];
}

function withoutParticles(parts: Parts, kind: NameKind): Parts {
  // `Van` and `Thi` are middle names there.
  if (kind === 'vietnamese') return parts;
  const isDropped = (word: NameWord, match: WordMatch) => particles.has(word.plain) && match.pairs.length > 0;
  const strip = (match: WordMatch): WordMatch => ({
    ...match,
    leftA: match.leftA.filter((word) => !isDropped(word, match)),
    leftB: match.leftB.filter((word) => !isDropped(word, match)),
  });
  const dropped = [parts.given, parts.family].flatMap((match) =>
    [...match.leftA, ...match.leftB].filter((word) => isDropped(word, match)),
  );
  return { given: strip(parts.given), family: strip(parts.family), particle: dropped[0]?.written ?? null };
}

/** What keeps the names from going together; `null` where nothing does. */
function compareUnlike(
  a: ReadName,
  b: ReadName,
  { given, family }: Parts,
  tables: NameTables | null,
): NameComparison | null {
  if (lackPartner(a.given, b.given, given)) {
    const mayBeOne = family.pairs.some(isFirm) && areUnheardOf(a, b, tables);
    return mayBeOne
      ? { verdict: 'unknown', reason: wordsReason('givenNames', a.given, b.given) }
      : conflict('givenNames', a.given, b.given);
  }
  if (lackPartner(a.family, b.family, family)) {
    const isMarriage =
      given.pairs.some(isFirstPair(a, b)) && given.pairs.every(isFirm) && !haveBothLeft(given);
    return isMarriage
      ? { verdict: 'unknown', reason: wordsReason('familyNames', a.family, b.family) }
      : conflict('familyNames', a.family, b.family);
  }
  if (haveBothLeft(given)) return conflict('middleNames', given.leftA, given.leftB);
  if (haveBothLeft(family)) return conflict('familyNames', family.leftA, family.leftB);
  const isGuess = a.origin === 'guessed' || b.origin === 'guessed';
  const [leftA, leftB] = [
    [...given.leftA, ...family.leftA],
    [...given.leftB, ...family.leftB],
  ];
  if (isGuess && leftA.length && leftB.length) return conflict('middleNames', leftA, leftB);
  const full = given.pairs.filter((pair) => pair.relation !== 'initial');
  if (given.isReordered && full.length > 1) return { verdict: 'unknown', reason: { kind: 'givenOrder' } };
  return null;
}

/** Whether neither begins with a given name that is known: what stands there may be a slip, or no given name. */
function areUnheardOf(a: ReadName, b: ReadName, tables: NameTables | null): boolean {
  if (!tables || commonKind(a.name, b.name) !== 'open') return false;
  return [a.given[0], b.given[0]].every(
    (word) => word?.script === 'Latin' && !tables.isGivenName(word.plain),
  );
}

function lackPartner(a: readonly NameWord[], b: readonly NameWord[], match: WordMatch): boolean {
  return a.length > 0 && b.length > 0 && match.pairs.length === 0;
}

function haveBothLeft({ leftA, leftB }: WordMatch): boolean {
  return leftA.length > 0 && leftB.length > 0;
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
function isFirm({ relation }: WordPair): boolean {
  return relations.indexOf(relation) <= relations.indexOf('romanization');
}

/** Whether these are the first given names of both; a pair of joined words begins with one as well. */
function isFirstPair(a: ReadName, b: ReadName): (pair: WordPair) => boolean {
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
    case 'alike':
      return 'unknown';
  }
}

function pairReason({ a, b, relation }: WordPair): NameReason {
  if (relation === 'equal' && a.written === b.written) return { kind: 'identical' };
  return { kind: relation === 'equal' ? 'written' : relation, a: a.written, b: b.written };
}

/** What it says that one side has more words. */
function extraFindings(a: ReadName, b: ReadName, { given, family, particle }: Parts): NameComparison[] {
  const [middle, surname] = [
    [...given.leftA, ...given.leftB],
    [...family.leftA, ...family.leftB],
  ];
  const findings: NameComparison[] = particle ? [extra('similar', 'particle', particle)] : [];
  if (!given.pairs.length) {
    // A surname with a slip and nothing else is too little.
    const verdict = family.pairs.every(isFirm) ? 'compatible' : 'unknown';
    findings.push(extra(verdict, 'givenName', textOf(middle)));
  } else if (middle.length) {
    const verdict = given.pairs.some(isFirstPair(a, b)) ? 'similar' : 'compatible';
    findings.push(extra(verdict, 'middleName', textOf(middle)));
  }
  if (!family.pairs.length) {
    const verdict = given.pairs.every(isFirm) ? 'compatible' : 'unknown';
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
    verdicts.indexOf(verdict) * 2 + (reason.kind === 'identical' ? 0 : 1);
  return findings.reduce((worst, finding) => (rank(finding) > rank(worst) ? finding : worst), {
    verdict: 'same',
    reason: { kind: 'identical' },
  } as NameComparison);
}
