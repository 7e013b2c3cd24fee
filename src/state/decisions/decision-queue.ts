import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { sleep } from '../../base/time';
import type { DeskError, DeskResult } from '../../desk/desk-error';
import { timeLimit } from '../../desk/read-api';
import { type DeskStorage, maxRecordsPerWrite } from '../../desk/storage';
import type { Instant } from '../../duplicates/contact';
import type { Agent } from '../../duplicates/decision';
import { findArrived, removeDecision, writeDecisions } from './decision-transfer';
import type { Outbox } from './outbox';
import { changeKey, decisionKey, type PendingChange, withAgent, withDoubt, without } from './pending-change';

/** Changes that could not be saved, and so do not count. */
export interface SaveFailure {
  readonly error: DeskError;
  readonly changes: readonly PendingChange[];
}

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
export interface DecisionQueue extends DecisionSaving {
  /** What has been written since the storage was read; forgotten after the next read. */
  readonly written: ReadonlySignal<readonly PendingChange[]>;
  add(changes: readonly PendingChange[]): void;
  /** Takes a decision back; if it is still pending, it is dropped. */
  undo(contactId: string, otherId: string, at: Instant): void;
  forget(changes: readonly PendingChange[]): void;
}

export interface DecisionQueueOptions {
  readonly storage: DeskStorage;
  readonly outbox: Outbox;
  /** Who decides: nothing is saved before this is known, or known to be unknown. */
  readonly agent: Promise<Agent | null>;
  /** The time, in milliseconds since 1970. */
  now(): Instant;
}

/** Pauses after the storage refused because of its rate limits, in seconds. */
export const savePauses = [5, 15, 30, 60] as const;

/** Saving is slow once it has taken this long, in seconds. */
const slowAfter = 3;

/** A decision is two records. */
const decisionsPerWrite = maxRecordsPerWrite / 2;

export function createDecisionQueue({ storage, outbox, agent, now }: DecisionQueueOptions): DecisionQueue {
  const { pending } = outbox;
  const written = signal<readonly PendingChange[]>([]);
  const isSlow = signal(false);
  const failures = signal<readonly SaveFailure[]>([]);
  let isWorking = false;
  if (pending.peek().length) void work();

  return {
    pending,
    written,
    isSlow,
    failures,
    add,
    undo(contactId, otherId, at) {
      const undo: PendingChange = { kind: 'undo', contactId, otherId, at, mayArriveUntil: null };
      const record = pending
        .peek()
        .find((change) => change.kind === 'record' && decisionKey(change) === decisionKey(undo));
      if (record) outbox.remove([record]);
      // A decision that may have reached Desk has to be removed there as well.
      if (!record || record.mayArriveUntil !== null) add([withDoubt(undo, record?.mayArriveUntil ?? null)]);
    },
    forget(changes) {
      written.value = without(written.peek(), changes);
    },
    tryAgain(failed) {
      dismiss(failed);
      add(failed.changes);
    },
    dismiss,
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
    fillInAgent(await agent);
    let attempts = 0;
    for (let next = nextChanges(pending.peek()); next.length; next = nextChanges(pending.peek())) {
      const result = await save(next);
      const pause = result.ok ? undefined : pauseAfter(result.error, next, attempts);
      attempts = pause === undefined ? 0 : attempts + 1;
      if (pause !== undefined) await sleep(pause);
      else if (result.ok) settle(next);
      else fail(next, result.error);
    }
    clearTimeout(slowTimer);
    isSlow.value = false;
    isWorking = false;
  }

  /** Adds the agent to decisions made before we knew who they were. */
  function fillInAgent(by: Agent | null) {
    const unsigned = pending.peek().filter((change) => change.kind === 'record' && !change.decision.by);
    if (by) outbox.update(unsigned.map((change) => withAgent(change, by)));
  }

  async function save(changes: readonly PendingChange[]): Promise<DeskResult<void>> {
    const before = latestOf(changes);
    const found = await findArrived(storage, before, now);
    if (!found.ok) return found;
    // Another panel of this tab may have sent some of them in the meantime, or be done with them.
    if (!haveSameDoubt(before, latestOf(changes))) return save(changes);
    outbox.update(before.map((change) => withDoubt(change, doubtWhileSent(change, now()))));
    const [first] = before;
    const result =
      first?.kind === 'undo'
        ? await removeDecision(storage, first, found.value)
        : await writeDecisions(storage, before, found.value);
    if (!result.ok) outbox.update(before.map((change) => doubtAfter(result.error, change)));
    return result;
  }

  function latestOf(changes: readonly PendingChange[]): readonly PendingChange[] {
    return changes.flatMap((change) => outbox.latest(change) ?? []);
  }

  function settle(changes: readonly PendingChange[]) {
    const done = stillPending(changes);
    batch(() => {
      outbox.remove(done);
      written.value = [...written.peek(), ...done];
    });
  }

  function fail(changes: readonly PendingChange[], error: DeskError) {
    const failed = stillPending(changes);
    if (!failed.length) return;
    const alike = failures.peek().find((known) => known.error.kind === error.kind);
    const all = { error, changes: [...(alike?.changes ?? []), ...failed] };
    batch(() => {
      outbox.remove(failed);
      failures.value = [...failures.peek().filter((known) => known !== alike), all];
    });
  }

  /** These changes as they are now, without those that were dropped in the meantime. */
  function stillPending(changes: readonly PendingChange[]): readonly PendingChange[] {
    const keys = new Set(changes.map(changeKey));
    return pending.peek().filter((change) => keys.has(changeKey(change)));
  }

  function dismiss(failed: SaveFailure) {
    failures.value = failures.peek().filter((known) => known !== failed);
  }
}

/** As many decisions as one write takes; an undo goes alone. */
function nextChanges(pending: readonly PendingChange[]): readonly PendingChange[] {
  const firstUndo = pending.findIndex(({ kind }) => kind === 'undo');
  if (firstUndo === 0) return pending.slice(0, 1);
  return pending.slice(0, firstUndo < 0 ? decisionsPerWrite : Math.min(firstUndo, decisionsPerWrite));
}

/** An answer may still come within the time limit. A record that is gone needs no waiting, however it went. */
function doubtWhileSent({ kind, mayArriveUntil }: PendingChange, now: Instant): Instant {
  return kind === 'record' ? now + timeLimit * 1000 : (mayArriveUntil ?? 0);
}

/** Only a write that the storage refused because it was busy or off surely has not arrived. */
function doubtAfter(error: DeskError, before: PendingChange): PendingChange {
  const isSure = error.kind === 'storageBusy' || error.kind === 'storageOff';
  return isSure && before.kind === 'record' ? before : withDoubt(before, 0);
}

/** Seconds until the next attempt; `undefined` if there is none. */
function pauseAfter(
  { kind }: DeskError,
  changes: readonly PendingChange[],
  attempts: number,
): number | undefined {
  if (kind === 'storageBusy') return savePauses[attempts];
  // Desk may refuse to remove what is gone already, which the next attempt looks up.
  const mayBeDone = kind === 'timeout' || (kind === 'storageRefused' && changes[0]?.kind === 'undo');
  return mayBeDone && attempts === 0 ? 0 : undefined;
}

function haveSameDoubt(some: readonly PendingChange[], others: readonly PendingChange[]): boolean {
  const doubts = (changes: readonly PendingChange[]) => changes.map(({ mayArriveUntil }) => mayArriveUntil);
  return some.length === others.length && doubts(some).join() === doubts(others).join();
}
