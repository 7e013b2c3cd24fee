import { type ReadonlySignal, signal } from '@preact/signals';
import { attempt, type BrowserStorage, keysWith } from '../../base/browser-storage';
import { isRecord, parseJson } from '../../base/json';
import { isDecisionTime, readStoredValue, storedValueOf } from '../../desk/decision-rows';
import { readId } from '../../desk/read-value';
import { changeKey, type PendingChange, withDoubt, without } from './pending-change';

/** Changes that are not in Desk's storage yet, kept in the browser's tab so that a reload doesn't lose them. */
export interface Outbox {
  /** Those that were left in the tab, by the time of the decision; then those that were added since. */
  readonly pending: ReadonlySignal<readonly PendingChange[]>;
  add(changes: readonly PendingChange[]): void;
  /** Replaces changes that are still pending. */
  update(changes: readonly PendingChange[]): void;
  /** Returns the changes as they were, without those that had been removed before. */
  remove(changes: readonly PendingChange[]): readonly PendingChange[];
  /** The change as it is by now; `null` if it was removed, here or by another panel of this tab. */
  latest(change: PendingChange): PendingChange | null;
}

/** Each change is an entry of its own in the browser's storage, which panels of one tab share. */
export function createOutbox(name: string, entries: BrowserStorage): Outbox {
  const pending = signal(attempt(() => readEntries(name, entries)) ?? []);
  /** Changes that the browser had no room for. */
  const notKept = new Set<string>();
  return {
    pending,
    add(changes) {
      for (const change of changes) keep(change);
      pending.value = [...without(pending.peek(), changes), ...changes];
    },
    update(changes) {
      for (const change of changes) if (latest(change)) keep(change);
      const byKey = new Map(changes.map((change) => [changeKey(change), change]));
      pending.value = pending.peek().map((change) => byKey.get(changeKey(change)) ?? change);
    },
    remove(changes) {
      for (const change of changes) {
        notKept.delete(changeKey(change));
        attempt(() => entries?.removeItem(name + changeKey(change)));
      }
      const before = pending.peek();
      pending.value = without(before, changes);
      return without(before, pending.peek());
    },
    latest,
  };

  function keep(change: PendingChange) {
    const key = changeKey(change);
    notKept.add(key);
    if (!entries) return;
    try {
      entries.setItem(name + key, JSON.stringify(entryOf(change)));
      notKept.delete(key);
    } catch {
      // No room. The change is lost only if the panel is closed before it is saved.
    }
  }

  function latest(change: PendingChange): PendingChange | null {
    const key = changeKey(change);
    if (!pending.peek().some((one) => changeKey(one) === key)) return null;
    const text = attempt(() => entries?.getItem(name + key));
    if (text === undefined || notKept.has(key)) return change;
    const kept = readEntry(text);
    return kept && withDoubt(change, kept.mayArriveUntil);
  }
}

function readEntries(name: string, entries: BrowserStorage): readonly PendingChange[] {
  return keysWith(name, entries)
    .flatMap((key) => readEntry(entries?.getItem(key) ?? null) ?? [])
    .sort((a, b) => a.at - b.at);
}

function entryOf(change: PendingChange): object {
  const { kind, contactId, otherId, at, mayArriveUntil } = change;
  const entry = { kind, contactId, otherId, at, mayArriveUntil };
  if (change.kind === 'undo') return entry;
  return { ...entry, value: storedValueOf(contactId, otherId, change.decision) };
}

function readEntry(text: string | null): PendingChange | null {
  const entry = parseJson(text ?? '');
  if (!isRecord(entry)) return null;
  const { kind, at } = entry;
  const [contactId, otherId] = [readId(entry.contactId), readId(entry.otherId)];
  if (!contactId || !otherId || !isDecisionTime(at)) return null;
  const mayArriveUntil = typeof entry.mayArriveUntil === 'number' ? entry.mayArriveUntil : null;
  const change = { contactId, otherId, at, mayArriveUntil };
  if (kind === 'undo') return { kind, ...change };
  const decision = isRecord(entry.value) ? readStoredValue(entry.value, contactId, otherId) : null;
  return kind === 'record' && decision?.at === at ? { kind, decision, ...change } : null;
}
