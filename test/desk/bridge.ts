import type { ReadRequest, ZohoDesk } from '../../src/desk/zohodesk';
import { type ApiAnswer, problems } from './api-answer';
import type { SamplePortal } from './portal';
import { answerApi } from './rest-api';
import {
  createStorage,
  type RecordShelf,
  type StorageCalls,
  type StorageMode,
  type StorageRequest,
} from './storage';
import type { World } from './worlds';

/** The part of plugin-manifest.json that Desk holds the widget to. */
export interface Manifest {
  readonly storage?: boolean;
  readonly whiteListedDomains: readonly string[];
  readonly zohoAuthorisation: { readonly connectionLinkName: string; readonly scope: readonly string[] };
}

/** In which wrapping Desk hands answers to the widget; which one a call gets is not documented. */
export type Envelope = 'text' | 'object' | 'json';

export interface BridgeOptions {
  readonly portal: SamplePortal;
  readonly manifest: Manifest;
  readonly world: World;
  readonly envelope?: Envelope;
  /** What `ZOHODESK.extension.onload` answers. */
  readonly app: () => Record<string, unknown>;
  /** What the page knows, by the names that `ZOHODESK.get` takes. */
  readonly page: () => Readonly<Record<string, unknown>>;
  /** What is set in the extension's settings, in whichever form: Desk's own is not documented. */
  readonly config?: unknown;
  /** The extension's storage, which several bridges may share; `null` where it is off. */
  readonly storage?: RecordShelf | null;
  /** How the storage works, where there is one. */
  readonly storageMode?: StorageMode;
  /** Told of every request that reaches the storage. */
  readonly onStorageRequest?: (request: StorageRequest) => void;
  /** Told of every request that reaches the bridge. */
  readonly onRequest?: (request: ReadRequest) => void;
}

/**
 * The SDK's object, over the sample portal. It refuses what Desk's own bridge refuses: a domain that the manifest
 * does not list, a connection of another name, a call whose scope the connection lacks, a write to the portal,
 * storage that the manifest does not ask for.
 */
export function createBridge(options: BridgeOptions): ZohoDesk & StorageCalls {
  const { portal, manifest, world, envelope = 'text', config = [], storage: records = new Map() } = options;
  const isOff = manifest.storage === false || records === null;
  const storage = createStorage(records ?? new Map(), {
    mode: isOff ? 'off' : (options.storageMode ?? 'on'),
    onRequest: options.onStorageRequest,
  });
  return {
    extension: { onload: async () => options.app() },

    async get(property: string, asked?: object) {
      if (property === 'database') return storage.get(asked);
      const value = property === 'extension.config' ? config : options.page()[property];
      if (value === undefined) throw { errMsg: 'Invalid Payload' };
      return { [property]: value, status: 'success' };
    },

    async set(property: string, value: object) {
      if (property !== 'database') throw { errMsg: 'Invalid Payload' };
      return storage.set(value);
    },

    async delete(property: string, asked: object) {
      if (property !== 'database') throw { errMsg: 'Invalid Payload' };
      return storage.delete(asked);
    },

    async request(request) {
      options.onRequest?.(request);
      const url = new URL(request.url);
      if (!manifest.whiteListedDomains.includes(url.origin)) throw { errMsg: 'Invalid Path' };
      const { connectionLinkName, scope } = manifest.zohoAuthorisation;
      if (request.connectionLinkName !== connectionLinkName) throw { errMsg: 'Invalid connection' };

      const query = { ...Object.fromEntries(url.searchParams), ...request.data };
      const call = { method: request.type, path: url.pathname.replace('/api/v1', ''), query };
      const usual = (): ApiAnswer => {
        if (!url.pathname.startsWith('/api/v1/')) return problems.notFound;
        // A portal id that is no number makes Desk fail in just this opaque way.
        if (request.headers.orgId !== undefined && !/^\d+$/.test(request.headers.orgId))
          return problems.serverError;
        if (request.headers.orgId !== undefined && request.headers.orgId !== portal.orgId)
          return problems.wrongPortal;
        if (!scope.includes('Desk.contacts.READ')) return problems.scopeMismatch;
        return answerApi(portal, call);
      };

      const outcome = await world.respond(call, usual);
      switch (outcome.kind) {
        case 'answer':
          return wrap(outcome.answer, envelope);
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

function wrap({ status, body }: ApiAnswer, envelope: Envelope): unknown {
  const text = body === null ? '' : toJson({ status: 'true', statusMessage: body });
  switch (envelope) {
    case 'text':
      return JSON.stringify({ statusCode: status, response: text });
    case 'object':
      return { statusCode: status, response: text };
    case 'json':
      return { status, data: body === null ? '' : { statusMessage: JSON.parse(toJson(body)) } };
  }
}

/** JSON with the ids that are numbers as bare digits, as long as Desk's are. */
function toJson(value: unknown): string {
  const marked = JSON.stringify(value, (_, entry) => (typeof entry === 'bigint' ? `bigint:${entry}` : entry));
  return marked.replace(/"bigint:(\d+)"/g, '$1');
}
