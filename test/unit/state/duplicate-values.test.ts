import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { DeskResult } from '../../../src/desk/desk-error';
import { createDuplicateValues } from '../../../src/state/duplicate-values';
import { rawDuplicateValues as rows } from '../../builders';
import { createApiByHand } from '../../twins/read-api';
import { settle } from '../support';

function namesIn(values: readonly { readonly fieldValue: string }[]): string[] {
  return values.map(({ fieldValue }) => fieldValue);
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
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
    expect(phase.value).toEqual({ kind: 'ready', hasMore: false, hasBody: true });
  });

  it('does not take an answer without a body for an empty list', async () => {
    const { phase, names, answer } = list();
    await answer(0, ok(undefined));
    expect(names()).toEqual([]);
    expect(phase.value).toEqual({ kind: 'ready', hasMore: false, hasBody: false });
  });

  it('reads page after page when asked, and adds each to what is there', async () => {
    const { calls, phase, names, answer, readMore } = list();
    await answer(0, ok({ data: rows(50) }));
    expect(phase.value).toEqual({ kind: 'ready', hasMore: true, hasBody: true });
    void readMore();
    expect(phase.value).toEqual({ kind: 'reading' });
    expect(names()).toHaveLength(50);
    await answer(1, ok({ data: rows(50, 50) }));
    void readMore();
    await answer(2, ok({ data: rows(7, 100) }));
    expect(calls.map(({ query }) => query.from)).toEqual(['0', '50', '100']);
    expect(new Set(names()).size).toBe(107);
    expect(phase.value).toEqual({ kind: 'ready', hasMore: false, hasBody: true });
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
    expect(phase.value).toEqual({ kind: 'ready', hasMore: false, hasBody: true });
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

  it('is read anew for the same field and the same start on Refresh, past what is kept', async () => {
    const { calls, names, answer, choose, refresh, ...chosen } = list();
    choose('phone', '+44');
    await answer(1, ok({ data: rows(50) }));
    void refresh();
    expect([chosen.fieldName.value, chosen.startsWith.value]).toEqual(['phone', '+44']);
    expect(calls[2]?.query).toMatchObject({ fieldName: 'phone', swFieldValue: '+44', from: '0' });
    expect(calls[2]?.options.bypassCache).toBe(true);
    await answer(2, ok({ data: rows(1, 70) }));
    expect(names()).toEqual(['shared.70@customers.example']);
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
    expect(phase.value).toEqual({ kind: 'ready', hasMore: false, hasBody: true });
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
