import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../duplicates/contact';
import {
  changesSince,
  contactsInPlan,
  type Decision,
  isSameVerdict,
  type Verdict,
} from '../../duplicates/decision';
import type { StoredDecisions } from './decision-lookup';
import type { DecisionStatus } from './decision-status';
import type { Decisions, KnownDecisions, Pair } from './decisions';
import { decisionKey } from './pending-change';

/** All agents' decisions about one open contact. */
export interface ContactDecisions {
  /** Decisions about every contact, and the state of saving. */
  readonly all: Decisions;
  readonly known: ReadonlySignal<KnownDecisions>;
  /** Whether they are known, or cannot be. */
  readonly isReady: ReadonlySignal<boolean>;
  /** By the other contact's id. */
  readonly statusByContact: ReadonlySignal<ReadonlyMap<string, DecisionStatus>>;
  /** Contacts that were marked as different people when the decisions were read: they come last, and keep their letters. */
  readonly separateAtFirst: ReadonlySignal<ReadonlySet<string>>;
  read(): Promise<void>;
  decide(otherIds: readonly string[], verdict: Verdict): void;
  /** Notes a planned merge for each two of these contacts and the open one, unless it is the latest decision already. */
  planMerge(primaryId: string, rounds: readonly (readonly string[])[]): void;
  /** Takes back the latest decision about each of these contacts; a planned merge as a whole. */
  undo(otherIds: readonly string[]): void;
  /** Takes a contact that was merged away out of a planned merge. */
  removeFromPlan(mergedId: string): void;
}

interface ContactDecisionsOptions {
  readonly decisions: Decisions;
  readonly contactId: string;
  /** What the storage said of the contact, where it was asked before. */
  readonly stored?: StoredDecisions;
  /** The contact as far as it is known by now, with its details if they were loaded. */
  contactById(contactId: string): Contact | null;
  /** A planned merge was taken back. */
  onPlanUndone?(): void;
}

/** Whether there is a storage that takes decisions. */
export function canDecide({ known }: ContactDecisions): boolean {
  return known.value.phase.kind !== 'off';
}

export function createContactDecisions(options: ContactDecisionsOptions): ContactDecisions {
  const { decisions, contactId, contactById } = options;
  const known = decisions.about(contactId);
  const separateAtFirst = signal(separateIn(known.peek()));
  const knownContacts = (ids: readonly string[]) => ids.flatMap((id) => contactById(id) ?? []);
  const unsaved = computed(() => {
    const pending = decisions.saving.pending.value;
    return new Set(pending.flatMap((change) => (change.kind === 'record' ? change.decision : [])));
  });
  const statusByContact = computed(() => {
    const all = [...known.value.byContact].flatMap(([otherId, history]) => {
      const status = statusOf(history, knownContacts([contactId, otherId]), unsaved.value);
      return status ? [[otherId, status] as const] : [];
    });
    return new Map(all);
  });
  void read(options.stored);

  return {
    all: decisions,
    known,
    isReady: computed(() => known.value.phase.kind !== 'reading'),
    statusByContact,
    separateAtFirst,
    read: () => read(),
    decide(otherIds, verdict) {
      const open = contactById(contactId);
      if (!open) return;
      const pairs = knownContacts(otherIds).map((other): Pair => [open, other]);
      decisions.decide(pairs, verdict);
    },
    ...planning({ ...options, known, statusByContact, knownContacts }),
  };

  async function read(stored?: StoredDecisions) {
    await decisions.read(contactId, stored);
    separateAtFirst.value = separateIn(known.peek());
  }
}

interface PlanningOptions
  extends Pick<ContactDecisions, 'known' | 'statusByContact'>,
    Pick<ContactDecisionsOptions, 'decisions' | 'contactId' | 'onPlanUndone'> {
  knownContacts(ids: readonly string[]): readonly Contact[];
}

/** Planned merges, which are about every two of several contacts, and are taken back as a whole. */
function planning(options: PlanningOptions): Pick<ContactDecisions, 'planMerge' | 'undo' | 'removeFromPlan'> {
  const { decisions, contactId, onPlanUndone, known, statusByContact, knownContacts } = options;
  const isOff = () => known.peek().phase.kind === 'off';
  const latestWith = (otherId: string) => statusByContact.peek().get(otherId)?.latest;

  return {
    planMerge(primaryId, rounds) {
      const plan = { kind: 'mergePlanned', primaryId, rounds } as const;
      const ids = [...new Set([contactId, ...contactsInPlan(plan)])];
      const isLatest = ids.some((id) => {
        const status = statusByContact.peek().get(id);
        return status && !status.changes.length && isSameVerdict(status.latest, plan);
      });
      if (!isLatest && !isOff()) decisions.decide(pairsAmong(knownContacts(ids)), plan);
    },
    undo(otherIds) {
      if (otherIds.some((id) => latestWith(id)?.kind === 'mergePlanned')) onPlanUndone?.();
      // All are looked up before the first goes, which may let an earlier decision be the latest again.
      const undone = new Map(otherIds.flatMap(pairsOfLatest).map((pair) => [decisionKey(pair), pair]));
      batch(() => {
        for (const { contactId, otherId, at } of undone.values()) decisions.undo(contactId, otherId, at);
      });
    },
    removeFromPlan(mergedId) {
      const latest = latestWith(mergedId);
      if (latest?.kind !== 'mergePlanned' || isOff()) return;
      const others = new Set([contactId, ...contactsInPlan(latest)]);
      others.delete(mergedId);
      for (const id of others) decisions.undo(id, mergedId, latest.at);
    },
  };

  /** Every two contacts that the latest decision about this one is about. */
  function pairsOfLatest(otherId: string) {
    const latest = latestWith(otherId);
    if (!latest) return [];
    const planned = latest.kind === 'mergePlanned' ? contactsInPlan(latest) : [];
    const pairs = pairsAmong([...new Set([contactId, otherId, ...planned])]);
    return pairs.map(([one, other]) => ({ contactId: one, otherId: other, at: latest.at }));
  }
}

/** `history` holds the decisions about two contacts, the latest first. */
function statusOf(
  [latest, ...earlier]: readonly Decision[],
  contacts: readonly Contact[],
  unsaved: ReadonlySet<Decision>,
): DecisionStatus | null {
  if (!latest) return null;
  const changes = changesSince(latest, contacts);
  const needsReview = latest.kind === 'separate' && changes.length > 0;
  return { latest, earlier, changes, needsReview, isSaved: !unsaved.has(latest) };
}

function pairsAmong<One>(all: readonly One[]): readonly (readonly [One, One])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
}

function separateIn({ byContact }: KnownDecisions): ReadonlySet<string> {
  const separate = [...byContact].filter(([, [latest]]) => latest?.kind === 'separate');
  return new Set(separate.map(([id]) => id));
}
