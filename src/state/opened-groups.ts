import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { FoundGroup } from '../duplicates/candidates';
import { type GroupReference, referenceKey } from '../duplicates/group-reference';
import { createGroupReading, type OpenedGroup } from './group-reading';
import type { RememberedGroups } from './remembered-groups';
import type { Services } from './services';

/** The groups that the agent opened beside a record, and which of the tabs is shown. */
export interface OpenedGroups {
  readonly opened: ReadonlySignal<readonly OpenedGroup[]>;
  /** The key of the group that the list is filtered by, or `all`. */
  readonly selected: ReadonlySignal<string>;
  /** Whether opened groups can be remembered. */
  readonly canRemember: ReadonlySignal<boolean>;
  select(key: string): void;
  /** Opens a group, or goes to it where it is open already. */
  open(reference: GroupReference): void;
  close(key: string): void;
  /** Reads all of them again. */
  refresh(bypassCache: boolean): void;
  stop(): void;
}

/** `contactId`: beside whom groups are remembered; `null` where none are. */
export function createOpenedGroups(
  { readApi, remembering, canRemember }: Pick<Services, 'readApi' | 'remembering' | 'canRemember'>,
  contactId: string | null,
): OpenedGroups {
  const opened = signal<readonly OpenedGroup[]>([]);
  const selected = signal('all');
  let bypassesCache = false;
  /** The keys of groups that were closed before what is remembered was known. */
  const closed = new Set<string>();
  let remembered: RememberedGroups | null = null;
  const stopWaiting = effect(() => {
    const remember = remembering.part.value;
    if (!remember || remembered || contactId === null) return;
    remembered = untracked(() => remember({ contactId, opened, open: add, closed }));
  });

  return {
    opened,
    selected,
    canRemember,
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
      if (remembered) remembered.forget(key);
      else closed.add(key);
    },
    refresh(bypassCache) {
      bypassesCache = bypassCache;
      for (const { reading } of opened.peek()) void reading.readAnew(bypassCache);
      void remembered?.load();
    },
    stop() {
      stopWaiting();
      remembered?.stop();
      for (const { reading } of opened.peek()) reading.stop();
    },
  };

  function add(reference: GroupReference) {
    const key = referenceKey(reference);
    if (opened.peek().some((group) => group.key === key)) return;
    const reading = createGroupReading(readApi, reference);
    opened.value = [...opened.peek(), { key, reading }];
    void reading.readAnew(bypassesCache);
  }
}

/** Everybody in these groups, as far as they are read. */
export function groupsOf(opened: readonly OpenedGroup[]): FoundGroup[] {
  return opened.map(({ key, reading }) => ({ key, contacts: reading.contacts.value }));
}
