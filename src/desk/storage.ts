import { pause } from '../base/abort';
import { isRecord, type Json, parseJson, toJsonText } from '../base/json';
import { failure, ok } from '../base/result';
import { withTimeLimit } from '../base/time';
import { refusalNames } from './answer';
import type { Desk } from './desk';
import type { DeskError, DeskResult } from './desk-error';
import { timeLimit } from './read-api';
import { readText } from './read-value';

/** A row of the extension's storage. Keys: letters, digits, `,` `_` `:`, at most 50 characters. */
export interface StoredRow {
  readonly key: string;
  /** Rows can be looked up by this value as well as by their key. */
  readonly queriableValue: string;
  /** An object of up to 5.1 KB; `null` if the value is something else. */
  readonly value: Json | null;
}

/** A row to be written. */
export interface NewRow extends StoredRow {
  readonly value: Json;
}

/**
 * The extension's own storage in Desk, shared by its users (https://www.zoho.com/desk/extensions/guide/data-storage.html).
 * Never rejects: what went wrong is an error of the result.
 */
export interface DeskStorage {
  /** The row under `key`, or `null` if there is none. One that waits for its turn is given up with the signal. */
  read(key: string, signal?: AbortSignal): Promise<DeskResult<StoredRow | null>>;
  /** All rows with this `queriableValue`. */
  readAll(queriableValue: string, signal?: AbortSignal): Promise<DeskResult<readonly StoredRow[]>>;
  /** Writes up to `maxRowsPerWrite` rows in one call; existing rows with these keys are replaced. */
  write(rows: readonly NewRow[]): Promise<DeskResult<void>>;
  remove(key: string): Promise<DeskResult<void>>;
}

/** The `queriableValue` that finds all decisions about a contact (decision-rows.ts). */
export function decisionsAbout(contactId: string): string {
  return `c:${contactId}`;
}

/** The most rows that one call writes (https://www.zoho.com/desk/extensions/guide/create-data.html). */
export const maxRowsPerWrite = 10;

/** The most bytes that a row's value may have: Desk says 5.1 KB; this leaves some room. */
export const largestValue = 5000;

/** Rows per page: what Desk's own sample asks for, and what it returns by default, which is surely allowed. */
const pageSize = 100;
const surePageSize = 20;

/** For whoever waits as long as it takes. */
const never = new AbortController().signal;

/** Calls that Desk takes in a minute (https://www.zoho.com/desk/extensions/guide/data-storage.html). */
const maxCallsPerMinute = { reads: 250, writes: 50, removals: 50 } as const;

export function createStorage({ portal: { zohoDesk } }: Pick<Desk, 'portal'>): DeskStorage {
  const reads = createRateLimiter(maxCallsPerMinute.reads);
  const writes = createRateLimiter(maxCallsPerMinute.writes);
  const removals = createRateLimiter(maxCallsPerMinute.removals);
  const get = async (query: object, signal = never): Promise<DeskResult<Page>> => {
    await reads.acquire(signal);
    if (signal.aborted) return failure({ kind: 'canceled' });
    const answer = await send(() => zohoDesk.get('database', query));
    if (answer.ok) return rowsOf(answer.value);
    // Desk's words for a property without a value (seen in Desk's web client); it may say so of the storage as well.
    const isEmpty = answer.error.kind === 'storageRefused' && /no data found/i.test(answer.error.detail);
    return isEmpty ? ok({ count: 0, rows: [] }) : answer;
  };

  return {
    async read(key, signal) {
      const answer = await get({ key }, signal);
      return answer.ok ? ok(answer.value.rows.find((row) => row.key === key) ?? null) : answer;
    },

    async readAll(queriableValue, signal) {
      const all = new Map<string, StoredRow>();
      for (let from = 0; ; ) {
        const answer = await get({ queriableValue, from, limit: pageSize }, signal);
        if (!answer.ok) return answer;
        const { rows, count } = answer.value;
        const before = all.size;
        for (const row of rows) all.set(row.key, row);
        from += count;
        // The highest limit that Desk accepts is not documented, so only a page below the default size is surely the last.
        if (count < surePageSize || all.size === before) break;
      }
      return ok([...all.values()].filter((row) => row.queriableValue === queriableValue));
    },

    async write(rows) {
      await writes.acquire();
      const value = rows.length === 1 ? rows[0] : rows;
      const answer = await send(async () => zohoDesk.set('database', value ?? []));
      return answer.ok ? ok(undefined) : answer;
    },

    async remove(key) {
      await removals.acquire();
      const answer = await send(async () => zohoDesk.delete('database', { key }));
      return answer.ok ? ok(undefined) : answer;
    },
  };
}

/** `count` includes the rows that cannot be read. */
interface Page {
  readonly rows: readonly StoredRow[];
  readonly count: number;
}

/** `{'database.get': {}}` where nothing is found, else `{data: [{key, value, queriableValue}]}` (both seen in public extensions). */
function rowsOf(answer: Json): DeskResult<Page> {
  const found = answer['database.get'];
  const rows = isRecord(found) ? (found.data ?? []) : null;
  // Don't treat unreadable as empty: the panel would show contacts that were decided on.
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
      (raw): DeskResult<Json> => (isRefusal(raw) ? failure(errorOf(raw)) : ok(isRecord(raw) ? raw : {})),
      (reason: unknown) => failure(errorOf(reason)),
    );
  return withTimeLimit(answer, timeLimit, () => failure({ kind: 'timeout' }));
}

/** What Desk says to writing several rows, and to removing, is not documented: all is well that is no error. */
function isRefusal(raw: unknown): boolean {
  if (!isRecord(raw)) return false;
  const isError = [...refusalNames, 'error', 'errorCode', 'error_code'].some((name) => Boolean(raw[name]));
  return (
    isError || Number(readText(raw.statusCode)) >= 400 || /^(error|fail)/i.test(readText(raw.status) ?? '')
  );
}

/** Only the words for a storage that is off are documented; the others are read for what they mean. */
function errorOf(raw: unknown): DeskError {
  const words = wordsOf(raw);
  if (/not enabled/i.test(words)) return { kind: 'storageOff' };
  if (globalThis.navigator?.onLine === false) return { kind: 'offline' };
  if (/too many|rate.?limit|per minute|throttl|threshold|(?<!\d)429(?!\d)/i.test(words))
    return { kind: 'storageBusy' };
  return { kind: 'storageRefused', detail: words };
}

function wordsOf(raw: unknown): string {
  if (typeof raw === 'string') return raw;
  if (raw instanceof Error) return raw.message;
  return toJsonText(raw) || (isRecord(raw) && readText(raw.errMsg ?? raw.message)) || '';
}

interface RateLimiter {
  /** Waits until one more call is allowed, and counts it, unless the signal is aborted by then. */
  acquire(signal?: AbortSignal): Promise<void>;
}

/** At most `most` calls a minute; the rest wait, first come, first served. */
function createRateLimiter(most: number): RateLimiter {
  let recent: number[] = [];
  return {
    async acquire(signal = never) {
      for (let wait = pauseNow(); wait > 0 && !signal.aborted; wait = pauseNow())
        await pause(wait / 1000, signal);
      if (!signal.aborted) recent.push(Date.now());
    },
  };

  /** How long to wait until a call may be allowed, in milliseconds. */
  function pauseNow(): number {
    const now = Date.now();
    recent = recent.filter((at) => at > now - 60_000);
    const [first] = recent;
    return first === undefined || recent.length < most ? 0 : first + 60_001 - now;
  }
}
