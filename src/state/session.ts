import { type ReadonlySignal, signal } from '@preact/signals';
import { openBrowserStorage } from '../base/browser-storage';
import { readAgent } from '../desk/agent';
import { type AnswerCache, createAnswerCache, keptFor } from '../desk/answer-cache';
import { createCachedReadApi } from '../desk/cached-read-api';
import type { Desk } from '../desk/desk';
import { type OpenRecord, readOpenRecord } from '../desk/open-record';
import { createReadApi, type ReadApi } from '../desk/read-api';
import { readSettings, type Settings } from '../desk/settings';
import { createStorage } from '../desk/storage';
import type { Bucket } from '../duplicates/compare';
import type { Draft } from './deciding';
import { createDecisions, type Decisions } from './decisions';
import { createGroupMemory, type GroupMemory } from './memory';
import { createOutbox } from './outbox';
import { createPhoneLibrary } from './phone-library';
import { createWorkspace, type Workspace } from './workspace';

/** What the panel shows, and what an agent can do in it. */
export interface Session {
  readonly desk: Desk;
  readonly readApi: ReadApi;
  readonly memory: GroupMemory;
  readonly decisions: Decisions;
  /** `null` until Desk has told them. */
  readonly settings: ReadonlySignal<Settings | null>;
  /** Everything about the open record; `null` until Desk has said which one it is. */
  readonly workspace: ReadonlySignal<Workspace | null>;
  /** How many calls of Desk's API were made since the panel was opened. */
  readonly calls: ReadonlySignal<number>;
  /** How old the oldest answer is that the panel shows (milliseconds since 1970). */
  readonly readAt: ReadonlySignal<number>;
  /** Asks Desk which record is open, and starts anew where it is another one, or was edited. */
  look(): Promise<void>;
  /** Reads everything anew, past the answers that are kept. */
  refresh(): Promise<void>;
}

export function createSession(desk: Desk): Session {
  const calls = signal(0);
  const readAt = signal(Date.now());
  const readApi = createReadApiWithCache(desk, {
    onCall() {
      calls.value++;
    },
    onKept(at) {
      readAt.value = Math.min(readAt.value, at);
    },
  });
  const storage = createStorage(desk);
  const memory = createGroupMemory(storage);
  const portal = nameOf(desk);
  const decisions = createDecisions({
    storage,
    agent: readAgent(desk),
    outbox: createOutbox(
      `decision ${portal} `,
      openBrowserStorage(() => sessionStorage),
    ),
    now: Date.now,
  });
  const phones = createPhoneLibrary(desk.portal.dataCentre);
  const settings = signal<Settings | null>(null);
  const workspace = signal<Workspace | null>(null);
  const bucket = signal<Bucket | null>(null);
  const drafts = new Map<string, Draft>();
  let looks = 0;
  // Outlives a question that another one overtakes, so that no refresh is lost.
  let wantsFresh = false;

  desk.onRecordChange(() => void look());
  void look();
  return { desk, readApi, memory, decisions, settings, workspace, calls, readAt, look, refresh };

  async function look() {
    const record = await ask();
    const isNew = JSON.stringify(record) !== JSON.stringify(workspace.value?.record);
    if (record && (isNew || wantsFresh)) start(record);
  }

  async function refresh() {
    wantsFresh = true;
    await look();
  }

  /** Which record is open; `null` where a later question overtook this one. */
  async function ask(): Promise<OpenRecord | null> {
    const turn = ++looks;
    settings.value ??= await readSettings(desk);
    // Desk may fail to tell for a moment: what is shown is not given up for that.
    const told = await readOpenRecord(desk);
    const record = told.kind === 'notTold' && workspace.value ? await readOpenRecord(desk) : told;
    return turn === looks ? record : null;
  }

  function start(record: OpenRecord) {
    if (!settings.value) return;
    const fresh = wantsFresh;
    wantsFresh = false;
    const isSame = idOf(record) === idOf(workspace.value?.record);
    const before = isSame ? workspace.value : null;
    workspace.value?.stop();
    readAt.value = Date.now();
    const isCovered = settings.value.coversTickets || !desk.location.startsWith('desk.ticket');
    workspace.value = createWorkspace({
      readApi,
      memory,
      allDecisions: decisions,
      drafts,
      phones,
      record,
      isCovered,
      before,
      fresh,
      bucket,
      settings: settings.value,
    });
  }
}

/** What is kept in the browser is kept apart by portal. */
function nameOf({ portal }: Desk): string {
  return `${portal.origin}/${portal.orgId}/`;
}

function idOf(record: OpenRecord | undefined): string | undefined {
  return record?.kind === 'contact' ? record.contact.id : record?.kind;
}

interface CacheEvents {
  /** A request leaves. */
  onCall(): void;
  /** An answer that came at `at` is used again. */
  onKept(at: number): void;
}

/** The portal's default match field is no secret and hardly ever changes; all else is about people. */
function createReadApiWithCache(desk: Desk, { onCall, onKept }: CacheEvents): ReadApi {
  const portal = nameOf(desk);
  const people = createAnswerCache(
    `contacts ${portal}`,
    keptFor.aWhile,
    openBrowserStorage(() => sessionStorage),
    Date.now,
  );
  const fields = createAnswerCache(
    `field ${portal}`,
    keptFor.aDay,
    openBrowserStorage(() => localStorage),
    Date.now,
  );
  const told: AnswerCache = {
    ...people,
    get(key) {
      const kept = people.get(key);
      if (kept) onKept(kept.at);
      return kept;
    },
  };
  return createCachedReadApi(createReadApi(desk.portal, onCall), (path) =>
    path[1] === 'defaultFieldName' ? fields : told,
  );
}
