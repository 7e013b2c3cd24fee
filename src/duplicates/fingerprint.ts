import { type FieldValue, fieldValues, textKey, textOf, wordsKey } from './compare';
import type { Contact } from './contact';
import { emailKey } from './normalise';
import { readingOf } from './phones';

/**
 * What a contact held in each field that Desk told, to notice later that one has changed: a short hash by the field's
 * key as in the comparison, `''` for an empty field. A field that was not told is missing. Custom fields stand in it
 * while they hold something; `custom:*` is there where they were told, and stands for those beyond the first few.
 */
export type Fingerprint = Readonly<Record<string, string>>;

/** When a record was created never changes, and when it was modified says nothing about what changed. */
const leftOut: ReadonlySet<string> = new Set(['createdTime', 'modifiedTime']);

/** Custom fields that are told apart: more do not fit into a record of Desk's storage. */
const mostCustomFields = 20;
/** In bytes. */
const longestName = 50;

export const otherCustomFields = 'custom:*';

/** The values as the comparison takes them: what is only written otherwise is no change. */
export function fingerprintOf(contact: Contact): Fingerprint {
  const { own, custom } = hashesOf(contact);
  if (!contact.told.has('customFields')) return own;
  const named = [...custom]
    .filter(([key]) => key !== otherCustomFields && new TextEncoder().encode(key).length <= longestName)
    .slice(0, mostCustomFields);
  return { ...own, ...Object.fromEntries(named), [otherCustomFields]: hashOfRest(custom, new Map(named)) };
}

/** The keys of the fields that hold something else now; what Desk did not tell then or now is no change. */
export function changedFields(before: Fingerprint, contact: Contact): string[] {
  const { own, custom } = hashesOf(contact);
  const changed = Object.keys(own).filter((key) => key in before && before[key] !== own[key]);
  if (!contact.told.has('customFields') || !(otherCustomFields in before)) return changed;

  const named = new Map(
    Object.entries(before).filter(([key]) => key.startsWith('custom:') && key !== otherCustomFields),
  );
  const changedNamed = [...named].filter(([key, hash]) => (custom.get(key) ?? '') !== hash);
  changed.push(...changedNamed.map(([key]) => key));
  if (hashOfRest(custom, named) === before[otherCustomFields]) return changed;
  const rest = [...custom.keys()].filter((key) => !named.has(key));
  // Where the rest was empty, all that is there now is new and can be named.
  return [...changed, ...(before[otherCustomFields] === '' ? rest : [otherCustomFields])];
}

function hashesOf(contact: Contact) {
  const own: Record<string, string> = {};
  const custom = new Map<string, string>();
  for (const [key, value] of fieldValues(contact)) {
    if (key.startsWith('custom:')) {
      if (value) custom.set(key, hash(textKey(textOf(value))));
    } else if (!leftOut.has(key) && isTold(key, contact)) {
      own[key] = hashOf(key, value, contact);
    }
  }
  return { own, custom };
}

/** An account is known by its id, which is all that some lists tell of it. */
function isTold(key: string, { told }: Contact): boolean {
  return told.has(key) || (key === 'accountName' && told.has('accountId'));
}

function hashOf(key: string, value: FieldValue | null, contact: Contact): string {
  if (!value) return '';
  if (key === 'crmRecord') return hash(contact.crmRecord?.id ?? '');
  const text = (key === 'accountName' && contact.accountId) || textOf(value);
  return hash((keys[key] ?? textKey)(text));
}

const keys: Readonly<Record<string, (text: string) => string>> = {
  firstName: wordsKey,
  lastName: wordsKey,
  ownerName: wordsKey,
  accountName: wordsKey,
  email: emailKey,
  secondaryEmail: emailKey,
  phone: phoneKey,
  mobile: phoneKey,
};

/** A number ends alike with and without its country's code, where national numbers are at least so long, as in most. */
const tellingDigits = 9;

/** By digits alone: what a number means in its country depends on what is known of the portal, and that may change. */
function phoneKey(text: string): string {
  const reading = readingOf(text, null);
  if (!reading?.digits) return textKey(text);
  return `${reading.digits.slice(-tellingDigits)} ${reading.extension ?? ''}`;
}

function hashOfRest(custom: ReadonlyMap<string, string>, named: ReadonlyMap<string, string>): string {
  const rest = [...custom].filter(([key]) => !named.has(key)).map((entry) => entry.join(' '));
  return rest.length ? hash(rest.sort().join('\n')) : '';
}

/** 32-bit FNV-1a, as up to seven letters and digits: no secret, only short and much the same for no two texts. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  return (state >>> 0).toString(36);
}
