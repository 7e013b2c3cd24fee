import type { Blocker, LostValue } from '../../duplicates/merge-plan';
import type { PrimaryReason, PrimarySuggestion } from '../../duplicates/primary';
import type { LetteredContact } from '../../state/decision-aid';
import { listTexts, t, tCount } from '../shell/texts';
import { fieldLabel, sayValue } from './field-value';

/** Why the suggested record is the one to keep, and which one comes close. */
export function sayWhy(
  { reasons, runnerUp }: PrimarySuggestion,
  records: readonly LetteredContact[],
): string {
  const why = reasons.length
    ? t('keepBecause', { reasons: listTexts(reasons.map(sayReason)) })
    : t('keepAnyway');
  const second = runnerUp && records[runnerUp.index];
  if (!second) return why;
  return `${why} ${t('closeSecond', { letter: second.letter, reason: sayReason(runnerUp.reason) })}`;
}

function sayReason(reason: PrimaryReason): string {
  switch (reason.kind) {
    case 'mostTickets':
      return tCount('primary_mostTickets', reason.count);
    case 'mostComplete':
      return t('primary_mostComplete', { filled: reason.filled });
    case 'portalUser':
    case 'crmLink':
    case 'oldest':
      return t(`primary_${reason.kind}`);
  }
}

/** How many tickets each record has, as far as they were counted. */
export function sayTickets(
  records: readonly LetteredContact[],
  counts: ReadonlyMap<string, number | null>,
): string {
  return records
    .filter(({ contact }) => counts.has(contact.id))
    .map(({ letter, contact }) => {
      const count = counts.get(contact.id) ?? null;
      return count === null ? t('ticketsNotTold', { letter }) : tCount('ticketsOf', count, { letter });
    })
    .join(' · ');
}

export function lettersOf(indexes: readonly number[], records: readonly LetteredContact[]): string[] {
  return indexes.map((index) => records[index]?.letter ?? '?');
}

/** What keeps records from being merged, and what to do about it. */
export function sayBlocker({ kind, indexes }: Blocker, records: readonly LetteredContact[]): string {
  return t(`blocker_${kind}`, { letters: listTexts(lettersOf(indexes, records)) });
}

export function sayRound(
  round: readonly number[],
  records: readonly LetteredContact[],
  primary: LetteredContact,
): string {
  return t('round', { others: listTexts(lettersOf(round, records)), letter: primary.letter });
}

/** A value that would not survive the merge, and who holds it. */
export function sayLoss({ key, value, from }: LostValue, records: readonly LetteredContact[]): string {
  return `${fieldLabel(key)}: ${sayValue(value)} (${lettersOf(from, records).join(', ')})`;
}
