import type { Agent, ChangedValue, Decision } from '../duplicates/decision';
import { fieldLabel } from './field-value';
import { formatMoment, listTexts, t } from './texts';

/** How records are called: by their letters, or by the ends of their ids where they have none here. */
export type LetterOf = (contactId: string) => string;

/** What was decided, in a few words. */
export function sayVerdict(decision: Decision, letterOf: LetterOf): string {
  switch (decision.kind) {
    case 'separate':
      return t('decision_separate');
    case 'investigate':
      return t('decision_investigate');
    case 'mergePlanned':
      return t('decision_mergePlanned', { primary: letterOf(decision.primaryId) });
  }
}

/** What comes with it: a note as it was written, or the rounds of a merge. */
export function sayDetails(decision: Decision, letterOf: LetterOf): string[] {
  if (decision.kind === 'investigate') return decision.note ? [t('quoted', { text: decision.note })] : [];
  if (decision.kind === 'separate') return [];
  return decision.rounds.map((round) =>
    t('decisionRound', { others: listTexts(round.map(letterOf)), primary: letterOf(decision.primaryId) }),
  );
}

/** Who decided it and when; `self` is told as `you`. */
export function sayOrigin({ by, at }: Decision, self: Agent | null): { who: string; when: string } {
  const who = by && by.id === self?.id ? t('you') : (by?.name ?? t('somebody'));
  return { who, when: formatMoment(at) };
}

export function sayChanges(changes: readonly ChangedValue[], letterOf: LetterOf): string {
  const values = changes.map(({ key, contactId }) =>
    t('changedValue', { field: fieldLabel(key), letter: letterOf(contactId) }),
  );
  return t('changedSince', { values: listTexts(values) });
}
