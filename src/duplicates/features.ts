import { type Account, accountOf } from './accounts';
import { type Contact, fullName } from './contact';
import { emailFields, phoneFields } from './contact-fields';
import { emailKey } from './emails';
import { nameKey, nameTokens } from './name-tokens';
import type { ParsedName } from './names/parse-name';
import { type ParsedPhone, parsePhone } from './phones';
import type { Readers } from './readers';

/** A contact's values, ready to be compared with those of many others. */
export interface Features {
  /** The addresses as written, by what they are compared by. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly numbers: readonly ParsedPhone[];
  readonly nameKey: string | null;
  readonly nameTokens: readonly string[];
  /** The two fields as written, or `null` for a contact without a name. */
  readonly writtenName: string | null;
  /** `null` until the reader of names has come. */
  readonly name: ParsedName | null;
  /** What makes one person of records with one name. */
  readonly links: readonly string[];
  readonly account: Account;
}

/** Parses each number once, however many contacts have it. */
export function createFeaturesOf({ toE164, near }: Readers): (contact: Contact) => Features {
  const numbers = new Map<string, ParsedPhone | null>();
  const parse = (phone: string) => {
    const parsed = numbers.get(phone) ?? (numbers.has(phone) ? null : parsePhone(phone, toE164));
    numbers.set(phone, parsed);
    return parsed;
  };
  return (contact) => {
    const addresses = addressesOf(contact);
    const parsed = phoneFields.flatMap((key) => (contact[key] && parse(contact[key])) || []);
    const account = accountOf(contact);
    return {
      addresses,
      numbers: parsed,
      nameKey: nameKey(contact),
      nameTokens: nameTokens(contact),
      writtenName: fullName(contact) && `${contact.firstName ?? ''}|${contact.lastName ?? ''}`,
      name: near?.parseName(contact) ?? null,
      links: linksOf([...addresses.keys()], parsed, account),
      account,
    };
  };
}

/** Mailboxes and numbers of fewer characters are too common to be one person's. */
const shortestMailbox = 5;
const shortestNumber = 7;

function linksOf(addresses: readonly string[], numbers: readonly ParsedPhone[], account: Account): string[] {
  const mailboxes = addresses.flatMap((address) => address.split(/[+@]/)[0] ?? []);
  const digits = numbers.map((number) => number.digits.slice(-shortestNumber));
  return [
    ...addresses.map((address) => `address ${address}`),
    ...mailboxes.filter(({ length }) => length >= shortestMailbox).map((mailbox) => `mailbox ${mailbox}`),
    ...digits.filter(({ length }) => length >= shortestNumber).map((number) => `number ${number}`),
    ...(account.id ? [`account ${account.id}`] : []),
    ...(account.nameKey ? [`account named ${account.nameKey}`] : []),
  ];
}

function addressesOf(contact: Contact): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const email of emailFields.map((key) => contact[key])) {
    // Without an @ it is a word for having none, such as n/a, and no address.
    if (email && /\S@\S/.test(email) && !addresses.has(emailKey(email)))
      addresses.set(emailKey(email), email.trim());
  }
  return addresses;
}
