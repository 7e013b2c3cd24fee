import { type ReadonlySignal, signal } from '@preact/signals';
import { attempt, keysWith, openBrowserStorage } from '../base/browser-storage';
import type { Desk } from '../desk/desk';
import type { ReadApi } from '../desk/read-api';
import { createStorage, type DeskStorage } from '../desk/storage';
import type { DecidableContacts } from './decidable-contact';
import { type LoadedLater, loadedLater } from './loaded-later';
import { createMatcherLoader, type MatcherLoader } from './matchers';
import type { RememberGroups } from './remembered-groups';

/** What the open record is made with, whichever it is: made once for a session. */
export interface Services {
  readonly readApi: ReadApi;
  readonly storage: DeskStorage;
  readonly matchers: MatcherLoader;
  readonly decisionCode: LoadedLater<DecidableContacts>;
  readonly remembering: LoadedLater<RememberGroups>;
  readonly furtherCode: LoadedLater<FurtherCode>;
  /** Whether the extension's storage remembers opened groups. */
  readonly canRemember: ReadonlySignal<boolean>;
  /** Whether the browser keeps decisions that did not reach the storage. */
  hasUnsavedDecisions(): boolean;
}

/** What looks further: it loads later. */
type FurtherCode = typeof import('./look-further');

/** `portalKey` keeps what lies in the browser apart by portal. */
export function createServices(desk: Desk, readApi: ReadApi, portalKey: string): Services {
  const storage = createStorage(desk);
  const matchers = createMatcherLoader(desk.portal.dataCenter);
  const canRemember = signal(true);
  const tab = openBrowserStorage(() => sessionStorage);
  const outboxName = `decision ${portalKey} `;
  return {
    readApi,
    storage,
    matchers,
    canRemember,
    hasUnsavedDecisions: () => (attempt(() => keysWith(outboxName, tab)) ?? []).length > 0,
    decisionCode: loadedLater(async () => {
      const { createDecidableContacts } = await import('./decidable-contact');
      return createDecidableContacts({
        readApi,
        matchers,
        storage,
        desk,
        tab,
        outboxName,
        now: () => Date.now(),
      });
    }),
    furtherCode: loadedLater(() => import('./look-further')),
    remembering: loadedLater(async () => {
      const { createGroupMemory, createRememberedGroups } = await import('./remembered-groups');
      const memory = createGroupMemory(storage, canRemember);
      return (options) => createRememberedGroups(memory, options);
    }),
  };
}
