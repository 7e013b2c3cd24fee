import type { MatchPhones } from './compare-phones';
import type { ParsedPhone } from './parse-phone';

/**
 * The numbers that are connected to one number, while more of them come in: they match it, or match one that does.
 * Matching alone would count differently from either end: see `comparePhones`.
 */
export interface GrowingLine {
  /** Adds a number. Returns whether it connects numbers that stood apart before. */
  add(number: ParsedPhone): boolean;
  has(number: ParsedPhone): boolean;
}

/** The line of one number, so far with nobody but it. */
export function createGrowingLine(first: ParsedPhone, match: MatchPhones): GrowingLine {
  const connected = new Set([first]);
  const apart = new Set<ParsedPhone>();

  return {
    has: (number) => connected.has(number),
    add(number) {
      if (connected.has(number) || apart.has(number)) return false;
      if (![...connected].some((member) => match(member, number))) {
        apart.add(number);
        return false;
      }
      const reached = new Set([number]);
      // `for…of` also visits items added during the loop.
      for (const member of reached) {
        connected.add(member);
        for (const other of apart) {
          if (!match(member, other)) continue;
          apart.delete(other);
          reached.add(other);
        }
      }
      return reached.size > 1;
    },
  };
}
