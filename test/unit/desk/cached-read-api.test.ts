import { describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import { type AnswerCaches, type CacheFor, createAnswerCache } from '../../../src/desk/answer-cache';
import { createCachedReadApi } from '../../../src/desk/cached-read-api';
import type { DeskError, DeskResult } from '../../../src/desk/desk-error';
import type { ApiCall, Waiting } from '../../../src/desk/read-api';
import { createApiByHand } from '../../twins/read-api';

type Query = Readonly<Record<string, string>>;
type OnWaiting = (waiting: Waiting | null) => void;
type Parse = (body: unknown) => DeskResult<unknown>;

const path = ['groupContacts'];
const byEmail = { fieldName: 'bothEmail', fieldValues: 'robin@ash.example', from: '0' };
const answer = ok({ data: [{ lastName: 'Ash' }] });
const newer = ok({ data: [{ lastName: 'Birch' }] });
const canceled = failure({ kind: 'canceled' });

function createCaches(): AnswerCaches {
  const [people, settings] = [1, 2].map(() => createAnswerCache('', 900_000, null));
  if (!people || !settings) throw new Error('no caches');
  return { people, settings };
}

interface Asking {
  readonly bypassCache?: boolean;
  readonly onlyCached?: boolean;
  readonly onWaiting?: OnWaiting;
  readonly onSent?: () => void;
  readonly of?: readonly string[];
  readonly cacheFor?: CacheFor;
  readonly parse?: Parse;
}

/** The cached API over calls that the test answers. */
function setUp() {
  const caches = createCaches();
  const byHand = createApiByHand();
  const onReused = vi.fn<(call: ApiCall<unknown>, at: number) => void>();
  const readApi = createCachedReadApi(byHand.readApi, caches, onReused);
  return { ...byHand, caches, onReused, ask };

  function ask(query: Query = byEmail, asking: Asking = {}) {
    const { of: asked = path, cacheFor = 'people', parse = ok, ...options } = asking;
    const aborter = new AbortController();
    const settled = vi.fn<(result: DeskResult<unknown>) => void>();
    const result = readApi({ path: asked, query, cacheFor, parse }, { ...options, signal: aborter.signal });
    void result.then(settled);
    return { result, settled, abort: () => aborter.abort() };
  }
}

/** Lets promises that are settled tell so. */
async function breathe(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

describe('an answer that is kept', () => {
  it('costs no further call', async () => {
    const { ask, calls } = setUp();
    const first = ask();
    calls[0]?.answer(answer);
    expect(await first.result).toEqual(answer);
    expect(await ask().result).toEqual(answer);
    expect(calls).toHaveLength(1);
  });

  it('is all that there is for a caller who wants no call made', async () => {
    const { ask, calls } = setUp();
    expect(await ask(byEmail, { onlyCached: true }).result).toEqual(canceled);
    expect(calls).toHaveLength(0);
    const first = ask();
    expect(await ask(byEmail, { onlyCached: true }).result).toEqual(canceled);
    calls[0]?.answer(answer);
    await first.result;
    expect(await ask(byEmail, { onlyCached: true }).result).toEqual(answer);
    expect(calls).toHaveLength(1);
  });

  it('may be empty', async () => {
    const { ask, calls } = setUp();
    const first = ask();
    calls[0]?.answer(ok(undefined));
    await first.result;
    expect(await ask().result).toEqual(ok(undefined));
    expect(calls).toHaveLength(1);
  });

  it('lies in the cache that the call names', async () => {
    const { ask, calls, caches } = setUp();
    const first = ask({}, { of: ['contacts', '1'], cacheFor: 'settings' });
    calls[0]?.answer(answer);
    await first.result;
    expect(caches.settings.get('contacts/1?')).toBeDefined();
    expect(caches.people.get('contacts/1?')).toBeUndefined();
  });

  it('is parsed again each time, and told with the time it came', async () => {
    const { ask, calls, onReused } = setUp();
    const parse = vi.fn<Parse>((body) => ok({ parsed: body }));
    const first = ask(byEmail, { parse });
    calls[0]?.answer(answer);
    expect(await first.result).toEqual(ok({ parsed: answer.value }));
    expect(onReused).not.toHaveBeenCalled();
    parse.mockClear();
    expect(await ask(byEmail, { parse }).result).toEqual(ok({ parsed: answer.value }));
    expect(parse).toHaveBeenCalledExactlyOnceWith(answer.value);
    expect(onReused).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ path }), expect.any(Number));
  });

  it('is asked for anew where what lies in the cache cannot be read', async () => {
    const { ask, calls, caches, onReused } = setUp();
    caches.people.set('contacts/1?', 'somebody else wrote this');
    const parse: Parse = (body) => (body === answer.value ? ok(body) : failure({ kind: 'unreadable' }));
    const asked = ask({}, { of: ['contacts', '1'], parse });
    await breathe();
    calls[0]?.answer(answer);
    expect(await asked.result).toEqual(answer);
    expect(onReused).not.toHaveBeenCalled();
    expect(caches.people.get('contacts/1?')?.body).toEqual(answer.value);
  });

  it('is never one that could not be read', async () => {
    const { ask, calls } = setUp();
    const unreadable = failure({ kind: 'unreadable' });
    const parse: Parse = (body) => (body === newer.value ? ok(body) : unreadable);
    const both = [ask(byEmail, { parse }), ask(byEmail, { parse })];
    calls[0]?.answer(answer);
    expect(await Promise.all(both.map(({ result }) => result))).toEqual([unreadable, unreadable]);
    const again = ask(byEmail, { parse });
    calls[1]?.answer(newer);
    expect(await again.result).toEqual(newer);
    expect(calls).toHaveLength(2);
  });

  it.each<DeskError>([
    { kind: 'offline' },
    { kind: 'unavailable', status: 503 },
    { kind: 'notFound' },
    { kind: 'largePortal' },
    { kind: 'canceled' },
  ])('is never the failure $kind', async (error) => {
    const { ask, calls } = setUp();
    const first = ask();
    calls[0]?.answer(failure(error));
    expect(await first.result).toEqual(failure(error));
    const second = ask();
    expect(calls).toHaveLength(2);
    calls[1]?.answer(answer);
    expect(await second.result).toEqual(answer);
  });
});

describe('one answer serves', () => {
  it.each<[name: string, one: Query, other: Query]>([
    ['a value in another case', byEmail, { ...byEmail, fieldValues: 'Robin@ASH.example' }],
    [
      'the same parameters in another order',
      byEmail,
      { from: '0', fieldValues: 'robin@ash.example', fieldName: 'bothEmail' },
    ],
  ])('%s', async (_, one, other) => {
    const { ask, calls } = setUp();
    const first = ask(one);
    calls[0]?.answer(answer);
    await first.result;
    expect(await ask(other).result).toEqual(answer);
    expect(calls).toHaveLength(1);
  });

  it.each<[name: string, one: Query, other: Query]>([
    ['another value', byEmail, { ...byEmail, fieldValues: 'r.ash@ash.example' }],
    ['another field', byEmail, { ...byEmail, fieldName: 'email' }],
    ['another page', byEmail, { ...byEmail, from: '100' }],
    ['one parameter more', byEmail, { ...byEmail, limit: '100' }],
    ['a word in another case that is no value', { swFieldValue: 'a' }, { swFieldValue: 'A' }],
    ['a value that holds what parts parameters', { a: '1', b: '2' }, { a: '1&b=2' }],
  ])('not %s', async (_, one, other) => {
    const { ask, calls } = setUp();
    const first = ask(one);
    calls[0]?.answer(answer);
    await first.result;
    const second = ask(other);
    expect(calls.map(({ query }) => query)).toEqual([one, other]);
    calls[1]?.answer(newer);
    expect(await second.result).toEqual(newer);
  });

  it('not another path', async () => {
    const { ask, calls } = setUp();
    const first = ask({}, { of: ['contacts', '1'] });
    calls[0]?.answer(answer);
    await first.result;
    void ask({}, { of: ['contacts', '2'] });
    expect(calls.map((call) => call.path)).toEqual([
      ['contacts', '1'],
      ['contacts', '2'],
    ]);
  });
});

describe('a call that bypasses the cache', () => {
  it('asks anew, and leaves the newer answer in the cache', async () => {
    const { ask, calls } = setUp();
    const first = ask();
    calls[0]?.answer(answer);
    await first.result;
    const fresh = ask(byEmail, { bypassCache: true });
    calls[1]?.answer(newer);
    expect(await fresh.result).toEqual(newer);
    expect(await ask().result).toEqual(newer);
    expect(calls).toHaveLength(2);
  });

  it('leaves the kept answer where it was when it fails', async () => {
    const { ask, calls } = setUp();
    const first = ask();
    calls[0]?.answer(answer);
    await first.result;
    const fresh = ask(byEmail, { bypassCache: true });
    calls[1]?.answer(failure({ kind: 'offline' }));
    expect(await fresh.result).toEqual(failure({ kind: 'offline' }));
    expect(await ask().result).toEqual(answer);
  });

  it('is shared by those who want it at once', async () => {
    const { ask, calls } = setUp();
    const both = [ask(byEmail, { bypassCache: true }), ask(byEmail, { bypassCache: true })];
    expect(calls).toHaveLength(1);
    calls[0]?.answer(answer);
    expect(await Promise.all(both.map(({ result }) => result))).toEqual([answer, answer]);
  });
});

describe('a call under way', () => {
  it('is shared by everyone who wants the same', async () => {
    const { ask, calls } = setUp();
    const all = [ask(), ask({ ...byEmail, fieldValues: 'ROBIN@ash.example' }), ask()];
    expect(calls).toHaveLength(1);
    calls[0]?.answer(answer);
    expect(await Promise.all(all.map(({ result }) => result))).toEqual([answer, answer, answer]);
  });

  it('is counted by the one alone who asked first', () => {
    const { ask, calls } = setUp();
    const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()];
    ask(byEmail, { onSent: first });
    ask(byEmail, { onSent: second });
    calls[0]?.options.onSent?.();
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).not.toHaveBeenCalled();
  });

  it('fails for everyone who shares it', async () => {
    const { ask, calls } = setUp();
    const both = [ask(), ask()];
    calls[0]?.answer(failure({ kind: 'forbidden' }));
    const failed = failure({ kind: 'forbidden' });
    expect(await Promise.all(both.map(({ result }) => result))).toEqual([failed, failed]);
  });

  it('is not shared with other questions', () => {
    const { ask, calls } = setUp();
    ask();
    ask({ ...byEmail, from: '100' });
    expect(calls).toHaveLength(2);
  });

  it('goes on for the others when one loses interest', async () => {
    const { ask, calls } = setUp();
    const [leaver, other] = [ask(), ask()];
    leaver.abort();
    expect(await leaver.result).toEqual(canceled);
    await breathe();
    expect(calls[0]?.options.signal.aborted).toBe(false);
    expect(other.settled).not.toHaveBeenCalled();
    calls[0]?.answer(answer);
    expect(await other.result).toEqual(answer);
    expect(await ask().result).toEqual(answer);
    expect(calls).toHaveLength(1);
  });

  it('is canceled when the last one loses interest, and the next asks anew', async () => {
    const { ask, calls } = setUp();
    const both = [ask(), ask()];
    for (const { abort } of both) abort();
    expect(await Promise.all(both.map(({ result }) => result))).toEqual([canceled, canceled]);
    await breathe();
    expect(calls[0]?.options.signal.aborted).toBe(true);
    const next = ask();
    expect(calls).toHaveLength(2);
    calls[1]?.answer(newer);
    expect(await next.result).toEqual(newer);
  });

  it('changes nothing about the next one when it ends after everyone left', async () => {
    const { ask, calls } = setUp();
    const leaver = ask();
    leaver.abort();
    await breathe();
    const next = ask();
    calls[0]?.answer(canceled);
    await breathe();
    expect(next.settled).not.toHaveBeenCalled();
    const follower = ask();
    expect(calls).toHaveLength(2);
    calls[1]?.answer(newer);
    expect(await Promise.all([next.result, follower.result])).toEqual([newer, newer]);
    expect(await ask().result).toEqual(newer);
  });

  it('goes on when one takes over from the other in the same moment', async () => {
    const { ask, calls } = setUp();
    const leaver = ask();
    leaver.abort();
    const follower = ask();
    await breathe();
    expect(calls).toHaveLength(1);
    expect(calls[0]?.options.signal.aborted).toBe(false);
    calls[0]?.answer(answer);
    expect(await follower.result).toEqual(answer);
  });

  it('takes no notice of interest that is lost after the answer', async () => {
    const { ask, calls } = setUp();
    const one = ask();
    calls[0]?.answer(answer);
    await one.result;
    one.abort();
    await breathe();
    expect(one.settled).toHaveBeenCalledExactlyOnceWith(answer);
    expect(await ask().result).toEqual(answer);
  });
});

describe('a caller that has lost interest before it asks', () => {
  function askInVain() {
    const { calls, readApi: below } = createApiByHand();
    const readApi = createCachedReadApi(below, createCaches());
    const call = { path, query: byEmail, cacheFor: 'people', parse: ok } as const;
    return { calls, result: readApi(call, { signal: AbortSignal.abort() }) };
  }

  it('is told so', async () => {
    expect(await askInVain().result).toEqual(canceled);
  });

  it('costs no call', () => {
    expect(askInVain().calls).toHaveLength(0);
  });
});

describe('a call that pauses', () => {
  const waiting: Waiting = { error: { kind: 'unavailable', status: 503 }, attempt: 1, seconds: 1 };

  it('tells everyone who waits for it', () => {
    const { ask, calls } = setUp();
    const listeners = [vi.fn<OnWaiting>(), vi.fn<OnWaiting>()];
    for (const onWaiting of listeners) ask(byEmail, { onWaiting });
    ask();
    calls[0]?.options.onWaiting?.(waiting);
    calls[0]?.options.onWaiting?.(null);
    for (const onWaiting of listeners) expect(onWaiting.mock.calls).toEqual([[waiting], [null]]);
  });

  it('tells nothing to those who left', async () => {
    const { ask, calls } = setUp();
    const [gone, there] = [vi.fn<OnWaiting>(), vi.fn<OnWaiting>()];
    const leaver = ask(byEmail, { onWaiting: gone });
    ask(byEmail, { onWaiting: there });
    leaver.abort();
    await breathe();
    calls[0]?.options.onWaiting?.(waiting);
    expect(gone).not.toHaveBeenCalled();
    expect(there).toHaveBeenCalledExactlyOnceWith(waiting);
  });
});
