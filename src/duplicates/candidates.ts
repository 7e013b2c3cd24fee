import { type Contact, type ContactId, olderFirst } from './contact';
import type { ToE164 } from './phones';
import { createEvidence, type Evidence } from './reasons';
import type { Strength } from './strength';

/** How many contacts fit side by side. */
export const maxComparedContacts = 5;

/** A duplicate group from Desk, with our own key. */
export interface FoundGroup {
  readonly key: string;
  readonly contacts: readonly Contact[];
}

/** A contact in any of the groups. */
export interface GroupMember {
  readonly contact: Contact;
  /** What speaks for and against it being the open contact; `null` for that one, and while none is open. */
  readonly evidence: Evidence | null;
  /** The keys of the groups that it is in. */
  readonly foundBy: readonly string[];
}

/** A group member other than the open contact. */
export interface Candidate extends GroupMember {
  /** True if it shares at least one group with the open contact. */
  readonly isDuplicate: boolean;
}

const strengths: readonly Strength[] = ['strong', 'likely', 'weak'];

/** Stronger first; among equals, more reasons first. */
function rank(evidence: Evidence | null): number {
  return evidence ? strengths.indexOf(evidence.strength) * 10 - evidence.reasonsFor.length : 0;
}

/**
 * All contacts in the groups except the open one, each once: possible duplicates first, the strongest first, ids in
 * `sortLast` at the end.
 */
export function createCandidates(
  open: Contact | null,
  groups: readonly FoundGroup[],
  toE164: ToE164 | null,
  sortLast: ReadonlySet<ContactId> = new Set(),
): Candidate[] {
  const found = new Map<string, { contact: Contact; foundBy: string[]; isDuplicate: boolean }>();
  for (const { key, contacts } of groups) {
    const holdsOpen = contacts.some((contact) => contact.id === open?.id);
    for (const contact of contacts) {
      if (contact.id === open?.id) continue;
      const entry = found.get(contact.id) ?? { contact, foundBy: [], isDuplicate: false };
      entry.foundBy.push(key);
      entry.isDuplicate ||= holdsOpen;
      found.set(contact.id, entry);
    }
  }
  const everyone = [...found.values()];
  const evidenceOf = open && createEvidence(open, [open, ...everyone.map((entry) => entry.contact)], toE164);
  return everyone
    .map((entry) => ({ ...entry, evidence: evidenceOf?.(entry.contact) ?? null }))
    .sort(
      (a, b) =>
        Number(b.isDuplicate) - Number(a.isDuplicate) ||
        Number(sortLast.has(a.contact.id)) - Number(sortLast.has(b.contact.id)) ||
        rank(a.evidence) - rank(b.evidence) ||
        olderFirst(a.contact, b.contact),
    );
}
