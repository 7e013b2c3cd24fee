import { type BrowserStorage, openBrowserStorage } from '../base/browser-storage';
import { isRecord, parseJson } from '../base/json';

/** How long an answer may be used again, in milliseconds, by what it is about. */
export const cacheFor = { people: 15 * 60_000, settings: 24 * 60 * 60_000 } as const;
export type CacheFor = keyof typeof cacheFor;

/**
 * Bodies of Desk's answers, by key, with the time they came (milliseconds since 1970). `undefined` for none; a cached
 * body may itself be empty.
 */
export interface AnswerCache {
  get(key: string): { readonly body: unknown; readonly at: number } | undefined;
  set(key: string, body: unknown): void;
}

export type AnswerCaches = Readonly<Record<CacheFor, AnswerCache>>;

/**
 * The caches of one portal. Answers about people stay within the tab; only the portal's settings, which are no secret
 * and hardly ever change, outlive it.
 */
export function openAnswerCaches(portalName: string, now: () => number): AnswerCaches {
  const session = openBrowserStorage(() => sessionStorage);
  const local = openBrowserStorage(() => localStorage);
  return {
    people: createAnswerCache(`contacts ${portalName}`, cacheFor.people, session, now),
    settings: createAnswerCache(`field ${portalName}`, cacheFor.settings, local, now),
  };
}

/**
 * Keeps answers in memory and in a browser storage, so that they outlive a reload of the frame. `name` is put before
 * every key. What is older than `lifetime` (milliseconds) is thrown away.
 */
export function createAnswerCache(
  name: string,
  lifetime: number,
  shelf: BrowserStorage,
  now: () => number,
): AnswerCache {
  const memory = new Map<string, { readonly at: number; readonly body: unknown }>();
  const isFresh = (at: number) => at <= now() && now() - at < lifetime;
  sweep();

  return {
    get(key) {
      const kept = memory.get(key) ?? readShelf(name + key);
      if (!kept || !isFresh(kept.at)) return undefined;
      memory.set(key, kept);
      return kept;
    },
    set(key, body) {
      const kept = { at: now(), body };
      memory.set(key, kept);
      try {
        shelf?.setItem(name + key, JSON.stringify(kept));
      } catch {
        // The shelf is full: memory still holds it, and what lies there makes room for newer answers.
        sweep(() => true);
      }
    },
  };

  function readShelf(key: string): { at: number; body: unknown } | undefined {
    const text = shelf?.getItem(key);
    const kept = text ? parseJson(text) : undefined;
    return isRecord(kept) && typeof kept.at === 'number' ? { at: kept.at, body: kept.body } : undefined;
  }

  function sweep(isDue = (key: string) => !isFresh(readShelf(key)?.at ?? 0)) {
    const keys = Array.from({ length: shelf?.length ?? 0 }, (_, index) => shelf?.key(index) ?? '');
    for (const key of keys) if (key.startsWith(name) && isDue(key)) shelf?.removeItem(key);
  }
}
