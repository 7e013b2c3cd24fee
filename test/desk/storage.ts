/** A record of the extension's storage, as Desk gives it back. */
export interface StoredRecord {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly queriableValue: string;
}

/** What `ZOHODESK` offers for the storage, beside what zohodesk.ts declares of it. */
export interface StorageCalls {
  get(property: string, options?: object): Promise<unknown>;
  set(property: string, value: object): Promise<unknown>;
  delete(property: string, options: object): Promise<unknown>;
}

/** The extension's records, by key; `null` where the manifest does not ask for storage. */
export type Records = Map<string, StoredRecord> | null;

/** Requests that Desk takes in a minute (https://www.zoho.com/desk/extensions/guide/data-storage.html). */
export const storageRates = { get: 250, set: 50, delete: 50 } as const;

/** The most that one record may hold, in bytes: 5.1 KB, read strictly. */
export const largestValue = 5100;

const mostAtOnce = 10;
const longestPage = 100;
const keyPattern = /^[a-zA-Z0-9_,:]{1,50}$/;

/**
 * The extension's storage over `records`, which bridges may share as the users of an installation do. Refuses what
 * Desk refuses; its words for it are known only where storage is off, and where nothing is asked by.
 */
export function createStorage(records: Records) {
  const recent = { get: [] as number[], set: [] as number[], delete: [] as number[] };

  return {
    get(options: unknown) {
      const all = open('get');
      const { from = 0, limit = 20, ...wanted } = readObject(options);
      if (!isWhole(from, 0, Number.MAX_SAFE_INTEGER) || !isWhole(limit, 1, longestPage)) throw refused();
      const found = matching(all, wanted).slice(from, from + limit);
      return { 'database.get': found.length ? { data: found } : {} };
    },

    set(value: unknown) {
      const all = open('set');
      const given = Array.isArray(value) ? value : [value];
      if (!given.length || given.length > mostAtOnce) throw refused();
      const accepted = given.map(readRecord);
      for (const record of accepted) all.set(record.key, record);
      return { 'database.set': Array.isArray(value) ? accepted : accepted[0] };
    },

    delete(options: unknown) {
      const all = open('delete');
      const removed = matching(all, readObject(options));
      for (const { key } of removed) all.delete(key);
      return { 'database.delete': {} };
    },
  };

  function open(call: keyof typeof storageRates): Map<string, StoredRecord> {
    if (!records) throw { errMsg: 'Storage not enabled in plugin-manifest.json.' };
    const now = Date.now();
    recent[call] = recent[call].filter((time) => time > now - 60_000);
    if (recent[call].length >= storageRates[call]) throw { errMsg: 'Too many storage requests in a minute' };
    recent[call].push(now);
    return records;
  }
}

function matching(records: Map<string, StoredRecord>, wanted: Record<string, unknown>): StoredRecord[] {
  const { key, queriableValue } = wanted;
  const asked = [key, queriableValue].filter((value) => value !== undefined);
  if (!asked.length || !asked.every(isKey)) throw refused();
  return [...records.values()].filter(
    (record) =>
      (key === undefined || record.key === key) &&
      (queriableValue === undefined || record.queriableValue === queriableValue),
  );
}

function readRecord(told: unknown): StoredRecord {
  const { key, value, queriableValue } = readObject(told);
  if (!isKey(key) || !isKey(queriableValue)) throw refused();
  const text = JSON.stringify(readObject(value));
  if (new TextEncoder().encode(text).length > largestValue) throw refused();
  return { key, value: JSON.parse(text), queriableValue };
}

function readObject(told: unknown): Record<string, unknown> {
  if (typeof told !== 'object' || told === null || Array.isArray(told)) throw refused();
  return { ...told };
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && keyPattern.test(value);
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function refused() {
  return { errMsg: 'Invalid Payload' };
}
