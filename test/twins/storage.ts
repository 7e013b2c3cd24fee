import { failure, ok } from '../../src/base/result';
import type { DeskResult } from '../../src/desk/desk-error';
import { type DeskStorage, maxRecordsPerWrite, type NewRecord } from '../../src/desk/storage';
import { largestValue, type RecordShelf, type StoredRecord } from '../desk/storage';

/** Records that panels share, with a count of writes per key. Decisions must never be rewritten. */
export class SharedRecords implements RecordShelf {
  readonly #records = new Map<string, StoredRecord>();
  readonly #writes = new Map<string, number>();

  constructor(...records: readonly StoredRecord[]) {
    for (const record of records) this.put(record);
  }

  keys(): string[] {
    return [...this.#records.keys()];
  }

  values(): StoredRecord[] {
    return [...this.#records.values()];
  }

  get(key: string): StoredRecord | undefined {
    return this.#records.get(key);
  }

  set(key: string, record: StoredRecord) {
    this.#writes.set(key, (this.#writes.get(key) ?? 0) + 1);
    if (this.rewritten().includes(key)) throw new Error(`${key} is written twice`);
    this.#records.set(key, record);
  }

  /** Puts a record there as another version of the extension may have left it, without counting. */
  put(record: StoredRecord) {
    this.#records.set(record.key, record);
  }

  delete(key: string) {
    this.#records.delete(key);
  }

  /** From now on the key is one that was never written. */
  forgetWrites(key: string) {
    this.#writes.delete(key);
  }

  clear() {
    this.#records.clear();
  }

  /** The keys of decisions that were written more than once, even if they had been removed before. */
  rewritten(): string[] {
    return [...this.#writes].flatMap(([key, count]) => (key.startsWith('d:') && count > 1 ? [key] : []));
  }
}

/** What was asked of a storage, with the keys or the value that it was asked by. */
export interface StorageCall {
  readonly call: keyof DeskStorage;
  readonly keys: readonly string[];
}

/**
 * The extension's storage in memory, which answers at once. It keeps the contract of the real one
 * (test/unit/desk/storage-contract.test.ts), but rejects if a decision is rewritten. `calls` collects what was asked.
 */
export function createStorageTwin(records: SharedRecords, calls: StorageCall[] = []): DeskStorage {
  return {
    async read(key) {
      calls.push({ call: 'read', keys: [key] });
      return ok(copyOf(records.get(key)) ?? null);
    },
    async readAll(queriableValue) {
      calls.push({ call: 'readAll', keys: [queriableValue] });
      const found = records.values().filter((record) => record.queriableValue === queriableValue);
      return ok(found.map((record) => structuredClone(record)));
    },
    async write(given) {
      calls.push({ call: 'write', keys: given.map(({ key }) => key) });
      const isAccepted = given.length > 0 && given.length <= maxRecordsPerWrite && given.every(isValid);
      if (!isAccepted) return refused;
      for (const { key, queriableValue, value } of given)
        records.set(key, { key, queriableValue, value: JSON.parse(JSON.stringify(value)) });
      return ok(undefined);
    },
    async remove(key) {
      calls.push({ call: 'remove', keys: [key] });
      records.delete(key);
      return ok(undefined);
    },
  };
}

const refused: DeskResult<void> = failure({ kind: 'storageRefused', detail: 'Invalid Payload' });

function copyOf(record: StoredRecord | undefined): StoredRecord | undefined {
  return record && structuredClone(record);
}

function isValid({ key, queriableValue, value }: NewRecord): boolean {
  const isKey = (text: string) => /^[a-zA-Z0-9_,:]{1,50}$/.test(text);
  const size = new TextEncoder().encode(JSON.stringify(value)).length;
  return isKey(key) && isKey(queriableValue) && size <= largestValue;
}
