import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskError } from '../../desk/desk-error';
import { readContacts } from '../../desk/endpoints/contact';
import type { ReadApi } from '../../desk/read-api';
import type { Contact, ContactId } from '../../duplicates/contact';

/** A merge as it is planned. */
export interface PlannedMerge {
  readonly primaryId: ContactId;
  readonly others: readonly Contact[];
  readonly rounds: readonly (readonly ContactId[])[];
}

/** A merge that the agent went to Desk for. */
export interface Merge extends PlannedMerge {
  /** The rounds that the agent ticked off, by their place. */
  readonly ticked: ReadonlySet<number>;
}

export interface MergeInProgress {
  readonly current: ReadonlySignal<Merge | null>;
  /** The contacts of the merge that Desk no longer has since the last refresh: they were merged. */
  readonly mergedAway: ReadonlySignal<readonly Contact[]>;
  /** Why it is not known what became of the merge. */
  readonly error: ReadonlySignal<DeskError | null>;
  /** The agent goes to Desk to merge as planned. */
  start(): void;
  tick(round: number, isTicked: boolean): void;
  /** The merge was given up. */
  forget(): void;
  /** Looks up what became of the merge. */
  refresh(): void;
  stop(): void;
}

export interface MergeInProgressOptions {
  readonly readApi: ReadApi;
  readonly planned: ReadonlySignal<PlannedMerge | null>;
  onStart(merge: PlannedMerge): void;
}

export function createMergeInProgress(options: MergeInProgressOptions): MergeInProgress {
  const { readApi, planned, onStart } = options;
  const current = signal<Merge | null>(null);
  const mergedAway = signal<readonly Contact[]>([]);
  const error = signal<DeskError | null>(null);
  let lookup = new AbortController();

  return {
    current,
    mergedAway,
    error,
    start() {
      const merge = planned.peek();
      if (!merge) return;
      batch(() => {
        current.value = { ...merge, ticked: new Set() };
        onStart(merge);
      });
    },
    tick(round, isTicked) {
      const merge = current.peek();
      if (!merge) return;
      const ticked = new Set(merge.ticked);
      if (isTicked) ticked.add(round);
      else ticked.delete(round);
      current.value = { ...merge, ticked };
    },
    forget() {
      lookup.abort();
      current.value = null;
      error.value = null;
    },
    refresh() {
      lookup.abort();
      lookup = new AbortController();
      mergedAway.value = [];
      error.value = null;
      void lookUp(lookup.signal);
    },
    stop() {
      lookup.abort();
    },
  };

  /** By id: those that no longer exist were merged. Being missing from the group alone proves nothing. */
  async function lookUp(stopped: AbortSignal) {
    const merge = current.peek();
    if (!merge) return;
    const ids = merge.others.map(({ id }) => id);
    const read = await readContacts(readApi, ids, { signal: stopped, bypassCache: true });
    if (stopped.aborted) return;
    if (!read.ok) {
      error.value = read.error;
      return;
    }
    const left = new Set(read.value.filter((contact) => !contact.isDeleted).map(({ id }) => id));
    const others = merge.others.filter(({ id }) => left.has(id));
    batch(() => {
      mergedAway.value = merge.others.filter(({ id }) => !left.has(id));
      current.value = others.length ? { ...merge, others, ticked: new Set() } : null;
    });
  }
}
