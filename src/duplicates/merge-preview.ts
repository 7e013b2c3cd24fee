import type { FieldComparison } from './compare';
import { type Contact, type ContactId, olderFirst } from './contact';
import { type FieldKey, staysWithPrimary } from './contact-fields';
import type { FieldValue } from './field-values';

/** What the merged record would hold in a field. */
export interface KeptValue {
  readonly key: FieldKey;
  readonly value: FieldValue | null;
  /** The record that it is from; `null` where no record has one, and none was chosen. */
  readonly from: ContactId | null;
}

/** The records that become one. */
export interface MergeSelection {
  readonly primary: Contact;
  /** The primary and all that can be merged into it, in their order. */
  readonly merged: readonly Contact[];
  /** Whose value of a field the agent wants to keep. */
  readonly choices: ReadonlyMap<FieldKey, ContactId>;
}

/**
 * The chosen record's value (even if that is none), else the primary's, else the value that most of the merged records
 * hold, at a tie that of the oldest. One record's value per field is all that Desk's merge is documented to keep: no
 * address moves to the second place by itself.
 */
export function keptValue(field: FieldComparison, { primary, merged, choices }: MergeSelection): KeptValue {
  const { key } = field;
  const chosen = staysWithPrimary(key) ? undefined : choices.get(key);
  if (chosen !== undefined && merged.some(({ id }) => id === chosen))
    return { key, value: valueHeldBy(field, chosen), from: chosen };
  const own = valueHeldBy(field, primary.id);
  if (own) return { key, value: own, from: primary.id };
  const from = staysWithPrimary(key) ? null : holderOfMost(field, merged);
  return { key, value: from === null ? null : valueHeldBy(field, from), from };
}

/** The oldest record that holds the value which most of the merged records hold. */
function holderOfMost({ groups }: FieldComparison, merged: readonly Contact[]): ContactId | null {
  const candidates = groups.flatMap((group) => {
    const holders = group.value ? merged.filter(({ id }) => group.holders.includes(id)) : [];
    return holders.map((record) => ({ record, count: holders.length }));
  });
  candidates.sort((a, b) => b.count - a.count || olderFirst(a.record, b.record));
  return candidates[0]?.record.id ?? null;
}

function valueHeldBy({ groups }: FieldComparison, id: ContactId): FieldValue | null {
  const spellings = groups.flatMap((group) => group.spellings);
  return spellings.find((spelling) => spelling.holders.includes(id))?.value ?? null;
}
