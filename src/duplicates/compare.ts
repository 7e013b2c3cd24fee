import { connectedGroups } from '../base/connected';
import { groupBy } from '../base/group-by';
import { accountOf, isSameAccount } from './accounts';
import { type Contact, type ContactId, olderFirst } from './contact';
import type { FieldKey, FieldKind } from './contact-fields';
import { type ComparedField, comparedFields, type FieldValue, normalForm, valueText } from './field-values';
import { keyByLine } from './phones/key-by-line';
import type { ToE164 } from './phones/parse-phone';
import { visibleText } from './words';

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
interface Spelling {
  readonly value: FieldValue;
  readonly holders: readonly ContactId[];
}

/** A value and the records that hold it, in their order. */
export interface ValueGroup {
  /** As most of its holders write it, at a tie as the oldest of them does; `null`: these records are empty. */
  readonly value: FieldValue | null;
  readonly holders: readonly ContactId[];
  /** Most frequent first, then that of the oldest record; none where the value is `null`. */
  readonly spellings: readonly Spelling[];
}

/** What the records hold in one field. */
export interface FieldComparison {
  readonly key: FieldKey;
  readonly bucket: Bucket;
  /** Most frequent first, then by first holder; the empty group last. */
  readonly groups: readonly ValueGroup[];
  /** Whether any value, though equal, is written in more than one way. */
  readonly formatsDiffer: boolean;
}

/** What several records hold, field by field; `counts` add up to the number of fields. */
export interface Comparison {
  readonly fields: readonly FieldComparison[];
  readonly counts: Readonly<Record<Bucket, number>>;
}

/**
 * Compares records in every field that means something to an agent, in the order of `comparedFields`. Values compare by
 * what they mean: see `FieldKind`. The order of the records changes nothing but that of the holders.
 */
export function compareRecords(records: readonly Contact[], toE164: ToE164 | null): Comparison {
  const fields = comparedFields(records).map((field) => compareField(field, records, toE164));
  const counts = { differs: 0, gaps: 0, same: 0, empty: 0 };
  for (const field of fields) counts[field.bucket]++;
  return { fields, counts };
}

/** A value in its record. */
interface Held {
  readonly record: Contact;
  /** Where the record stands among those that are compared. */
  readonly place: number;
  readonly value: FieldValue;
  /** The value as text, as written. */
  readonly text: string;
}

/** What a value is compared by: equal for equal values. */
type KeyOf = (held: Held) => string;

function keysFor(kind: FieldKind, all: readonly Held[], toE164: ToE164 | null): KeyOf {
  switch (kind) {
    case 'phone':
      return byPhone(all, toE164);
    case 'account':
      return byAccount(all);
    case 'crm':
      return (held) => held.record.crmRecord?.id ?? '';
    default:
      return (held) => normalForm(kind, held.text);
  }
}

function byPhone(all: readonly Held[], toE164: ToE164 | null): KeyOf {
  const phones = all.map((held) => held.text);
  const lineOf = keyByLine(phones, toE164);
  return (held) => lineOf(held.text);
}

function byAccount(all: readonly Held[]): KeyOf {
  const accounts = all.map((held) => ({ held, account: accountOf(held.record) }));
  const same = connectedGroups(accounts, (a, b) => isSameAccount(a.account, b.account));
  const places = new Map(same.flatMap((group, place) => group.map(({ held }) => [held, place])));
  return (held) => `${places.get(held)}`;
}

function compareField(
  field: ComparedField,
  records: readonly Contact[],
  toE164: ToE164 | null,
): FieldComparison {
  const all: Held[] = [];
  const without: ContactId[] = [];
  for (const [place, record] of records.entries()) {
    const value = field.valueIn(record);
    if (value) all.push({ record, place, value, text: valueText(value) });
    else without.push(record.id);
  }
  // By first holder already, since records were taken in turn, and sorting keeps that among equals.
  const groups = groupBy(all, keysFor(field.kind, all, toE164))
    .map(valueGroup)
    .sort(mostHolders);
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
  const spellings = groupBy(byAge, (held) => visibleText(held.text))
    .flatMap(spelling)
    .sort(mostHolders);
  return { value: spellings[0]?.value ?? null, holders: idsOf(members), spellings };
}

function spelling(members: readonly Held[]): Spelling[] {
  const [oldest] = members;
  return oldest ? [{ value: oldest.value, holders: idsOf(members) }] : [];
}

function idsOf(members: readonly Held[]): ContactId[] {
  return [...members].sort((a, b) => a.place - b.place).map(({ record }) => record.id);
}

function mostHolders(a: Pick<Spelling, 'holders'>, b: Pick<Spelling, 'holders'>): number {
  return b.holders.length - a.holders.length;
}
