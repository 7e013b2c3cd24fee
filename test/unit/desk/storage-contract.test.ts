import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/base/result';
import { createStorage, type DeskStorage, maxRowsPerWrite, type NewRow } from '../../../src/desk/storage';
import { largestValue } from '../../desk/storage';
import { createStorageTwin, SharedRows } from '../../twins/storage';
import { storageBridge } from '../support';

/** What both the storage in Desk and its twin in memory have to do; each call of `open` is another panel. */
describe.each<[where: string, open: (rows: SharedRows) => DeskStorage]>([
  ['the local Desk', (rows) => storageInDesk(rows)],
  ['memory', (rows) => createStorageTwin(rows)],
])('the storage in %s', (_, open) => {
  const refused = { ok: false, error: { kind: 'storageRefused' } };

  it('returns what was written, by its key and by its other value', async () => {
    const storage = open(new SharedRows());
    const written = row('d:1', { note: 'zwei Personen, 二人', list: [['450000000000777001', null]] });
    expect(await storage.write([written])).toEqual(ok(undefined));
    expect(await storage.read('d:1')).toEqual(ok(written));
    expect(await storage.readAll('c:1')).toEqual(ok([written]));
  });

  it('returns nothing if nothing was written', async () => {
    const storage = open(new SharedRows(row('d:2', {}, 'c:2')));
    expect(await storage.read('d:1')).toEqual(ok(null));
    expect(await storage.readAll('c:1')).toEqual(ok([]));
  });

  it('writes as many rows at once as one call takes', async () => {
    const rows = new SharedRows();
    const all = rowsOf(maxRowsPerWrite);
    expect(await open(rows).write(all)).toEqual(ok(undefined));
    expect(rows.values()).toEqual(all);
  });

  it('refuses more rows than one call takes', async () => {
    const rows = new SharedRows();
    expect(await open(rows).write(rowsOf(maxRowsPerWrite + 1))).toMatchObject(refused);
    expect(rows.keys()).toEqual([]);
  });

  it('replaces a row that is no decision', async () => {
    const storage = open(new SharedRows());
    for (const turn of [1, 2]) await storage.write([row('g:1', { turn })]);
    expect(await storage.readAll('c:1')).toEqual(ok([row('g:1', { turn: 2 })]));
  });

  it('removes the row under a key, and no other', async () => {
    const rows = new SharedRows(...rowsOf(3));
    expect(await open(rows).remove('d:1')).toEqual(ok(undefined));
    expect(rows.keys()).toEqual(['d:0', 'd:2']);
  });

  it('removes nothing if there is nothing under a key', async () => {
    const rows = new SharedRows(...rowsOf(1));
    expect(await open(rows).remove('d:1')).toEqual(ok(undefined));
    expect(rows.keys()).toEqual(['d:0']);
  });

  it('is shared by everyone who uses the extension', async () => {
    const rows = new SharedRows();
    const [one, other] = [open(rows), open(rows)];
    await one.write([row('d:1')]);
    expect(await other.read('d:1')).toEqual(ok(row('d:1')));
    await other.remove('d:1');
    expect(await one.readAll('c:1')).toEqual(ok([]));
  });

  it('returns all rows with a value, however many, and none with another one', async () => {
    const all = rowsOf(130);
    const others = rowsOf(5).map(({ key }) => row(`x${key}`, {}, 'c:12'));
    expect(await open(new SharedRows(...all, ...others)).readAll('c:1')).toEqual(ok(all));
  });

  it('returns rows that stay as they are if the ones that were written change', async () => {
    const storage = open(new SharedRows());
    const value = { list: [1] };
    await storage.write([row('d:1', value)]);
    value.list.push(2);
    expect(await storage.read('d:1')).toEqual(ok(row('d:1', { list: [1] })));
  });

  it.each<[what: string, bad: NewRow]>([
    ['a value that is too large', { ...row('d:9'), value: { text: 'x'.repeat(largestValue) } }],
    ['a key with a character that Desk does not take', row('d@9')],
    ['a key that is too long', row('d'.repeat(51))],
    ['an empty key', row('')],
    ['an empty value to be found by', row('d:9', {}, '')],
  ])('refuses %s, and all rows beside it', async (_what, bad) => {
    const rows = new SharedRows();
    expect(await open(rows).write([row('d:1'), bad])).toMatchObject(refused);
    expect(rows.keys()).toEqual([]);
  });
});

describe('the twin of the storage', () => {
  it('rejects a decision that is written twice, even if it was removed in between', async () => {
    const rows = new SharedRows();
    const storage = createStorageTwin(rows);
    await storage.write([row('d:1')]);
    await storage.remove('d:1');
    await expect(storage.write([row('d:1')])).rejects.toThrow('d:1 is written twice');
    expect(rows.rewritten()).toEqual(['d:1']);
  });

  it('lets any other row be written again', async () => {
    const rows = new SharedRows();
    const storage = createStorageTwin(rows);
    for (const _ of [1, 2]) await storage.write([row('g:1')]);
    expect(rows.rewritten()).toEqual([]);
  });
});

function storageInDesk(rows: SharedRows): DeskStorage {
  const zohoDesk = storageBridge(rows, 'on', []);
  return createStorage({ portal: { zohoDesk, origin: null, dataCenter: null, orgId: null } });
}

function row(key: string, value: NewRow['value'] = { turn: 1 }, queriableValue = 'c:1'): NewRow {
  return { key, queriableValue, value };
}

function rowsOf(count: number): NewRow[] {
  return Array.from({ length: count }, (_, index) => row(`d:${index}`, { turn: index }));
}
