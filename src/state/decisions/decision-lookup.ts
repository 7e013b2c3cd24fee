import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { DeskResult } from '../../desk/desk-error';
import { type DeskStorage, decisionsAbout, type StoredRow } from '../../desk/storage';
import type { DecidableContact, DecidableContacts } from '../decidable-contact';
import type { LoadedLater } from '../loaded-later';

/** What the storage holds of decisions about one contact. */
export type StoredDecisions = Promise<DeskResult<readonly StoredRow[]>>;

/**
 * Whether anything was decided about the open contact. Asked before the code that understands decisions is there, which
 * most contacts can do without until the agent decides.
 */
interface DecisionLookup {
  /** The open contact with all it takes to decide about it, once that is loaded. */
  readonly decidable: ReadonlySignal<DecidableContact | null>;
  /** Whether the list need not wait for decisions: there are none, or they have been waited for long enough. */
  readonly isOver: ReadonlySignal<boolean>;
  /** Has `decidable` made by `open` as soon as its code is there. */
  start(open: (code: DecidableContacts, stored: StoredDecisions) => DecidableContact): void;
  /** Asks the storage again; what is loaded by then reads by itself. */
  refresh(): void;
  stop(): void;
}

/** How long to hold the list back while decisions load, in seconds, so that contacts don't appear and vanish again. */
const longestWait = 1.5;

interface DecisionLookupOptions {
  readonly storage: DeskStorage;
  readonly contactId: string;
  /** Whether the browser keeps decisions that did not reach the storage. */
  readonly hasUnsaved: boolean;
  readonly code: LoadedLater<DecidableContacts>;
}

export function createDecisionLookup(options: DecisionLookupOptions): DecisionLookup {
  const { storage, contactId, hasUnsaved, code } = options;
  const decidable = signal<DecidableContact | null>(null);
  const isNothingDecided = signal(false);
  const isLate = signal(false);
  const stopped = new AbortController();
  const timer = setTimeout(() => {
    isLate.value = true;
  }, longestWait * 1000);
  let stored = read();
  let stopWaiting = () => {};

  return {
    decidable,
    isOver: computed(() => isNothingDecided.value || isLate.value),
    start(open) {
      stopWaiting = effect(() => {
        const part = code.part.value;
        if (part && !decidable.peek()) decidable.value = untracked(() => open(part, stored));
      });
    },
    refresh() {
      if (!decidable.peek()) stored = read();
    },
    stop() {
      stopped.abort();
      clearTimeout(timer);
      stopWaiting();
    },
  };

  async function read(): StoredDecisions {
    const answer = await storage.readAll(decisionsAbout(contactId), stopped.signal);
    if (stopped.signal.aborted) return answer;
    isNothingDecided.value = answer.ok && !answer.value.length && !hasUnsaved;
    if (!isNothingDecided.value) code.load();
    return answer;
  }
}
