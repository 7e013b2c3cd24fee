import { describe, expect, it } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { DeskError, DeskResult } from '../../../src/desk/desk-error';
import { readNextPage } from '../../../src/desk/endpoints/group-pages';
import { type Progress, startAt } from '../../../src/desk/paging';
import type { ReadApi } from '../../../src/desk/read-api';
import { rawContacts } from '../../builders';
import { apiOf } from '../../twins/read-api';

const options = { signal: new AbortController().signal };

function group(parameters: Record<string, string> = {}) {
  return { by: 'id', duplicateId: '450000000000777001', parameters } as const;
}

async function readPages(readApi: ReadApi, reference = group()): Promise<DeskResult<Progress>> {
  let result: DeskResult<Progress> = ok(startAt(reference.parameters));
  while (result.ok && !result.value.end)
    result = await readNextPage(readApi, reference, result.value, options);
  return result;
}

const notFound = failure({ kind: 'notFound' });

describe('readNextPage', () => {
  it('asks for the group by its id, page by page, with the parameters of the agent', async () => {
    const api = apiOf(ok({ data: rawContacts(2) }), ok({ data: rawContacts(1) }), ok(undefined));
    await readPages(api, group({ sortBy: '-createdTime', limit: '5' }));
    const path = ['contactsDeduplication', '450000000000777001'];
    expect(api.calls).toEqual([
      { path, query: { sortBy: '-createdTime', limit: '5', page: '1' }, options },
      { path, query: { sortBy: '-createdTime', limit: '5', page: '2' }, options },
      { path, query: { sortBy: '-createdTime', limit: '5', page: '3' }, options },
    ]);
  });

  it('starts at the page of the agent', async () => {
    const api = apiOf(ok({ data: rawContacts(2), hasMore: false }));
    await readPages(api, group({ page: '3' }));
    expect(api.calls.map(({ query }) => query.page)).toEqual(['3']);
  });

  it('adds what the page holds', async () => {
    const everyone = rawContacts(3);
    const api = apiOf(
      ok({ data: everyone.slice(0, 2) }),
      ok({ contacts: everyone.slice(2), hasMore: false }),
    );
    const result = await readPages(api);
    expect(result).toMatchObject({ ok: true, value: { pagesRead: 2, end: 'complete' } });
    expect(result.ok && result.value.contacts.map(({ id }) => id)).toEqual(everyone.map(({ id }) => id));
  });

  it('knows by the limit of the agent that a short page is the last', async () => {
    const api = apiOf(ok({ data: rawContacts(5) }), ok({ data: rawContacts(4) }));
    expect(await readPages(api, group({ limit: '5' }))).toMatchObject({
      ok: true,
      value: { end: 'complete' },
    });
    expect(api.calls).toHaveLength(2);
  });

  it.each(['', '0', 'all'])('makes nothing of the limit %j', async (limit) => {
    const api = apiOf(ok({ data: rawContacts(5) }), ok({ data: rawContacts(4) }), ok({ data: [] }));
    await readPages(api, group({ limit }));
    expect(api.calls).toHaveLength(3);
  });

  it('knows no group where the first page is not found', async () => {
    expect(await readPages(apiOf(notFound))).toEqual(failure({ kind: 'unknownGroup' }));
  });

  it('takes a later page that is not found for the end', async () => {
    const result = await readPages(apiOf(ok({ data: rawContacts(5) }), notFound));
    expect(result).toMatchObject({ ok: true, value: { pagesRead: 1, end: 'complete' } });
    expect(result.ok && result.value.contacts).toHaveLength(5);
  });

  it.each([{ hasMore: true }, { nextPage: 2 }, { total: 9 }])(
    'does not take it for the end where Desk announced %j',
    async (hints) => {
      expect(await readPages(apiOf(ok({ data: rawContacts(5), ...hints }), notFound))).toEqual(notFound);
    },
  );

  it.each<DeskError>([
    { kind: 'scopeMissing' },
    { kind: 'invalidRequest', fields: ['page'] },
    { kind: 'canceled' },
  ])('hands on the error $kind of any page', async (error) => {
    expect(await readPages(apiOf(failure(error)))).toEqual(failure(error));
    expect(await readPages(apiOf(ok({ data: rawContacts(5) }), failure(error)))).toEqual(failure(error));
  });

  it('tells an answer that it cannot read', async () => {
    expect(await readPages(apiOf(ok({ fieldName: 'email' })))).toEqual(failure({ kind: 'unreadable' }));
  });
});
