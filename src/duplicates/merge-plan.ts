import { compareRecords, type FieldComparison, type ValueGroup } from './compare';
import { type Contact, olderFirst } from './contact';
import { contactFields, type FieldKey, isBookkeeping, staysWithPrimary } from './contact-fields';
import { emailKey } from './emails';
import { type FieldValue, valueText } from './field-values';
import { phoneLines } from './phone-lines';
import { parsePhone, type ToE164 } from './phones';
import { anyOrderKey } from './words';

/** Why Desk does not merge records, with the indexes of those that it is about, ascending. */
export interface Blocker {
  readonly kind: 'portalUser' | 'otherCrmRecords' | 'deleted' | 'anonymous' | 'differentGroups';
  readonly indexes: readonly number[];
}

/** What the merged record would hold in a field. */
export interface KeptValue {
  readonly key: FieldKey;
  readonly value: FieldValue | null;
  /** The record that it is from; `null` where no record has one, and none was chosen. */
  readonly from: number | null;
}

/** A value that no field of the merged record would hold. */
export interface LostValue {
  /** The first field in which it stands. */
  readonly key: FieldKey;
  readonly value: FieldValue;
  /** The records that hold it, ascending. */
  readonly from: readonly number[];
}

/** What it takes to merge records into one, and what it costs. */
export interface MergePlan {
  readonly blockers: readonly Blocker[];
  /** The records that can be merged into the primary, ascending; no blocker is about one of them alone. */
  readonly mergeable: readonly number[];
  /** Which of them to merge into the primary, round after round. */
  readonly rounds: readonly (readonly number[])[];
  /** Every field of the comparison, in its order. */
  readonly preview: readonly KeptValue[];
  /** E-mail addresses first, then phone numbers, then the rest in the order of the comparison. */
  readonly ledger: readonly LostValue[];
}

/** Desk merges no more records at once, the primary among them. */
export const mostAtOnce = 3;

/**
 * Plans how to merge records into the one at `primaryIndex`. `choices` says by field whose value is kept; one that
 * names a record that is not merged counts as none. Where `primaryIndex` names no record, nothing is planned.
 *
 * | blocker           | about                                                  | leaves out                           |
 * |-------------------|--------------------------------------------------------|--------------------------------------|
 * | `portalUser`      | help-center users that would be merged away            | these                                |
 * | `otherCrmRecords` | records linked to different CRM records, counting none | those linked to another than the     |
 * |                   | that something else leaves out                         | primary; all, where that has no link |
 * | `deleted`         | deleted records                                        | these; everybody if the primary is   |
 * | `anonymous`       | records whose identity was removed                     | these; everybody if the primary is   |
 * | `differentGroups` | all that would be merged, if no one group holds them   | nobody: each may still share a group |
 * |                   |                                                        | with the primary                     |
 *
 * The preview holds, field by field, the chosen record's value (even if that is none), else the primary's, else the
 * value that most of the merged records hold, at a tie that of the oldest. One record's value for each field is all that
 * Desk's merge is documented to keep: no address moves to the second slot by itself. The CRM link, flags and times are
 * always the primary's.
 *
 * The ledger is what remains: every value of the primary and of the mergeable records that the preview does not hold. An
 * address or number survives in either slot, a name in the first, last or full name, any other text in its own
 * field. A number with an extension does not survive without it. What Desk notes about a record (owner, flags, times) is
 * not in it. Records that are left out stay as they are and lose nothing.
 */
export function planMerge(
  records: readonly Contact[],
  primaryIndex: number,
  choices: ReadonlyMap<FieldKey, number>,
  context: { readonly sharedGroups: boolean },
  read: ToE164 | null,
): MergePlan {
  const { blockers, mergeable } = findBlockers(records, primaryIndex, context.sharedGroups);
  const merge: Merge = {
    records,
    primaryIndex,
    choices,
    merged: new Set(records[primaryIndex] ? [primaryIndex, ...mergeable] : []),
  };
  const { fields } = compareRecords(records, read);
  const preview = fields.map((field) => keptValue(field, merge));
  return {
    blockers,
    mergeable,
    rounds: roundsOf(mergeable),
    preview,
    ledger: ledgerOf(fields, preview, merge.merged, read),
  };
}

interface Merge {
  readonly records: readonly Contact[];
  readonly primaryIndex: number;
  readonly choices: ReadonlyMap<FieldKey, number>;
  /** The primary and all that can be merged into it. */
  readonly merged: ReadonlySet<number>;
}

function findBlockers(
  records: readonly Contact[],
  primaryIndex: number,
  sharedGroups: boolean,
): Pick<MergePlan, 'blockers' | 'mergeable'> {
  const primary = records[primaryIndex];
  if (!primary) return { blockers: [], mergeable: [] };
  const indexesWhere = (test: (record: Contact, index: number) => boolean) =>
    records.flatMap((record, index) => (test(record, index) ? [index] : []));

  const portalUsers = indexesWhere((record, index) => record.isPortalUser && index !== primaryIndex);
  const deleted = indexesWhere((record) => record.isDeleted);
  const anonymous = indexesWhere((record) => record.isAnonymous);
  const leftOut = new Set([...portalUsers, ...deleted, ...anonymous]);
  const crmRecords = crmConflict(records, primaryIndex, leftOut);
  for (const index of crmRecords) leftOut.add(index);

  const isGone = primary.isDeleted || primary.isAnonymous;
  const mergeable = isGone ? [] : indexesWhere((_, index) => !leftOut.has(index) && index !== primaryIndex);
  const apart = sharedGroups || !mergeable.length ? [] : ascending([primaryIndex, ...mergeable]);
  const all: Blocker[] = [
    { kind: 'portalUser', indexes: portalUsers },
    { kind: 'otherCrmRecords', indexes: crmRecords },
    { kind: 'deleted', indexes: deleted },
    { kind: 'anonymous', indexes: anonymous },
    { kind: 'differentGroups', indexes: apart },
  ];
  return { blockers: all.filter((blocker) => blocker.indexes.length), mergeable };
}

/** The records that are at odds over their CRM records: with the primary's, or with each other's if it has none. */
function crmConflict(
  records: readonly Contact[],
  primaryIndex: number,
  leftOut: ReadonlySet<number>,
): number[] {
  const own = records[primaryIndex]?.crmRecord?.id;
  const linked = [...records.entries()].flatMap(([index, { crmRecord }]) =>
    crmRecord && (index === primaryIndex || !leftOut.has(index)) ? [{ index, id: crmRecord.id }] : [],
  );
  if (new Set(linked.map(({ id }) => id)).size < 2) return [];
  return linked.filter(({ index, id }) => index === primaryIndex || id !== own).map(({ index }) => index);
}

function roundsOf(mergeable: readonly number[]): number[][] {
  const rounds: number[][] = [];
  for (let start = 0; start < mergeable.length; start += mostAtOnce - 1)
    rounds.push(mergeable.slice(start, start + mostAtOnce - 1));
  return rounds;
}

function keptValue(field: FieldComparison, merge: Merge): KeptValue {
  const { key } = field;
  const chosen = !staysWithPrimary(key) ? merge.choices.get(key) : undefined;
  if (chosen !== undefined && merge.merged.has(chosen))
    return { key, value: valueHeldBy(field, chosen), from: chosen };
  const own = merge.merged.has(merge.primaryIndex) ? valueHeldBy(field, merge.primaryIndex) : null;
  if (own) return { key, value: own, from: merge.primaryIndex };
  const from = !staysWithPrimary(key) ? holderOfMost(field, merge) : null;
  return { key, value: from === null ? null : valueHeldBy(field, from), from };
}

/** The oldest record that holds the value which most of the merged records hold. */
function holderOfMost({ groups }: FieldComparison, { records, merged }: Merge): number | null {
  const candidates = groups.flatMap((group) => {
    const holders = group.value ? holdersIn(group, merged) : [];
    return holders.flatMap((index) => {
      const record = records[index];
      return record ? [{ index, record, count: holders.length }] : [];
    });
  });
  candidates.sort((a, b) => b.count - a.count || olderFirst(a.record, b.record));
  return candidates[0]?.index ?? null;
}

function holdersIn({ holders }: Pick<ValueGroup, 'holders'>, merged: ReadonlySet<number>): number[] {
  return holders.filter((index) => merged.has(index));
}

function valueHeldBy({ groups }: FieldComparison, index: number): FieldValue | null {
  const spellings = groups.flatMap((group) => group.spellings);
  return spellings.find((spelling) => spelling.holders.includes(index))?.value ?? null;
}

/** The fields of the kinds that have two places in a contact: a value survives in either. */
const emailFields = keysOfKind('email');
const phoneFields = keysOfKind('phone');
const nameFields = keysOfKind('name');

function keysOfKind(kind: 'email' | 'phone' | 'name'): readonly string[] {
  return contactFields.filter((field) => field.kind === kind).map(({ key }) => key);
}

/** A value as some of the merged records write it. */
interface Written extends LostValue {
  readonly text: string;
}

function ledgerOf(
  fields: readonly FieldComparison[],
  preview: readonly KeptValue[],
  merged: ReadonlySet<number>,
  read: ToE164 | null,
): LostValue[] {
  const writtenIn = (keys: readonly string[]) =>
    fields.filter(({ key }) => keys.includes(key)).flatMap((field) => spellingsOf(field, merged));
  const keptIn = (keys: readonly string[]) =>
    preview.filter(({ key }) => keys.includes(key)).map(({ value }) => (value ? valueText(value) : ''));
  const keptFrom = new Map(preview.map(({ key, from }) => [key, from]));
  const shared = [...emailFields, ...phoneFields, ...nameFields];
  return [
    ...lostAddresses(writtenIn(emailFields), keptIn(emailFields)),
    ...lostNumbers(writtenIn(phoneFields), keptIn(phoneFields), read),
    ...nameFields.flatMap((part) => lostNames(writtenIn([part]), keptIn(nameFields))),
    ...fields
      .filter(({ key }) => !shared.includes(key) && !isBookkeeping(key))
      .flatMap((field) => lostTexts(field, keptFrom.get(field.key) ?? null, merged)),
  ];
}

function lostAddresses(written: readonly Written[], kept: readonly string[]): LostValue[] {
  const surviving = new Set(kept.map(emailKey));
  return lost(written, emailKey, surviving);
}

/** A number that survives without its extension is lost: it reaches the switchboard, not the person. */
function lostNumbers(written: readonly Written[], kept: readonly string[], read: ToE164 | null): LostValue[] {
  const lineOf = phoneLines([...written.map(({ text }) => text), ...kept], read);
  const extensionOf = (phone: string) => parsePhone(phone, null)?.extension ?? '';
  const numberOf = (phone: string) => `${lineOf(phone)} x${extensionOf(phone)}`;
  const surviving = new Set(kept.flatMap((phone) => [numberOf(phone), `${lineOf(phone)} x`]));
  return lost(written, numberOf, surviving);
}

function lostNames(written: readonly Written[], kept: readonly string[]): LostValue[] {
  const surviving = new Set([...kept, kept.join(' ')].map(anyOrderKey));
  return lost(written, anyOrderKey, surviving);
}

/** The values of a field that are not that of the record whose value is kept, each once, however it is written. */
function lostTexts(
  { key, groups }: FieldComparison,
  keptFrom: number | null,
  merged: ReadonlySet<number>,
): LostValue[] {
  return groups.flatMap((group) => {
    const from = holdersIn(group, merged);
    const isKept = keptFrom !== null && group.holders.includes(keptFrom);
    const value = group.spellings.find((spelling) => holdersIn(spelling, merged).length)?.value;
    return value && !isKept ? [{ key, value, from }] : [];
  });
}

function spellingsOf({ key, groups }: FieldComparison, merged: ReadonlySet<number>): Written[] {
  return groups
    .flatMap((group) => group.spellings)
    .map(({ value, holders }) => ({
      key,
      value,
      text: valueText(value),
      from: holdersIn({ holders }, merged),
    }))
    .filter(({ from }) => from.length);
}

/** The values that do not survive: each once, as it is written first, with everybody who holds it. */
function lost(
  written: readonly Written[],
  keyOf: (text: string) => string,
  surviving: ReadonlySet<string>,
): LostValue[] {
  const values = new Map<string, LostValue>();
  for (const { key, value, from, text } of written) {
    const comparedBy = keyOf(text);
    if (surviving.has(comparedBy)) continue;
    const known = values.get(comparedBy);
    if (known) values.set(comparedBy, { ...known, from: ascending([...known.from, ...from]) });
    else values.set(comparedBy, { key, value, from });
  }
  return [...values.values()];
}

function ascending(indexes: readonly number[]): number[] {
  return [...new Set(indexes)].sort((a, b) => a - b);
}
