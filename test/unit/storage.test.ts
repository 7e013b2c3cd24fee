import { describe, expect, it, vi } from 'vitest';
import manifest from '../../plugin-manifest.json';
import { connectDesk } from '../../src/desk/desk';
import { createStorage } from '../../src/desk/storage';
import type { ZohoDesk } from '../../src/desk/zohodesk';
import { createBridge } from '../desk/bridge';
import { createSamplePortal } from '../desk/portal';
import { largestValue, type Records } from '../desk/storage';
import { worlds } from '../desk/worlds';

const portal = createSamplePortal();
const key = 'g:450000000000123001';

async function storageOver(records: Records) {
  const bridge = createBridge({
    portal,
    manifest,
    world: worlds.usual(),
    app: () => ({}),
    page: () => ({ 'portal.id': portal.orgId }),
    storage: records,
  });
  return createStorage(await connectDesk(bridge));
}

/** The storage over a Desk that answers so. */
function storageThat(told: Partial<Pick<ZohoDesk, 'get' | 'set'>>) {
  const zohoDesk: ZohoDesk = {
    extension: { onload: async () => ({}) },
    get: async () => ({}),
    set: async () => ({}),
    request: async () => ({}),
    ...told,
  };
  return createStorage({ portal: { zohoDesk, origin: null, dataCentre: null, orgId: null } });
}

describe('the storage', () => {
  it('gives back what was written', async () => {
    const storage = await storageOver(new Map());
    await storage.write(key, { groups: [['450000000000777001', '']], note: 'zwei Personen, 二人' });
    expect(await storage.read(key)).toEqual({
      groups: [['450000000000777001', '']],
      note: 'zwei Personen, 二人',
    });
  });

  it('has nothing under a key that was never written', async () => {
    const storage = await storageOver(new Map());
    await storage.write('g:450000000000123002', { groups: [] });
    expect(await storage.read(key)).toBeNull();
  });

  it('overwrites what lies under a key', async () => {
    const storage = await storageOver(new Map());
    await storage.write(key, { turn: 1 });
    await storage.write(key, { turn: 2 });
    expect(await storage.read(key)).toEqual({ turn: 2 });
  });

  it('is shared by everyone who uses the extension', async () => {
    const records: Records = new Map();
    await (await storageOver(records)).write(key, { turn: 1 });
    expect(await (await storageOver(records)).read(key)).toEqual({ turn: 1 });
  });

  it('says with every record of which kind it is', async () => {
    const set = vi.fn<ZohoDesk['set']>(async () => ({}));
    await storageThat({ set }).write(key, { turn: 1 });
    expect(set).toHaveBeenCalledExactlyOnceWith('database', {
      key,
      value: { turn: 1 },
      queriableValue: 'g',
    });
  });

  it('asks by the key', async () => {
    const get = vi.fn<ZohoDesk['get']>(async () => ({}));
    await storageThat({ get }).read(key);
    expect(get).toHaveBeenCalledExactlyOnceWith('database', { key });
  });

  it('rejects where it is off', async () => {
    const storage = await storageOver(null);
    const off = { errMsg: 'Storage not enabled in plugin-manifest.json.' };
    await expect(storage.read(key)).rejects.toEqual(off);
    await expect(storage.write(key, {})).rejects.toEqual(off);
  });

  it('rejects a value that is too large', async () => {
    const storage = await storageOver(new Map());
    await expect(storage.write(key, { text: 'x'.repeat(largestValue) })).rejects.toBeDefined();
    expect(await storage.read(key)).toBeNull();
  });

  describe('reads', () => {
    const found = (...data: unknown[]) => ({ 'database.get': { data }, status: 'success' });
    it.each<[name: string, answer: unknown, value: unknown]>([
      ['an object', found({ key, value: { turn: 1 } }), { turn: 1 }],
      ['an object as text', found({ key, value: '{"turn":1}' }), { turn: 1 }],
      [
        'the record of the key among others',
        found({ key: 'g:1', value: { turn: 7 } }, 'nonsense', null, { key, value: { turn: 1 } }),
        { turn: 1 },
      ],
      ['an empty object', found({ key, value: {} }), {}],
      [
        'long numbers in text as text',
        found({ key, value: '{"id":450000000000123001}' }),
        { id: '450000000000123001' },
      ],
      ['nothing from a record of another key', found({ key: 'g:1', value: { turn: 7 } }), null],
      ['nothing from a record without a value', found({ key }), null],
      ['nothing from text that is no JSON', found({ key, value: 'turn 1' }), null],
      ['nothing from a list', found({ key, value: [1] }), null],
      ['nothing from no records', found(), null],
      ['nothing from an empty answer', { 'database.get': {} }, null],
      ['nothing from an answer without records', { status: 'success' }, null],
      ['nothing from records that are no list', { 'database.get': { data: 'none' } }, null],
      ['nothing from text', 'success', null],
      ['nothing from nothing', undefined, null],
    ])('%s', async (_, answer, value) => {
      expect(await storageThat({ get: async () => answer }).read(key)).toEqual(value);
    });
  });
});
