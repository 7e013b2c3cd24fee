import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { otherContactOf, queriableValueOf, readDecisions } from '../desk/decision-record';
import type { DeskError } from '../desk/desk-error';
import type { DeskStorage } from '../desk/storage';
import type { Contact } from '../duplicates/contact';
import { type Agent, type Decision, decide, pairKey, type Verdict } from '../duplicates/decision';
import { carriedOut, createDecisionSaving, type Saved, type SaveFailure } from './decision-saving';
import type { Order, Outbox } from './outbox';

/** What is known of the decisions about a contact. */
export interface KnownDecisions {
  readonly phase: DecisionsPhase;
  /** By the other contact's id, the latest first; what is still being saved stands here already. */
  readonly byContact: ReadonlyMap<string, readonly Decision[]>;
  /** The other contacts of decisions that this version cannot read. */
  readonly unreadable: ReadonlySet<string>;
}

export type DecisionsPhase =
  | { readonly kind: 'reading' }
  | { readonly kind: 'known' }
  | { readonly kind: 'failed'; readonly error: DeskError };

/** Everybody's decisions about pairs of contacts, in the extension's storage. */
export interface Decisions {
  /** Who decides here; `null` until Desk has told, and where it does not tell. */
  readonly agent: ReadonlySignal<Agent | null>;
  about(contactId: string): ReadonlySignal<KnownDecisions>;
  read(contactId: string): Promise<void>;
  /** Decides about `contact` and each of the others: shown at once, saved in the background. */
  record(contact: Contact, others: readonly Contact[], verdict: Verdict): void;
  /** Decides about each two of these contacts. */
  recordAmong(contacts: readonly Contact[], verdict: Verdict): void;
  /** Takes a decision back; what was decided before it stands again. */
  undo(contactId: string, otherId: string, decision: Decision): void;
  /** The decisions that are not saved yet. */
  readonly unsaved: ReadonlySignal<readonly Decision[]>;
  /** Whether saving takes its time; it goes on by itself. */
  readonly isSlow: ReadonlySignal<boolean>;
  readonly failures: ReadonlySignal<readonly SaveFailure[]>;
  tryAgain(failure: SaveFailure): void;
  dismiss(failure: SaveFailure): void;
}

export interface DecisionsOptions {
  readonly storage: DeskStorage;
  readonly agent: Promise<Agent | null>;
  readonly outbox: Outbox;
  /** The time, in milliseconds since 1970. */
  now(): number;
}

export function createDecisions({ storage, agent: asked, outbox, now }: DecisionsOptions): Decisions {
  const agent = signal<Agent | null>(null);
  const pairs = signal<ReadonlyMap<string, StoredPair>>(new Map());
  const phases = signal<ReadonlyMap<string, DecisionsPhase>>(new Map());
  const views = new Map<string, ReadonlySignal<KnownDecisions>>();
  /** Counts reads and writes, so that what a read brings that began before a write does not count. */
  let turns = 0;
  const writtenIn = new Map<string, number>();
  const readIn = new Map<string, number>();
  void asked.then((told) => {
    agent.value = told;
  });
  const saving = createDecisionSaving({ storage, outbox, agent: asked, onSaved, readAgain });

  return {
    agent,
    unsaved: computed(() => saving.orders.value.map(({ decision }) => decision)),
    isSlow: saving.isSlow,
    failures: saving.failures,
    dismiss: saving.dismiss,

    about(contactId) {
      const view = views.get(contactId) ?? computed(() => viewOf(contactId));
      views.set(contactId, view);
      return view;
    },

    async read(contactId) {
      if (phases.peek().get(contactId)?.kind !== 'known') setPhase(contactId, { kind: 'reading' });
      const error = await readAbout(contactId);
      setPhase(contactId, error ? { kind: 'failed', error } : { kind: 'known' });
    },

    record: (contact, others, verdict) =>
      recordPairs(
        others.map((other) => [contact, other]),
        verdict,
      ),

    recordAmong: (contacts, verdict) =>
      recordPairs(
        contacts.flatMap((one, index) => contacts.slice(index + 1).map((other): Pair => [one, other])),
        verdict,
      ),

    undo(contactId, otherId, decision) {
      saving.add([{ kind: 'undo', contactId, otherId, decision }]);
    },

    tryAgain(failed) {
      saving.dismiss(failed);
      saving.add(failed.orders);
    },
  };

  function recordPairs(contacts: readonly Pair[], verdict: Verdict) {
    const at = now();
    const orders = contacts.map(([one, other]): Order => {
      const decision = decide(verdict, agent.value, at, [one, other]);
      return { kind: 'record', contactId: one.id, otherId: other.id, decision };
    });
    saving.add(orders);
  }

  function viewOf(contactId: string): KnownDecisions {
    const byContact = new Map<string, readonly Decision[]>();
    const unreadable = new Set<string>();
    for (const { ids, decisions } of pairs.value.values()) {
      const otherId = otherOf(ids, contactId);
      if (otherId && decisions) byContact.set(otherId, decisions);
      else if (otherId) unreadable.add(otherId);
    }
    for (const order of saving.orders.value) {
      const otherId = otherOf([order.contactId, order.otherId], contactId);
      if (!otherId) continue;
      const decisions = carriedOut(order, byContact.get(otherId) ?? []);
      if (decisions.length) byContact.set(otherId, decisions);
      else byContact.delete(otherId);
    }
    return { phase: phases.value.get(contactId) ?? { kind: 'reading' }, byContact, unreadable };
  }

  function setPhase(contactId: string, phase: DecisionsPhase) {
    phases.value = new Map(phases.peek()).set(contactId, phase);
  }

  async function readAbout(contactId: string): Promise<DeskError | null> {
    const turn = ++turns;
    const read = await storage.readAll(queriableValueOf(contactId));
    if (!read.ok) return read.error;
    if ((readIn.get(contactId) ?? 0) > turn) return null; // a later question was answered sooner
    readIn.set(contactId, turn);
    const wasWritten = (key: string) => (writtenIn.get(key) ?? 0) > turn;
    const kept = [...pairs.peek()].filter(([key, { ids }]) => !ids.includes(contactId) || wasWritten(key));
    const found = read.value.flatMap(({ key, value }): [string, StoredPair][] => {
      const otherId = otherContactOf(key, contactId);
      if (!otherId || wasWritten(pairKey(contactId, otherId))) return [];
      const decisions = readDecisions(value, contactId, otherId);
      return [[pairKey(contactId, otherId), { ids: [contactId, otherId], decisions }]];
    });
    pairs.value = new Map([...kept, ...found]);
    return null;
  }

  function onSaved(saved: readonly Saved[]) {
    const turn = ++turns;
    const next = new Map(pairs.peek());
    for (const { order, decisions } of saved) {
      const key = pairKey(order.contactId, order.otherId);
      writtenIn.set(key, turn);
      if (decisions.length) next.set(key, { ids: [order.contactId, order.otherId], decisions });
      else next.delete(key);
    }
    pairs.value = next;
  }

  async function readAgain(orders: readonly Order[]) {
    const contactIds = new Set(orders.map(({ contactId }) => contactId));
    const errors = await Promise.all([...contactIds].map((contactId) => readAbout(contactId)));
    if (errors.some((error) => error !== null)) return null;
    const known = orders.flatMap((order): [Order, readonly Decision[]][] => {
      const pair = pairs.peek().get(pairKey(order.contactId, order.otherId));
      const decisions = pair ? pair.decisions : [];
      return decisions ? [[order, decisions]] : [];
    });
    return new Map(known);
  }
}

type Pair = readonly [Contact, Contact];

/** What lies in the storage about two contacts; `null` for what cannot be read. */
interface StoredPair {
  readonly ids: readonly [string, string];
  readonly decisions: readonly Decision[] | null;
}

function otherOf([a, b]: readonly [string, string], contactId: string): string | null {
  if (a === contactId) return b;
  return b === contactId ? a : null;
}
