import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FoundGroup } from '../duplicates/candidates';
import type { Contact, ContactId } from '../duplicates/contact';
import { type ContactSources, mergedContact } from '../duplicates/merged-contact';

/** What page, lists and single records said of each contact, merged: every view shows the same contact. */
export interface ContactVersions {
  readonly open: ReadonlySignal<Contact>;
  /** The open contact without its single record, which candidates are weighed against: details move no letters. */
  readonly openAsListed: ReadonlySignal<Contact>;
  /** `null` for a contact that no group holds. */
  contactOf(contactId: ContactId): Contact | null;
  /** The single records that were read. */
  readonly records: ReadonlySignal<ReadonlyMap<ContactId, Contact>>;
  addRecords(records: readonly Contact[]): void;
  forgetRecords(): void;
}

/** `page` is what the page says of the open contact, or the record that was read in its place. */
export function createContactVersions(
  page: ReadonlySignal<Contact>,
  groups: ReadonlySignal<readonly FoundGroup[]>,
): ContactVersions {
  const records = signal<ReadonlyMap<ContactId, Contact>>(new Map());
  const listed = computed(() => firstById(groups.value, page.value));
  const listOf = (contactId: ContactId) => listed.value.get(contactId) ?? null;
  const recordOf = (contactId: ContactId) => records.value.get(contactId) ?? null;
  const mergeAsListed = mergeOnce();
  const mergeOpen = mergeOnce();
  const mergeOthers = new WeakMap<Contact, ReturnType<typeof mergeOnce>>();
  const openAsListed = computed(() => {
    const own = page.value;
    return mergeAsListed({ page: own, list: listOf(own.id), record: null }) ?? own;
  });
  const open = computed(() => {
    const own = page.value;
    return mergeOpen({ page: own, list: listOf(own.id), record: recordOf(own.id) }) ?? own;
  });

  return {
    open,
    openAsListed,
    records,
    contactOf(contactId) {
      if (contactId === page.value.id) return open.value;
      const list = listOf(contactId);
      if (!list) return null;
      const merge = mergeOthers.get(list) ?? mergeOnce();
      mergeOthers.set(list, merge);
      return merge({ page: null, list, record: recordOf(contactId) });
    },
    addRecords(read) {
      records.value = new Map([...records.peek(), ...read.map((one) => [one.id, one] as const)]);
    },
    forgetRecords() {
      records.value = new Map();
    },
  };
}

/** Gives the same object as long as the same is said: a page more of a group draws nobody again. */
function mergeOnce() {
  let last: readonly [said: ContactSources, contact: Contact | null] | null = null;
  return (said: ContactSources): Contact | null => {
    const [before, contact] = last ?? [null, null];
    if (before?.page === said.page && before.list === said.list && before.record === said.record)
      return contact;
    last = [said, mergedContact(said)];
    return last[1];
  };
}

/** Each contact as the first group sends it. The open contact may stand in a group only as the page said it. */
function firstById(groups: readonly FoundGroup[], page: Contact): ReadonlyMap<ContactId, Contact> {
  const contacts = groups.flatMap((group) => group.contacts).filter((contact) => contact !== page);
  return new Map(contacts.toReversed().map((contact) => [contact.id, contact]));
}
