import { describe, expect, it, vi } from 'vitest';
import manifest from '../../../plugin-manifest.json';
import { failure, ok } from '../../../src/base/result';
import { createAnswerCache } from '../../../src/desk/answer-cache';
import { createCachedReadApi } from '../../../src/desk/cached-read-api';
import { connectDesk } from '../../../src/desk/desk';
import type { DeskError, DeskResult } from '../../../src/desk/desk-error';
import { type ApiCall, createReadApi, type ReadApi } from '../../../src/desk/read-api';
import { type ApiAnswer, found, invalid, noContent, problems } from '../../desk/api-answer';
import { createBridge, type Envelope } from '../../desk/bridge';
import { createSamplePortal } from '../../desk/portal';
import { createApiTwin } from '../../twins/read-api';

/** What reaches the server. */
interface Asked {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** What the server answers, or that it does not. */
type Respond = (asked: Asked) => ApiAnswer | 'silence';

/** An implementation of `ReadApi`, in front of a server that answers like this. */
type SetUp = (respond: Respond) => Promise<{ readonly readApi: ReadApi; readonly asked: readonly Asked[] }>;

const portal = createSamplePortal();

/** The real client, over the SDK's object as the local Desk has it. */
function overTheBridge(envelope: Envelope): SetUp {
  return async (respond) => {
    const asked: Asked[] = [];
    const bridge = createBridge({
      portal,
      manifest,
      envelope,
      app: () => ({ meta: { dcType: 'EU' } }),
      page: () => ({}),
      world: {
        respond({ path, query }) {
          const one = { path: path.split('/').slice(1).map(decodeURIComponent), query };
          asked.push(one);
          const answer = respond(one);
          return answer === 'silence' ? { kind: 'silence' } : { kind: 'answer', answer };
        },
      },
    });
    return { readApi: createReadApi((await connectDesk(bridge)).portal), asked };
  };
}

function cached(setUp: SetUp): SetUp {
  return async (respond) => {
    const { readApi, asked } = await setUp(respond);
    const cache = createAnswerCache('', 1000, null);
    return { readApi: createCachedReadApi(readApi, { people: cache, settings: cache }), asked };
  };
}

const errors: Readonly<Record<number, DeskError>> = {
  403: { kind: 'forbidden' },
  404: { kind: 'notFound' },
  422: { kind: 'invalidRequest', fields: ['page'] },
};

const twin: SetUp = async (respond) => {
  const asked: Asked[] = [];
  const readApi = createApiTwin(({ path, query }) => {
    asked.push({ path, query });
    const answer = respond({ path, query });
    if (answer === 'silence') return new Promise(() => {});
    const error = errors[answer.status];
    return error ? failure(error) : ok(answer.body ?? undefined);
  });
  return { readApi, asked };
};

const implementations: readonly [name: string, setUp: SetUp][] = [
  ['the client over the bridge, in text', overTheBridge('text')],
  ['the client over the bridge, in objects', overTheBridge('object')],
  ['the client over the bridge, in JSON', overTheBridge('json')],
  ['the cached client', cached(overTheBridge('text'))],
  ['the twin', twin],
  ['the cached twin', cached(twin)],
];

const options = () => ({ signal: new AbortController().signal });

function callTo(path: readonly string[], query: Readonly<Record<string, string>> = {}): ApiCall<unknown> {
  return { path, query, cacheFor: 'people', parse: ok };
}

describe.each(implementations)('%s', (_, setUp) => {
  it('asks with the path and the parameters of the call, whatever they hold', async () => {
    const { readApi, asked } = await setUp(() => noContent);
    const call = callTo(['contacts', 'a/b?c#d %'], { fieldValues: 'Ash & Sons, +44 "x"', from: '0' });
    await readApi(call, options());
    expect(asked).toEqual([{ path: call.path, query: call.query }]);
  });

  it('gives what the call makes of the body', async () => {
    const { readApi } = await setUp(() => found({ data: [1, 2] }));
    const parse = vi.fn((body: unknown): DeskResult<string> => ok(`read ${JSON.stringify(body)}`));
    expect(await readApi({ ...callTo(['contacts']), parse }, options())).toEqual(ok('read {"data":[1,2]}'));
    expect(parse).toHaveBeenCalledWith({ data: [1, 2] });
  });

  it('has the call parse undefined where the body is empty', async () => {
    const { readApi } = await setUp(() => noContent);
    const parse = (body: unknown) => ok(body === undefined ? 'nothing' : 'something');
    expect(await readApi({ ...callTo(['contacts']), parse }, options())).toEqual(ok('nothing'));
  });

  it('gives the error of a call that cannot read the body', async () => {
    const { readApi } = await setUp(() => found({ wheels: 4 }));
    const unreadable = failure({ kind: 'unreadable' });
    expect(await readApi({ ...callTo(['contacts']), parse: () => unreadable }, options())).toEqual(
      unreadable,
    );
  });

  it.each<[answer: ApiAnswer, error: DeskError]>([
    [problems.forbidden, { kind: 'forbidden' }],
    [problems.notFound, { kind: 'notFound' }],
    [invalid('page'), { kind: 'invalidRequest', fields: ['page'] }],
  ])('gives the error that Desk answers: $status', async (answer, error) => {
    const { readApi } = await setUp(() => answer);
    const parse = vi.fn(ok<unknown>);
    expect(await readApi({ ...callTo(['contacts']), parse }, options())).toEqual(failure(error));
    expect(parse).not.toHaveBeenCalled();
  });

  it('gives each of several calls its own answer', async () => {
    const { readApi } = await setUp(({ path }) => found({ id: path[1] }));
    const ids = ['1', '2', '3', '4', '5', '6'];
    const answers = await Promise.all(ids.map((id) => readApi(callTo(['contacts', id]), options())));
    expect(answers).toEqual(ids.map((id) => ok({ id })));
  });

  it('tells the caller of each call that leaves', async () => {
    const { readApi } = await setUp(() => found({}));
    const onSent = vi.fn<() => void>();
    await readApi(callTo(['contacts']), { ...options(), onSent });
    await readApi(callTo(['contacts', '..']), { ...options(), onSent });
    expect(onSent).toHaveBeenCalledTimes(1);
  });

  it.each(['', '.', '..'])('refuses a path with the part %j, and asks nobody', async (part) => {
    const { readApi, asked } = await setUp(() => found({}));
    expect(await readApi(callTo(['contacts', part]), options())).toEqual(
      failure({ kind: 'invalidRequest', fields: [] }),
    );
    expect(asked).toEqual([]);
  });

  it('is canceled before it asks anybody', async () => {
    const { readApi, asked } = await setUp(() => found({}));
    expect(await readApi(callTo(['contacts']), { signal: AbortSignal.abort() })).toEqual(
      failure({ kind: 'canceled' }),
    );
    expect(asked).toEqual([]);
  });

  it('is canceled at once while Desk is silent', async () => {
    const { readApi, asked } = await setUp(() => 'silence');
    const aborter = new AbortController();
    const result = readApi(callTo(['contacts']), { signal: aborter.signal });
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    aborter.abort();
    expect(await result).toEqual(failure({ kind: 'canceled' }));
  });
});
