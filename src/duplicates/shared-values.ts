import type { Features } from './features';
import type { FuzzyMatcher } from './fuzzy-matcher';
import type { Matchers } from './matchers';
import type { PersonCounter } from './persons';
import { comparePhones, endAlike, type MatchPhones } from './phones/compare-phones';
import { createGrowingLine } from './phones/growing-line';
import type { ParsedPhone, ToE164 } from './phones/parse-phone';
import { isRoleMailbox } from './role-mailboxes';

/** When this many people hold a value, it says little about any two records. */
export const sharedByManyFrom = 6;

/** A name by itself says that two records are of one person while no more people have it. */
const sharedByFewUpTo = 3;

/** Who holds a value. The object stays the same while nothing of it changes. */
export interface Holders {
  /** So many contacts, the open one included. Exact below a hundred, rounded down from there on: see `roundedDown`. */
  readonly count: number;
  /** Whether these are many people, rather than records of a few. */
  readonly isMany: boolean;
  /** Whether they are so few that they may well be one. */
  readonly isFew: boolean;
}

/** A value of the open contact. What is counted grows with every page that is read. */
export interface HeldValue {
  readonly holders: () => Holders;
}

interface HeldAddress extends HeldValue {
  readonly address: string;
  readonly isRole: boolean;
}

interface SharedNumber extends HeldValue {
  readonly phone: string;
  readonly otherFormat: boolean;
}

/** What the open contact and another one share, each value once. */
export interface SharedValues {
  readonly other: Features;
  readonly emails: readonly HeldAddress[];
  readonly phones: readonly SharedNumber[];
  /** The name, if it is the same. */
  readonly name: HeldValue | null;
  /** Numbers of the other that may be connected to one of the open contact's: see `GrowingLine`. */
  readonly alikeNumbers: readonly ParsedPhone[];
}

/** The values of the open contact, and who else has them. */
export interface OpenValues {
  sharedWith(other: Features, hasSameName: boolean): SharedValues;
  /** Counts anew who has them: these contacts, the open one among them. Returns whether a count has changed. */
  count(all: readonly SharedValues[]): boolean;
  /** Counts these too. */
  add(more: readonly SharedValues[]): boolean;
}

export function createOpenValues(own: Features, { toE164, fuzzy }: Matchers): OpenValues {
  const match = phoneMatcher(toE164, fuzzy);
  const byName = fuzzy?.countByName ?? countRecords;
  const addresses = [...own.addresses].map(([key, address]) => {
    return { key, address, isRole: isRoleMailbox(address), ...createTally(byName) };
  });
  const lines = own.numbers.map((number) => {
    return { number, line: createGrowingLine(number, match), ...createTally(byName) };
  });
  const name = createTally(fuzzy?.countByValues ?? countRecords);
  let counted: SharedValues[] = [];

  function add(more: readonly SharedValues[]): boolean {
    for (const shared of more) counted.push(shared);
    for (const held of [...addresses, name]) held.add(more.filter((shared) => isShared(shared, held)));
    for (const each of lines) {
      let isJoined = false;
      for (const { alikeNumbers } of more)
        for (const number of alikeNumbers) if (each.line.add(number)) isJoined = true;
      if (isJoined) each.reset();
      each.add((isJoined ? counted : more).filter((shared) => shared.alikeNumbers.some(each.line.has)));
    }
    return [...addresses, ...lines, name].filter((held) => held.settle()).length > 0;
  }

  return {
    sharedWith: (other, hasSameName) => ({
      other,
      emails: addresses.filter(({ key }) => other.addresses.has(key)),
      phones: sharedNumbers(lines, other.numbers, match),
      name: hasSameName ? name : null,
      alikeNumbers: other.numbers.filter((one) => lines.some(({ number }) => endAlike(number, one))),
    }),
    add,
    count(all) {
      counted = [];
      for (const held of [...addresses, ...lines, name]) held.reset();
      for (const each of lines) each.line = createGrowingLine(each.number, match);
      return add(all);
    },
  };
}

function isShared({ emails, name }: SharedValues, held: HeldValue): boolean {
  return name === held || emails.some((email) => email === held);
}

/** Numbers without a country borrow the other's, once the fuzzy matcher has loaded. */
function phoneMatcher(toE164: ToE164 | null, fuzzy: FuzzyMatcher | null): MatchPhones {
  return (a, b) => {
    const match = comparePhones(a, b);
    if (match || !toE164 || !fuzzy || !endAlike(a, b)) return match;
    return fuzzy.sameNumber(a, b, toE164) ? 'otherFormat' : null;
  };
}

/** Until the fuzzy matcher has loaded, every record is a person. */
function countRecords(): PersonCounter {
  let records = 0;
  return {
    count: () => records,
    add() {
      records++;
    },
  };
}

interface Tally extends HeldValue {
  reset(): void;
  add(holders: readonly SharedValues[]): void;
  /** Makes `holders` of what was counted. Returns whether that changes them. */
  settle(): boolean;
}

function createTally(createCounter: () => PersonCounter): Tally {
  let holders: Holders = { count: 0, isMany: false, isFew: true };
  let contacts = 0;
  let persons = createCounter();
  return {
    holders: () => holders,
    reset() {
      contacts = 0;
      persons = createCounter();
    },
    add(more) {
      contacts += more.length;
      for (const { other } of more) persons.add(other);
    },
    settle() {
      const found = persons.count();
      const next = {
        count: roundedDown(contacts),
        isMany: found >= sharedByManyFrom,
        isFew: found <= sharedByFewUpTo,
      };
      if (next.count === holders.count && next.isMany === holders.isMany && next.isFew === holders.isFew)
        return false;
      holders = next;
      return true;
    },
  };
}

/**
 * The number itself below a hundred, else its first digit and zeros: whoever shares a value with thousands is not
 * weighed again with every page that brings a hundred more.
 */
export function roundedDown(count: number): number {
  const unit = count < 100 ? 1 : 10 ** Math.floor(Math.log10(count));
  return Math.floor(count / unit) * unit;
}

interface HeldNumber extends HeldValue {
  readonly number: ParsedPhone;
}

/** The open contact's numbers that the other has too, each line once, preferably where both are written alike. */
function sharedNumbers(
  own: readonly HeldNumber[],
  others: readonly ParsedPhone[],
  match: MatchPhones,
): SharedNumber[] {
  const shared = own.flatMap(({ number, holders }) => {
    const matches = others.map((other) => match(number, other));
    if (!matches.some(Boolean)) return [];
    return [{ number, phone: number.written, otherFormat: !matches.includes('same'), holders }];
  });
  const [first, second] = shared;
  if (!first || !second || !match(first.number, second.number)) return shared;
  return [first.otherFormat ? second : first];
}
