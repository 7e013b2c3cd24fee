import { withDetails } from '../../duplicates/contact';
import { type ExportedRecord, toCsv, toJson } from '../../duplicates/export';
import type { Workspace } from '../../state/workspace';

const types = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;

/** The open contact and everybody found with it, also those who were decided on, as the text of a file. */
export function exportGroup(workspace: Workspace, format: keyof typeof types) {
  const records = recordsOf(workspace);
  const now = Date.now();
  const day = new Date(now).toISOString().slice(0, 10);
  return {
    text: format === 'csv' ? toCsv(records) : toJson(records, now),
    file: `duplicates-${workspace.openContact.value?.id}-${day}.${format}`,
    type: types[format],
  };
}

function recordsOf({ openContact, candidates, decisions, aid, detailed }: Workspace): ExportedRecord[] {
  const suggested = aid.compared.value[aid.suggestion.value.index]?.contact.id;
  const open = openContact.value;
  const duplicates = candidates.value.filter((candidate) => candidate.isDuplicate);
  const everybody = [...(open ? [{ letter: 'A', contact: open, evidence: null }] : []), ...duplicates];
  return everybody.map(({ letter, contact, evidence }) => {
    const standing = decisions?.standings.value.get(contact.id);
    return {
      letter,
      contact: withDetails(contact, detailed.value),
      evidence,
      decisions: standing ? [standing.latest, ...standing.earlier] : [],
      isSuggestedPrimary: contact.id === suggested,
    };
  });
}
