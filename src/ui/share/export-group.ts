import { type ExportedPlan, type ExportedRecord, toCsv, toJson } from '../../duplicates/export';
import type { DecidableContact } from '../../state/decidable-contact';
import { letterIn } from '../words/letters';

const types = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;

/** The open contact and everybody found with it, also those who were decided on, as the text of a file. */
export function exportGroup(decidable: DecidableContact, format: keyof typeof types) {
  const records = recordsOf(decidable);
  const now = Date.now();
  const day = new Date(now).toISOString().slice(0, 10);
  return {
    text: format === 'csv' ? toCsv(records) : toJson(records, planOf(decidable), now),
    file: `duplicates-${decidable.contact.value.id}-${day}.${format}`,
    type: types[format],
  };
}

function recordsOf(decidable: DecidableContact): ExportedRecord[] {
  const { contact: own, candidates, decisions, review } = decidable;
  const letterOf = letterIn(decidable);
  const duplicates = candidates.all.value.filter((candidate) => candidate.isDuplicate);
  return [{ contact: own.value, evidence: null }, ...duplicates].map(({ contact, evidence }) => {
    const status = decisions.statusByContact.value.get(contact.id);
    return {
      letter: letterOf(contact.id),
      contact,
      evidence,
      decisions: status ? [status.latest, ...status.earlier] : [],
      isSuggestedPrimary: contact.id === review.primary.suggestion.value.primaryId,
    };
  });
}

/** As the panel shows it; `null` where nothing is compared. */
function planOf({ review }: DecidableContact): ExportedPlan | null {
  const { value: primaryId } = review.primary.contactId;
  const { rounds, blockers } = review.plan.value;
  return primaryId === null ? null : { primaryId, rounds, blockers };
}
