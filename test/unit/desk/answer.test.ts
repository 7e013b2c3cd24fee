import { describe, expect, it } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import { decodeAnswer } from '../../../src/desk/answer';
import type { DeskError } from '../../../src/desk/desk-error';
import { hostile, nested, within } from '../support';

const json = JSON.stringify;

const record = { id: '450000000000123001', lastName: 'Ash' };
const list = { data: [record] };

/** The envelope of a call through a connection: text around text. */
function bridged(statusMessage: unknown, statusCode = 200): string {
  return json({ statusCode, response: json({ status: 'true', statusMessage }) });
}

/** What Desk's API says when it refuses. */
function refusal(errorCode: string, more: object = {}): object {
  return { errorCode, message: 'Invented words.', ...more };
}

const unauthorized = { error_code: '1000', resumeUrl: 'https://accounts.zoho.eu/authorize?state=1' };

describe('decodeAnswer', () => {
  describe('reads the body of the API', () => {
    it.each<[string, unknown, unknown]>([
      ['E1: text around text', bridged(list), list],
      ['E1 around a single record', bridged(record), record],
      ['E1b: the body is text once more', bridged(json(list)), list],
      ['E1b: the body is a list as text', bridged(json([record])), [record]],
      [
        'E1e: an object around text',
        { statusCode: 200, response: json({ status: 'true', statusMessage: list }) },
        list,
      ],
      [
        'E1e: an object around an object',
        { statusCode: 200, response: { status: 'true', statusMessage: list } },
        list,
      ],
      ['E1e: the inner text alone', json({ status: 'true', statusMessage: list }), list],
      ['E1e: the inner object alone', { status: 'true', statusMessage: list }, list],
      ['E1f: no statusMessage', { response: json(list) }, list],
      ['E1f as text', json({ response: json(record) }), record],
      ['E2 with a list', { data: { statusMessage: list } }, list],
      ['E2 with a single record', { data: { statusMessage: record } }, record],
      ['E2 as text', json({ data: { statusMessage: list } }), list],
      [
        'E2 with status and headers',
        { status: 200, headers: { 'content-type': 'json' }, data: { statusMessage: list } },
        list,
      ],
      ['status and headers around the body itself', { status: 200, headers: {}, data: list }, list],
      ['status and headers around a single record', { status: 200, headers: {}, data: record }, record],
      ['status as text around the body', { status: '200', data: list }, list],
      ['data as text', { data: json(list) }, list],
      ['data inside data around E2', { data: { data: { statusMessage: list } } }, list],
      ['data around E1', { data: { statusCode: 200, response: json({ statusMessage: list }) } }, list],
      ['E1 around E2', bridged({ data: { statusMessage: list } }), list],
      ['the word success', { status: 'success', statusMessage: list }, list],
      ['a true that is no text', { status: true, statusMessage: list }, list],
      ['a refusal of null beside it', { statusCode: 200, errMsg: null, response: json(list) }, list],
      ['an empty refusal beside it', { errMessage: '', data: { statusMessage: list } }, list],
      ['a resumeUrl of null beside it', { statusCode: 200, resumeUrl: null, data: list }, list],
      ['an empty resumeUrl beside it', { error_code: '', resumeUrl: '', statusMessage: list }, list],
      ['a response of null beside it', { response: null, statusMessage: list }, list],
      ['a statusMessage of null beside it', { statusCode: 200, statusMessage: null, data: list }, list],
      ['no envelope', list, list],
      ['no envelope, as text', json(list), list],
      ['a bare list', [record], [record]],
      ['an empty list', bridged({ data: [] }), { data: [] }],
      [
        'groups inside a list',
        bridged({ data: [{ contacts: [record] }] }),
        { data: [{ contacts: [record] }] },
      ],
    ])('out of %s', (_, raw, body) => {
      expect(decodeAnswer(raw, 'resolved')).toEqual(ok(body));
    });

    it('and takes no data of its own for an envelope', () => {
      const body = { data: { contacts: [record] }, total: 1 };
      expect(decodeAnswer(bridged(body), 'resolved')).toEqual(ok(body));
      expect(decodeAnswer(body, 'resolved')).toEqual(ok(body));
    });

    it('and takes no empty refusal in a body for an error', () => {
      for (const body of [list, { contacts: [record] }, record]) {
        const sent = { ...body, errMsg: null, resumeUrl: '' };
        expect(decodeAnswer(sent, 'resolved')).toEqual(ok(sent));
      }
    });

    it('and takes no message beside data or in a record for an error', () => {
      const listed = { message: 'All is well', data: [record] };
      const single = { ...record, message: 'Please call back' };
      expect(decodeAnswer(bridged(listed), 'resolved')).toEqual(ok(listed));
      expect(decodeAnswer(bridged(single), 'resolved')).toEqual(ok(single));
    });

    it('and keeps unquoted ids of 18 digits exact at every level', () => {
      const inner = '{"status":"true","statusMessage":{"data":[{"id":450000000000123001}]}}';
      const body = { data: [{ id: '450000000000123001' }] };
      expect(decodeAnswer(inner, 'resolved')).toEqual(ok(body));
      expect(decodeAnswer({ response: inner }, 'resolved')).toEqual(ok(body));
      expect(decodeAnswer(json({ statusCode: 200, response: inner }), 'resolved')).toEqual(ok(body));
    });
  });

  describe('gives undefined for an empty body', () => {
    it.each<[string, unknown]>([
      ['E1d: an empty response', json({ statusCode: 200, response: '' })],
      ['E1d: an empty statusMessage', bridged({})],
      ['a statusMessage without text', bridged('')],
      ['a statusMessage of null', bridged(null)],
      ['E2 with an empty object', { data: { statusMessage: {} } }],
      ['E2 without text', { data: { statusMessage: '' } }],
      ['204 around no text', json({ statusCode: 204, response: '' })],
      ['204 around an empty object', { status: 204, headers: {}, data: {} }],
      ['204 around nothing', { status: 204, headers: {}, data: null }],
      ['204 alone', { statusCode: 204 }],
      ['204 alone, as Desk writes it where there is no body', '{"responseStatus":204}'],
      ['204 and headers', { statusCode: 204, headers: { 'Retry-After': '7' } }],
      ['a good status alone', { status: 'true' }],
    ])('%s', (_, raw) => {
      expect(decodeAnswer(raw, 'resolved')).toEqual(ok(undefined));
    });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['no text', ''],
    ['blank text', ' \n'],
    ['null as text', 'null'],
    ['no text as text', '""'],
    ['an empty object', {}],
    ['an empty object as text', '{}'],
    ['a status that is none', { statusCode: hostile }],
    ['a status that is an object', { status: {} }],
    ['headers alone', { headers: {} }],
  ])('takes %s for no answer: nobody says that the body is empty', (_, raw) => {
    expect(decodeAnswer(raw, 'resolved')).toEqual(failure({ kind: 'unreadable' }));
  });

  it.each<unknown>([
    { errMsg: null },
    { errMessage: '' },
    { statusCode: 200, errMsg: '' },
    { data: { errMsg: null } },
    { resumeUrl: null },
    { data: { resumeUrl: '' } },
    { errMsg: null, response: null },
  ])('takes %j for a failure: it names one, and has no body', (raw) => {
    for (const outcome of ['resolved', 'rejected'] as const)
      expect(decodeAnswer(raw, outcome)).toMatchObject({ ok: false });
  });

  it.each<[string, unknown]>([
    ['objects in place of text', { error_code: hostile, headers: { 'Retry-After': hostile }, data: [] }],
    ['an object within itself', within({})],
    ['objects that nest without end', nested({}, 'data')],
    ['lists that nest without end', [nested([], '0')]],
    ['text that nests without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['text that nests and breaks off', '{"data":'.repeat(100_000)],
    ['a long text that breaks off', `{"response":"${'\\"a'.repeat(300_000)}`],
    ['a long text without an end', `"${'a'.repeat(10_000_000)}`],
  ])('never throws: %s', (_, raw) => {
    for (const outcome of ['resolved', 'rejected'] as const)
      expect(decodeAnswer(raw, outcome)).toHaveProperty('ok');
  });

  describe('takes 202 for a portal too large to answer', () => {
    it.each<[string, unknown]>([
      ['with no text', json({ statusCode: 202, response: '' })],
      ['with an empty object', bridged({}, 202)],
      ['with a message', bridged({ message: 'You get a report by e-mail.' }, 202)],
      ['as a status around no text', { status: 202, data: '' }],
      ['as a status around an empty object', { status: 202, headers: {}, data: {} }],
      ['as a status around nothing', { status: 202, headers: {}, data: null }],
      ['alone', { statusCode: 202 }],
    ])('%s', (_, raw) => {
      expect(decodeAnswer(raw, 'resolved')).toEqual(failure({ kind: 'largePortal' }));
    });
  });

  describe('hears that the connection is not authorized (E3)', () => {
    const error = { kind: 'notAuthorized', resumeUrl: unauthorized.resumeUrl } as const;

    it.each<[string, unknown]>([
      ['at the top', unauthorized],
      ['inside data', { data: unauthorized }],
      ['inside data as text', { data: json(unauthorized) }],
      ['inside data inside data', { data: { data: unauthorized } }],
      ['inside data with a status', { status: 200, headers: {}, data: unauthorized }],
      ['inside response', { statusCode: 200, response: json({ data: unauthorized }) }],
      ['inside statusMessage', bridged(unauthorized)],
      ['inside data inside statusMessage', bridged({ data: unauthorized })],
      ['inside statusMessage as text', bridged(json({ data: unauthorized }))],
      ['inside statusMessage inside data', { data: { statusMessage: { data: unauthorized } } }],
      ['inside errMsg', { errMsg: { data: unauthorized } }],
    ])('%s', (_, raw) => {
      for (const form of [raw, json(raw)]) {
        expect(decodeAnswer(form, 'resolved')).toEqual(failure(error));
        expect(decodeAnswer(form, 'rejected')).toEqual(failure(error));
      }
    });

    it.each<[string, object, string | null]>([
      [
        'by the code as a number',
        { error_code: 1000, resumeUrl: 'https://a.example/' },
        'https://a.example/',
      ],
      ['by the code alone', { error_code: '1000' }, null],
      ['by the code alone, as a number', { error_code: 1000 }, null],
      ['by the address alone', { resumeUrl: 'https://a.example/' }, 'https://a.example/'],
      ['with an empty address', { error_code: '1000', resumeUrl: '' }, null],
    ])('%s', (_, said, resumeUrl) => {
      expect(decodeAnswer({ data: said }, 'resolved')).toEqual(failure({ kind: 'notAuthorized', resumeUrl }));
    });
  });

  describe('knows every error code', () => {
    const invalid: DeskError = { kind: 'invalidRequest', fields: [] };

    it.each<[string, number, DeskError]>([
      ['UNAUTHORIZED', 401, { kind: 'signInRefused' }],
      ['INVALID_OAUTH', 401, { kind: 'signInRefused' }],
      ['SCOPE_MISMATCH', 403, { kind: 'scopeMissing' }],
      ['FORBIDDEN', 403, { kind: 'forbidden' }],
      ['ONLY_LIVECHAT_USER', 403, { kind: 'forbidden' }],
      ['OAUTH_ORG_MISMATCH', 403, { kind: 'wrongPortal' }],
      ['LICENSE_ACCESS_LIMITED', 403, { kind: 'notInEdition' }],
      ['URL_NOT_FOUND', 404, { kind: 'notFound' }],
      ['BAD_REQUEST', 400, invalid],
      ['METHOD_NOT_ALLOWED', 405, invalid],
      ['RESOURCE_SIZE_EXCEEDED', 413, invalid],
      ['UNSUPPORTED_MEDIA_TYPE', 415, invalid],
      ['INVALID_DATA', 422, invalid],
      ['UNPROCESSABLE_ENTITY', 422, invalid],
      ['EMPTY_PAYLOAD', 422, invalid],
      ['THRESHOLD_EXCEEDED', 429, { kind: 'creditsExhausted' }],
      ['TOO_MANY_REQUESTS', 429, { kind: 'rateLimited', retryAfterSeconds: null }],
      ['INTERNAL_SERVER_ERROR', 500, { kind: 'unavailable', status: 500 }],
    ])('%s', (errorCode, status, error) => {
      const said = refusal(errorCode);
      expect(decodeAnswer(bridged(said, status), 'resolved')).toEqual(failure(error));
      expect(decodeAnswer({ status, headers: {}, data: said }, 'resolved')).toEqual(failure(error));
      expect(decodeAnswer({ status, statusMessage: json(said) }, 'rejected')).toEqual(failure(error));
      expect(decodeAnswer(said, 'resolved')).toMatchObject({ ok: false, error: { kind: error.kind } });
    });

    it('inside an answer that calls itself a success', () => {
      expect(decodeAnswer(bridged(refusal('SCOPE_MISMATCH')), 'resolved')).toEqual(
        failure({ kind: 'scopeMissing' }),
      );
      expect(decodeAnswer(bridged(refusal('INTERNAL_SERVER_ERROR')), 'resolved')).toEqual(
        failure({ kind: 'unavailable', status: 200 }),
      );
    });

    it('whatever the status beside it says', () => {
      expect(decodeAnswer(bridged(refusal('SCOPE_MISMATCH'), 401), 'resolved')).toEqual(
        failure({ kind: 'scopeMissing' }),
      );
    });

    it('where a rejection is text around text (E4)', () => {
      const raw = json({ statusMessage: json(refusal('URL_NOT_FOUND')) });
      expect(decodeAnswer(raw, 'rejected')).toEqual(failure({ kind: 'notFound' }));
    });

    it('where a rejection is the error itself', () => {
      expect(decodeAnswer(refusal('FORBIDDEN'), 'rejected')).toEqual(failure({ kind: 'forbidden' }));
    });

    it.each<[string, unknown, string[]]>([
      ['several', [{ fieldName: '/page', errorType: 'invalid' }, { fieldName: '/limit' }], ['page', 'limit']],
      ['one without a slash', [{ fieldName: 'page' }], ['page']],
      ['none', [], []],
      ['one without a name among others', [{ errorType: 'missing' }, null, { fieldName: '/page' }], ['page']],
      ['no list', 'page', []],
    ])('with the fields that Desk blames: %s', (_, errors, fields) => {
      const raw = bridged(refusal('INVALID_DATA', { errors }), 422);
      expect(decodeAnswer(raw, 'resolved')).toEqual(failure({ kind: 'invalidRequest', fields }));
    });

    it.each<[string, unknown, DeskError]>([
      [
        'alone',
        refusal('INTEGRATION_ADMIN_ERROR'),
        { kind: 'unknown', detail: 'INTEGRATION_ADMIN_ERROR Invented words.' },
      ],
      [
        'without a message',
        { errorCode: 'DUPLICATE_CONTRACT' },
        { kind: 'unknown', detail: 'DUPLICATE_CONTRACT' },
      ],
      [
        'inside 200',
        bridged(refusal('DUPLICATE_CONTRACT')),
        { kind: 'unknown', detail: '200 DUPLICATE_CONTRACT Invented words.' },
      ],
      [
        'with a status that says enough',
        bridged(refusal('DUPLICATE_CONTRACT', {}), 403),
        { kind: 'forbidden' },
      ],
    ])('keeps the detail of a code that nobody knows, %s', (_, raw, error) => {
      expect(decodeAnswer(raw, 'resolved')).toEqual(failure(error));
    });
  });

  describe('goes by the HTTP status where no code is told', () => {
    const invalid: DeskError = { kind: 'invalidRequest', fields: [] };
    const statuses: [number, DeskError][] = [
      [0, { kind: 'offline' }],
      [400, invalid],
      [401, { kind: 'signInRefused' }],
      [403, { kind: 'forbidden' }],
      [404, { kind: 'notFound' }],
      [405, invalid],
      [408, { kind: 'timeout' }],
      [413, invalid],
      [415, invalid],
      [422, invalid],
      [429, { kind: 'rateLimited', retryAfterSeconds: null }],
      [500, { kind: 'unavailable', status: 500 }],
      [502, { kind: 'unavailable', status: 502 }],
      [503, { kind: 'unavailable', status: 503 }],
      [504, { kind: 'unavailable', status: 504 }],
    ];

    it.each(statuses)('%i with an empty body', (status, error) => {
      expect(decodeAnswer(json({ statusCode: status, response: '' }), 'resolved')).toEqual(failure(error));
      expect(decodeAnswer({ statusCode: String(status), response: null }, 'resolved')).toEqual(
        failure(error),
      );
      expect(decodeAnswer({ status, headers: {}, data: '' }, 'resolved')).toEqual(failure(error));
      expect(decodeAnswer({ status, headers: {}, data: null }, 'resolved')).toEqual(failure(error));
      expect(decodeAnswer({ status }, 'rejected')).toEqual(failure(error));
    });

    it.each(statuses)('%i with a message alone', (status, error) => {
      const said = { message: 'Invented words.' };
      expect(decodeAnswer(bridged(said, status), 'resolved')).toEqual(failure(error));
      expect(decodeAnswer({ status, data: said }, 'rejected')).toEqual(failure(error));
    });

    it.each(statuses)('%i with a body that looks good', (status, error) => {
      expect(decodeAnswer(bridged(list, status), 'resolved')).toEqual(failure(error));
      expect(decodeAnswer(bridged([record], status), 'resolved')).toEqual(failure(error));
    });

    it.each(statuses)('%i with a web page', (status, error) => {
      const raw = json({ statusCode: status, response: '<html><h1>Sorry</h1></html>' });
      expect(decodeAnswer(raw, 'resolved')).toEqual(failure(error));
    });

    it('and keeps status and message of one that nobody knows (E6)', () => {
      const raw = { statusCode: 412, message: 'Input parameter is missing' };
      const error = failure({ kind: 'unknown', detail: '412 Input parameter is missing' });
      expect(decodeAnswer(raw, 'resolved')).toEqual(error);
      expect(decodeAnswer(json(raw), 'resolved')).toEqual(error);
    });

    it('and believes the worst of several', () => {
      const innerFails = { statusCode: 200, response: json({ status: 404, statusMessage: '' }) };
      const outerFails = { statusCode: 404, response: json({ status: 200, statusMessage: list }) };
      expect(decodeAnswer(innerFails, 'resolved')).toEqual(failure({ kind: 'notFound' }));
      expect(decodeAnswer(outerFails, 'resolved')).toEqual(failure({ kind: 'notFound' }));
    });
  });

  describe('understands what is told in words alone', () => {
    const carriers: [string, (words: string) => ReturnType<typeof decodeAnswer>][] = [
      ['a rejected text', (words) => decodeAnswer(words, 'rejected')],
      ['a rejected text that is JSON', (words) => decodeAnswer(json(words), 'rejected')],
      ['a rejected Error', (words) => decodeAnswer(new TypeError(words), 'rejected')],
      ['a rejected errMsg (E5)', (words) => decodeAnswer({ errMsg: words }, 'rejected')],
      ['a resolved errMsg', (words) => decodeAnswer({ errMsg: words }, 'resolved')],
      ['a rejected errMessage', (words) => decodeAnswer({ errMessage: words }, 'rejected')],
      [
        'a resolved errMessage inside data',
        (words) => decodeAnswer({ data: { errMessage: words } }, 'resolved'),
      ],
      ['a rejected statusMessage (E4)', (words) => decodeAnswer(json({ statusMessage: words }), 'rejected')],
      ['a message alone', (words) => decodeAnswer(bridged({ message: words }), 'resolved')],
      [
        'a failure inside 200 (E1c)',
        (words) =>
          decodeAnswer(
            json({ statusCode: 200, response: json({ status: 'false', statusMessage: words }) }),
            'resolved',
          ),
      ],
    ];

    describe.each(carriers)('in %s', (_, answerWith) => {
      it.each<[string, DeskError]>([
        ['Invalid Path', { kind: 'blockedByManifest' }],
        [
          'No entry found in plugin-manifest whiteListedDomains for requested URL',
          { kind: 'blockedByManifest' },
        ],
        ['Invalid Payload', { kind: 'invalidRequest', fields: [] }],
        ['Invoke URL API Execution Limit reached', { kind: 'executionLimit' }],
        ['Failed to fetch', { kind: 'offline' }],
        ['NetworkError when attempting to fetch resource.', { kind: 'offline' }],
        ['Network Error', { kind: 'offline' }],
        ['The Internet connection appears to be offline.', { kind: 'offline' }],
        ['timeout of 20000ms exceeded', { kind: 'timeout' }],
        ['The request timed out.', { kind: 'timeout' }],
      ])('%s', (words, error) => {
        expect(answerWith(words)).toEqual(failure(error));
      });

      it('and keeps other words as the detail', () => {
        expect(answerWith('Please ask again later')).toEqual(
          failure({ kind: 'unknown', detail: expect.stringMatching(/^(200 )?Please ask again later$/) }),
        );
      });
    });

    it('and trusts no body beside a failure', () => {
      const raw = { status: 'false', statusMessage: list };
      expect(decodeAnswer(raw, 'resolved')).toEqual(failure({ kind: 'unknown', detail: '' }));
    });

    it.each(['false', 'error', 'failure', false])('and takes the status %j for a failure', (status) => {
      expect(decodeAnswer({ status }, 'resolved')).toEqual(failure({ kind: 'unknown', detail: '' }));
    });

    it.each([undefined, null, '', [], list])('and never takes the rejection %j for an answer', (raw) => {
      expect(decodeAnswer(raw, 'rejected')).toEqual(failure({ kind: 'unknown', detail: '' }));
    });

    it.each([{}, { request: 'refused' }])('and keeps the rejection %j, which explains nothing', (raw) => {
      const error = failure({ kind: 'unknown', detail: json(raw) });
      expect(decodeAnswer(raw, 'rejected')).toEqual(error);
      expect(decodeAnswer(json(raw), 'rejected')).toEqual(error);
    });
  });

  describe('tells how long to wait after too many requests', () => {
    const said = refusal('TOO_MANY_REQUESTS');

    it.each<[string, unknown, number | null]>([
      ['beside the error', { status: 429, headers: { 'Retry-After': '30' }, data: said }, 30],
      ['in small letters', { status: 429, headers: { 'retry-after': '30' }, data: said }, 30],
      ['as a number', { status: 429, headers: { 'Retry-After': 30 }, data: said }, 30],
      [
        'levels above the error',
        { statusCode: 429, headers: { 'Retry-After': '7' }, response: json({ statusMessage: json(said) }) },
        7,
      ],
      ['without a code', { status: 429, headers: { 'Retry-After': '7' }, data: '' }, 7],
      ['not at all', { status: 429, headers: {}, data: said }, null],
      ['as zero', { status: 429, headers: { 'Retry-After': '0' }, data: said }, null],
      [
        'as a date',
        { status: 429, headers: { 'Retry-After': 'Thu, 29 Feb 2024 08:30:00 GMT' }, data: said },
        null,
      ],
    ])('%s', (_, raw, retryAfterSeconds) => {
      expect(decodeAnswer(raw, 'resolved')).toEqual(failure({ kind: 'rateLimited', retryAfterSeconds }));
    });
  });

  describe('calls unreadable what is neither a body nor an error', () => {
    const page = '<!doctype html><title>Sign in</title><p>Works best in Internet Explorer.</p>';

    it.each<[string, unknown]>([
      ['HTML', '<!doctype html><title>Sign in</title>'],
      ['HTML inside E1', json({ statusCode: 200, response: '<html></html>' })],
      ['HTML that speaks of the internet', page],
      ['HTML that speaks of it after a blank line', '\n <html>The internet timed out</html>'],
      ['HTML that speaks of the internet inside E1', json({ statusCode: 200, response: page })],
      ['HTML inside E1f', { response: '<html></html>' }],
      ['plain text', 'Welcome'],
      ['plain text as the statusMessage of a success', bridged('Welcome')],
      ['cut off JSON', '{"statusCode":200,"response":"{\\"sta'],
      ['a number', 42],
      ['a number as text', '42'],
      ['a long number as text', '450000000000123001'],
      ['true', true],
    ])('%s', (_, raw) => {
      expect(decodeAnswer(raw, 'resolved')).toEqual(failure({ kind: 'unreadable' }));
    });
  });

  describe('comes to an end where an answer nests without one', () => {
    function endless(key: string, beside: object = {}): object {
      const level: Record<string, unknown> = { ...beside };
      level[key] = level;
      return level;
    }

    it.each<[string, unknown]>([
      ['response', endless('response')],
      ['statusMessage', endless('statusMessage')],
      ['errMsg', endless('errMsg')],
      ['data', endless('data', { status: 200 })],
      ['text in text', Array.from({ length: 14 }).reduce<string>((text) => json(text), json(list))],
    ])('through %s', (_, raw) => {
      expect(decodeAnswer(raw, 'resolved')).toEqual(failure({ kind: 'unreadable' }));
      expect(decodeAnswer(raw, 'rejected')).toEqual(failure({ kind: 'unreadable' }));
    });

    it('but reads what nests a few levels deeper than Desk does', () => {
      const deep = { data: { response: json({ statusMessage: json({ data: { statusMessage: list } }) }) } };
      expect(decodeAnswer(json(deep), 'resolved')).toEqual(ok(list));
    });
  });

  describe('can tell every kind of error that an answer may stand for', () => {
    const examples: Record<
      Exclude<DeskError['kind'], 'unknownGroup' | 'unknownDataCenter' | 'canceled' | `storage${string}`>,
      unknown
    > = {
      notAuthorized: { data: unauthorized },
      signInRefused: bridged(refusal('INVALID_OAUTH'), 401),
      scopeMissing: bridged(refusal('SCOPE_MISMATCH'), 403),
      forbidden: bridged(refusal('FORBIDDEN'), 403),
      wrongPortal: bridged(refusal('OAUTH_ORG_MISMATCH'), 403),
      notInEdition: bridged(refusal('LICENSE_ACCESS_LIMITED'), 403),
      notFound: bridged(refusal('URL_NOT_FOUND'), 404),
      invalidRequest: bridged(refusal('INVALID_DATA'), 422),
      rateLimited: bridged(refusal('TOO_MANY_REQUESTS'), 429),
      creditsExhausted: bridged(refusal('THRESHOLD_EXCEEDED'), 429),
      executionLimit: { status: 'false', statusMessage: 'Invoke URL API Execution Limit reached' },
      largePortal: { statusCode: 202, response: '' },
      offline: { status: 0, data: '' },
      unavailable: { statusCode: 503, response: '' },
      unreadable: '<html></html>',
      blockedByManifest: { errMsg: 'Invalid Path' },
      timeout: { statusCode: 408, response: '' },
      unknown: { statusCode: 412, message: 'Input parameter is missing' },
    };

    it.each(Object.entries(examples))('%s', (kind, raw) => {
      expect(decodeAnswer(raw, 'resolved')).toMatchObject({ ok: false, error: { kind } });
    });
  });
});
