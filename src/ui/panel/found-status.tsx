import type { Candidate } from '../../duplicates/candidates';
import type { Check } from '../../state/checks';
import type { Detection } from '../../state/detection';
import { isFullyRead } from '../../state/group-reading';
import type { OpenContact } from '../../state/open-contact';
import { sayCount } from '../contact/reasons';
import { StatusLine } from '../kit/announcer';
import { listTexts, t, tCount } from '../shell/texts';
import { failureTitle } from '../words/failure-title';
import styles from './found-view.module.css';

export interface FoundViewProps {
  readonly open: OpenContact;
  /** The check that the list is filtered by, if any. */
  readonly only: Check | null;
}

/** How many there are, or that there is none and by what that was checked; said once all answers are there. */
export function FoundStatus({ open, only }: FoundViewProps) {
  return <StatusLine class={styles.status} text={statusOf(open, candidatesOf(open, only))} />;
}

/** The possible duplicates that the selected tab shows. */
export function candidatesOf({ candidates }: OpenContact, only: Check | null): readonly Candidate[] {
  return candidates.duplicates.value.filter((candidate) => !only || candidate.foundBy.includes(only.key));
}

/** The status in words; empty where nothing can be said yet, or at all. */
export function statusOf({ candidates, detection }: OpenContact, shown: readonly Candidate[]): string {
  if (!candidates.isSettled.value) {
    const phase = waitingChecks(detection)[0]?.reading.phase.value;
    return phase?.kind === 'waiting' ? failureTitle(phase.waiting.error) : '';
  }
  if (shown.length) return sayCount(shown.map((candidate) => candidate.evidence));
  const separate = candidates.separate.value.length;
  if (separate) return tCount('separateAll', separate);
  const answered = detection.checks.value.filter(({ reading }) => isFullyRead(reading));
  if (answered.length) return t('noDuplicates', { fields: listTexts(namesOf(answered)) });
  return detection.checks.value.length || detection.contactError.value ? '' : t('nothingToCheck');
}

/** The checks that are sent again by themselves. */
export function waitingChecks({ checks }: Detection): readonly Check[] {
  return checks.value.filter(({ reading }) => reading.phase.value.kind === 'waiting');
}

/** What the checks looked by, such as `email`. */
export function namesOf(checks: readonly Check[]): string[] {
  return checks.map(({ value }) => t(`value_${value.source}`));
}
