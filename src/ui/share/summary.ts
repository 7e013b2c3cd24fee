import { zohoLink } from '../../desk/zoho-link';
import type { GroupMember } from '../../duplicates/candidates';
import type { FieldComparison } from '../../duplicates/compare';
import { fullName } from '../../duplicates/contact';
import type { DecidableContact } from '../../state/decidable-contact';
import type { Review } from '../../state/review/review';
import { sayFlags } from '../contact/contact-card';
import { isolated, join, listTexts, t } from '../shell/texts';
import { asOneLine } from '../words/as-one-line';
import { fieldLabel, spellingsOf } from '../words/field-value';
import { type LetterOf, letterIn } from '../words/letters';
import { sayStatus } from '../words/say-decision';
import { sayCount } from '../words/say-found';
import { sayBlocker, sayLoss, sayRound, sayTickets, sayWhy } from '../words/say-plan';
import { sayAgainst, sayFor } from '../words/say-reason';

/** What the screen shows of all duplicates, in the same words, as plain text for a ticket comment or a colleague. */
export function summaryOf(decidable: DecidableContact): string {
  const contact = decidable.contact.value;
  const candidates = decidable.candidates.duplicates.value;
  const parts = [
    compact(
      t('summary_title', { name: fullName(contact) ?? t('noName') }),
      candidates.length > 0 && sayCount(candidates.map(({ evidence }) => evidence)),
    ),
    recordLines(decidable, { contact, evidence: null }),
    ...candidates.map((candidate) => recordLines(decidable, candidate)),
    ...(decidable.review.selection.compared.value.length > 1
      ? adviceParts(decidable.review, letterIn(decidable))
      : []),
    ...earlierParts(decidable),
  ];
  return parts
    .filter((lines) => lines.length)
    .map((lines) => lines.map(asOneLine).join('\n'))
    .join('\n\n');
}

function recordLines(
  decidable: DecidableContact,
  { contact, evidence }: Pick<GroupMember, 'contact' | 'evidence'>,
): string[] {
  const isOpen = contact.id === decidable.contact.value.id;
  const head = [isolated(fullName(contact) ?? t('noName')), isOpen && t('thisRecord'), ...sayFlags(contact)];
  const strength = evidence && t(`strength_${evidence.strength}`);
  const reasonsFor = evidence && join('reasons', evidence.reasonsFor.map(sayFor));
  const reasonsAgainst = evidence && join('reasons', evidence.reasonsAgainst.map(sayAgainst));
  return compact(
    t('summary_contact', {
      letter: letterIn(decidable)(contact.id),
      facts: join('facts', compact(...head, strength)),
    }),
    isolated(contact.email ?? t('noEmail')),
    join('facts', compact(t('summary_id', { id: contact.id }), isolated(zohoLink(contact.webUrl) ?? ''))),
    reasonsFor && t('summary_for', { reasons: reasonsFor }),
    reasonsAgainst && t('summary_against', { reasons: reasonsAgainst }),
    ...decisionLines(decidable, contact.id),
  );
}

/** The texts that are there. */
function compact(...texts: readonly (string | false | null | undefined)[]): string[] {
  return texts.filter((text): text is string => Boolean(text));
}

/** The decider's name rather than `you`: others will read it. */
function decisionLines(decidable: DecidableContact, contactId: string): string[] {
  const status = decidable.decisions.statusByContact.value.get(contactId);
  if (!status) return [];
  const { verdict, origin, details, changes, earlier } = sayStatus(status, letterIn(decidable), null);
  return compact(join('facts', [verdict, origin]), ...details, changes, ...earlier);
}

/** What differs, what is missing somewhere, which record to keep, and what a merge would take and cost. */
function adviceParts(review: Review, letterOf: LetterOf): string[][] {
  const suggestion = review.primary.suggestion.value;
  const primaryId = review.primary.contactId.value;
  const compared = review.selection.compared.value.map(({ contact }) => contact.id);
  return [
    bucketLines('differs', review, letterOf),
    bucketLines('gaps', review, letterOf),
    compact(
      suggestion.primaryId &&
        join('sentences', [
          t('summary_suggested', { letter: letterOf(suggestion.primaryId) }),
          ...sayWhy(suggestion, letterOf),
        ]),
      primaryId && primaryId !== suggestion.primaryId && t('summary_chosen', { letter: letterOf(primaryId) }),
      sayTickets(compared, review.tickets.counts.value, letterOf),
    ),
    primaryId ? planLines(review, primaryId, letterOf) : [],
  ];
}

function bucketLines(bucket: 'differs' | 'gaps', { comparison }: Review, letterOf: LetterOf): string[] {
  const fields = comparison.value.fields.filter((field) => field.bucket === bucket);
  if (!fields.length) return [];
  return [t(`bucket_${bucket}`), ...fields.map((field) => sayField(field, letterOf))];
}

function planLines(review: Review, primaryId: string, letterOf: LetterOf): string[] {
  const { blockers, rounds, mergeable, losses } = review.plan.value;
  const lost = losses.map((value) => t('summary_lostValue', { lost: sayLoss(value, letterOf) }));
  const isComplete = review.details.state.value.kind === 'ready';
  return compact(
    t('mergePlan'),
    ...blockers.map((blocker) => sayBlocker(blocker, letterOf)),
    ...rounds.map((round) => sayRound(round, primaryId, letterOf)),
    ...(mergeable.length
      ? [
          lost.length > 0 && t('wouldBeLost'),
          ...lost,
          isComplete && !lost.length && t('nothingLost'),
          !isComplete && t('lossUnknown'),
          t('cannotBeUndone'),
        ]
      : []),
  );
}

function sayField({ key, groups }: FieldComparison, letterOf: LetterOf): string {
  const values = groups
    .flatMap((group) => spellingsOf(group))
    .map(({ text, holders }) =>
      t('summary_holders', {
        value: text || t('emptyValue'),
        letters: listTexts(holders.map(letterOf)),
      }),
    );
  return t('summary_value', { field: fieldLabel(key), values: join('values', values) });
}

/** Contacts that were decided on and left the list. */
function earlierParts(decidable: DecidableContact): string[][] {
  const others = decidable.decidedEarlier.value;
  const parts = others.map((id) => {
    const candidate = decidable.candidates.byId.value.get(id);
    return candidate
      ? recordLines(decidable, candidate)
      : [t('contactOfId', { id }), ...decisionLines(decidable, id)];
  });
  return others.length ? [[t('earlierDecisions')], ...parts] : [];
}
