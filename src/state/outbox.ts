import type { BrowserStorage } from '../base/browser-storage';
import { isRecord, parseJson } from '../base/json';
import { readDecisions, storedValueOf } from '../desk/decision-record';
import type { Decision } from '../duplicates/decision';

/** A decision about two contacts that is to be put into Desk's storage, or taken back out of it. */
export interface Order {
  readonly kind: 'record' | 'undo';
  /** The contact that was open. */
  readonly contactId: string;
  readonly otherId: string;
  readonly decision: Decision;
}

/** Orders that are not safe in Desk's storage yet, kept so that none is lost when the agent moves on. */
export interface Outbox {
  all(): readonly KeptOrder[];
  add(order: Order): void;
  /** Notes that it was carried out, with what was written: it is only looked after from now on. */
  markWritten(order: Order, decisions: readonly Decision[]): void;
  remove(order: Order): void;
}

export interface KeptOrder {
  readonly order: Order;
  /** What was written when it was carried out; `null` before. */
  readonly written: readonly Decision[] | null;
}

/** Each order is an entry of its own: two panels of one tab share the shelf. */
export function createOutbox(name: string, shelf: BrowserStorage): Outbox {
  const keyOf = ({ kind, contactId, otherId, decision }: Order) =>
    `${name}${kind} ${contactId} ${otherId} ${decision.at} ${decision.kind}`;
  return {
    all() {
      const keys = Array.from({ length: shelf?.length ?? 0 }, (_, index) => shelf?.key(index) ?? '');
      const kept = keys
        .filter((key) => key.startsWith(name))
        .flatMap((key) => readOrder(shelf?.getItem(key) ?? ''));
      // A decision comes before it is taken back.
      return kept.sort(
        ({ order: a }, { order: b }) =>
          a.decision.at - b.decision.at || Number(a.kind === 'undo') - Number(b.kind === 'undo'),
      );
    },
    add(order) {
      keep(order, null);
    },
    markWritten(order, decisions) {
      keep(order, decisions);
    },
    remove(order) {
      shelf?.removeItem(keyOf(order));
    },
  };

  function keep(order: Order, decisions: readonly Decision[] | null) {
    const { kind, contactId, otherId, decision } = order;
    const value = storedValueOf(contactId, otherId, [decision]);
    const written = decisions && storedValueOf(contactId, otherId, decisions);
    try {
      shelf?.setItem(keyOf(order), JSON.stringify({ kind, contactId, otherId, value, written }));
    } catch {
      // No room: the order is carried out all the same, unless the panel is closed before.
    }
  }
}

function readOrder(text: string): KeptOrder[] {
  const told = parseJson(text);
  if (!isRecord(told) || !isRecord(told.value)) return [];
  const [contactId, otherId] = [String(told.contactId), String(told.otherId)];
  const [decision] = readDecisions(told.value, contactId, otherId) ?? [];
  const kind = told.kind === 'undo' ? 'undo' : 'record';
  if (!decision) return [];
  const written = isRecord(told.written) ? (readDecisions(told.written, contactId, otherId) ?? []) : null;
  return [{ order: { kind, contactId, otherId, decision }, written }];
}
