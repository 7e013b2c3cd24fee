import type { Contact } from '../src/duplicates/contact';
import { contactFields } from '../src/duplicates/contact-fields';

let made = 0n;

/** A new id of 18 digits: more than a JavaScript number holds. */
function newId(): string {
  return String(450000000000123001n + made++);
}

/** A contact with an id of its own, with nothing known but what is given. */
export function contact(known: Partial<Contact> = {}): Contact {
  const empty = contactFields.map(({ key, kind }) => [key, kind === 'flag' ? false : null]);
  const fields = { ...Object.fromEntries(empty), id: newId(), customFields: {}, ...known };
  return { sentFields: new Set(Object.keys(fields)), ...fields };
}

/** A contact of which Desk sent these fields and no others. */
export function sparseContact(fields: Partial<Contact>): Contact {
  return contact({ ...fields, sentFields: new Set(Object.keys(fields)) });
}

/** Contacts with the ids A, B, C …, so that a test can name them as the panel does. */
export function contactsABC(known: readonly Partial<Contact>[]): Contact[] {
  return known.map((fields, index) => contact({ id: String.fromCharCode(65 + index), ...fields }));
}

export function contacts(count: number): Contact[] {
  return Array.from({ length: count }, () => contact());
}

/** A contact as Desk's lists send it, with an id of its own, overwritten by what is given. */
export function rawContact(given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const id = newId();
  return {
    id,
    firstName: 'Robin',
    lastName: 'Ash',
    email: `robin.${id}@customers.example`,
    secondaryEmail: null,
    phone: null,
    type: null,
    accountId: null,
    ownerId: '450000000000056001',
    createdTime: '2024-02-29T08:30:00.000Z',
    isEndUser: false,
    isSpam: false,
    ...given,
  };
}

export function rawContacts(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, () => rawContact());
}

/** Rows of Desk's list of duplicate values, each with a value of its own. */
export function rawDuplicateValues(count: number, start = 0): { count: number; fieldValue: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    count: 2,
    fieldValue: `shared.${start + index}@customers.example`,
  }));
}
