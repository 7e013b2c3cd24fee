import { failure, ok } from '../base/result';
import type { AnswerCache } from './answer-cache';
import type { DeskResult } from './desk-error';
import type { ReadApi, ReadOptions, Waiting } from './read-api';

/** A call under way, and those who wait for it. */
interface Shared {
  readonly answer: Promise<DeskResult<unknown>>;
  readonly controller: AbortController;
  readonly listeners: Set<(waiting: Waiting | null) => void>;
  waitingFor: number;
}

/**
 * The same API with fewer calls: an answer that `cacheFor` keeps is not asked for again, and callers that want the
 * same at once share one call. Only answers are kept, never failures.
 */
export function createCachedReadApi(
  readApi: ReadApi,
  cacheFor: (path: readonly string[]) => AnswerCache,
): ReadApi {
  const underWay = new Map<string, Shared>();

  return (path, query, options) => {
    if (options.signal.aborted) return Promise.resolve(failure({ kind: 'cancelled' }));
    const key = keyOf(path, query);
    const cache = cacheFor(path);
    const kept = options.fresh ? undefined : cache.get(key);
    if (kept) return Promise.resolve(ok(kept.body));

    const shared = underWay.get(key) ?? start();
    return join(shared, options);

    function start(): Shared {
      const controller = new AbortController();
      const listeners: Shared['listeners'] = new Set();
      const onWaiting = (waiting: Waiting | null) => {
        for (const listener of listeners) listener(waiting);
      };
      const answer = readApi(path, query, { signal: controller.signal, onWaiting }).then((result) => {
        if (underWay.get(key) === started) underWay.delete(key);
        if (result.ok) cache.set(key, result.value);
        return result;
      });
      const started: Shared = { answer, controller, listeners, waitingFor: 0 };
      underWay.set(key, started);
      return started;
    }

    function join(call: Shared, { signal, onWaiting }: ReadOptions): Promise<DeskResult<unknown>> {
      call.waitingFor++;
      if (onWaiting) call.listeners.add(onWaiting);
      const left = new Promise<DeskResult<unknown>>((resolve) => {
        signal.addEventListener('abort', () => resolve(failure({ kind: 'cancelled' })), { once: true });
      });
      return Promise.race([call.answer, left]).finally(() => {
        if (onWaiting) call.listeners.delete(onWaiting);
        if (--call.waitingFor > 0 || !signal.aborted) return;
        // Nobody waits any more: let go, so that the next one asks anew.
        if (underWay.get(key) === call) underWay.delete(key);
        call.controller.abort();
      });
    }
  };
}

/** Desk matches values whatever their case, so one answer serves every spelling of an address. */
function keyOf(path: readonly string[], query: Readonly<Record<string, string>>): string {
  const parameters = Object.entries(query).map(([name, value]) =>
    name === 'fieldValues' ? [name, value.toLowerCase()] : [name, value],
  );
  return `${path.join('/')}?${new URLSearchParams(parameters.sort())}`;
}
