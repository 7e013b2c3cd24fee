import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { zohoAuthorisation } from '../../../plugin-manifest.json';
import { failure, ok } from '../../../src/base/result';
import type { DeskError, DeskResult } from '../../../src/desk/desk-error';
import {
  type ApiCall,
  createReadApi,
  type OnCall,
  pauses,
  timeLimit,
  type Waiting,
} from '../../../src/desk/read-api';
import type { ReadRequest, ZohoDesk } from '../../../src/desk/zohodesk';

const body = { data: [{ id: '450000000000123001', lastName: 'Ash' }] };
const good = { data: { statusMessage: body } };
const portal = { origin: 'https://desk.zoho.eu', dataCenter: 'EU', orgId: '60012345' };
const path = ['contactsDeduplication', '450000000000777001'];

type Respond = (request: ReadRequest) => Promise<unknown>;

interface Setting {
  readonly origin?: string | null;
  readonly orgId?: string | null;
  readonly query?: Readonly<Record<string, string>>;
  readonly path?: readonly string[];
}

function callOf(path: readonly string[], query: Readonly<Record<string, string>> = {}): ApiCall<unknown> {
  return { path, query, cacheFor: 'people', parse: ok };
}

function deskThat(request: Respond): ZohoDesk {
  return {
    extension: { onload: async () => ({}) },
    get: async () => ({}),
    set: async () => ({}),
    delete: async () => ({}),
    request,
  };
}

/** A call over a Desk that gives these answers, one after the other; the last one is given for ever. */
function call(responses: readonly Respond[], setting: Setting = {}) {
  let calls = 0;
  const request = vi.fn<Respond>((options) => {
    const respond = responses[Math.min(calls++, responses.length - 1)];
    return respond ? respond(options) : Promise.resolve(good);
  });
  const { origin, orgId } = { ...portal, ...setting };
  const aborter = new AbortController();
  const onWaiting = vi.fn<(waiting: Waiting | null) => void>();
  const readApi = createReadApi({ ...portal, zohoDesk: deskThat(request), origin, orgId });
  const onSent = vi.fn<() => void>();
  const settled = vi.fn<(result: DeskResult<unknown>) => void>();
  const asked = callOf(setting.path ?? path, setting.query);
  const result = readApi(asked, { signal: aborter.signal, onWaiting, onSent });
  void result.then(settled);
  return { request, result, settled, onWaiting, onSent, abort: () => aborter.abort() };
}

const answers =
  (raw: unknown): Respond =>
  async () =>
    raw;
const rejects =
  (reason: unknown): Respond =>
  async () => {
    throw reason;
  };
const staysSilent: Respond = () => new Promise(() => {});
const fails = (statusCode: number) => answers({ statusCode, response: '' });

function seconds(count: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(count * 1000);
}

const unavailable: DeskError = { kind: 'unavailable', status: 503 };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('createReadApi', () => {
  describe('sends a request', () => {
    async function sent(setting: Setting = {}): Promise<ReadRequest | undefined> {
      const { request, result } = call([answers(good)], setting);
      await result;
      return request.mock.lastCall?.[0];
    }

    it('to the address of the portal', async () => {
      expect((await sent())?.url).toBe(
        'https://desk.zoho.eu/api/v1/contactsDeduplication/450000000000777001',
      );
    });

    it('with every part of the path encoded on its own', async () => {
      expect((await sent({ path: ['contacts', 'a/b?c#d e&f', 'é%'] }))?.url).toBe(
        'https://desk.zoho.eu/api/v1/contacts/a%2Fb%3Fc%23d%20e%26f/%C3%A9%25',
      );
    });

    it.each(['', '.', '..'])(
      'never with the part %j in its path, which would change the address',
      async (part) => {
        const { request, result } = call([answers(good)], { path: ['contacts', part, 'statistics'] });
        expect(await result).toEqual(failure({ kind: 'invalidRequest', fields: [] }));
        expect(request).not.toHaveBeenCalled();
      },
    );

    it('that reads, through the connection of the manifest', async () => {
      expect(await sent()).toMatchObject({
        type: 'GET',
        postBody: {},
        connectionLinkName: zohoAuthorisation.connectionLinkName,
      });
      expect(zohoAuthorisation.connectionLinkName).toBeTruthy();
    });

    it('with the parameters as data, not in the address', async () => {
      const query = { page: '2', fieldValue: 'Ash & Sons' };
      const request = await sent({ query });
      expect(request?.data).toEqual(query);
      expect(request?.url).not.toContain('?');
    });

    it('with the portal in a header where it is known', async () => {
      expect((await sent())?.headers).toEqual({ orgId: '60012345' });
      expect((await sent({ orgId: null }))?.headers).toEqual({});
    });

    it('without the response type that changes the envelope', async () => {
      expect(await sent()).not.toHaveProperty('responseType');
    });

    it('to nobody where the data center is not known', async () => {
      const { request, result } = call([answers(good)], { origin: null });
      expect(await result).toEqual(failure({ kind: 'unknownDataCenter' }));
      expect(request).not.toHaveBeenCalled();
    });
  });

  describe('gives', () => {
    it('the body of the API, at once', async () => {
      const { request, result, onWaiting } = call([answers(good)]);
      expect(await result).toEqual(ok(body));
      expect(request).toHaveBeenCalledTimes(1);
      expect(onWaiting).not.toHaveBeenCalled();
    });

    it('what the call makes of the body', async () => {
      const readApi = createReadApi({ ...portal, zohoDesk: deskThat(answers(good)) });
      const options = { signal: new AbortController().signal };
      const parsed = readApi({ ...callOf(path), parse: (found) => ok([found]) }, options);
      expect(await parsed).toEqual(ok([body]));
    });

    it('at once that the call cannot read the body', async () => {
      const request = vi.fn<Respond>(answers(good));
      const readApi = createReadApi({ ...portal, zohoDesk: deskThat(request) });
      const unreadable = failure({ kind: 'unreadable' });
      const options = { signal: new AbortController().signal };
      expect(await readApi({ ...callOf(path), parse: () => unreadable }, options)).toEqual(unreadable);
      await seconds(1000);
      expect(request).toHaveBeenCalledTimes(1);
    });

    it('undefined for an empty body', async () => {
      expect(await call([answers({ statusCode: 204, response: '' })]).result).toEqual(ok(undefined));
    });

    it('the error that a rejection stands for', async () => {
      const { result } = call([rejects({ errMsg: 'Invalid Path' })]);
      expect(await result).toEqual(failure({ kind: 'blockedByManifest' }));
    });

    it('the error that is thrown before there is an answer', async () => {
      const { result } = call([
        () => {
          throw new TypeError('Invalid Payload');
        },
      ]);
      expect(await result).toEqual(failure({ kind: 'invalidRequest', fields: [] }));
    });

    it('it without a clock left running', async () => {
      await call([answers(good)]).result;
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  describe('repeats a call', () => {
    it.each<[string, Respond, DeskError]>([
      ['that meets a 503', fails(503), unavailable],
      [
        'that meets a 500 with a code',
        answers({ errorCode: 'INTERNAL_SERVER_ERROR' }),
        { kind: 'unavailable', status: null },
      ],
      ['that Desk says has timed out', fails(408), { kind: 'timeout' }],
      ['that meets too many others', fails(429), { kind: 'rateLimited', retryAfterSeconds: null }],
      ['that is rejected as timed out', rejects('timeout exceeded'), { kind: 'timeout' }],
    ])('%s three times, after longer and longer pauses', async (_, respond, error) => {
      const { request, result, settled } = call([respond]);
      await seconds(0);
      expect(request).toHaveBeenCalledTimes(1);
      for (const [index, length] of pauses.entries()) {
        await seconds(length - 0.001);
        expect(request).toHaveBeenCalledTimes(index + 1);
        await seconds(0.001);
        expect(request).toHaveBeenCalledTimes(index + 2);
      }
      expect(settled).toHaveBeenCalled();
      expect(await result).toEqual(failure(error));
      await seconds(1000);
      expect(request).toHaveBeenCalledTimes(4);
      expect(vi.getTimerCount()).toBe(0);
    });

    it('with pauses that grow', () => {
      expect(pauses).toHaveLength(3);
      expect([...pauses].sort((a, b) => a - b)).toEqual([...pauses]);
      expect(new Set(pauses).size).toBe(3);
    });

    it('and tells what it waits for, and that the wait is over', async () => {
      const { onWaiting, onSent, result } = call([fails(503), fails(429), answers(good)]);
      await seconds(0);
      expect(onWaiting.mock.calls).toEqual([[{ error: unavailable, attempt: 1, seconds: 1 }]]);
      await seconds(1);
      expect(onWaiting.mock.calls.slice(1)).toEqual([
        [null],
        [{ error: { kind: 'rateLimited', retryAfterSeconds: null }, attempt: 2, seconds: 3 }],
      ]);
      await seconds(3);
      expect(onWaiting.mock.calls.slice(3)).toEqual([[null]]);
      expect(onSent).toHaveBeenCalledTimes(3);
      expect(await result).toEqual(ok(body));
    });

    it('and says that the wait is over before it asks again', async () => {
      const events: string[] = [];
      const { onWaiting } = call([
        fails(503),
        async () => {
          events.push('request');
          return good;
        },
      ]);
      onWaiting.mockImplementation((waiting) => events.push(waiting ? 'waiting' : 'over'));
      await seconds(1);
      expect(events).toEqual(['waiting', 'over', 'request']);
    });

    it('and gives what the repetition brings', async () => {
      const { request, result } = call([fails(503), answers(good)]);
      await seconds(1);
      expect(await result).toEqual(ok(body));
      expect(request).toHaveBeenCalledTimes(2);
    });

    it('and gives up at the first error that does not pass by itself', async () => {
      const { request, result } = call([fails(503), fails(403)]);
      await seconds(1);
      expect(await result).toEqual(failure({ kind: 'forbidden' }));
      expect(request).toHaveBeenCalledTimes(2);
    });

    it('with the same request each time', async () => {
      const { request, result } = call([fails(503), answers(good)], { query: { page: '2' } });
      await seconds(1);
      await result;
      expect(request.mock.calls[1]).toEqual(request.mock.calls[0]);
    });

    it('also where nobody listens', async () => {
      const request = vi.fn<Respond>(fails(503));
      const readApi = createReadApi({ ...portal, zohoDesk: deskThat(request) });
      const result = readApi(callOf(path), { signal: new AbortController().signal });
      await seconds(13);
      expect(await result).toEqual(failure(unavailable));
      expect(request).toHaveBeenCalledTimes(4);
    });
  });

  it.each<[string, Respond, DeskError]>([
    ['400', fails(400), { kind: 'invalidRequest', fields: [] }],
    ['401', fails(401), { kind: 'signInRefused' }],
    ['403', fails(403), { kind: 'forbidden' }],
    ['404', fails(404), { kind: 'notFound' }],
    ['used up credits', answers({ errorCode: 'THRESHOLD_EXCEEDED' }), { kind: 'creditsExhausted' }],
    ['the execution limit', rejects('Execution Limit reached'), { kind: 'executionLimit' }],
    [
      'a connection that is not authorized',
      answers({ data: { error_code: '1000' } }),
      { kind: 'notAuthorized', resumeUrl: null },
    ],
    ['a large portal', answers({ statusCode: 202, response: '' }), { kind: 'largePortal' }],
    ['a missing network', rejects(new TypeError('Failed to fetch')), { kind: 'offline' }],
    ['an unreadable answer', answers('<html></html>'), { kind: 'unreadable' }],
    [
      'something unknown',
      rejects('Please ask again later'),
      { kind: 'unknown', detail: 'Please ask again later' },
    ],
  ])('does not repeat a call that meets %s', async (_, respond, error) => {
    const { request, result, onWaiting } = call([respond]);
    expect(await result).toEqual(failure(error));
    await seconds(1000);
    expect(request).toHaveBeenCalledTimes(1);
    expect(onWaiting).not.toHaveBeenCalled();
  });

  describe('waits as long as Desk asks', () => {
    const asksFor = (wait: number) =>
      answers({
        status: 429,
        headers: { 'Retry-After': String(wait) },
        data: { errorCode: 'TOO_MANY_REQUESTS' },
      });

    it.each([2, 30, 60])('%i seconds', async (wait) => {
      const { request, onWaiting, result } = call([asksFor(wait), answers(good)]);
      await seconds(wait - 0.001);
      expect(request).toHaveBeenCalledTimes(1);
      expect(onWaiting).toHaveBeenLastCalledWith({
        error: { kind: 'rateLimited', retryAfterSeconds: wait },
        attempt: 1,
        seconds: wait,
      });
      await seconds(0.001);
      expect(request).toHaveBeenCalledTimes(2);
      expect(await result).toEqual(ok(body));
    });

    it('but never shorter than it would by itself', async () => {
      const { request, onWaiting } = call([fails(503), asksFor(2), answers(good)]);
      await seconds(1);
      expect(onWaiting).toHaveBeenLastCalledWith(expect.objectContaining({ attempt: 2, seconds: 3 }));
      await seconds(2.999);
      expect(request).toHaveBeenCalledTimes(2);
      await seconds(0.001);
      expect(request).toHaveBeenCalledTimes(3);
    });

    it('and leaves it to the agent beyond a minute', async () => {
      const { request, result, onWaiting } = call([asksFor(61)]);
      expect(await result).toEqual(failure({ kind: 'rateLimited', retryAfterSeconds: 61 }));
      await seconds(1000);
      expect(request).toHaveBeenCalledTimes(1);
      expect(onWaiting).not.toHaveBeenCalled();
    });

    it('and asks three times more at most', async () => {
      const { request, result } = call([asksFor(60)]);
      await seconds(180);
      expect(await result).toMatchObject({ ok: false, error: { kind: 'rateLimited' } });
      await seconds(1000);
      expect(request).toHaveBeenCalledTimes(4);
    });
  });

  describe('waits for an answer', () => {
    it('no longer than 20 seconds', async () => {
      expect(timeLimit).toBe(20);
      const { onWaiting, request } = call([staysSilent, answers(good)]);
      await seconds(19.999);
      expect(onWaiting).not.toHaveBeenCalled();
      await seconds(0.001);
      expect(onWaiting).toHaveBeenCalledExactlyOnceWith({
        error: { kind: 'timeout' },
        attempt: 1,
        seconds: 1,
      });
      await seconds(1);
      expect(request).toHaveBeenCalledTimes(2);
    });

    it('that comes in the last moment', async () => {
      const { result, onWaiting } = call([
        () => new Promise((resolve) => setTimeout(() => resolve(good), 19_999)),
      ]);
      await seconds(19.999);
      expect(await result).toEqual(ok(body));
      expect(onWaiting).not.toHaveBeenCalled();
    });

    it('four times, then says that time is over', async () => {
      const { request, result, settled } = call([staysSilent]);
      await seconds(4 * 20 + 13 - 0.001);
      expect(settled).not.toHaveBeenCalled();
      await seconds(0.001);
      expect(await result).toEqual(failure({ kind: 'timeout' }));
      expect(request).toHaveBeenCalledTimes(4);
      expect(vi.getTimerCount()).toBe(0);
    });

    it.each<[string, Respond]>([
      [
        'answer',
        () => new Promise((resolve) => setTimeout(() => resolve({ data: { statusMessage: {} } }), 20_500)),
      ],
      ['rejection', () => new Promise((_, reject) => setTimeout(() => reject('Invalid Path'), 20_500))],
    ])('and takes no notice of an %s that comes too late', async (_, late) => {
      const { result, onWaiting } = call([late, answers(good)]);
      await seconds(21);
      expect(await result).toEqual(ok(body));
      expect(onWaiting).toHaveBeenCalledTimes(2);
    });
  });

  describe('with several calls at once', () => {
    /** Calls of one API over a Desk that answers when it is told to. */
    function callsOf(count: number) {
      const open: ((raw: unknown) => void)[] = [];
      const request = vi.fn<Respond>(() => new Promise((resolve) => open.push(resolve)));
      const onCall = vi.fn<() => void>();
      const readApi = createReadApi({ ...portal, zohoDesk: deskThat(request) }, onCall);
      const aborters = Array.from({ length: count }, () => new AbortController());
      const results = aborters.map(({ signal }, index) =>
        readApi(callOf(['contacts', String(index)]), { signal }),
      );
      return { request, onCall, results, answer: () => open.shift()?.(good), aborters };
    }

    it('sends no more than four, and the others in their turn', async () => {
      const { request, results, answer } = callsOf(6);
      await seconds(0);
      expect(request).toHaveBeenCalledTimes(4);
      answer();
      await seconds(0);
      expect(request).toHaveBeenCalledTimes(5);
      answer();
      await seconds(0);
      expect(request.mock.calls.map(([{ url }]) => url.split('/').at(-1))).toEqual([...'012345']);
      for (let open = 0; open < 4; open++) answer();
      expect(await Promise.all(results)).toEqual(Array.from({ length: 6 }, () => ok(body)));
    });

    it('tells of each request that leaves, repetitions included', async () => {
      const onCall = vi.fn<() => void>();
      const readApi = createReadApi({ ...portal, zohoDesk: deskThat(fails(503)) }, onCall);
      const results = [1, 2].map(() => readApi(callOf(path), { signal: new AbortController().signal }));
      await seconds(0);
      expect(onCall).toHaveBeenCalledTimes(2);
      await seconds(13);
      await Promise.all(results);
      expect(onCall).toHaveBeenCalledTimes(8);
    });

    it('tells of the answer of each request, also where nobody waits for it any more', async () => {
      const onCall = vi.fn<OnCall>();
      const aborter = new AbortController();
      const late: Respond = () => new Promise((resolve) => setTimeout(() => resolve(good), 5000));
      const readApi = createReadApi({ ...portal, zohoDesk: deskThat(late) }, onCall);
      const result = readApi(callOf(path), { signal: aborter.signal });
      await seconds(1);
      aborter.abort();
      expect(await result).toEqual(failure({ kind: 'canceled' }));
      await seconds(5);
      expect(onCall.mock.calls.map(([{ type }]) => type)).toEqual(['GET']);
      expect(await onCall.mock.calls[0]?.[1]).toEqual(ok(body));
    });

    it('lets the others go ahead while one pauses', async () => {
      const request = vi.fn<Respond>(({ url }) =>
        Promise.resolve(url.endsWith('/good') ? good : { statusCode: 503, response: '' }),
      );
      const readApi = createReadApi({ ...portal, zohoDesk: deskThat(request) });
      const options = { signal: new AbortController().signal };
      for (let bad = 0; bad < 4; bad++) void readApi(callOf(['bad']), options);
      await seconds(0);
      expect(await readApi(callOf(['good']), options)).toEqual(ok(body));
    });

    it('cancels one that waits for its turn at once, without sending it', async () => {
      const { request, onCall, results, aborters } = callsOf(5);
      const settled = vi.fn<(result: DeskResult<unknown>) => void>();
      void results[4]?.then(settled);
      await seconds(1);
      aborters[4]?.abort();
      await seconds(0);
      expect(settled).toHaveBeenCalledExactlyOnceWith(failure({ kind: 'canceled' }));
      await seconds(20);
      expect(request.mock.calls.filter(([{ url }]) => url.endsWith('/4'))).toEqual([]);
      expect(onCall).toHaveBeenCalledTimes(request.mock.calls.length);
    });
  });

  describe('is canceled', () => {
    const canceled = failure({ kind: 'canceled' });

    it('before it asks', async () => {
      const request = vi.fn<Respond>(answers(good));
      const readApi = createReadApi({ ...portal, zohoDesk: deskThat(request) });
      expect(await readApi(callOf(path), { signal: AbortSignal.abort() })).toEqual(canceled);
      expect(request).not.toHaveBeenCalled();
    });

    it('while it waits for the answer, at once', async () => {
      const { request, result, onWaiting, abort } = call([staysSilent]);
      await seconds(5);
      abort();
      expect(await result).toEqual(canceled);
      await seconds(1000);
      expect(request).toHaveBeenCalledTimes(1);
      expect(onWaiting).not.toHaveBeenCalled();
      expect(vi.getTimerCount()).toBe(0);
    });

    it('during a pause, at once', async () => {
      const { request, result, onWaiting, abort } = call([fails(503), answers(good)]);
      await seconds(0.5);
      expect(onWaiting).toHaveBeenCalledTimes(1);
      abort();
      expect(await result).toEqual(canceled);
      expect(onWaiting).toHaveBeenLastCalledWith(null);
      await seconds(1000);
      expect(request).toHaveBeenCalledTimes(1);
      expect(vi.getTimerCount()).toBe(0);
    });

    it('by who hears of the pause, at once', async () => {
      const { request, result, onWaiting, abort } = call([fails(503), answers(good)]);
      onWaiting.mockImplementation(abort);
      expect(await result).toEqual(canceled);
      expect(request).toHaveBeenCalledTimes(1);
    });

    it('during the repetition', async () => {
      const { request, result, abort } = call([fails(503), staysSilent]);
      await seconds(2);
      expect(request).toHaveBeenCalledTimes(2);
      abort();
      expect(await result).toEqual(canceled);
      await seconds(1000);
      expect(request).toHaveBeenCalledTimes(2);
    });

    it('also where the answer comes together with it', async () => {
      let answer = (_: unknown) => {};
      const { result, abort } = call([
        () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
      ]);
      await seconds(1);
      answer(good);
      abort();
      expect(await result).toEqual(canceled);
    });

    it('never after it has answered', async () => {
      const { result, abort, settled } = call([answers(good)]);
      await result;
      abort();
      await seconds(1000);
      expect(settled).toHaveBeenCalledExactlyOnceWith(ok(body));
    });
  });

  describe('where the browser has no network', () => {
    beforeEach(() => {
      vi.stubGlobal('navigator', { onLine: false });
    });

    it.each<[string, Respond]>([
      ['a 503', fails(503)],
      ['a rejection', rejects('Please ask again later')],
      ['an unreadable answer', answers('<html></html>')],
    ])('takes %s for being offline, and does not ask again', async (_, respond) => {
      const { request, result, onWaiting } = call([respond]);
      expect(await result).toEqual(failure({ kind: 'offline' }));
      await seconds(1000);
      expect(request).toHaveBeenCalledTimes(1);
      expect(onWaiting).not.toHaveBeenCalled();
    });

    it('takes silence for being offline', async () => {
      const { request, result } = call([staysSilent]);
      await seconds(20);
      expect(await result).toEqual(failure({ kind: 'offline' }));
      expect(request).toHaveBeenCalledTimes(1);
    });

    it('still trusts an answer', async () => {
      expect(await call([answers(good)]).result).toEqual(ok(body));
    });

    it('is still canceled rather than offline', async () => {
      const { result, abort } = call([staysSilent]);
      await seconds(1);
      abort();
      expect(await result).toEqual(failure({ kind: 'canceled' }));
    });
  });

  it.each([{ onLine: true }, {}, undefined])(
    'takes the browser for online where it says %j',
    async (navigator) => {
      vi.stubGlobal('navigator', navigator);
      expect(await call([fails(403)]).result).toEqual(failure({ kind: 'forbidden' }));
    },
  );
});
