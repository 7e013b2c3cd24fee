import { failure, ok } from '../../src/base/result';
import type { DeskResult } from '../../src/desk/desk-error';
import { type DeskStorage, maxRowsPerWrite, type NewRow } from '../../src/desk/storage';
import { largestValue, type RowShelf, type StoredRow } from '../desk/storage';

/** Records that panels share, with a count of writes per key. Decisions must never be rewritten. */
export class SharedRows implements RowShelf {
  readonly #rows = new Map<string, StoredRow>();
  readonly #writes = new Map<string, number>();

  constructor(...rows: readonly StoredRow[]) {
    for (const row of rows) this.put(row);
  }

  keys(): string[] {
    return [...this.#rows.keys()];
  }

  values(): StoredRow[] {
    return [...this.#rows.values()];
  }

  get(key: string): StoredRow | undefined {
    return this.#rows.get(key);
  }

  set(key: string, row: StoredRow) {
    this.#writes.set(key, (this.#writes.get(key) ?? 0) + 1);
    if (this.rewritten().includes(key)) throw new Error(`${key} is written twice`);
    this.#rows.set(key, row);
  }

  /** Puts a row there as another version of the extension may have left it, without counting. */
  put(row: StoredRow) {
    this.#rows.set(row.key, row);
  }

  delete(key: string) {
    this.#rows.delete(key);
  }

  /** From now on the key is one that was never written. */
  forgetWrites(key: string) {
    this.#writes.delete(key);
  }

  clear() {
    this.#rows.clear();
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
export function createStorageTwin(rows: SharedRows, calls: StorageCall[] = []): DeskStorage {
  return {
    async read(key) {
      calls.push({ call: 'read', keys: [key] });
      return ok(copyOf(rows.get(key)) ?? null);
    },
    async readAll(queriableValue) {
      calls.push({ call: 'readAll', keys: [queriableValue] });
      const found = rows.values().filter((row) => row.queriableValue === queriableValue);
      return ok(found.map((row) => structuredClone(row)));
    },
    async write(given) {
      calls.push({ call: 'write', keys: given.map(({ key }) => key) });
      const isAccepted = given.length > 0 && given.length <= maxRowsPerWrite && given.every(isValid);
      if (!isAccepted) return refused;
      for (const { key, queriableValue, value } of given)
        rows.set(key, { key, queriableValue, value: JSON.parse(JSON.stringify(value)) });
      return ok(undefined);
    },
    async remove(key) {
      calls.push({ call: 'remove', keys: [key] });
      rows.delete(key);
      return ok(undefined);
    },
  };
}

const refused: DeskResult<void> = failure({ kind: 'storageRefused', detail: 'Invalid Payload' });

function copyOf(row: StoredRow | undefined): StoredRow | undefined {
  return row && structuredClone(row);
}

function isValid({ key, queriableValue, value }: NewRow): boolean {
  const isKey = (text: string) => /^[a-zA-Z0-9_,:]{1,50}$/.test(text);
  const size = new TextEncoder().encode(JSON.stringify(value)).length;
  return isKey(key) && isKey(queriableValue) && size <= largestValue;
}
