/** A row of the extension's storage, as Desk gives it back. */
export interface StoredRow {
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

/** The extension's rows, by key; `null` where the manifest does not ask for storage. */
export type Rows = Map<string, StoredRow> | null;

/** Where rows lie: a `Map`, or a browser's storage (`rowsIn`). Bridges may share one. */
export interface RowShelf {
  values(): Iterable<StoredRow>;
  set(key: string, row: StoredRow): unknown;
  delete(key: string): unknown;
}

/** A request that reached the storage, be it answered, refused or left without an answer. */
export interface StorageRequest {
  readonly call: StorageCallName;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly options: unknown;
}

export type StorageCallName = 'get' | 'set' | 'delete';

/** Requests that Desk takes in a minute (https://www.zoho.com/desk/extensions/guide/data-storage.html). */
export const storageRates = { get: 250, set: 50, delete: 50 } as const;

/** The most that one row may hold, in bytes: 5.1 KB, read strictly. */
export const largestValue = 5100;

const mostAtOnce = 10;
const longestPage = 100;
const keyPattern = /^[a-zA-Z0-9_,:]{1,50}$/;

/** How the storage refuses; Desk's own words are known only for `off` and `invalid`. */
export const storageRefusals = {
  off: { errMsg: 'Storage not enabled in plugin-manifest.json.' },
  invalid: { errMsg: 'Invalid Payload' },
  tooMany: { errMsg: 'Too many storage requests in a minute' },
  full: { errMsg: 'Storage limit exceeded' },
  failed: { errMsg: 'Internal error' },
  noData: { errMsg: 'No Data Found' },
} as const;

/** What becomes of a call, given what the storage would usually do. It may remember the calls before. */
export type StorageResponse = (call: StorageCallName, usual: () => unknown) => unknown;

const usually: StorageResponse = (_, usual) => usual();

function refuses(isMeant: (call: StorageCallName) => boolean, refusal: object): StorageResponse {
  return (call, usual) => {
    if (isMeant(call)) throw refusal;
    return usual();
  };
}

/** How the storage may work, by the name that the page's address and the tests use; made afresh for each page. */
const modes = {
  on: () => usually,
  /** As `on`: what is shared is the shelf that the page takes. */
  shared: () => usually,
  off: () => refuses(() => true, storageRefusals.off),
  full: () => refuses((call) => call === 'set', storageRefusals.full),
  slow: () => async (_, usual) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    return usual();
  },
  busy: () => {
    let sets = 0;
    return refuses((call) => call === 'set' && ++sets <= 2, storageRefusals.tooMany);
  },
  silent: () => () => new Promise(() => {}),
  readsFail: () => refuses((call) => call === 'get', storageRefusals.failed),
  /** Nothing found is a refusal, as it is for what the page knows. */
  emptyRefused: () => (_, usual) => {
    const answer = usual();
    if (JSON.stringify(answer) === '{"database.get":{}}') throw storageRefusals.noData;
    return answer;
  },
} satisfies Record<string, () => StorageResponse>;

export type StorageMode = keyof typeof modes;
export const storageModes = Object.keys(modes) as StorageMode[];

export interface StorageOptions {
  /** Its name, or what becomes of its calls. */
  readonly mode?: StorageMode | StorageResponse;
  /** Told of every request, before anything becomes of it. */
  readonly onRequest?: ((request: StorageRequest) => void) | undefined;
}

/**
 * The extension's storage over `rows`, which bridges may share as the users of an installation do. Refuses what
 * Desk refuses. A call does all it does in one go, so that no other comes between.
 */
export function createStorage(rows: RowShelf, { mode = 'on', onRequest }: StorageOptions = {}) {
  const respond: StorageResponse = typeof mode === 'function' ? mode : modes[mode]();
  const recent = { get: [] as number[], set: [] as number[], delete: [] as number[] };
  const usual: Record<StorageCallName, (options: unknown) => unknown> = {
    get(options) {
      const { from = 0, limit = 20, ...wanted } = readObject(options);
      if (!isWhole(from, 0, Number.MAX_SAFE_INTEGER) || !isWhole(limit, 1, longestPage))
        throw storageRefusals.invalid;
      const found = matching(rows, wanted).slice(from, from + limit);
      return { 'database.get': found.length ? { data: found } : {} };
    },

    set(value) {
      const given = Array.isArray(value) ? value : [value];
      if (!given.length || given.length > mostAtOnce) throw storageRefusals.invalid;
      const accepted = given.map(readRow);
      for (const row of accepted) rows.set(row.key, row);
      return { 'database.set': Array.isArray(value) ? accepted : accepted[0] };
    },

    delete(options) {
      for (const { key } of matching(rows, readObject(options))) rows.delete(key);
      return { 'database.delete': {} };
    },
  };
  return { get: taker('get'), set: taker('set'), delete: taker('delete') };

  function taker(call: StorageCallName): (options: unknown) => Promise<unknown> {
    return async (options) => {
      onRequest?.({ call, at: Date.now(), options });
      return respond(call, () => {
        count(call);
        return usual[call](options);
      });
    };
  }

  /** Counts requests, however many rows each is about. */
  function count(call: StorageCallName) {
    const now = Date.now();
    recent[call] = recent[call].filter((time) => time > now - 60_000);
    if (recent[call].length >= storageRates[call]) throw storageRefusals.tooMany;
    recent[call].push(now);
  }
}

const itemPrefix = 'local-desk:database:';

/**
 * Records in a browser's storage, read anew whenever they are asked for. Each is an item of its own: tabs see what
 * others write a moment late, and one list of all, written back by two tabs at once, would lose a row of either.
 */
export function rowsIn(storage: Storage): RowShelf {
  return {
    values: () => items().map(({ row }) => row),
    set(key, row) {
      const all = items();
      const known = all.find((item) => item.row.key === key);
      const place = known?.place ?? (all.at(-1)?.place ?? 0) + 1;
      storage.setItem(itemPrefix + key, JSON.stringify({ place, row } satisfies Item));
    },
    delete: (key) => storage.removeItem(itemPrefix + key),
  };

  /** In the order in which their keys came, as a `Map` has them: a browser's storage promises none. */
  function items(): Item[] {
    return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      .filter((name) => name.startsWith(itemPrefix))
      .map((name): Item => JSON.parse(storage.getItem(name) ?? ''))
      .sort((a, b) => a.place - b.place || (a.row.key < b.row.key ? -1 : 1));
  }
}

interface Item {
  readonly place: number;
  readonly row: StoredRow;
}

function matching(rows: RowShelf, wanted: Record<string, unknown>): StoredRow[] {
  const { key, queriableValue } = wanted;
  const asked = [key, queriableValue].filter((value) => value !== undefined);
  if (!asked.length || !asked.every(isKey)) throw storageRefusals.invalid;
  return [...rows.values()].filter(
    (row) =>
      (key === undefined || row.key === key) &&
      (queriableValue === undefined || row.queriableValue === queriableValue),
  );
}

function readRow(told: unknown): StoredRow {
  const { key, value, queriableValue } = readObject(told);
  if (!isKey(key) || !isKey(queriableValue)) throw storageRefusals.invalid;
  const text = JSON.stringify(readObject(value));
  if (new TextEncoder().encode(text).length > largestValue) throw storageRefusals.invalid;
  return { key, value: JSON.parse(text), queriableValue };
}

function readObject(told: unknown): Record<string, unknown> {
  if (typeof told !== 'object' || told === null || Array.isArray(told)) throw storageRefusals.invalid;
  return { ...told };
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && keyPattern.test(value);
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
