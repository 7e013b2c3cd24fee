import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../../plugin-manifest.json';
import { type BridgeOptions, createBridge } from '../../desk/bridge';
import { createSamplePortal } from '../../desk/portal';
import {
  type RowShelf,
  rowsIn,
  type StorageMode,
  type StorageRequest,
  type StoredRow,
  storageModes,
  storageRates,
} from '../../desk/storage';
import { worlds } from '../../desk/worlds';
import { createShelf, keysOn, settle } from '../support';

const portal = createSamplePortal();

function bridge(options: Partial<BridgeOptions> = {}) {
  return createBridge({
    portal,
    manifest,
    world: worlds.usual(),
    app: () => ({}),
    page: () => ({}),
    ...options,
  });
}

const row = (key: string, value: StoredRow['value'] = {}, queriableValue = 'd'): StoredRow => ({
  key,
  value,
  queriableValue,
});
const holding = (...rows: readonly StoredRow[]) => new Map(rows.map((entry) => [entry.key, entry]));
const found = (...data: readonly StoredRow[]) => ({ 'database.get': { data } });

const off = { errMsg: 'Storage not enabled in plugin-manifest.json.' };
const full = { errMsg: 'Storage limit exceeded' };
const failed = { errMsg: 'Internal error' };
const invalid = { errMsg: 'Invalid Payload' };

/** How a bridge refuses when too many requests were made in a minute. */
async function tooMany(): Promise<unknown> {
  const desk = bridge();
  for (let count = 0; count < storageRates.set; count++) await desk.set('database', row('a'));
  return desk.set('database', row('a')).catch((reason: unknown) => reason);
}

/** The calls, each on a row that is there. */
const calls = {
  get: (desk: ReturnType<typeof bridge>) => desk.get('database', { key: 'a' }),
  set: (desk: ReturnType<typeof bridge>) => desk.set('database', row('a', { turn: 2 })),
  delete: (desk: ReturnType<typeof bridge>) => desk.delete('database', { key: 'a' }),
} as const;
const answers = {
  get: found(row('a')),
  set: { 'database.set': row('a', { turn: 2 }) },
  delete: { 'database.delete': {} },
} as const;
const callNames = ['get', 'set', 'delete'] as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('storage in its modes', () => {
  const inMode = (storageMode: StorageMode, storage: RowShelf = holding(row('a'))) =>
    bridge({ storage, storageMode });

  it('starts with the one that works', () => {
    expect(storageModes[0]).toBe('on');
  });

  it.each<[mode: StorageMode, refused: Partial<Record<(typeof callNames)[number], object>>]>([
    ['on', {}],
    ['shared', {}],
    ['off', { get: off, set: off, delete: off }],
    ['full', { set: full }],
    ['readsFail', { get: failed }],
  ])('%s refuses only what it should: %o', async (mode, refused) => {
    for (const call of callNames) {
      const outcome = calls[call](inMode(mode));
      if (refused[call]) await expect(outcome).rejects.toEqual(refused[call]);
      else expect(await outcome).toEqual(answers[call]);
    }
  });

  it('emptyRefused refuses where nothing is found, and only there', async () => {
    const desk = inMode('emptyRefused');
    await expect(desk.get('database', { key: 'b' })).rejects.toEqual({ errMsg: 'No Data Found' });
    for (const call of callNames) expect(await calls[call](desk)).toEqual(answers[call]);
  });

  it('full leaves what lies there as it is, a row that is overwritten too', async () => {
    const storage = holding(row('a', { turn: 1 }));
    await expect(inMode('full', storage).set('database', row('a', { turn: 2 }))).rejects.toEqual(full);
    await expect(inMode('full', storage).set('database', [row('b')])).rejects.toEqual(full);
    expect([...storage.values()]).toEqual([row('a', { turn: 1 })]);
  });

  it.each(callNames)('slow answers a %s after three seconds', async (call) => {
    const answered = vi.fn();
    calls[call](inMode('slow')).then(answered);
    await settle(2_999);
    expect(answered).not.toHaveBeenCalled();
    await settle(1);
    expect(answered).toHaveBeenCalledExactlyOnceWith(answers[call]);
  });

  it('slow refuses after three seconds, too', async () => {
    const refused = vi.fn();
    inMode('slow').get('database', {}).catch(refused);
    await settle(2_999);
    expect(refused).not.toHaveBeenCalled();
    await settle(1);
    expect(refused).toHaveBeenCalledExactlyOnceWith(invalid);
  });

  it('busy refuses two sets as if there were too many, and then works', async () => {
    const refusal = await tooMany();
    const storage = holding(row('a'));
    const desk = inMode('busy', storage);
    await expect(calls.set(desk)).rejects.toEqual(refusal);
    expect(await calls.get(desk)).toEqual(answers.get);
    await expect(calls.set(desk)).rejects.toEqual(refusal);
    expect([...storage.values()]).toEqual([row('a')]);
    expect(await calls.set(desk)).toEqual(answers.set);
    expect(await calls.set(desk)).toEqual(answers.set);
    expect(await calls.delete(desk)).toEqual(answers.delete);
  });

  it('busy is so anew after the page was loaded again', async () => {
    const storage = holding(row('a'));
    const refusal = await tooMany();
    for (const _ of ['first load', 'second load']) {
      await expect(calls.set(inMode('busy', storage))).rejects.toEqual(refusal);
    }
  });

  it.each(callNames)('silent never answers a %s, and does nothing', async (call) => {
    const storage = holding(row('a'));
    const settled = vi.fn();
    calls[call](inMode('silent', storage)).then(settled, settled);
    await settle(24 * 60 * 60_000);
    expect(settled).not.toHaveBeenCalled();
    expect([...storage.values()]).toEqual([row('a')]);
  });

  it.each(storageModes)('%s is off where the manifest asks for no storage', async (storageMode) => {
    const desk = bridge({ storageMode, manifest: { ...manifest, storage: false } });
    await expect(calls.get(desk)).rejects.toEqual(off);
  });

  it.each(storageModes)('%s tells of every request, whatever becomes of it', async (storageMode) => {
    const told: StorageRequest[] = [];
    const storage = holding(row('a'));
    const desk = bridge({ storageMode, storage, onStorageRequest: (request) => told.push(request) });
    vi.setSystemTime(1_768_210_200_000);
    for (const call of callNames) calls[call](desk).catch(() => {});
    desk.get('contact.id').catch(() => {});
    await settle();
    const at = 1_768_210_200_000;
    expect(told).toEqual([
      { call: 'get', at, options: { key: 'a' } },
      { call: 'set', at, options: row('a', { turn: 2 }) },
      { call: 'delete', at, options: { key: 'a' } },
    ]);
  });
});

describe.each<[name: string, createRecords: () => RowShelf]>([
  ['a map', () => new Map<string, StoredRow>()],
  ["a browser's storage", () => rowsIn(createShelf())],
])('two bridges that share one storage in %s', (_, createRecords) => {
  function twoAgents() {
    const storage = createRecords();
    return { storage, noor: bridge({ storage }), sam: bridge({ storage }) };
  }

  it('see what the other one set, changed and deleted', async () => {
    const { noor, sam } = twoAgents();
    await noor.set('database', row('d:1', { by: 'noor' }));
    expect(await sam.get('database', { key: 'd:1' })).toEqual(found(row('d:1', { by: 'noor' })));
    await sam.set('database', row('d:1', { by: 'sam' }));
    expect(await noor.get('database', { key: 'd:1' })).toEqual(found(row('d:1', { by: 'sam' })));
    await noor.delete('database', { queriableValue: 'd' });
    expect(await sam.get('database', { key: 'd:1' })).toEqual({ 'database.get': {} });
  });

  it('keep both rows that are set at the same time', async () => {
    const { noor, sam } = twoAgents();
    await Promise.all([noor.set('database', row('d:1')), sam.set('database', row('d:2'))]);
    expect(await noor.get('database', { queriableValue: 'd' })).toEqual(found(row('d:1'), row('d:2')));
  });

  it('keep the last of two values that are set under one key at the same time', async () => {
    const { noor, sam } = twoAgents();
    await Promise.all([
      noor.set('database', row('d:1', { by: 'noor' })),
      sam.set('database', row('d:1', { by: 'sam' })),
    ]);
    expect(await noor.get('database', { key: 'd:1' })).toEqual(found(row('d:1', { by: 'sam' })));
  });

  it('never see a part of what is set at once', async () => {
    const { storage, noor, sam } = twoAgents();
    const all = [row('d:1'), row('d:2'), row('d:3')];
    const setting = noor.set('database', all);
    expect(await sam.get('database', { queriableValue: 'd' })).toEqual(found(...all));
    await setting;
    await expect(sam.set('database', [row('d:4'), row('not@this')])).rejects.toEqual(invalid);
    expect([...storage.values()]).toEqual(all);
  });

  it('have the order in which their keys came, whoever changed them later', async () => {
    const { noor, sam } = twoAgents();
    for (const key of ['d:9', 'd:10', 'd:1']) await noor.set('database', row(key));
    await sam.set('database', row('d:10', { turn: 2 }));
    await sam.delete('database', { key: 'd:9' });
    await sam.set('database', row('d:9'));
    expect(await noor.get('database', { queriableValue: 'd' })).toEqual(
      found(row('d:10', { turn: 2 }), row('d:1'), row('d:9')),
    );
  });

  it('are given twenty rows where they do not say how many, and at most a hundred', async () => {
    const { storage, noor, sam } = twoAgents();
    const all = Array.from({ length: 130 }, (_, index) => row(`d:${index}`));
    for (const entry of all) storage.set(entry.key, entry);
    expect(await noor.get('database', { queriableValue: 'd' })).toEqual(found(...all.slice(0, 20)));
    expect(await sam.get('database', { queriableValue: 'd', limit: 100, from: 100 })).toEqual(
      found(...all.slice(100)),
    );
    await expect(sam.get('database', { queriableValue: 'd', limit: 101 })).rejects.toEqual(invalid);
  });

  it('have a minute each, in which ten rows at once are one request', async () => {
    const { noor, sam } = twoAgents();
    const ten = Array.from({ length: 10 }, (_, index) => row(`d:${index}`));
    for (let count = 0; count < storageRates.set; count++) await noor.set('database', ten);
    await expect(noor.set('database', row('d:1'))).rejects.toEqual(await tooMany());
    expect(await sam.set('database', ten)).toEqual({ 'database.set': ten });
    await settle(60_000);
    expect(await noor.set('database', ten)).toEqual({ 'database.set': ten });
  });

  it('find a row that was put there past every check', async () => {
    const { storage, noor } = twoAgents();
    const foreign = row('not@this', { version: 99, text: 'x'.repeat(6_000) });
    storage.set(foreign.key, foreign);
    expect(await noor.get('database', { queriableValue: 'd' })).toEqual(found(foreign));
    await noor.delete('database', { queriableValue: 'd' });
    expect([...storage.values()]).toEqual([]);
  });
});

describe("rows in a browser's storage", () => {
  it('are the same for everyone who opens it, at any time', async () => {
    const storage = createShelf();
    const [early, late] = [rowsIn(storage), rowsIn(storage)];
    early.set('d:1', row('d:1'));
    expect([...late.values()]).toEqual([row('d:1')]);
    late.delete('d:1');
    expect([...early.values()]).toEqual([]);
  });

  it('leave alone what else lies there', async () => {
    const storage = createShelf();
    storage.setItem('widget:answer', 'not JSON');
    const rows = rowsIn(storage);
    rows.set('d:1', row('d:1'));
    expect([...rows.values()]).toEqual([row('d:1')]);
    rows.delete('d:1');
    rows.delete('widget:answer');
    expect(keysOn(storage)).toEqual(['widget:answer']);
  });
});
