import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { readContact, readDefaultField } from '../desk/contacts';
import type { DeskError } from '../desk/desk-error';
import type { ReadApi } from '../desk/read-api';
import type { Settings } from '../desk/settings';
import type { Contact } from '../duplicates/contact';
import type { MatchField } from '../duplicates/group-reference';
import {
  automaticValues,
  keyOf,
  type MatchValue,
  matchValues,
  nameValue,
  valuesOfFields,
} from '../duplicates/match-values';
import { createGroupReading, type GroupReading, isOver } from './group-reading';

/** One value of the open contact that Desk is asked for. */
export interface Check {
  readonly key: string;
  readonly value: MatchValue;
  readonly reading: GroupReading;
}

/** The search for the duplicates of one open contact. */
export interface Detection {
  /** What is known of the open contact. */
  readonly contact: ReadonlySignal<Contact>;
  readonly checks: ReadonlySignal<readonly Check[]>;
  /** Values that were not asked for, each of which costs a call; most telling first. */
  readonly furtherValues: ReadonlySignal<readonly MatchValue[]>;
  /** Whether all that is asked for by itself has been asked, and answered or failed. */
  readonly isSettled: ReadonlySignal<boolean>;
  /** Why the open contact's own values are not known, where its record could not be read. */
  readonly contactError: ReadonlySignal<DeskError | null>;
  /** Why the portal's default match field is not known. */
  readonly defaultFieldError: ReadonlySignal<DeskError | null>;
  start(): Promise<void>;
  /** Asks for one more value. */
  check(value: MatchValue): void;
  stop(): void;
}

export interface DetectionOptions {
  readonly readApi: ReadApi;
  readonly settings: Settings;
  readonly told: Contact;
  /** Whether Desk told the contact's own values, so that its record need not be read. */
  readonly isWhole: boolean;
  /** Goes past answers that are kept. */
  readonly fresh: boolean;
}

export function createDetection({ readApi, settings, told, isWhole, fresh }: DetectionOptions): Detection {
  const contact = signal(told);
  const checks = signal<readonly Check[]>([]);
  const isStarting = signal(true);
  const contactError = signal<DeskError | null>(null);
  const defaultFieldError = signal<DeskError | null>(null);
  const stopped = new AbortController();

  const isSettled = computed(() => !isStarting.value && checks.value.every(({ reading }) => isOver(reading)));
  const furtherValues = computed(() => {
    const asked = new Set(checks.value.map((check) => check.key));
    return matchValues(contact.value).filter((value) => !asked.has(keyOf(value)));
  });

  return {
    contact,
    checks,
    furtherValues,
    isSettled,
    contactError,
    defaultFieldError,
    check,

    async start() {
      isStarting.value = true;
      // An answer that could not be read may be kept all the same: trying again means asking again.
      const isFresh = fresh || contactError.value !== null;
      contactError.value = null;
      if (!isWhole) await readOwnValues(isFresh);
      if (!stopped.signal.aborted && !contactError.value) await checkOwnValues();
      if (!stopped.signal.aborted) isStarting.value = false;
    },

    stop() {
      stopped.abort();
      for (const { reading } of checks.value) reading.stop();
    },
  };

  async function readOwnValues(isFresh: boolean) {
    const read = await readContact(readApi, told.id, { signal: stopped.signal, fresh: isFresh });
    if (stopped.signal.aborted) return;
    if (read.ok) contact.value = read.value;
    else contactError.value = read.error;
  }

  /** The fields that are set up are asked for at once; the portal's own one joins them when it is known. */
  async function checkOwnValues() {
    for (const value of automaticValues(contact.value, settings.checkedFields)) check(value);

    const defaultField = settings.addsDefaultField ? await readOwnField() : null;
    if (stopped.signal.aborted) return;
    for (const value of valuesOfFields(contact.value, defaultField ? [defaultField] : [])) check(value);

    const name = nameValue(contact.value);
    if (!checks.value.length && name) check(name);
  }

  async function readOwnField(): Promise<MatchField | null> {
    const read = await readDefaultField(readApi, { signal: stopped.signal });
    if (!read.ok) defaultFieldError.value = read.error;
    return read.ok ? read.value : null;
  }

  function check(value: MatchValue) {
    const key = keyOf(value);
    if (checks.value.some((known) => known.key === key)) return;
    const { fieldName, fieldValue } = value;
    const reading = createGroupReading(readApi, { by: 'field', fieldName, fieldValue }, fresh);
    checks.value = [...checks.value, { key, value, reading }];
    // A value on more than a page of contacts tells little, and each further page costs a call.
    void reading.read(1);
  }
}
