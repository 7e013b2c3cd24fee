import type { ParsedPhone, PhoneMatch } from './phones';

/** How two numbers match; the same whichever comes first. */
export type MatchPhones = (a: ParsedPhone, b: ParsedPhone) => PhoneMatch | null;

/**
 * The numbers that are connected to one number: they match it, or match one that does. Matching alone would count
 * differently from either end: a number without an extension matches two whose extensions differ.
 */
export interface PhoneLine {
  /** Adds a number. Returns whether it connects numbers that stood apart before. */
  add(number: ParsedPhone): boolean;
  has(number: ParsedPhone): boolean;
}

export function createPhoneLine(first: ParsedPhone, match: MatchPhones): PhoneLine {
  const connected = new Set([first]);
  const apart = new Set<ParsedPhone>();

  return {
    has: (number) => connected.has(number),
    add(number) {
      if (connected.has(number) || apart.has(number)) return false;
      if (!some(connected, (member) => match(member, number) !== null)) {
        apart.add(number);
        return false;
      }
      const reached = new Set([number]);
      // `for…of` also visits items added during the loop.
      for (const member of reached) {
        connected.add(member);
        for (const other of apart) {
          if (match(member, other) === null) continue;
          apart.delete(other);
          reached.add(other);
        }
      }
      return reached.size > 1;
    },
  };
}

function some<Item>(items: Iterable<Item>, test: (item: Item) => boolean): boolean {
  for (const item of items) if (test(item)) return true;
  return false;
}

/** Numbers of one line end alike, however they are written. */
export function endAlike(a: ParsedPhone, b: ParsedPhone): boolean {
  return a.digits.slice(-4) === b.digits.slice(-4);
}
