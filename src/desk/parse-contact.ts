import { isRecord, type Json } from '../base/json';
import type { Contact, CrmRecord, ValueByKind } from '../duplicates/contact';
import { type ContactField, contactFields, type FieldKind } from '../duplicates/contact-fields';
import { readFlag, readId, readInstant, readLine, readText } from './read-value';

/*
 * Desk's contact objects, as loosely as they come (zoho/zohodesk-oas, Contact.json, and its own examples): every
 * field may be missing or null, ids are strings or integers, booleans may be text, times are ISO or epoch
 * milliseconds. A field that cannot be read counts as empty; only an object without an id is refused, which leaves nothing
 * for a schema to check: each kind of field has a reader that accepts anything.
 */

/** `type` is text, or a list of one. */
function readCrmRecord(value: unknown): CrmRecord | null {
  if (!isRecord(value)) return null;
  const id = readId(value.id);
  return id === null ? null : { id, kind: readText([value.type].flat()[0]) };
}

/** `account` is `{id, accountName}`, there when `include=accounts` was asked for. */
function readAccountName(value: unknown): string | null {
  return isRecord(value) ? readLine(value.accountName) : null;
}

function readFullName(value: unknown): string | null {
  return isRecord(value)
    ? readLine(
        [value.firstName, value.lastName]
          .map((part) => readText(part))
          .filter(Boolean)
          .join(' '),
      )
    : null;
}

/** Custom fields may hold text, numbers, booleans and lists (multi-select); all are compared as text. */
function readCustomFields(value: unknown): Contact['customFields'] {
  const fields = Object.entries(isRecord(value) ? value : {});
  return Object.fromEntries(fields.map(([name, held]) => [readLine(name) ?? '', readCustomField(held)]));
}

function readCustomField(held: unknown): string | null {
  const values = [held].flat().map((one) => readText(typeof one === 'boolean' ? String(one) : one));
  return readText(values.filter(Boolean).join('; '));
}

const readers: { readonly [Kind in FieldKind]: (value: unknown) => ValueByKind[Kind] } = {
  name: readLine,
  email: readLine,
  phone: readLine,
  text: (value) => readText(value),
  id: readId,
  account: readAccountName,
  owner: readFullName,
  crm: readCrmRecord,
  flag: readFlag,
  instant: readInstant,
};

/** The contact in an object of Desk's, or `null` if it holds none (no id). */
export function parseContact(value: unknown): Contact | null {
  const raw = isRecord(value) ? value : {};
  const id = readId(raw.id);
  if (!id) return null;
  const fields = contactFields.map((field) => [field.key, readField(raw, field)] as const);
  const contact = {
    ...Object.fromEntries(fields),
    id,
    customFields: customFieldsIn(raw),
    sentFields: sentFieldsOf(raw),
  } as Contact;
  return { ...contact, accountId: contact.accountId ?? idIn(raw.account) };
}

function readField(raw: Json, { kind, ...field }: ContactField): ValueByKind[FieldKind] {
  const values = namesOf(field).map((name) => readers[kind](raw[name]));
  return values.find(Boolean) ?? values[0] ?? null;
}

function namesOf({ key, deskNames }: Pick<ContactField, 'key' | 'deskNames'>): readonly string[] {
  return deskNames ?? [key];
}

function idIn(value: unknown): string | null {
  return isRecord(value) ? readId(value.id) : null;
}

/** Desk sends custom fields twice: by label in `customFields`, by API name in `cf`. */
function customFieldsIn(raw: Json): Contact['customFields'] {
  return readCustomFields(namesIn(raw.cf).length ? raw.cf : raw.customFields);
}

function namesIn(fields: unknown): readonly string[] {
  return isRecord(fields) ? Object.keys(fields) : [];
}

function sentFieldsOf(raw: Json): ReadonlySet<string> {
  const isSent = (name: string) => raw[name] !== undefined;
  const sent = contactFields.filter((field) => namesOf(field).some(isSent)).map(({ key }) => key);
  const custom = ['cf', 'customFields'].some(isSent) ? ['customFields'] : [];
  return new Set(['id', ...sent, ...custom, ...(namesIn(raw.cf).length ? ['cf'] : [])]);
}
