import { unlessAborted } from '../base/abort';
import { failure, ok } from '../base/result';
import type { AnswerCaches } from './answer-cache';
import type { DeskResult } from './desk-error';
import type { ApiCall, ReadApi, ReadOptions, Waiting } from './read-api';

/** A call under way, and those who wait for it. */
interface Shared {
  /** The API's own body, not parsed yet. */
  readonly answer: Promise<DeskResult<unknown>>;
  readonly controller: AbortController;
  readonly listeners: Set<(waiting: Waiting | null) => void>;
  callers: number;
}

/**
 * The same API with fewer calls: a cached answer is used again for as long as its call allows, and callers that want
 * the same at once share one call. Caches the bodies of answers that could be parsed, never failures, and parses them
 * again whenever they are used. `onReused` is told when a cached answer came (milliseconds since 1970).
 */
export function createCachedReadApi(
  readApi: ReadApi,
  caches: AnswerCaches,
  onReused: (call: ApiCall<unknown>, at: number) => void = () => {},
): ReadApi {
  const underWay = new Map<string, Shared>();

  return async (call, options) => {
    if (options.signal.aborted) return failure({ kind: 'canceled' });
    const key = keyOf(call);
    const cached = options.bypassCache ? undefined : caches[call.cacheFor].get(key);
    const reused = cached ? call.parse(cached.body) : null;
    if (cached && reused?.ok) {
      onReused(call, cached.at);
      return reused;
    }
    if (options.onlyCached) return failure({ kind: 'canceled' });
    const answer = await join(key, underWay.get(key) ?? start(key, call, options), options);
    if (!answer.ok) return answer;
    const read = call.parse(answer.value);
    if (read.ok) caches[call.cacheFor].set(key, answer.value);
    return read;
  };

  /** Whoever starts a call pays for it. */
  function start(key: string, call: ApiCall<unknown>, { onSent }: ReadOptions): Shared {
    const controller = new AbortController();
    const listeners: Shared['listeners'] = new Set();
    const onWaiting = (waiting: Waiting | null) => {
      for (const listener of listeners) listener(waiting);
    };
    const answer = readApi<unknown>(
      { ...call, parse: ok },
      { signal: controller.signal, onWaiting, onSent },
    ).then((result) => {
      if (underWay.get(key) === shared) underWay.delete(key);
      return result;
    });
    const shared: Shared = { answer, controller, listeners, callers: 0 };
    underWay.set(key, shared);
    return shared;
  }

  function join(key: string, shared: Shared, { signal, onWaiting }: ReadOptions) {
    shared.callers++;
    if (onWaiting) shared.listeners.add(onWaiting);
    const answer = unlessAborted(shared.answer, signal, () => failure({ kind: 'canceled' }));
    return answer.finally(() => {
      if (onWaiting) shared.listeners.delete(onWaiting);
      if (--shared.callers > 0 || !signal.aborted) return;
      // No callers left: drop it, so the next caller starts a new request.
      if (underWay.get(key) === shared) underWay.delete(key);
      shared.controller.abort();
    });
  }
}

/** Desk ignores the case of values, so one answer serves every spelling of an address. */
function keyOf({ path, query }: ApiCall<unknown>): string {
  const parameters = Object.entries(query).map(([name, value]) =>
    name === 'fieldValues' ? [name, value.toLowerCase()] : [name, value],
  );
  return `${path.join('/')}?${new URLSearchParams(parameters.sort())}`;
}
