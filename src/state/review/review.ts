import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ReadApi } from '../../desk/read-api';
import type { GroupMember } from '../../duplicates/candidates';
import { type Comparison, compareRecords } from '../../duplicates/compare';
import type { Contact, ContactId } from '../../duplicates/contact';
import type { FieldKey } from '../../duplicates/contact-fields';
import { type MergePlan, planMerge } from '../../duplicates/merge-plan';
import type { ToE164 } from '../../duplicates/phones/parse-phone';
import { type PrimarySuggestion, suggestPrimary } from '../../duplicates/primary';
import type { ContactVersions } from '../contact-versions';
import { createContactDetails } from './contact-details';
import { createMergeInProgress, type MergeInProgress, type PlannedMerge } from './merge-in-progress';
import type { OnRequest } from './on-request';
import { createSelection, type Selection } from './selection';
import { createTicketCounts, type TicketCounts } from './ticket-counts';

/** What helps an agent to decide: the contacts side by side, which one to keep, and what a merge would cost. */
export interface Review {
  readonly selection: Selection;
  readonly comparison: ReadonlySignal<Comparison>;
  /** The fields that only single records have, of all contacts that are compared. */
  readonly details: OnRequest;
  readonly tickets: TicketCounts;
  readonly primary: PrimaryChoice;
  readonly plan: ReadonlySignal<MergePlan>;
  /** Keeps the value of this contact for this field. */
  chooseValue(key: FieldKey, contactId: ContactId): void;
  readonly merge: MergeInProgress;
  /** Forgets what was read on request, and looks up what became of a merge in progress. */
  refresh(bypassCache: boolean): void;
  stop(): void;
}

/** Which record to keep. */
interface PrimaryChoice {
  readonly suggestion: ReadonlySignal<PrimarySuggestion>;
  /** The agent's choice, else the suggestion. */
  readonly contactId: ReadonlySignal<ContactId | null>;
  choose(contactId: ContactId): void;
}

interface ReviewOptions {
  readonly readApi: ReadApi;
  readonly versions: ContactVersions;
  /** The open contact and its duplicates. */
  readonly members: ReadonlySignal<readonly GroupMember[]>;
  /** Further contacts whose details are read along with those of the compared ones. */
  readonly readAlong: ReadonlySignal<readonly ContactId[]>;
  readonly toE164: ReadonlySignal<ToE164 | null>;
  /** The agent goes to Desk to merge. */
  onMergeStarted(merge: PlannedMerge): void;
}

export function createReview(options: ReviewOptions): Review {
  const { readApi, versions, members, readAlong, toE164, onMergeStarted } = options;
  const selection = createSelection(members);
  const contacts = computed(() => selection.compared.value.map(({ contact }) => contact));
  const contactIds = computed(() => contacts.value.map(({ id }) => id));
  const details = createContactDetails({
    readApi,
    versions,
    contactIds: computed(() => [...contactIds.value, ...readAlong.value]),
  });
  const tickets = createTicketCounts(readApi, contactIds);

  const chosenPrimary = signal<ContactId | null>(null);
  const suggestion = computed(() => suggestPrimary(contacts.value, knownTicketCounts(tickets.counts.value)));
  const primaryId = computed(() => {
    const chosen = chosenPrimary.value;
    return chosen && contactIds.value.includes(chosen) ? chosen : suggestion.value.primaryId;
  });

  const values = signal<ReadonlyMap<FieldKey, ContactId>>(new Map());
  const plan = computed(() => {
    const context = { shareAGroup: shareAGroup(selection.compared.value) };
    return planMerge(contacts.value, primaryId.value, values.value, context, toE164.value);
  });
  const merge = createMergeInProgress({
    readApi,
    planned: computed(() => plannedMerge(contacts.value, primaryId.value, plan.value)),
    onStart(planned) {
      chosenPrimary.value = planned.primaryId;
      onMergeStarted(planned);
    },
  });

  return {
    selection,
    comparison: computed(() => compareRecords(contacts.value, toE164.value)),
    details,
    tickets,
    primary: {
      suggestion,
      contactId: primaryId,
      choose(contactId) {
        chosenPrimary.value = contactId;
      },
    },
    plan,
    chooseValue(key, contactId) {
      values.value = new Map(values.peek()).set(key, contactId);
    },
    merge,
    refresh(bypassCache) {
      for (const part of [details, tickets, merge]) part.refresh(bypassCache);
    },
    stop() {
      for (const part of [details, tickets, merge]) part.stop();
    },
  };
}

/** `null` if none are known. */
function knownTicketCounts(
  counts: ReadonlyMap<ContactId, number | null>,
): ReadonlyMap<ContactId, number> | null {
  const known = [...counts].flatMap(([id, count]) => (count === null ? [] : [[id, count] as const]));
  return known.length ? new Map(known) : null;
}

function plannedMerge(
  contacts: readonly Contact[],
  primaryId: ContactId | null,
  { mergeable, rounds }: MergePlan,
): PlannedMerge | null {
  if (primaryId === null) return null;
  return { primaryId, others: contacts.filter(({ id }) => mergeable.includes(id)), rounds };
}

function shareAGroup([first, ...others]: readonly GroupMember[]): boolean {
  return first?.foundBy.some((key) => others.every((other) => other.foundBy.includes(key))) ?? false;
}
