import type { ReadRequest, ZohoDesk } from '../../src/desk/zohodesk';
import { type ApiAnswer, type ApiRequest, jsonOf, problems } from './api-answer';
import type { SamplePortal } from './portal';
import { answerApi } from './rest-api';
import {
  createStorage,
  type RowShelf,
  type StorageCalls,
  type StorageMode,
  type StorageRequest,
  type StorageResponse,
} from './storage';
import { type Outcome, type World, worlds } from './worlds';

/** The part of plugin-manifest.json that Desk holds the widget to. */
export interface Manifest {
  readonly storage?: boolean;
  readonly config?: readonly { readonly name: string; readonly secure?: boolean }[];
  readonly whiteListedDomains: readonly string[];
  readonly zohoAuthorisation: { readonly connectionLinkName: string; readonly scope: readonly string[] };
}

/**
 * In which wrapping Desk hands answers to the widget; which one a call gets is not documented. `rejected` is as Desk's
 * web client does it: every status but 200, 201 and 204 is a rejection. `mobile` is as Desk's mobile app does it:
 * whatever is refused is rejected under the name of what was asked for.
 */
export type Envelope = 'text' | 'object' | 'json' | 'rejected' | 'encodedTwice' | 'mobile';

/** A portal that is somewhere else, and answers as it does. */
export interface LivePortal {
  answer(call: ApiRequest): Promise<ApiAnswer>;
}

export interface BridgeOptions {
  readonly portal: SamplePortal | LivePortal;
  readonly manifest: Manifest;
  /** What Desk does over the sample portal: as usual where none is given. A live one does what it does. */
  readonly world?: World;
  /** One for all answers, or what gives the next one. */
  readonly envelope?: Envelope | (() => Envelope);
  /** What `ZOHODESK.extension.onload` answers. */
  readonly app?: () => Record<string, unknown>;
  /** What the page knows, by the names that `ZOHODESK.get` takes. */
  readonly page: () => Readonly<Record<string, unknown>>;
  /** What is set in the extension's settings, in whichever form: Desk's own is not documented. */
  readonly config?: unknown;
  /** The extension's storage, which several bridges may share; `null` where it is off. */
  readonly storage?: RowShelf | null;
  /** How the storage works, where there is one. */
  readonly storageMode?: StorageMode | StorageResponse;
  /** Told of every request that reaches the storage. */
  readonly onStorageRequest?: (request: StorageRequest) => void;
  /** Told of every request that reaches the bridge. */
  readonly onRequest?: (request: ReadRequest) => void;
}

/** Desk's own words for what it does not do (seen in its web client). */
const refusals = {
  noData: { errMsg: 'No Data Found' },
  nothingToSet: { errMsg: 'No module/data found to perform set' },
  nothingToDelete: { errMsg: 'No module/data found to perform delete' },
  blockedDomain: { errMessage: 'No entry found in plugin-manifest whiteListedDomains for requested URL' },
  unknownConnection: { errMsg: 'Invalid connection' },
} as const;

/**
 * What Desk does for `ZOHODESK`, over the sample portal or a live one. It refuses what Desk's own bridge refuses: a domain that the
 * manifest does not list, a connection of another name, a call whose scope the connection lacks, a write to the portal,
 * storage that the manifest does not ask for. Refusals are plain values; an Error is a mistake of Desk's own.
 */
export function createBridge(options: BridgeOptions): ZohoDesk & StorageCalls {
  const { manifest, envelope = 'text', storage: rows = new Map() } = options;
  const isOff = manifest.storage === false || rows === null;
  const storage = createStorage(rows ?? new Map(), {
    mode: isOff ? 'off' : (options.storageMode ?? 'on'),
    onRequest: options.onStorageRequest,
  });
  const inItsWay = envelope === 'mobile' ? refusedAsOnMobile : asItIs;
  return {
    extension: { onload: async () => options.app?.() ?? {} },

    get: (property: string, asked?: object) =>
      inItsWay(property, async () => {
        if (property === 'database') return storage.get(asked);
        const value =
          property === 'extension.config'
            ? withoutSecure(manifest, options.config ?? [])
            : options.page()[property];
        if (value === undefined || value === null || value === '') throw refusals.noData;
        return { [property]: value, status: 'success' };
      }),

    set: (property: string, value: object) =>
      inItsWay(property, async () => {
        if (property !== 'database') throw refusals.nothingToSet;
        return storage.set(value);
      }),

    delete: (property: string, asked: object) =>
      inItsWay(property, async () => {
        if (property !== 'database') throw refusals.nothingToDelete;
        const answer = await storage.delete(asked);
        return envelope === 'mobile' ? { 'database.delete': { delete: 'success' } } : answer;
      }),

    request: async (request) => {
      options.onRequest?.(request);
      // Throws where there is no body, as Desk's own code does: the widget then waits for ever.
      Object.keys(request.postBody as object);
      const outcome = await outcomeOf(request, options);
      switch (outcome.kind) {
        case 'answer':
          return wrap(outcome.answer, typeof envelope === 'function' ? envelope() : envelope);
        case 'resolve':
          return outcome.value;
        case 'reject':
          throw outcome.reason;
        case 'silence':
          return new Promise(() => {});
      }
    },
  };
}

const asItIs = (_: string, answer: () => Promise<unknown>) => answer();

async function refusedAsOnMobile(property: string, answer: () => Promise<unknown>): Promise<unknown> {
  try {
    return await answer();
  } catch (refusal) {
    const { errMsg = '' } = refusal as { readonly errMsg?: string };
    throw { [property]: errMsg };
  }
}

/** Parameters that the manifest calls secure are not for widgets. */
function withoutSecure({ config = [] }: Manifest, values: unknown): unknown {
  if (!Array.isArray(values)) return values;
  const secure = new Set(config.filter((parameter) => parameter.secure).map(({ name }) => name));
  return values.filter(({ name }: { readonly name?: string }) => !secure.has(name ?? ''));
}

async function outcomeOf(request: ReadRequest, options: BridgeOptions): Promise<Outcome> {
  const { portal, manifest, world = worlds.usual() } = options;
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  if (!url || !manifest.whiteListedDomains.includes(url.origin)) throw refusals.blockedDomain;
  const { connectionLinkName, scope } = manifest.zohoAuthorisation;
  if (request.connectionLinkName !== connectionLinkName) throw refusals.unknownConnection;

  const query = { ...Object.fromEntries(url.searchParams), ...request.data };
  const call = { method: request.type, path: url.pathname.replace('/api/v1', ''), query };
  if ('answer' in portal) return { kind: 'answer', answer: await portal.answer(call) };
  const { orgId } = request.headers;
  return world.respond(call, () => {
    if (!url.pathname.startsWith('/api/v1/')) return problems.notFound;
    // A portal id that is no number makes Desk fail in just this opaque way.
    if (orgId !== undefined && !/^\d+$/.test(orgId)) return problems.serverError;
    if (orgId !== undefined && orgId !== portal.orgId) return problems.wrongPortal;
    if (!scope.includes('Desk.contacts.READ')) return problems.scopeMismatch;
    return answerApi(portal, call);
  });
}

function wrap({ status, body }: ApiAnswer, envelope: Envelope): unknown {
  const text = body === null ? '' : `{"status":"true","statusMessage":${jsonOf(body)}}`;
  const wrapped = { statusCode: status, response: text };
  switch (envelope) {
    case 'text':
      return JSON.stringify(wrapped);
    case 'object':
      return wrapped;
    case 'json':
      return { status, data: body === null ? '' : { statusMessage: JSON.parse(jsonOf(body)) } };
    case 'encodedTwice':
      return JSON.stringify(JSON.stringify(wrapped));
    case 'rejected':
      if (status === 204) return JSON.stringify({ responseStatus: 204 });
      if (status === 200 || status === 201) return JSON.stringify(wrapped);
      throw JSON.stringify({ statusCode: status, statusMessage: body === null ? '' : jsonOf(body) });
    case 'mobile':
      if (status >= 200 && status < 300) return JSON.stringify(wrapped);
      throw { request: body === null ? '' : jsonOf(body) };
  }
}
