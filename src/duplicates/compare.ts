import type { Contact, Instant } from './contact';
import { emailKey, words } from './normalise';
import { compareReadings, type PhoneReader, type PhoneReading, readingOf } from './phones';

/** What stands in a field. An account shows its name, a CRM record its module and id. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'instant'; readonly instant: Instant }
  | { readonly kind: 'flag'; readonly flag: boolean };

/**
 * What the records say in a field, all in all:
 *
 * | bucket    | different values | records without one |
 * |-----------|------------------|---------------------|
 * | `differs` | two or more      | any number          |
 * | `gaps`    | one              | at least one        |
 * | `same`    | one              | none                |
 * | `empty`   | none             | all                 |
 */
export const buckets = ['differs', 'gaps', 'same', 'empty'] as const;
export type Bucket = (typeof buckets)[number];

/** One way of writing a value; what looks the same on the screen is one way. */
export interface Spelling {
  readonly value: FieldValue;
  readonly holders: readonly number[];
}

/** A value and the records that hold it, by their indexes, ascending. */
export interface ValueGroup {
  /** As most of its holders write it, at a tie as the oldest of them does; `null`: these records are empty. */
  readonly value: FieldValue | null;
  readonly holders: readonly number[];
  /** Most frequent first, then that of the oldest record; none where the value is `null`. */
  readonly spellings: readonly Spelling[];
}

/** What the records hold in one field. */
export interface FieldComparison {
  /** The name of the contact's property, or `custom:` and the API name. */
  readonly key: string;
  readonly bucket: Bucket;
  /** Most frequent first, then by lowest holder; the empty group last. */
  readonly groups: readonly ValueGroup[];
  /** Whether any value, though equal, is written in more than one way. */
  readonly formatsDiffer: boolean;
}

/** What several records hold, field by field; `counts` add up to the number of fields. */
export interface Comparison {
  readonly fields: readonly FieldComparison[];
  readonly counts: Readonly<Record<Bucket, number>>;
}

/** What Desk notes about a record, rather than what anybody knows of the person. */
export const bookkeeping: ReadonlySet<string> = new Set([
  'ownerName',
  'isPortalUser',
  'isSpam',
  'createdTime',
  'modifiedTime',
]);

/**
 * Compares records in every field that means something to an agent. Fields come in this order: identity, contact,
 * account, address, the rest, custom fields by their labels. Values compare by what they mean:
 *
 * | field                          | equal are                                                             |
 * |--------------------------------|-----------------------------------------------------------------------|
 * | `firstName`, `lastName`        | the same words in the same order, without case, accents, punctuation  |
 * | `ownerName`                    | likewise                                                              |
 * | `email`, `secondaryEmail`      | addresses without case                                                |
 * | `phone`, `mobile`              | numbers that reach one line (`phoneLines`)                            |
 * | `accountName`                  | the same account id, or the same words in the name                    |
 * | `crmRecord`                    | the same id                                                           |
 * | `createdTime`, `modifiedTime`  | the same millisecond                                                  |
 * | `isPortalUser`, `isSpam`       | the same flag; where no record is flagged, the field is empty for all |
 * | any other                      | the same text without case, white space and Unicode form              |
 *
 * Blank text is no value. The order of the records changes nothing but the indexes.
 */
export function compareRecords(records: readonly Contact[], read: PhoneReader | null): Comparison {
  const fields = fieldsOf(records).map((field) => compareField(field, records, read));
  const counts = { differs: 0, gaps: 0, same: 0, empty: 0 };
  for (const field of fields) counts[field.bucket]++;
  return { fields, counts };
}

/** What a record holds in each compared field, by the field's key, in the order of the comparison. */
export function fieldValues(record: Contact): ReadonlyMap<string, FieldValue | null> {
  return new Map(fieldsOf([record]).map(({ key, readValue }) => [key, readValue(record)]));
}

/** In how many fields something is known of the person; the CRM link and what Desk notes do not count. */
export function countFilled(record: Contact): number {
  const isOfPerson = ({ key }: Field) => key !== 'crmRecord' && !bookkeeping.has(key);
  return fieldsOf([record]).filter((field) => isOfPerson(field) && field.readValue(record)).length;
}

/**
 * A label made of a custom field's API name, for want of a better one: `cf_favourite_colour` is `Favourite colour`,
 * `preferredPlan` is `Preferred plan`. What has blanks is a label already; abbreviations stay as they are.
 */
export function customFieldLabel(apiName: string): string {
  const name = asSeen(apiName);
  if (/\s/.test(name)) return name;
  const parts = name
    .replace(/^cf_/i, '')
    .replace(/(\p{Ll}|\p{Nd})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2_')
    .split(/[_.-]+/)
    .filter(Boolean);
  const isShouted = parts.length > 1 && !/\p{Ll}/u.test(parts.join(''));
  const label = parts
    .map((part) => (isShouted || !/^\p{Lu}[\p{Lu}\p{Nd}]+$/u.test(part) ? part.toLowerCase() : part))
    .join(' ');
  return label.replace(/^\p{Ll}/u, (first) => first.toUpperCase()) || name || '?';
}

/** Orders records by age, the oldest first, those of unknown age last; at a tie the id decides. */
export function olderFirst(a: Contact, b: Contact): number {
  return (
    (a.createdTime ?? Infinity) - (b.createdTime ?? Infinity) || (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

/** The text as it is compared: without case, white space, invisible marks and Unicode form. */
export function textKey(text: string): string {
  // Upper case first: it writes out ß, and both kinds of sigma the same way.
  return asSeen(text.normalize('NFKC').toUpperCase().toLowerCase());
}

/**
 * Tells the lines that phone numbers reach: a key for each of `phones`, equal where one line is reached. Matching is
 * no chain: a number without an extension matches two extensions that do not match each other. Where not all numbers
 * of a chain match each other, only those count as one line that are so beyond doubt, number and extension.
 */
export function phoneLines(phones: Iterable<string>, read: PhoneReader | null): (phone: string) => string {
  const lines = new Map<string, string>();
  const numbers: { readonly phone: string; readonly reading: PhoneReading }[] = [];
  for (const phone of new Set(phones)) {
    const reading = readingOf(phone, read);
    if (reading) numbers.push({ phone, reading });
  }
  const reach = (a: { reading: PhoneReading }, b: { reading: PhoneReading }) =>
    compareReadings(a.reading, b.reading) !== null;
  for (const [place, chain] of chains(numbers, reach).entries()) {
    const isOneLine = chain.every((one) => chain.every((other) => reach(one, other)));
    for (const { phone, reading } of chain)
      lines.set(phone, isOneLine ? `line ${place}` : `line ${place} ${exactNumber(reading)}`);
  }
  return (phone) => lines.get(phone) ?? `text ${textKey(phone)}`;
}

/** A name as it is compared: its words in their order, without case, accents and punctuation. */
export function wordsKey(text: string): string {
  return words(text).join(' ') || textKey(text);
}

/** A value in its record. */
interface Held {
  readonly record: Contact;
  readonly index: number;
  readonly value: FieldValue;
  /** The value as text, as written. */
  readonly text: string;
}

/** Gives what a value is compared by; some kinds need to know all values of the field for that. */
type KeyMaker = (all: readonly Held[], read: PhoneReader | null) => (held: Held) => string;

interface Field {
  readonly key: string;
  readonly readValue: (record: Contact) => FieldValue | null;
  readonly makeKeys: KeyMaker;
}

type TextProperty = {
  [Key in keyof Contact]: Contact[Key] extends string | null ? Key : never;
}[keyof Contact];

const byText: KeyMaker = () => (held) => textKey(held.text);
const byName: KeyMaker = () => (held) => wordsKey(held.text);
const byEmail: KeyMaker = () => (held) => emailKey(held.text);
const byCrmRecord: KeyMaker = () => (held) => held.record.crmRecord?.id ?? '';

const byPhone: KeyMaker = (all, read) => {
  const lineOf = phoneLines(
    all.map((held) => held.text),
    read,
  );
  return (held) => lineOf(held.text);
};

/** An account that was entered twice is one account to the agent, so its name links what its ids part. */
const byAccount: KeyMaker = (all) => {
  const accounts = all.map((held) => ({
    held,
    id: held.record.accountId,
    name: held.record.accountName && (words(held.record.accountName).join(' ') || held.text),
  }));
  const linked = chains(accounts, (a, b) =>
    Boolean((a.id && a.id === b.id) || (a.name && a.name === b.name)),
  );
  const places = new Map(linked.flatMap((chain, place) => chain.map(({ held }) => [held, place])));
  return (held) => `${places.get(held)}`;
};

function fieldsOf(records: readonly Contact[]): Field[] {
  return [
    textField('firstName', byName),
    textField('lastName', byName),
    textField('title'),
    textField('email', byEmail),
    textField('secondaryEmail', byEmail),
    textField('phone', byPhone),
    textField('mobile', byPhone),
    accountField(records),
    textField('type'),
    textField('street'),
    textField('city'),
    textField('state'),
    textField('zip'),
    textField('country'),
    textField('language'),
    textField('facebook'),
    textField('twitter'),
    textField('description'),
    { key: 'crmRecord', readValue: crmRecordOf, makeKeys: byCrmRecord },
    flagField('isPortalUser', records),
    flagField('isSpam', records),
    textField('ownerName', byName),
    instantField('createdTime'),
    instantField('modifiedTime'),
    ...customFields(records),
  ];
}

function textField(key: TextProperty, makeKeys: KeyMaker = byText): Field {
  return { key, readValue: (record) => textValue(record[key]), makeKeys };
}

function instantField(key: 'createdTime' | 'modifiedTime'): Field {
  const readValue = ({ [key]: instant }: Contact): FieldValue | null =>
    instant === null ? null : { kind: 'instant', instant };
  return { key, readValue, makeKeys: byText };
}

/** No flag is the usual case and says nothing; it becomes a value beside a record that is flagged. */
function flagField(key: 'isPortalUser' | 'isSpam', records: readonly Contact[]): Field {
  const isValue = records.some((record) => record[key]);
  return {
    key,
    readValue: (record) => (isValue ? { kind: 'flag', flag: record[key] } : null),
    makeKeys: byText,
  };
}

/** Desk's lists tell the account's id alone: the name is then that which another record tells, or else the id. */
function accountField(records: readonly Contact[]): Field {
  const names = new Map<string, FieldValue>();
  for (const { accountId, accountName } of [...records].sort(olderFirst)) {
    const name = textValue(accountName);
    if (accountId && name && !names.has(accountId)) names.set(accountId, name);
  }
  const readValue = ({ accountId, accountName }: Contact) =>
    textValue(accountName) ?? names.get(accountId ?? '') ?? textValue(accountId);
  return { key: 'accountName', readValue, makeKeys: byAccount };
}

function crmRecordOf({ crmRecord }: Contact): FieldValue | null {
  return crmRecord && textValue(crmRecord.kind ? `${crmRecord.kind} ${crmRecord.id}` : crmRecord.id);
}

function customFields(records: readonly Contact[]): Field[] {
  const names = new Set(records.flatMap((record) => Object.keys(record.customFields)));
  return [...names]
    .map((name) => ({ name, label: customFieldLabel(name).toLowerCase() }))
    .sort((a, b) => compareText(a.label, b.label) || compareText(a.name, b.name))
    .map(({ name }) => ({
      key: `custom:${name}`,
      // Names come from the portal: only what the record holds itself is a field, whatever it is called.
      readValue: ({ customFields: held }) => (Object.hasOwn(held, name) ? textValue(held[name]) : null),
      makeKeys: byText,
    }));
}

/** By code units: the same order in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function textValue(text: string | null | undefined): FieldValue | null {
  return text && /[^\s\p{Cf}]/u.test(text) ? { kind: 'text', text: text.trim() } : null;
}

/** The value as text that is equal for equal values. */
export function textOf(value: FieldValue): string {
  if (value.kind === 'text') return value.text;
  return String(value.kind === 'instant' ? value.instant : value.flag);
}

/** The text as it looks on the screen. */
function asSeen(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

function compareField(field: Field, records: readonly Contact[], read: PhoneReader | null): FieldComparison {
  const all: Held[] = [];
  const without: number[] = [];
  for (const [index, record] of records.entries()) {
    const value = field.readValue(record);
    if (value) all.push({ record, index, value, text: textOf(value) });
    else without.push(index);
  }
  // By lowest holder already, since records were taken in turn, and sorting keeps that among equals.
  const groups = groupBy(all, field.makeKeys(all, read)).map(valueGroup).sort(mostHolders);
  return {
    key: field.key,
    bucket: bucketOf(groups.length, without.length),
    groups: without.length ? [...groups, { value: null, holders: without, spellings: [] }] : groups,
    formatsDiffer: groups.some((group) => group.spellings.length > 1),
  };
}

function bucketOf(values: number, without: number): Bucket {
  if (values > 1) return 'differs';
  if (values === 0) return 'empty';
  return without ? 'gaps' : 'same';
}

function valueGroup(members: readonly Held[]): ValueGroup {
  const byAge = [...members].sort((a, b) => olderFirst(a.record, b.record));
  const spellings = groupBy(byAge, (held) => asSeen(held.text))
    .flatMap(spelling)
    .sort(mostHolders);
  return { value: spellings[0]?.value ?? null, holders: indexesOf(members), spellings };
}

function spelling(members: readonly Held[]): Spelling[] {
  const [oldest] = members;
  return oldest ? [{ value: oldest.value, holders: indexesOf(members) }] : [];
}

function indexesOf(members: readonly Held[]): number[] {
  return members.map((held) => held.index).sort((a, b) => a - b);
}

function mostHolders(a: { holders: readonly number[] }, b: { holders: readonly number[] }): number {
  return b.holders.length - a.holders.length;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** The items, those together that are linked to each other directly or by others between them. */
function chains<T>(items: readonly T[], areLinked: (a: T, b: T) => boolean): T[][] {
  const left = new Set(items);
  const found: T[][] = [];
  for (const first of left) {
    left.delete(first);
    const chain = [first];
    // An array hands out what is added to it on the way.
    for (const member of chain) {
      for (const other of left) {
        if (!areLinked(member, other)) continue;
        chain.push(other);
        left.delete(other);
      }
    }
    found.push(chain);
  }
  return found;
}

function exactNumber({ e164, digits, extension, written }: PhoneReading): string {
  return `${e164()?.slice(1) ?? (digits || written)} x${extension ?? ''}`;
}
