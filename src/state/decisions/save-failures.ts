import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeskError } from '../../desk/desk-error';
import { decisionKey, type PendingChange } from './pending-change';

/** Changes that could not be saved, and so do not count. */
export interface SaveFailure {
  readonly error: DeskError;
  readonly changes: readonly PendingChange[];
}

/** What could not be saved, one failure for each kind of error. */
interface SaveFailures {
  readonly all: ReadonlySignal<readonly SaveFailure[]>;
  add(failure: SaveFailure): void;
  dismiss(failure: SaveFailure): void;
  /** The decision with this key was taken back: trying again would bring it back. */
  forget(key: string): void;
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
    forget(key) {
      const left = all.peek().map(({ error, changes }) => ({
        error,
        changes: changes.filter((change) => decisionKey(change) !== key),
      }));
      if (left.some(({ changes }, place) => changes.length < (all.peek()[place]?.changes.length ?? 0)))
        all.value = left.filter(({ changes }) => changes.length > 0);
    },
  };
}
