import type { ChangedValue, Decision } from '../../duplicates/decision';

/** What was decided about the open contact and another one. */
export interface DecisionStatus {
  readonly latest: Decision;
  readonly earlier: readonly Decision[];
  /** The values that have changed since the latest decision. */
  readonly changes: readonly ChangedValue[];
  /** Whether the two were marked as different people, and a value has changed since. */
  readonly needsReview: boolean;
  readonly isSaved: boolean;
}

/** Whether a decision keeps a contact out of the list of possible duplicates. */
export function isSeparate(status: DecisionStatus | undefined): boolean {
  return status?.latest.kind === 'separate' && !status.needsReview;
}
