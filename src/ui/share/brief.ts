import { zohoLink } from '../../desk/zoho-link';
import type { FieldComparison } from '../../duplicates/compare';
import { type Contact, fullName } from '../../duplicates/contact';
import type { Evidence } from '../../duplicates/reasons';
import type { DecisionAid, LetteredContact } from '../../state/decision-aid';
import type { OpenContact } from '../../state/open-contact';
import { sayFlags } from '../contact/contact-card';
import { sayAgainst, sayCount, sayFor } from '../contact/reasons';
import { letterIn } from '../decisions/decision-note';
import { t } from '../shell/texts';
import { fieldLabel, spellingsOf } from '../words/field-value';
import { sayStatus } from '../words/say-decision';
import { lettersOf, sayBlocker, sayLoss, sayRound, sayTickets, sayWhy } from '../words/say-plan';

/** What the screen shows of all duplicates, as plain text for a ticket comment or a colleague: in the same words. */
export function briefOf(open: OpenContact): string {
  const contact = open.contact.value;
  const candidates = open.candidates.duplicates.value;
  const parts = [
    told(
      t('brief_title', { name: fullName(contact) ?? t('noName') }),
      candidates.length > 0 && sayCount(candidates.map(({ evidence }) => evidence)),
    ),
    recordLines('A', contact, null, []),
    ...candidates.map(({ letter, contact, evidence }) =>
      recordLines(letter, contact, evidence, decisionLines(open, contact.id)),
    ),
    ...(open.review.compared.value.length > 1 ? adviceParts(open.review) : []),
    ...earlierParts(open),
  ];
  return parts
    .filter((lines) => lines.length)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function recordLines(
  letter: string,
  contact: Contact,
  evidence: Evidence | null,
  decisions: readonly string[],
): string[] {
  const head = [fullName(contact) ?? t('noName'), letter === 'A' && t('thisRecord'), ...sayFlags(contact)];
  const strength = evidence && t(`strength_${evidence.strength}`);
  const reasonsFor = evidence?.reasonsFor.map(sayFor).join('; ');
  const reasonsAgainst = evidence?.reasonsAgainst.map(sayAgainst).join('; ');
  return told(
    `${letter}  ${told(...head, strength).join(' · ')}`,
    contact.email ?? t('noEmail'),
    told(t('brief_id', { id: contact.id }), zohoLink(contact.webUrl)).join(' · '),
    reasonsFor && t('brief_for', { reasons: reasonsFor }),
    reasonsAgainst && t('brief_against', { reasons: reasonsAgainst }),
    ...decisions,
  );
}

/** What there is to say. */
function told(...texts: readonly (string | false | null | undefined)[]): string[] {
  return texts.filter((text) => typeof text === 'string' && text !== '') as string[];
}

/** The decider's name rather than `you`: others will read it. */
function decisionLines(open: OpenContact, contactId: string): string[] {
  const status = open.decisions.statusByContact.value.get(contactId);
  if (!status) return [];
  const { verdict, origin, details, changes, earlier } = sayStatus(status, letterIn(open), null);
  return told(`${verdict} · ${origin}`, ...details, changes, ...earlier);
}

/** What differs, what is missing somewhere, which record to keep, and what a merge would take and cost. */
function adviceParts(aid: DecisionAid): string[][] {
  const records = aid.compared.value;
  const suggestion = aid.suggestion.value;
  const suggested = records[suggestion.index];
  const primary = records[aid.primary.value];
  const plan = aid.plan.value;
  const isWhole = aid.details.value.kind === 'ready';
  return [
    bucketLines('differs', aid),
    bucketLines('gaps', aid),
    told(
      suggested &&
        t('brief_keptBy', {
          text: `${t('keep', { letter: suggested.letter })} ${sayWhy(suggestion, records)}`,
        }),
      primary && primary !== suggested && t('brief_chosen', { letter: primary.letter }),
      sayTickets(records, aid.ticketCounts.value),
    ),
    primary
      ? [
          t('mergePlan'),
          ...plan.blockers.map((blocker) => sayBlocker(blocker, records)),
          ...plan.rounds.map((round) => sayRound(round, records, primary)),
          ...(plan.mergeable.length ? lossLines(aid, isWhole) : []),
        ]
      : [],
  ];
}

function bucketLines(bucket: 'differs' | 'gaps', { comparison, compared }: DecisionAid): string[] {
  const fields = comparison.value.fields.filter((field) => field.bucket === bucket);
  if (!fields.length) return [];
  return [t(`bucket_${bucket}`), ...fields.map((field) => sayField(field, compared.value))];
}

function lossLines(aid: DecisionAid, isWhole: boolean): string[] {
  const { ledger } = aid.plan.value;
  const lost = ledger.map((value) => `- ${sayLoss(value, aid.compared.value)}`);
  return [
    ...(lost.length ? [t('wouldBeLost'), ...lost] : []),
    ...(isWhole ? (lost.length ? [] : [t('nothingLost')]) : [t('lossUnknown')]),
    t('cannotBeUndone'),
  ];
}

function sayField({ key, groups }: FieldComparison, records: readonly LetteredContact[]): string {
  const values = groups
    .flatMap((group) => spellingsOf(group))
    .map(({ text, holders }) =>
      t('brief_holders', {
        value: text || t('emptyValue'),
        letters: lettersOf(holders, records).join(', '),
      }),
    );
  return t('brief_value', { field: fieldLabel(key), values: values.join(' | ') });
}

/** Contacts that were decided on and left the list. */
function earlierParts(open: OpenContact): string[][] {
  const others = open.candidates.decidedEarlier.value;
  const parts = others.map((id) => {
    const lines = decisionLines(open, id);
    const candidate = open.candidates.byId.value.get(id);
    if (!candidate) return [t('contactOfId', { id }), ...lines];
    return recordLines(candidate.letter, candidate.contact, candidate.evidence, lines);
  });
  return others.length ? [[t('earlierDecisions')], ...parts] : [];
}
