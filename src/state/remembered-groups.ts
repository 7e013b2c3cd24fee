import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { DeskResult } from '../desk/desk-error';
import { besideKey, groupKey, groupRow, groupsIn, markerOf, markerWithout } from '../desk/remembered-group';
import type { DeskStorage } from '../desk/storage';
import { type GroupById, type GroupReference, referenceKey } from '../duplicates/group-reference';
import type { OpenedGroup } from './group-reading';

/** Groups by id that were opened beside a contact, remembered in the extension's storage for everyone. */
interface GroupMemory {
  /** The last ones that were opened; `null` where the storage cannot tell. */
  recall(contactId: string, signal?: AbortSignal): Promise<readonly GroupById[] | null>;
  /** Tells whether it is remembered. */
  remember(contactId: string, group: GroupById): Promise<boolean>;
  forget(contactId: string, group: GroupById): Promise<void>;
}

/** The most groups that are opened again at once: each costs calls of the API. */
const mostAtOnce = 10;

/** `works` is told whether the storage does; where it does not, nothing is remembered and everything else goes on. */
export function createGroupMemory(storage: DeskStorage, works: Signal<boolean>): GroupMemory {
  return {
    async recall(contactId, signal) {
      const marker = await readMarker(contactId, signal);
      if (!marker?.value) return marker && [];
      const rows = await noted(storage.readAll(besideKey(contactId), signal), signal);
      return rows && groupsIn(marker.value, rows.value).slice(-mostAtOnce);
    },
    async remember(contactId, group) {
      // Asked for just before: an earlier version may have put groups in there by now.
      const marker = await readMarker(contactId);
      if (!marker) return false;
      const row = groupRow(contactId, group, Date.now());
      return !!(await noted(storage.write(marker.value ? [row] : [markerOf(contactId), row])));
    },
    async forget(contactId, group) {
      const marker = await readMarker(contactId);
      const without = marker?.value && markerWithout(marker.value, group);
      if (without) await noted(storage.write([without]));
      const key = groupKey(contactId, group);
      // Desk may refuse to remove what is gone already.
      if ((await noted(storage.read(key)))?.value) await noted(storage.remove(key));
    },
  };

  function readMarker(contactId: string, signal?: AbortSignal) {
    return noted(storage.read(besideKey(contactId), signal), signal);
  }

  /** `null` for a failure, which is shown beside opened groups and in the diagnostics view, and for what was given up. */
  async function noted<T>(answer: Promise<DeskResult<T>>, signal?: AbortSignal) {
    const result = await answer;
    if (signal?.aborted) return null;
    works.value = result.ok;
    return result.ok ? result : null;
  }
}

interface RememberedGroupsOptions {
  readonly contactId: string;
  readonly opened: ReadonlySignal<readonly OpenedGroup[]>;
  open(reference: GroupReference): void;
  /** The keys of groups that the agent has closed by now. */
  readonly closed: ReadonlySet<string>;
}

/** Begins to remember the groups beside a contact, and opens those that were opened before. */
export type RememberGroups = (options: RememberedGroupsOptions) => RememberedGroups;

export interface RememberedGroups {
  /** Opens the groups that were opened for this contact before. */
  load(): Promise<void>;
  /** Called when the agent closes a group. */
  forget(key: string): void;
  stop(): void;
}

/**
 * Remembers the groups by id that hold the contact; others say nothing about it. Only closing a group forgets it: one
 * that fails today may be there tomorrow.
 */
export function createRememberedGroups(
  memory: GroupMemory,
  { contactId, opened, open, closed }: RememberedGroupsOptions,
): RememberedGroups {
  /** Those that hold the contact, or were recalled. */
  const remembered = new Map<string, GroupById>();
  /** The keys of those that are in the storage, or on their way there. */
  const saved = new Set<string>();
  const forgotten = new Set(closed);
  const stopped = new AbortController();
  let stopWatching: (() => void) | null = null;
  let lastChange: Promise<unknown> = Promise.resolve();

  void load();
  return {
    load,
    forget(key) {
      forgotten.add(key);
      const group = remembered.get(key);
      if (group) forget(key, group);
    },
    stop() {
      stopped.abort();
      stopWatching?.();
    },
  };

  async function load() {
    const groups = await memory.recall(contactId, stopped.signal);
    if (stopped.signal.aborted) return;
    for (const group of groups ?? []) {
      const key = referenceKey(group);
      // The agent may have closed it in the meantime.
      if (forgotten.has(key)) forget(key, group);
      else {
        remembered.set(key, group);
        saved.add(key);
        open(group);
      }
    }
    stopWatching ??= effect(watch);
  }

  function watch() {
    for (const { key, reading } of opened.value) {
      const { reference, contacts } = reading;
      const holdsContact = contacts.value.some((contact) => contact.id === contactId);
      if (reference.by !== 'id' || !holdsContact) continue;
      remembered.set(key, reference);
      forgotten.delete(key);
      if (!saved.has(key)) save(key, reference);
    }
  }

  /** What could not be saved is tried again when the groups have changed. */
  function save(key: string, group: GroupById) {
    saved.add(key);
    inTurn(async () => {
      if (!(await memory.remember(contactId, group))) saved.delete(key);
    });
  }

  function forget(key: string, group: GroupById) {
    remembered.delete(key);
    saved.delete(key);
    inTurn(() => memory.forget(contactId, group));
  }

  /** One after the other, so that a group that is closed at once is not remembered after that. */
  function inTurn(change: () => Promise<void>) {
    lastChange = lastChange.then(change);
  }
}
