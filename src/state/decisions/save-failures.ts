import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeskError } from '../../desk/desk-error';
import type { PendingChange } from './pending-change';

/** Changes that could not be saved, and so do not count. */
export interface SaveFailure {
  readonly error: DeskError;
  readonly changes: readonly PendingChange[];
}

/** What could not be saved, one failure for each kind of error. */
export interface SaveFailures {
  readonly all: ReadonlySignal<readonly SaveFailure[]>;
  add(failure: SaveFailure): void;
  dismiss(failure: SaveFailure): void;
}

export function createSaveFailures(): SaveFailures {
  const all = signal<readonly SaveFailure[]>([]);
  const without = (failure: SaveFailure | undefined) => all.peek().filter((known) => known !== failure);
  return {
    all,
    add({ error, changes }) {
      const alike = all.peek().find((known) => known.error.kind === error.kind);
      all.value = [...without(alike), { error, changes: [...(alike?.changes ?? []), ...changes] }];
    },
    dismiss(failure) {
      all.value = without(failure);
    },
  };
}
