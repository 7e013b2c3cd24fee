import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { ReadApi } from '../desk/read-api';
import type { Settings } from '../desk/settings';
import { completeContact, type FoundGroup, type GroupMember } from '../duplicates/candidates';
import type { Bucket } from '../duplicates/compare';
import { type Contact, withDetails } from '../duplicates/contact';
import { type ContactCandidates, createContactCandidates } from './candidate-list';
import { createDecisionAid, type DecisionAid } from './decision-aid';
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

/** The contact that the agent is looking at, its possible duplicates, and what the agent does about them. */
export interface OpenContact {
  readonly kind: 'contact';
  readonly contact: ReadonlySignal<Contact>;
  readonly detection: Detection;
  readonly groups: OpenedGroups;
  readonly candidates: ContactCandidates;
  readonly review: DecisionAid;
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
  const contact = computed(() => {
    const { contact: own, hasEmailAndPhone } = detection.own.value;
    return completeContact(own, hasEmailAndPhone, found.value);
  });
  const detailed = signal<ReadonlyMap<string, Contact>>(new Map());
  const find = createFinder(contact, found, detailed);
  const plans = createContactDecisions({
    decisions: options.allDecisions,
    contactId: id,
    contactById: find,
  });
  const candidates = createContactCandidates({
    openContact: contact,
    groups: found,
    phones,
    decisions: plans,
    detection,
  });
  const aid = createDecisionAid({
    readApi,
    readPhone: phones.reader,
    detailed,
    readAlong: computed(() => contactsDecidedOnDetails(contact.value, candidates, plans)),
    records: computed(() => comparable(contact.value, found.value, candidates)),
  });
  const { review, decisions } = recordMerges(aid, plans);
  const effects = [
    effect(() => loadWhereCompared(phones, found.value)),
    effect(() => removeFromPlans(plans, aid.gone.value)),
  ];
  void detection.start(firstPage, options.bypassCache);
  groups.recall();

  return {
    kind: 'contact',
    contact,
    detection,
    groups,
    candidates,
    review,
    decisions,
    view: { bucket, decisionForm: createDecisionForm(id, options.drafts) },
    refresh(page, bypassCache) {
      void detection.start(page, bypassCache);
      groups.refresh(bypassCache);
      groups.recall();
      void plans.read();
      aid.refresh(bypassCache);
    },
    stop() {
      for (const stopEffect of effects) stopEffect();
      aid.stop();
      groups.stop();
      detection.stop();
    },
  };
}

/** A merge that the agent starts is recorded as a decision, and given up where that is taken back. */
function recordMerges(
  aid: DecisionAid,
  plans: ContactDecisions,
): { readonly review: DecisionAid; readonly decisions: ContactDecisions } {
  const review: DecisionAid = {
    ...aid,
    startMerge() {
      const primaryId = aid.primaryId.value;
      const { rounds } = aid.plan.value;
      aid.startMerge();
      if (primaryId) plans.planMerge(primaryId, rounds);
    },
  };
  const decisions: ContactDecisions = {
    ...plans,
    undo(otherId) {
      if (plans.statusByContact.peek().get(otherId)?.latest.kind === 'mergePlanned') aid.forgetMerge();
      plans.undo(otherId);
    },
  };
  return { review, decisions };
}

/** Once merged, the plan is no longer needed. */
function removeFromPlans(plans: ContactDecisions, merged: readonly GroupMember[]) {
  untracked(() => {
    for (const { contact } of merged) plans.removeFromPlan(contact.id);
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

/** Finds what is known of a contact by now, details included where they were read. */
function createFinder(
  open: ReadonlySignal<Contact>,
  groups: ReadonlySignal<readonly FoundGroup[]>,
  detailed: ReadonlySignal<ReadonlyMap<string, Contact>>,
): (contactId: string) => Contact | null {
  const contactsById = computed(() => {
    const contacts = groups.value.flatMap((group) => group.contacts);
    const byId = new Map(contacts.map((contact) => [contact.id, contact]));
    const { value: own } = open;
    return byId.set(own.id, currentOf(own, byId.get(own.id) ?? own));
  });
  return (contactId) => {
    const contact = contactsById.value.get(contactId);
    return contact ? withDetails(contact, detailed.value) : null;
  };
}

/**
 * The open contact as Desk's API tells it, with the plain values of the page, which are newer than a kept answer. The
 * other page values may only be formatted differently, so they're ignored.
 */
function currentOf(shown: Contact, listed: Contact): Contact {
  const { firstName, lastName, email, secondaryEmail, phone, mobile } = shown;
  return { ...listed, firstName, lastName, email, secondaryEmail, phone, mobile };
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
function contactsDecidedOnDetails(
  open: Contact,
  { all, duplicates }: ContactCandidates,
  { statusByContact: { value: statuses } }: ContactDecisions,
): readonly Contact[] {
  const known = all.value
    .map(({ contact }) => contact)
    .filter(({ id }) => isSeparate(statuses.get(id)) && knowsDetails(statuses.get(id), id));
  const isOpenCompared = duplicates.value.length > 0;
  return known.length && !isOpenCompared ? [open, ...known] : known;
}

/** Whether a decision was made on more than lists tell. */
function knowsDetails(status: DecisionStatus | undefined, contactId: string): boolean {
  return 'title' in (status?.latest.fingerprints[contactId] ?? {});
}
