import type { Candidate } from '../../duplicates/candidates';
import type { Check } from '../../state/checks';
import { isSeparate } from '../../state/decisions/contact-decisions';
import type { Detection } from '../../state/detection';
import type { OpenContact } from '../../state/open-contact';
import { sayCount } from '../contact/reasons';
import { StatusLine } from '../kit/announcer';
import { listTexts, t, tCount } from '../shell/texts';
import { failureTitle } from '../words/say-failure';
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

function statusOf({ candidates, detection, decisions }: OpenContact, shown: readonly Candidate[]): string {
  if (!candidates.isSettled.value) {
    const waiting = waitingIn(detection);
    return waiting ? failureTitle(waiting.waiting.error) : '';
  }
  if (shown.length) return sayCount(shown.map((candidate) => candidate.evidence));
  const statuses = decisions.statusByContact.value;
  const separate = candidates.all.value.filter(
    ({ isDuplicate, contact }) => isDuplicate && isSeparate(statuses.get(contact.id)),
  );
  if (separate.length) return tCount('separateAll', separate.length);
  const answered = detection.checks.value.filter(({ reading }) => reading.phase.value.kind === 'complete');
  if (answered.length) return t('noDuplicates', { fields: listTexts(namesOf(answered), 'disjunction') });
  return detection.checks.value.length || detection.contactError.value ? '' : t('nothingToCheck');
}

/** The pause of a check that is sent again by itself, if there is one. */
export function waitingIn({ checks }: Detection) {
  return checks.value.map(({ reading }) => reading.phase.value).find((phase) => phase.kind === 'waiting');
}

/** The checks that are sent again by themselves. */
export function waitingChecks({ checks }: Detection): readonly Check[] {
  return checks.value.filter(({ reading }) => reading.phase.value.kind === 'waiting');
}

/** What the checks looked by, such as `e-mail`. */
export function namesOf(checks: readonly Check[]): string[] {
  return checks.map(({ value }) => t(`value_${value.source}`));
}
