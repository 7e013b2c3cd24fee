import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { DeskResult } from '../../../src/desk/desk-error';
import type { Waiting } from '../../../src/desk/read-api';
import type { GroupReference } from '../../../src/duplicates/group-reference';
import { createGroupReading, isIdle, type Phase } from '../../../src/state/group-reading';
import { rawContact, rawContacts } from '../../builders';
import { createApiByHand } from '../../twins/read-api';
import { settle } from '../support';

const byId = (parameters: Record<string, string> = {}): GroupReference => ({
  by: 'id',
  duplicateId: '450000000000777001',
  parameters,
});
const byValue: GroupReference = { by: 'field', fieldName: 'bothEmail', fieldValue: 'robin@ash.example' };
const waiting: Waiting = { error: { kind: 'unavailable', status: 503 }, attempt: 1, seconds: 3 };

function reading(reference: GroupReference = byValue) {
  const { calls, readApi } = createApiByHand();
  const group = createGroupReading(readApi, reference);
  return {
    group,
    calls,
    ids: () => group.contacts.value.map(({ id }) => id),
    async answer(turn: number, result: DeskResult<unknown>) {
      calls[turn]?.answer(result);
      await settle();
    },
    tellWaiting: (turn: number, told: Waiting | null) => calls[turn]?.options.onWaiting?.(told),
  };
}

const pageOf = (contacts: readonly unknown[]) => ok({ data: contacts });

beforeEach(() => {
  vi.useFakeTimers({ now: 1_750_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a group that is read', () => {
  it('waits for being told to', () => {
    const { group, calls } = reading();
    expect(group.phase.value).toEqual({ kind: 'stopped' });
    expect(group.contacts.value).toEqual([]);
    expect(calls).toHaveLength(0);
  });

  it('goes on, page by page, until everybody is there', async () => {
    const everyone = rawContacts(130);
    const { group, calls, answer, ids } = reading();
    const done = group.read();
    expect(group.phase.value).toEqual({ kind: 'reading' });
    await answer(0, pageOf(everyone.slice(0, 100)));
    expect(group.phase.value).toEqual({ kind: 'reading' });
    expect(ids()).toEqual(everyone.slice(0, 100).map(({ id }) => id));
    await answer(1, pageOf(everyone.slice(100)));
    await done;
    expect(calls.map(({ query }) => query.from)).toEqual(['0', '100']);
    expect(ids()).toEqual(everyone.map(({ id }) => id));
    expect(group.pagesRead.value).toBe(2);
    expect(group.phase.value).toEqual({ kind: 'complete' });
  });

  it('tells the total and the records that it cannot read', async () => {
    const { group, answer } = reading(byId());
    void group.read();
    await answer(0, ok({ data: [rawContact(), { id: null }], total: 9 }));
    expect([group.total.value, group.unreadableCount.value]).toEqual([9, 1]);
    expect(group.phase.value).toEqual({ kind: 'reading' });
    await answer(1, ok(undefined));
    expect(group.phase.value).toEqual({ kind: 'short' });
  });

  it('starts at the page of the agent', async () => {
    const { group, calls, answer } = reading(byId({ page: '3', limit: '5' }));
    expect(group.firstPage).toBe(3);
    void group.read();
    expect(calls[0]?.query).toEqual({ page: '3', limit: '5' });
    await answer(0, ok({ data: rawContacts(2), hasMore: false }));
    expect(group.phase.value).toEqual({ kind: 'complete' });
  });

  it.each([false, true])('bypasses the cache on every page only where it is told to: %j', async (asked) => {
    const { group, calls, answer } = reading();
    void group.readAnew(asked);
    await answer(0, pageOf(rawContacts(100)));
    expect(calls.map(({ options }) => options.bypassCache)).toEqual([asked, asked]);
  });

  it('pauses after so many pages, and says that there may be more', async () => {
    const { group, calls, answer } = reading();
    void group.readAnew(false, 1);
    expect(group.isCut.value).toBe(false);
    await answer(0, pageOf(rawContacts(100)));
    expect(group.phase.value).toEqual({ kind: 'stopped' });
    expect(group.isCut.value).toBe(true);
    void group.read();
    await answer(1, pageOf(rawContacts(1)));
    expect(calls).toHaveLength(2);
    expect(group.isCut.value).toBe(false);
  });

  it('shows a page and the end that it is in one step', async () => {
    const { group, answer } = reading();
    const seen: [number, Phase['kind']][] = [];
    const dispose = effect(() => {
      seen.push([group.contacts.value.length, group.phase.value.kind]);
    });
    void group.read();
    await answer(0, pageOf(rawContacts(2)));
    dispose();
    expect(seen).toEqual([
      [0, 'stopped'],
      [0, 'reading'],
      [2, 'complete'],
    ]);
  });
});

describe('a group that is read anew', () => {
  async function readOnce() {
    const everyone = rawContacts(120);
    const test = reading();
    void test.group.read();
    await test.answer(0, pageOf(everyone.slice(0, 100)));
    await test.answer(1, pageOf(everyone.slice(100)));
    return { ...test, everyone };
  }

  it('shows what was read before until something new is there', async () => {
    const { group, calls, answer, ids, everyone } = await readOnce();
    const newer = rawContacts(3);
    void group.readAnew(true);
    expect(group.phase.value).toEqual({ kind: 'reading' });
    expect(group.pagesRead.value).toBe(0);
    expect(ids()).toEqual(everyone.map(({ id }) => id));
    await answer(2, pageOf(newer));
    expect(calls[2]?.query.from).toBe('0');
    expect(ids()).toEqual(newer.map(({ id }) => id));
    expect(group.phase.value).toEqual({ kind: 'complete' });
  });

  it('shows it while a call pauses, and where it is read anew once more', async () => {
    const { group, answer, ids, tellWaiting } = await readOnce();
    void group.readAnew(true);
    tellWaiting(2, waiting);
    expect(ids()).toHaveLength(120);
    void group.readAnew(true);
    expect(ids()).toHaveLength(120);
    await answer(3, pageOf(rawContacts(1)));
    expect(ids()).toHaveLength(1);
  });

  it('shows it no more where nothing new comes', async () => {
    const failed = await readOnce();
    void failed.group.readAnew(true);
    await failed.answer(2, failure({ kind: 'offline' }));
    expect(failed.ids()).toEqual([]);
    const stopped = await readOnce();
    void stopped.group.readAnew(true);
    stopped.group.stop();
    expect(stopped.ids()).toEqual([]);
  });
});

describe('a page that fails', () => {
  it('is told, and leaves what was read', async () => {
    const { group, answer } = reading();
    void group.read();
    await answer(0, pageOf(rawContacts(100)));
    await answer(1, failure({ kind: 'offline' }));
    expect(group.phase.value).toEqual({ kind: 'failed', error: { kind: 'offline' } });
    expect(group.contacts.value).toHaveLength(100);
  });

  it('is asked for once more, and no other page', async () => {
    const everyone = rawContacts(101);
    const { group, calls, answer, ids } = reading();
    void group.read();
    await answer(0, pageOf(everyone.slice(0, 100)));
    await answer(1, failure({ kind: 'offline' }));
    void group.read();
    expect(group.phase.value).toEqual({ kind: 'reading' });
    await answer(2, pageOf(everyone.slice(100)));
    expect(calls.map(({ query }) => query.from)).toEqual(['0', '100', '100']);
    expect(ids()).toEqual(everyone.map(({ id }) => id));
    expect(group.phase.value).toEqual({ kind: 'complete' });
  });
});

describe('a call that pauses', () => {
  it('is told with the moment at which it goes on', async () => {
    const { group, answer, tellWaiting } = reading();
    void group.read();
    tellWaiting(0, waiting);
    expect(group.phase.value).toEqual({ kind: 'waiting', waiting, until: 1_750_000_003_000 });
    tellWaiting(0, null);
    expect(group.phase.value).toEqual({ kind: 'reading' });
    await answer(0, pageOf(rawContacts(1)));
    expect(group.phase.value).toEqual({ kind: 'complete' });
  });

  it('is told no more once it was stopped', () => {
    const { group, tellWaiting } = reading();
    void group.read();
    tellWaiting(0, waiting);
    group.stop();
    expect(group.phase.value).toEqual({ kind: 'stopped' });
    tellWaiting(0, null);
    expect(group.phase.value).toEqual({ kind: 'stopped' });
  });
});

describe('stopping', () => {
  it('lets the call go, and takes no notice of its answer', async () => {
    const { group, calls, answer } = reading();
    const done = group.read();
    group.stop();
    expect(group.phase.value).toEqual({ kind: 'stopped' });
    expect(calls[0]?.options.signal.aborted).toBe(true);
    await answer(0, pageOf(rawContacts(2)));
    await done;
    expect(group.contacts.value).toEqual([]);
    expect(group.phase.value).toEqual({ kind: 'stopped' });
  });

  it('takes no notice of an answer that comes in the same moment', async () => {
    const { group, calls } = reading();
    void group.read();
    calls[0]?.answer(pageOf(rawContacts(2)));
    group.stop();
    await settle();
    expect(group.contacts.value).toEqual([]);
    expect(group.phase.value).toEqual({ kind: 'stopped' });
  });

  it('keeps what was read, and reading goes on from there', async () => {
    const everyone = rawContacts(120);
    const { group, calls, answer, ids } = reading();
    void group.read();
    await answer(0, pageOf(everyone.slice(0, 100)));
    group.stop();
    await settle();
    expect(group.contacts.value).toHaveLength(100);
    void group.read();
    await answer(2, pageOf(everyone.slice(100)));
    expect(calls.map(({ query }) => query.from)).toEqual(['0', '100', '100']);
    expect(ids()).toEqual(everyone.map(({ id }) => id));
  });

  it('changes nothing once reading is over', async () => {
    const { group, answer } = reading();
    void group.read();
    await answer(0, pageOf(rawContacts(2)));
    group.stop();
    expect(group.phase.value).toEqual({ kind: 'complete' });
  });

  it('changes nothing about a failure', async () => {
    const { group, answer } = reading();
    void group.read();
    await answer(0, failure({ kind: 'forbidden' }));
    group.stop();
    expect(group.phase.value).toEqual({ kind: 'failed', error: { kind: 'forbidden' } });
  });
});

it('lets the first call go when it is told to read while it reads', async () => {
  const { group, calls, answer, ids } = reading();
  const [late, current] = [rawContacts(1), rawContacts(2)];
  void group.read();
  void group.read();
  expect(calls[0]?.options.signal.aborted).toBe(true);
  await answer(0, pageOf(late));
  expect(ids()).toEqual([]);
  await answer(1, pageOf(current));
  expect(ids()).toEqual(current.map(({ id }) => id));
  expect(group.phase.value).toEqual({ kind: 'complete' });
});

describe('isIdle', () => {
  it.each<[phase: Phase, over: boolean]>([
    [{ kind: 'reading' }, false],
    [{ kind: 'waiting', waiting, until: 0 }, false],
    [{ kind: 'stopped' }, true],
    [{ kind: 'failed', error: { kind: 'offline' } }, true],
    [{ kind: 'complete' }, true],
    [{ kind: 'short' }, true],
  ])('says of %j: %j', async (phase, over) => {
    const { group, answer, tellWaiting } = reading(byId());
    switch (phase.kind) {
      case 'stopped':
        break;
      case 'reading':
        void group.read();
        break;
      case 'waiting':
        void group.read();
        tellWaiting(0, waiting);
        break;
      case 'failed':
        void group.read();
        await answer(0, failure(phase.error));
        break;
      case 'complete':
        void group.read();
        await answer(0, ok(undefined));
        break;
      case 'short':
        void group.read();
        await answer(0, ok({ data: rawContacts(1), total: 9 }));
        await answer(1, ok(undefined));
    }
    expect(group.phase.value.kind).toBe(phase.kind);
    expect(isIdle(group)).toBe(over);
  });
});
