import { type Contact, fullName } from '../../../src/duplicates/contact';

/** The ways in which a contact's duplicates can be looked for; each gives the keys under which a contact is found. */
export const ways = {
  email: ({ email, secondaryEmail }) => [email, secondaryEmail],
  phone: ({ phone, mobile }) => [phone, mobile],
  fullName: (contact) => [fullName(contact)],
  account: ({ accountId }) => [accountId],
  lastName: ({ lastName }) => [lastName],
} satisfies Record<string, (contact: Contact) => (string | null)[]>;
export type Way = keyof typeof ways;

/** Asked by themselves, and asked on a click. */
export const automaticWays: readonly Way[] = ['email', 'phone', 'fullName'];
export const furtherWays: readonly Way[] = ['account', 'lastName'];

/** Finds as Desk does: equal values, whatever their case. */
export function createIndex(contacts: readonly Contact[], way: Way): (open: Contact) => ReadonlySet<Contact> {
  const holders = new Map<string, Set<Contact>>();
  const keysOf = (contact: Contact) => ways[way](contact).flatMap((value) => value?.toLowerCase() || []);
  for (const contact of contacts) {
    for (const key of keysOf(contact)) holders.set(key, (holders.get(key) ?? new Set()).add(contact));
  }
  return (open) =>
    new Set(keysOf(open).flatMap((key) => [...(holders.get(key) ?? [])].filter((each) => each !== open)));
}
