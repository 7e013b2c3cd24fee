import type { Contact, ContactId } from './contact';

/** A duplicate group from Desk, with our own key. */
export interface FoundGroup {
  readonly key: string;
  readonly contacts: readonly Contact[];
}

/** A contact of the groups, as the first of them tells of it. */
export interface Member {
  readonly contact: Contact;
  /** The keys of the groups that it is in, in their order. */
  foundBy: readonly string[];
  /** Whether the open contact is in one of them. */
  isDuplicate: boolean;
}

interface GroupMembers<M extends Member> {
  /** What has become of these groups since the last time. */
  update(groups: readonly FoundGroup[]): GroupChange<M>;
  readonly byId: () => ReadonlyMap<ContactId, M>;
}

export type GroupChange<M extends Member> =
  /** Nothing but contacts at their ends: new members, and these with the known ones that are in more groups now. */
  | { readonly kind: 'grown'; readonly added: readonly M[]; readonly touched: ReadonlySet<M> }
  | { readonly kind: 'replaced' };

/**
 * Everybody in groups but the open contact, each once. Meant for groups that grow page by page: then only what is new is
 * looked at. A contact object that stays keeps its member; `create` makes one that is in no group yet.
 */
export function createGroupMembers<M extends Member>(
  openId: ContactId | null,
  create: (contact: Contact) => M,
): GroupMembers<M> {
  let before: readonly FoundGroup[] = [];
  let members = new Map<ContactId, M>();

  return {
    byId: () => members,
    update(groups) {
      const tails = tailsOf(before, groups);
      before = groups;
      return (tails && grow(groups, tails)) ?? replace(groups);
    },
  };

  /** Adds the new ends of the groups; `null` where they change the members that were there in other ways. */
  function grow(
    groups: readonly FoundGroup[],
    tails: readonly (readonly Contact[])[],
  ): GroupChange<M> | null {
    const places = new Map(groups.map(({ key }, place) => [key, place]));
    if (places.size < groups.length) return null;
    const added: M[] = [];
    const touched = new Set<M>();
    for (const [place, { key, contacts }] of groups.entries()) {
      const tail = tails[place] ?? [];
      if (!tail.length) continue;
      const holdsOpen = contacts.some(({ id }) => id === openId);
      if (holdsOpen && tail.length < contacts.length && tail.some(({ id }) => id === openId)) return null;
      for (const contact of tail) {
        if (contact.id === openId) continue;
        const known = members.get(contact.id);
        // Met in a later group before: that of this group goes before it.
        if (known && (places.get(known.foundBy.at(-1) ?? '') ?? 0) > place) return null;
        const member = known ?? create(contact);
        if (!known) added.push(member);
        members.set(contact.id, member);
        join(member, key, holdsOpen);
        touched.add(member);
      }
    }
    return { kind: 'grown', added, touched };
  }

  function replace(groups: readonly FoundGroup[]): GroupChange<M> {
    const old = members;
    members = new Map();
    for (const { key, contacts } of groups) {
      const holdsOpen = contacts.some(({ id }) => id === openId);
      for (const contact of contacts) {
        if (contact.id === openId) continue;
        const same = old.get(contact.id);
        const member = members.get(contact.id) ?? (same?.contact === contact ? same : create(contact));
        if (!members.has(contact.id)) Object.assign(member, { foundBy: noKeys, isDuplicate: false });
        members.set(contact.id, member);
        join(member, key, holdsOpen);
      }
    }
    return { kind: 'replaced' };
  }
}

/** What each group has more than before; `null` where anything but its end has changed. */
function tailsOf(before: readonly FoundGroup[], now: readonly FoundGroup[]): (readonly Contact[])[] | null {
  if (before.some(({ key }, place) => key !== now[place]?.key)) return null;
  const tails = now.map(({ contacts }, place) => {
    const known = before[place]?.contacts ?? [];
    const goesOn = known === contacts || known.every((contact, index) => contact === contacts[index]);
    return goesOn ? contacts.slice(known.length) : null;
  });
  return tails.every((tail) => tail !== null) ? tails : null;
}

const noKeys: readonly string[] = [];

function join(member: Member, key: string, holdsOpen: boolean) {
  if (member.foundBy.at(-1) !== key) member.foundBy = [...member.foundBy, key];
  member.isDuplicate ||= holdsOpen;
}
