import { type Contact, joinContacts } from './contact';
import { letter } from './letter';
import type { ToE164 } from './phones';
import { createEvidence, type Evidence, type Strength } from './reasons';

/** Contacts that Desk holds for duplicates of each other, under a key that is ours. */
export interface FoundGroup {
  readonly key: string;
  readonly contacts: readonly Contact[];
}

/** A contact other than the open one, in any of the groups. */
export interface Candidate {
  readonly letter: string;
  readonly contact: Contact;
  /** What speaks for and against; `null` while no contact is open to compare with. */
  readonly evidence: Evidence | null;
  /** The keys of the groups that it is in. */
  readonly foundBy: readonly string[];
  /** Whether one of these groups holds the open contact too; one that does not says nothing about it. */
  readonly isDuplicate: boolean;
}

const strengths: readonly Strength[] = ['strong', 'likely', 'weak'];

/** Stronger first; among equals, more reasons first. */
function rank(evidence: Evidence | null): number {
  return evidence ? strengths.indexOf(evidence.strength) * 10 - evidence.reasonsFor.length : 0;
}

/**
 * Everybody in the groups but the open contact, each once. Possible duplicates come first, the strongest first, and
 * `last` those of whom that is settled; the letters follow that order, from B, and are the same in every view.
 */
export function createCandidates(
  open: Contact | null,
  groups: readonly FoundGroup[],
  readPhone: ToE164 | null,
  last: ReadonlySet<string> = new Set(),
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
  const evidenceOf =
    open && createEvidence(open, [open, ...everyone.map((entry) => entry.contact)], readPhone);
  return everyone
    .map((entry) => ({ ...entry, evidence: evidenceOf?.(entry.contact) ?? null }))
    .sort(
      (a, b) =>
        Number(b.isDuplicate) - Number(a.isDuplicate) ||
        Number(last.has(a.contact.id)) - Number(last.has(b.contact.id)) ||
        rank(a.evidence) - rank(b.evidence) ||
        (a.contact.createdTime ?? Infinity) - (b.contact.createdTime ?? Infinity) ||
        (a.contact.id < b.contact.id ? -1 : 1),
    )
    .map((entry, index) => ({ ...entry, letter: letter(index + 1) }));
}

/**
 * What is known of the open contact, with what the groups tell of it where Desk's page told nothing. `isWhole` says
 * that the page told the e-mail and the phone: an empty one is then empty, whatever an older answer says.
 */
export function completeContact(told: Contact, isWhole: boolean, groups: readonly FoundGroup[]): Contact {
  const listed = groups.flatMap((group) => group.contacts).find((contact) => contact.id === told.id);
  if (!listed) return told;
  const own = isWhole ? { email: told.email, phone: told.phone } : {};
  return { ...joinContacts(told, listed), ...own };
}
