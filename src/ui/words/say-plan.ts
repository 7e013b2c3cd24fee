import type { ContactId } from '../../duplicates/contact';
import type { Blocker } from '../../duplicates/merge-blockers';
import type { LostValue } from '../../duplicates/merge-losses';
import { maxRecordsPerMerge } from '../../duplicates/merge-plan';
import type { PrimaryReason, PrimarySuggestion } from '../../duplicates/primary';
import { join, listTexts, t, tCount } from '../shell/texts';
import { fieldLabel, sayValue } from './field-value';
import type { LetterOf } from './letters';

/** Why the suggested contact is the one to keep, and which one comes close, in a sentence each. */
export function sayWhy({ reasons, runnerUp }: PrimarySuggestion, letterOf: LetterOf): string[] {
  const why = reasons.length
    ? t('keepBecause', { reasons: listTexts(reasons.map(sayReason)) })
    : t('keepAnyway');
  if (!runnerUp) return [why];
  const second = { letter: letterOf(runnerUp.contactId), reason: sayReason(runnerUp.reason) };
  return [why, t('closeSecond', second)];
}

function sayReason(reason: PrimaryReason): string {
  switch (reason.kind) {
    case 'mostTickets':
      return t('primary_mostTickets', { count: reason.count });
    case 'mostComplete':
      return t('primary_mostComplete', { count: reason.filled });
    case 'portalUser':
    case 'crmLink':
    case 'oldest':
      return t(`primary_${reason.kind}`);
  }
}

/** How many tickets each of these contacts has, as far as they were counted. */
export function sayTickets(
  contactIds: readonly ContactId[],
  counts: ReadonlyMap<ContactId, number | null>,
  letterOf: LetterOf,
): string {
  const said = contactIds.flatMap((id) => {
    const count = counts.get(id);
    if (count === undefined) return [];
    const letter = letterOf(id);
    return [count === null ? t('ticketsNotTold', { letter }) : tCount('ticketsOf', count, { letter })];
  });
  return join('facts', said);
}

/** What keeps records from being merged, and what to do about it. */
export function sayBlocker({ kind, contactIds }: Blocker, letterOf: LetterOf): string {
  return t(`blocker_${kind}`, { letters: listTexts(contactIds.map(letterOf)), most: maxRecordsPerMerge });
}

export function sayRound(round: readonly ContactId[], primaryId: ContactId, letterOf: LetterOf): string {
  return t('round', { others: listTexts(round.map(letterOf)), letter: letterOf(primaryId) });
}

/** A value that would not survive the merge, and who holds it. */
export function sayLoss({ key, value, holders }: LostValue, letterOf: LetterOf): string {
  return t('lostValue', {
    field: fieldLabel(key),
    value: sayValue(value),
    letters: listTexts(holders.map(letterOf)),
  });
}
