import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskError } from '../desk/desk-error';
import { readNextPage } from '../desk/endpoints/group-pages';
import { type Progress, startAt } from '../desk/paging';
import type { ReadApi, Waiting } from '../desk/read-api';
import type { Contact } from '../duplicates/contact';
import type { GroupReference } from '../duplicates/group-reference';

/** What is going on with the reading of a group. */
export type Phase =
  | { readonly kind: 'reading' }
  /** A call failed and is sent again by itself at `until` (milliseconds since 1970). */
  | { readonly kind: 'waiting'; readonly waiting: Waiting; readonly until: number }
  /** The agent said stop, or as many pages were read as were asked for. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: DeskError }
  /** Everybody is here. */
  | { readonly kind: 'complete' }
  /** Desk announced more contacts than it gave. */
  | { readonly kind: 'short' };

/** A duplicate group that is being read, or was. */
export interface GroupReading {
  readonly reference: GroupReference;
  readonly contacts: ReadonlySignal<readonly Contact[]>;
  readonly unreadableCount: ReadonlySignal<number>;
  readonly pagesRead: ReadonlySignal<number>;
  /** The page that reading started at; where it is not 1, the pages before it are missing. */
  readonly firstPage: number;
  /** How many contacts the group holds, where Desk has said so. */
  readonly total: ReadonlySignal<number | null>;
  readonly phase: ReadonlySignal<Phase>;
  /** Whether there may be more contacts than those that were read. */
  readonly isCut: ReadonlySignal<boolean>;
  /** Reads page after page; after a failure or a stop, it goes on where it was. */
  read(): Promise<void>;
  /**
   * Reads from the beginning, at most `mostPages`; `bypassCache` asks Desk even where an answer is kept. What was read
   * before is shown until something new is there, or nothing more is to come.
   */
  readAnew(bypassCache: boolean, mostPages?: number): Promise<void>;
  stop(): void;
}

/** A group that the agent opened, by its id or by a value. */
export interface OpenedGroup {
  readonly key: string;
  readonly reading: GroupReading;
}

/** A group yet to be read. */
export function createGroupReading(readApi: ReadApi, reference: GroupReference): GroupReading {
  const start = startAt(reference.by === 'id' ? reference.parameters : {});
  const progress = signal<Progress>(start);
  const phase = signal<Phase>({ kind: 'stopped' });
  let before = start;
  let bypassCache = false;
  const shown = computed(() => (progress.value.pagesRead || isIdle({ phase }) ? progress.value : before));
  let current: AbortController | null = null;

  return {
    reference,
    firstPage: start.firstPage,
    contacts: computed(() => shown.value.contacts),
    unreadableCount: computed(() => shown.value.unreadable.length),
    pagesRead: computed(() => progress.value.pagesRead),
    total: computed(() => shown.value.total),
    phase,
    isCut: computed(() => shown.value.pagesRead > 0 && !shown.value.end),
    read,
    readAnew(bypassesCache, mostPages) {
      bypassCache = bypassesCache;
      before = shown.peek();
      phase.value = { kind: 'reading' };
      progress.value = start;
      return read(mostPages);
    },
    stop() {
      current?.abort();
      if (phase.value.kind === 'reading' || phase.value.kind === 'waiting') phase.value = { kind: 'stopped' };
    },
  };

  async function read(mostPages = Number.POSITIVE_INFINITY) {
    current?.abort();
    current = new AbortController();
    const { signal } = current;
    phase.value = { kind: 'reading' };
    for (let page = 1; phase.value.kind === 'reading'; page++) {
      const result = await readNextPage(readApi, reference, progress.value, {
        signal,
        onWaiting,
        bypassCache,
      });
      if (signal.aborted) return;
      batch(() => {
        if (result.ok) progress.value = result.value;
        if (!result.ok) phase.value = { kind: 'failed', error: result.error };
        else if (result.value.end) phase.value = { kind: result.value.end };
        else if (page >= mostPages) phase.value = { kind: 'stopped' };
      });
    }
  }

  function onWaiting(waiting: Waiting | null) {
    if (current?.signal.aborted) return;
    phase.value = waiting
      ? { kind: 'waiting', waiting, until: Date.now() + waiting.seconds * 1000 }
      : { kind: 'reading' };
  }
}

/** Whether everybody is here: a record that could not be read may be anybody. */
export function isFullyRead({ phase, unreadableCount }: GroupReading): boolean {
  return phase.value.kind === 'complete' && unreadableCount.value === 0;
}

/** Whether nothing is under way: everybody is there, or reading stopped or failed. */
export function isIdle({ phase: { value: phase } }: Pick<GroupReading, 'phase'>): boolean {
  return phase.kind !== 'reading' && phase.kind !== 'waiting';
}
