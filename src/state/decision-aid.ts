import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DeskError } from '../desk/desk-error';
import { readContacts } from '../desk/endpoints/contact';
import { readTicketCount } from '../desk/endpoints/ticket-count';
import type { ReadApi } from '../desk/read-api';
import type { GroupMember } from '../duplicates/candidates';
import { type Comparison, compareRecords } from '../duplicates/compare';
import { type Contact, type ContactId, withDetails } from '../duplicates/contact';
import type { FieldKey } from '../duplicates/contact-fields';
import { type MergePlan, planMerge } from '../duplicates/merge-plan';
import type { ToE164 } from '../duplicates/phones';
import { type PrimarySuggestion, suggestPrimary } from '../duplicates/primary';

/** What is read only when it is asked for, since it costs calls. */
export type OnRequest =
  | { readonly kind: 'notAsked' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: DeskError };

/** A merge that the agent went to Desk for. */
export interface Merge {
  readonly primary: GroupMember;
  readonly others: readonly GroupMember[];
  /** The rounds that the agent ticked off, by their place. */
  readonly ticked: ReadonlySet<number>;
}

/** What the agent chose; it outlives a refresh. */
interface Choices {
  /** The records to compare, or `null` while the agent has not chosen any. */
  readonly compared: ReadonlySet<string> | null;
  readonly primary: ContactId | null;
  /** Whose value is kept, by field. */
  readonly values: ReadonlyMap<FieldKey, ContactId>;
  readonly merge: Merge | null;
}

/** What helps an agent to decide: the records side by side, which one to keep, and what a merge would cost. */
export interface DecisionAid {
  readonly choices: ReadonlySignal<Choices>;
  /** The records that are compared, the open contact first; at most five. */
  readonly compared: ReadonlySignal<readonly GroupMember[]>;
  /** Whether there are more records than can be compared at once, so that the agent has to choose. */
  readonly mustChoose: ReadonlySignal<boolean>;
  /** Whether records can be left out of the comparison. */
  readonly canChoose: ReadonlySignal<boolean>;
  choose(contactId: string, isChosen: boolean): void;

  /** Records with their details, by contact id, as far as they were read. */
  readonly detailed: ReadonlySignal<ReadonlyMap<string, Contact>>;
  readonly comparison: ReadonlySignal<Comparison>;
  /** The fields that only single records tell, of all records that are compared. */
  readonly details: ReadonlySignal<OnRequest>;
  /** How many records these would be read of. */
  readonly detailsMissing: ReadonlySignal<number>;
  readDetails(): Promise<void>;

  readonly suggestion: ReadonlySignal<PrimarySuggestion>;
  /** The record to keep: the agent's choice, else the suggestion. */
  readonly primaryId: ReadonlySignal<ContactId | null>;
  choosePrimary(contactId: string): void;
  readonly tickets: ReadonlySignal<OnRequest>;
  /** Tickets by contact id, as far as they were counted; `null` where Desk does not tell. */
  readonly ticketCounts: ReadonlySignal<ReadonlyMap<string, number | null>>;
  /** One call for each record that is not counted yet. */
  countTickets(): Promise<void>;

  readonly plan: ReadonlySignal<MergePlan>;
  /** Keeps the value of this record for this field. */
  chooseValue(fieldKey: FieldKey, contactId: string): void;
  /** Notes that the agent went to Desk to merge as planned. */
  startMerge(): void;
  tick(round: number, isTicked: boolean): void;
  /** The merge was given up. */
  forgetMerge(): void;
  /** Records of the merge before the refresh that Desk no longer has: they were merged. */
  readonly gone: ReadonlySignal<readonly GroupMember[]>;
  /** Forgets what was read on request, and looks up what became of a merge that is under way. */
  refresh(bypassCache: boolean): void;
  stop(): void;
}

/** The most contacts whose details one click reads, each of which costs a call. */
const mostDetailed = 20;

/** The most records that are compared at once. */
export const mostCompared = 5;

export interface DecisionAidOptions {
  readonly readApi: ReadApi;
  readonly records: ReadonlySignal<readonly GroupMember[]>;
  /** Records with their details, by contact id, as far as they were read. */
  readonly detailed: Signal<ReadonlyMap<string, Contact>>;
  /** Further contacts whose details are read along with those of the compared records. */
  readonly readAlong: ReadonlySignal<readonly Contact[]>;
  readonly readPhone: ReadonlySignal<ToE164 | null>;
}

const noChoices: Choices = { compared: null, primary: null, values: new Map(), merge: null };

export function createDecisionAid(options: DecisionAidOptions): DecisionAid {
  const { readApi, records, detailed, readAlong, readPhone } = options;
  let bypassesCache = false;
  let current = new AbortController();
  const choices = signal<Choices>(noChoices);
  const ticketCounts = signal<ReadonlyMap<string, number | null>>(new Map());
  const gone = signal<readonly GroupMember[]>([]);
  const change = (changed: Partial<Choices>) => {
    choices.value = { ...choices.value, ...changed };
  };

  const mustChoose = computed(() => records.value.length > mostCompared);
  const chosen = computed(() => choices.value.compared ?? firstChoice(records.value));
  const compared = computed(() =>
    records.value
      .filter(({ contact }) => chosen.value.has(contact.id))
      .slice(0, mostCompared)
      .map((record) => ({ ...record, contact: withDetails(record.contact, detailed.value) })),
  );
  const contacts = computed(() => compared.value.map(({ contact }) => contact));
  const comparison = computed(() => compareRecords(contacts.value, readPhone.value));
  const suggestion = computed(() => suggestPrimary(contacts.value, toldCounts(ticketCounts.value)));
  const primaryId = computed(() => {
    const { primary } = choices.value;
    return contacts.value.some(({ id }) => id === primary) ? primary : suggestion.value.primaryId;
  });
  const plan = computed(() => {
    const context = { shareAGroup: shareAGroup(compared.value) };
    return planMerge(contacts.value, primaryId.value, choices.value.values, context, readPhone.value);
  });

  const inDetail = computed(() => [...contacts.value, ...readAlong.value].slice(0, mostDetailed));
  const details = createRequest(inDetail, detailed, async (ids) => {
    const { signal: stopped } = current;
    const read = await readContacts(readApi, ids, { signal: stopped, bypassCache: bypassesCache });
    if (stopped.aborted) return null;
    if (!read.ok) return read.error;
    detailed.value = new Map([...detailed.value, ...read.value.map((one) => [one.id, one] as const)]);
    return null;
  });
  const tickets = createRequest(contacts, ticketCounts, async (ids) => {
    const { signal: stopped } = current;
    const counts = await Promise.all(
      ids.map(async (id) => ({
        id,
        count: await readTicketCount(readApi, id, { signal: stopped, bypassCache: bypassesCache }),
      })),
    );
    if (stopped.aborted) return null;
    const told = counts.flatMap(({ id, count }) => (count.ok ? [[id, count.value] as const] : []));
    ticketCounts.value = new Map([...ticketCounts.value, ...told]);
    return counts.flatMap(({ count }) => (count.ok ? [] : [count.error]))[0] ?? null;
  });

  return {
    choices,
    compared,
    mustChoose,
    canChoose: computed(() => records.value.length > 2),
    detailed,
    comparison,
    details: details.state,
    detailsMissing: details.missing,
    readDetails: details.read,
    suggestion,
    primaryId,
    tickets: tickets.state,
    ticketCounts,
    countTickets: tickets.read,
    plan,
    gone,

    choose(contactId, isChosen) {
      const present = records.value.map(({ contact }) => contact.id);
      const next = new Set(present.filter((id) => chosen.value.has(id)));
      if (!isChosen) next.delete(contactId);
      else if (next.size < mostCompared) next.add(contactId);
      change({ compared: next });
    },
    choosePrimary(contactId) {
      change({ primary: contactId });
    },
    chooseValue(fieldKey, contactId) {
      change({ values: new Map(choices.value.values).set(fieldKey, contactId) });
    },
    startMerge() {
      const kept = compared.value.find(({ contact }) => contact.id === primaryId.value);
      if (!kept) return;
      const others = compared.value.filter(({ contact }) => plan.value.mergeable.includes(contact.id));
      change({ primary: kept.contact.id, merge: { primary: kept, others, ticked: new Set() } });
    },
    forgetMerge() {
      change({ merge: null });
    },
    tick(round, isTicked) {
      const { merge } = choices.value;
      if (!merge) return;
      const ticked = new Set(merge.ticked);
      if (isTicked) ticked.add(round);
      else ticked.delete(round);
      change({ merge: { ...merge, ticked } });
    },
    refresh(bypassCache) {
      current.abort();
      current = new AbortController();
      bypassesCache = bypassCache;
      detailed.value = new Map();
      ticketCounts.value = new Map();
      gone.value = [];
      details.forget();
      tickets.forget();
      void lookForMerged();
    },
    stop() {
      current.abort();
    },
  };

  /** After a refresh: whoever was to be merged and is no longer in Desk was merged. Not finding them would not prove it. */
  async function lookForMerged() {
    const { merge } = choices.value;
    const { signal: stopped } = current;
    if (!merge) return;
    const ids = merge.others.map(({ contact }) => contact.id);
    const read = await readContacts(readApi, ids, { signal: stopped, bypassCache: true });
    if (stopped.aborted || !read.ok) return;
    const here = new Set(read.value.filter((contact) => !contact.isDeleted).map((contact) => contact.id));
    gone.value = merge.others.filter(({ contact }) => !here.has(contact.id));
    const others = merge.others.filter(({ contact }) => here.has(contact.id));
    change({ merge: others.length ? { ...merge, others, ticked: new Set() } : null });
  }
}

/**
 * What is asked for on request, for the records that are compared: `known` holds what has come, and `ask` adds to it for
 * the ids that are missing, or gives the error.
 */
function createRequest(
  contacts: ReadonlySignal<readonly Contact[]>,
  known: ReadonlySignal<ReadonlyMap<string, unknown>>,
  ask: (ids: readonly string[]) => Promise<DeskError | null>,
): {
  readonly state: ReadonlySignal<OnRequest>;
  readonly missing: ReadonlySignal<number>;
  read(): Promise<void>;
  /** What is under way no longer counts. */
  forget(): void;
} {
  const isReading = signal(false);
  let turn = 0;
  const error = signal<DeskError | null>(null);
  const missing = computed(() => contacts.value.map(({ id }) => id).filter((id) => !known.value.has(id)));

  return {
    missing: computed(() => missing.value.length),
    state: computed((): OnRequest => {
      if (isReading.value) return { kind: 'reading' };
      if (!missing.value.length) return { kind: 'ready' };
      return error.value ? { kind: 'failed', error: error.value } : { kind: 'notAsked' };
    }),
    async read() {
      if (isReading.value || !missing.value.length) return;
      isReading.value = true;
      const ownTurn = turn;
      const failed = await ask(missing.value);
      if (ownTurn !== turn) return;
      error.value = failed;
      isReading.value = false;
    },
    forget() {
      turn++;
      error.value = null;
      isReading.value = false;
    },
  };
}

/** Without a choice of the agent's, whoever may well be the open contact; of a long list, nobody. */
function firstChoice(records: readonly GroupMember[]): ReadonlySet<string> {
  if (records.length > mostCompared) return new Set();
  const [open, ...others] = records;
  const likely = others.filter((record) => record.evidence?.strength !== 'weak');
  const shown = open ? [open, ...(likely.length ? likely : others)] : [];
  return new Set(shown.map(({ contact }) => contact.id));
}

function toldCounts(counts: ReadonlyMap<string, number | null>): ReadonlyMap<string, number> | null {
  const told = [...counts].flatMap(([id, count]) => (count === null ? [] : [[id, count] as const]));
  return told.length ? new Map(told) : null;
}

function shareAGroup(records: readonly GroupMember[]): boolean {
  const [first, ...others] = records;
  return first?.foundBy.some((key) => others.every((other) => other.foundBy.includes(key))) ?? false;
}
