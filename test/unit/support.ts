import { vi } from 'vitest';
import manifest from '../../plugin-manifest.json';
import { createReadApi, type ReadApi } from '../../src/desk/read-api';
import { compareParsedNames } from '../../src/duplicates/names/compare-names';
import type { NameComparison } from '../../src/duplicates/names/name-comparison';
import type { NameTables } from '../../src/duplicates/names/name-tables';
import { type NameFields, parseName } from '../../src/duplicates/names/parse-name';
import { comparePhones, type PhoneMatch } from '../../src/duplicates/phones/compare-phones';
import { parsePhone, type ToE164 } from '../../src/duplicates/phones/parse-phone';
import { createBridge } from '../desk/bridge';
import { createSamplePortal } from '../desk/portal';
import type { RowShelf, StorageMode, StorageRequest } from '../desk/storage';
import { worlds } from '../desk/worlds';

/** A browser storage in memory, with room for so many entries. */
export function createShelf(room = Number.POSITIVE_INFINITY): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem(key, value) {
      if (!entries.has(key) && entries.size >= room) throw new DOMException('no room', 'QuotaExceededError');
      entries.set(key, value);
    },
    removeItem(key) {
      entries.delete(key);
    },
    clear: () => entries.clear(),
  };
}

/** The keys of everything that lies on a shelf. */
export function keysOn(shelf: Storage): string[] {
  return Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
}

/** The API as it is, over a bridge that gives these raw answers one after the other. */
export function apiOver(...answers: readonly unknown[]): ReadApi {
  const left = [...answers];
  return createReadApi({
    zohoDesk: {
      extension: { onload: async () => ({}) },
      get: async () => ({}),
      set: async () => ({}),
      delete: async () => ({}),
      request: async () => left.shift(),
    },
    origin: 'https://desk.zoho.eu',
    dataCenter: 'EU',
    orgId: '60012345',
  });
}

const portal = createSamplePortal();

/** The local Desk's bridge, of which only the storage is used; `requests` collects what reaches it. */
export function storageBridge(
  records: RowShelf | null,
  storageMode: StorageMode,
  requests: StorageRequest[],
) {
  return createBridge({
    portal,
    manifest,
    world: worlds.usual(),
    app: () => ({}),
    page: () => ({}),
    storage: records,
    storageMode,
    onStorageRequest: (request) => requests.push(request),
  });
}

/** Lets everything happen that waits for nothing but its turn; needs fake timers. */
export async function settle(milliseconds = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

/** What a structured clone may hold, and `String` and `Number` throw at. */
export const hostile = { toString: 'none', valueOf: 'none' };

/** An object or a list within another one of its kind under this name, thousands of times. */
export function nested<Inner extends object>(inner: Inner, name: string, times = 20_000): Inner {
  let outer = inner;
  for (let depth = 0; depth < times; depth++) {
    const next = Array.isArray(inner) ? [] : {};
    outer = Object.assign(next, { [name]: outer }) as Inner;
  }
  return outer;
}

/** The object within itself, which structured clones may be. */
export function within<Outer extends object>(outer: Outer): Outer {
  return Object.assign(outer, { itself: outer });
}

/** All orders of a few entries. */
export function ordersOf<Entry>(entries: readonly Entry[]): Entry[][] {
  if (entries.length < 2) return [[...entries]];
  return entries.flatMap((first, index) =>
    ordersOf(entries.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

/** Compares two names that stand in fields: see `compareParsedNames`. */
export function compareNames(a: NameFields, b: NameFields, tables: NameTables | null): NameComparison {
  return compareParsedNames(parseName(a), parseName(b), tables);
}

/** How two phone numbers match, as texts. */
export function matchPhones(a: string, b: string, toE164: ToE164 | null): PhoneMatch | null {
  const [one, other] = [parsePhone(a, toE164), parsePhone(b, toE164)];
  return one && other && comparePhones(one, other);
}

/** What could be sent in place of an id, and would change the address of a call, or name several contacts. */
export const noIds = [
  '',
  '.',
  '..',
  '../accounts/42',
  'a/b',
  '42/statistics',
  '42?fields=all',
  '42#top',
  '%2e%2e',
  '1,2',
  '4 2',
  '<b>42</b>',
  'contactsByIds',
  '-42',
  '4.2',
  '4e2',
  '٤٢',
  '4'.repeat(20),
  '4'.repeat(60),
  2 ** 53,
  -42,
  4.2,
  true,
  null,
  undefined,
  ['42'],
  { id: '42' },
];
