import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { DeskError, DeskResult } from '../../../src/desk/desk-error';
import {
  createStorage,
  type DeskStorage,
  maxRowsPerWrite,
  type NewRow,
  type StoredRow,
} from '../../../src/desk/storage';
import type { ZohoDesk } from '../../../src/desk/zohodesk';
import { type Rows, type StorageMode, type StorageRequest, storageRates } from '../../desk/storage';
import { hostile, settle, storageBridge, within } from '../support';

function storageOver(zohoDesk: ZohoDesk): DeskStorage {
  return createStorage({ portal: { zohoDesk, origin: null, dataCenter: null, orgId: null } });
}

/** The storage of the local Desk, with the requests that reached it. */
function localStorage(rows: Rows = new Map(), storageMode: StorageMode = 'on') {
  const requests: StorageRequest[] = [];
  return { requests, storage: storageOver(storageBridge(rows, storageMode, requests)) };
}

/** The storage over a Desk that answers so. */
function storageThat(told: Partial<Pick<ZohoDesk, 'get' | 'set' | 'delete'>>): DeskStorage {
  return storageOver({
    extension: { onload: async () => ({}) },
    get: async () => ({ 'database.get': {} }),
    set: async () => ({}),
    delete: async () => ({}),
    request: async () => ({}),
    ...told,
  });
}

const row = (key: string, value: NewRow['value'] = { turn: 1 }, queriableValue = 'c:1'): NewRow => ({
  key,
  queriableValue,
  value,
});
const rowsOf = (count: number, queriableValue?: string) =>
  Array.from({ length: count }, (_, index) => row(`d:${index}`, { turn: index }, queriableValue));
const holding = (...rows: readonly NewRow[]) => new Map(rows.map((entry) => [entry.key, entry]));
const found = (...data: readonly unknown[]) => ({ 'database.get': { data }, status: 'success' });

/** Every call, on a row that is there or to be there. */
const calls = {
  read: (storage: DeskStorage) => storage.read('d:1'),
  readAll: (storage: DeskStorage) => storage.readAll('c:1'),
  write: (storage: DeskStorage) => storage.write([row('d:1', { turn: 2 })]),
  remove: (storage: DeskStorage) => storage.remove('d:1'),
} satisfies Record<string, (storage: DeskStorage) => Promise<DeskResult<unknown>>>;
const callNames = Object.keys(calls) as (keyof typeof calls)[];
const inDesk = { read: 'get', readAll: 'get', write: 'set', remove: 'delete' } as const;

/** What becomes of a call over a Desk that does this with it. */
const outcomeOf = (call: keyof typeof calls, does: () => Promise<unknown>) =>
  calls[call](storageThat({ [inDesk[call]]: does }));

beforeEach(() => {
  vi.useFakeTimers({ now: 1_768_210_200_000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a write', () => {
  it('of several rows is one request', async () => {
    const { storage, requests } = localStorage();
    const all = rowsOf(maxRowsPerWrite);
    expect(await storage.write(all)).toEqual(ok(undefined));
    expect(requests.map(({ call, options }) => [call, options])).toEqual([['set', all]]);
  });

  it('of a single row sends it as itself', async () => {
    const { storage, requests } = localStorage();
    await storage.write([row('d:1')]);
    expect(requests.map(({ options }) => options)).toEqual([row('d:1')]);
  });
});

describe('a row that is read by its key', () => {
  const one = { key: 'd:1', queriableValue: 'c:1' };

  it.each<[what: string, row: unknown, read: StoredRow | null]>([
    ['an object', { ...one, value: { turn: 1 } }, { ...one, value: { turn: 1 } }],
    ['an object as text', { ...one, value: '{"turn":1}' }, { ...one, value: { turn: 1 } }],
    ['an empty object', { ...one, value: {} }, { ...one, value: {} }],
    [
      'long numbers in text as text',
      { ...one, value: '{"id":450000000000123001}' },
      { ...one, value: { id: '450000000000123001' } },
    ],
    ['something that is no object', { ...one, value: [1] }, { ...one, value: null }],
    ['text that is no JSON', { ...one, value: 'turn 1' }, { ...one, value: null }],
    ['no value', one, { ...one, value: null }],
    ['nothing to ask for it by', { key: 'd:1', value: {} }, { key: 'd:1', queriableValue: '', value: {} }],
    ['more than it needs', { ...one, value: {}, createdTime: 'now' }, { ...one, value: {} }],
    ['another key', { ...one, key: 'd:12', value: {} }, null],
    ['no key', { value: {} }, null],
    ['no shape at all', 'nonsense', null],
  ])('may hold %s', async (_, sent, read) => {
    const storage = storageThat({ get: async () => found(null, row('d:7', { turn: 7 }), sent) });
    expect(await storage.read('d:1')).toEqual(ok(read));
  });

  it('is asked for by nothing else', async () => {
    const get = vi.fn<ZohoDesk['get']>(async () => ({ 'database.get': {} }));
    await storageThat({ get }).read('d:1');
    expect(get).toHaveBeenCalledExactlyOnceWith('database', { key: 'd:1' });
  });
});

describe.each(['read', 'readAll'] as const)('an answer to %s', (call) => {
  it.each<[what: string, answer: unknown]>([
    ['an empty object of rows', { 'database.get': {} }],
    ['an empty list of rows', found()],
    ['no list of rows', { 'database.get': { data: null } }],
  ])('that holds %s says that nothing is there', async (_, answer) => {
    expect(await outcomeOf(call, async () => answer)).toEqual(ok(call === 'read' ? null : []));
  });

  it.each<[what: string, answer: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'success'],
    ['a list', [row('d:1')]],
    ['no rows', { status: 'success' }],
    ['null for rows', { 'database.get': null }],
    ['text for rows', { 'database.get': 'none' }],
    ['rows that are no list', { 'database.get': { data: 'none' } }],
    ['the answer to another call', { 'database.set': row('d:1') }],
  ])('that is %s makes no sense: nothing is taken for empty', async (_, answer) => {
    expect(await outcomeOf(call, async () => answer)).toEqual(failure({ kind: 'unreadable' }));
  });
});

describe('all rows that are asked for', () => {
  interface Limits {
    /** How many rows one page holds at most. */
    readonly most: number;
    /** Whether it is always that many, whatever was asked for. */
    readonly ignoresLimit?: boolean;
    readonly ignoresFrom?: boolean;
  }

  /** A Desk that holds these rows, and pages them in its own way. */
  function paging(rows: readonly unknown[], { most, ignoresLimit, ignoresFrom }: Limits) {
    return vi.fn<ZohoDesk['get']>(async (_, options) => {
      const { from = 0, limit = 20 } = (options ?? {}) as { from?: number; limit?: number };
      const start = ignoresFrom ? 0 : from;
      const page = rows.slice(start, start + (ignoresLimit ? most : Math.min(most, limit)));
      return page.length ? found(...page) : { 'database.get': {} };
    });
  }

  describe.each<[what: string, limits: Limits]>([
    ['gives 20 at a time, whatever is asked for', { most: 20, ignoresLimit: true }],
    ['gives 50 at most', { most: 50 }],
    ['gives 100 at most', { most: 100 }],
    ['gives everything at once', { most: Number.POSITIVE_INFINITY, ignoresLimit: true }],
  ])('are read from a Desk that %s', (_, limits) => {
    it.each([0, 1, 19, 20, 21, 40, 50, 99, 100, 101, 199, 200, 234])('where there are %i', async (count) => {
      const all = rowsOf(count);
      const get = paging(all, limits);
      expect(await storageThat({ get }).readAll('c:1')).toEqual(ok(all));
      for (const [, options] of get.mock.calls) expect(options).toMatchObject({ queriableValue: 'c:1' });
    });
  });

  it('are read from the local Desk, too', async () => {
    const all = rowsOf(130);
    const { storage } = localStorage(
      holding(...all, ...rowsOf(5).map((one) => row(`x${one.key}`, {}, 'c:2'))),
    );
    expect(await storage.readAll('c:1')).toEqual(ok(all));
  });

  it('cost one request where there are few, and one more for each page', async () => {
    for (const [count, requests] of [
      [0, 1],
      [19, 1],
      [100, 2],
      [119, 2],
    ] as const) {
      const get = paging(rowsOf(count), { most: 100 });
      await storageThat({ get }).readAll('c:1');
      expect(get).toHaveBeenCalledTimes(requests);
    }
  });

  it('are as many as can be had where every page is the first one', async () => {
    const all = rowsOf(70);
    const get = paging(all, { most: 20, ignoresFrom: true });
    expect(await storageThat({ get }).readAll('c:1')).toEqual(ok(all.slice(0, 20)));
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('are each given once, also where pages overlap', async () => {
    const all = rowsOf(45);
    const get = vi
      .fn<ZohoDesk['get']>()
      .mockResolvedValueOnce(found(...all.slice(0, 20)))
      .mockResolvedValueOnce(found(...all.slice(15, 35)))
      .mockResolvedValueOnce(found(...all.slice(35)));
    expect(await storageThat({ get }).readAll('c:1')).toEqual(ok(all));
  });

  it('are only those with the value that was asked for', async () => {
    const other = [row('d:7', {}, 'c:12'), row('d:8', {}, ''), { key: 'd:9', value: {} }];
    const storage = storageThat({ get: async () => found(...other, ...rowsOf(2)) });
    expect(await storage.readAll('c:1')).toEqual(ok(rowsOf(2)));
  });

  it('are read on past a row that cannot be read', async () => {
    const all = rowsOf(45);
    const get = paging([null, { value: {} }, ...all], { most: 20, ignoresLimit: true });
    expect(await storageThat({ get }).readAll('c:1')).toEqual(ok(all));
  });

  it('are none where one page cannot be had', async () => {
    const get = vi
      .fn<ZohoDesk['get']>()
      .mockResolvedValueOnce(found(...rowsOf(20)))
      .mockRejectedValueOnce({ errMsg: 'Internal error' });
    expect(await storageThat({ get }).readAll('c:1')).toMatchObject({ ok: false });
  });
});

describe("Desk's refusal 'No Data Found'", () => {
  const refused = { errMsg: 'No Data Found' };

  it('is nothing found where rows are read', async () => {
    const storage = storageThat({ get: () => Promise.reject(refused) });
    expect(await storage.read('d:1')).toEqual(ok(null));
    expect(await storage.readAll('c:1')).toEqual(ok([]));
  });

  it.each(['write', 'remove'] as const)('is a failure of %s', async (call) => {
    const error = { kind: 'storageRefused', detail: JSON.stringify(refused) } as const;
    expect(await outcomeOf(call, () => Promise.reject(refused))).toEqual(failure(error));
  });
});

describe.each(['write', 'remove'] as const)('an answer to %s', (call) => {
  it.each<[what: string, answer: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'success'],
    ['an empty object', {}],
    ['a list', [row('d:1')]],
    ['what was done', { [`database.${inDesk[call]}`]: {}, status: 'success' }],
    ['no error', { error: null, errMsg: '', statusCode: 200, status: 'success' }],
  ])('that is %s says that it was done', async (_, answer) => {
    expect(await outcomeOf(call, async () => answer)).toEqual(ok(undefined));
  });

  it.each<[what: string, answer: object]>([
    ['errMsg', { errMsg: 'Internal error' }],
    ['errMessage', { errMessage: 'Internal error' }],
    ['error', { error: { message: 'Internal error' } }],
    ['errorCode', { errorCode: 'INTERNAL_ERROR' }],
    ['error_code', { error_code: 500 }],
    ['a status code', { statusCode: 500 }],
    ['a status code as text', { statusCode: '422' }],
    ['the status', { status: 'error' }],
    ['the status failure', { status: 'Failure', message: 'Internal' }],
  ])('that carries an error as %s says that it was not', async (_, answer) => {
    expect(await outcomeOf(call, async () => answer)).toEqual(
      failure({ kind: 'storageRefused', detail: JSON.stringify(answer) }),
    );
  });
});

describe.each(callNames)('%s', (call) => {
  const refusals: [what: string, told: unknown, error: DeskError][] = [
    ['is off', { errMsg: 'Storage not enabled in plugin-manifest.json.' }, { kind: 'storageOff' }],
    ['has too many requests', { errMsg: 'Too many storage requests in a minute' }, { kind: 'storageBusy' }],
    ['has a rate limit', 'Rate limit exceeded', { kind: 'storageBusy' }],
    ['counts by the minute', new Error('50 calls per minute are allowed'), { kind: 'storageBusy' }],
    ['answers 429', { statusCode: 429 }, { kind: 'storageBusy' }],
    ['is full', 'Storage limit exceeded', { kind: 'storageRefused', detail: 'Storage limit exceeded' }],
    [
      'refuses with an object',
      { errMsg: 'Invalid Payload' },
      { kind: 'storageRefused', detail: '{"errMsg":"Invalid Payload"}' },
    ],
    ['refuses with an error', new Error('Invalid'), { kind: 'storageRefused', detail: 'Invalid' }],
    ['refuses without a word', undefined, { kind: 'storageRefused', detail: '' }],
  ];

  it.each(refusals)('says why where the storage %s', async (_, told, error) => {
    expect(await outcomeOf(call, () => Promise.reject(told))).toEqual(failure(error));
  });

  it.each(refusals)('says so, too, where the bridge throws: it %s', async (_, told, error) => {
    const outcome = outcomeOf(call, () => {
      throw told;
    });
    expect(await outcome).toEqual(failure(error));
  });

  it('says that there is no connection where the browser has none', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const outcome = outcomeOf(call, () => Promise.reject({ errMsg: 'Internal error' }));
    expect(await outcome).toEqual(failure({ kind: 'offline' }));
  });

  it('says when there is no answer within 20 seconds', async () => {
    const { storage } = localStorage(new Map(), 'silent');
    const told = vi.fn();
    void calls[call](storage).then(told);
    await settle(19_999);
    expect(told).not.toHaveBeenCalled();
    await settle(1);
    expect(told).toHaveBeenCalledExactlyOnceWith(failure({ kind: 'timeout' }));
  });

  it('waits for an answer that takes its time', async () => {
    const { storage } = localStorage(holding(row('d:1')), 'slow');
    const outcome = calls[call](storage);
    await settle(10_000);
    expect(await outcome).toMatchObject({ ok: true });
  });

  it('says that the storage is off where it is', async () => {
    expect(await calls[call](localStorage(null).storage)).toEqual(failure({ kind: 'storageOff' }));
  });
});

describe('a refusal', () => {
  const circular: Record<string, unknown> = { errMsg: 'Internal error' };
  circular.self = circular;

  it.each<[what: string, told: unknown]>([
    ['an object that holds itself', circular],
    ['a long number', 7n],
    ['an object with a long number', { errMsg: 'Invalid', id: 450000000000123001n }],
    ['a symbol', Symbol('no')],
    ['a function', () => {}],
    ['an object of no kind', Object.create(null)],
  ])('is told and never thrown, be it %s', async (_, told) => {
    const refused = { ok: false, error: { kind: 'storageRefused', detail: expect.any(String) } };
    await expect(outcomeOf('write', () => Promise.reject(told))).resolves.toEqual(refused);
  });

  it('is not taken for too many requests because of the digits of an id', async () => {
    const detail = 'Value too large for d:450000000000429001:450000000000123001';
    const outcome = outcomeOf('write', () => Promise.reject(detail));
    expect(await outcome).toEqual(failure({ kind: 'storageRefused', detail }));
  });
});

describe('the rate limit', () => {
  it('is below what Desk takes in a minute: the next one waits', async () => {
    const { storage, requests } = localStorage();
    const outcomes = Array.from({ length: storageRates.set + 1 }, () => storage.write([row('d:1')]));
    await settle();
    expect(requests).toHaveLength(storageRates.set);
    await settle(59_999);
    expect(requests).toHaveLength(storageRates.set);
    await settle(2);
    expect(requests).toHaveLength(storageRates.set + 1);
    for (const outcome of outcomes) expect(await outcome).toEqual(ok(undefined));
  });

  it('is not waited for by a read that nobody needs any more', async () => {
    const { storage, requests } = localStorage();
    const stopped = new AbortController();
    for (let turn = 0; turn < storageRates.get; turn++) void storage.read('d:1');
    await settle();
    const outcomes = [storage.readAll('c:1', stopped.signal), storage.read('d:1', stopped.signal)];
    await settle();
    stopped.abort();
    for (const outcome of outcomes) expect(await outcome).toEqual(failure({ kind: 'canceled' }));
    expect(vi.getTimerCount()).toBe(0);
    await settle(61_000);
    expect(requests).toHaveLength(storageRates.get);
  });

  it.each(['write', 'remove'] as const)('never makes a strict Desk refuse a %s', async (call) => {
    const { storage, requests } = localStorage();
    const refused: unknown[] = [];
    const done: unknown[] = [];
    for (let turn = 0; turn < 130; turn++) {
      void calls[call](storage).then((outcome) => (outcome.ok ? done : refused).push(outcome));
      await settle(turn * 20);
    }
    await settle(5 * 60_000);
    expect([done.length, refused.length]).toEqual([130, 0]);
    for (const { at } of requests) {
      const minute = requests.filter((other) => other.at >= at && other.at < at + 60_000);
      expect(minute.length).toBeLessThanOrEqual(storageRates[inDesk[call]]);
    }
  });

  it('counts writing and removing each for itself, and reading not at all', async () => {
    const { storage, requests } = localStorage();
    const outcomes = Array.from({ length: storageRates.set }, (_, index) => [
      storage.write([row(`d:${index}`)]),
      storage.remove(`d:${index}`),
      storage.read(`d:${index}`),
      storage.readAll('c:1'),
    ]).flat();
    await settle();
    expect(requests).toHaveLength(4 * storageRates.set);
    for (const outcome of outcomes) expect(await outcome).toMatchObject({ ok: true });
  });

  it('counts a request that was refused, as Desk may', async () => {
    const set = vi.fn<ZohoDesk['set']>().mockRejectedValue({ errMsg: 'Internal error' });
    const storage = storageThat({ set });
    for (let turn = 0; turn <= storageRates.set; turn++) void storage.write([row('d:1')]);
    await settle();
    expect(set).toHaveBeenCalledTimes(storageRates.set);
  });

  it('lets those go first who came first', async () => {
    const { storage, requests } = localStorage();
    for (const one of rowsOf(60)) void storage.write([one]);
    await settle(2 * 60_000);
    expect(requests.map(({ options }) => options)).toEqual(rowsOf(60));
  });
});

describe('an answer with objects in the place of text', () => {
  it.each([
    ['its status', { status: hostile, statusCode: hostile }],
    ['its words', { errMsg: hostile }],
    ['itself', within({ errMsg: hostile })],
  ])('is read without throwing: %s', async (_, told) => {
    const shelf = { get: async () => told, set: async () => told, delete: async () => told };
    const zohoDesk = { ...shelf, extension: { onload: async () => ({}) }, request: async () => told };
    const storage = createStorage({ portal: { zohoDesk, origin: null, dataCenter: null, orgId: null } });
    for (const answer of [storage.read('a'), storage.readAll('a'), storage.write([]), storage.remove('a')])
      expect(await answer).toHaveProperty('ok');
  });
});
