import { afterEach, beforeEach, vi } from 'vitest';
import manifest from '../../../../plugin-manifest.json';
import { connectDesk } from '../../../../src/desk/desk';
// Loaded before the tests, so that the panel's own loading of them takes no time of the real clock.
import '../../../../src/duplicates/fuzzy-matcher';
import '../../../../src/duplicates/phones/to-e164';
import '../../../../src/state/decidable-contact';
import '../../../../src/state/look-further';
import '../../../../src/state/remembered-groups';
import '../../../../src/state/duplicate-values';
import type { GroupById, GroupReference } from '../../../../src/duplicates/group-reference';
import type { OpenRecord } from '../../../../src/state/open-record';
import { createSession, type Session } from '../../../../src/state/session';
import type { ApiRequest } from '../../../desk/api-answer';
import { createBridge } from '../../../desk/bridge';
import { pageFacts } from '../../../desk/page-facts';
import { createSamplePortal, type SamplePortal } from '../../../desk/portal';
import type { Settings as Page } from '../../../desk/settings';
import type { Rows } from '../../../desk/storage';
import { only, type World, worlds } from '../../../desk/worlds';
import { createShelf, settle } from '../../support';

export const ticket = 'desk.ticket.detail.rightpanel';

/** The group by id of Jane, with somebody whom no field of hers finds. */
export const janesGroup: GroupById = { by: 'id', duplicateId: '189200000004010003', parameters: {} };
/** A group by id that Jane is not in. */
export const othersGroup: GroupById = { by: 'id', duplicateId: '189200000004010002', parameters: {} };

interface Opening extends Partial<Pick<Page, 'location' | 'told' | 'ticketContact'>> {
  readonly portal?: SamplePortal;
  readonly world?: World;
  readonly config?: unknown;
  readonly storage?: Rows;
  /** Waited for before the storage answers. */
  readonly storageAnswers?: () => Promise<void>;
  /** Waited for before Desk tells what it knew of the open contact when it was asked. */
  readonly contactIsTold?: () => Promise<void>;
}

/** The panel without its surface, beside the contact of this key in the sample portal. */
export async function openPanel(key: string, opening: Opening = {}) {
  const { portal = createSamplePortal(), world = worlds.usual(), storageAnswers, contactIsTold } = opening;
  const page = {
    location: opening.location ?? 'desk.contact.detail.rightpanel',
    told: opening.told ?? 'full',
    ticketContact: opening.ticketContact ?? 'named',
  } as const;
  const requests: string[] = [];
  const listeners: (() => void)[] = [];
  let contactId = portal.idOf(key);

  const bridge = createBridge({
    portal,
    manifest,
    world,
    config: opening.config ?? [],
    storage: opening.storage === undefined ? new Map() : opening.storage,
    app: () => ({
      location: page.location,
      locale: 'en',
      meta: { dcType: 'EU' },
      instance: {
        on(event: string, listener: () => void) {
          if (event === 'contact_Shift') listeners.push(listener);
        },
      },
    }),
    page() {
      const contact = portal.contacts.get(contactId);
      return contact ? pageFacts(portal, contact, page) : {};
    },
    onRequest: ({ url, data }) => {
      const path = url.split('/api/v1/')[1] ?? '';
      requests.push(data.fieldName ? `${data.fieldName}=${data.fieldValues}` : path);
    },
  });
  const desk = await connectDesk({
    ...bridge,
    async get(property: string, options?: object) {
      if (property === 'database') await storageAnswers?.();
      const answer = bridge.get(property, options);
      if (property === 'contact') await contactIsTold?.();
      return answer;
    },
  });
  const session = createSession(desk);
  await settle();

  return {
    portal,
    session,
    requests,
    record: () => recordIn(session),
    id: (name: string) => portal.idOf(name),
    /** What was asked of the API since the last time, in alphabetical order. */
    asked: () => requests.splice(0).sort(),
    /** Shows another record, as Desk does: the widget is told that something changed. */
    async show(name: string) {
      contactId = portal.idOf(name);
      for (const listener of listeners) listener();
      await settle();
    },
    async edit(fields: Readonly<Record<string, unknown>>) {
      portal.edit(contactId, fields);
      for (const listener of listeners) listener();
      await settle();
    },
    async refresh() {
      await session.refresh();
      await settle();
    },
  };
}

export type Panel = Awaited<ReturnType<typeof openPanel>>;

export function recordIn({ record }: Session): OpenRecord {
  if (!record.value) throw new Error('no record is open');
  return record.value;
}

export function detectionOf({ record }: Panel) {
  const open = record();
  if (open.kind !== 'contact') throw new Error('nothing is looked for');
  return open.detection;
}

/** Whom the panel shows as possible duplicates, by their ids. */
export function duplicatesIn({ record }: Panel): string[] {
  return record()
    .candidates.all.value.filter(({ isDuplicate }) => isDuplicate)
    .map(({ contact }) => contact.id);
}

/** What became of each value that was asked for, by the field it stands in. */
export function phasesIn(panel: Panel): Record<string, string> {
  const { checks } = detectionOf(panel);
  return Object.fromEntries(
    checks.value.map(({ value, reading }) => [value.source, reading.phase.value.kind]),
  );
}

export async function openGroup({ record }: Panel, reference: GroupReference): Promise<string> {
  record().groups.open(reference);
  await settle();
  return record().groups.selected.value;
}

/** A world whose calls wait until the test lets them through, one by one and in any order. */
export function worldByHand(isMeant: (request: ApiRequest) => boolean = () => true) {
  const waiting: { readonly request: ApiRequest; readonly letThrough: () => void }[] = [];
  const world = only(isMeant, {
    respond: (request, usual) =>
      new Promise((resolve) => {
        waiting.push({
          request,
          letThrough: () => resolve({ kind: 'answer', answer: usual() }),
        });
      }),
  });
  return {
    world,
    waiting,
    async letThrough(turn: number) {
      waiting.splice(turn, 1)[0]?.letThrough();
      await settle();
    },
    async letAllThrough() {
      for (const call of waiting.splice(0).reverse()) call.letThrough();
      await settle();
    },
  };
}

/** A world that is as another one while `on` says so. */
export function switched(other: World) {
  const state = { on: false };
  const world: World = {
    respond: (request, usual) => (state.on ? other : worlds.usual()).respond(request, usual),
  };
  return { state, world };
}

/** A browser that keeps no answers. */
export function freshBrowser() {
  vi.stubGlobal('localStorage', createShelf());
  vi.stubGlobal('sessionStorage', createShelf());
}

/** Sets a clock that the test turns, and a fresh browser for each test. */
export function useSessionTests() {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 12, 9, 30) });
    freshBrowser();
    vi.stubGlobal('requestIdleCallback', (task: IdleRequestCallback) =>
      setTimeout(() => task({ didTimeout: false, timeRemaining: () => 50 })),
    );
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}
