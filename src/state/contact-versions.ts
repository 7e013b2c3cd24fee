import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FoundGroup } from '../duplicates/candidates';
import type { Contact, ContactId } from '../duplicates/contact';
import { mergedContact } from '../duplicates/merged-contact';

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
  const merged = (own: Contact, record: Contact | null) =>
    mergedContact({ page: own, list: listed.value.get(own.id) ?? null, record });
  const openAsListed = computed(() => merged(page.value, null));
  const open = computed(() => merged(page.value, records.value.get(page.value.id) ?? null));

  return {
    open,
    openAsListed,
    records,
    contactOf(contactId) {
      if (contactId === page.value.id) return open.value;
      const list = listed.value.get(contactId);
      return list ? mergedContact({ page: null, list, record: records.value.get(contactId) ?? null }) : null;
    },
    addRecords(read) {
      records.value = new Map([...records.peek(), ...read.map((one) => [one.id, one] as const)]);
    },
    forgetRecords() {
      records.value = new Map();
    },
  };
}

/** Each contact as the first group sends it. The open contact may stand in a group only as the page said it. */
function firstById(groups: readonly FoundGroup[], page: Contact): ReadonlyMap<ContactId, Contact> {
  const contacts = groups.flatMap((group) => group.contacts).filter((contact) => contact !== page);
  return new Map(contacts.toReversed().map((contact) => [contact.id, contact]));
}
