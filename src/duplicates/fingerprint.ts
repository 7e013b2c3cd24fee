import type { Contact } from './contact';
import {
  type CustomFieldKey,
  customFieldKey,
  type FieldKey,
  type FieldKind,
  isCustomField,
} from './contact-fields';
import { comparedFields, type FieldValue, normalForm, valueText } from './field-values';
import { parsePhone } from './phones/parse-phone';
import { textKey } from './words';

/**
 * What a contact held in each field that Desk sent, to notice later that one has changed: a short hash by the field's
 * key as in the comparison, `''` for an empty field. A field that was not sent is missing. Custom fields are in it
 * while they hold something; `custom:*` is there if custom fields were sent, and stands for those beyond the first few.
 */
export type Fingerprint = Readonly<Record<string, string>>;

/** How many custom fields are told apart: more don't fit into a row of Desk's storage. */
const maxNamedFields = 20;
const maxKeyBytes = 50;

/** Stands for the custom fields that are not told apart. */
export const otherCustomFields = customFieldKey('*');

/** Uses the comparison's normal forms, so formatting differences don't count as changes. */
export function fingerprintOf(contact: Contact): Fingerprint {
  const { own, custom } = hashesOf(contact);
  if (!contact.sentFields.has('customFields')) return Object.fromEntries(own);
  const named = [...custom]
    .filter(([key]) => key !== otherCustomFields && new TextEncoder().encode(key).length <= maxKeyBytes)
    .slice(0, maxNamedFields);
  const rest = hashOfRest(custom, new Map(named));
  return Object.fromEntries([...own, ...named, [otherCustomFields, rest]]);
}

/** The keys of the fields that hold something else now; what Desk did not send then or now is no change. */
export function changedFields(before: Fingerprint, contact: Contact): FieldKey[] {
  const { own, custom } = hashesOf(contact);
  const changed: FieldKey[] = [...own].flatMap(([key, hash]) =>
    key in before && before[key] !== hash ? [key] : [],
  );
  if (!contact.sentFields.has('customFields') || !(otherCustomFields in before)) return changed;

  const named = new Map(
    Object.entries(before).flatMap(([key, hash]) =>
      isCustomField(key) && key !== otherCustomFields ? [[key, hash] as const] : [],
    ),
  );
  for (const [key, hash] of named) if ((custom.get(key) ?? '') !== hash) changed.push(key);
  if (hashOfRest(custom, named) === before[otherCustomFields]) return changed;
  const rest = [...custom.keys()].filter((key) => !named.has(key));
  // If the rest was empty, all that is there now is new and can be named.
  return [...changed, ...(before[otherCustomFields] === '' ? rest : [otherCustomFields])];
}

type Hashes<Key extends FieldKey> = ReadonlyMap<Key, string>;

function hashesOf(contact: Contact): { own: Hashes<FieldKey>; custom: Hashes<CustomFieldKey> } {
  const own = new Map<FieldKey, string>();
  const custom = new Map<CustomFieldKey, string>();
  for (const { key, kind, valueIn } of comparedFields([contact])) {
    const value = valueIn(contact);
    if (isCustomField(key)) {
      if (value) custom.set(key, hashOf(kind, value, contact));
    } else if (kind !== 'instant' && isSent(key, kind, contact)) {
      // Instants are left out: the time of creation never changes, and that of the last change doesn't say what changed.
      own.set(key, value ? hashOf(kind, value, contact) : '');
    }
  }
  return { own, custom };
}

/** An account is known by its id, which is all that some lists send of it. */
function isSent(key: FieldKey, kind: FieldKind, { sentFields }: Contact): boolean {
  return sentFields.has(key) || (kind === 'account' && sentFields.has('accountId'));
}

function hashOf(kind: FieldKind, value: FieldValue, contact: Contact): string {
  const text = valueText(value);
  switch (kind) {
    case 'crm':
      return hash(contact.crmRecord?.id ?? '');
    case 'account':
      return hash(normalForm(kind, contact.accountId || text));
    case 'phone':
      return hash(phoneKey(text));
    default:
      return hash(normalForm(kind, text));
  }
}

/** The last nine digits are the same with or without a country code in most countries. */
const comparedDigits = 9;

/** By digits alone: what a number means in its country depends on what is known of the portal, and that may change. */
function phoneKey(text: string): string {
  const parsed = parsePhone(text, null);
  if (!parsed?.digits) return textKey(text);
  return `${parsed.digits.slice(-comparedDigits)} ${parsed.extension ?? ''}`;
}

function hashOfRest(custom: ReadonlyMap<string, string>, named: ReadonlyMap<string, string>): string {
  const rest = [...custom].filter(([key]) => !named.has(key)).map((entry) => entry.join(' '));
  return rest.length ? hash(rest.sort().join('\n')) : '';
}

/** 32-bit FNV-1a in base 36. Short and unlikely to collide; not meant to be secret. */
export function hash(text: string): string {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  return (state >>> 0).toString(36);
}
