import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { OpenRecord } from '../desk/open-record';
import type { ReadApi } from '../desk/read-api';
import type { Settings } from '../desk/settings';
import { type Candidate, completeContact, createCandidates, type FoundGroup } from '../duplicates/candidates';
import type { Bucket } from '../duplicates/compare';
import { type Contact, withDetails } from '../duplicates/contact';
import { type GroupReference, referenceKey } from '../duplicates/group-reference';
import { letter } from '../duplicates/letter';
import { type ContactDecisions, createContactDecisions, type Standing } from './contact-decisions';
import { createDeciding, type Deciding, type Draft } from './deciding';
import { createDecisionAid, type DecisionAid } from './decision-aid';
import type { Decisions } from './decisions';
import { createDetection, type Detection } from './detection';
import { createGroupReading, type GroupReading } from './group-reading';
import { keepGroups } from './kept-groups';
import type { GroupMemory } from './memory';
import type { PhoneLibrary } from './phone-library';

/** A group that the agent opened, by its id or by a value. */
export interface OpenedGroup {
  readonly key: string;
  readonly reading: GroupReading;
}

/** Everything about one open record: its duplicates, and the groups opened beside it. */
export interface Workspace {
  readonly record: OpenRecord;
  readonly openContact: ReadonlySignal<Contact | null>;
  /** The search for duplicates; `null` where no contact is open, or tickets are not covered. */
  readonly detection: Detection | null;
  readonly opened: ReadonlySignal<readonly OpenedGroup[]>;
  /** Everybody in any of the groups. */
  readonly candidates: ReadonlySignal<readonly Candidate[]>;
  /** A candidate by the contact's id. */
  candidateOf(contactId: string): Candidate | undefined;
  /** The possible duplicates: candidates in a group of the open contact that nobody has marked as another person. */
  readonly duplicates: ReadonlySignal<readonly Candidate[]>;
  /** What was decided about the open contact; `null` where its duplicates are not looked for. */
  readonly decisions: ContactDecisions | null;
  /** The contacts that were decided about and that the list does not show, by their ids, the latest decision first. */
  readonly decidedEarlier: ReadonlySignal<readonly string[]>;
  /** Whether all that is looked up by itself is there. */
  readonly isSettled: ReadonlySignal<boolean>;
  /** Records with their details, by contact id, as far as they were read. */
  readonly detailed: ReadonlySignal<ReadonlyMap<string, Contact>>;
  readonly aid: DecisionAid;
  /** Goes to merge in Desk, and records that as a decision. */
  startMerge(): void;
  /** Takes back the latest decision about a contact. */
  undo(contactId: string): void;
  /** What the agent is about to decide. */
  readonly deciding: Deciding;
  /** Which fields the comparison shows; `null` while it is closed. */
  readonly bucket: ReadonlySignal<Bucket | null>;
  showBucket(bucket: Bucket | null): void;
  /** The key of the group that the list is filtered by, or `all`. */
  readonly selected: ReadonlySignal<string>;
  /** Whether opened groups can be remembered. */
  readonly canRemember: ReadonlySignal<boolean>;
  select(key: string): void;
  openGroup(reference: GroupReference): void;
  closeGroup(key: string): void;
  stop(): void;
}

export interface WorkspaceOptions {
  readonly readApi: ReadApi;
  readonly memory: GroupMemory;
  /** Everybody's decisions, whichever contact is open. */
  readonly allDecisions: Decisions;
  /** Notes that are being written, by the open contact and whom they are about. */
  readonly drafts: Map<string, Draft>;
  readonly settings: Settings;
  readonly phones: PhoneLibrary;
  readonly record: OpenRecord;
  /** Whether this is a record that is looked into by itself; tickets may be left out. */
  readonly isCovered: boolean;
  /** What was known of the same contact before, so that what the agent opened and selected stays. */
  readonly before: Workspace | null;
  /** Goes past answers that are kept. */
  readonly fresh: boolean;
  /** Which fields the comparison shows: kept for as long as the panel is open, whichever contact is. */
  readonly bucket: Signal<Bucket | null>;
}

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const {
    readApi,
    memory,
    allDecisions,
    drafts,
    settings,
    phones,
    record,
    isCovered,
    before,
    fresh,
    bucket,
  } = options;
  const told = record.kind === 'contact' ? record : null;
  const detection =
    told && isCovered
      ? createDetection({ readApi, settings, told: told.contact, isWhole: told.isWhole, fresh })
      : null;
  const opened = signal<readonly OpenedGroup[]>([]);
  const selected = signal(before?.selected.value ?? 'all');

  const groups = computed((): FoundGroup[] => [
    ...(detection?.checks.value ?? []).map(({ key, reading }) => ({ key, contacts: sharers(reading) })),
    ...opened.value.map(({ key, reading }) => ({ key, contacts: reading.contacts.value })),
  ]);
  /** Who shares a value; the open contact is one of them though its page of a long answer is not read yet. */
  function sharers({ contacts, phase }: GroupReading): readonly Contact[] {
    const own = detection?.contact.value;
    const isCut = phase.value.kind === 'stopped' && contacts.value.length > 0;
    const isMissing = own && !contacts.value.some((contact) => contact.id === own.id);
    return isCut && isMissing ? [...contacts.value, own] : contacts.value;
  }
  const openContact = computed(() => {
    const known = detection?.contact.value ?? told?.contact ?? null;
    if (!known || !told) return null;
    const isWhole = told.isWhole || known !== told.contact;
    return completeContact(known, isWhole, groups.value);
  });
  const detailed = signal<ReadonlyMap<string, Contact>>(new Map());
  const decisions =
    told && isCovered
      ? createContactDecisions({ decisions: allDecisions, contactId: told.contact.id, find })
      : null;
  // As text, so that a decision that moves nobody does not have everybody weighed again.
  const last = computed(() => {
    const atFirst = [...(decisions?.separateAtFirst.value ?? [])];
    return atFirst.filter((id) => !decisions?.standings.value.get(id)?.isWoken).join(' ');
  });
  const candidates = computed(() => {
    const settled = new Set(last.value.split(' '));
    return createCandidates(openContact.value, groups.value, phones.reader.value, settled);
  });
  const byId = computed(() => new Map(candidates.value.map((one) => [one.contact.id, one])));
  const duplicates = computed(() => {
    const separate = decisions?.separate.value;
    const isShown = decisions?.isReady.value ?? true;
    return isShown ? candidates.value.filter((one) => one.isDuplicate && !separate?.has(one.contact.id)) : [];
  });
  const listed = computed(() => {
    const contacts = groups.value.flatMap((group) => group.contacts);
    const byId = new Map(contacts.map((contact) => [contact.id, contact]));
    const open = openContact.value;
    if (open) byId.set(open.id, currentOf(open, byId.get(open.id) ?? open));
    return byId;
  });
  function find(id: string): Contact | null {
    const contact = listed.value.get(id);
    return contact ? withDetails(contact, detailed.value) : null;
  }

  const stopped = new AbortController();
  const aid = createDecisionAid({
    readApi,
    readPhone: phones.reader,
    detailed,
    readAlong: computed(() => {
      const standings = decisions?.standings.value;
      const separate = candidates.value.filter(({ contact }) => decisions?.separate.value.has(contact.id));
      const known = separate.filter(({ contact: { id } }) => knowsDetails(standings?.get(id), id));
      const isOpenCompared = duplicates.value.length > 0;
      const open = known.length && !isOpenCompared ? openContact.value : null;
      return [open ?? [], known.map(({ contact }) => contact)].flat();
    }),
    records: computed(() => {
      const open = openContact.value;
      if (!open || !duplicates.value.length) return [];
      const foundBy = groups.value.flatMap(({ key, contacts }) =>
        contacts.some((contact) => contact.id === open.id) ? [key] : [],
      );
      return [
        { letter: letter(0), contact: open, foundBy, isWeak: false },
        ...duplicates.value.map((one) => ({ ...one, isWeak: one.evidence?.strength === 'weak' })),
      ];
    }),
    before: before?.aid ?? null,
    fresh,
    signal: stopped.signal,
  });

  const stopPhones = effect(() => {
    const contacts = groups.value.flatMap((group) => group.contacts);
    const numbers = new Set(contacts.flatMap(({ phone, mobile }) => [phone, mobile]).filter(Boolean));
    if (numbers.size > 1) phones.load();
  });
  // A plan that is carried out is no decision any more.
  const stopTidying = effect(() => {
    const gone = aid.gone.value;
    untracked(() => {
      for (const { contact } of gone) decisions?.tidy(contact.id);
    });
  });
  const kept = told && isCovered ? keepGroups({ memory, contactId: told.contact.id, opened, open }) : null;
  void detection?.start();
  for (const { reading } of before?.opened.value ?? []) open(reading.reference);

  return {
    record,
    openContact,
    detection,
    opened,
    candidates,
    candidateOf: (id) => byId.value.get(id),
    duplicates,
    decisions,
    decidedEarlier: computed(() => {
      const listed = new Set(duplicates.value.map(({ contact }) => contact.id));
      return [...(decisions?.standings.value ?? [])]
        .filter(([id]) => !listed.has(id))
        .sort(([, a], [, b]) => b.latest.at - a.latest.at)
        .map(([id]) => id);
    }),
    isSettled: computed(() => (detection?.isSettled.value ?? true) && (decisions?.isReady.value ?? true)),
    canRemember: memory.works,
    detailed,
    aid,
    startMerge,
    undo(id) {
      if (decisions?.standings.peek().get(id)?.latest.kind === 'mergePlanned') aid.forgetMerge();
      decisions?.undo(id);
    },
    deciding: createDeciding(told?.contact.id ?? '', drafts),
    bucket,
    showBucket(shown) {
      bucket.value = shown;
    },
    selected,
    select(key) {
      selected.value = key;
    },
    openGroup(reference) {
      open(reference);
      selected.value = referenceKey(reference);
    },
    closeGroup(key) {
      opened.value.find((group) => group.key === key)?.reading.stop();
      opened.value = opened.value.filter((group) => group.key !== key);
      selected.value = 'all';
      kept?.forget(key);
    },
    stop() {
      stopped.abort();
      stopPhones();
      stopTidying();
      kept?.stop();
      decisions?.stop();
      detection?.stop();
      for (const { reading } of opened.value) reading.stop();
    },
  };

  function startMerge() {
    const ids = aid.compared.value.map(({ contact }) => contact.id);
    const primaryId = ids[aid.primary.value];
    const rounds = aid.plan.value.rounds.map((round) => round.flatMap((index) => ids[index] ?? []));
    aid.startMerge();
    if (primaryId) decisions?.planMerge(primaryId, rounds);
  }

  function open(reference: GroupReference) {
    const key = referenceKey(reference);
    if (opened.value.some((group) => group.key === key)) return;
    const reading = createGroupReading(readApi, reference, fresh);
    opened.value = [...opened.value, { key, reading }];
    void reading.read();
  }
}

/**
 * The open contact as Desk's API tells it, with the plain values of the page, which are newer than a kept answer. The
 * page may write its other values otherwise, which is no change of them.
 */
function currentOf(shown: Contact, listed: Contact): Contact {
  const { firstName, lastName, email, secondaryEmail, phone, mobile } = shown;
  return { ...listed, firstName, lastName, email, secondaryEmail, phone, mobile };
}

/** Whether a decision was made on more than lists tell, so that only single records show whether it still holds. */
function knowsDetails(standing: Standing | undefined, contactId: string): boolean {
  return 'title' in (standing?.latest.fingerprints[contactId] ?? {});
}
