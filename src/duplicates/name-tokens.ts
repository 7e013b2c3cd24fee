import type { Contact } from './contact';
import { words } from './words';

type Named = Pick<Contact, 'firstName' | 'lastName'>;

/**
 * The words of a contact's name. A part that is an email address, holds a phone number or has no letters is no
 * name: Desk and phone systems put such things there for want of a name.
 */
export function nameTokens(contact: Named): string[] {
  return [contact.firstName, contact.lastName].flatMap((part) => (part && isName(part) ? words(part) : []));
}

function isName(part: string): boolean {
  const digits = part.match(/\p{Nd}/gu)?.length ?? 0;
  return /\p{L}/u.test(part) && digits < 7 && !/^<?\S+@\S+$/.test(part.trim());
}

/** The name as it is compared, or `null` for a contact without one: equal for `Doe, JANÉ` and `Jane Doe`. */
export function nameKey(contact: Named): string | null {
  return nameTokens(contact).sort().join(' ') || null;
}

/** Parts of names, and titles, that strangers share. */
const commonToStrangers = new Set(
  (
    'van von der den de del della di da do dos das du la le el al bin ibn ter ten zu ' +
    'mr mrs ms miss mx dr prof herr frau mme mlle sr sra'
  ).split(' '),
);

/**
 * Whether these two names are hardly those of one person: nothing in one is in the other. Names without a script in
 * common say nothing about each other, nor does a name that is not there.
 */
export function namesConflict(a: readonly string[], b: readonly string[]): boolean {
  const [own, other] = [tellingTokens(a), tellingTokens(b)];
  return shareScript(own, other) && !own.some((token) => other.some((twin) => shareToken(token, twin)));
}

function tellingTokens(tokens: readonly string[]): string[] {
  const names = tokens.filter((token) => /\p{L}/u.test(token));
  const telling = names.filter((token) => !commonToStrangers.has(token));
  return telling.length ? telling : names;
}

function shareToken(a: string, b: string): boolean {
  return a === b || standsFor(a, b) || standsFor(b, a);
}

/** Scripts that write a whole name without blanks: `山田太郎` is `太郎 山田`. */
const withoutBlanks =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function standsFor(short: string, long: string): boolean {
  if (withoutBlanks.test(short)) return long.startsWith(short) || long.endsWith(short);
  return [...short].length === 1 && long.startsWith(short);
}

const scripts = [
  ...['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Georgian', 'Hebrew', 'Arabic', 'Syriac', 'Ethiopic'],
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
  ...['Sinhala', 'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Khmer', 'Mongolian', 'Hangul', 'Hiragana', 'Katakana'],
  'Han',
].map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));

function shareScript(a: readonly string[], b: readonly string[]): boolean {
  const [own, other] = [a.join(' '), b.join(' ')];
  return scripts.some((script) => script.test(own) && script.test(other));
}
