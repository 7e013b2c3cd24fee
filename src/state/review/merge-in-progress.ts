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
export interface StartedMerge extends Pick<PlannedMerge, 'primaryId' | 'others'> {
  /** The contacts of the rounds that the agent ticked off: a round may come to stand in another place, or become shorter. */
  readonly ticked: ReadonlySet<ContactId>;
}

export interface MergeInProgress {
  readonly current: ReadonlySignal<StartedMerge | null>;
  /** The contacts of the merge that Desk no longer has since the last refresh: they were merged. */
  readonly mergedAway: ReadonlySignal<readonly Contact[]>;
  /** Why it is not known what became of the merge. */
  readonly error: ReadonlySignal<DeskError | null>;
  /** The agent goes to Desk to merge as planned, or for the next round of it. */
  start(): void;
  tick(round: readonly ContactId[], isTicked: boolean): void;
  /** The merge was given up. */
  forget(): void;
  /** Looks up what became of the merge. */
  refresh(): void;
  stop(): void;
}

interface MergeInProgressOptions {
  readonly readApi: ReadApi;
  readonly planned: ReadonlySignal<PlannedMerge | null>;
  onStart(merge: PlannedMerge): void;
}

export function createMergeInProgress(options: MergeInProgressOptions): MergeInProgress {
  const { readApi, planned, onStart } = options;
  const current = signal<StartedMerge | null>(null);
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
      const { primaryId, others } = merge;
      const before = current.peek();
      const ticked = before?.primaryId === primaryId ? before.ticked : new Set<ContactId>();
      batch(() => {
        current.value = { primaryId, others, ticked };
        onStart(merge);
      });
    },
    tick(round, isTicked) {
      const merge = current.peek();
      if (!merge) return;
      const ticked = new Set(merge.ticked);
      for (const id of round) ticked[isTicked ? 'add' : 'delete'](id);
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
    const isLeft = ({ id }: Contact) => left.has(id) || !ids.includes(id);
    // By now the agent may have ticked off a round.
    const latest = current.peek() ?? merge;
    const others = latest.others.filter(isLeft);
    batch(() => {
      mergedAway.value = merge.others.filter((contact) => !isLeft(contact));
      current.value = others.length ? { ...latest, others } : null;
    });
  }
}
