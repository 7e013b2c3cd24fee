import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../duplicates/contact';
import {
  type ChangedValue,
  changesSince,
  type Decision,
  isSameVerdict,
  partakersOf,
  type Verdict,
} from '../duplicates/decision';
import type { Decisions, DecisionsPhase, KnownDecisions } from './decisions';

/** How things stand between the open contact and another one. */
export interface Standing {
  readonly latest: Decision;
  readonly earlier: readonly Decision[];
  /** The values that changed since the latest decision; a decision of them is no longer taken for granted. */
  readonly changes: readonly ChangedValue[];
  /** Whether the two had been marked as two people, and are worth a second look since. */
  readonly isWoken: boolean;
  readonly isSaved: boolean;
}

/** Everybody's decisions about one open contact. */
export interface ContactDecisions {
  /** Those about whichever contact, and how saving them goes. */
  readonly all: Decisions;
  readonly phase: ReadonlySignal<DecisionsPhase>;
  /** Whether the list can be shown: the decisions are known, or have been waited for long enough. */
  readonly isReady: ReadonlySignal<boolean>;
  /** By the other contact's id. */
  readonly standings: ReadonlySignal<ReadonlyMap<string, Standing>>;
  /** Who is not the same person, as long as nothing has changed. */
  readonly separate: ReadonlySignal<ReadonlySet<string>>;
  /** Who was not the same person when the contact was opened: they come last, and keep their letters. */
  readonly separateAtFirst: ReadonlySignal<ReadonlySet<string>>;
  /** Whether the storage takes decisions at all. */
  readonly canDecide: ReadonlySignal<boolean>;
  /** Of whom there is a decision that this version cannot read. */
  readonly unreadable: ReadonlySignal<ReadonlySet<string>>;
  read(): Promise<void>;
  decide(otherIds: readonly string[], verdict: Verdict): void;
  /** Plans to merge these, unless that is the latest decision already; said beside each of them and the open contact. */
  planMerge(primaryId: string, rounds: readonly (readonly string[])[]): void;
  /** Takes back the latest decision about this contact; a planned merge as a whole. */
  undo(otherId: string): void;
  /** Takes a contact that is gone out of a planned merge. */
  tidy(goneId: string): void;
  stop(): void;
}

export interface ContactDecisionsOptions {
  readonly decisions: Decisions;
  readonly contactId: string;
  /** What is known of a contact by now, details included where they were read. */
  find(contactId: string): Contact | null;
}

/** How long the list waits for the decisions, in seconds: it would only have to take contacts out again. */
const longestWait = 1.5;

export function createContactDecisions(options: ContactDecisionsOptions): ContactDecisions {
  const { decisions, contactId, find } = options;
  const known = decisions.about(contactId);
  const isLate = signal(false);
  const separateAtFirst = signal(separateIn(known.peek()));
  const timer = setTimeout(() => {
    isLate.value = true;
  }, longestWait * 1000);
  const phase = computed(() => known.value.phase);
  const canDecide = computed(() => phase.value.kind !== 'failed' || phase.value.error.kind !== 'storageOff');
  const standings = computed(
    () => new Map([...known.value.byContact].flatMap(([id, all]) => standingOf(id, all))),
  );
  const isSeparate = ({ latest, isWoken }: Standing) => latest.kind === 'separate' && !isWoken;

  void read();

  return {
    all: decisions,
    phase,
    isReady: computed(() => isLate.value || phase.value.kind !== 'reading'),
    standings,
    separate: computed(
      () => new Set([...standings.value].flatMap(([id, standing]) => (isSeparate(standing) ? [id] : []))),
    ),
    separateAtFirst,
    canDecide,
    unreadable: computed(() => known.value.unreadable),
    read,

    decide(otherIds, verdict) {
      const open = find(contactId);
      const others = otherIds.flatMap((id) => find(id) ?? []);
      if (open) decisions.record(open, others, verdict);
    },

    planMerge(primaryId, rounds) {
      const plan = { kind: 'mergePlanned', primaryId, rounds } as const;
      const all = new Set([contactId, ...partakersOf(plan)]);
      const isKnown = [...all].some((id) => {
        const standing = standings.peek().get(id);
        return standing && !standing.changes.length && isSameVerdict(standing.latest, plan);
      });
      if (!isKnown && canDecide.peek())
        decisions.recordAmong(
          [...all].flatMap((id) => find(id) ?? []),
          plan,
        );
    },

    undo(otherId) {
      const latest = standings.peek().get(otherId)?.latest;
      if (!latest) return;
      const partakers = latest.kind === 'mergePlanned' ? partakersOf(latest) : [];
      const all = [...new Set([contactId, otherId, ...partakers])];
      for (const [index, id] of all.entries())
        for (const other of all.slice(index + 1)) decisions.undo(id, other, latest);
    },

    tidy(goneId) {
      const latest = standings.peek().get(goneId)?.latest;
      if (latest?.kind !== 'mergePlanned' || !canDecide.peek()) return;
      const others = new Set([contactId, ...partakersOf(latest)]);
      others.delete(goneId);
      for (const id of others) decisions.undo(id, goneId, latest);
    },

    stop() {
      clearTimeout(timer);
    },
  };

  async function read() {
    await decisions.read(contactId);
    separateAtFirst.value = separateIn(known.peek());
  }

  function standingOf(otherId: string, all: readonly Decision[]): [string, Standing][] {
    const [latest, ...earlier] = all;
    if (!latest) return [];
    const contacts = [contactId, otherId].flatMap((id) => find(id) ?? []);
    const isSaved = !decisions.unsaved.value.includes(latest);
    const changes = changesSince(latest, contacts);
    const isWoken = latest.kind === 'separate' && changes.length > 0;
    return [[otherId, { latest, earlier, changes, isWoken, isSaved }]];
  }
}

function separateIn({ byContact }: KnownDecisions): ReadonlySet<string> {
  const separate = [...byContact].filter(([, [latest]]) => latest?.kind === 'separate');
  return new Set(separate.map(([id]) => id));
}
