/** The part of `sessionStorage` and `localStorage` that is used; `null` where the browser forbids it in a frame. */
export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | null;

/** A browser storage, or `null` where asking for it throws, as it may in a frame from another site. */
export function openBrowserStorage(open: () => Storage): BrowserStorage {
  try {
    return open();
  } catch {
    return null;
  }
}
