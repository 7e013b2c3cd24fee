import { describe, expect, it, vi } from 'vitest';
import type { ApiRequest } from '../../desk/api-answer';
import { type MatchField, matchFields } from '../../desk/match-fields';
import { createSamplePortal, duplicatesOf, type RawContact } from '../../desk/portal';
import { answerApi } from '../../desk/rest-api';
import { calls, only, type WorldName, worlds } from '../../desk/worlds';

const portal = createSamplePortal();
const { idOf } = portal;
const ids = (...keys: string[]) => keys.map(idOf);

type Query = Readonly<Record<string, string>>;

function get(path: string, query: Query = {}) {
  return answerApi(portal, { method: 'GET', path, query });
}

interface Group {
  readonly fieldValue: string;
  readonly contacts: readonly RawContact[];
}

function groups(query: Query): readonly Group[] {
  const { status, body } = get('/groupContacts', query);
  if (status === 204) return [];
  expect(status).toBe(200);
  return (body as { data: readonly Group[] }).data;
}

const idsIn = (group: Group | undefined) => group?.contacts.map(({ id }) => String(id)) ?? [];

function refusal(path: string, query: Query) {
  const { status, body } = get(path, query);
  const { errors } = body as { errors?: readonly { fieldName: string; errorType: string }[] };
  return [status, errors?.[0]?.fieldName, errors?.[0]?.errorType];
}

describe('GET /groupContacts', () => {
  it.each<[name: string, fieldName: MatchField, fieldValues: string, members: string[]]>([
    ['an address', 'email', 'amira.haddad@safar.example', ['amira', 'amiraArabic']],
    ['an address in another case', 'email', 'JANE.VANDIJK@ACME.EXAMPLE', ['jane', 'janeWork']],
    [
      'either address',
      'bothEmail',
      'jm.garcia@olivar.example',
      ['jose', 'josePlain', 'joseShort', 'joseUpper'],
    ],
    ['the first address alone', 'email', 'jm.garcia@olivar.example', ['jose', 'josePlain', 'joseUpper']],
    ['a number', 'phone', '+44 20 7946 0711', ['miriam', 'tunde']],
    ['a number, as it is written', 'phone', '+31 20 555 01 02', []],
    ['a first name', 'firstName', 'anna', ['annaBerlin', 'annaVienna', 'annaSpam']],
    ['a last name', 'lastName', 'Okafor', []],
    ['a full name', 'fullName', 'anna müller', ['annaBerlin', 'annaSpam']],
    ['a second address that one contact has', 'secondaryEmail', 'jm.garcia@olivar.example', []],
    ['an address shared with a deleted contact', 'email', 'grace.whitfield@orchardmill.example', []],
    ['part of an address', 'email', 'amira', []],
  ])('finds those who share %s', (_, fieldName, fieldValues, members) => {
    const found = groups({ fieldName, fieldValues, limit: '100' });
    expect(found.map(idsIn)).toEqual(members.length ? [ids(...members)] : []);
  });

  it('gives a group for each of several values, under the value as its first contact has it', () => {
    const fieldValues = 'OLENA@dniprotex.example, nobody@x.example,JANE.VANDIJK@acme.example';
    const found = groups({ fieldName: 'email', fieldValues });
    expect(found.map(({ fieldValue }) => fieldValue)).toEqual([
      'olena@dniprotex.example',
      'jane.vandijk@acme.example',
    ]);
  });

  it('takes a value with a comma for two, and finds other people', () => {
    const [group, ...others] = groups({ fieldName: 'phone', fieldValues: '+1 202-555-0170, ext. 4' });
    expect(idsIn(group)).toEqual(ids('quillOffice', 'quillNight'));
    expect(others).toEqual([]);
  });

  it.each(matchFields)('has no content where it finds nothing by %s', (fieldName) => {
    const answer = get('/groupContacts', { fieldName, fieldValues: 'nobody' });
    expect(answer).toEqual({ status: 204, body: null });
  });

  it('gives the contacts that were changed last at the end', () => {
    const other = createSamplePortal();
    const query = { fieldName: 'bothEmail', fieldValues: 'jm.garcia@olivar.example' };
    const ask = () => answerApi(other, { method: 'GET', path: '/groupContacts', query });
    other.edit(idOf('jose'), { modifiedTime: '2026-03-01T08:00:00.000Z' });
    const { data } = ask().body as { data: readonly Group[] };
    expect(idsIn(data[0])).toEqual(ids('josePlain', 'joseShort', 'joseUpper', 'jose'));
  });

  it('counts contacts from 1 in other portals, and takes 0 for the same', () => {
    const other = createSamplePortal({ countsFrom: 1 });
    const ask = (from: string) => {
      const query = { fieldName: 'phone', fieldValues: '+49 30 23125 100', from, limit: '4' };
      const { body } = answerApi(other, { method: 'GET', path: '/groupContacts', query });
      return idsIn((body as { data: readonly Group[] }).data[0]);
    };
    const [first, second, third] = [ask('0'), ask('1'), ask('4')];
    expect(second).toEqual(first);
    expect(third[0]).toBe(first[3]);
  });

  it('tells accounts only where they are asked for', () => {
    const query = { fieldName: 'email', fieldValues: 'jane.vandijk@acme.example' };
    for (const contact of groups(query)[0]?.contacts ?? []) expect(contact).not.toHaveProperty('account');
    const withAccounts = groups({ ...query, include: 'accounts' })[0]?.contacts;
    expect(withAccounts?.map(({ account }) => account)).toMatchObject([
      { accountName: 'Acme BV' },
      { accountName: 'Globex Nederland' },
    ]);
  });

  it('gives a group in pages, each member once', () => {
    const query = { fieldName: 'email', fieldValues: 'dispatch@harbourquay.example', limit: '100' };
    const pages = ['0', '100', '200', '300'].map((from) => idsIn(groups({ ...query, from })[0]));
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 60, 0]);
    expect(new Set(pages.flat()).size).toBe(260);
    expect(idsIn(groups({ ...query, from: '30', limit: '5' })[0])).toEqual(pages[0]?.slice(30, 35));
  });

  it('leaves fields out of some contacts, as Desk does', () => {
    const query = { fieldName: 'email', fieldValues: 'dispatch@harbourquay.example', limit: '100' };
    const contacts = groups(query)[0]?.contacts ?? [];
    for (const field of ['mobile', 'isAnonymous', 'isEndUser', 'accountCount']) {
      const told = contacts.filter((contact) => field in contact).length;
      expect(told, field).toBeGreaterThan(0);
      expect(told, field).toBeLessThan(contacts.length);
    }
  });

  it.each([
    ['createdTime', ['jose', 'josePlain', 'joseShort', 'joseUpper']],
    ['-createdTime', ['joseUpper', 'joseShort', 'josePlain', 'jose']],
    ['email', ['jose', 'josePlain', 'joseUpper', 'joseShort']],
  ])('sorts by %s', (sortBy, members) => {
    const found = groups({ fieldName: 'bothEmail', fieldValues: 'jm.garcia@olivar.example', sortBy });
    expect(idsIn(found[0])).toEqual(ids(...members));
  });

  const good = { fieldName: 'email', fieldValues: 'x@y.example' };
  it.each<[name: string, query: Query, field: string, errorType: string]>([
    ['no field', { fieldValues: 'x' }, 'fieldName', 'missing'],
    ['a field that Desk does not match by', { ...good, fieldName: 'mobile' }, 'fieldName', 'invalid'],
    ['a field in another case', { ...good, fieldName: 'Email' }, 'fieldName', 'invalid'],
    ['no value', { fieldName: 'email' }, 'fieldValues', 'missing'],
    ['an empty value', { fieldName: 'email', fieldValues: '' }, 'fieldValues', 'missing'],
    ['values without end', { ...good, fieldValues: 'x'.repeat(10_001) }, 'fieldValues', 'invalid'],
    ['a start below 0', { ...good, from: '-1' }, 'from', 'invalid'],
    ['a start that is no number', { ...good, from: 'start' }, 'from', 'invalid'],
    ['no contacts', { ...good, limit: '0' }, 'limit', 'invalid'],
    ['over a hundred contacts', { ...good, limit: '101' }, 'limit', 'invalid'],
    ['half a contact', { ...good, limit: '1.5' }, 'limit', 'invalid'],
    ['another inclusion', { ...good, include: 'owner' }, 'include', 'invalid'],
    ['one more inclusion', { ...good, include: 'accounts,owner' }, 'include', 'invalid'],
    ['an unknown order', { ...good, sortBy: 'account' }, 'sortBy', 'invalid'],
    ['an order with a plus', { ...good, sortBy: '+email' }, 'sortBy', 'invalid'],
  ])('refuses %s', (_, query, field, errorType) => {
    expect(refusal('/groupContacts', query)).toEqual([422, `/${field}`, errorType]);
  });
});

describe('GET /accounts/{id}/contacts', () => {
  const accountId = String(portal.contacts.get(idOf('jane'))?.accountId);
  const path = `/accounts/${accountId}/contacts`;
  const members = (query: Query) =>
    (get(path, query).body as { data: readonly RawContact[] }).data.map(({ id }) => id);

  it('gives the contacts of an account in pages that count from 1, without spam', () => {
    const all = members({ limit: '100' });
    expect(all).toContain(idOf('jane'));
    expect(members({ from: '1', limit: '1' })).toEqual(all.slice(0, 1));
    expect(members({ from: '2', limit: '100' })).toEqual(all.slice(1));
    expect(all.every((id) => portal.contacts.get(String(id))?.isSpam !== true)).toBe(true);
  });

  it('has no body where there is nobody, and refuses more than a hundred', () => {
    expect(get('/accounts/1/contacts').status).toBe(204);
    expect(refusal(path, { limit: '101' })).toEqual([422, '/limit', 'invalid']);
    expect(get(`/accounts/${accountId}`).status).toBe(404);
  });
});

describe('GET /groupContactDuplicateValues', () => {
  interface Row {
    readonly count: number | string;
    readonly fieldValue: string;
    readonly id?: string;
    readonly duplicateId?: string;
  }
  const rows = (query: Query): readonly Row[] => {
    const { status, body } = get('/groupContactDuplicateValues', query);
    expect(status).toBe(200);
    return (body as { data: readonly Row[] }).data;
  };

  it('lists the values that several contacts share, ascending, with counts as numbers and as text', () => {
    expect(rows({ fieldName: 'phone', swFieldValue: '+' })).toEqual([
      { count: 2, fieldValue: '+1 202-555-0170' },
      { count: '3', fieldValue: '+32 2 555 0140' },
      { count: 2, fieldValue: '+44 20 7946 0711' },
      { count: '40', fieldValue: '+49 30 23125 100', duplicateId: '189200000004010040' },
    ]);
  });

  it('tells the id of a group with the same members, under either name', () => {
    expect(rows({ fieldName: 'email' })[0]).toEqual({
      count: 2,
      fieldValue: 'amira.haddad@safar.example',
      id: '189200000004010002',
    });
  });

  it.each([
    ['-count', ['260', '40']],
    ['count', ['2', '2']],
  ])('sorts by %s', (sortBy, counts) => {
    const all = [rows({ fieldName: 'email', sortBy }), rows({ fieldName: 'phone', sortBy })];
    expect(all.map(([first]) => String(first?.count))).toEqual(counts);
  });

  it('gives the values that start with some text, ignoring case', () => {
    const found = rows({ fieldName: 'email', swFieldValue: 'JANE.V' });
    expect(found.map(({ fieldValue }) => fieldValue)).toEqual(['jane.vandijk@acme.example']);
  });

  it('gives pages, and nothing past the end', () => {
    const all = rows({ fieldName: 'lastName', limit: '100' });
    expect(rows({ fieldName: 'lastName', from: '3', limit: '4' })).toEqual(all.slice(3, 7));
    const past = { fieldName: 'lastName', from: String(all.length) };
    expect(get('/groupContactDuplicateValues', past)).toEqual({ status: 204, body: null });
  });

  it.each<[name: string, query: Query, field: string, errorType: string]>([
    ['no field', {}, 'fieldName', 'missing'],
    ['an unknown field', { fieldName: 'mobile' }, 'fieldName', 'invalid'],
    ['an order of contacts', { fieldName: 'email', sortBy: 'email' }, 'sortBy', 'invalid'],
    ['a long start', { fieldName: 'email', swFieldValue: 'x'.repeat(101) }, 'swFieldValue', 'invalid'],
    ['over a hundred rows', { fieldName: 'email', limit: '101' }, 'limit', 'invalid'],
    ['a start below 0', { fieldName: 'email', from: '-1' }, 'from', 'invalid'],
  ])('refuses %s', (_, query, field, errorType) => {
    expect(refusal('/groupContactDuplicateValues', query)).toEqual([422, `/${field}`, errorType]);
  });
});

describe('GET /contactsDeduplication', () => {
  it.each([
    [undefined, 'bothEmail'],
    ['fullName', 'fullName'],
    [null, null],
  ] as const)('tells the default match field %s', (defaultMatchField, fieldName) => {
    const other = createSamplePortal(defaultMatchField === undefined ? {} : { defaultMatchField });
    const request = { method: 'GET', path: '/contactsDeduplication/defaultFieldName', query: {} };
    expect(answerApi(other, request)).toEqual({ status: 200, body: { fieldName } });
  });

  it('gives a group by its id', () => {
    expect(get('/contactsDeduplication/189200000004010003')).toMatchObject({
      status: 200,
      body: { data: [{ lastName: 'van Dijk' }, {}, {}], info: { more_records: false } },
    });
  });
});

describe('a portal without groups by id', () => {
  it('does not know any of them', async () => {
    const request = { method: 'GET', path: '/contactsDeduplication/189200000004010003', query: {} };
    const outcome = await worlds.noGroupsById().respond(request, () => answerApi(portal, request));
    expect(outcome).toMatchObject({ kind: 'answer', answer: { status: 404 } });
  });
});

describe('GET /contacts', () => {
  const path = `/contacts/${idOf('jane')}`;

  it('tells one contact with its details', () => {
    const { status, body } = get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      email: 'jane.vandijk@acme.example',
      title: 'Head of Facilities',
      city: 'Amsterdam',
      modifiedTime: expect.any(String),
    });
    expect(body).not.toHaveProperty('account');
    expect(body).not.toHaveProperty('owner');
  });

  it.each([
    ['accounts', ['account']],
    ['owner', ['owner']],
    ['accounts,owner', ['account', 'owner']],
  ])('includes %s', (include, keys) => {
    const body = get(path, { include }).body as object;
    expect(['account', 'owner'].filter((key) => key in body)).toEqual(keys);
  });

  it('gives several contacts by their ids, and passes over the unknown', () => {
    const wanted = [idOf('tunde'), '123', idOf('jane')].join(',');
    const { body } = get('/contacts/contactsByIds', { ids: wanted });
    const { data } = body as { data: readonly RawContact[] };
    expect(data.map(({ id }) => String(id))).toEqual(ids('tunde', 'jane'));
    for (const contact of data) expect(contact).not.toHaveProperty('modifiedTime');
  });

  it('has statistics, the same every time', () => {
    const statistics = get(`${path}/statistics`);
    expect(statistics).toMatchObject({ status: 200, body: { totalTickets: expect.anything() } });
    expect(get(`${path}/statistics`)).toEqual(statistics);
    expect(get(`/contacts/${idOf('tunde')}/statistics`).body).not.toEqual(statistics.body);
  });

  const many = [...portal.contacts.keys()].slice(0, 21).join(',');
  it.each<[path: string, query: Query, field: string, errorType: string]>([
    [path, { include: 'products' }, 'include', 'invalid'],
    ['/contacts/contactsByIds', {}, 'ids', 'missing'],
    ['/contacts/contactsByIds', { ids: many }, 'ids', 'invalid'],
    ['/contacts/contactsByIds', { ids: 'jane' }, 'ids', 'invalid'],
  ])('refuses %s with %o', (asked, query, field, errorType) => {
    expect(refusal(asked, query)).toEqual([422, `/${field}`, errorType]);
  });
});

describe('what Desk does not have', () => {
  it.each([
    '/',
    '/contacts',
    '/contacts/123',
    '/contacts/123/statistics',
    `/contacts/${idOf('jane')}/merge`,
    `/contacts/${idOf('jane')}/statistics/more`,
    '/contactsDeduplication',
    '/contactsDeduplication/42',
    '/contactsDeduplication/defaultFieldName/more',
    '/groupContacts/email',
    '/groupAccounts',
  ])('is not found: %s', (path) => {
    expect(get(path)).toMatchObject({ status: 404, body: { errorCode: 'URL_NOT_FOUND' } });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('is no %s', (method) => {
    for (const path of [
      '/groupContacts',
      `/contacts/${idOf('jane')}`,
      '/contactsDeduplication/defaultFieldName',
    ]) {
      expect(answerApi(portal, { method, path, query: {} }).status).toBe(405);
    }
  });
});

describe('duplicatesOf', () => {
  it.each<[key: string, fields: MatchField[], others: string[]]>([
    ['jane', ['bothEmail', 'phone'], ['janeWork']],
    ['joseShort', ['bothEmail'], ['jose', 'josePlain', 'joseUpper']],
    ['joseShort', ['email'], []],
    ['piet', ['bothEmail', 'phone'], ['pietOffice', 'pietSite', 'lieve']],
    ['grace', ['email', 'phone'], []],
    ['trashed', ['email'], []],
    ['harper', ['phone'], []],
    ['sofia', ['bothEmail', 'phone', 'fullName'], []],
  ])('finds those of %s by %j', (key, fields, others) => {
    expect(duplicatesOf(portal, idOf(key), fields).sort()).toEqual(ids(...others).sort());
  });

  it('agrees with /groupContacts, by every field', () => {
    const sample = [...portal.contacts].filter(
      ([, { account }], index) => index % 20 === 0 || !isOfMany(account),
    );
    for (const [id, contact] of sample) {
      for (const fieldName of matchFields) {
        const { firstName, lastName, email, secondaryEmail } = contact;
        const told =
          fieldName === 'fullName'
            ? [[firstName, lastName].filter(Boolean).join(' ')]
            : fieldName === 'bothEmail'
              ? [email, secondaryEmail]
              : [contact[fieldName]];
        const given = told.flatMap((value) =>
          typeof value === 'string' && value && !value.includes(',')
            ? allIn({ fieldName, fieldValues: value })
            : [],
        );
        const others = new Set(given.filter((other) => other !== id));
        expect(duplicatesOf(portal, id, [fieldName]).sort(), `${id} ${fieldName}`).toEqual(
          [...others].sort(),
        );
      }
    }
  });

  /** The two large groups are all alike: some of them will do. */
  function isOfMany(account: unknown): boolean {
    return /Nordlicht|Harbour/.test(JSON.stringify(account));
  }

  function allIn(query: Query): string[] {
    const page = (from: number) => idsIn(groups({ ...query, from: String(from), limit: '100' })[0]);
    const first = page(0);
    return first.length < 100 ? first : [...first, ...page(100), ...page(200)];
  }
});

describe('editing a contact', () => {
  it('changes what Desk answers from then on', () => {
    const other = createSamplePortal();
    other.edit(idOf('tunde'), { email: 'miriam.okafor@lagoonlaw.example', title: 'Partner', id: '1' });
    const contact = answerApi(other, { method: 'GET', path: `/contacts/${idOf('tunde')}`, query: {} });
    expect(contact.body).toMatchObject({ email: 'miriam.okafor@lagoonlaw.example', title: 'Partner' });
    expect(duplicatesOf(other, idOf('miriam'), ['email'])).toEqual([idOf('tunde')]);
    expect(portal.contacts.get(idOf('tunde'))).toMatchObject({ email: 'tunde.adeyemi@lagoonlaw.example' });
  });
});

describe('the worlds', () => {
  const request = (path: string, query: Query = {}): ApiRequest => ({ method: 'GET', path, query });
  const requests = {
    byEmail: request('/groupContacts', { fieldName: 'bothEmail', fieldValues: 'olena@dniprotex.example' }),
    byPhone: request('/groupContacts', { fieldName: 'phone', fieldValues: '+44 20 7946 0711' }),
    values: request('/groupContactDuplicateValues', { fieldName: 'email' }),
    byId: request('/contactsDeduplication/189200000004010003'),
    contact: request(`/contacts/${idOf('jane')}`),
  };
  const ask = async (world: ReturnType<(typeof worlds)[WorldName]>, asked: ApiRequest) => {
    const outcome = await world.respond(asked, () => answerApi(portal, asked));
    return outcome.kind === 'answer' ? outcome.answer : null;
  };

  it.each<[world: WorldName, statuses: number[]]>([
    ['usual', [200, 200, 200, 200, 200]],
    ['phoneFails', [200, 500, 200, 200, 200]],
    ['largePortal', [200, 200, 202, 200, 200]],
    ['reportInstead', [202, 202, 202, 202, 202]],
    ['noGroups', [204, 204, 200, 200, 200]],
    ['emptyGroup', [204, 204, 204, 204, 204]],
    ['serverDown', [500, 500, 500, 500, 500]],
    ['strangeShape', [200, 200, 200, 200, 200]],
  ])('answers e-mail, phone, values, id and contact in %s', async (name, statuses) => {
    const world = worlds[name]();
    const answers = await Promise.all(Object.values(requests).map((asked) => ask(world, asked)));
    expect(answers.map((answer) => answer?.status)).toEqual(statuses);
  });

  it('can be kept to some calls', async () => {
    const world = only(calls.groupById, worlds.serverDown());
    expect((await ask(world, requests.byId))?.status).toBe(500);
    expect((await ask(world, requests.byEmail))?.status).toBe(200);
  });

  it('answers later questions first in outOfOrder', async () => {
    vi.useFakeTimers();
    const world = worlds.outOfOrder();
    const order: number[] = [];
    const asked = [1, 2, 3].map((turn) => ask(world, requests.byEmail).then(() => order.push(turn)));
    await vi.runAllTimersAsync();
    await Promise.all(asked);
    vi.useRealTimers();
    expect(order).toEqual([3, 2, 1]);
  });

  it.each(['byEmail', 'byId', 'contact'] as const)(
    'brings hostile people into every answer: %s',
    async (name) => {
      const told = JSON.stringify(await ask(worlds.hostile(), requests[name]), (_, value) =>
        typeof value === 'bigint' ? String(value) : value,
      );
      expect(told).toMatch(/onerror=alert|HYPERLINK|gnp\.exe|\{count\} \{id\}/);
    },
  );

  it('spoils every third record of a group by value too', async () => {
    const asked = request('/groupContacts', { fieldName: 'phone', fieldValues: '+49 30 23125 100' });
    const answer = await ask(worlds.badRecords(), asked);
    const contacts = Array.from({ length: 10 }, (_, index) => (index % 3 === 2 ? { id: null } : {}));
    expect(answer?.body).toMatchObject({ data: [{ contacts }] });
  });
});
