import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/base/result';
import {
  createStorage,
  type DeskStorage,
  maxRecordsPerWrite,
  type NewRecord,
} from '../../../src/desk/storage';
import { largestValue } from '../../desk/storage';
import { createStorageTwin, SharedRecords } from '../../twins/storage';
import { storageBridge } from '../support';

/** What both the storage in Desk and its twin in memory have to do; each call of `open` is another panel. */
describe.each<[where: string, open: (records: SharedRecords) => DeskStorage]>([
  ['the local Desk', (records) => storageInDesk(records)],
  ['memory', (records) => createStorageTwin(records)],
])('the storage in %s', (_, open) => {
  const refused = { ok: false, error: { kind: 'storageRefused' } };

  it('returns what was written, by its key and by its other value', async () => {
    const storage = open(new SharedRecords());
    const written = record('d:1', { note: 'zwei Personen, 二人', list: [['450000000000777001', null]] });
    expect(await storage.write([written])).toEqual(ok(undefined));
    expect(await storage.read('d:1')).toEqual(ok(written));
    expect(await storage.readAll('c:1')).toEqual(ok([written]));
  });

  it('returns nothing if nothing was written', async () => {
    const storage = open(new SharedRecords(record('d:2', {}, 'c:2')));
    expect(await storage.read('d:1')).toEqual(ok(null));
    expect(await storage.readAll('c:1')).toEqual(ok([]));
  });

  it('writes as many records at once as one call takes', async () => {
    const records = new SharedRecords();
    const all = recordsOf(maxRecordsPerWrite);
    expect(await open(records).write(all)).toEqual(ok(undefined));
    expect(records.values()).toEqual(all);
  });

  it('refuses more records than one call takes', async () => {
    const records = new SharedRecords();
    expect(await open(records).write(recordsOf(maxRecordsPerWrite + 1))).toMatchObject(refused);
    expect(records.keys()).toEqual([]);
  });

  it('replaces a record that is no decision', async () => {
    const storage = open(new SharedRecords());
    for (const turn of [1, 2]) await storage.write([record('g:1', { turn })]);
    expect(await storage.readAll('c:1')).toEqual(ok([record('g:1', { turn: 2 })]));
  });

  it('removes the record under a key, and no other', async () => {
    const records = new SharedRecords(...recordsOf(3));
    expect(await open(records).remove('d:1')).toEqual(ok(undefined));
    expect(records.keys()).toEqual(['d:0', 'd:2']);
  });

  it('removes nothing if there is nothing under a key', async () => {
    const records = new SharedRecords(...recordsOf(1));
    expect(await open(records).remove('d:1')).toEqual(ok(undefined));
    expect(records.keys()).toEqual(['d:0']);
  });

  it('is shared by everyone who uses the extension', async () => {
    const records = new SharedRecords();
    const [one, other] = [open(records), open(records)];
    await one.write([record('d:1')]);
    expect(await other.read('d:1')).toEqual(ok(record('d:1')));
    await other.remove('d:1');
    expect(await one.readAll('c:1')).toEqual(ok([]));
  });

  it('returns all records with a value, however many, and none with another one', async () => {
    const all = recordsOf(130);
    const others = recordsOf(5).map(({ key }) => record(`x${key}`, {}, 'c:12'));
    expect(await open(new SharedRecords(...all, ...others)).readAll('c:1')).toEqual(ok(all));
  });

  it('returns records that stay as they are if the ones that were written change', async () => {
    const storage = open(new SharedRecords());
    const value = { list: [1] };
    await storage.write([record('d:1', value)]);
    value.list.push(2);
    expect(await storage.read('d:1')).toEqual(ok(record('d:1', { list: [1] })));
  });

  it.each<[what: string, bad: NewRecord]>([
    ['a value that is too large', { ...record('d:9'), value: { text: 'x'.repeat(largestValue) } }],
    ['a key with a character that Desk does not take', record('d@9')],
    ['a key that is too long', record('d'.repeat(51))],
    ['an empty key', record('')],
    ['an empty value to be found by', record('d:9', {}, '')],
  ])('refuses %s, and all records beside it', async (_what, bad) => {
    const records = new SharedRecords();
    expect(await open(records).write([record('d:1'), bad])).toMatchObject(refused);
    expect(records.keys()).toEqual([]);
  });
});

describe('the twin of the storage', () => {
  it('rejects a decision that is written twice, even if it was removed in between', async () => {
    const records = new SharedRecords();
    const storage = createStorageTwin(records);
    await storage.write([record('d:1')]);
    await storage.remove('d:1');
    await expect(storage.write([record('d:1')])).rejects.toThrow('d:1 is written twice');
    expect(records.rewritten()).toEqual(['d:1']);
  });

  it('lets any other record be written again', async () => {
    const records = new SharedRecords();
    const storage = createStorageTwin(records);
    for (const _ of [1, 2]) await storage.write([record('g:1')]);
    expect(records.rewritten()).toEqual([]);
  });
});

function storageInDesk(records: SharedRecords): DeskStorage {
  const zohoDesk = storageBridge(records, 'on', []);
  return createStorage({ portal: { zohoDesk, origin: null, dataCenter: null, orgId: null } });
}

function record(key: string, value: NewRecord['value'] = { turn: 1 }, queriableValue = 'c:1'): NewRecord {
  return { key, queriableValue, value };
}

function recordsOf(count: number): NewRecord[] {
  return Array.from({ length: count }, (_, index) => record(`d:${index}`, { turn: index }));
}
