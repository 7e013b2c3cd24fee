import type { KindByKey } from './contact-fields';

/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** Digits as a rule. Always a string, since Desk's ids exceed what a JavaScript number holds. */
export type ContactId = string;

/** The most characters that a name, an address or a number may have here; Desk's own fields hold fewer. */
export const longestLine = 1000;

/** The most characters of any other text; Desk's own text areas hold as many. */
export const longestText = 65_535;

/** The CRM record a contact is linked to; `kind` is Desk's word for the module, such as `contacts` or `leads`. */
export interface CrmRecord {
  readonly id: string;
  readonly kind: string | null;
}

/** What a field of each kind holds. An account and an owner are held by name, beside a field with the id. */
export interface ValueByKind {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly text: string | null;
  readonly account: string | null;
  readonly owner: string | null;
  readonly id: string | null;
  readonly crm: CrmRecord | null;
  readonly flag: boolean;
  readonly instant: Instant | null;
}

/**
 * A contact of the portal: the fields of `contact-fields.ts`, and these. Any field but the id may be missing, since
 * Desk leaves fields out by call, by profile and by edition (zoho/zohodesk-oas, Contact.json). `null` and `false` mean
 * empty or not sent.
 */
export interface Contact extends ContactFields {
  readonly id: ContactId;
  /** By API name, or by label where Desk sent no API names. */
  readonly customFields: Readonly<Record<string, string | null>>;
  /** Properties present in Desk's answer, even if empty; `cf` where custom fields go by API name. The others were not sent. */
  readonly sentFields: ReadonlySet<string>;
}

type ContactFields = { readonly [Key in keyof KindByKey]: ValueByKind[KindByKey[Key]] };

/** The name as Desk shows it, or `null` for a contact that has none. */
export function fullName(contact: Pick<Contact, 'firstName' | 'lastName'>): string | null {
  return [contact.firstName, contact.lastName].filter(Boolean).join(' ') || null;
}

/** Orders contacts by age, the oldest first, those of unknown age last; at a tie the id decides. */
export function olderFirst(a: Contact, b: Contact): number {
  return (
    (a.createdTime ?? Infinity) - (b.createdTime ?? Infinity) || (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}
