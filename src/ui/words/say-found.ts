import type { Candidate } from '../../duplicates/candidates';
import type { Evidence } from '../../duplicates/reasons';
import type { Check } from '../../state/checks';
import { waitingChecks } from '../../state/detection';
import { isFullyRead } from '../../state/group-reading';
import type { OpenContact } from '../../state/open-contact';
import { join, listTexts, t, tCount } from '../shell/texts';
import { failureTitle } from './failure-title';

/** How many were found, or by what nobody was; empty where nothing can be said yet, or at all. */
export function sayFound({ candidates, detection }: OpenContact, shown: readonly Candidate[]): string {
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

/** `3 possible duplicates · 1 strong`. */
export function sayCount(evidences: readonly (Evidence | null)[]): string {
  const strong = evidences.filter((evidence) => evidence?.strength === 'strong').length;
  const found = tCount('found', evidences.length);
  return strong ? join('facts', [found, tCount('foundStrong', strong)]) : found;
}

/** What the checks looked by, such as `email`. */
export function namesOf(checks: readonly Check[]): string[] {
  return checks.map(({ value }) => t(`value_${value.source}`));
}
