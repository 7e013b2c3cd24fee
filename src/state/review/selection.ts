import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type GroupMember, maxComparedContacts } from '../../duplicates/candidates';
import type { ContactId } from '../../duplicates/contact';

/** Which contacts are compared. */
export interface Selection {
  /** The open contact first. */
  readonly compared: ReadonlySignal<readonly GroupMember[]>;
  /** True if not all contacts fit, so that the agent has to choose. */
  readonly mustChoose: ReadonlySignal<boolean>;
  /** True if contacts can be left out. */
  readonly canChoose: ReadonlySignal<boolean>;
  choose(contactId: ContactId, isChosen: boolean): void;
}

/** `members` are the open contact and its duplicates. */
export function createSelection(members: ReadonlySignal<readonly GroupMember[]>): Selection {
  const choice = signal<ReadonlySet<ContactId> | null>(null);
  const chosen = computed(() => choice.value ?? defaultSelection(members.value));
  return {
    compared: computed(() =>
      members.value.filter(({ contact }) => chosen.value.has(contact.id)).slice(0, maxComparedContacts),
    ),
    mustChoose: computed(() => members.value.length > maxComparedContacts),
    canChoose: computed(() => members.value.length > 2),
    choose(contactId, isChosen) {
      const present = members.peek().map(({ contact }) => contact.id);
      const next = new Set(present.filter((id) => chosen.peek().has(id)));
      if (!isChosen) next.delete(contactId);
      else if (next.size < maxComparedContacts) next.add(contactId);
      choice.value = next;
    },
  };
}

/** Likely and strong candidates beside the open contact, or nobody in a long list. */
function defaultSelection(members: readonly GroupMember[]): ReadonlySet<ContactId> {
  const [open, ...others] = members;
  if (!open || members.length > maxComparedContacts) return new Set();
  const likely = others.filter(({ evidence }) => evidence?.strength !== 'weak');
  return new Set([open, ...(likely.length ? likely : others)].map(({ contact }) => contact.id));
}
