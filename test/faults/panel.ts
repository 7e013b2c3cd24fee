import { vi } from 'vitest';
import manifest from '../../plugin-manifest.json';
import { connectDesk } from '../../src/desk/desk';
import { timeLimit } from '../../src/desk/read-api';
import type { ReadRequest } from '../../src/desk/zohodesk';
import { createSession, type Session } from '../../src/state/session';
import type { Random } from '../bench/matching/random';
import { createBridge } from '../desk/bridge';
import { pageFacts } from '../desk/page-facts';
import type { SamplePortal } from '../desk/portal';
import type { StorageRequest } from '../desk/storage';
import type { Storm } from '../desk/storm';
import { isAllowed } from '../portal/allowed-calls';
import type { SharedRows } from '../twins/storage';
import { createShelf, keysOn } from '../unit/support';
import type { PanelSetup } from './day';

/** An agent's panel without its surface, in a Desk that misbehaves. A reload gives it another session. */
export interface AgentPanel {
  readonly setup: PanelSetup;
  /** `null` while Desk has not said hello. */
  session(): Session | null;
  /** Every contact that the page has shown, the one that is open last. */
  readonly shown: string[];
  show(contactId: string): void;
  /** Desk tells that another record may be open. */
  emit(): void;
  /** Whether it has done so since the page shows this contact. */
  isTold(): boolean;
  reload(): void;
  /** Whether its tab keeps the decision of this key until it is known to have been saved. */
  keeps(decision: string): boolean;
  /** What was asked of the storage, since the panel was opened. */
  readonly storageRequests: readonly StorageRequest[];
  /** Forgets how often each call was made. */
  acted(): void;
}

export interface AgentPanelOptions {
  readonly setup: PanelSetup;
  readonly portal: SamplePortal;
  readonly storm: Storm;
  readonly rows: SharedRows;
  readonly random: () => Random;
  readonly isCalm: () => boolean;
  /** Told of what must never happen. */
  readonly onBreach: (what: string) => void;
}

const apiAddress = 'https://desk.zoho.eu/api/v1';

/** A call and its repetitions, and one that was still under way when the agent asked for the same again. */
const mostPerCall = 5;

export function openAgentPanel(options: AgentPanelOptions): AgentPanel {
  const { setup, portal, storm, onBreach } = options;
  const tab = createTab(options);
  const shown = [setup.contactId];
  const storageRequests: StorageRequest[] = [];
  const made = new Map<string, number>();
  let isTold = false;
  let life = start();

  return {
    setup,
    session: () => life.session,
    shown,
    show(contactId) {
      shown.push(contactId);
      isTold = false;
    },
    emit() {
      isTold = true;
      life.emit();
    },
    isTold: () => isTold,
    reload() {
      life.end();
      life = start();
    },
    keeps: (decision) => tab.keys().some((key) => key.endsWith(` record ${decision}`)),
    storageRequests,
    acted: () => made.clear(),
  };

  /** One load of the frame. After its end nothing of it reaches Desk, and nothing of Desk reaches it. */
  function start() {
    const listeners: (() => void)[] = [];
    const underWay = new Set<{ readonly at: number }>();
    const state = { session: null as Session | null, isOver: false };
    const bridge = createBridge({
      portal,
      manifest,
      world: storm.world,
      envelope: storm.envelope,
      storage: options.rows,
      storageMode: storm.storage,
      onStorageRequest: (request) => storageRequests.push(request),
      onRequest: checkRequest,
      app: () => ({
        location: setup.location,
        locale: 'en',
        meta: { dcType: 'EU' },
        instance: {
          on(event: string, listener: () => void) {
            if (event === 'contact_Shift') listeners.push(listener);
          },
        },
      }),
      page() {
        const contact = portal.contacts.get(shown.at(-1) ?? '');
        return contact ? pageFacts(portal, contact, { ...setup, ticketContact: 'named' }) : {};
      },
    });
    const isOver = () => state.isOver;
    const forever = () => new Promise<never>(() => {});
    const whileOpen = <Answer>(call: () => Promise<Answer>): Promise<Answer> =>
      isOver()
        ? forever()
        : call().then(
            (answer) => (isOver() ? forever() : answer),
            (reason) => (isOver() ? forever() : Promise.reject(reason)),
          );
    vi.stubGlobal(
      'sessionStorage',
      tab.openWhile(() => !state.isOver),
    );
    vi.stubGlobal(
      'localStorage',
      tab.openWhile(() => !state.isOver),
    );
    const { sessionStorage, localStorage } = globalThis;
    const zohoDesk = {
      extension: { onload: () => whileOpen(() => bridge.extension.onload()) },
      get: (property: string, asked?: object) =>
        whileOpen(async () => {
          const answer = await bridge.get(property, asked);
          if (property === 'database' || property === 'portal.id') return answer;
          const told = (answer as Readonly<Record<string, unknown>>)[property];
          return { [property]: await storm.tell(told), status: 'success' };
        }),
      set: (property: 'database', value: object) => whileOpen(() => bridge.set(property, value)),
      delete: (property: 'database', asked: object) => whileOpen(() => bridge.delete(property, asked)),
      request: (request: ReadRequest) =>
        whileOpen(() => {
          const call = { at: Date.now() };
          underWay.add(call);
          const waitedFor = [...underWay].filter(({ at }) => at > Date.now() - timeLimit * 1000);
          if (waitedFor.length > 4) onBreach(`${waitedFor.length} calls at once`);
          return bridge.request(request).finally(() => underWay.delete(call));
        }),
    };
    // Desk did not say hello: the panel says so, until it is loaded again.
    const onStartFailure = () => {};
    void connectDesk(zohoDesk).then((desk) => {
      if (isOver()) return;
      vi.stubGlobal('sessionStorage', sessionStorage);
      vi.stubGlobal('localStorage', localStorage);
      state.session = createSession(desk);
    }, onStartFailure);
    return {
      get session() {
        return state.session;
      },
      emit() {
        for (const listener of listeners) listener();
      },
      end() {
        state.isOver = true;
        state.session = null;
      },
    };
  }

  function checkRequest(request: ReadRequest) {
    const { url, type, data, connectionLinkName } = request;
    if (type !== 'GET') onBreach(`a ${type}`);
    if (!url.startsWith(apiAddress) || !isAllowed(url.slice(apiAddress.length), 'widget'))
      onBreach(`a call of ${url}`);
    if (Number(data.limit ?? 0) > 100) onBreach(`a limit of ${data.limit}`);
    if (connectionLinkName !== manifest.zohoAuthorisation.connectionLinkName) onBreach('another connection');
    const key = `${url} ${JSON.stringify(data)}`;
    made.set(key, (made.get(key) ?? 0) + 1);
    if ((made.get(key) ?? 0) > mostPerCall) onBreach(`${made.get(key)} times ${key}`);
  }
}

/** What a browser's tab keeps; answers of Desk may fail to be kept, or to be read. */
function createTab({ random, isCalm }: AgentPanelOptions) {
  const shelf = createShelf();
  const fails = (key: string) => !key.startsWith('decision ') && !isCalm() && random().chance(0.05);
  const guard = (key: string) => {
    if (fails(key)) throw new DOMException('forbidden', 'SecurityError');
  };
  return {
    keys: () => keysOn(shelf),
    /** The storage as one load of the frame sees it, for as long as that is open. */
    openWhile: (isOpen: () => boolean): Storage => ({
      get length() {
        return isOpen() ? shelf.length : 0;
      },
      key: (index) => shelf.key(index),
      clear() {},
      getItem(key) {
        guard(key);
        return shelf.getItem(key);
      },
      setItem(key, value) {
        guard(key);
        if (isOpen()) shelf.setItem(key, value);
      },
      removeItem(key) {
        guard(key);
        if (isOpen()) shelf.removeItem(key);
      },
    }),
  };
}
