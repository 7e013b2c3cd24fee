import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskError } from '../desk/desk-error';
import { readContact } from '../desk/endpoints/contact';
import { readDefaultMatchField } from '../desk/endpoints/default-match-field';
import type { ReadApi } from '../desk/read-api';
import type { Settings } from '../desk/settings';
import type { Contact } from '../duplicates/contact';
import type { MatchField } from '../duplicates/group-reference';
import {
  automaticValues,
  type MatchValue,
  matchKey,
  matchValues,
  nameValue,
  valuesOfFields,
} from '../duplicates/match-values';
import { createGroupReading, type GroupReading, isIdle } from './group-reading';

/** One value of the open contact that Desk is asked for. */
export interface Check {
  readonly key: string;
  readonly value: MatchValue;
  readonly reading: GroupReading;
}

/** What Desk's page says about the open contact. */
export interface PageContact {
  readonly contact: Contact;
  /** Whether the page sent the email and the phone, so that the record need not be read. */
  readonly hasEmailAndPhone: boolean;
}

/** The search for the duplicates of one open contact. */
export interface Detection {
  /** The open contact's own values: the page's, or its record's where the page sent too few. */
  readonly own: ReadonlySignal<PageContact>;
  readonly checks: ReadonlySignal<readonly Check[]>;
  /** Values that were not asked for, each of which costs a call; most telling first. */
  readonly furtherValues: ReadonlySignal<readonly MatchValue[]>;
  /** Whether all that is asked for by itself has been asked, and answered or failed. */
  readonly isSettled: ReadonlySignal<boolean>;
  /** Why the open contact's own values are not known, where its record could not be read. */
  readonly contactError: ReadonlySignal<DeskError | null>;
  /** Why the portal's default match field is not known. */
  readonly defaultFieldError: ReadonlySignal<DeskError | null>;
  /** Starts the search, or starts it again. */
  start(page: PageContact, bypassCache: boolean): Promise<void>;
  /** Tries again after the contact's own record could not be read. */
  retry(): Promise<void>;
  /** Asks for one more value. */
  check(value: MatchValue): void;
  stop(): void;
}

export interface DetectionOptions {
  readonly readApi: ReadApi;
  readonly settings: Settings;
  readonly page: PageContact;
}

export function createDetection({ readApi, settings, page: firstPage }: DetectionOptions): Detection {
  const own = signal(firstPage);
  const checks = signal<readonly Check[]>([]);
  const isStarting = signal(true);
  const contactError = signal<DeskError | null>(null);
  const defaultFieldError = signal<DeskError | null>(null);
  let bypassesCache = false;
  let current = new AbortController();

  const isSettled = computed(() => !isStarting.value && checks.value.every(({ reading }) => isIdle(reading)));
  const furtherValues = computed(() => {
    const asked = new Set(checks.value.map((check) => check.key));
    return matchValues(own.value.contact).filter((value) => !asked.has(matchKey(value)));
  });

  return {
    own,
    checks,
    furtherValues,
    isSettled,
    contactError,
    defaultFieldError,
    check,
    start(page, bypassCache) {
      stop();
      bypassesCache = bypassCache;
      batch(() => {
        isStarting.value = true;
        own.value = page;
        checks.value = [];
        contactError.value = null;
        defaultFieldError.value = null;
      });
      return search();
    },
    retry() {
      contactError.value = null;
      return search();
    },
    stop,
  };

  function stop() {
    current.abort();
    for (const { reading } of checks.peek()) reading.stop();
  }

  async function search() {
    current.abort();
    current = new AbortController();
    const { signal: stopped } = current;
    isStarting.value = true;
    if (!own.peek().hasEmailAndPhone) await readOwnRecord(stopped);
    if (!stopped.aborted && !contactError.peek()) await checkOwnValues(stopped);
    if (!stopped.aborted) isStarting.value = false;
  }

  async function readOwnRecord(stopped: AbortSignal) {
    const { id } = own.peek().contact;
    const read = await readContact(readApi, id, { signal: stopped, bypassCache: bypassesCache });
    if (stopped.aborted) return;
    if (read.ok) own.value = { contact: read.value, hasEmailAndPhone: true };
    else contactError.value = read.error;
  }

  /** The fields that are set up are asked for at once; the portal's own one joins them when it is known. */
  async function checkOwnValues(stopped: AbortSignal) {
    const { contact } = own.peek();
    for (const value of automaticValues(contact, settings.checkedFields)) check(value);

    const defaultField = settings.addsDefaultField ? await readPortalField(stopped) : null;
    if (stopped.aborted) return;
    for (const value of valuesOfFields(contact, defaultField ? [defaultField] : [])) check(value);

    const name = nameValue(contact);
    if (!checks.peek().length && name) check(name);
  }

  async function readPortalField(stopped: AbortSignal): Promise<MatchField | null> {
    const read = await readDefaultMatchField(readApi, { signal: stopped });
    if (!read.ok && !stopped.aborted) defaultFieldError.value = read.error;
    return read.ok ? read.value : null;
  }

  function check(value: MatchValue) {
    const key = matchKey(value);
    if (checks.peek().some((known) => known.key === key)) return;
    const { fieldName, fieldValue } = value;
    const reading = createGroupReading(readApi, { by: 'field', fieldName, fieldValue }, bypassesCache);
    checks.value = [...checks.peek(), { key, value, reading }];
    // A value on more than a page of contacts tells little, and each further page costs a call.
    void reading.read(1);
  }
}
