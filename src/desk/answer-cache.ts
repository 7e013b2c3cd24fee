import { type BrowserStorage, openBrowserStorage } from '../base/browser-storage';
import { isRecord, parseJson } from '../base/json';

/** How long an answer may be used again, in milliseconds, by what it is about. */
export const cacheFor = { people: 15 * 60_000, settings: 24 * 60 * 60_000 } as const;
export type CacheFor = keyof typeof cacheFor;

/** The body of one of Desk's answers, which may be empty, and when it came (milliseconds since 1970). */
interface CachedAnswer {
  readonly body: unknown;
  readonly at: number;
}

/** Answers by key, for as long as they may be used again. */
interface AnswerCache {
  get(key: string): CachedAnswer | undefined;
  set(key: string, body: unknown): void;
}

export type AnswerCaches = Readonly<Record<CacheFor, AnswerCache>>;

/**
 * The caches of one portal. Answers about people stay within the tab; only the portal's settings, which are no secret
 * and hardly ever change, outlive it.
 */
export function openAnswerCaches(portalName: string): AnswerCaches {
  const session = openBrowserStorage(() => sessionStorage);
  const local = openBrowserStorage(() => localStorage);
  return {
    people: createAnswerCache(`contacts ${portalName}`, cacheFor.people, session),
    settings: createAnswerCache(`field ${portalName}`, cacheFor.settings, local),
  };
}

/**
 * Keeps answers in memory and in a browser storage, so that they outlive a reload of the frame. `name` is put before
 * every key. What is older than `lifetime` (milliseconds) is thrown away.
 */
export function createAnswerCache(name: string, lifetime: number, storage: BrowserStorage): AnswerCache {
  const memory = new Map<string, CachedAnswer>();
  const isFresh = ({ at }: CachedAnswer) => at <= Date.now() && Date.now() - at < lifetime;
  attempt(() => removeStored((stored) => !stored || !isFresh(stored)));

  return {
    get(key) {
      const cached = memory.get(key) ?? attempt(() => readStored(name + key));
      if (!cached || !isFresh(cached)) return undefined;
      memory.set(key, cached);
      return cached;
    },
    set(key, body) {
      const cached = { at: Date.now(), body };
      memory.set(key, cached);
      try {
        storage?.setItem(name + key, JSON.stringify(cached));
      } catch {
        // The storage is full: memory still holds the answer, and the older ones make room for newer ones.
        attempt(() => removeStored(() => true));
      }
    },
  };

  function readStored(key: string): CachedAnswer | undefined {
    const text = storage?.getItem(key);
    const stored = text ? parseJson(text) : undefined;
    return isRecord(stored) && typeof stored.at === 'number'
      ? { at: stored.at, body: stored.body }
      : undefined;
  }

  function removeStored(isDue: (stored: CachedAnswer | undefined) => boolean) {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
    for (const key of keys) if (key.startsWith(name) && isDue(readStored(key))) storage?.removeItem(key);
  }
}

/** Browsers may forbid a storage at any time, and it then throws: memory goes on without it. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
