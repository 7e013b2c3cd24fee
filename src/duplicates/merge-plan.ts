import { compareRecords } from './compare';
import type { Contact, ContactId } from './contact';
import type { FieldKey } from './contact-fields';
import { type Blocker, findBlockers } from './merge-blockers';
import { type LostValue, lostValues } from './merge-losses';
import { type KeptValue, keptValue, type MergeSelection } from './merge-preview';
import type { ToE164 } from './phones/parse-phone';

/** What it takes to merge records into one, and what it costs. */
export interface MergePlan {
  readonly blockers: readonly Blocker[];
  /** The records that can be merged into the primary, in their order; no blocker is about one of them alone. */
  readonly mergeable: readonly ContactId[];
  /** Which of them to merge into the primary, round after round. */
  readonly rounds: readonly (readonly ContactId[])[];
  /** Every field of the comparison, in its order. */
  readonly preview: readonly KeptValue[];
  /** Email addresses first, then phone numbers, then the rest in the order of the comparison. */
  readonly losses: readonly LostValue[];
}

/** How many records Desk merges at once, the primary among them. */
export const maxRecordsPerMerge = 3;

/**
 * Plans how to merge records into the one called `primaryId`. `choices` says by field whose value is kept; one that
 * names a record that is not merged is ignored. Where `primaryId` names no record, nothing is planned. Records that are
 * left out stay as they are and lose nothing.
 */
export function planMerge(
  records: readonly Contact[],
  primaryId: ContactId | null,
  choices: ReadonlyMap<FieldKey, ContactId>,
  { shareAGroup }: { readonly shareAGroup: boolean },
  toE164: ToE164 | null,
): MergePlan {
  const primary = records.find(({ id }) => id === primaryId);
  const { fields } = compareRecords(records, toE164);
  if (!primary) {
    const preview = fields.map(({ key }) => ({ key, value: null, from: null }));
    return { blockers: [], mergeable: [], rounds: [], preview, losses: [] };
  }
  const { blockers, mergeable } = findBlockers(records, primary, shareAGroup);
  const mergedIds = new Set([primary.id, ...mergeable]);
  const merge: MergeSelection = { primary, merged: records.filter(({ id }) => mergedIds.has(id)), choices };
  const preview = fields.map((field) => keptValue(field, merge));
  return {
    blockers,
    mergeable,
    rounds: roundsOf(mergeable),
    preview,
    losses: lostValues(fields, preview, merge, toE164),
  };
}

function roundsOf(mergeable: readonly ContactId[]): ContactId[][] {
  const perRound = maxRecordsPerMerge - 1;
  const count = Math.ceil(mergeable.length / perRound);
  return Array.from({ length: count }, (_, round) =>
    mergeable.slice(round * perRound, (round + 1) * perRound),
  );
}
