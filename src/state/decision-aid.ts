import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { readContacts, readTicketCount } from '../desk/contacts';
import type { DeskError } from '../desk/desk-error';
import type { ReadApi } from '../desk/read-api';
import { type Comparison, compareRecords } from '../duplicates/compare';
import type { Contact } from '../duplicates/contact';
import { type MergePlan, planMerge } from '../duplicates/merge-plan';
import type { PhoneReader } from '../duplicates/phones';
import { type PrimarySuggestion, suggestPrimary } from '../duplicates/primary';

/** A record that can be compared, with the letter that it has everywhere. */
export interface LetteredContact {
  readonly letter: string;
  readonly contact: Contact;
  /** The groups that hold it, by our own keys: Desk merges only within one group. */
  readonly foundBy: readonly string[];
}

/** What is read only when it is asked for, since it costs calls. */
export type OnRequest =
  | { readonly kind: 'notAsked' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: DeskError };

/** What helps an agent to decide: the records side by side, which one to keep, and what a merge would cost. */
export interface DecisionAid {
  /** The records that are compared, the open contact first; at most five. */
  readonly compared: ReadonlySignal<readonly LetteredContact[]>;
  /** Whether there are more records than can be compared at once, so that the agent has to choose. */
  readonly mustChoose: ReadonlySignal<boolean>;
  readonly chosen: ReadonlySignal<ReadonlySet<string>>;
  choose(contactId: string, isChosen: boolean): void;

  readonly comparison: ReadonlySignal<Comparison>;
  /** The fields that only single records tell: one call for all of them. */
  readonly details: ReadonlySignal<OnRequest>;
  readDetails(): Promise<void>;

  readonly suggestion: ReadonlySignal<PrimarySuggestion>;
  /** The index of the record to keep: the agent's choice, else the suggestion. */
  readonly primary: ReadonlySignal<number>;
  choosePrimary(contactId: string): void;
  readonly tickets: ReadonlySignal<OnRequest>;
  /** Tickets by contact id, as far as they were counted. */
  readonly ticketCounts: ReadonlySignal<ReadonlyMap<string, number>>;
  /** One call for each record. */
  countTickets(): Promise<void>;

  readonly plan: ReadonlySignal<MergePlan>;
  /** Keeps the value of this record for this field. */
  chooseValue(fieldKey: string, contactId: string): void;

  /** The records that the agent set out to merge into another, once the merge was opened in Desk. */
  readonly merging: ReadonlySignal<readonly LetteredContact[]>;
  /** Those of them that Desk no longer finds: they were merged. */
  readonly gone: ReadonlySignal<readonly LetteredContact[]>;
  startMerge(): void;
}

/** The most records that are compared at once. */
export const mostCompared = 5;

export interface DecisionAidOptions {
  readonly readApi: ReadApi;
  readonly records: ReadonlySignal<readonly LetteredContact[]>;
  readonly readPhone: ReadonlySignal<PhoneReader | null>;
  /** Whether all answers about the records are there, and none failed. */
  readonly isComplete: ReadonlySignal<boolean>;
  /** What the agent set out to merge before a refresh. */
  readonly merging: readonly LetteredContact[];
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

export function createDecisionAid(options: DecisionAidOptions): DecisionAid {
  const { readApi, records, readPhone, isComplete, merging, signal: stopped } = options;
  const chosen = signal<ReadonlySet<string>>(new Set());
  const detailed = signal<ReadonlyMap<string, Contact>>(new Map());
  const details = signal<OnRequest>({ kind: 'notAsked' });
  const ticketCounts = signal<ReadonlyMap<string, number>>(new Map());
  const tickets = signal<OnRequest>({ kind: 'notAsked' });
  const chosenPrimary = signal<string | null>(null);
  const chosenValues = signal<ReadonlyMap<string, string>>(new Map());
  const underWay = signal(merging);

  const mustChoose = computed(() => records.value.length > mostCompared);
  const compared = computed(() => {
    const shown = mustChoose.value
      ? records.value.filter(({ contact }) => chosen.value.has(contact.id))
      : records.value;
    return shown.map((record) => ({ ...record, contact: withDetails(record.contact, detailed.value) }));
  });
  const contacts = computed(() => compared.value.map(({ contact }) => contact));
  const comparison = computed(() => compareRecords(contacts.value, readPhone.value));
  const suggestion = computed(() =>
    suggestPrimary(contacts.value, ticketCounts.value.size ? ticketCounts.value : null),
  );
  const indexOf = (contactId: string | null) =>
    contacts.value.findIndex((contact) => contact.id === contactId);
  const primary = computed(() => {
    const index = indexOf(chosenPrimary.value);
    return index < 0 ? suggestion.value.index : index;
  });
  const plan = computed(() => {
    const choices = [...chosenValues.value].map(([field, id]) => [field, indexOf(id)] as const);
    const known = new Map(choices.filter(([, index]) => index >= 0));
    return planMerge(
      contacts.value,
      primary.value,
      known,
      { sharedGroups: shareAGroup(compared.value) },
      readPhone.value,
    );
  });

  const gone = computed(() => {
    const here = new Set(records.value.map(({ contact }) => contact.id));
    return isComplete.value ? merging.filter(({ contact }) => !here.has(contact.id)) : [];
  });

  return {
    gone,
    compared,
    mustChoose,
    comparison,
    details,
    suggestion,
    primary,
    tickets,
    ticketCounts,
    plan,
    merging: underWay,

    chosen,
    choose(contactId, isChosen) {
      const next = new Set(chosen.value);
      if (!isChosen) next.delete(contactId);
      else if (next.size < mostCompared) next.add(contactId);
      chosen.value = next;
    },
    choosePrimary(contactId) {
      chosenPrimary.value = contactId;
    },
    chooseValue(fieldKey, contactId) {
      chosenValues.value = new Map(chosenValues.value).set(fieldKey, contactId);
    },
    startMerge() {
      const { rounds } = plan.value;
      underWay.value = compared.value.filter(
        (_, index) => index !== primary.value && rounds.flat().includes(index),
      );
    },

    async readDetails() {
      const missing = contacts.value.filter(({ id }) => !detailed.value.has(id)).map(({ id }) => id);
      if (!missing.length || details.value.kind === 'reading') return;
      details.value = { kind: 'reading' };
      const read = await readContacts(readApi, missing, { signal: stopped });
      if (stopped.aborted) return;
      if (read.ok)
        detailed.value = new Map([...detailed.value, ...read.value.map((one) => [one.id, one] as const)]);
      details.value = read.ok ? { kind: 'ready' } : { kind: 'failed', error: read.error };
    },

    async countTickets() {
      tickets.value = { kind: 'reading' };
      const counts = await Promise.all(
        contacts.value.map(async ({ id }) => ({
          id,
          count: await readTicketCount(readApi, id, { signal: stopped }),
        })),
      );
      if (stopped.aborted) return;
      const told = counts.flatMap(({ id, count }) =>
        count.ok && count.value !== null ? [[id, count.value] as const] : [],
      );
      ticketCounts.value = new Map([...ticketCounts.value, ...told]);
      const failed = counts.flatMap(({ count }) => (count.ok ? [] : [count.error]))[0];
      tickets.value = failed ? { kind: 'failed', error: failed } : { kind: 'ready' };
    },
  };
}

/** What the single record tells, and what only lists tell (the account's name, the link to CRM). */
function withDetails(listed: Contact, detailed: ReadonlyMap<string, Contact>): Contact {
  const record = detailed.get(listed.id);
  if (!record) return listed;
  const told = Object.entries(record).filter(([, value]) => value !== null && value !== false);
  return { ...listed, ...Object.fromEntries(told) };
}

function shareAGroup(records: readonly LetteredContact[]): boolean {
  const [first, ...others] = records;
  return first?.foundBy.some((key) => others.every((other) => other.foundBy.includes(key))) ?? false;
}
