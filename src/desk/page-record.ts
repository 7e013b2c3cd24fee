import { isRecord } from '../base/json';
import type { Contact } from '../duplicates/contact';
import type { Desk } from './desk';
import { parseContact } from './parse-contact';

/** The record that Desk's page shows, as far as it says. */
export type PageRecord =
  | { readonly kind: 'contact'; readonly contact: Contact }
  /** A ticket without a contact. */
  | { readonly kind: 'ticketWithoutContact' }
  /** Desk did not say which contact is open. */
  | { readonly kind: 'notTold' };

/**
 * Asks Desk which record is open; in a ticket that is the ticket's contact, in a modal the one that it was opened for.
 * Whether `contact` can be asked for in a modal is unknown. Which keys Desk sends of a contact is not
 * documented (https://www.zoho.com/desk/extensions/guide/page-detail-methods.html), so all are optional but the id.
 */
export async function readPageRecord({
  getProperty,
  isTicket,
  modalContactId,
}: Pick<Desk, 'getProperty' | 'isTicket' | 'modalContactId'>): Promise<PageRecord> {
  const modalId = modalContactId();
  if (modalId) return recordOf(null, modalId);
  if (!isTicket) {
    const contact = await getProperty('contact');
    return recordOf(contact, (isRecord(contact) && contact.id) || (await getProperty('contact.id')));
  }
  const ticket = await getProperty('ticket');
  if (!isRecord(ticket)) return { kind: 'notTold' };
  const contactId = ticket.contactId || (await getProperty('ticket.contactId'));
  if (!contactId) return { kind: 'ticketWithoutContact' };
  // A ticket has the address or phone it came from, which may not be the contact's: the contact has to be read.
  return recordOf(null, contactId);
}

function recordOf(raw: unknown, id: unknown): PageRecord {
  const fields = isRecord(raw) ? raw : {};
  const contact = parseContact({ ...fields, id });
  return contact ? { kind: 'contact', contact } : { kind: 'notTold' };
}
