import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { ok } from '../base/result';
import type { DeskError, DeskResult } from '../desk/desk-error';
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
import { tellsEnough } from '../duplicates/merged-contact';
import { type Check, type Checks, createChecks } from './checks';
import { isIdle } from './group-reading';

/** The search for the duplicates of one open contact. */
export interface Detection {
  /** The open contact's own values: the page's, or its record's where the page sent too few. */
  readonly own: ReadonlySignal<Contact>;
  readonly checks: ReadonlySignal<readonly Check[]>;
  /** Values that were not asked for, each of which costs a call; most telling first. */
  readonly furtherValues: ReadonlySignal<readonly MatchValue[]>;
  /** Whether all that is asked for by itself has been asked, and answered or failed. */
  readonly isSettled: ReadonlySignal<boolean>;
  /** Why the open contact's own values are not known, where its record could not be read. */
  readonly contactError: ReadonlySignal<DeskError | null>;
  /** What Desk says of the portal's default match field; `null` where there was no need to ask. */
  readonly defaultField: ReadonlySignal<DeskResult<MatchField | null> | null>;
  /** Starts the search, or starts it again. */
  start(page: Contact, bypassCache: boolean): Promise<void>;
  /** Tries again after the contact's own record could not be read. */
  retry(): Promise<void>;
  /** Asks for one more value. */
  check(value: MatchValue): void;
  stop(): void;
}

interface DetectionOptions {
  readonly readApi: ReadApi;
  readonly settings: Settings;
  /** What Desk's page says of the contact. */
  readonly page: Contact;
}

export function createDetection({ readApi, settings, page: firstPage }: DetectionOptions): Detection {
  let page = firstPage;
  const own = signal(page);
  const checks = createChecks(readApi);
  const isStarting = signal(true);
  const contactError = signal<DeskError | null>(null);
  const defaultField = signal<DeskResult<MatchField | null> | null>(null);
  let bypassCache = false;
  let current = new AbortController();

  return {
    own,
    checks: checks.all,
    furtherValues: computed(() => valuesWithout(own.value, checks.all.value)),
    isSettled: computed(() => !isStarting.value && checks.all.value.every(({ reading }) => isIdle(reading))),
    contactError,
    defaultField,
    check: checks.add,
    start(next, bypassesCache) {
      page = next;
      bypassCache = bypassesCache;
      return search();
    },
    retry: search,
    stop() {
      current.abort();
      checks.stop();
    },
  };

  /** What was found before stays until it is known by which values to look. */
  async function search() {
    current.abort();
    current = new AbortController();
    const { signal: stopped } = current;
    isStarting.value = true;
    contactError.value = null;
    const read = tellsEnough(page)
      ? ok(page)
      : await readContact(readApi, page.id, { signal: stopped, bypassCache });
    if (stopped.aborted) return;
    batch(() => {
      own.value = read.ok ? read.value : page;
      checks.askAgain(read.ok ? matchValues(read.value) : [], bypassCache);
    });
    if (read.ok) {
      const field = await checkOwnValues({ readApi, settings }, read.value, checks, stopped);
      if (stopped.aborted) return;
      defaultField.value = field;
    } else contactError.value = read.error;
    isStarting.value = false;
  }
}

/**
 * The fields that are set up are asked for at once. Where one of them is empty, the portal's own one takes its place when
 * it is known, so that no contact costs more calls than there are fields. Gives what Desk says of it, if it was asked.
 */
async function checkOwnValues(
  { readApi, settings }: Pick<DetectionOptions, 'readApi' | 'settings'>,
  contact: Contact,
  checks: Checks,
  stopped: AbortSignal,
): Promise<DeskResult<MatchField | null> | null> {
  const values = automaticValues(contact, settings.checkedFields);
  for (const value of values) checks.add(value);
  const isFree = settings.addsDefaultField && values.length < settings.checkedFields.length;
  const field = isFree ? await readDefaultMatchField(readApi, { signal: stopped }) : null;
  if (stopped.aborted) return null;
  if (field?.ok && field.value) for (const value of valuesOfFields(contact, [field.value])) checks.add(value);
  const name = nameValue(contact);
  if (!checks.all.peek().length && name) checks.add(name);
  return field;
}

/** The values of a contact that were not asked for. */
function valuesWithout(contact: Contact, checks: readonly Check[]): readonly MatchValue[] {
  const asked = new Set(checks.map(({ key }) => key));
  return matchValues(contact).filter((value) => !asked.has(matchKey(value)));
}

/** The checks that are sent again by themselves. */
export function waitingChecks({ checks }: Detection): readonly Check[] {
  return checks.value.filter(({ reading }) => reading.phase.value.kind === 'waiting');
}
