import {
  type ApiAnswer,
  type ApiRequest,
  found,
  invalid,
  noContent,
  problems,
  readQuery,
} from './api-answer';
import { columnOf, contactColumns, listed, sortedBy } from './api-groups';
import type { RawContact, SamplePortal } from './portal';

/** GET /contacts/{id}: one contact, with the fields that lists leave out. */
export function answerContact(portal: SamplePortal, id: string, request: ApiRequest): ApiAnswer {
  const includes = readQuery(request).includes(['accounts', 'owner']);
  const contact = portal.contacts.get(id);
  if (!contact) return problems.notFound;
  const owner = { id: contact.ownerId, firstName: 'Noor', lastName: 'Bakker' };
  return found({
    ...listed(contact, includes('accounts')),
    ...portal.details.get(id),
    ...(includes('owner') ? { owner } : {}),
  });
}

/** GET /contacts/contactsByIds: up to 20 contacts, as lists tell them; ids that nobody has are passed over. */
export function answerContactsByIds(portal: SamplePortal, request: ApiRequest): ApiAnswer {
  const ids = new Set(readQuery(request).required('ids', 10_000).split(','));
  if (ids.size > 20 || [...ids].some((id) => !/^\d+$/.test(id))) return invalid('ids');
  const data = [...ids].flatMap((id) => {
    const contact = portal.contacts.get(id);
    return contact ? [listed(contact, false)] : [];
  });
  return data.length ? found({ data }) : noContent;
}

/** GET /accounts/{id}/contacts: those of an account, without spam; counts from 1. */
export function answerAccountContacts(portal: SamplePortal, id: string, request: ApiRequest): ApiAnswer {
  const query = readQuery(request);
  const from = Math.max(query.whole('from', 1, 0) - 1, 0);
  const limit = query.whole('limit', 15, 1, 100);
  const sorting = query.sorting(contactColumns) ?? { by: 'modifiedTime', descending: false };
  const members = [...portal.contacts.values()].filter(
    (contact) => contact.accountId === id && contact.isSpam !== true,
  );
  const column = (contact: RawContact) => columnOf(portal, contact, sorting.by);
  const data = sortedBy(members, column, sorting.descending)
    .slice(from, from + limit)
    .map((contact) => listed(contact, false));
  return data.length ? found({ data }) : noContent;
}

/** GET /contacts/{id}/statistics: invented, but the same for a contact every time. */
export function answerStatistics(portal: SamplePortal, id: string): ApiAnswer {
  if (!portal.contacts.has(id)) return problems.notFound;
  const seed = Number(BigInt(id) % 97n);
  const total = seed % 23;
  const open = Math.min(seed % 4, total);
  // Desk tells numbers as text, as numbers, or not at all.
  const told = (count: number) => (seed % 3 === 2 ? count : String(count));
  const time = (hours: number) => (total ? told(hours * 3_600_000) : null);
  return found({
    totalTickets: told(total),
    openTickets: told(open),
    onholdTickets: told(Math.min(seed % 2, open)),
    overdueTickets: told(Math.min(seed % 3, open)),
    closedTickets: told(total - open),
    escalatedTickets: told(0),
    spamTickets: told(0),
    firstResponseTime: time(1 + (seed % 8)),
    responseTime: time(2 + (seed % 12)),
    resolutionTime: time(20 + (seed % 70)),
    customerHappiness: { goodCount: told(seed % 6), okCount: told(seed % 3), badCount: told(seed % 2) },
    channelWiseCount: total ? { EMAIL: told(total - open), PHONE: told(open) } : {},
  });
}
