import type { Contact } from '../src/duplicates/contact';

let made = 0n;

/** A new id of 18 digits: more than a JavaScript number holds. */
function newId(): string {
  return String(450000000000123001n + made++);
}

/** A contact of its own, of which nothing is known but what is given. */
export function contact(known: Partial<Contact> = {}): Contact {
  const fields = {
    id: newId(),
    firstName: null,
    lastName: null,
    email: null,
    secondaryEmail: null,
    phone: null,
    mobile: null,
    type: null,
    accountId: null,
    accountName: null,
    ownerId: null,
    ownerName: null,
    title: null,
    description: null,
    street: null,
    city: null,
    state: null,
    zip: null,
    country: null,
    facebook: null,
    twitter: null,
    language: null,
    webUrl: null,
    createdTime: null,
    modifiedTime: null,
    isPortalUser: false,
    isSpam: false,
    isAnonymous: false,
    isDeleted: false,
    crmRecord: null,
    happiness: null,
    customFields: {},
    ...known,
  };
  return { told: new Set(Object.keys(fields)), ...fields };
}

/** A contact of which Desk told these fields and no other. */
export function toldAlone(fields: Partial<Contact>): Contact {
  return contact({ ...fields, told: new Set(Object.keys(fields)) });
}

export function contacts(count: number): Contact[] {
  return Array.from({ length: count }, () => contact());
}

/** A contact of its own as Desk's lists tell it, overwritten by what is told. */
export function rawContact(told: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
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
    ...told,
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
