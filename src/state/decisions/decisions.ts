import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { type DecisionRow, readRow } from '../../desk/decision-rows';
import type { DeskError } from '../../desk/desk-error';
import { decisionsAbout, type StoredRow } from '../../desk/storage';
import type { Contact, Instant } from '../../duplicates/contact';
import { type Agent, createDecision, type Decision, pairKey, type Verdict } from '../../duplicates/decision';
import type { StoredDecisions } from './decision-lookup';
import { createDecisionQueue, type DecisionQueueOptions, type DecisionSaving } from './decision-queue';
import type { PendingChange } from './pending-change';

/** What is known of the decisions about a contact. */
export interface KnownDecisions {
  readonly phase: DecisionsPhase;
  /** By the other contact's id, the latest first, including those that are still being saved. */
  readonly byContact: ReadonlyMap<string, readonly Decision[]>;
  /** The other contacts of decisions that this version cannot read. */
  readonly unreadable: ReadonlySet<string>;
}

type DecisionsPhase =
  | { readonly kind: 'reading' }
  | { readonly kind: 'known' }
  /** The extension has no storage, so that nobody can decide. */
  | { readonly kind: 'off' }
  | { readonly kind: 'failed'; readonly error: DeskError };

export type Pair = readonly [Contact, Contact];

/** All agents' decisions about pairs of contacts, in the extension's storage. */
export interface Decisions {
  /** Who decides here; `null` until Desk has said so, and if it never does. */
  readonly agent: ReadonlySignal<Agent | null>;
  readonly saving: DecisionSaving;
  about(contactId: string): ReadonlySignal<KnownDecisions>;
  /**
   * Reads the decisions about a contact with one call, or a few if there are many; none where it is known what is `stored`.
   */
  read(contactId: string, stored?: StoredDecisions): Promise<void>;
  /** Decides about each of these pairs at one moment: shown at once, saved in the background. */
  decide(pairs: readonly Pair[], verdict: Verdict): void;
  /** Takes back the decision that was made at this time; the one before it counts again. */
  undo(contactId: string, otherId: string, at: Instant): void;
}

/** So many contacts are remembered: an agent may open thousands in a day. One that is opened again is read again. */
const mostContacts = 100;

/** What was read beside one contact. */
interface Reading {
  readonly phase: DecisionsPhase;
  /** Without those about contacts that were read since: what was read last counts beside both. */
  readonly rows: readonly PairRow[];
}

export function createDecisions(options: DecisionQueueOptions): Decisions {
  const { storage, now } = options;
  const agent = signal<Agent | null>(null);
  /** By contact, the one that was read last at the end. */
  const readings = signal<ReadonlyMap<string, Reading>>(new Map());
  const rows = computed(() => [...readings.value.values()].flatMap((reading) => reading.rows));
  const views = new Map<string, ReadonlySignal<KnownDecisions>>();
  const latestReads = new Map<string, symbol>();
  void options.agent.then((known) => {
    agent.value = known;
  });
  const queue = createDecisionQueue(options);
  /** What the rows don't show yet, in the order in which it was decided. */
  const changes = computed(() => [...queue.written.value, ...queue.pending.value]);

  return {
    agent,
    saving: queue,
    undo: queue.undo,

    about(contactId) {
      const known = () => {
        const phase = readings.value.get(contactId)?.phase ?? { kind: 'reading' };
        return knownIn(historiesOf(contactId, rows.value, changes.value), phase);
      };
      const view = views.get(contactId) ?? computed(known);
      views.set(contactId, view);
      return view;
    },

    async read(contactId, stored = storage.readAll(decisionsAbout(contactId))) {
      const read = Symbol();
      latestReads.set(contactId, read);
      if (readings.peek().get(contactId)?.phase.kind !== 'known') setPhase(contactId, { kind: 'reading' });
      const writtenBefore = queue.written.peek();
      const answer = await stored;
      if (latestReads.get(contactId) !== read) return;
      if (!answer.ok) return setPhase(contactId, phaseAfter(answer.error));
      batch(() => {
        readings.value = withoutRowsAbout(contactId, readings.peek());
        keep(contactId, { phase: { kind: 'known' }, rows: readRows(answer.value, contactId) });
        queue.forget(writtenBefore.filter((change) => otherOf(change, contactId) !== null));
      });
    },

    decide(pairs, verdict) {
      const latest = latestTime([...rows.peek(), ...changes.peek()], pairs);
      const at = timeAfter(latest, now());
      queue.add(
        pairs.map(([one, other]): PendingChange => {
          const decision = createDecision(verdict, agent.peek(), at, [one, other]);
          return { kind: 'record', contactId: one.id, otherId: other.id, at, decision, mayArriveUntil: null };
        }),
      );
    },
  };

  function setPhase(contactId: string, phase: DecisionsPhase) {
    keep(contactId, { phase, rows: readings.peek().get(contactId)?.rows ?? [] });
  }

  /** Forgets what was read longest ago, if it is too much by now. */
  function keep(contactId: string, reading: Reading) {
    const others = [...readings.peek()].filter(([id]) => id !== contactId);
    for (const [id] of others.splice(0, others.length - mostContacts + 1)) {
      views.delete(id);
      latestReads.delete(id);
    }
    readings.value = new Map([...others, [contactId, reading]]);
  }
}

function withoutRowsAbout(contactId: string, readings: ReadonlyMap<string, Reading>) {
  return new Map(
    [...readings].map(([id, { phase, rows }]) => [
      id,
      { phase, rows: rows.filter(({ otherId }) => otherId !== contactId) },
    ]),
  );
}

/** The rows that were read beside this contact. */
function readRows(stored: readonly StoredRow[], contactId: string): readonly PairRow[] {
  return stored.flatMap((one) => {
    const row = readRow(one, contactId);
    return row ? { ...row, contactId } : [];
  });
}

function knownIn(histories: ReadonlyMap<string, History>, phase: DecisionsPhase): KnownDecisions {
  const byContact = new Map<string, readonly Decision[]>();
  const unreadable = new Set<string>();
  for (const [otherId, history] of histories) {
    const latestFirst = [...history].sort(([a], [b]) => b - a).map(([, decision]) => decision);
    const readable = latestFirst.filter((decision) => decision !== null);
    if (readable.length < latestFirst.length) unreadable.add(otherId);
    // If the latest decision is unreadable, none of the earlier ones counts.
    if (latestFirst[0]) byContact.set(otherId, readable);
  }
  return { phase, byContact, unreadable };
}

/** What a row says that was found beside `contactId`. */
interface PairRow extends DecisionRow {
  readonly contactId: string;
}

/** The decisions about two contacts by their time; `null` for those that cannot be read. */
type History = Map<Instant, Decision | null>;

/** The histories of a contact with others, by the other contact's id. */
function historiesOf(
  contactId: string,
  rows: readonly PairRow[],
  changes: readonly PendingChange[],
): ReadonlyMap<string, History> {
  const histories = new Map<string, History>();
  const historyWith = (otherId: string) => {
    const history = histories.get(otherId) ?? new Map();
    histories.set(otherId, history);
    return history;
  };
  for (const row of rows) {
    const otherId = otherOf(row, contactId);
    if (otherId) historyWith(otherId).set(row.at, row.decision);
  }
  for (const change of changes) {
    const otherId = otherOf(change, contactId);
    if (!otherId) continue;
    if (change.kind === 'record') historyWith(otherId).set(change.at, change.decision);
    else historyWith(otherId).delete(change.at);
  }
  return histories;
}

/** Two contacts' ids, of a row or of a change. */
interface PairOfIds {
  readonly contactId: string;
  readonly otherId: string;
}

function otherOf({ contactId, otherId }: PairOfIds, id: string): string | null {
  if (contactId === id) return otherId;
  return otherId === id ? contactId : null;
}

/** The time of the latest decision about any of these pairs; one that was taken back counts, so that no key recurs. */
function latestTime(
  known: readonly (PairOfIds & { readonly at: Instant })[],
  pairs: readonly Pair[],
): Instant {
  const keys = new Set(pairs.map(([one, other]) => pairKey(one.id, other.id)));
  const times = known
    .filter(({ contactId, otherId }) => keys.has(pairKey(contactId, otherId)))
    .map(({ at }) => at);
  return Math.max(0, ...times);
}

/**
 * A time later than the latest decision, which may lie ahead if a colleague's clock does. The milliseconds of our own
 * clock then keep two agents from deciding at the same time, and so under the same key.
 */
function timeAfter(latest: Instant, now: Instant): Instant {
  if (latest < now) return now;
  return latest + 1 + (latest > now ? now % 1000 : 0);
}

function phaseAfter(error: DeskError): DecisionsPhase {
  return error.kind === 'storageOff' ? { kind: 'off' } : { kind: 'failed', error };
}
