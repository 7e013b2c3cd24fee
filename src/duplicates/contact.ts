/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** How satisfied the contact was with past tickets, in whole percent. */
export interface Happiness {
  readonly good: number;
  readonly ok: number;
  readonly bad: number;
}

/** The CRM record a contact is linked to; `kind` is Desk's word for the module, such as `contacts` or `leads`. */
export interface CrmRecord {
  readonly id: string;
  readonly kind: string | null;
}

/**
 * A contact of the portal. Every field but the id may be missing: Desk leaves fields out by call, by
 * profile and by edition (zoho/zohodesk-oas, Contact.json). `null` means empty or not told.
 */
export interface Contact {
  /** Digits as a rule. Always a string, since Desk's ids exceed what a JavaScript number holds. */
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly secondaryEmail: string | null;
  readonly phone: string | null;
  readonly mobile: string | null;
  readonly type: string | null;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly country: string | null;
  readonly facebook: string | null;
  readonly twitter: string | null;
  readonly language: string | null;
  /** The record's page in Desk, as Desk gave it: not yet checked to be a safe link. */
  readonly webUrl: string | null;
  readonly createdTime: Instant | null;
  readonly modifiedTime: Instant | null;
  /** Has a help-center login (Desk's `isEndUser`); such a contact cannot be merged away. */
  readonly isPortalUser: boolean;
  readonly isSpam: boolean;
  readonly isAnonymous: boolean;
  readonly isDeleted: boolean;
  readonly crmRecord: CrmRecord | null;
  readonly happiness: Happiness | null;
  /** Custom fields by API name. */
  readonly customFields: Readonly<Record<string, string | null>>;
  /** The properties that Desk told, be they empty; of the others nothing is known. */
  readonly told: ReadonlySet<string>;
}

/** What lists tell of a contact, and what its single record tells where it was read: see `detailed`, by contact id. */
export function withDetails(listed: Contact, detailed: ReadonlyMap<string, Contact>): Contact {
  const record = detailed.get(listed.id);
  return record ? joinContacts(record, listed) : listed;
}

/** One record of what two answers tell of it; `first` goes before `second`, but for what it leaves empty. */
export function joinContacts(first: Contact, second: Contact): Contact {
  const filledCustom = Object.entries(first.customFields).filter(([, value]) => value !== null);
  const filled = Object.entries(first).filter(([, value]) => value !== null && value !== false);
  return {
    ...second,
    ...Object.fromEntries(filled),
    customFields: { ...first.customFields, ...second.customFields, ...Object.fromEntries(filledCustom) },
    told: new Set([...second.told, ...first.told]),
  };
}

/** The name as Desk shows it, or `null` for a contact that has none. */
export function fullName(contact: Pick<Contact, 'firstName' | 'lastName'>): string | null {
  return [contact.firstName, contact.lastName].filter(Boolean).join(' ') || null;
}
