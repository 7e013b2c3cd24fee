import type { RawContact, SamplePortal } from './portal';
import type { Settings } from './settings';

/** The agents who may be signed in, by the setting's name; `null` for one of whom Desk tells nothing. */
const agents = {
  noor: {
    id: '189200000000139001',
    fullName: 'Noor Bakker',
    firstName: 'Noor',
    lastName: 'Bakker',
    email: 'noor.bakker@zylker.example',
    timeZone: 'Europe/Amsterdam',
    isAdmin: true,
  },
  sam: {
    id: '189200000000141007',
    fullName: 'Sam Okonkwo-Lind',
    firstName: 'Sam',
    lastName: 'Okonkwo-Lind',
    email: 'sam.okonkwo-lind@zylker.example',
    timeZone: 'Europe/Stockholm',
    isAdmin: false,
  },
  unknown: null,
} as const satisfies Record<Settings['agent'], object | null>;

type PageSettings = Pick<Settings, 'location' | 'told' | 'ticketContact'> & Partial<Pick<Settings, 'agent'>>;

/** What Desk's page knows beside an open contact, or none, by the names that `ZOHODESK.get` takes. */
export function pageFacts(
  { orgId }: Pick<SamplePortal, 'orgId'>,
  contact: RawContact | null,
  { location, told, ticketContact, agent = 'noor' }: PageSettings,
): Record<string, unknown> {
  const user = agents[agent];
  return {
    'portal.id': orgId,
    'department.id': departmentId,
    ...(user ? withParts('user', { ...user, portals: { zylker: orgId } }) : {}),
    ...(contact ? recordFacts(contact, { location, told, ticketContact }) : {}),
  };
}

/** What it knows of the open record. */
function recordFacts(contact: RawContact, { location, told, ticketContact }: PageSettings) {
  if (isTicket(location)) return withParts('ticket', ticketOf(contact, ticketContact === 'named'));
  const { id, firstName, lastName } = contact;
  return withParts('contact', told === 'bare' ? { id: String(id), firstName, lastName } : plain(contact));
}

/** Whether a place of the widget is beside a ticket. */
export function isTicket(location: string): boolean {
  return location.startsWith('desk.ticket');
}

/** What Desk's page knows of a contact: text, without the account. */
export function plain({ id, account: _, ...fields }: RawContact): Record<string, unknown> {
  return { ...fields, id: String(id) };
}

const departmentId = '189200000000006907';
const subjects = [
  'Invoice does not match the order',
  'Where is my parcel?',
  'Cannot sign in',
  'Quote for 40',
];

/** A ticket knows how it was written and whose it is by id, but not the contact's name. Numbers are text there. */
function ticketOf(contact: RawContact, isNamed: boolean): Record<string, unknown> {
  const id = String(contact.id);
  return {
    id: `18920000000700${id.slice(-5)}`,
    subject: subjects[Number(id.slice(-2)) % subjects.length],
    description: 'Hello, could you please look into this?',
    email: isNamed ? contact.email : null,
    contactId: isNamed ? id : null,
    accountId: isNamed ? contact.accountId : null,
    departmentId,
    status: 'Open',
    dueDate: null,
    createdTime: '2026-01-12T09:30:00.000Z',
    threadCount: '2',
    isSpam: 'false',
  };
}

/** An object by its own name, and each of its fields by `name.field`. */
function withParts(name: string, fields: Record<string, unknown>): Record<string, unknown> {
  const parts = Object.entries(fields).map(([field, value]) => [`${name}.${field}`, value]);
  return { [name]: fields, ...Object.fromEntries(parts) };
}
