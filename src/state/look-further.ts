import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskError } from '../desk/desk-error';
import { accountContactsPerPage, readAccountContacts } from '../desk/endpoints/account-contacts';
import { readByValues, readNextPage } from '../desk/endpoints/group-pages';
import type { GroupPage } from '../desk/group-page';
import { startAt } from '../desk/paging';
import type { ReadApi, ReadOptions } from '../desk/read-api';
import type { Settings } from '../desk/settings';
import type { FoundGroup } from '../duplicates/candidates';
import { type Contact, fullName } from '../duplicates/contact';
import { otherSpellings, similarContacts } from '../duplicates/look-further';
import type { Matchers } from '../duplicates/matchers';
import type { MatcherLoader } from './matchers';

/** The ways in which contacts are found that share no value with the open one. */
type FurtherWay = 'account' | 'lastName' | 'spellings';

/** What one way has come to. */
export interface FurtherOutcome {
  readonly way: FurtherWay;
  /** Of the group of those that are similar. */
  readonly key: string;
  /** So many contacts were compared with the open one. */
  readonly compared: number;
  /** How many there are, where Desk has said so. */
  readonly total: number | null;
  /** Whether these are all that there are: a record that could not be read may be one more. */
  readonly isWhole: boolean;
  /** Why it went no further; what was compared before stands. */
  readonly error: DeskError | null;
}

/** Looks for contacts that exact matching misses: they are read by other values, and compared here. */
export interface LookFurther {
  /** How many calls it takes at the most. */
  readonly price: ReadonlySignal<number>;
  readonly phase: ReadonlySignal<'notAsked' | 'looking' | 'done'>;
  readonly outcomes: ReadonlySignal<readonly FurtherOutcome[]>;
  /** How many calls were made; answers that were kept cost none. `null` until it has looked. */
  readonly spent: ReadonlySignal<number | null>;
  /** Those that are similar to the open contact, a group for each way that found any; the open contact is in each. */
  readonly groups: ReadonlySignal<readonly FoundGroup[]>;
  /** The matchers, with the country of the account's contacts for numbers that have none. */
  readonly matchers: ReadonlySignal<Matchers>;
  look(): Promise<void>;
  /** Called once all else is there: looks where an administrator wants it, else only where all answers are kept. */
  lookByItself(): void;
  /** Has it look again by itself: the contact's own values have to be known first. */
  refresh(bypassCache: boolean): void;
  stop(): void;
}

interface LookFurtherOptions {
  readonly readApi: ReadApi;
  readonly open: ReadonlySignal<Contact>;
  /** As the page tells of it, which is how it stands in the groups. */
  readonly page: ReadonlySignal<Contact>;
  readonly matchers: MatcherLoader;
  readonly settings: Pick<Settings, 'looksFurther'>;
}

/** Answers that are kept are used, and the others asked for, where it says nothing else. */
type HowToLook = Pick<ReadOptions, 'bypassCache' | 'onlyCached'>;

/** Each call brings a hundred contacts. */
const mostCalls = { account: 5, lastName: 2 } as const;

/** The key of a way's group among the found groups. */
function furtherKey(way: FurtherWay): string {
  return `further:${way}`;
}

export function createLookFurther({
  readApi,
  open,
  page,
  matchers,
  settings,
}: LookFurtherOptions): LookFurther {
  const phase = signal<'notAsked' | 'looking' | 'done'>('notAsked');
  const found = signal<readonly Found[]>([]);
  const spent = signal<number | null>(null);
  let current = new AbortController();
  const byItself: HowToLook = { onlyCached: !settings.looksFurther };
  /** How to look by itself; `null` once that is done. */
  let due: HowToLook | null = byItself;
  const accountCountry = computed(() => {
    const contacts = found.value.find(({ way }) => way === 'account')?.contacts ?? [];
    return matchers.current.value.fuzzy?.mostCommonCountry(contacts) ?? null;
  });
  const accountMatchers = computed(() => {
    const { accountId } = open.value;
    const country = accountCountry.value;
    const loaded = matchers.current.value;
    return accountId && country
      ? { ...loaded, fuzzy: loaded.fuzzy?.withAccountCountry({ accountId, country }) ?? null }
      : loaded;
  });

  return {
    matchers: accountMatchers,
    phase,
    outcomes: computed(() => found.value.map(({ contacts, ...outcome }) => outcome)),
    spent,
    price: computed(() => priceOf(open.value, matchers.current.value)),
    // Compared anew where a matcher has loaded in the meantime.
    groups: computed(() =>
      found.value.flatMap(({ key, contacts }) => {
        const similar = similarContacts(open.value, contacts, accountMatchers.value);
        return similar.length ? [{ key, contacts: [page.value, ...similar] }] : [];
      }),
    ),
    look: () => look({}),
    lookByItself() {
      if (due) void look(due);
    },
    refresh(bypassCache) {
      const isAsked = phase.peek() === 'looking' || (bypassCache && phase.peek() === 'done');
      due = isAsked ? { bypassCache } : (due ?? byItself);
    },
    stop() {
      current.abort();
      if (phase.value === 'looking') phase.value = 'done';
    },
  };

  /** What was found before stays until all of it was read again. */
  async function look({ onlyCached = false, bypassCache = false }: HowToLook) {
    current.abort();
    current = new AbortController();
    let calls = 0;
    const onSent = () => calls++;
    const options = { signal: current.signal, onlyCached, bypassCache, onSent };
    const ways = waysOf(open.peek(), matchers.current.peek());
    // There may be something to look by later, as where the contact could not be read.
    if (!ways.length) return forget();
    due = null;
    if (!onlyCached) phase.value = 'looking';
    const isFirst = !onlyCached && !found.peek().length;
    let read: readonly Found[] = [];
    // The contacts of an account may be kept for the sake of somebody else: they tell nothing while others are missing.
    for (const readWay of onlyCached ? ways.toReversed() : ways) {
      const result = await readWay(readApi, options);
      if (options.signal.aborted) return;
      if (result.error?.kind === 'canceled') return forget();
      matchers.loadFor([{ key: result.key, contacts: [open.peek(), ...result.contacts] }]);
      read = onlyCached ? [result, ...read] : [...read, result];
      if (isFirst) show(read);
    }
    batch(() => {
      show(read);
      phase.value = 'done';
    });

    function show(all: readonly Found[]) {
      found.value = all;
      spent.value = calls;
    }
  }

  /** As if it had never looked. */
  function forget() {
    found.value = [];
    spent.value = null;
    phase.value = 'notAsked';
  }
}

function priceOf(contact: Contact, { toE164 }: Matchers): number {
  const account = contact.accountId ? mostCalls.account : 0;
  const lastName = hasFullName(contact) ? mostCalls.lastName : 0;
  return account + lastName + otherSpellings(contact, toE164).length;
}

/** The last name alone is the full name of whoever has no other, which is asked anyway. */
function hasFullName(contact: Contact): boolean {
  return Boolean(contact.lastName) && fullName(contact) !== contact.lastName;
}

interface Found extends FurtherOutcome {
  readonly contacts: readonly Contact[];
}

type ReadWay = (readApi: ReadApi, options: ReadOptions) => Promise<Found>;

function waysOf(contact: Contact, { toE164 }: Matchers): ReadWay[] {
  const { accountId, lastName } = contact;
  const spellings = otherSpellings(contact, toE164);
  return [
    ...(accountId ? [(api: ReadApi, options: ReadOptions) => readAccount(api, accountId, options)] : []),
    ...(lastName && hasFullName(contact)
      ? [(api: ReadApi, options: ReadOptions) => readLastName(api, lastName, options)]
      : []),
    ...(spellings.length
      ? [(api: ReadApi, options: ReadOptions) => readSpellings(api, spellings, options)]
      : []),
  ];
}

async function readAccount(readApi: ReadApi, accountId: string, options: ReadOptions): Promise<Found> {
  const contacts = new Map<string, Contact>();
  let total: number | null = null;
  let isReadable = true;
  for (let call = 0; call < mostCalls.account; call++) {
    const from = call * accountContactsPerPage + 1;
    const page = await readAccountContacts(readApi, { accountId, from }, options);
    if (!page.ok) return outcomeOf('account', [...contacts.values()], { total, error: page.error });
    for (const contact of page.value.contacts) contacts.set(contact.id, contact);
    total = page.value.hints.total ?? total;
    isReadable &&= !page.value.unreadable.length;
    if (page.value.isLast)
      return outcomeOf('account', [...contacts.values()], { total, isWhole: isReadable });
  }
  return outcomeOf('account', [...contacts.values()], { total });
}

async function readLastName(readApi: ReadApi, fieldValue: string, options: ReadOptions): Promise<Found> {
  let progress = startAt({});
  for (let call = 0; call < mostCalls.lastName && !progress.end; call++) {
    const page = await readNextPage(
      readApi,
      { by: 'field', fieldName: 'lastName', fieldValue },
      progress,
      options,
    );
    if (!page.ok)
      return outcomeOf('lastName', progress.contacts, { total: progress.total, error: page.error });
    progress = page.value;
  }
  const { contacts, total, end, unreadable } = progress;
  return outcomeOf('lastName', contacts, { total, isWhole: end === 'complete' && !unreadable.length });
}

/** One call for each field; a field that fails leaves the others as they are. */
async function readSpellings(
  readApi: ReadApi,
  spellings: ReturnType<typeof otherSpellings>,
  options: ReadOptions,
): Promise<Found> {
  const pages = await Promise.all(spellings.map((each) => readByValues(readApi, each, options)));
  const contacts = pages.flatMap((page) => (page.ok ? page.value.contacts : []));
  const error = pages.flatMap((page) => (page.ok ? [] : [page.error]))[0] ?? null;
  const isWhole = pages.every((page) => page.ok && isAll(page.value));
  return outcomeOf('spellings', contacts, { error, isWhole });
}

/** Whether this page holds everybody: a record that could not be read may be anybody. Both calls have pages of one size. */
function isAll({ contacts, unreadable }: GroupPage): boolean {
  return contacts.length < accountContactsPerPage && !unreadable.length;
}

function outcomeOf(
  way: FurtherWay,
  contacts: readonly Contact[],
  rest: Partial<Pick<FurtherOutcome, 'total' | 'isWhole' | 'error'>>,
): Found {
  const compared = new Set(contacts.map(({ id }) => id)).size;
  return { way, key: furtherKey(way), contacts, compared, total: null, isWhole: false, error: null, ...rest };
}
