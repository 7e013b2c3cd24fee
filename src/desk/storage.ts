import type { Desk } from './desk';
import { isRecord, parseJson } from './json';

/**
 * The extension's own storage in Desk, shared by its users (https://www.zoho.com/desk/extensions/guide/data-storage.html).
 * Keys: letters, digits, `,` `_` `:`, at most 50 characters. Values: objects of up to 5.1 KB.
 */
export interface DeskStorage {
  /** The value under `key`, or `null` where there is none. Rejects where storage is off or fails. */
  read(key: string): Promise<Readonly<Record<string, unknown>> | null>;
  /** Rejects where storage is off, full or fails. */
  write(key: string, value: object): Promise<void>;
}

export function createStorage({ portal: { zohoDesk } }: Pick<Desk, 'portal'>): DeskStorage {
  return {
    async read(key) {
      const answer = await zohoDesk.get('database', { key });
      const found = isRecord(answer) ? answer['database.get'] : null;
      // Nothing found is `{}`; found is `{data: [{key, value}]}` (both seen in public extensions).
      const rows = isRecord(found) && Array.isArray(found.data) ? found.data : [];
      const row = rows.find((entry) => isRecord(entry) && entry.key === key);
      const value = isRecord(row) ? row.value : null;
      const parsed = typeof value === 'string' ? parseJson(value) : value;
      return isRecord(parsed) ? parsed : null;
    },
    async write(key, value) {
      // A queriable value is mandatory; the kind of record is all that is ever asked for by it.
      await zohoDesk.set('database', { key, value, queriableValue: key.split(':')[0] });
    },
  };
}
