import * as v from 'valibot';
import { isRecord } from '../base/json';
import type { Contact, CrmRecord, Happiness, Instant } from '../duplicates/contact';

/*
 * Desk's contact objects, as loosely as they come (zoho/zohodesk-oas, Contact.json, and its own examples): every
 * field may be missing or null, ids are strings or integers, booleans may be text, times are ISO or epoch
 * milliseconds. A field that cannot be read counts as empty; only a record without an id is refused.
 */

/** A field that `read` understands; it is given `undefined` where the field is missing. */
function field<T>(read: (value: unknown) => T) {
  return v.fallback(v.pipe(v.unknown(), v.transform(read)), read(undefined));
}

export function readText(value: unknown): string | null {
  return (typeof value === 'string' || typeof value === 'number') && String(value).trim()
    ? String(value).trim()
    : null;
}

/**
 * An id of Desk's: an int64 as text or as a number (zoho/zohodesk-oas), so at most 19 digits. Anything else could change
 * the address of a call. A number past 2^53 has lost digits on its way here: it could be somebody else's id.
 */
export function readId(value: unknown): string | null {
  const text = typeof value === 'number' && !Number.isSafeInteger(value) ? null : readText(value);
  return text !== null && /^\d{1,19}$/.test(text) ? text : null;
}

function readInstant(value: unknown): Instant | null {
  const told = readText(value) ?? '';
  const instant = /^-?\d+$/.test(told) ? Number(told) : Date.parse(told);
  return Number.isFinite(instant) ? instant : null;
}

function readFlag(value: unknown): boolean {
  return String(value).toLowerCase() === 'true';
}

function readPercentage(value: unknown): number {
  return Number(readText(value) ?? Number.NaN);
}

function readHappiness(value: unknown): Happiness | null {
  if (!isRecord(value)) return null;
  const good = readPercentage(value.goodPercentage);
  const ok = readPercentage(value.okPercentage);
  const bad = readPercentage(value.badPercentage);
  return Number.isFinite(good + ok + bad) ? { good, ok, bad } : null;
}

/** `type` is text, or a list of one. */
function readCrmRecord(value: unknown): CrmRecord | null {
  const id = isRecord(value) ? readId(value.id) : null;
  return id && isRecord(value) ? { id, kind: readText([value.type].flat()[0]) } : null;
}

/** `{id, accountName}`, there when `include=accounts` was asked for. */
function readAccount(value: unknown): { id: string | null; name: string | null } {
  const account = isRecord(value) ? value : {};
  return { id: readId(account.id), name: readText(account.accountName) };
}

function readFullName(value: unknown): string | null {
  return isRecord(value)
    ? readText([value.firstName, value.lastName].map(readText).filter(Boolean).join(' '))
    : null;
}

/** Custom fields may hold text, numbers, booleans and lists (multi-select); all are compared as text. */
function readCustomFields(value: unknown): Record<string, string | null> {
  const fields = Object.entries(isRecord(value) ? value : {});
  return Object.fromEntries(fields.map(([name, told]) => [name, readText([told].flat().join('; '))]));
}

const text = field(readText);
const id = field(readId);
const instant = field(readInstant);
const flag = field(readFlag);

const contactFields = {
  id: v.pipe(v.unknown(), v.transform(readId), v.string()),
  firstName: text,
  lastName: text,
  email: text,
  secondaryEmail: text,
  phone: text,
  mobile: text,
  type: text,
  accountId: id,
  account: field(readAccount),
  ownerId: id,
  owner: field(readFullName),
  title: text,
  description: text,
  street: text,
  city: text,
  state: text,
  zip: text,
  country: text,
  facebook: text,
  twitter: text,
  language: text,
  webUrl: text,
  createdTime: instant,
  modifiedTime: instant,
  isEndUser: flag,
  isSpam: flag,
  isAnonymous: flag,
  isDeleted: flag,
  isTrashed: flag,
  zohoCRMContact: field(readCrmRecord),
  customerHappiness: field(readHappiness),
  customFields: field(readCustomFields),
  cf: field(readCustomFields),
};

const contactSchema = v.pipe(
  v.object(contactFields),
  v.transform((told): Omit<Contact, 'told'> => {
    const { account, owner, isEndUser, isTrashed, zohoCRMContact, customerHappiness, cf, ...same } = told;
    return {
      ...same,
      accountId: same.accountId ?? account.id,
      accountName: account.name,
      ownerName: owner,
      isPortalUser: isEndUser,
      isDeleted: same.isDeleted || isTrashed,
      crmRecord: zohoCRMContact,
      happiness: customerHappiness,
      // Desk tells custom fields twice: by label in customFields, by API name in cf.
      customFields: Object.keys(cf).length ? cf : same.customFields,
    };
  }),
);

/** What Desk calls otherwise than we do. */
const ownNames: Readonly<Record<string, keyof Contact>> = {
  account: 'accountName',
  owner: 'ownerName',
  isEndUser: 'isPortalUser',
  isTrashed: 'isDeleted',
  zohoCRMContact: 'crmRecord',
  customerHappiness: 'happiness',
  cf: 'customFields',
};

function toldIn(value: unknown): Set<string> {
  const fields = isRecord(value) ? value : {};
  const told = Object.keys(contactFields).filter((name) => fields[name] !== undefined);
  return new Set(told.map((name) => ownNames[name] ?? name));
}

/** The contact that an object of Desk's stands for, or `null` where it holds none (no id). */
export function parseContact(value: unknown): Contact | null {
  const parsed = v.safeParse(contactSchema, value);
  return parsed.success ? { ...parsed.output, told: toldIn(value) } : null;
}
