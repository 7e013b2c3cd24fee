import { type ReadonlySignal, signal } from '@preact/signals';
import type { ReadApi } from '../desk/read-api';
import { type GroupReference, referenceKey } from '../duplicates/group-reference';
import { createGroupReading, type OpenedGroup } from './group-reading';
import { createRememberedGroups, type GroupMemory } from './remembered-groups';

/** The groups that the agent opened beside a record, and which of the tabs is shown. */
export interface OpenedGroups {
  readonly opened: ReadonlySignal<readonly OpenedGroup[]>;
  /** The key of the group that the list is filtered by, or `all`. */
  readonly selected: ReadonlySignal<string>;
  select(key: string): void;
  /** Opens a group, or goes to it where it is open already. */
  open(reference: GroupReference): void;
  close(key: string): void;
  /** Whether opened groups can be remembered. */
  readonly canRemember: ReadonlySignal<boolean>;
  /** Opens the groups that were opened beside this contact before. */
  recall(): void;
  /** Reads all of them again. */
  refresh(bypassCache: boolean): void;
  stop(): void;
}

export interface OpenedGroupsOptions {
  readonly readApi: ReadApi;
  readonly memory: GroupMemory;
  /** Beside whom groups are remembered; `null` where none are. */
  readonly contactId: string | null;
}

export function createOpenedGroups({ readApi, memory, contactId }: OpenedGroupsOptions): OpenedGroups {
  const opened = signal<readonly OpenedGroup[]>([]);
  const selected = signal('all');
  let bypassesCache = false;
  const remembered =
    contactId === null ? null : createRememberedGroups({ memory, contactId, opened, open: add });

  return {
    opened,
    selected,
    canRemember: memory.works,
    select(key) {
      selected.value = key;
    },
    open(reference) {
      add(reference);
      selected.value = referenceKey(reference);
    },
    close(key) {
      opened.value.find((group) => group.key === key)?.reading.stop();
      opened.value = opened.value.filter((group) => group.key !== key);
      selected.value = 'all';
      remembered?.forget(key);
    },
    recall() {
      void remembered?.load();
    },
    refresh(bypassCache) {
      bypassesCache = bypassCache;
      for (const { reading } of opened.peek()) reading.stop();
      opened.value = opened.peek().map(({ reading }) => read(reading.reference));
    },
    stop() {
      remembered?.stop();
      for (const { reading } of opened.peek()) reading.stop();
    },
  };

  function add(reference: GroupReference) {
    const key = referenceKey(reference);
    if (opened.peek().some((group) => group.key === key)) return;
    opened.value = [...opened.peek(), read(reference)];
  }

  function read(reference: GroupReference): OpenedGroup {
    const reading = createGroupReading(readApi, reference, bypassesCache);
    void reading.read();
    return { key: referenceKey(reference), reading };
  }
}
