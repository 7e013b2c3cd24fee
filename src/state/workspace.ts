import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { OpenRecord } from '../desk/open-record';
import type { ReadApi } from '../desk/read-api';
import type { Settings } from '../desk/settings';
import { type Candidate, completeContact, createCandidates, type FoundGroup } from '../duplicates/candidates';
import type { Bucket } from '../duplicates/compare';
import type { Contact } from '../duplicates/contact';
import type { GroupReference } from '../duplicates/group-reference';
import { letter } from '../duplicates/letter';
import { keyOf } from '../duplicates/match-values';
import { createDecisionAid, type DecisionAid } from './decision-aid';
import { createDetection, type Detection } from './detection';
import { createGroupReading, type GroupReading } from './group-reading';
import type { GroupById, GroupMemory } from './memory';
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
  readonly candidates: ReadonlySignal<readonly Candidate[]>;
  readonly aid: DecisionAid;
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
  const { readApi, memory, settings, phones, record, isCovered, before, fresh, bucket } = options;
  const told = record.kind === 'contact' ? record : null;
  const detection =
    told && isCovered
      ? createDetection({ readApi, settings, told: told.contact, isWhole: told.isWhole, fresh })
      : null;
  const opened = signal<readonly OpenedGroup[]>([]);
  const selected = signal(before?.selected.value ?? 'all');

  const groups = computed((): FoundGroup[] => [
    ...(detection?.checks.value ?? []).map(({ key, reading }) => ({ key, contacts: reading.contacts.value })),
    ...opened.value.map(({ key, reading }) => ({ key, contacts: reading.contacts.value })),
  ]);
  const openContact = computed(() => {
    const known = detection?.contact.value ?? told?.contact ?? null;
    if (!known || !told) return null;
    const isWhole = told.isWhole || known !== told.contact;
    return completeContact(known, isWhole, groups.value);
  });
  const candidates = computed(() => createCandidates(openContact.value, groups.value, phones.reader.value));

  const stopped = new AbortController();
  const aid = createDecisionAid({
    readApi,
    readPhone: phones.reader,
    records: computed(() => {
      const duplicates = candidates.value.filter((candidate) => candidate.isDuplicate);
      const open = openContact.value;
      if (!open || !duplicates.length) return [];
      const foundBy = groups.value.flatMap(({ key, contacts }) =>
        contacts.some((contact) => contact.id === open.id) ? [key] : [],
      );
      return [
        { letter: letter(0), contact: open, foundBy, isWeak: false },
        ...duplicates.map((one) => ({ ...one, isWeak: one.evidence?.strength === 'weak' })),
      ];
    }),
    before: before?.aid ?? null,
    signal: stopped.signal,
  });

  const stopPhones = effect(() => {
    if (groups.value.some(({ contacts }) => contacts.length > 1)) phones.load();
  });
  const kept = keepGroups();
  void detection?.start();
  for (const { reading } of before?.opened.value ?? []) open(reading.reference);

  return {
    record,
    openContact,
    detection,
    opened,
    candidates,
    canRemember: memory.works,
    aid,
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
      kept.forget(key);
    },
    stop() {
      stopped.abort();
      stopPhones();
      kept.stop();
      detection?.stop();
      for (const { reading } of opened.value) reading.stop();
    },
  };

  function open(reference: GroupReference) {
    const key = referenceKey(reference);
    if (opened.value.some((group) => group.key === key)) return;
    const reading = createGroupReading(readApi, reference, fresh);
    opened.value = [...opened.value, { key, reading }];
    void reading.read();
  }

  /**
   * Opens the groups that were opened for this contact before, and remembers the ones by id that hold it; others say
   * nothing about it. Only closing a group forgets it: one that fails today may be there tomorrow.
   */
  function keepGroups() {
    const contactId = told && isCovered ? told.contact.id : null;
    if (!contactId) return { forget: () => {}, stop: () => {} };
    const remembered = new Map<string, GroupById>();
    const forgotten = new Set<string>();
    let isKnown = false;
    let isStopped = false;
    let stopWatching = () => {};

    void load().then((references) => {
      if (isStopped) return;
      for (const reference of references) open(reference);
      stopWatching = effect(() => {
        const before = remembered.size;
        for (const { key, reading } of opened.value) {
          const { reference, contacts } = reading;
          const holdsIt = contacts.value.some((contact) => contact.id === contactId);
          if (reference.by === 'id' && holdsIt) remembered.set(key, reference);
        }
        if (remembered.size > before) void save();
      });
    });

    /** What was remembered before; what the agent closed in the meantime is forgotten there too. */
    async function load(): Promise<readonly GroupById[]> {
      const references = (contactId && (await memory.recall(contactId))) || null;
      isKnown = references !== null;
      const kept = (references ?? []).filter((reference) => !forgotten.has(referenceKey(reference)));
      for (const reference of kept) remembered.set(referenceKey(reference), reference);
      if (kept.length < (references?.length ?? 0)) void save();
      return kept;
    }

    /** Nothing is written over what could not be read. */
    async function save() {
      if (!isKnown) await load();
      if (isKnown && contactId) await memory.remember(contactId, [...remembered.values()]);
    }

    return {
      forget(key: string) {
        forgotten.add(key);
        if (remembered.delete(key)) void save();
      },
      stop() {
        isStopped = true;
        stopWatching();
      },
    };
  }
}

function referenceKey(reference: GroupReference): string {
  return reference.by === 'field'
    ? `opened ${keyOf(reference)}`
    : `id:${reference.duplicateId}?${new URLSearchParams(reference.parameters)}`;
}
