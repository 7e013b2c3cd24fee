import { zohoAuthorisation } from '../../plugin-manifest.json';
import { pause, unlessAborted } from '../base/abort';
import { atMost } from '../base/at-most';
import { failure } from '../base/result';
import { withTimeLimit } from '../base/time';
import { decodeAnswer } from './answer';
import type { CacheFor } from './answer-cache';
import type { Portal } from './desk';
import { type DeskError, type DeskResult, passesByItself } from './desk-error';
import type { ReadRequest } from './zohodesk';

/** A call that failed and will be sent again by itself. */
export interface Waiting {
  readonly error: DeskError;
  /** 1 for the first repetition. */
  readonly attempt: number;
  readonly seconds: number;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** Asks Desk even if there is a cached answer. */
  readonly bypassCache?: boolean;
  /** Asks nobody: where no answer is cached, it gives `canceled`. */
  readonly onlyCached?: boolean;
  /** Told before each pause, and with `null` when it is over. */
  readonly onWaiting?: (waiting: Waiting | null) => void;
  /** Told of each request that leaves for this caller's sake, which is what it costs. */
  readonly onSent?: (() => void) | undefined;
}

/** A GET of Desk's REST API. The calls that this extension makes are in `endpoints/`. */
export interface ApiCall<Value> {
  /** Parts of the path, encoded one by one. Parts that would change the address (empty, `.` and `..`) are refused. */
  readonly path: readonly string[];
  /** Encoded by the bridge. */
  readonly query: Readonly<Record<string, string>>;
  /** How long the answer may be used again. */
  readonly cacheFor: CacheFor;
  /** Reads the API's own body, `undefined` where it is empty. An answer that cannot be read is never cached. */
  readonly parse: (body: unknown) => DeskResult<Value>;
}

/** Makes a call, and gives what its `parse` makes of the answer, or the error. Never rejects. */
export type ReadApi = <Value>(call: ApiCall<Value>, options: ReadOptions) => Promise<DeskResult<Value>>;

/** The pauses before the repetitions of a call that may succeed on its own, in seconds. */
export const pauses = [1, 3, 9] as const;

/** How long Desk may take to answer, in seconds. */
export const timeLimit = 20;

/** A pause that Desk asks for is kept up to this length, in seconds; beyond it, the agent decides. */
const longestPause = 60;

/** How many calls may be under way at once: Desk's editions allow 5 and more, for all integrations together. */
const maxConcurrentCalls = 4;

/** Told of each request that leaves, and of its answer, which comes whoever still waits for it. */
export type OnCall = (request: ReadRequest, answer: Promise<DeskResult<unknown>>) => void;

/** Creates an uncached client for the portal's API. */
export function createReadApi({ zohoDesk, origin, orgId }: Portal, onCall: OnCall = () => {}): ReadApi {
  const inTurn = atMost(maxConcurrentCalls);
  return async ({ path, query, parse }, options) => {
    const { signal, onWaiting } = options;
    if (!origin) return failure({ kind: 'unknownDataCenter' });
    if (path.some((part) => /^\.{0,2}$/.test(part))) return failure({ kind: 'invalidRequest', fields: [] });
    const request: ReadRequest = {
      url: `${origin}/api/v1/${path.map(encodeURIComponent).join('/')}`,
      type: 'GET',
      // The header is the form that Zoho's own samples use.
      headers: orgId ? { orgId } : {},
      data: { ...query },
      postBody: {},
      connectionLinkName: zohoAuthorisation.connectionLinkName,
    };
    for (let attempt = 1; ; attempt++) {
      const answer = inTurn(() => send(request, options));
      const result = await unlessAborted(answer, signal, () => failure({ kind: 'canceled' }));
      if (result.ok) return parse(result.value);
      const seconds = pauseBefore(attempt, result.error);
      if (seconds === undefined) return result;
      onWaiting?.({ error: result.error, attempt, seconds });
      await pause(seconds, signal);
      onWaiting?.(null);
    }
  };

  /** Aborting doesn't free the slot of a request that was sent: the bridge can't cancel, so Desk is still busy with it. */
  async function send(request: ReadRequest, { signal, onSent }: ReadOptions): Promise<DeskResult<unknown>> {
    if (signal.aborted) return failure({ kind: 'canceled' });
    const decoded = Promise.resolve()
      .then(() => zohoDesk.request(request))
      .then(
        (raw) => decodeAnswer(raw, 'resolved'),
        (reason: unknown) => decodeAnswer(reason, 'rejected'),
      );
    const answer = withTimeLimit(decoded, timeLimit, () => failure({ kind: 'timeout' })).then((result) =>
      !result.ok && isOffline() ? failure({ kind: 'offline' }) : result,
    );
    onCall(request, answer);
    onSent?.();
    return answer;
  }
}

function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}

/** How long to wait before the call is repeated, in seconds; `undefined` where it is not. */
function pauseBefore(attempt: number, error: DeskError): number | undefined {
  if (!passesByItself(error)) return undefined;
  const asked = error.kind === 'rateLimited' ? error.retryAfterSeconds : null;
  if (asked !== null && asked > longestPause) return undefined;
  const ours = pauses[attempt - 1];
  return ours && Math.max(ours, asked ?? 0);
}
