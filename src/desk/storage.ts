import { isRecord, type Json, parseJson } from '../base/json';
import { failure, ok } from '../base/result';
import { sleep, withTimeLimit } from '../base/time';
import type { Desk } from './desk';
import type { DeskError, DeskResult } from './desk-error';
import { timeLimit } from './read-api';

/** A record of the extension's storage. Keys: letters, digits, `,` `_` `:`, at most 50 characters. */
export interface StoredRecord {
  readonly key: string;
  /** What records are asked for by, beside their keys. */
  readonly queriableValue: string;
  /** An object of up to 5.1 KB; `null` where something else lies there. */
  readonly value: Json | null;
}

/**
 * The extension's own storage in Desk, shared by its users (https://www.zoho.com/desk/extensions/guide/data-storage.html).
 * Never rejects: what went wrong is an error of the result.
 */
export interface DeskStorage {
  /** The record under `key`, or `null` where there is none. */
  read(key: string): Promise<DeskResult<StoredRecord | null>>;
  /** All records with this `queriableValue`. */
  readAll(queriableValue: string): Promise<DeskResult<readonly StoredRecord[]>>;
  /** Writes these records in one go, at most `mostAtOnce`; the ones that lie under their keys are replaced. */
  write(records: readonly (StoredRecord & { readonly value: Json })[]): Promise<DeskResult<void>>;
  remove(key: string): Promise<DeskResult<void>>;
  /** Waits until a write, with what has to be read for it, or the removal of two records can go through without a pause. */
  whenFree(): Promise<void>;
}

/** The most records that one call writes (https://www.zoho.com/desk/extensions/guide/create-data.html). */
export const mostAtOnce = 10;

/** What one record holds at most: 5.1 KB, read strictly and with some room. */
export const largestValue = 5000;

/** Records of one page: what Desk's own sample asks for, and what it gives unasked, which every limit allows. */
const pageSize = 100;
const surePageSize = 20;

/** Calls that Desk takes in a minute. */
const mostPerMinute = { reads: 250, writes: 50, removals: 50 } as const;

export function createStorage({ portal: { zohoDesk } }: Pick<Desk, 'portal'>): DeskStorage {
  const reads = createPace(mostPerMinute.reads);
  const writes = createPace(mostPerMinute.writes);
  const removals = createPace(mostPerMinute.removals);
  const get = async (query: object): Promise<DeskResult<Page>> => {
    await reads.turn();
    const answer = await send(() => zohoDesk.get('database', query));
    return answer.ok ? rowsOf(answer.value) : answer;
  };

  return {
    async read(key) {
      const answer = await get({ key });
      return answer.ok ? ok(answer.value.rows.find((row) => row.key === key) ?? null) : answer;
    },

    async readAll(queriableValue) {
      const all = new Map<string, StoredRecord>();
      for (let from = 0; ; ) {
        const answer = await get({ queriableValue, from, limit: pageSize });
        if (!answer.ok) return answer;
        const { rows, count } = answer.value;
        const before = all.size;
        for (const row of rows) all.set(row.key, row);
        from += count;
        // The highest limit that Desk takes is not documented: only a page that no limit cuts is surely the last.
        if (count < surePageSize || all.size === before) break;
      }
      return ok([...all.values()].filter((row) => row.queriableValue === queriableValue));
    },

    async whenFree() {
      await reads.room(2 * mostAtOnce);
      await writes.room(1);
      await removals.room(2);
    },

    async write(records) {
      await writes.turn();
      const value = records.length === 1 ? records[0] : records;
      const answer = await send(async () => zohoDesk.set('database', value ?? []));
      return answer.ok ? ok(undefined) : answer;
    },

    async remove(key) {
      await removals.turn();
      const answer = await send(async () => zohoDesk.delete('database', { key }));
      return answer.ok ? ok(undefined) : answer;
    },
  };
}

/** `count`: with the rows that cannot be read. */
interface Page {
  readonly rows: readonly StoredRecord[];
  readonly count: number;
}

/** `{'database.get': {}}` where nothing is found, else `{data: [{key, value, queriableValue}]}` (both seen in public extensions). */
function rowsOf(answer: Json): DeskResult<Page> {
  const found = answer['database.get'];
  const rows = isRecord(found) ? (found.data ?? []) : null;
  // Nothing is taken for empty that could not be read: it would be written over.
  if (!Array.isArray(rows)) return failure({ kind: 'unreadable' });
  return ok({
    count: rows.length,
    rows: rows.flatMap((row) => {
      if (!isRecord(row) || typeof row.key !== 'string') return [];
      const value = typeof row.value === 'string' ? parseJson(row.value) : row.value;
      const queriableValue = typeof row.queriableValue === 'string' ? row.queriableValue : '';
      return [{ key: row.key, queriableValue, value: isRecord(value) ? value : null }];
    }),
  });
}

async function send(call: () => Promise<unknown>): Promise<DeskResult<Json>> {
  const answer = Promise.resolve()
    .then(call)
    .then(
      (told): DeskResult<Json> => (isRefusal(told) ? failure(errorOf(told)) : ok(isRecord(told) ? told : {})),
      (reason: unknown) => failure(errorOf(reason)),
    );
  return withTimeLimit(answer, timeLimit, () => failure({ kind: 'timeout' }));
}

/** What Desk says to writing several records, and to removing, is not documented: all is well that is no error. */
function isRefusal(told: unknown): boolean {
  if (!isRecord(told)) return false;
  const isError = ['errMsg', 'error', 'errorCode', 'error_code'].some((name) => Boolean(told[name]));
  return isError || Number(told.statusCode) >= 400 || /^(error|fail)/i.test(String(told.status ?? ''));
}

/** Only the words for a storage that is off are documented; the others are read for what they mean. */
function errorOf(told: unknown): DeskError {
  const words = textOf(told);
  if (/not enabled/i.test(words)) return { kind: 'storageOff' };
  if (globalThis.navigator?.onLine === false) return { kind: 'offline' };
  if (/too many|rate.?limit|per minute|throttl|threshold|(?<!\d)429(?!\d)/i.test(words))
    return { kind: 'storageBusy' };
  return { kind: 'storageRefused', detail: words };
}

function textOf(told: unknown): string {
  if (typeof told === 'string') return told;
  if (told instanceof Error) return told.message;
  try {
    return JSON.stringify(told) ?? '';
  } catch {
    return isRecord(told) ? String(told.errMsg ?? told.message ?? '') : ''; // a bigint, or an object within itself
  }
}

interface Pace {
  turn(): Promise<void>;
  /** Waits until so many can go through at once, and takes no turn. */
  room(count: number): Promise<void>;
}

/** Lets so many through in a minute, and makes the others wait: 80 removals take a while, but none is refused. */
function createPace(most: number): Pace {
  let recent: number[] = [];
  return {
    async turn() {
      for (let pause = pauseFor(1); pause > 0; pause = pauseFor(1)) await sleep(pause / 1000);
      recent.push(Date.now());
    },
    async room(count) {
      for (let pause = pauseFor(count); pause > 0; pause = pauseFor(count)) await sleep(pause / 1000);
    },
  };

  /** How long it takes until one more may be free, in milliseconds; 0 where there is room already. */
  function pauseFor(count: number): number {
    const now = Date.now();
    recent = recent.filter((at) => at > now - 60_000);
    const [first] = recent;
    return first === undefined || recent.length + count <= most ? 0 : first + 60_001 - now;
  }
}
