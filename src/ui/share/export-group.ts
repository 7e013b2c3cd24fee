import { withDetails } from '../../duplicates/contact';
import { type ExportedRecord, toCsv, toJson } from '../../duplicates/export';
import type { OpenContact } from '../../state/open-contact';

const types = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;

/** The open contact and everybody found with it, also those who were decided on, as the text of a file. */
export function exportGroup(open: OpenContact, format: keyof typeof types) {
  const records = recordsOf(open);
  const now = Date.now();
  const day = new Date(now).toISOString().slice(0, 10);
  return {
    text: format === 'csv' ? toCsv(records) : toJson(records, now),
    file: `duplicates-${open.contact.value.id}-${day}.${format}`,
    type: types[format],
  };
}

function recordsOf({ contact: own, candidates, decisions, review }: OpenContact): ExportedRecord[] {
  const suggested = review.compared.value[review.suggestion.value.index]?.contact.id;
  const duplicates = candidates.all.value.filter((candidate) => candidate.isDuplicate);
  const everybody = [{ letter: 'A', contact: own.value, evidence: null }, ...duplicates];
  return everybody.map(({ letter, contact, evidence }) => {
    const status = decisions.statusByContact.value.get(contact.id);
    return {
      letter,
      contact: withDetails(contact, review.detailed.value),
      evidence,
      decisions: status ? [status.latest, ...status.earlier] : [],
      isSuggestedPrimary: contact.id === suggested,
    };
  });
}
