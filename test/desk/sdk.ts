import { createClientSdk } from './client-sdk';

/*
 * Stands in for Zoho's client SDK inside the widget's frame: the same global. Served as one classic script in place
 * of the address in app/widget.html. Parameters of the frame's address that only the local Desk knows are read here,
 * since its page cannot reach into a frame of another origin.
 */

const address = new URL(location.href);
if (address.searchParams.get('browserStorage') === 'blocked') blockStorage();
else if (address.searchParams.has('forget')) forget();

Object.assign(window, { ZOHODESK: createClientSdk(window) });

/** As a browser that blocks what third parties store: asking for a storage throws. */
function blockStorage() {
  for (const name of ['sessionStorage', 'localStorage']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  }
}

/** Empties what the widget keeps, once: a reload of the frame is not to repeat it. */
function forget() {
  sessionStorage.clear();
  localStorage.clear();
  address.searchParams.delete('forget');
  history.replaceState(null, '', address);
}
