import type { Contact } from '../../../src/duplicates/contact';
import { fuzzyMatcher } from '../../../src/duplicates/fuzzy-matcher';
import { compareParsedNames } from '../../../src/duplicates/names/compare-names';
import { nameTables } from '../../../src/duplicates/names/load-name-tables';
import { type NameVerdict, nameVerdicts } from '../../../src/duplicates/names/name-comparison';
import { parseName } from '../../../src/duplicates/names/parse-name';
import { createToE164 } from '../../../src/duplicates/phones/to-e164';
import type { Strength } from '../../../src/duplicates/strength';
import { createEvidence } from '../../weigh';
import { generatePortal, type LabeledContact } from './generate';
import { automaticWays, createIndex, furtherWays, type Way } from './ways';

/** How often a claim is made, how often it is right, and how many of all true pairs it covers. */
export interface Score {
  readonly claim: string;
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
}

interface FoundPair {
  readonly open: LabeledContact;
  readonly candidate: LabeledContact;
  readonly strength: Strength;
  readonly ways: ReadonlySet<Way>;
  readonly isTrue: boolean;
}

const strengths: readonly Strength[] = ['strong', 'likely', 'weak'];

/** Scores of each word and of each way, over pairs from both ends: each contact is opened in turn. */
export function measure(portal: readonly LabeledContact[], asked: readonly Way[]): Score[] {
  const labels = new Map(portal.map((each) => [each.contact, each]));
  const indexes = asked.map((way) => ({ way, find: createIndex([...labels.keys()], way) }));
  const read = createToE164(null);
  const found = portal.flatMap((open) => {
    const waysOf = new Map<Contact, Set<Way>>();
    for (const { way, find } of indexes) {
      for (const other of find(open.contact)) waysOf.set(other, (waysOf.get(other) ?? new Set()).add(way));
    }
    const weigh = createEvidence(open.contact, [open.contact, ...waysOf.keys()], read, fuzzyMatcher);
    return [...waysOf].flatMap(([other, foundBy]): FoundPair[] => {
      const candidate = labels.get(other);
      if (!candidate) return [];
      const isTrue = candidate.person === open.person;
      return [{ open, candidate, strength: weigh(other).strength, ways: foundBy, isTrue }];
    });
  });
  return scoresOf(found, countTruePairs(portal), asked);
}

function scoresOf(found: readonly FoundPair[], all: number, asked: readonly Way[]): Score[] {
  const score = (claim: string, pairs: readonly FoundPair[]): Score => {
    const right = pairs.filter((pair) => pair.isTrue).length;
    return { claim, pairs: pairs.length, precision: right / (pairs.length || 1), recall: right / all };
  };
  const shown = found.filter((pair) => pair.strength !== 'weak');
  return [
    score('found at all', found),
    ...strengths.map((strength) =>
      score(
        strength,
        found.filter((pair) => pair.strength === strength),
      ),
    ),
    score('strong + likely', shown),
    ...asked.map((way) =>
      score(
        `strong + likely, found by ${way}`,
        shown.filter((pair) => pair.ways.has(way)),
      ),
    ),
    score('first in a mixed list', firstOfMixedLists(found)),
    score('another strength from the other end', withOtherStrength(found)),
  ];
}

/** Of each list that holds a true one and another, the candidate that comes first. */
function firstOfMixedLists(found: readonly FoundPair[]): FoundPair[] {
  const lists = new Map<LabeledContact, FoundPair[]>();
  for (const pair of found) lists.set(pair.open, [...(lists.get(pair.open) ?? []), pair]);
  return [...lists.values()].flatMap((list) => {
    if (!list.some((pair) => pair.isTrue) || list.every((pair) => pair.isTrue)) return [];
    const best = [...list].sort((a, b) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength))[0];
    return best ? [best] : [];
  });
}

function withOtherStrength(found: readonly FoundPair[]): FoundPair[] {
  const key = (a: LabeledContact, b: LabeledContact) => `${a.contact.id} ${b.contact.id}`;
  const strengthOf = new Map(found.map((pair) => [key(pair.open, pair.candidate), pair.strength]));
  return found.filter((pair) => {
    const back = strengthOf.get(key(pair.candidate, pair.open));
    return back !== undefined && back !== pair.strength;
  });
}

function countTruePairs(portal: readonly LabeledContact[]): number {
  const sizes = new Map<number, number>();
  for (const { person } of portal) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + size * (size - 1), 0);
}

/** Prints the scores of the portal of `seed`: asked as when a contact is opened, and looking further. */
export function printMatching(seed = '1'): void {
  const portal = generatePortal(Number(seed));
  console.log(
    `${portal.length} records of ${new Set(portal.map((each) => each.person)).size} people, seed ${seed}`,
  );
  const rounds: readonly (readonly [string, readonly Way[]])[] = [
    ['e-mail and phone', ['email', 'phone']],
    ['with the full name', automaticWays],
    ['looking further', [...automaticWays, ...furtherWays]],
  ];
  for (const [title, asked] of rounds) {
    console.log(`\n${title}`);
    for (const { claim, pairs, precision, recall } of measure(portal, asked))
      console.log(
        `  ${claim.padEnd(40)} ${String(pairs).padStart(7)} ${precision.toFixed(3)} / ${recall.toFixed(3)}`,
      );
  }
  console.log('\nnames of one person / of two people, over all pairs that any way finds');
  for (const line of nameScores(portal)) console.log(`  ${line}`);
}

/** How the names of two people, and of one, go together: the share of each verdict, over pairs that share a value. */
function nameScores(portal: readonly LabeledContact[]): string[] {
  const labels = new Map(portal.map((each) => [each.contact, each]));
  const parsed = new Map(portal.map((each) => [each.contact, parseName(each.contact)]));
  const indexes = [...automaticWays, ...furtherWays].map((way) => createIndex([...labels.keys()], way));
  const counts = { one: new Map<NameVerdict, number>(), two: new Map<NameVerdict, number>() };
  for (const { contact, person } of portal) {
    for (const other of new Set(indexes.flatMap((find) => [...find(contact)]))) {
      const [own, twin] = [parsed.get(contact), parsed.get(other)];
      if (!own || !twin) continue;
      const count = labels.get(other)?.person === person ? counts.one : counts.two;
      const { verdict } = compareParsedNames(own, twin, nameTables);
      count.set(verdict, (count.get(verdict) ?? 0) + 1);
    }
  }
  const share = (count: ReadonlyMap<NameVerdict, number>, verdict: NameVerdict) =>
    (count.get(verdict) ?? 0) / [...count.values()].reduce((sum, each) => sum + each, 0);
  return nameVerdicts.map(
    (verdict) =>
      `${verdict.padEnd(12)} ${share(counts.one, verdict).toFixed(3)} / ${share(counts.two, verdict).toFixed(3)}`,
  );
}
