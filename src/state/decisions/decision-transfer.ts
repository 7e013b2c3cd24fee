import { ok } from '../../base/result';
import { sleep } from '../../base/time';
import { keysOf, recordsOf } from '../../desk/decision-record';
import type { DeskResult } from '../../desk/desk-error';
import type { DeskStorage } from '../../desk/storage';
import type { Instant } from '../../duplicates/contact';
import type { PendingChange } from './pending-change';

/** Keys of records that are in the storage. */
type FoundKeys = ReadonlySet<string>;

/**
 * Which records of these changes are in the storage, of those that may have reached it. Waits until nothing that is
 * missing can still arrive.
 */
export async function findArrived(
  storage: DeskStorage,
  changes: readonly PendingChange[],
  now: () => Instant,
): Promise<DeskResult<FoundKeys>> {
  const inDoubt = changes.filter(({ mayArriveUntil }) => mayArriveUntil !== null);
  const answers = await Promise.all(inDoubt.flatMap(keysOfChange).map((key) => storage.read(key)));
  const found = new Set<string>();
  for (const answer of answers) {
    if (!answer.ok) return answer;
    if (answer.value) found.add(answer.value.key);
  }
  const missing = inDoubt.filter((change) => keysOfChange(change).some((key) => !found.has(key)));
  const pause = Math.max(0, ...missing.map(({ mayArriveUntil }) => mayArriveUntil ?? 0)) - now();
  if (pause <= 0) return ok(found);
  await sleep(pause / 1000);
  return findArrived(storage, changes, now);
}

/** Writes decisions in one call, except for records that were found: no key is written twice. */
export async function writeDecisions(
  storage: DeskStorage,
  changes: readonly PendingChange[],
  found: FoundKeys,
): Promise<DeskResult<void>> {
  const records = changes.flatMap((change) =>
    change.kind === 'record' ? recordsOf(change.contactId, change.otherId, change.decision) : [],
  );
  const missing = records.filter(({ key }) => !found.has(key));
  return missing.length ? storage.write(missing) : ok(undefined);
}

/** Removes both records of a decision; after an earlier attempt, only those that were found. */
export async function removeDecision(
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

function keysOfChange({ contactId, otherId, at }: PendingChange): readonly string[] {
  return keysOf(contactId, otherId, at);
}
