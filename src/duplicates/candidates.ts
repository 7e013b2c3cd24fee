import { mergeSorted } from '../base/merge-sorted';
import { type Contact, type ContactId, olderFirst } from './contact';
import { createGroupMembers, type FoundGroup, type GroupChange, type Member } from './group-members';
import type { Matchers } from './matchers';
import { type ComparedContact, createEvidenceSource, type Evidence } from './reasons';
import type { Strength } from './strength';

/** How many contacts fit side by side. */
export const maxComparedContacts = 5;

export type { FoundGroup } from './group-members';

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

/** Makes candidates of groups that grow page by page. */
interface Weigher {
  /**
   * All contacts in the groups except the open one, each once: possible duplicates first, the strongest first, ids in
   * `sortLast` at the end. A candidate of whom nothing has changed is the same object as the last time, and so is the
   * list.
   */
  weigh(groups: readonly FoundGroup[], sortLast?: ReadonlySet<ContactId>): readonly Candidate[];
}

/**
 * Compares each contact once, by its object, so that a page that is added to thousands costs little more than that page.
 * For another open contact, or other matchers, make another weigher.
 */
export function createWeigher(open: Contact | null, matchers: Matchers): Weigher {
  const source = open && createEvidenceSource(open, matchers);
  const members = createGroupMembers<Weighed>(open?.id ?? null, (contact) => {
    return { contact, foundBy: [], isDuplicate: false, compared: source?.compare(contact), candidate: null };
  });
  let candidates: readonly Candidate[] = [];
  let lastOnes = nobody;

  /** Counts who shares what. Returns the members of whom that may say something else. */
  function count(change: GroupChange<Weighed>): Iterable<Weighed> {
    const isGrown = change.kind === 'grown';
    const counted = isGrown ? change.added : [...members.byId().values()];
    const comparedOnes = counted.flatMap(({ compared }) => compared ?? []);
    const isOther = isGrown ? source?.add(comparedOnes) : source?.count(comparedOnes);
    return isGrown && !isOther ? change.touched : members.byId().values();
  }

  return {
    weigh(groups, sortLast = nobody) {
      const change = members.update(groups);
      const changed = [...count(change)].flatMap(updatedCandidate);
      const order = inOrder(sortLast);
      const isCurrent = (one: Candidate) => members.byId().get(one.contact.id)?.candidate === one;
      const isAddedOnly =
        change.kind === 'grown' && candidates.length + changed.length === members.byId().size;
      const kept = isAddedOnly ? candidates : candidates.filter(isCurrent);
      if (!changed.length && kept.length === candidates.length && sortLast === lastOnes) return candidates;
      const next =
        sortLast === lastOnes ? mergeSorted(kept, changed, order) : [...kept, ...changed].sort(order);
      lastOnes = sortLast;
      const isEqual = next.length === candidates.length && next.every((one, at) => one === candidates[at]);
      if (!isEqual) candidates = next;
      return candidates;
    },
  };
}

const nobody: ReadonlySet<ContactId> = new Set();

/** A member, compared with the open contact, and what was last said about it. */
interface Weighed extends Member {
  readonly compared: ComparedContact | undefined;
  candidate: Candidate | null;
}

/** What is to be said about it, if that is something else than the last time. */
function updatedCandidate(member: Weighed): Candidate[] {
  const { contact, foundBy, isDuplicate, candidate: before } = member;
  const evidence = member.compared?.evidence() ?? null;
  const isSame =
    before?.evidence === evidence &&
    before.isDuplicate === isDuplicate &&
    before.foundBy.length === foundBy.length &&
    before.foundBy.every((key, index) => key === foundBy[index]);
  if (isSame) return [];
  member.candidate = { contact, evidence, foundBy, isDuplicate };
  return [member.candidate];
}

const strengths: readonly Strength[] = ['strong', 'likely', 'weak'];

/** Stronger first; among equals, more reasons first. */
function rank(evidence: Evidence | null): number {
  return evidence ? strengths.indexOf(evidence.strength) * 10 - evidence.reasonsFor.length : 0;
}

function inOrder(sortLast: ReadonlySet<ContactId>): (a: Candidate, b: Candidate) => number {
  const isLast = ({ contact }: Candidate) => Number(sortLast.has(contact.id));
  return (a, b) =>
    Number(b.isDuplicate) - Number(a.isDuplicate) ||
    isLast(a) - isLast(b) ||
    rank(a.evidence) - rank(b.evidence) ||
    olderFirst(a.contact, b.contact);
}
