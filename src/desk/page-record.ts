import { isRecord } from '../base/json';
import type { Contact } from '../duplicates/contact';
import type { Desk } from './desk';
import { parseContact } from './parse-contact';

/** What Desk's page says that the agent is looking at. */
export type PageRecord =
  /** `hasEmailAndPhone`: Desk told the e-mail and the phone; else the record has to be read to know them. */
  | { readonly kind: 'contact'; readonly contact: Contact; readonly hasEmailAndPhone: boolean }
  /** A ticket that nobody is named in. */
  | { readonly kind: 'ticketWithoutContact' }
  /** Desk did not say which contact is open. */
  | { readonly kind: 'notTold' };

/**
 * Asks Desk which record is open. In a ticket that is the ticket's contact. Which keys Desk tells of a contact is not
 * documented (https://www.zoho.com/desk/extensions/guide/page-detail-methods.html), so all are optional but the id.
 */
export async function readPageRecord({ ask, location }: Pick<Desk, 'ask' | 'location'>): Promise<PageRecord> {
  if (!location.startsWith('desk.ticket')) {
    const contact = await ask('contact');
    return recordOf(contact, (isRecord(contact) && contact.id) || (await ask('contact.id')));
  }
  const ticket = await ask('ticket');
  if (!isRecord(ticket)) return { kind: 'notTold' };
  const contactId = ticket.contactId || (await ask('ticket.contactId'));
  if (!contactId) return { kind: 'ticketWithoutContact' };
  // A ticket knows how it was written, not who its contact is: that has to be read.
  return recordOf(null, contactId);
}

function recordOf(told: unknown, id: unknown): PageRecord {
  const fields = isRecord(told) ? told : {};
  const contact = parseContact({ ...fields, id });
  return contact
    ? { kind: 'contact', contact, hasEmailAndPhone: 'email' in fields && 'phone' in fields }
    : { kind: 'notTold' };
}
