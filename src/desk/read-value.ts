import { type Instant, longestLine, longestText } from '../duplicates/contact';

/*
 * Plain values as loosely as Desk sends them: each reader accepts anything, and gives nothing for what it cannot read.
 */

/**
 * Text without blanks around it, and cut where it is longer than a field of Desk's: comparing and drawing it would take
 * too long. Half of a surrogate pair becomes U+FFFD: nothing with one can be part of an address.
 */
export function readText(value: unknown, longest: number = longestText): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  return (text.length > longest ? `${text.slice(0, longest - 1)}…` : text).toWellFormed() || null;
}

/** Text of one line, such as a name. */
export function readLine(value: unknown): string | null {
  return readText(value, longestLine);
}

/**
 * An id of Desk's: an int64 as text or as a number (zoho/zohodesk-oas), so at most 19 digits. Anything else could change
 * the address of a call. A number past 2^53 has lost digits on its way here: it could be somebody else's id.
 */
export function readId(value: unknown): string | null {
  const text = typeof value === 'number' && !Number.isSafeInteger(value) ? null : readText(value);
  return text !== null && /^\d{1,19}$/.test(text) ? text : null;
}

/** A time that is in no calendar cannot be shown: it counts as none. */
export function readInstant(value: unknown): Instant | null {
  const text = readText(value) ?? '';
  const date = new Date(/^-?\d+$/.test(text) ? Number(text) : text);
  return Number.isNaN(date.getTime()) ? null : date.getTime();
}

/** Whether a switch is on: what says nothing of the kind is off. */
export function readFlag(value: unknown): boolean {
  return value === true || readText(value)?.toLowerCase() === 'true';
}

/** `null` for what says neither. */
export function readBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : null;
}

/** A whole number that is not negative, as such or as text. */
export function readCount(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : null;
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null;
}
