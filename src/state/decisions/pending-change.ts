import type { Instant } from '../../duplicates/contact';
import { type Agent, type Decision, pairKey } from '../../duplicates/decision';

/** A decision about two contacts that is to be put into Desk's storage, or to be taken back out of it. */
export type PendingChange = PairChange &
  ({ readonly kind: 'record'; readonly decision: Decision } | { readonly kind: 'undo' });

interface PairChange {
  /** The contact that was open. */
  readonly contactId: string;
  readonly otherId: string;
  /** When the decision was made: identifies it among those about the two contacts. */
  readonly at: Instant;
  /** `null` if the change cannot have reached Desk. Otherwise it may have, and may still do so until this time. */
  readonly mayArriveUntil: Instant | null;
}

/** The same for two changes of one kind about one decision, whichever of the contacts was open. */
export function changeKey({ kind, ...change }: PendingChange): string {
  return `${kind} ${decisionKey(change)}`;
}

/** The same for all changes about one decision. */
export function decisionKey({ contactId, otherId, at }: Omit<PairChange, 'mayArriveUntil'>): string {
  return `${pairKey(contactId, otherId)}:${at}`;
}

/** The first changes, except for those that are among the others as well. */
export function without(
  changes: readonly PendingChange[],
  others: readonly PendingChange[],
): readonly PendingChange[] {
  const keys = new Set(others.map(changeKey));
  return changes.filter((change) => !keys.has(changeKey(change)));
}

/** Names the agent in a decision that was made before Desk had said who decides. */
export function withAgent(change: PendingChange, by: Agent): PendingChange {
  if (change.kind === 'undo' || change.decision.by) return change;
  return { ...change, decision: { ...change.decision, by } };
}

export function withDoubt(change: PendingChange, mayArriveUntil: Instant | null): PendingChange {
  return { ...change, mayArriveUntil };
}
