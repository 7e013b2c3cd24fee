import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { DeskError, DeskResult } from '../../../src/desk/desk-error';
import { readNextPage } from '../../../src/desk/endpoints/group-pages';
import { type Progress, startAt } from '../../../src/desk/paging';
import type { ReadApi } from '../../../src/desk/read-api';
import type { MatchField } from '../../../src/duplicates/group-reference';
import { rawContact, rawContacts, sparseContact } from '../../builders';
import { apiOf } from '../../twins/read-api';
import { apiOver } from '../support';

const options = { signal: new AbortController().signal };
const value = 'robin@ash.example';

/** All pages of the group that a value stands for. */
async function readGroup(
  readApi: ReadApi,
  fieldValue = value,
  fieldName: MatchField = 'bothEmail',
): Promise<DeskResult<Progress>> {
  let result: DeskResult<Progress> = ok(startAt({}));
  while (result.ok && !result.value.end) {
    const group = { by: 'field', fieldName, fieldValue } as const;
    result = await readNextPage(readApi, group, result.value, options);
  }
  return result;
}

/** What Desk answers to /groupContacts, for one value. */
function group(contacts: readonly unknown[], fieldValue = value) {
  return ok({ data: [{ fieldValue, contacts }] });
}

const membersOf = (result: DeskResult<Progress>) =>
  result.ok ? result.value.contacts.map(({ id }) => id) : result.error;
const idsOf = (raw: readonly Record<string, unknown>[]) => raw.map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('reading a group by a value', () => {
  it('asks with the value as it is, for a hundred contacts with their accounts', async () => {
    const api = apiOf(ok(undefined));
    await readGroup(api, 'Ash & Sons, +44 "x"', 'fullName');
    expect(api.calls).toEqual([
      {
        path: ['groupContacts'],
        query: {
          fieldName: 'fullName',
          fieldValues: 'Ash & Sons, +44 "x"',
          from: '0',
          limit: '100',
          include: 'accounts',
        },
        options,
      },
    ]);
  });

  it('goes on after a full page where that one ended', async () => {
    const everyone = rawContacts(230);
    const pages = [everyone.slice(0, 100), everyone.slice(100, 200), everyone.slice(200)];
    const api = apiOf(...pages.map((page) => group(page)));
    const result = await readGroup(api);
    expect(api.calls.map(({ query }) => query.from)).toEqual(['0', '100', '200']);
    expect(new Set(api.calls.map(({ query }) => query.limit))).toEqual(new Set(['100']));
    expect(membersOf(result)).toEqual(idsOf(everyone));
    expect(result).toMatchObject({ ok: true, value: { end: 'complete', pagesRead: 3 } });
  });

  it.each([1, 2, 99])('ends with a page of %i', async (count) => {
    const api = apiOf(group(rawContacts(count)));
    expect(await readGroup(api)).toMatchObject({ ok: true, value: { end: 'complete' } });
    expect(api.calls).toHaveLength(1);
  });

  it('asks once more after a group of exactly a hundred', async () => {
    const everyone = rawContacts(100);
    const api = apiOf(group(everyone), ok(undefined));
    expect(membersOf(await readGroup(api))).toEqual(idsOf(everyone));
    expect(api.calls.map(({ query }) => query.from)).toEqual(['0', '100']);
  });

  it('lists a contact once, however often pages repeat it', async () => {
    const everyone = rawContacts(150);
    const api = apiOf(
      group(everyone.slice(0, 100)),
      group([...everyone.slice(50, 100), ...everyone.slice(100)]),
      ok(undefined),
    );
    const result = await readGroup(api);
    expect(membersOf(result)).toEqual(idsOf(everyone));
    expect(api.calls.map(({ query }) => query.from)).toEqual(['0', '100', '200']);
  });

  it('ends where Desk gives the same page for ever', async () => {
    const page = group(rawContacts(100));
    const api = apiOf(page, page, page);
    expect(await readGroup(api)).toMatchObject({ ok: true, value: { end: 'complete' } });
    expect(api.calls).toHaveLength(2);
  });

  it('counts records that hold no contact as read, so that no page is read twice', async () => {
    const api = apiOf(
      group([...rawContacts(98), { id: null }, { id: null, lastName: 'x' }]),
      group(rawContacts(3)),
    );
    const result = await readGroup(api);
    expect(api.calls.map(({ query }) => query.from)).toEqual(['0', '100']);
    expect(result.ok && [result.value.contacts.length, result.value.unreadable.length]).toEqual([101, 2]);
  });

  it('says so where Desk announces more than it gives', async () => {
    const api = apiOf(
      ok({ data: [{ fieldValue: value, contacts: rawContacts(2) }], total: 9 }),
      ok(undefined),
    );
    expect(await readGroup(api)).toMatchObject({ ok: true, value: { end: 'short', total: 9 } });
  });

  it.each<DeskError>([
    { kind: 'offline' },
    { kind: 'notFound' },
    { kind: 'largePortal' },
    { kind: 'canceled' },
  ])('hands on the error $kind of any page', async (error) => {
    expect(await readGroup(apiOf(failure(error)))).toEqual(failure(error));
    expect(await readGroup(apiOf(group(rawContacts(100)), failure(error)))).toEqual(failure(error));
  });

  it.each<[name: string, body: unknown]>([
    ['a strange object', { color: 'green', wheels: 4 }],
    ['a number', 7],
    ['the match field', { fieldName: 'email' }],
  ])('cannot read %s', async (_, body) => {
    expect(await readGroup(apiOf(ok(body)))).toEqual(failure({ kind: 'unreadable' }));
  });
});

it('a page that repeats records does not keep others from being asked for', async () => {
  const everyone = rawContacts(160);
  const first = everyone.slice(0, 100);
  const api = apiOf(group([...first, ...first]), group(everyone.slice(100)));
  const result = await readGroup(api);
  expect(api.calls.map(({ query }) => query.from)).toEqual(['0', '100']);
  expect(result.ok && result.value.contacts).toHaveLength(160);
});

describe('what the bridge gives for a group by a value', () => {
  const text = (statusCode: number, body: unknown) => ({ statusCode, response: JSON.stringify(body) });

  it.each<[name: string, raw: unknown]>([
    ['204', { statusCode: 204, response: '' }],
    ['200 without a body', { statusCode: 200, response: '' }],
    ['200 with no data', text(200, { data: [] })],
    ['200 with data that is null', text(200, { data: null })],
    ['200 with a group of nobody', text(200, { data: [{ fieldValue: value, contacts: [] }] })],
    ['200 with a group without its list', text(200, { data: [{ fieldValue: value, contacts: null }] })],
  ])('is a group of nobody in %s', async (_, raw) => {
    const result = await readGroup(apiOver(raw));
    expect(result).toMatchObject({ ok: true, value: { contacts: [], unreadable: [], end: 'complete' } });
  });

  it.each<[name: string, raw: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['no text', ''],
    ['an empty object', {}],
  ])('is no answer in %s', async (_, raw) => {
    expect(await readGroup(apiOver(raw))).toEqual(failure({ kind: 'unreadable' }));
  });

  it('is a report by e-mail instead in 202', async () => {
    expect(await readGroup(apiOver({ statusCode: 202, response: '' }))).toEqual(
      failure({ kind: 'largePortal' }),
    );
  });

  it('keeps every digit of ids that are numbers', async () => {
    const response =
      '{"data":[{"fieldValue":"x","contacts":[{"id":450000000000123457,"lastName":"Ash","accountId":450000000000200001,' +
      '"ownerId":7},{"id":"450000000000123458","lastName":"Birch"}]}]}';
    const result = await readGroup(apiOver({ statusCode: 200, response }));
    expect(membersOf(result)).toEqual(['450000000000123457', '450000000000123458']);
    expect(result.ok && result.value.contacts[0]).toMatchObject({
      accountId: '450000000000200001',
      ownerId: '7',
    });
  });

  it('tells times in either form', async () => {
    const moment = Date.UTC(2024, 1, 29, 8, 30);
    const created = [new Date(moment).toISOString(), moment, String(moment)];
    const contacts = created.map((createdTime) => rawContact({ createdTime }));
    const result = await readGroup(apiOver(text(200, { data: [{ fieldValue: value, contacts }] })));
    expect(result.ok && result.value.contacts.map(({ createdTime }) => createdTime)).toEqual([
      moment,
      moment,
      moment,
    ]);
  });

  it('may leave out everything but the id', async () => {
    const result = await readGroup(
      apiOver(text(200, { data: [{ fieldValue: value, contacts: [{ id: '450000000000999001' }] }] })),
    );
    expect(result.ok && result.value.contacts).toEqual([sparseContact({ id: '450000000000999001' })]);
  });

  it('may be a bare list of contacts', async () => {
    const contacts = rawContacts(2);
    expect(membersOf(await readGroup(apiOver(text(200, { data: contacts }))))).toEqual(idsOf(contacts));
  });
});

describe('a value with a comma, which Desk takes for several', () => {
  const phone = '+1 202-555-0170, Ext. 4';
  const [own, strangers, unnamed] = [rawContacts(2), rawContacts(3), rawContacts(1)];

  it.each<[name: string, data: unknown[], members: Record<string, unknown>[]]>([
    [
      'leaves out the groups of its parts',
      [
        { fieldValue: '+1 202-555-0170', contacts: strangers },
        { fieldValue: 'ext. 4', contacts: strangers },
      ],
      [],
    ],
    [
      'keeps the group of the whole, in any case and with blanks around it',
      [
        { fieldValue: '+1 202-555-0170', contacts: strangers },
        { fieldValue: ' +1 202-555-0170, EXT. 4 ', contacts: own },
      ],
      own,
    ],
    ['keeps a group without a value', [{ contacts: unnamed }], unnamed],
    ['keeps contacts that stand in no group', own, own],
  ])('%s', async (_, data, members) => {
    const result = await readGroup(apiOf(ok({ data })), phone, 'phone');
    expect(membersOf(result)).toEqual(idsOf(members));
    expect(result).toMatchObject({ ok: true, value: { end: 'complete' } });
  });

  it('is asked for in one piece', async () => {
    const api = apiOf(ok(undefined));
    await readGroup(api, phone, 'phone');
    expect(api.calls.at(-1)?.query.fieldValues).toBe(phone);
  });

  it('is nothing that other values care for: there, every group counts', async () => {
    const data = [
      { fieldValue: 'robin@ash.example', contacts: own },
      { fieldValue: 'Robin <robin@ash.example>', contacts: strangers },
    ];
    expect(membersOf(await readGroup(apiOf(ok({ data }))))).toEqual(idsOf([...own, ...strangers]));
  });
});
