import { attempt, type BrowserStorage, keysWith, openBrowserStorage } from '../base/browser-storage';
import { createIdleQueue, type IdleQueue } from '../base/idle';
import { isRecord, parseJson, withoutLostDigits } from '../base/json';

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

/** The most answers that a cache holds in memory, each of up to a hundred contacts: a day's browsing must not pile up. */
const mostInMemory = 100;

export type AnswerCaches = Readonly<Record<CacheFor, AnswerCache>>;

/**
 * The caches of one portal. Answers about people stay within the tab; only the portal's settings, which are no secret
 * and hardly ever change, outlive it.
 */
export function openAnswerCaches(portalName: string): AnswerCaches {
  const session = openBrowserStorage(() => sessionStorage);
  const local = openBrowserStorage(() => localStorage);
  // Storing a page of a group takes long enough to hold the next one up.
  const later = createIdleQueue();
  return {
    people: createAnswerCache(`contacts ${portalName}`, cacheFor.people, session, later),
    settings: createAnswerCache(`field ${portalName}`, cacheFor.settings, local, later),
  };
}

/**
 * Keeps answers in memory and in a browser storage, so that they outlive a reload of the frame. `name` is put before
 * every key. What is older than `lifetime` (milliseconds) is thrown away. `later` says when the storage is written to.
 */
export function createAnswerCache(
  name: string,
  lifetime: number,
  storage: BrowserStorage,
  later: IdleQueue = (write) => write(),
): AnswerCache {
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
      memory.delete(key); // the oldest come first
      memory.set(key, cached);
      for (const [old, answer] of memory) {
        if (isFresh(answer) && memory.size <= mostInMemory) break;
        memory.delete(old);
      }
      later(() => store(key, cached));
    },
  };

  function store(key: string, cached: CachedAnswer) {
    try {
      storage?.setItem(name + key, JSON.stringify(cached, withoutLostDigits));
    } catch {
      // The storage is full: memory still holds the answer, and the older ones make room for newer ones.
      attempt(() => removeStored(() => true));
    }
  }

  function readStored(key: string): CachedAnswer | undefined {
    const text = storage?.getItem(key);
    const stored = text ? parseJson(text) : undefined;
    return isRecord(stored) && typeof stored.at === 'number'
      ? { at: stored.at, body: stored.body }
      : undefined;
  }

  function removeStored(isDue: (stored: CachedAnswer | undefined) => boolean) {
    for (const key of keysWith(name, storage)) if (isDue(readStored(key))) storage?.removeItem(key);
  }
}
