import { computed, effect, type ReadonlySignal, type Signal, untracked } from '@preact/signals';
import type { ReadApi } from '../desk/read-api';
import type { Settings } from '../desk/settings';
import type { FoundGroup, GroupMember } from '../duplicates/candidates';
import type { Bucket } from '../duplicates/compare';
import type { Contact, ContactId } from '../duplicates/contact';
import { type ContactCandidates, createContactCandidates } from './candidate-list';
import { createContactVersions } from './contact-versions';
import {
  type ContactDecisions,
  createContactDecisions,
  type DecisionStatus,
  isSeparate,
} from './decisions/contact-decisions';
import { createDecisionForm, type DecisionForm, type Draft } from './decisions/decision-form';
import type { Decisions } from './decisions/decisions';
import { createDetection, type Detection, type PageContact } from './detection';
import type { GroupReading } from './group-reading';
import { createOpenedGroups, type OpenedGroups } from './opened-groups';
import { loadWhereCompared, type PhoneParserLoader } from './phone-library';
import type { GroupMemory } from './remembered-groups';
import { createReview, type Review } from './review/review';

/** The contact that the agent is looking at, its possible duplicates, and what the agent does about them. */
export interface OpenContact {
  readonly kind: 'contact';
  readonly contact: ReadonlySignal<Contact>;
  readonly detection: Detection;
  readonly groups: OpenedGroups;
  readonly candidates: ContactCandidates;
  readonly review: Review;
  readonly decisions: ContactDecisions;
  readonly view: ContactView;
  /** Reads everything again: the page sent other values, or the agent asked for it. */
  refresh(page: PageContact, bypassCache: boolean): void;
  stop(): void;
}

/** What the agent has open beside the contact. */
export interface ContactView {
  /** Which fields the comparison shows; `null` while it is closed. Kept whichever contact is open. */
  readonly bucket: Signal<Bucket | null>;
  readonly decisionForm: DecisionForm;
}

export interface OpenContactOptions {
  readonly readApi: ReadApi;
  readonly memory: GroupMemory;
  /** Everybody's decisions, whichever contact is open. */
  readonly allDecisions: Decisions;
  /** Notes that are being written, by the open contact and whom they are about. */
  readonly drafts: Map<string, Draft>;
  readonly settings: Settings;
  readonly phones: PhoneParserLoader;
  readonly bucket: Signal<Bucket | null>;
  readonly page: PageContact;
  readonly bypassCache: boolean;
}

export function createOpenContact(options: OpenContactOptions): OpenContact {
  const { readApi, memory, settings, phones, page: firstPage, bucket } = options;
  const { id } = firstPage.contact;
  const detection = createDetection({ readApi, settings, page: firstPage });
  const groups = createOpenedGroups({ readApi, memory, contactId: id });
  const found = computed(() => foundGroups(detection, groups));
  const own = computed(() => detection.own.value.contact);
  const versions = createContactVersions(own, found);
  const plans = createContactDecisions({
    decisions: options.allDecisions,
    contactId: id,
    contactById: versions.contactOf,
  });
  const candidates = createContactCandidates({
    versions,
    groups: found,
    phones,
    decisions: plans,
    detection,
  });
  const review = createReview({
    readApi,
    versions,
    toE164: phones.reader,
    members: computed(() => comparable(versions.open.value, found.value, candidates)),
    readAlong: computed(() => decidedOnDetails(id, candidates, plans)),
    onMergeStarted: ({ primaryId, rounds }) => plans.planMerge(primaryId, rounds),
  });
  const effects = [
    effect(() => loadWhereCompared(phones, found.value)),
    effect(() => removeFromPlans(plans, review.merge.mergedAway.value)),
  ];
  void detection.start(firstPage, options.bypassCache);
  groups.recall();

  return {
    kind: 'contact',
    contact: versions.open,
    detection,
    groups,
    candidates,
    review,
    decisions: withMergesGivenUp(plans, review),
    view: { bucket, decisionForm: createDecisionForm(id, options.drafts) },
    refresh(page, bypassCache) {
      void detection.start(page, bypassCache);
      groups.refresh(bypassCache);
      groups.recall();
      void plans.read();
      review.refresh(bypassCache);
    },
    stop() {
      for (const stopEffect of effects) stopEffect();
      review.stop();
      groups.stop();
      detection.stop();
    },
  };
}

/** Taking back the decision to merge gives up the merge in progress, too. */
function withMergesGivenUp(plans: ContactDecisions, { merge }: Review): ContactDecisions {
  return {
    ...plans,
    undo(otherId) {
      if (plans.statusByContact.peek().get(otherId)?.latest.kind === 'mergePlanned') merge.forget();
      plans.undo(otherId);
    },
  };
}

/** Once merged, the plan is no longer needed. */
function removeFromPlans(plans: ContactDecisions, merged: readonly Contact[]) {
  untracked(() => {
    for (const { id } of merged) plans.removeFromPlan(id);
  });
}

/** The groups of the contact's own values, and those that the agent opened. */
function foundGroups(detection: Detection, { opened }: OpenedGroups): FoundGroup[] {
  const own = detection.own.value.contact;
  return [
    ...detection.checks.value.map(({ key, reading }) => ({ key, contacts: contactsOf(reading, own) })),
    ...opened.value.map(({ key, reading }) => ({ key, contacts: reading.contacts.value })),
  ];
}

/** Contacts sharing a value. Always includes the open contact, even if its page isn't loaded yet. */
function contactsOf({ contacts, phase }: GroupReading, own: Contact): readonly Contact[] {
  const isCut = phase.value.kind === 'stopped' && contacts.value.length > 0;
  const isMissing = !contacts.value.some((contact) => contact.id === own.id);
  return isCut && isMissing ? [...contacts.value, own] : contacts.value;
}

/** The open contact and its possible duplicates. */
function comparable(
  open: Contact,
  groups: readonly FoundGroup[],
  { duplicates }: ContactCandidates,
): readonly GroupMember[] {
  if (!duplicates.value.length) return [];
  const foundBy = groups.flatMap(({ key, contacts }) =>
    contacts.some((contact) => contact.id === open.id) ? [key] : [],
  );
  return [{ contact: open, foundBy, evidence: null }, ...duplicates.value];
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
function knowsDetails(status: DecisionStatus | undefined, contactId: string): boolean {
  return 'title' in (status?.latest.fingerprints[contactId] ?? {});
}
