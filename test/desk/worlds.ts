import { type ApiAnswer, type ApiRequest, problems } from './rest-api';

/** What the bridge does with a call: an answer of the API, in an envelope, or something of its own. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: ApiAnswer }
  | { readonly kind: 'resolve'; readonly value: unknown }
  | { readonly kind: 'reject'; readonly reason: unknown }
  | { readonly kind: 'silence' };

/** A state that Desk can be in. One is made afresh for each page, since some remember what was asked. */
export interface World {
  respond(request: ApiRequest, usual: () => ApiAnswer): Outcome | Promise<Outcome>;
}

const always = (answer: ApiAnswer) => () => ({ respond: () => ({ kind: 'answer', answer }) as const });
const resolves = (value: unknown) => () => ({ respond: () => ({ kind: 'resolve', value }) as const });
const rejects = (reason: unknown) => () => ({ respond: () => ({ kind: 'reject', reason }) as const });
const usually = (usual: () => ApiAnswer) => ({ kind: 'answer', answer: usual() }) as const;

/** A world that fails the first `count` calls that `isMeant` picks, then works. */
function failsFirst(
  count: number,
  failure: ApiAnswer,
  isMeant: (request: ApiRequest) => boolean = () => true,
) {
  return (): World => {
    let failures = 0;
    return {
      respond: (request, usual) =>
        isMeant(request) && failures++ < count ? { kind: 'answer', answer: failure } : usually(usual),
    };
  };
}

/** A world that changes what Desk would have said. */
function changes(change: (answer: ApiAnswer) => ApiAnswer) {
  return (): World => ({ respond: (_, usual) => ({ kind: 'answer', answer: change(usual()) }) });
}

/** All worlds, by the name that the page's address and the tests use. */
export const worlds = {
  usual: () => ({ respond: (_: ApiRequest, usual: () => ApiAnswer) => usually(usual) }),
  notAuthorised: resolves({
    data: { error_code: '1000', resumeUrl: 'https://accounts.zoho.eu/oauth/resume?state=local' },
  }),
  notAuthorisedStrangeLink: resolves({
    data: { error_code: '1000', resumeUrl: 'https://zoho.eu.attacker.example/' },
  }),
  signInRefused: always(problems.unauthorised),
  scopeMissing: always(problems.scopeMismatch),
  forbidden: always(problems.forbidden),
  wrongPortal: always(problems.wrongPortal),
  notInEdition: always(problems.notInEdition),
  unknownId: always(problems.notFound),
  invalidRequest: always({
    status: 422,
    body: { errorCode: 'INVALID_DATA', message: 'The data is invalid.' },
  }),
  busyTwice: failsFirst(2, problems.tooManyRequests),
  busy: always(problems.tooManyRequests),
  creditsExhausted: always(problems.creditsUsedUp),
  executionLimit: resolves(
    JSON.stringify({
      statusCode: 200,
      response: JSON.stringify({ status: 'false', statusMessage: 'Invoke URL API Execution Limit reached' }),
    }),
  ),
  serverDown: always(problems.serverError),
  /** Page 3 fails, also when it is asked for again by itself, but not once the agent asks. */
  pageThreeFails: failsFirst(4, problems.serverError, (request) => request.query.page === '3'),
  offline: rejects(new Error('Network Error').message),
  silent: () => ({ respond: () => ({ kind: 'silence' }) as const }),
  slow: (): World => ({
    respond: async (_, usual) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return usually(usual);
    },
  }),
  html: resolves('<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>'),
  brokenJson: resolves('{"statusCode":200,"response":"{\\"data\\":[{\\"id\\":"}'),
  strangeShape: changes(() => ({ status: 200, body: { colour: 'green', wheels: 4 } })),
  largePortal: always({ status: 202, body: null }),
  blockedByManifest: rejects({ errMsg: 'Invalid Path' }),
  emptyGroup: always({ status: 204, body: null }),
  /** Every third record of an answer is none. */
  badRecords: changes((answer) =>
    mapContacts(answer, (contact, index) => (index % 3 === 2 ? { id: null } : contact)),
  ),
  /** Announces more than it gives, and gives the same page for ever. */
  stuck: (): World => {
    let first: ApiAnswer | undefined;
    return {
      respond(_, usual) {
        first ??= usual();
        const body = { data: listIn(first.body), info: { more_records: true } };
        return { kind: 'answer', answer: { status: 200, body } };
      },
    };
  },
  hostile: changes((answer) => mapContacts(answer, hostile)),
} satisfies Record<string, () => World>;

export type WorldName = keyof typeof worlds;

function listIn(body: unknown): unknown[] {
  if (Array.isArray(body)) return body;
  if (typeof body !== 'object' || body === null) return [];
  if ('contacts' in body) return listIn(body.contacts);
  return 'data' in body ? listIn(body.data) : [];
}

function mapContacts(answer: ApiAnswer, change: (contact: unknown, index: number) => unknown): ApiAnswer {
  const contacts = listIn(answer.body);
  return contacts.length
    ? { ...answer, body: { ...(answer.body as object), data: contacts.map(change), contacts: undefined } }
    : answer;
}

/** Names and addresses that try to be markup, script, a spreadsheet formula, or another's link. */
function hostile(contact: unknown, index: number): unknown {
  const tricks = [
    { lastName: '<img src=x onerror=alert(1)>', email: '"><script>alert(1)</script>@x.example' },
    {
      lastName: '=HYPERLINK("https://attacker.example")',
      phone: '@SUM(1+1)*cmd|calc',
      webUrl: 'javascript:alert(1)',
    },
    {
      lastName: '\u202Egnp.exe\u202C Z͑͗a̵l̷g̶o',
      firstName: 'a'.repeat(300),
      webUrl: 'https://attacker.example/',
    },
    {
      lastName: '{count} {id}',
      account: { id: '1', accountName: '</bdi></main>' },
      createdTime: 'yesterday',
    },
  ];
  return { ...(contact as object), ...tricks[index % tricks.length] };
}
