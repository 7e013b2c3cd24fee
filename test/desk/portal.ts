import type { MatchField } from './match-fields';
import { firstNames, lastNames, latecomers, type Person, people } from './people';

/** A contact as Desk's API tells it; ids may be numbers too long for JavaScript, hence bigint. */
export type RawContact = Record<string, unknown> & { readonly id: string | bigint };

/** A duplicate group that Desk knows by an id. */
export interface RawGroup {
  readonly duplicateId: string;
  readonly label: string;
  readonly contactIds: readonly string[];
  readonly pageSize: number;
  /** How the answer speaks of more pages: Desk's own way is not published. */
  readonly hints: 'none' | 'info' | 'total' | 'nextPage';
}

export interface SamplePortal {
  readonly orgId: string;
  readonly country: string;
  readonly contacts: ReadonlyMap<string, RawContact>;
  /** Fields that only single reads tell, by contact id. */
  readonly details: ReadonlyMap<string, Record<string, unknown>>;
  readonly groups: readonly RawGroup[];
  /** The field that the portal matches contacts by, or `null` where it has set none. */
  readonly defaultMatchField: MatchField | null;
  /** What `from` calls the first contact of a group by value; where that is 1, 0 means the same. */
  readonly countsFrom: 0 | 1;
  /** Changes fields of a contact, as an agent would who edits it. */
  readonly edit: (id: string, fields: Readonly<Record<string, unknown>>) => void;
  /** The id of a hand-made contact, by its key in `people` or `latecomers`. */
  readonly idOf: (key: string) => string;
}

/** The same portal every time: contacts made by hand, and two groups of 40 and 260 dealt from lists of names. */
export function createSamplePortal(
  settings: Partial<Pick<SamplePortal, 'defaultMatchField' | 'countsFrom'>> = {},
): SamplePortal {
  const contacts = new Map<string, RawContact>();
  const details = new Map<string, Record<string, unknown>>();
  const ids = new Map<string, string>();
  for (const [key, person] of Object.entries(people)) ids.set(key, add(person));

  const switchboard = range(40).map((index) => add(colleague(index)));
  const drivers = range(260).map((index) => add(driver(index)));
  // Last, so that nobody's id moves: ids count from the first contact on.
  for (const [key, person] of Object.entries(latecomers)) ids.set(key, add(person));
  const idOf = (key: string) => {
    const id = ids.get(key);
    if (!id) throw new Error(`nobody called ${key}`);
    return id;
  };
  const group = (keys: string[]) => keys.map(idOf);

  return {
    orgId: '60001280952',
    country: 'NL',
    contacts,
    details,
    idOf,
    // Covered by the fields that the widget asks for anyway, so that usual runs need no further call.
    defaultMatchField: settings.defaultMatchField === undefined ? 'bothEmail' : settings.defaultMatchField,
    countsFrom: settings.countsFrom ?? 0,
    edit(id, fields) {
      const contact = contacts.get(id);
      if (!contact) throw new Error(`no contact ${id}`);
      const detail = { ...details.get(id) };
      const own: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(fields)) (name in detail ? detail : own)[name] = value;
      details.set(id, detail);
      contacts.set(id, { ...contact, ...own, id: contact.id });
    },
    groups: [
      {
        duplicateId: '189200000004010002',
        label: 'Amira Haddad, in two scripts',
        contactIds: group(['amira', 'amiraArabic']),
        pageSize: 50,
        hints: 'none',
      },
      {
        duplicateId: '189200000004010003',
        label: 'Jane van Dijk',
        contactIds: group(['jane', 'janeWork', 'janePrivate']),
        pageSize: 50,
        hints: 'info',
      },
      {
        duplicateId: '189200000004010005',
        label: 'José María García Fernández',
        contactIds: group(['jose', 'josePlain', 'joseShort', 'joseChat', 'joseUpper']),
        pageSize: 2,
        hints: 'none',
      },
      {
        duplicateId: '189200000004010040',
        label: 'Everyone at Nordlicht Energie',
        contactIds: switchboard,
        pageSize: 10,
        hints: 'nextPage',
      },
      {
        duplicateId: '189200000004010260',
        label: 'An import of drivers, gone wrong',
        contactIds: drivers,
        pageSize: 50,
        hints: 'total',
      },
    ],
  };

  /** Desk's traps are sown by position, so that they are the same in every run. */
  function add(person: Person): string {
    const index = contacts.size;
    const id = String(189200000001001001n + BigInt(index) * 1003n);
    const created = Date.parse(person.created);
    contacts.set(id, {
      id: index % 7 === 3 ? BigInt(id) : id,
      firstName: person.first ?? null,
      lastName: person.last,
      email: person.email ?? null,
      secondaryEmail: person.second ?? null,
      phone: person.phone ?? null,
      ...(person.mobile || index % 3 ? { mobile: person.mobile ?? null } : {}),
      type: null,
      accountId: person.account ? accountId(person.account) : null,
      account: person.account
        ? { id: accountId(person.account), accountName: person.account, website: null }
        : null,
      ownerId: '189200000000139001',
      photoURL: null,
      webUrl: `https://desk.zoho.eu/support/zylker/ShowHomePage.do#Contacts/dv/${id}`,
      createdTime: index % 5 === 2 ? created : new Date(created).toISOString(),
      // Desk's own example leaves these out; a portal user is told, since much depends on it.
      ...(person.is?.includes('portalUser') || index % 9 !== 4
        ? { isEndUser: flag(person.is?.includes('portalUser'), index) }
        : {}),
      ...(index % 4 ? { accountCount: person.account ? '1' : '0' } : {}),
      isSpam: flag(person.is?.includes('spam'), index),
      ...(person.is?.includes('anonymous') || index % 4
        ? { isAnonymous: flag(person.is?.includes('anonymous'), index) }
        : {}),
      ...(person.is?.includes('deleted') ? { isDeleted: true } : {}),
      zohoCRMContact: person.crm
        ? { id: `7770000000${index}`, type: index % 2 ? [person.crm] : person.crm }
        : null,
      customerHappiness: { badPercentage: '0', okPercentage: '20', goodPercentage: '80' },
    });
    details.set(id, {
      title: person.title ?? null,
      city: person.city ?? null,
      country: person.country ?? null,
      description: null,
      street: null,
      state: null,
      zip: null,
      facebook: null,
      twitter: null,
      cf: { cf_customer_number: person.account ? `C-${1000 + index}` : null },
      customFields: { 'Customer number': person.account ? `C-${1000 + index}` : null },
      isFollowing: String(index % 8 === 0),
      isTrashed: person.is?.includes('deleted') ?? false,
      modifiedTime: new Date(created + 86_400_000 * (1 + (index % 300))).toISOString(),
    });
    return id;
  }
}

/**
 * The ids of the other contacts that /groupContacts gives for a contact's own values of these fields; made for tests,
 * and apart from that call's code. A value with a comma finds nobody, as the call takes it for several values.
 */
export function duplicatesOf(
  { contacts }: SamplePortal,
  contactId: string,
  fieldNames: readonly MatchField[],
): string[] {
  const own = contacts.get(contactId);
  if (!own) throw new Error(`no contact ${contactId}`);
  const duplicates = new Set<string>();
  for (const fieldName of fieldNames) {
    for (const value of comparable(own, fieldName).filter((text) => !text.includes(','))) {
      const sharing = [...contacts].filter(
        ([, contact]) => contact.isDeleted !== true && comparable(contact, fieldName).includes(value),
      );
      if (sharing.length > 1) for (const [id] of sharing) duplicates.add(id);
    }
  }
  duplicates.delete(contactId);
  return [...duplicates];
}

function comparable({ firstName, lastName, ...contact }: RawContact, fieldName: MatchField): string[] {
  const told: Readonly<Record<MatchField, readonly unknown[]>> = {
    firstName: [firstName],
    lastName: [lastName],
    fullName: [`${firstName ?? ''} ${lastName ?? ''}`],
    email: [contact.email],
    secondaryEmail: [contact.secondaryEmail],
    bothEmail: [contact.email, contact.secondaryEmail],
    phone: [contact.phone],
  };
  return told[fieldName].flatMap(
    (value) =>
      String(value ?? '')
        .trim()
        .toLowerCase() || [],
  );
}

function flag(value: boolean | undefined, index: number): boolean | string {
  return index % 6 === 1 ? String(value ?? false) : (value ?? false);
}

function accountId(name: string): string {
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000, 7);
  return `1892000000030${String(sum).padStart(6, '0')}`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function nameAt(index: number): { first: string; last: string } {
  const first = firstNames[index % firstNames.length] ?? '';
  const last = lastNames[Math.floor(index / firstNames.length) % lastNames.length] ?? '';
  return { first, last };
}

/** Forty colleagues behind one switchboard: Desk groups them by phone, and hardly any is a duplicate. */
function colleague(index: number): Person {
  const { first, last } = nameAt(index * 7 + 3);
  return {
    first,
    last,
    email: `${address(first)}.${address(last)}@nordlicht.example`,
    phone: '+49 30 23125 100',
    account: 'Nordlicht Energie',
    created: new Date(Date.UTC(2019, index % 12, 1 + (index % 27), 8, index)).toISOString(),
  };
}

/** An import that gave 260 drivers the dispatcher's mailbox. */
function driver(index: number): Person {
  const { first, last } = nameAt(index);
  return {
    first,
    last,
    email: 'dispatch@harbourquay.example',
    ...(index % 4 ? {} : { phone: `+44 20 7946 ${String(1000 + index).slice(-4)}` }),
    account: index % 9 ? 'Harbour & Quay Logistics' : 'Harbour and Quay',
    created: new Date(Date.UTC(2025, 2, 3, 4, 0, index)).toISOString(),
  };
}

function address(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
