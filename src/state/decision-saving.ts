import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { ok } from '../base/result';
import { sleep } from '../base/time';
import { fitting, keyOf, readDecisions, recordsOf } from '../desk/decision-record';
import type { DeskError, DeskResult } from '../desk/desk-error';
import { type DeskStorage, mostAtOnce } from '../desk/storage';
import { type Agent, type Decision, isSameDecision, joinDecisions, pairKey } from '../duplicates/decision';
import type { Order, Outbox } from './outbox';

/** Decisions that could not be saved, and so do not stand. */
export interface SaveFailure {
  readonly error: DeskError;
  readonly orders: readonly Order[];
}

/** What was saved of an order: all decisions about its two contacts, the latest first. */
export interface Saved {
  readonly order: Order;
  readonly decisions: readonly Decision[];
}

/** Puts decisions into the extension's storage, in the background and in turn. */
export interface DecisionSaving {
  /** What is not saved yet. */
  readonly orders: ReadonlySignal<readonly Order[]>;
  /** Whether saving takes its time: the storage takes only so much in a minute. It goes on by itself. */
  readonly isSlow: ReadonlySignal<boolean>;
  readonly failures: ReadonlySignal<readonly SaveFailure[]>;
  add(orders: readonly Order[]): void;
  dismiss(failure: SaveFailure): void;
}

export interface DecisionSavingOptions {
  readonly storage: DeskStorage;
  readonly outbox: Outbox;
  /** Who decides: nothing is saved before that is known, or known not to be told. */
  readonly agent: Promise<Agent | null>;
  onSaved(saved: readonly Saved[]): void;
  /** What lies in the storage by now about the contacts of each order; `null` where it cannot tell. */
  readAgain(orders: readonly Order[]): Promise<ReadonlyMap<Order, readonly Decision[]> | null>;
}

/** Pauses before the storage is tried again after it took no more in this minute, in seconds. */
export const savePauses = [5, 15, 30, 60] as const;

/** From when on saving takes its time, in seconds. */
const slowFrom = 3;

/** When what was written is looked up again, in seconds after it: soon, and once no other write can be under way. */
export const lookUps = [1.5, 25] as const;

/** Each pair of contacts has two records. */
const mostPairs = mostAtOnce / 2;

/** How often a decision that others wrote over is written again. */
const mostRepetitions = 3;

/** An order that was carried out, until nobody can have written over it any more. */
interface Watched extends Saved {
  readonly looks: number;
}

export function createDecisionSaving(options: DecisionSavingOptions): DecisionSaving {
  const { storage, outbox, agent, onSaved, readAgain } = options;
  const left = outbox.all();
  const orders = signal<readonly Order[]>(left.filter(({ written }) => !written).map(({ order }) => order));
  const isSlow = signal(false);
  const failures = signal<readonly SaveFailure[]>([]);
  const repetitions = new Map<Order, number>();
  let watched: readonly Watched[] = left.flatMap(({ order, written }) =>
    written ? [{ order, decisions: written, looks: 0 }] : [],
  );
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let isWorking = false;
  if (left.length) void work();

  return {
    orders,
    isSlow,
    failures,
    add(added) {
      for (const order of added) outbox.add(order);
      orders.value = [...orders.peek(), ...added];
      void work();
    },
    dismiss(failed) {
      failures.value = failures.peek().filter((known) => known !== failed);
    },
  };

  /** Carries out what was ordered. */
  async function work() {
    if (isWorking) return;
    isWorking = true;
    const slowTimer = setTimeout(() => {
      isSlow.value = true;
    }, slowFrom * 1000);
    sign(await agent);
    for (let next = nextOrders(); next.length; next = nextOrders()) await carryOut(next);
    clearTimeout(slowTimer);
    isSlow.value = false;
    isWorking = false;
    lookLater();
  }

  /** What was decided before Desk told by whom. */
  function sign(by: Agent | null) {
    const unsigned = orders.peek().filter(({ kind, decision }) => kind === 'record' && !decision.by);
    if (!by || !unsigned.length) return;
    orders.value = orders.peek().map((order) => {
      if (!unsigned.some((one) => isAbout(one, order))) return order;
      const signed = { ...order, decision: { ...order.decision, by } };
      outbox.add(signed);
      return signed;
    });
  }

  /** As many as one write can take: one alone where a decision is taken back, and no pair twice. */
  function nextOrders(): readonly Order[] {
    const next: Order[] = [];
    for (const order of orders.peek()) {
      const comesAgain = next.some((other) => pairOf(other) === pairOf(order));
      if (next.length === mostPairs || comesAgain || (next.length && order.kind === 'undo')) break;
      next.push(order);
      if (order.kind === 'undo') break;
    }
    return next;
  }

  async function carryOut(next: readonly Order[]) {
    const saved = await untilItPasses(() => readAndSave(storage, next));
    if (!saved.ok) return fail(next, saved.error);
    const done = saved.value.map(({ order }) => order);
    const unreadable = next.filter((order) => !done.includes(order));
    if (unreadable.length) fail(unreadable, { kind: 'storageTaken' });
    // The latest word about a decision is the one to look after.
    drop(({ order }) => done.some((later) => isAbout(later, order)));
    watched = [...watched, ...saved.value.map((one) => ({ ...one, looks: 0 }))];
    for (const { order, decisions } of saved.value) outbox.markWritten(order, decisions);
    batch(() => {
      onSaved(saved.value);
      remove(done);
    });
  }

  async function untilItPasses<T>(send: () => Promise<DeskResult<T>>): Promise<DeskResult<T>> {
    for (let attempt = 0; ; attempt++) {
      const result = await send();
      const seconds = result.ok ? undefined : pauseAfter(result.error, attempt);
      if (result.ok || seconds === undefined) return result;
      await sleep(seconds);
    }
  }

  function fail(failed: readonly Order[], error: DeskError) {
    for (const order of failed) outbox.remove(order);
    const alike = failures.peek().find((known) => known.error.kind === error.kind);
    const all = { error, orders: [...(alike?.orders ?? []), ...failed] };
    batch(() => {
      remove(failed);
      failures.value = [...failures.peek().filter((known) => known !== alike), all];
    });
  }

  function remove(done: readonly Order[]) {
    orders.value = orders.peek().filter((order) => !done.includes(order));
  }

  function drop(isDone: (one: Watched) => boolean) {
    for (const { order } of watched.filter(isDone)) outbox.remove(order);
    watched = watched.filter((one) => !isDone(one));
  }

  function lookLater() {
    clearTimeout(lookTimer);
    const seconds = Math.min(...watched.map(({ looks }) => lookUps[looks] ?? 0));
    if (watched.length) lookTimer = setTimeout(() => void look(), seconds * 1000);
  }

  /**
   * Looks up again what was written. Desk's storage cannot be asked to write only where nobody else has, so two agents
   * who decide within the same moment may write over each other; whoever was written over joins in again.
   */
  async function look() {
    const seen = watched;
    const found = await readAgain(seen.map(({ order }) => order));
    // In the meantime others may have been added, and some have been overtaken.
    const isSeen = (one: Watched) => seen.includes(one);
    const again = watched
      .filter((one) => isSeen(one) && isWrittenOver(one, found?.get(one.order) ?? null))
      .map(({ order }) => order)
      .filter((order) => (repetitions.get(order) ?? 0) < mostRepetitions);
    for (const order of again) repetitions.set(order, (repetitions.get(order) ?? 0) + 1);
    watched = watched
      .filter(({ order }) => !again.includes(order))
      .map((one) => (isSeen(one) ? { ...one, looks: one.looks + 1 } : one));
    drop(({ looks }) => looks >= lookUps.length);
    orders.value = [...orders.peek(), ...again];
    if (again.length) void work();
    else lookLater();
  }
}

function pairOf({ contactId, otherId }: Order): string {
  return pairKey(contactId, otherId);
}

/** Whether both orders are about one decision, be it recorded or taken back. */
function isAbout(a: Order, b: Order): boolean {
  return pairOf(a) === pairOf(b) && isSameDecision(a.decision, b.decision);
}

/** The decisions about two contacts once the order is carried out. */
export function carriedOut({ kind, decision }: Order, before: readonly Decision[]): readonly Decision[] {
  return kind === 'record' ? joinDecisions([decision], before) : without(decision, before);
}

function without(decision: Decision, all: readonly Decision[]): readonly Decision[] {
  return all.filter((one) => !isSameDecision(one, decision));
}

/** Whether what lies there was written by somebody who did not know of the order. */
function isWrittenOver({ order, decisions }: Watched, found: readonly Decision[] | null): boolean {
  if (!found) return false;
  const isThere = without(order.decision, found).length < found.length;
  if (order.kind === 'undo') return isThere;
  // Where all else is as it was written, this decision alone was taken back, by somebody who knew it.
  return !isThere && !areSame(without(order.decision, decisions), found);
}

function areSame(some: readonly Decision[], others: readonly Decision[]): boolean {
  return some.length === others.length && some.every((one) => without(one, others).length < others.length);
}

/**
 * Writes what comes of each pair, and gives that; a pair of which something cannot be read is left as it is, and left
 * out. Read right before it is written, and from both sides: somebody may have decided this moment.
 */
async function readAndSave(
  storage: DeskStorage,
  orders: readonly Order[],
): Promise<DeskResult<readonly Saved[]>> {
  // Beforehand: a pause between reading and writing would give others time to write.
  await storage.whenFree();
  const pairs = await Promise.all(orders.map((order) => readPair(storage, order)));
  const results: Saved[] = [];
  const changes: Saved[] = [];
  for (const [index, order] of orders.entries()) {
    const before = pairs[index];
    if (!before?.ok) return before ?? ok([]);
    if (!before.value) continue;
    const all = joinDecisions(...before.value);
    const decisions = fitting(order.contactId, order.otherId, carriedOut(order, all));
    results.push({ order, decisions });
    if (!before.value.every((side) => areSame(side, decisions))) changes.push({ order, decisions });
  }
  const saved = await save(storage, changes);
  return saved.ok ? ok(results) : saved;
}

/** The decisions about two contacts, as they lie beside each; `null` where one of the records cannot be read. */
async function readPair(
  storage: DeskStorage,
  { contactId, otherId }: Order,
): Promise<DeskResult<readonly (readonly Decision[])[] | null>> {
  const [own, other] = await Promise.all([
    storage.read(keyOf(contactId, otherId)),
    storage.read(keyOf(otherId, contactId)),
  ]);
  if (!own.ok) return own;
  if (!other.ok) return other;
  const sides = [own.value, other.value].map((record) =>
    record ? readDecisions(record.value, contactId, otherId) : [],
  );
  const readable = sides.filter((side) => side !== null);
  return ok(readable.length === sides.length ? readable : null);
}

/** Writes in one go what there is of each pair, and removes both records of a pair of which nothing is left. */
async function save(storage: DeskStorage, changes: readonly Saved[]): Promise<DeskResult<void>> {
  const records = changes.flatMap(({ order: { contactId, otherId }, decisions }) =>
    decisions.length ? recordsOf(contactId, otherId, decisions) : [],
  );
  const write = records.length ? await storage.write(records) : ok(undefined);
  if (!write.ok) return write;
  const emptied = changes.filter(({ decisions }) => !decisions.length);
  for (const { contactId, otherId } of emptied.map(({ order }) => order)) {
    for (const key of [keyOf(contactId, otherId), keyOf(otherId, contactId)]) {
      const removed = await storage.remove(key);
      if (!removed.ok) return removed;
    }
  }
  return ok(undefined);
}

/** A minute's limit passes by itself; a write that got no answer may be sent again, since it says the same again. */
function pauseAfter(error: DeskError, attempt: number): number | undefined {
  if (error.kind === 'storageBusy') return savePauses[attempt];
  return error.kind === 'timeout' && attempt === 0 ? 0 : undefined;
}
