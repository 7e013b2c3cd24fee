import type { Candidate } from '../../duplicates/candidates';
import type { ContactId } from '../../duplicates/contact';
import type { OpenRecord } from '../../state/open-record';
import { t } from '../shell/texts';

type Lettered = Pick<OpenRecord, 'contact'> & { readonly candidates: Pick<OpenRecord['candidates'], 'all'> };

/** How contacts are called: by their letters, or by the ends of their ids if they have none here. */
export type LetterOf = (contactId: ContactId) => string;

/** A is the open contact; the candidates follow from B on, in their order. `null` for a contact that is not here. */
export function letterOf(record: Lettered, contactId: ContactId): string | null {
  if (contactId === record.contact.value?.id) return 'A';
  return lettersOf(record.candidates.all.value).get(contactId) ?? null;
}

export function letterIn(record: Lettered): LetterOf {
  return (contactId) => letterOf(record, contactId) ?? endOfId(contactId);
}

/** Desk's ids begin alike; their ends tell them apart. */
export function endOfId(id: string): string {
  return t('endOfId', { end: id.slice(-4) });
}

/** 0 is A, 25 is Z, 26 is AA, as spreadsheet columns count. */
export function letterAt(place: number): string {
  const rest = Math.floor(place / 26);
  return (rest ? letterAt(rest - 1) : '') + String.fromCharCode(65 + (place % 26));
}

/** Counted once per list, since every card asks for its letter. */
const known = new WeakMap<readonly Candidate[], ReadonlyMap<ContactId, string>>();

function lettersOf(candidates: readonly Candidate[]): ReadonlyMap<ContactId, string> {
  const letters =
    known.get(candidates) ??
    new Map(candidates.map(({ contact }, index) => [contact.id, letterAt(index + 1)] as const));
  known.set(candidates, letters);
  return letters;
}
