import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { whenIdle } from '../base/idle';
import { openAnswerCaches } from '../desk/answer-cache';
import { createCachedReadApi } from '../desk/cached-read-api';
import type { Desk } from '../desk/desk';
import type { DeskResult } from '../desk/desk-error';
import { type PageRecord, readPageRecord } from '../desk/page-record';
import { createReadApi } from '../desk/read-api';
import { readSettings, type Settings } from '../desk/settings';
import type { ReadRequest } from '../desk/zohodesk';
import { type Browse, createBrowse } from './browse';
import type { Decisions } from './decisions/decisions';
import { createOpenContact } from './open-contact';
import { createNothingToShow, type OpenRecord } from './open-record';
import { createServices, type Services } from './services';

/** What the panel shows, and what an agent can do in it. */
export interface Session {
  readonly desk: Desk;
  /** Whether the extension's storage remembers opened groups. */
  readonly canRemember: ReadonlySignal<boolean>;
  /** `null` until they are loaded. */
  readonly decisions: ReadonlySignal<Decisions | null>;
  /** `null` until Desk has sent them. */
  readonly settings: ReadonlySignal<Settings | null>;
  /** Everything about the open record; `null` until Desk has said which one it is. */
  readonly record: ReadonlySignal<OpenRecord | null>;
  /** The portal's shared values, while the agent looks through them. */
  readonly browse: Browse;
  readonly usage: Usage;
  /** Asks Desk which record is open, and reads it where it is another one, or was edited. */
  checkOpenRecord(): Promise<void>;
  /** Reads everything that is shown again, bypassing the cache. */
  refresh(): Promise<void>;
}

/** A request that has left, and what becomes of it. */
export type SentCall = readonly [request: ReadRequest, answer: Promise<DeskResult<unknown>>];

/** How many calls are remembered: those of some twenty contacts. */
const mostCalls = 100;

/** What the panel has asked of Desk. */
interface Usage {
  /** How many calls of Desk's API were made since the panel was opened. */
  readonly calls: ReadonlySignal<number>;
  /** The latest of them, the newest last. */
  readonly sent: readonly SentCall[];
  /** How old the oldest answer is that the panel shows (milliseconds since 1970). */
  readonly readAt: ReadonlySignal<number>;
}

export function createSession(desk: Desk): Session {
  const calls = signal(0);
  const sent: SentCall[] = [];
  const readAt = signal(Date.now());
  const readApi = createCachedReadApi(
    createReadApi(desk.portal, (request, answer) => {
      if (sent.push([request, answer]) > mostCalls) sent.shift();
      calls.value++;
    }),
    openAnswerCaches(portalKey(desk)),
    ({ cacheFor }, at) => {
      if (cacheFor === 'people') readAt.value = Math.min(readAt.value, at);
    },
  );
  const services = createServices(desk, readApi, portalKey(desk));
  const { record, update } = createRecordOf(desk, services, () => {
    readAt.value = Date.now();
  });
  const browse = createBrowse(readApi);
  const settings = signal<Settings | null>(null);
  let checks = 0;
  // Survives overlapping lookups, so a refresh is never lost.
  let isRefreshWanted = false;

  loadTheRest(record, services);
  desk.onRecordChange(() => void checkOpenRecord());
  void checkOpenRecord();
  return {
    desk,
    canRemember: services.canRemember,
    decisions: computed(() => services.decisionCode.part.value?.decisions ?? null),
    settings,
    record,
    browse,
    usage: { calls, sent, readAt },
    checkOpenRecord,
    async refresh() {
      if (browse.isOpen.peek()) return browse.refresh();
      isRefreshWanted = true;
      await checkOpenRecord();
    },
  };

  async function checkOpenRecord() {
    const turn = ++checks;
    const [read, page] = await Promise.all([settings.peek() ?? readSettings(desk), readPage()]);
    settings.value = read;
    // A later check has overtaken this one.
    if (turn !== checks) return;
    update(page, read, isRefreshWanted);
    isRefreshWanted = false;
  }

  /** Desk may briefly not know which record is open. Keep what's on screen and ask once more. */
  async function readPage(): Promise<PageRecord> {
    const page = await readPageRecord(desk);
    return page.kind === 'notTold' && record.peek() ? readPageRecord(desk) : page;
  }
}

/** Loads what the first answer can do without, once it is there. */
function loadTheRest(record: ReadonlySignal<OpenRecord | null>, services: Services) {
  const isAnswered = computed(
    () =>
      record.value !== null && (record.value.kind !== 'contact' || record.value.candidates.isSettled.value),
  );
  effect(() => {
    if (!isAnswered.value) return;
    whenIdle(() => {
      services.decisionCode.load();
      services.remembering.load();
      services.furtherCode.load();
    });
  });
}

/** The record that is shown, and the way to show what Desk's page says now; `onRead` is called when it is read. */
function createRecordOf(desk: Desk, services: Services, onRead: () => void) {
  const record = signal<OpenRecord | null>(null);
  let shown: PageRecord | null = null;

  return {
    record,
    update(page: PageRecord, settings: Settings, bypassCache: boolean) {
      const isEdited = !shown || recordKey(page) !== recordKey(shown);
      if (!isEdited && !bypassCache) return;
      const isSame = shown !== null && idOf(page) === idOf(shown);
      shown = page;
      onRead();
      const open = record.peek();
      if (isSame && open) return refresh(open, page, bypassCache);
      open?.stop();
      record.value = create(page, settings, bypassCache);
    },
  };

  function refresh(open: OpenRecord, page: PageRecord, bypassCache: boolean) {
    if (open.kind === 'nothingToShow') open.refresh(bypassCache);
    else if (page.kind === 'contact') open.refresh(page.contact, bypassCache);
  }

  function create(page: PageRecord, settings: Settings, bypassCache: boolean): OpenRecord {
    if (page.kind === 'notTold') return createNothingToShow(services, 'contactNotTold', null);
    if (page.kind === 'ticketWithoutContact') return createNothingToShow(services, page.kind, null);
    const isCovered = settings.coversTickets || !desk.isTicket;
    return isCovered
      ? createOpenContact(services, { settings, page: page.contact, bypassCache })
      : createNothingToShow(services, 'ticketsNotCovered', page.contact);
  }
}

/** Equal where Desk's page says the same about the same record. */
function recordKey(page: PageRecord): string {
  return JSON.stringify(page, (_, value) => (value instanceof Set ? [...value].sort() : value));
}

function idOf(page: PageRecord): string {
  return page.kind === 'contact' ? page.contact.id : page.kind;
}

/** What is kept in the browser is kept apart by portal. */
function portalKey({ portal }: Desk): string {
  return `${portal.origin}/${portal.orgId}/`;
}
