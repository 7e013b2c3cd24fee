import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ReadApi } from '../desk/read-api';
import type { DuplicateValues } from './duplicate-values';
import { type LoadedLater, loadedLater } from './loaded-later';

/** The agent's look through the values that several contacts of the portal share. */
export interface Browse {
  readonly isOpen: ReadonlySignal<boolean>;
  /** `null` while it is closed, and until its code is loaded. */
  readonly list: ReadonlySignal<DuplicateValues | null>;
  readonly code: Pick<LoadedLater<unknown>, 'phase' | 'load'>;
  open(): void;
  close(): void;
  /** Lists the values again, bypassing the cache. */
  refresh(): void;
}

export function createBrowse(readApi: ReadApi): Browse {
  const isOpen = signal(false);
  const list = signal<DuplicateValues | null>(null);
  const code = loadedLater(() => import('./duplicate-values'));
  effect(() => {
    const create = code.part.value?.createDuplicateValues;
    if (isOpen.value && create) untracked(() => show(list.peek() ?? create(readApi, 'bothEmail')));
  });
  return {
    isOpen,
    list,
    code,
    open() {
      isOpen.value = true;
      code.load();
    },
    close() {
      isOpen.value = false;
      show(null);
    },
    refresh() {
      void list.peek()?.refresh();
    },
  };

  function show(next: DuplicateValues | null) {
    if (list.peek() !== next) list.peek()?.stop();
    list.value = next;
  }
}
