import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Contact, joinContacts } from '../duplicates/contact';
import {
  type Agent,
  type ChangedValue,
  changesSince,
  type Decision,
  type Verdict,
} from '../duplicates/decision';
import type { Decisions, DecisionsPhase } from './decisions';

/** How things stand between the open contact and another one. */
export interface Standing {
  readonly latest: Decision;
  readonly earlier: readonly Decision[];
  /** The values that changed since the latest decision; a decision of them is no longer taken for granted. */
  readonly changes: readonly ChangedValue[];
  readonly isSaved: boolean;
}

/** Everybody's decisions about one open contact. */
export interface ContactDecisions {
  /** Who decides here; `null` until Desk has told, and where it does not tell. */
  readonly agent: ReadonlySignal<Agent | null>;
  readonly phase: ReadonlySignal<DecisionsPhase>;
  /** Whether the list can be shown: the decisions are known, or have been waited for long enough. */
  readonly isReady: ReadonlySignal<boolean>;
  /** By the other contact's id. */
  readonly standings: ReadonlySignal<ReadonlyMap<string, Standing>>;
  /** Who is not the same person, as long as nothing has changed. */
  readonly separate: ReadonlySignal<ReadonlySet<string>>;
  /** Who was not the same person when the contact was opened: they come last, and keep their letters. */
  readonly separateAtFirst: ReadonlySignal<ReadonlySet<string>>;
  /** Of whom there is a decision that this version cannot read. */
  readonly unreadable: ReadonlySignal<ReadonlySet<string>>;
  /** How many decisions are not saved yet, about whichever contact. */
  readonly unsavedCount: ReadonlySignal<number>;
  readonly isWaiting: Decisions['isWaiting'];
  readonly failures: Decisions['failures'];
  readonly tryAgain: Decisions['tryAgain'];
  readonly dismiss: Decisions['dismiss'];
  read(): Promise<void>;
  decide(otherIds: readonly string[], verdict: Verdict): void;
  undo(otherId: string): void;
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
  const separateAtFirst = signal<ReadonlySet<string>>(new Set());
  const timer = setTimeout(() => {
    isLate.value = true;
  }, longestWait * 1000);
  const phase = computed(() => known.value.phase);
  const standings = computed(
    () => new Map([...known.value.byContact].flatMap(([id, all]) => standingOf(id, all))),
  );
  const isSeparate = ({ latest, changes }: Standing) => latest.kind === 'separate' && !changes.length;

  void read();

  return {
    agent: decisions.agent,
    phase,
    isReady: computed(() => isLate.value || phase.value.kind !== 'reading'),
    standings,
    separate: computed(
      () => new Set([...standings.value].flatMap(([id, standing]) => (isSeparate(standing) ? [id] : []))),
    ),
    separateAtFirst,
    unreadable: computed(() => known.value.unreadable),
    unsavedCount: computed(() => decisions.unsaved.value.length),
    isWaiting: decisions.isWaiting,
    failures: decisions.failures,
    tryAgain: decisions.tryAgain,
    dismiss: decisions.dismiss,
    read,

    decide(otherIds, verdict) {
      const open = find(contactId);
      const others = otherIds.flatMap((id) => find(id) ?? []);
      if (open) void decisions.record(open, others, verdict);
    },

    undo(otherId) {
      const standing = standings.peek().get(otherId);
      if (standing) decisions.undo(contactId, otherId, standing.latest);
    },

    stop() {
      clearTimeout(timer);
    },
  };

  async function read() {
    await decisions.read(contactId);
    const separate = [...known.value.byContact].filter(([, [latest]]) => latest?.kind === 'separate');
    separateAtFirst.value = new Set(separate.map(([id]) => id));
  }

  function standingOf(otherId: string, all: readonly Decision[]): [string, Standing][] {
    const [latest, ...earlier] = all;
    if (!latest) return [];
    const contacts = [contactId, otherId].flatMap((id) => find(id) ?? []);
    const isSaved = !decisions.unsaved.value.includes(latest);
    return [[otherId, { latest, earlier, changes: changesSince(latest, contacts), isSaved }]];
  }
}

/** What the single record tells, and what only lists tell (the account's name, the link to CRM). */
export function withDetails(listed: Contact, detailed: ReadonlyMap<string, Contact>): Contact {
  const record = detailed.get(listed.id);
  return record ? joinContacts(record, listed) : listed;
}
