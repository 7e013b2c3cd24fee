import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { sleep } from '../../base/time';
import type { DeskError } from '../../desk/desk-error';
import { maxRowsPerWrite } from '../../desk/storage';
import type { Instant } from '../../duplicates/contact';
import type { Agent } from '../../duplicates/decision';
import { type TransferOptions, transfer } from './decision-transfer';
import { decisionKey, type PendingChange, withAgent, withDoubt, without } from './pending-change';
import { createSaveFailures, type SaveFailure } from './save-failures';

/** How saving decisions is going, for the agent to see. */
export interface DecisionSaving {
  /** What is not in the storage yet. */
  readonly pending: ReadonlySignal<readonly PendingChange[]>;
  /** Whether saving takes long: the storage takes only so many calls a minute. It continues by itself. */
  readonly isSlow: ReadonlySignal<boolean>;
  readonly failures: ReadonlySignal<readonly SaveFailure[]>;
  tryAgain(failure: SaveFailure): void;
  dismiss(failure: SaveFailure): void;
}

/** Puts decisions into the extension's storage one after the other: pending → written → forgotten. */
interface DecisionQueue extends DecisionSaving {
  /** What has been written since the storage was read; forgotten after the next read. */
  readonly written: ReadonlySignal<readonly PendingChange[]>;
  add(changes: readonly PendingChange[]): void;
  /** Takes a decision back; if it is still pending, it is dropped. */
  undo(contactId: string, otherId: string, at: Instant): void;
  forget(changes: readonly PendingChange[]): void;
}

export interface DecisionQueueOptions extends TransferOptions {
  /** Who decides: nothing is saved before this is known, or known to be unknown. */
  readonly agent: Promise<Agent | null>;
}

/** Pauses after the storage refused because of its rate limits, in seconds. */
export const savePauses = [5, 15, 30, 60] as const;

/** Saving is slow once it has taken this long, in seconds. */
const slowAfter = 3;

/** A decision is two rows. */
const decisionsPerWrite = maxRowsPerWrite / 2;

export function createDecisionQueue(options: DecisionQueueOptions): DecisionQueue {
  const { outbox, agent } = options;
  const { pending } = outbox;
  const written = signal<readonly PendingChange[]>([]);
  const isSlow = signal(false);
  const failures = createSaveFailures();
  let isWorking = false;
  if (pending.peek().length) void work();

  return {
    pending,
    written,
    isSlow,
    failures: failures.all,
    dismiss: failures.dismiss,
    add,
    undo(contactId, otherId, at) {
      const undo: PendingChange = { kind: 'undo', contactId, otherId, at, mayArriveUntil: null };
      failures.forget(decisionKey(undo));
      const [decided] = outbox.remove(pendingOf(undo, pending.peek()));
      // A decision that may have reached Desk has to be removed there as well.
      if (!decided || decided.mayArriveUntil !== null)
        add([withDoubt(undo, decided?.mayArriveUntil ?? null)]);
    },
    forget(changes) {
      written.value = without(written.peek(), changes);
    },
    tryAgain(failure) {
      failures.dismiss(failure);
      add(failure.changes);
    },
  };

  function add(changes: readonly PendingChange[]) {
    outbox.add(changes);
    void work();
  }

  async function work() {
    if (isWorking) return;
    isWorking = true;
    const slowTimer = setTimeout(() => {
      isSlow.value = true;
    }, slowAfter * 1000);
    const by = await agent;
    if (by) outbox.update(unsignedIn(pending.peek()).map((change) => withAgent(change, by)));
    // Once more for what was added while the last of it ended.
    while (pending.peek().length) await saveAll(options, settle);
    clearTimeout(slowTimer);
    isSlow.value = false;
    isWorking = false;
  }

  function settle(changes: readonly PendingChange[], error: DeskError | null) {
    batch(() => {
      const settled = outbox.remove(changes);
      if (!error) written.value = [...written.peek(), ...settled];
      else if (settled.length) failures.add({ error, changes: settled });
    });
  }
}

/** What is pending of the decision that is taken back. */
function pendingOf(undo: PendingChange, pending: readonly PendingChange[]): readonly PendingChange[] {
  const key = decisionKey(undo);
  return pending.filter((change) => change.kind === 'record' && decisionKey(change) === key);
}

/** Saves what is pending, a write's worth after the other; `settle` is told what became of each. */
async function saveAll(
  options: DecisionQueueOptions,
  settle: (changes: readonly PendingChange[], error: DeskError | null) => void,
) {
  const { pending } = options.outbox;
  /** How the next ones have failed so far. */
  let failed: readonly FailureKind[] = [];
  for (let next = nextIn(pending.peek()); next.length; next = nextIn(pending.peek())) {
    const result = await transfer(next, options);
    const error = result.ok ? null : result.error;
    const pause = error ? pauseAfter(error, next, failed) : undefined;
    failed = error && pause !== undefined ? [...failed, error.kind] : [];
    if (pause === undefined) settle(next, error);
    else await sleep(pause);
  }
}

type FailureKind = DeskError['kind'];

/** Decisions made before we knew who decides. */
function unsignedIn(pending: readonly PendingChange[]): readonly PendingChange[] {
  return pending.filter((change) => change.kind === 'record' && !change.decision.by);
}

/** As many decisions as one write takes; an undo goes alone. */
function nextIn(pending: readonly PendingChange[]): readonly PendingChange[] {
  const firstUndo = pending.findIndex(({ kind }) => kind === 'undo');
  if (firstUndo === 0) return pending.slice(0, 1);
  return pending.slice(0, firstUndo < 0 ? decisionsPerWrite : Math.min(firstUndo, decisionsPerWrite));
}

/** Seconds until the next attempt; `undefined` if there is none. */
function pauseAfter(
  { kind }: DeskError,
  changes: readonly PendingChange[],
  failed: readonly FailureKind[],
): number | undefined {
  // Each kind by itself: having waited for a busy storage is no second try of a write that was not answered.
  const attempts = failed.filter((one) => one === kind).length;
  if (kind === 'storageBusy') return savePauses[attempts];
  // Desk may refuse to remove what is gone already, which the next attempt looks up.
  const mayBeDone = kind === 'timeout' || (kind === 'storageRefused' && changes[0]?.kind === 'undo');
  return mayBeDone && attempts === 0 ? 0 : undefined;
}
