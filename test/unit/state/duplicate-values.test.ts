import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import { type DuplicateValue, readDuplicateValues } from '../../../src/desk/contacts';
import type { DeskError, DeskResult } from '../../../src/desk/desk-error';
import { createDuplicateValues } from '../../../src/state/duplicate-values';
import { apiOf, apiOver, createApiByHand, settle } from '../support';

const first = { fieldName: 'bothEmail', startsWith: '', from: 0 } as const;
const options = () => ({ signal: new AbortController().signal });

/** Rows as Desk tells them, with a value of their own each. */
function rows(count: number, start = 0): { count: number; fieldValue: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    count: 2,
    fieldValue: `shared.${start + index}@customers.example`,
  }));
}

function namesIn(values: readonly { readonly fieldValue: string }[]): string[] {
  return values.map(({ fieldValue }) => fieldValue);
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

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
    expect(api.mock.calls).toEqual([
      [
        ['groupContactDuplicateValues'],
        { fieldName: 'phone', from: '100', limit: '50', sortBy: '-count' },
        asked,
      ],
    ]);
  });

  it('asks for those that start with some text where there is one', async () => {
    const api = apiOf(ok(undefined));
    await readDuplicateValues(api, { ...first, startsWith: '+44' }, options());
    expect(api.mock.lastCall?.[1]).toMatchObject({ swFieldValue: '+44' });
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

  it.each<[name: string, row: unknown]>([
    ['no value', { count: 2 }],
    ['an empty value', { fieldValue: ' ', count: 2 }],
    ['a value that is null', { fieldValue: null, count: 2 }],
    ['a value that is an object', { fieldValue: { email: 'x@y.example' }, count: 2 }],
    ['nothing', null],
    ['text', 'x@y.example'],
  ])('passes over a row with %s', async (_, row) => {
    expect(await valueIn(row)).toEqual([]);
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
    ['an object without a list', { colour: 'green', wheels: 4 }],
  ])('cannot read %s', async (_, body) => {
    expect(await readFrom(ok(body))).toEqual(failure({ kind: 'unreadable' }));
  });

  it.each<DeskError>([{ kind: 'largePortal' }, { kind: 'forbidden' }, { kind: 'cancelled' }])(
    'hands on the error $kind',
    async (error) => {
      expect(await readFrom(failure(error))).toEqual(failure(error));
    },
  );

  it.each<[name: string, raw: unknown, result: unknown]>([
    ['204', { statusCode: 204, response: '' }, ok({ values: [], nextFrom: null })],
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
      }),
    ],
  ])('understands what the bridge gives: %s', async (_, raw, result) => {
    expect(await readDuplicateValues(apiOver(raw), first, options())).toEqual(result);
  });
});

describe('the list of duplicate values', () => {
  function list() {
    const { calls, readApi } = createApiByHand();
    const values = createDuplicateValues(readApi, 'bothEmail');
    return {
      calls,
      ...values,
      names: () => namesIn(values.values.value),
      async answer(turn: number, result: DeskResult<unknown>) {
        calls[turn]?.answer(result);
        await settle();
      },
    };
  }

  it('reads its first page by itself', async () => {
    const { calls, phase, names, answer } = list();
    expect(phase.value).toEqual({ kind: 'reading' });
    expect(calls.map(({ query }) => [query.fieldName, query.from, query.swFieldValue])).toEqual([
      ['bothEmail', '0', undefined],
    ]);
    await answer(0, ok({ data: rows(2) }));
    expect(names()).toEqual(namesIn(rows(2)));
    expect(phase.value).toEqual({ kind: 'ready', hasMore: false });
  });

  it('reads page after page when asked, and adds each to what is there', async () => {
    const { calls, phase, names, answer, readMore } = list();
    await answer(0, ok({ data: rows(50) }));
    expect(phase.value).toEqual({ kind: 'ready', hasMore: true });
    void readMore();
    expect(phase.value).toEqual({ kind: 'reading' });
    expect(names()).toHaveLength(50);
    await answer(1, ok({ data: rows(50, 50) }));
    void readMore();
    await answer(2, ok({ data: rows(7, 100) }));
    expect(calls.map(({ query }) => query.from)).toEqual(['0', '50', '100']);
    expect(new Set(names()).size).toBe(107);
    expect(phase.value).toEqual({ kind: 'ready', hasMore: false });
  });

  it('lists every value once, where pages overlap', async () => {
    const { names, answer, readMore } = list();
    await answer(0, ok({ data: rows(50) }));
    void readMore();
    await answer(1, ok({ data: rows(50, 40) }));
    expect(names()).toHaveLength(90);
    expect(new Set(names()).size).toBe(90);
  });

  it('comes to an end where Desk gives the same page for ever', async () => {
    const { phase, answer, readMore } = list();
    await answer(0, ok({ data: rows(50) }));
    void readMore();
    await answer(1, ok({ data: rows(50) }));
    expect(phase.value).toEqual({ kind: 'ready', hasMore: false });
  });

  it('asks for the page that failed once more', async () => {
    const { calls, phase, names, answer, readMore } = list();
    await answer(0, ok({ data: rows(50) }));
    void readMore();
    await answer(1, failure({ kind: 'offline' }));
    expect(phase.value).toEqual({ kind: 'failed', error: { kind: 'offline' } });
    expect(names()).toHaveLength(50);
    void readMore();
    await answer(2, ok({ data: rows(1, 50) }));
    expect(calls.map(({ query }) => query.from)).toEqual(['0', '50', '50']);
    expect(names()).toHaveLength(51);
  });

  it.each([
    ['another field', 'phone', ''],
    ['another start', 'bothEmail', 'd'],
  ] as const)('starts anew with %s', async (_, fieldName, startsWith) => {
    const { calls, phase, names, answer, choose, ...chosen } = list();
    await answer(0, ok({ data: rows(50) }));
    choose(fieldName, startsWith);
    expect(names()).toEqual([]);
    expect(phase.value).toEqual({ kind: 'reading' });
    expect([chosen.fieldName.value, chosen.startsWith.value]).toEqual([fieldName, startsWith]);
    expect(calls[1]?.query).toMatchObject({
      fieldName,
      from: '0',
      ...(startsWith && { swFieldValue: startsWith }),
    });
    await answer(1, ok({ data: rows(1, 70) }));
    expect(names()).toEqual(['shared.70@customers.example']);
  });

  it('asks nothing where the same is chosen again', async () => {
    const { calls, names, answer, choose } = list();
    await answer(0, ok({ data: rows(3) }));
    choose('bothEmail', '');
    expect(calls).toHaveLength(1);
    expect(names()).toHaveLength(3);
  });

  it('takes no notice of an answer that comes after something else was chosen', async () => {
    const { calls, phase, names, answer, choose } = list();
    choose('phone', '');
    expect(calls[0]?.options.signal.aborted).toBe(true);
    await answer(0, ok({ data: rows(50) }));
    expect(names()).toEqual([]);
    expect(phase.value).toEqual({ kind: 'reading' });
    await answer(1, ok({ data: rows(1, 70) }));
    expect(names()).toEqual(['shared.70@customers.example']);
    expect(phase.value).toEqual({ kind: 'ready', hasMore: false });
  });

  it('lets the call go when it is stopped', async () => {
    const { calls, phase, names, answer, stop } = list();
    stop();
    expect(calls[0]?.options.signal.aborted).toBe(true);
    await answer(0, ok({ data: rows(50) }));
    expect(names()).toEqual([]);
    expect(phase.value.kind).not.toBe('failed');
  });

  it('says why there is no list in a portal too large for one', async () => {
    const { phase, answer } = list();
    await answer(0, failure({ kind: 'largePortal' }));
    expect(phase.value).toEqual({ kind: 'failed', error: { kind: 'largePortal' } });
  });
});
