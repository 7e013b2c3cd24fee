import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { BrowserStorage } from '../base/browser-storage';
import { readAgent } from '../desk/agent';
import { type Desk, modalLocation } from '../desk/desk';
import type { ReadApi } from '../desk/read-api';
import type { FoundGroup, GroupMember } from '../duplicates/candidates';
import type { Bucket } from '../duplicates/compare';
import type { Contact, ContactId } from '../duplicates/contact';
import type { ContactCandidates } from './candidate-list';
import type { ContactVersions } from './contact-versions';
import { type ContactDecisions, createContactDecisions } from './decisions/contact-decisions';
import { createDecisionForm, type DecisionForm, type Draft } from './decisions/decision-form';
import type { StoredDecisions } from './decisions/decision-lookup';
import type { DecisionQueueOptions } from './decisions/decision-queue';
import { type DecisionStatus, isSeparate } from './decisions/decision-status';
import { createDecisions, type Decisions } from './decisions/decisions';
import { createOutbox } from './decisions/outbox';
import type { MatcherLoader } from './matchers';
import type { OpenContact } from './open-contact';
import { createReview, type Review } from './review/review';
import { createWideComparison, type WideComparison } from './review/wide-comparison';

/** The open contact with all it takes to decide about it. */
export interface DecidableContact extends OpenParts {
  readonly decisions: ContactDecisions;
  readonly review: Review;
  readonly view: ContactView;
  /** The contacts that were decided about and that the list does not show, by their ids, the latest decision first. */
  readonly decidedEarlier: ReadonlySignal<readonly ContactId[]>;
  refresh(bypassCache: boolean): void;
  stop(): void;
}

/** What the agent has open beside the contact. */
interface ContactView {
  /** Which fields the comparison shows; `null` while it is closed. Kept whichever contact is open. */
  readonly bucket: Signal<Bucket | null>;
  readonly decisionForm: DecisionForm;
  /** `null` where there is no wider place than here. */
  readonly wide: WideComparison | null;
}

/** The parts of an open contact that are there from the start. */
type OpenParts = Pick<OpenContact, 'kind' | 'contact' | 'detection' | 'groups' | 'candidates'>;

/** The contacts of one session, as far as they are decided about. */
export interface DecidableContacts {
  /** Everybody's decisions, whichever contact is open. */
  readonly decisions: Decisions;
  /** Decisions about one contact; `stored` is what the storage said of it. */
  open(options: DecidableOptions, stored: StoredDecisions): DecidableContact;
}

interface DecidableContactsOptions extends Omit<DecisionQueueOptions, 'agent' | 'outbox'> {
  readonly desk: Pick<Desk, 'getProperty' | 'location' | 'showModal'>;
  /** Where decisions that did not reach the storage yet are kept, and what their keys begin with. */
  readonly tab: BrowserStorage;
  readonly outboxName: string;
  readonly readApi: ReadApi;
  readonly matchers: MatcherLoader;
}

interface DecidableOptions {
  readonly parts: OpenParts;
  readonly versions: ContactVersions;
  readonly found: ReadonlySignal<readonly FoundGroup[]>;
}

/** Loads after the first answer. */
export function createDecidableContacts(options: DecidableContactsOptions): DecidableContacts {
  const outbox = createOutbox(options.outboxName, options.tab);
  const decisions = createDecisions({ ...options, agent: readAgent(options.desk), outbox });
  // A modal is opened to compare.
  const bucket = signal<Bucket | null>(options.desk.location === modalLocation ? 'differs' : null);
  /** Notes that are being written, by the open contact and whom they are about. */
  const drafts = new Map<string, Draft>();
  return {
    decisions,
    open: (contact, stored) =>
      createDecidableContact({ ...options, ...contact, all: decisions, stored, bucket, drafts }),
  };
}

interface Options extends DecidableContactsOptions, DecidableOptions {
  readonly all: Decisions;
  readonly stored: StoredDecisions;
  readonly bucket: Signal<Bucket | null>;
  readonly drafts: Map<string, Draft>;
}

function createDecidableContact(options: Options): DecidableContact {
  const { parts, versions, found, readApi, matchers, bucket } = options;
  const { id } = parts.contact.peek();
  const decisions = createContactDecisions({
    decisions: options.all,
    stored: options.stored,
    contactId: id,
    contactById: versions.contactOf,
    onPlanUndone: () => review.merge.forget(),
  });
  const review = createReview({
    readApi,
    versions,
    toE164: matchers.toE164,
    members: computed(() => comparable(parts, found.value)),
    readAlong: computed(() => decidedOnDetails(id, parts.candidates, decisions)),
    onMergeStarted: ({ primaryId, rounds }) => decisions.planMerge(primaryId, rounds),
  });
  const stopPlanning = effect(() => removeFromPlans(decisions, review.merge.mergedAway.value));

  return {
    ...parts,
    decisions,
    review,
    view: {
      bucket,
      decisionForm: createDecisionForm(id, options.drafts),
      wide: createWideComparison(options.desk, id),
    },
    decidedEarlier: computed(() => decidedEarlier(parts.candidates, decisions)),
    refresh(bypassCache) {
      void decisions.read();
      review.refresh(bypassCache);
    },
    stop() {
      stopPlanning();
      review.stop();
    },
  };
}

/** Once merged, the plan is no longer needed. */
function removeFromPlans(decisions: ContactDecisions, merged: readonly Contact[]) {
  untracked(() => {
    for (const { id } of merged) decisions.removeFromPlan(id);
  });
}

/** The open contact and its possible duplicates. */
function comparable(
  { contact, candidates: { duplicates } }: OpenParts,
  groups: readonly FoundGroup[],
): readonly GroupMember[] {
  if (!duplicates.value.length) return [];
  const open = contact.value;
  const foundBy = groups.flatMap(({ key, contacts }) =>
    contacts.some((one) => one.id === open.id) ? [key] : [],
  );
  return [{ contact: open, foundBy, evidence: null }, ...duplicates.value];
}

function decidedEarlier({ duplicates }: ContactCandidates, { statusByContact }: ContactDecisions) {
  const listed = new Set(duplicates.value.map(({ contact }) => contact.id));
  return [...statusByContact.value]
    .filter(([id]) => !listed.has(id))
    .sort(([, a], [, b]) => b.latest.at - a.latest.at)
    .map(([id]) => id);
}

/** Contacts marked as other people on more than lists tell: only single records show whether that still holds. */
function decidedOnDetails(
  openId: ContactId,
  { all, duplicates }: ContactCandidates,
  { statusByContact: { value: statuses } }: ContactDecisions,
): readonly ContactId[] {
  const known = all.value
    .map(({ contact }) => contact.id)
    .filter((id) => isSeparate(statuses.get(id)) && knowsDetails(statuses.get(id), id));
  const isOpenCompared = duplicates.value.length > 0;
  return known.length && !isOpenCompared ? [openId, ...known] : known;
}

/** Whether a decision was made on more than lists tell. */
function knowsDetails(status: DecisionStatus | undefined, contactId: ContactId): boolean {
  return 'title' in (status?.latest.fingerprints[contactId] ?? {});
}
