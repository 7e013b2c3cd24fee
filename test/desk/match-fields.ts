import type { RawContact, SamplePortal } from './portal';

/** The fields that Desk matches contacts by (zoho/zohodesk-oas, ContactDeduplication.json). */
export const matchFields = [
  'firstName',
  'lastName',
  'email',
  'secondaryEmail',
  'phone',
  'fullName',
  'bothEmail',
] as const;
export type MatchField = (typeof matchFields)[number];

/** Contacts that share a value; at least two, none of them deleted. */
export interface ValueGroup {
  /** As the first of its contacts has it: the others may differ from it in case. */
  readonly fieldValue: string;
  readonly contacts: readonly RawContact[];
}

/** All groups of a match field, by their value in lower case: that is how Desk compares. */
export function groupsBy(portal: SamplePortal, field: MatchField): Map<string, ValueGroup> {
  const groups = new Map<string, { fieldValue: string; contacts: RawContact[] }>();
  for (const contact of portal.contacts.values()) {
    if (contact.isDeleted) continue;
    for (const [key, fieldValue] of valuesOf(contact, field)) {
      const group = groups.get(key);
      if (group) group.contacts.push(contact);
      else groups.set(key, { fieldValue, contacts: [contact] });
    }
  }
  return new Map([...groups].filter(([, { contacts }]) => contacts.length > 1));
}

/** What a contact has in a match field, by its lower case: a contact with one address in both fields counts once. */
function valuesOf(contact: RawContact, field: MatchField): Map<string, string> {
  const { firstName, lastName, email, secondaryEmail } = contact;
  const told =
    field === 'fullName'
      ? [[firstName, lastName].filter(Boolean).join(' ')]
      : field === 'bothEmail'
        ? [email, secondaryEmail]
        : [contact[field]];
  const values = told.filter((value): value is string => typeof value === 'string' && value !== '');
  return new Map(values.map((value) => [value.toLowerCase(), value]));
}
