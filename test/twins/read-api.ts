import { unlessAborted } from '../../src/base/abort';
import { failure } from '../../src/base/result';
import type { DeskResult } from '../../src/desk/desk-error';
import type { ApiCall, ReadApi, ReadOptions } from '../../src/desk/read-api';

/** What was asked of the API, and how. */
export interface MadeCall {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly options: ReadOptions;
}

/**
 * The API in memory: `respond` gives the body of an answer, or the error. `calls` collects what was asked. It keeps the
 * contract of the real one (test/unit/desk/read-api-contract.test.ts), but for repeating calls.
 */
export function createApiTwin(
  respond: (call: MadeCall) => DeskResult<unknown> | Promise<DeskResult<unknown>>,
): ReadApi & { readonly calls: readonly MadeCall[] } {
  const calls: MadeCall[] = [];
  const readApi = async <Value>(
    { path, query, parse }: ApiCall<Value>,
    options: ReadOptions,
  ): Promise<DeskResult<Value>> => {
    if (options.signal.aborted) return failure({ kind: 'canceled' });
    if (path.some((part) => ['', '.', '..'].includes(part)))
      return failure({ kind: 'invalidRequest', fields: [] });
    const call = { path, query, options };
    calls.push(call);
    options.onSent?.();
    const answer = Promise.resolve(respond(call));
    const result = await unlessAborted(answer, options.signal, () => failure({ kind: 'canceled' }));
    return result.ok ? parse(result.value) : result;
  };
  return Object.assign(readApi, { calls });
}

/** An API that gives these results, one after the other, and is offline after them. */
export function apiOf(...results: readonly DeskResult<unknown>[]) {
  const left = [...results];
  return createApiTwin(() => left.shift() ?? failure({ kind: 'offline' }));
}

/** An API that gives these results by path, and finds nothing elsewhere. */
export function apiByPath(results: Readonly<Record<string, DeskResult<unknown>>>) {
  return createApiTwin(({ path }) => results[path.join('/')] ?? failure({ kind: 'notFound' }));
}

/** A call that waits until the test answers it. */
export interface OpenCall extends MadeCall {
  answer(result: DeskResult<unknown>): void;
}

/** An API whose calls the test answers, in whichever order, and which answers even those that were aborted. */
export function createApiByHand() {
  const calls: OpenCall[] = [];
  const readApi: ReadApi = async ({ path, query, parse }, options) => {
    const result = await new Promise<DeskResult<unknown>>((answer) => {
      calls.push({ path, query, options, answer });
    });
    return result.ok ? parse(result.value) : result;
  };
  return { calls, readApi };
}
