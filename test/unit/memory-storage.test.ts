import { describe, expect, it } from 'vitest';
import { createMemoryStorage, SharedRecords } from './memory-storage';

const record = (key: string) => ({ key, queriableValue: 'c:1', value: {} });

describe('the storage in memory', () => {
  it('rejects a decision that is written twice, even if it was removed in between', async () => {
    const records = new SharedRecords();
    const storage = createMemoryStorage(records);
    await storage.write([record('d:1')]);
    await storage.remove('d:1');
    await expect(storage.write([record('d:1')])).rejects.toThrow('d:1 is written twice');
    expect(records.rewritten()).toEqual(['d:1']);
  });

  it('lets any other record be written again', async () => {
    const records = new SharedRecords();
    const storage = createMemoryStorage(records);
    for (const _ of [1, 2]) await storage.write([record('g:1')]);
    expect(records.rewritten()).toEqual([]);
  });
});
