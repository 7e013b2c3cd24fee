import { type Contact, fullName } from './contact';
import { emailKey } from './emails';
import { nameKey, namesConflict, nameTokens } from './names';
import { comparePhones, type ParsedPhone, parsePhone, type ToE164 } from './phones';
import { isRoleMailbox } from './role-mailboxes';
import { words } from './words';

/** Why two contacts may be one person, with the value that says so, as the open contact writes it. */
export type ReasonFor =
  | { readonly kind: 'sameEmail'; readonly address: string }
  | { readonly kind: 'samePhone'; readonly phone: string; readonly otherFormat: boolean }
  /** `otherwise`: equal only without case, accents, punctuation and word order. */
  | { readonly kind: 'sameName'; readonly written: 'alike' | 'otherwise' }
  /** `account` is empty where Desk told only the account's id. */
  | { readonly kind: 'sameAccount'; readonly account: string };

/** Why two contacts may be two people all the same. */
export type ReasonAgainst =
  /** `account` is the candidate's; empty where Desk told only its id. */
  | { readonly kind: 'otherAccount'; readonly account: string }
  | { readonly kind: 'otherCrmRecord' }
  /** They share this value, yet their names have nothing in common. */
  | { readonly kind: 'otherName'; readonly value: 'phone' | 'email' }
  | { readonly kind: 'roleMailbox'; readonly address: string }
  /** `count` contacts, these two included, hold the value that they share. */
  | { readonly kind: 'sharedByMany'; readonly field: 'email' | 'phone' | 'name'; readonly count: number };

export type Strength = 'strong' | 'likely' | 'weak';

/** What speaks for and against a candidate, and how strongly, all in all. */
export interface Evidence {
  readonly strength: Strength;
  readonly reasonsFor: readonly ReasonFor[];
  readonly reasonsAgainst: readonly ReasonAgainst[];
}

/** From so many contacts on, a shared value says little about any two of them. */
export const manyFrom = 6;

/** What the strength depends on: the same for two contacts whichever of them is open. */
export interface Facts {
  /** Same e-mail address: no role mailbox, and not shared by many. */
  readonly personalEmail: boolean;
  /** Same phone number, and not shared by many. */
  readonly ownPhone: boolean;
  readonly sameName: boolean;
  readonly nameOfMany: boolean;
  readonly sameAccount: boolean;
  /** Same role mailbox, or an e-mail address or phone number that many share. */
  readonly commonValue: boolean;
  readonly namesConflict: boolean;
  readonly otherCrmRecord: boolean;
}

/**
 * How strongly the facts speak for one person. The first row that fits decides:
 *
 * | facts                                                             | strength |
 * |-------------------------------------------------------------------|----------|
 * | two or more of: personal e-mail, own phone, same name not of many | strong   |
 * | personal e-mail, names do not conflict                            | likely   |
 * | personal e-mail, names conflict                                   | weak     |
 * | own phone, names do not conflict                                  | likely   |
 * | own phone, names conflict                                         | weak     |
 * | same name and same account                                        | likely   |
 * | same name, and a role mailbox or a value of many is shared too    | likely   |
 * | anything else                                                     | weak     |
 *
 * Links to different CRM records, and names that conflict, make `likely` of `strong`, and lower nothing else: a couple
 * may share a mailbox and a phone.
 */
export function strengthOf(facts: Facts): Strength {
  const own = [facts.personalEmail, facts.ownPhone, facts.sameName && !facts.nameOfMany].filter(Boolean);
  if (own.length >= 2) return facts.otherCrmRecord || facts.namesConflict ? 'likely' : 'strong';
  if (facts.personalEmail || facts.ownPhone) return facts.namesConflict ? 'weak' : 'likely';
  return facts.sameName && (facts.sameAccount || facts.commonValue) ? 'likely' : 'weak';
}

/**
 * Weighs candidates against the open contact. `among` is everybody found so far, the open contact included: it
 * tells how many hold a value, which is counted once, so that many candidates stay fast. The strength is the same
 * whichever of two contacts is open.
 */
export function createEvidence(
  open: Contact,
  among: readonly Contact[],
  readPhone: ToE164 | null,
): (candidate: Contact) => Evidence {
  const everybody = [...new Map([...among, open].map((contact) => [contact.id, contact])).values()];
  const read = readOnce(readPhone);
  const addresses = countAddresses(open, everybody);
  const numbers = countNumbers(open, everybody, read);
  const name = countName(open, everybody);

  return (candidate) => {
    const held = addressesOf(candidate);
    const emails = addresses.filter((address) => held.has(address.key));
    const phones = sharedNumbers(numbers, numbersOf(candidate, read));
    const isSameName = name.key !== null && name.key === nameKey(candidate);
    const comparison: Comparison = {
      emails,
      phones,
      name: isSameName ? { count: name.count, written: howWritten(open, candidate) } : null,
      namesConflict: emails.length + phones.length > 0 && namesConflict(name.tokens, nameTokens(candidate)),
      account: compareAccounts(open, candidate),
      otherCrmRecord: haveOtherCrmRecords(open, candidate),
    };
    return {
      strength: strengthOf(factsOf(comparison)),
      reasonsFor: reasonsFor(comparison),
      reasonsAgainst: reasonsAgainst(comparison),
    };
  };
}

/** What the open contact and a candidate share, and where they contradict each other. */
interface Comparison {
  readonly emails: readonly HeldAddress[];
  readonly phones: readonly SharedNumber[];
  readonly name: SharedName | null;
  /** Told only of contacts that share an e-mail address or phone number. */
  readonly namesConflict: boolean;
  readonly account: AccountReason | null;
  readonly otherCrmRecord: boolean;
}

function factsOf({ emails, phones, name, namesConflict, account, otherCrmRecord }: Comparison): Facts {
  return {
    personalEmail: emails.some((email) => !email.isRole && !isOfMany(email)),
    ownPhone: phones.some((phone) => !isOfMany(phone)),
    sameName: name !== null,
    nameOfMany: name !== null && isOfMany(name),
    sameAccount: account?.kind === 'sameAccount',
    commonValue: emails.some((email) => email.isRole) || [...emails, ...phones].some(isOfMany),
    namesConflict,
    otherCrmRecord,
  };
}

function reasonsFor({ emails, phones, name, account }: Comparison): ReasonFor[] {
  const reasons: ReasonFor[] = [];
  for (const { address } of emails) reasons.push({ kind: 'sameEmail', address });
  for (const { phone, otherFormat } of phones) reasons.push({ kind: 'samePhone', phone, otherFormat });
  if (name) reasons.push({ kind: 'sameName', written: name.written });
  if (account?.kind === 'sameAccount') reasons.push(account);
  return reasons;
}

function reasonsAgainst(comparison: Comparison): ReasonAgainst[] {
  const { emails, phones, name, namesConflict, account, otherCrmRecord } = comparison;
  const reasons: ReasonAgainst[] = [];
  if (account?.kind === 'otherAccount') reasons.push(account);
  if (otherCrmRecord) reasons.push({ kind: 'otherCrmRecord' });
  if (namesConflict && emails.length) reasons.push({ kind: 'otherName', value: 'email' });
  if (namesConflict && phones.length) reasons.push({ kind: 'otherName', value: 'phone' });
  for (const { address, isRole } of emails) if (isRole) reasons.push({ kind: 'roleMailbox', address });
  reasons.push(
    ...sharedByMany('email', emails),
    ...sharedByMany('phone', phones),
    ...sharedByMany('name', name ? [name] : []),
  );
  return reasons;
}

/** A value of the open contact: `count` contacts hold it. */
interface Held {
  readonly count: number;
}

interface HeldAddress extends Held {
  readonly key: string;
  readonly address: string;
  readonly isRole: boolean;
}

interface HeldNumber extends Held {
  readonly reading: ParsedPhone;
}

interface HeldName extends Held {
  readonly key: string | null;
  readonly tokens: readonly string[];
}

interface SharedName extends Held {
  readonly written: 'alike' | 'otherwise';
}

interface SharedNumber extends Held {
  readonly phone: string;
  readonly otherFormat: boolean;
}

/** Takes a number apart the first time it meets it. */
type ReadNumber = (phone: string) => ParsedPhone | null;

function isOfMany(held: Held): boolean {
  return held.count >= manyFrom;
}

function sharedByMany(field: 'email' | 'phone' | 'name', shared: readonly Held[]): ReasonAgainst[] {
  const count = Math.max(0, ...shared.map((held) => held.count));
  return isOfMany({ count }) ? [{ kind: 'sharedByMany', field, count }] : [];
}

/** The contact's addresses as written, by what they are compared by. */
function addressesOf(contact: Contact): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const email of [contact.email, contact.secondaryEmail]) {
    // Without an @ it is a word for having none, such as n/a, and no address.
    if (email && /\S@\S/.test(email) && !addresses.has(emailKey(email)))
      addresses.set(emailKey(email), email.trim());
  }
  return addresses;
}

function countAddresses(open: Contact, everybody: readonly Contact[]): HeldAddress[] {
  const held = everybody.map(addressesOf);
  return [...addressesOf(open)].map(([key, address]) => ({
    key,
    address,
    isRole: isRoleMailbox(address),
    count: held.filter((addresses) => addresses.has(key)).length,
  }));
}

function readOnce(readPhone: ToE164 | null): ReadNumber {
  const readings = new Map<string, ParsedPhone | null>();
  return (phone) => {
    const known = readings.get(phone);
    if (known !== undefined) return known;
    const reading = parsePhone(phone, readPhone);
    readings.set(phone, reading);
    return reading;
  };
}

function numbersOf(contact: Contact, read: ReadNumber): ParsedPhone[] {
  return [contact.phone, contact.mobile].flatMap((phone) => (phone && read(phone)) || []);
}

function countNumbers(open: Contact, everybody: readonly Contact[], read: ReadNumber): HeldNumber[] {
  const own = numbersOf(open, read);
  if (!own.length) return [];
  const held = everybody.map((contact) => numbersOf(contact, read));
  const known = new Set(held.flat());
  return own.map((reading) => {
    const line = lineOf(reading, known);
    return { reading, count: held.filter((numbers) => numbers.some((number) => line.has(number))).length };
  });
}

/**
 * The number and all that match it, or match one that does. Matching alone would count differently from either end:
 * one number without an extension matches two whose extensions differ.
 */
function lineOf(number: ParsedPhone, known: ReadonlySet<ParsedPhone>): Set<ParsedPhone> {
  const line = new Set([number]);
  const others = new Set(known);
  // A set hands out what is added to it on the way.
  for (const member of line) {
    others.delete(member);
    for (const other of others) {
      if (!comparePhones(member, other)) continue;
      line.add(other);
      others.delete(other);
    }
  }
  return line;
}

/** The open contact's numbers that the other has too, each line once, and rather where both are written alike. */
function sharedNumbers(own: readonly HeldNumber[], others: readonly ParsedPhone[]): SharedNumber[] {
  const shared = own.flatMap(({ reading, count }) => {
    const matches = others.map((other) => comparePhones(reading, other));
    if (!matches.some(Boolean)) return [];
    return [{ reading, phone: reading.written, otherFormat: !matches.includes('same'), count }];
  });
  const [first, second] = shared;
  if (!first || !second || !comparePhones(first.reading, second.reading)) return shared;
  return [first.otherFormat ? second : first];
}

function countName(open: Contact, everybody: readonly Contact[]): HeldName {
  const key = nameKey(open);
  const count = key === null ? 0 : everybody.filter((contact) => nameKey(contact) === key).length;
  return { key, tokens: nameTokens(open), count };
}

function howWritten(a: Contact, b: Contact): 'alike' | 'otherwise' {
  const [one, other] = [a, b].map((contact) =>
    fullName(contact)?.normalize('NFC').trim().replace(/\s+/g, ' '),
  );
  return one === other ? 'alike' : 'otherwise';
}

type AccountReason =
  | Extract<ReasonFor, { kind: 'sameAccount' }>
  | Extract<ReasonAgainst, { kind: 'otherAccount' }>;

/** Accounts compare by id, then by name: an account that was entered twice is one account to the agent. */
function compareAccounts(open: Contact, candidate: Contact): AccountReason | null {
  const [own, other] = [open, candidate].map((contact) => ({
    id: contact.accountId,
    key: contact.accountName ? words(contact.accountName).join(' ') || contact.accountName.trim() : null,
    name: contact.accountName?.trim() ?? '',
  }));
  if (!own || !other) return null;
  const haveBoth = { ids: own.id && other.id, names: own.key && other.key };
  if ((haveBoth.ids && own.id === other.id) || (haveBoth.names && own.key === other.key))
    return { kind: 'sameAccount', account: own.name || other.name };
  return haveBoth.ids || haveBoth.names ? { kind: 'otherAccount', account: other.name } : null;
}

function haveOtherCrmRecords(a: Contact, b: Contact): boolean {
  return a.crmRecord !== null && b.crmRecord !== null && a.crmRecord.id !== b.crmRecord.id;
}
