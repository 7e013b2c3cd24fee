/** The part of `sessionStorage` and `localStorage` that is used; `null` where the browser forbids it in a frame. */
export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | null;

/** A browser storage, or `null` where asking for it throws, as it may in a frame from another site. */
export function openBrowserStorage(open: () => Storage): BrowserStorage {
  return attempt(open) ?? null;
}

/** What `access` gives. Browsers may forbid a storage at any time, and it then throws: everything goes on without it. */
export function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}

/** The storage's keys that begin with `prefix`. */
export function keysWith(prefix: string, storage: BrowserStorage): readonly string[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}
