/**
 * What a field holds, which decides how it is parsed, compared, fingerprinted and exported:
 *
 * | kind      | in Desk's answer               | equal are                                                |
 * |-----------|--------------------------------|----------------------------------------------------------|
 * | `name`    | text                           | the same words in the same order, but for case, accents  |
 * |           |                                | and punctuation                                          |
 * | `email`   | text                           | addresses, but for case                                  |
 * | `phone`   | text or a number               | numbers that reach one line (`keyByLine`)               |
 * | `text`    | text or a number               | texts, but for case, white space and Unicode form        |
 * | `account` | `{id, accountName}`            | accounts of one id, or of one name (compared as `name`)  |
 * | `owner`   | `{firstName, lastName}`        | as `name`                                                |
 * | `crm`     | `{id, type}`                   | CRM records of one id                                    |
 * | `flag`    | boolean, or that as text       | flags; where no contact has the flag, all are empty      |
 * | `instant` | ISO or epoch milliseconds      | the same millisecond                                     |
 * | `id`      | text or a safe integer         | (not compared: the name beside it is)                    |
 *
 * A merged contact has two places for an `email`, a `phone` and a part of a `name`: a value survives in either.
 */
export type FieldKind =
  | 'name'
  | 'email'
  | 'phone'
  | 'text'
  | 'account'
  | 'owner'
  | 'crm'
  | 'flag'
  | 'instant'
  | 'id';

interface Row {
  /** The property of `Contact`. A compared field is called `label_<key>` in `en.json`. */
  readonly key: string;
  readonly kind: FieldKind;
  /** What Desk calls the field, if not `key`; of several names, the first that holds something counts. */
  readonly deskNames?: readonly string[];
  /** Read and exported, but of no use side by side. */
  readonly isCompared?: false;
  /** Desk's notes about the record, not knowledge about the person: no reason to keep it, and no loss in a merge. */
  readonly isBookkeeping?: true;
  /** A merge keeps the primary's value, whatever the others hold. */
  readonly staysWithPrimary?: true;
}

/**
 * Every field of a contact but its id and its custom fields, in the order of the comparison and the export: identity,
 * contact, account, address, the rest. A new field is one row here and one label (see README.md).
 */
const rows = [
  { key: 'firstName', kind: 'name' },
  { key: 'lastName', kind: 'name' },
  { key: 'title', kind: 'text' },
  { key: 'email', kind: 'email' },
  { key: 'secondaryEmail', kind: 'email' },
  { key: 'phone', kind: 'phone' },
  { key: 'mobile', kind: 'phone' },
  { key: 'accountId', kind: 'id', isCompared: false },
  { key: 'accountName', kind: 'account', deskNames: ['account'] },
  { key: 'type', kind: 'text' },
  { key: 'street', kind: 'text' },
  { key: 'city', kind: 'text' },
  { key: 'state', kind: 'text' },
  { key: 'zip', kind: 'text' },
  { key: 'country', kind: 'text' },
  { key: 'language', kind: 'text' },
  { key: 'facebook', kind: 'text' },
  { key: 'twitter', kind: 'text' },
  { key: 'description', kind: 'text' },
  { key: 'crmRecord', kind: 'crm', deskNames: ['zohoCRMContact'], staysWithPrimary: true },
  // A contact with a help-center login cannot be merged away.
  {
    key: 'isPortalUser',
    kind: 'flag',
    deskNames: ['isEndUser'],
    isBookkeeping: true,
    staysWithPrimary: true,
  },
  { key: 'isSpam', kind: 'flag', isBookkeeping: true, staysWithPrimary: true },
  { key: 'isAnonymous', kind: 'flag', isCompared: false },
  { key: 'isDeleted', kind: 'flag', deskNames: ['isDeleted', 'isTrashed'], isCompared: false },
  { key: 'ownerId', kind: 'id', isCompared: false },
  { key: 'ownerName', kind: 'owner', deskNames: ['owner'], isBookkeeping: true },
  { key: 'createdTime', kind: 'instant', isBookkeeping: true, staysWithPrimary: true },
  { key: 'modifiedTime', kind: 'instant', isBookkeeping: true, staysWithPrimary: true },
  // The contact's page in Desk, as Desk gave it: not checked to be a safe link.
  { key: 'webUrl', kind: 'text', isCompared: false },
] as const satisfies readonly Row[];

type AnyRow = (typeof rows)[number];

/** The property of every field in the table, with its kind. */
export type KindByKey = { readonly [Each in AnyRow as Each['key']]: Each['kind'] };

/** A property of `Contact` that the table describes. */
export type ContactProperty = keyof KindByKey;

/** A field of Desk's own that is compared. */
export type OwnFieldKey = Exclude<AnyRow, { readonly isCompared: false }>['key'];

/** A custom field, by the API name that the portal gave it. */
export type CustomFieldKey = `custom:${string}`;

/** A field that is compared. */
export type FieldKey = OwnFieldKey | CustomFieldKey;

export interface ContactField extends Row {
  readonly key: ContactProperty;
}

export interface OwnField extends Row {
  readonly key: OwnFieldKey;
}

export const contactFields: readonly ContactField[] = rows;

/** The fields of Desk's own that are compared, in the order of the comparison. */
export const ownFields: readonly OwnField[] = rows.filter(isOwnField);

function isOwnField(row: AnyRow): row is Extract<AnyRow, { readonly key: OwnFieldKey }> {
  return !('isCompared' in row);
}

const fieldByKey: ReadonlyMap<string, OwnField> = new Map(ownFields.map((field) => [field.key, field]));

const customPrefix = 'custom:';

export function customFieldKey(apiName: string): CustomFieldKey {
  return `${customPrefix}${apiName}`;
}

export function isCustomField(key: string): key is CustomFieldKey {
  return key.startsWith(customPrefix);
}

/** The name that the portal gave the field. */
export function customFieldName(key: CustomFieldKey): string {
  return key.slice(customPrefix.length);
}

/** Whether Desk notes this about a record, rather than anybody knows it of the person. */
export function isBookkeeping(key: FieldKey): boolean {
  return fieldByKey.get(key)?.isBookkeeping ?? false;
}

/** Whether the value of a merged contact is the primary's, whatever the others hold. */
export function staysWithPrimary(key: FieldKey): boolean {
  return fieldByKey.get(key)?.staysWithPrimary ?? false;
}

/** The fields of the kinds that a contact has several of. */
export const nameFields = rows.filter(isOfKind('name')).map(({ key }) => key);
export const emailFields = rows.filter(isOfKind('email')).map(({ key }) => key);
export const phoneFields = rows.filter(isOfKind('phone')).map(({ key }) => key);

function isOfKind<Kind extends FieldKind>(kind: Kind) {
  return (row: AnyRow): row is Extract<AnyRow, { readonly kind: Kind }> => row.kind === kind;
}
