import type { Agent, ChangedValue, Decision } from '../../duplicates/decision';
import type { DecisionStatus } from '../../state/decisions/decision-status';
import { formatMoment, join, listTexts, t } from '../shell/texts';
import { fieldLabel } from './field-value';
import type { LetterOf } from './letters';

/** What was decided about two contacts, in words. */
export interface SaidStatus {
  readonly verdict: string;
  /** Who decided and when. */
  readonly origin: string;
  /** A note as it was written, or the rounds of a merge. */
  readonly details: readonly string[];
  /** What has changed since; empty where nothing has. */
  readonly changes: string;
  /** What was decided before, each in a line. */
  readonly earlier: readonly string[];
}

/** `self` is told as `you`; `null` names everybody. */
export function sayStatus(status: DecisionStatus, letterOf: LetterOf, self: Agent | null): SaidStatus {
  const { latest, earlier, changes, needsReview } = status;
  return {
    verdict: needsReview ? t('decision_wokenSeparate') : sayVerdict(latest, letterOf),
    origin: t('decidedBy', sayOrigin(latest, self)),
    details: sayDetails(latest, letterOf),
    changes: changes.length ? sayChanges(changes, letterOf) : '',
    earlier: earlier.map((decision) =>
      join('sentences', [
        t('decidedBefore', { decision: sayVerdict(decision, letterOf), ...sayOrigin(decision, self) }),
        ...sayDetails(decision, letterOf),
      ]),
    ),
  };
}

/** What was decided, in a few words. */
function sayVerdict(decision: Decision, letterOf: LetterOf): string {
  switch (decision.kind) {
    case 'separate':
      return t('decision_separate');
    case 'investigate':
      return t('decision_investigate');
    case 'mergePlanned':
      return t('decision_mergePlanned', { letter: letterOf(decision.primaryId) });
  }
}

/** What comes with it: a note as it was written, or the rounds of a merge. */
function sayDetails(decision: Decision, letterOf: LetterOf): string[] {
  if (decision.kind === 'investigate') return decision.note ? [t('quoted', { text: decision.note })] : [];
  if (decision.kind === 'separate') return [];
  return decision.rounds.map((round) =>
    t('decisionRound', { others: listTexts(round.map(letterOf)), letter: letterOf(decision.primaryId) }),
  );
}

/** Who decided it and when; `self` is told as `you`. */
function sayOrigin({ by, at }: Decision, self: Agent | null): { who: string; when: string } {
  const who = by && by.id === self?.id ? t('you') : (by?.name ?? t('somebody'));
  return { who, when: formatMoment(at) };
}

function sayChanges(changes: readonly ChangedValue[], letterOf: LetterOf): string {
  const values = changes.map(({ key, contactId }) =>
    t('changedValue', { field: fieldLabel(key), letter: letterOf(contactId) }),
  );
  return t('changedSince', { values: listTexts(values) });
}
