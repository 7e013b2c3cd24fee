import type { Contact } from './contact';
import { letter } from './letter';

/** A contact as the panel lists it. */
export interface Member {
  readonly letter: string;
  readonly contact: Contact;
  readonly isOpenContact: boolean;
}

/**
 * The contacts of a group with their letters: the open contact is A and comes first, wherever Desk put it; the
 * others follow from B in Desk's order, also where the open contact is not among them.
 */
export function membersOf(contacts: readonly Contact[], openContactId: string | null): Member[] {
  const isOpen = (contact: Contact) => contact.id === openContactId;
  const others = contacts.filter((contact) => !isOpen(contact));
  return [
    ...contacts.filter(isOpen).map((contact) => ({ letter: letter(0), contact, isOpenContact: true })),
    ...others.map((contact, index) => ({ letter: letter(index + 1), contact, isOpenContact: false })),
  ];
}
