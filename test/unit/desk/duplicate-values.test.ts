import { describe, expect, it } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { DeskError, DeskResult } from '../../../src/desk/desk-error';
import { type DuplicateValue, readDuplicateValues } from '../../../src/desk/endpoints/duplicate-values';
import { rawDuplicateValues as rows } from '../../builders';
import { apiOf } from '../../twins/read-api';
import { apiOver } from '../support';

const first = { fieldName: 'bothEmail', startsWith: '', from: 0 } as const;
const options = () => ({ signal: new AbortController().signal });

describe('readDuplicateValues', () => {
  const readFrom = (...results: DeskResult<unknown>[]) =>
    readDuplicateValues(apiOf(...results), first, options());
  const valueIn = async (row: unknown) => {
    const page = await readFrom(ok({ data: [row] }));
    return page.ok ? page.value.values : page.error;
  };

  it('asks for the values of a field, most frequent first, 50 at a time', async () => {
    const api = apiOf(ok(undefined));
    const asked = options();
    await readDuplicateValues(api, { fieldName: 'phone', startsWith: '', from: 100 }, asked);
    expect(api.calls).toEqual([
      {
        path: ['groupContactDuplicateValues'],
        query: { fieldName: 'phone', from: '100', limit: '50', sortBy: '-count' },
        options: asked,
      },
    ]);
  });

  it('asks for those that start with some text where there is one', async () => {
    const api = apiOf(ok(undefined));
    await readDuplicateValues(api, { ...first, startsWith: '+44' }, options());
    expect(api.calls.at(-1)?.query).toMatchObject({ swFieldValue: '+44' });
  });

  it.each<[name: string, row: unknown, value: DuplicateValue]>([
    [
      'a count as a number',
      { fieldValue: 'x@y.example', count: 3 },
      { fieldValue: 'x@y.example', count: 3, duplicateId: null },
    ],
    [
      'a count as text',
      { fieldValue: 'x@y.example', count: '40' },
      { fieldValue: 'x@y.example', count: 40, duplicateId: null },
    ],
    [
      'no count',
      { fieldValue: 'x@y.example' },
      { fieldValue: 'x@y.example', count: null, duplicateId: null },
    ],
    [
      'a count that is none',
      { fieldValue: 'x@y.example', count: 'many' },
      { fieldValue: 'x@y.example', count: null, duplicateId: null },
    ],
    [
      'blanks around the value',
      { fieldValue: ' x@y.example ', count: 2 },
      { fieldValue: 'x@y.example', count: 2, duplicateId: null },
    ],
    [
      'a value that is a number',
      { fieldValue: 4012, count: 2 },
      { fieldValue: '4012', count: 2, duplicateId: null },
    ],
    [
      'the id of the group as id',
      { fieldValue: 'x@y.example', count: 2, id: '189200000004010002' },
      { fieldValue: 'x@y.example', count: 2, duplicateId: '189200000004010002' },
    ],
    [
      'the id of the group as duplicateId',
      { fieldValue: 'x@y.example', count: 2, id: '7', duplicateId: '189200000004010002' },
      { fieldValue: 'x@y.example', count: 2, duplicateId: '189200000004010002' },
    ],
  ])('understands %s', async (_, row, value) => {
    expect(await valueIn(row)).toEqual([value]);
  });

  it.each<[name: string, id: unknown]>([
    ['is a step up in the path', '..'],
    ['holds a slash', 'a/b'],
    ['is the word for the default match field', 'defaultFieldName'],
    ['is a pasted address', 'https://desk.zoho.eu/api/v1/contactsDeduplication/42'],
    ['has lost digits as a number', 2 ** 53],
  ])('does not believe an id that %s', async (_, id) => {
    expect(await valueIn({ fieldValue: 'x@y.example', count: 2, duplicateId: id })).toEqual([
      { fieldValue: 'x@y.example', count: 2, duplicateId: null },
    ]);
  });

  it.each<[name: string, row: unknown]>([
    ['no value', { count: 2 }],
    ['an empty value', { fieldValue: ' ', count: 2 }],
    ['a value that is null', { fieldValue: null, count: 2 }],
    ['a value that is an object', { fieldValue: { email: 'x@y.example' }, count: 2 }],
    ['nothing', null],
    ['text', 'x@y.example'],
  ])('passes over a row with %s', async (_, row) => {
    const page = await readFrom(ok({ data: [row, ...rows(1)] }));
    expect(page.ok && page.value.values).toHaveLength(1);
  });

  it('is no list of nothing where no row could be read', async () => {
    expect(await readFrom(ok({ data: [null, { count: 2 }] }))).toEqual(failure({ kind: 'unreadable' }));
  });

  it('tells where the next page starts, also after rows that were passed over', async () => {
    const api = apiOf(ok({ data: [...rows(49), null] }));
    const page = await readDuplicateValues(api, { ...first, from: 100 }, options());
    expect(page).toMatchObject({ ok: true, value: { nextFrom: 150 } });
  });

  it.each<[name: string, body: unknown, count: number]>([
    ['a page that is not full', { data: rows(49) }, 49],
    ['a bare list', rows(3), 3],
    ['an empty list', { data: [] }, 0],
    ['a list that is null', { data: null }, 0],
    ['nothing', undefined, 0],
  ])('is at the end with %s', async (_, body, count) => {
    const page = await readFrom(ok(body));
    expect(page).toMatchObject({ ok: true, value: { nextFrom: null } });
    expect(page.ok && page.value.values).toHaveLength(count);
  });

  it.each<[name: string, body: unknown]>([
    ['a number', 7],
    ['text', 'none'],
    ['a list that is text', { data: 'none' }],
    ['a list that is an object', { data: { values: [] } }],
    ['an object without a list', { color: 'green', wheels: 4 }],
  ])('cannot read %s', async (_, body) => {
    expect(await readFrom(ok(body))).toEqual(failure({ kind: 'unreadable' }));
  });

  it.each<DeskError>([{ kind: 'largePortal' }, { kind: 'forbidden' }, { kind: 'canceled' }])(
    'hands on the error $kind',
    async (error) => {
      expect(await readFrom(failure(error))).toEqual(failure(error));
    },
  );

  it.each<[name: string, raw: unknown, result: unknown]>([
    ['204', { statusCode: 204, response: '' }, ok({ values: [], nextFrom: null, hasBody: false })],
    ['202', { statusCode: 202, response: '' }, failure({ kind: 'largePortal' })],
    [
      'an id in bare digits',
      {
        statusCode: 200,
        response: '{"data":[{"count":"2","fieldValue":"x@y.example","id":189200000004010002}]}',
      },
      ok({
        values: [{ fieldValue: 'x@y.example', count: 2, duplicateId: '189200000004010002' }],
        nextFrom: null,
        hasBody: true,
      }),
    ],
  ])('understands what the bridge gives: %s', async (_, raw, result) => {
    expect(await readDuplicateValues(apiOver(raw), first, options())).toEqual(result);
  });
});
