import { type ReadonlySignal, signal } from '@preact/signals';
import type { ReadApi } from '../desk/read-api';
import { createDuplicateValues, type DuplicateValues } from './duplicate-values';

/** The agent's look through the values that several contacts of the portal share. */
export interface Browse {
  /** `null` while it is closed. */
  readonly list: ReadonlySignal<DuplicateValues | null>;
  open(): void;
  close(): void;
  /** Lists the values again, bypassing the cache. */
  refresh(): void;
}

export function createBrowse(readApi: ReadApi): Browse {
  const list = signal<DuplicateValues | null>(null);
  return {
    list,
    open() {
      list.value ??= createDuplicateValues(readApi, 'bothEmail');
    },
    close() {
      show(null);
    },
    refresh() {
      show(createDuplicateValues(readApi, 'bothEmail', true));
    },
  };

  function show(next: DuplicateValues | null) {
    list.peek()?.stop();
    list.value = next;
  }
}
