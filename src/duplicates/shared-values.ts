import { connectedTo } from '../base/connected';
import type { Contact } from './contact';
import { emailFields, phoneFields } from './contact-fields';
import { emailKey } from './emails';
import { nameKey, nameTokens } from './name-tokens';
import { comparePhones, type ParsedPhone, parsePhone, type ToE164 } from './phones';
import { isRoleMailbox } from './role-mailboxes';

/** When this many contacts hold a value, it says little about any two of them. */
export const sharedByManyFrom = 6;

/** A value of the open contact: `count` contacts hold it, the open one included. */
export interface HeldValue {
  readonly count: number;
}

export interface HeldAddress extends HeldValue {
  readonly key: string;
  readonly address: string;
  readonly isRole: boolean;
}

export interface HeldNumber extends HeldValue {
  readonly parsed: ParsedPhone;
}

export interface HeldName extends HeldValue {
  readonly key: string | null;
  readonly tokens: readonly string[];
}

export interface SharedNumber extends HeldValue {
  readonly phone: string;
  readonly otherFormat: boolean;
}

export function isSharedByMany({ count }: HeldValue): boolean {
  return count >= sharedByManyFrom;
}

/** The contact's addresses as written, by what they are compared by. */
export function addressesOf(contact: Contact): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const email of emailFields.map((key) => contact[key])) {
    // Without an @ it is a word for having none, such as n/a, and no address.
    if (email && /\S@\S/.test(email) && !addresses.has(emailKey(email)))
      addresses.set(emailKey(email), email.trim());
  }
  return addresses;
}

export function countAddresses(open: Contact, all: readonly Contact[]): HeldAddress[] {
  const held = all.map(addressesOf);
  return [...addressesOf(open)].map(([key, address]) => ({
    key,
    address,
    isRole: isRoleMailbox(address),
    count: held.filter((addresses) => addresses.has(key)).length,
  }));
}

/** Parses a number the first time it meets it. */
export type ParsePhone = (phone: string) => ParsedPhone | null;

export function parseOnce(toE164: ToE164 | null): ParsePhone {
  const known = new Map<string, ParsedPhone | null>();
  return (phone) => {
    const parsed = known.get(phone) ?? (known.has(phone) ? null : parsePhone(phone, toE164));
    known.set(phone, parsed);
    return parsed;
  };
}

export function numbersOf(contact: Contact, parse: ParsePhone): ParsedPhone[] {
  return phoneFields.flatMap((key) => (contact[key] && parse(contact[key])) || []);
}

/**
 * Counts for each number who holds it, or one that is connected to it. Matching alone would count differently from
 * either end: a number without an extension matches two whose extensions differ.
 */
export function countNumbers(open: Contact, all: readonly Contact[], parse: ParsePhone): HeldNumber[] {
  const own = numbersOf(open, parse);
  if (!own.length) return [];
  const held = all.map((contact) => numbersOf(contact, parse));
  const known = new Set(held.flat());
  return own.map((parsed) => {
    const line = new Set(connectedTo(parsed, known, (a, b) => comparePhones(a, b) !== null));
    return { parsed, count: held.filter((numbers) => numbers.some((number) => line.has(number))).length };
  });
}

/** The open contact's numbers that the other has too, each line once, preferably where both are written alike. */
export function sharedNumbers(own: readonly HeldNumber[], others: readonly ParsedPhone[]): SharedNumber[] {
  const shared = own.flatMap(({ parsed, count }) => {
    const matches = others.map((other) => comparePhones(parsed, other));
    if (!matches.some(Boolean)) return [];
    return [{ parsed, phone: parsed.written, otherFormat: !matches.includes('same'), count }];
  });
  const [first, second] = shared;
  if (!first || !second || !comparePhones(first.parsed, second.parsed)) return shared;
  return [first.otherFormat ? second : first];
}

export function countName(open: Contact, all: readonly Contact[]): HeldName {
  const key = nameKey(open);
  const count = key === null ? 0 : all.filter((contact) => nameKey(contact) === key).length;
  return { key, tokens: nameTokens(open), count };
}
