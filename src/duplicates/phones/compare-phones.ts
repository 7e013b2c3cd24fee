import type { ParsedPhone } from './parse-phone';

/** How two phone numbers that reach the same line are written. */
export type PhoneMatch = 'same' | 'otherFormat';

/** How two numbers match; the same whichever comes first. */
export type MatchPhones = (a: ParsedPhone, b: ParsedPhone) => PhoneMatch | null;

/**
 * Whether two phone numbers reach the same line, and whether they are written alike; which comes first makes no
 * difference. Where the E.164 form of one is not known, digits decide, so that numbers of countries nobody configured
 * still find each other.
 *
 * Not transitive: a number without an extension matches two whose extensions differ, and a national form the numbers of
 * two countries. Whoever counts takes all that is connected (`growing-line`), since it must be as many from either end;
 * whoever tells values apart takes only what matches throughout (`key-by-line`), since none may be lost.
 */
export function comparePhones(a: ParsedPhone, b: ParsedPhone): PhoneMatch | null {
  if (a.written === b.written) return 'same';
  if (a.extension && b.extension && a.extension !== b.extension) return null;
  return endAlike(a, b) && reachSameLine(a, b) ? 'otherFormat' : null;
}

function reachSameLine(a: ParsedPhone, b: ParsedPhone): boolean {
  const [one, other] = [a.e164(), b.e164()];
  if (one && other) return one === other;
  return (a.digits === b.digits && a.digits.length >= 6) || isNationalForm(a, b) || isNationalForm(b, a);
}

/** What may stand before a national number; Ivory Coast, Gabon and the Congo keep its zero behind their codes. */
const countryCode = /^(?:[1-9]\d{0,2}|2(?:25|41|42)0)$/;

function isNationalForm(national: ParsedPhone, international: ParsedPhone): boolean {
  if (national.kind !== 'withTrunkZero' || international.kind !== 'international') return false;
  const rest = national.digits.slice(1);
  return (
    rest.length >= 7 &&
    international.digits.length <= 15 &&
    international.digits.endsWith(rest) &&
    countryCode.test(international.digits.slice(0, -rest.length))
  );
}

/** Numbers of one line end alike, however they are written. */
export function endAlike(a: ParsedPhone, b: ParsedPhone): boolean {
  return a.digits.slice(-4) === b.digits.slice(-4);
}
