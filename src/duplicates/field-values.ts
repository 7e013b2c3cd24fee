import { type Contact, type Instant, olderFirst } from './contact';
import {
  customFieldKey,
  type FieldKey,
  type FieldKind,
  isBookkeeping,
  type OwnField,
  type OwnFieldKey,
  ownFields,
  staysWithPrimary,
} from './contact-fields';
import { customFieldLabel } from './custom-field-label';
import { emailKey } from './emails';
import { textKey, wordsKey } from './words';

/** What stands in a field. An account shows its name, a CRM record its module and id. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'instant'; readonly instant: Instant }
  | { readonly kind: 'flag'; readonly flag: boolean };

/** A field of some contacts, with the way to its values. */
export interface ComparedField {
  readonly key: FieldKey;
  /** A custom field is compared as text. */
  readonly kind: FieldKind;
  /** Blank text is no value. */
  readonly valueIn: (contact: Contact) => FieldValue | null;
}

/** The fields in which these contacts are compared: Desk's own, then the custom fields by their labels. */
export function comparedFields(contacts: readonly Contact[]): ComparedField[] {
  return [...ownFields.map((field) => ownField(field, contacts)), ...customFieldsOf(contacts)];
}

/** What a value of this kind is compared by, as far as it can be told from its text alone. */
export function normalForm(kind: FieldKind, text: string): string {
  switch (kind) {
    case 'name':
    case 'owner':
    case 'account':
      return wordsKey(text);
    case 'email':
      return emailKey(text);
    default:
      return textKey(text);
  }
}

/** In how many fields something is known of the person; the CRM link and Desk's bookkeeping do not count. */
export function countFilled(contact: Contact): number {
  const filled = comparedFields([contact]).filter(({ valueIn }) => valueIn(contact));
  return filled.filter(({ key }) => !isBookkeeping(key) && !staysWithPrimary(key)).length;
}

/** The value as text that is equal for equal values. */
export function valueText(value: FieldValue): string {
  if (value.kind === 'text') return value.text;
  return String(value.kind === 'instant' ? value.instant : value.flag);
}

function ownField({ key, kind }: OwnField, contacts: readonly Contact[]): ComparedField {
  if (kind === 'account') return { key, kind, valueIn: accountNames(contacts) };
  // No flag is the usual case and says nothing; it becomes a value beside a contact that has the flag.
  if (kind === 'flag' && !contacts.some((contact) => contact[key])) return { key, kind, valueIn: () => null };
  return { key, kind, valueIn: (contact) => ownValue(contact[key]) };
}

function ownValue(value: Contact[OwnFieldKey]): FieldValue | null {
  switch (typeof value) {
    case 'string':
      return textValue(value);
    case 'number':
      return { kind: 'instant', instant: value };
    case 'boolean':
      return { kind: 'flag', flag: value };
    default:
      return value && textValue(value.kind ? `${value.kind} ${value.id}` : value.id);
  }
}

/** Desk's lists send an account's id alone: its name is then the one that another contact has, or else the id. */
function accountNames(contacts: readonly Contact[]): ComparedField['valueIn'] {
  const names = new Map<string, FieldValue>();
  for (const { accountId, accountName } of [...contacts].sort(olderFirst)) {
    const name = textValue(accountName);
    if (accountId && name && !names.has(accountId)) names.set(accountId, name);
  }
  return ({ accountId, accountName }) =>
    textValue(accountName) ?? names.get(accountId ?? '') ?? textValue(accountId);
}

function customFieldsOf(contacts: readonly Contact[]): ComparedField[] {
  const names = new Set(contacts.flatMap((contact) => Object.keys(contact.customFields)));
  return [...names]
    .map((name) => ({ name, label: customFieldLabel(name).toLowerCase() }))
    .sort((a, b) => compareText(a.label, b.label) || compareText(a.name, b.name))
    .map(({ name }) => ({
      key: customFieldKey(name),
      kind: 'text',
      // Names come from the portal, and may be those of Object.prototype.
      valueIn: ({ customFields: held }) => (Object.hasOwn(held, name) ? textValue(held[name]) : null),
    }));
}

/** By code units: the same order in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function textValue(text: string | null | undefined): FieldValue | null {
  return text && /[^\s\p{Cf}]/u.test(text) ? { kind: 'text', text: text.trim() } : null;
}
