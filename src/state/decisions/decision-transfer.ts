import { ok } from '../../base/result';
import { sleep } from '../../base/time';
import { keysOf, rowsOf } from '../../desk/decision-rows';
import type { DeskError, DeskResult } from '../../desk/desk-error';
import { timeLimit } from '../../desk/read-api';
import type { DeskStorage } from '../../desk/storage';
import type { Instant } from '../../duplicates/contact';
import type { Outbox } from './outbox';
import { type PendingChange, withDoubt } from './pending-change';

export interface TransferOptions {
  readonly storage: DeskStorage;
  readonly outbox: Outbox;
  /** The time, in milliseconds since 1970. */
  now(): Instant;
}

/**
 * Writes decisions in one call, or removes one that was taken back. Changes that may have reached Desk before are
 * looked up first, so that no key is ever written twice.
 */
export async function transfer(
  changes: readonly PendingChange[],
  options: TransferOptions,
): Promise<DeskResult<void>> {
  const { storage, outbox, now } = options;
  const latest = latestIn(outbox, changes);
  const found = await findArrived(latest, options);
  if (!found.ok) return found;
  // Another panel of this tab may have sent some of them in the meantime, or be done with them.
  if (!haveSameDoubt(latest, latestIn(outbox, changes))) return transfer(changes, options);
  outbox.update(latest.map((change) => withDoubt(change, doubtWhileSent(change, now()))));
  const [first] = latest;
  const result = await (first?.kind === 'undo'
    ? removeRows(storage, first, found.value)
    : writeMissing(storage, latest, found.value));
  if (!result.ok) outbox.update(latest.map((change) => doubtAfter(result.error, change)));
  return result;
}

/** Keys of rows that are in the storage. */
type FoundKeys = ReadonlySet<string>;

/** Looks up the rows of changes that may have arrived, and waits for those that still may. */
async function findArrived(
  changes: readonly PendingChange[],
  { storage, now }: TransferOptions,
): Promise<DeskResult<FoundKeys>> {
  const inDoubt = changes.filter(({ mayArriveUntil }) => mayArriveUntil !== null);
  for (;;) {
    const askedAt = now();
    const answers = await Promise.all(inDoubt.flatMap(keysOfChange).map((key) => storage.read(key)));
    const found = new Set<string>();
    for (const answer of answers) {
      if (!answer.ok) return answer;
      if (answer.value) found.add(answer.value.key);
    }
    const missing = inDoubt.filter((change) => keysOfChange(change).some((key) => !found.has(key)));
    const mayArriveUntil = Math.max(0, ...missing.map((change) => change.mayArriveUntil ?? 0));
    // An answer that took long tells how it was when it was asked for: a write may have arrived since.
    if (askedAt >= mayArriveUntil) return ok(found);
    await sleep(Math.max(0, mayArriveUntil - now()) / 1000);
  }
}

async function writeMissing(
  storage: DeskStorage,
  changes: readonly PendingChange[],
  found: FoundKeys,
): Promise<DeskResult<void>> {
  const rows = changes.flatMap((change) =>
    change.kind === 'record' ? rowsOf(change.contactId, change.otherId, change.decision) : [],
  );
  const missing = rows.filter(({ key }) => !found.has(key));
  return missing.length ? storage.write(missing) : ok(undefined);
}

/** Removes both rows of a decision; in case of doubt, only those that were found. */
async function removeRows(
  storage: DeskStorage,
  undo: PendingChange,
  found: FoundKeys,
): Promise<DeskResult<void>> {
  for (const key of keysOfChange(undo)) {
    if (undo.mayArriveUntil !== null && !found.has(key)) continue;
    const removed = await storage.remove(key);
    if (!removed.ok) return removed;
  }
  return ok(undefined);
}

function latestIn(outbox: Outbox, changes: readonly PendingChange[]): readonly PendingChange[] {
  return changes.flatMap((change) => outbox.latest(change) ?? []);
}

function haveSameDoubt(some: readonly PendingChange[], others: readonly PendingChange[]): boolean {
  const doubts = (changes: readonly PendingChange[]) => changes.map(({ mayArriveUntil }) => mayArriveUntil);
  return some.length === others.length && doubts(some).join() === doubts(others).join();
}

/** A write may arrive as long as Desk may answer. After a removal there is nothing to wait for. */
function doubtWhileSent({ kind, mayArriveUntil }: PendingChange, now: Instant): Instant {
  return kind === 'record' ? now + timeLimit * 1000 : (mayArriveUntil ?? 0);
}

/** Only if the storage was busy or off has a write surely not arrived. */
function doubtAfter(error: DeskError, before: PendingChange): PendingChange {
  const isSure = error.kind === 'storageBusy' || error.kind === 'storageOff';
  return isSure && before.kind === 'record' ? before : withDoubt(before, 0);
}

function keysOfChange({ contactId, otherId, at }: PendingChange): readonly string[] {
  return keysOf(contactId, otherId, at);
}
