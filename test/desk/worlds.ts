import { type ApiAnswer, type ApiRequest, found, noContent, problems } from './api-answer';
import { stormOf } from './storm';

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

/** Picks calls out of all that a widget makes. */
type Pick = (request: ApiRequest) => boolean;

const asks =
  (path: RegExp): Pick =>
  (request) =>
    path.test(request.path);
const byValue = asks(/^\/groupContacts$/);

/** Kinds of calls that a world can be kept to, by the name that the page's address and the tests use. */
export const calls = {
  all: () => true,
  groupsByValue: byValue,
  groupById: asks(/^\/contactsDeduplication\/(?!defaultFieldName)/),
  defaultField: asks(/^\/contactsDeduplication\/defaultFieldName$/),
  duplicateValues: asks(/^\/groupContactDuplicateValues$/),
  contact: asks(/^\/contacts\/\d+$/),
  account: asks(/^\/accounts\/\d+\/contacts$/),
  statistics: asks(/^\/contacts\/\d+\/statistics$/),
} satisfies Record<string, Pick>;

export type CallName = keyof typeof calls;

/** The world for the calls that are meant; the others are answered as usual. */
export function only(isMeant: Pick, world: World): World {
  return {
    respond: (request, usual) => (isMeant(request) ? world.respond(request, usual) : usually(usual)),
  };
}

const always = (answer: ApiAnswer) => () => ({ respond: () => ({ kind: 'answer', answer }) as const });
const resolves = (value: unknown) => () => ({ respond: () => ({ kind: 'resolve', value }) as const });
const rejects = (reason: unknown) => () => ({ respond: () => ({ kind: 'reject', reason }) as const });
const usually = (usual: () => ApiAnswer) => ({ kind: 'answer', answer: usual() }) as const;

/** A world that fails the first `count` calls that `isMeant` picks, then works. */
function failsFirst(count: number, failure: ApiAnswer, isMeant: Pick = () => true) {
  return (): World => {
    let failures = 0;
    return {
      respond: (request, usual) =>
        isMeant(request) && failures++ < count ? { kind: 'answer', answer: failure } : usually(usual),
    };
  };
}

/** A world that takes its time, by how many calls there were before. */
function delays(milliseconds: (callsBefore: number) => number) {
  return (): World => {
    let callsBefore = 0;
    return {
      async respond(_, usual) {
        await new Promise((resolve) => setTimeout(resolve, milliseconds(callsBefore++)));
        return usually(usual);
      },
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
  notAuthorized: resolves({
    data: { error_code: '1000', resumeUrl: 'https://accounts.zoho.eu/oauth/resume?state=local' },
  }),
  notAuthorizedStrangeLink: resolves({
    data: { error_code: '1000', resumeUrl: 'https://zoho.eu.attacker.example/' },
  }),
  signInRefused: always(problems.unauthorized),
  scopeMissing: always(problems.scopeMismatch),
  forbidden: always(problems.forbidden),
  wrongPortal: always(problems.wrongPortal),
  notInEdition: always(problems.notInEdition),
  unknownId: always(problems.notFound),
  /** A portal that does not offer groups by their id: no page of Desk's own asks for them. */
  noGroupsById: () => only(calls.groupById, always(problems.notFound)()),
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
  phoneFails: () =>
    only(
      (request) => byValue(request) && request.query.fieldName === 'phone',
      always(problems.serverError)(),
    ),
  /** Page 3 fails, also when it is asked for again by itself, but not once the agent asks. */
  pageThreeFails: failsFirst(4, problems.serverError, (request) => request.query.page === '3'),
  offline: rejects('Network Error'),
  /** The same as Desk's web client tells it: a status that no server ever sent. */
  unreachable: always({ status: 0, body: null }),
  silent: () => ({ respond: () => ({ kind: 'silence' }) as const }),
  slow: delays(() => 1500),
  slowContact: () => only(calls.contact, delays(() => 1500)()),
  /** Groups come the sooner, the later they were asked for. */
  outOfOrder: () => only(byValue, delays((callsBefore) => 1600 / 2 ** callsBefore)()),
  html: resolves('<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>'),
  brokenJson: resolves('{"statusCode":200,"response":"{\\"data\\":[{\\"id\\":"}'),
  strangeShape: changes(() => ({ status: 200, body: { color: 'green', wheels: 4 } })),
  /** At 100,000 contacts and more, Desk sends a report instead of the list of duplicate values. */
  largePortal: () => only(calls.duplicateValues, always({ status: 202, body: null })()),
  /** The same for every call, which no page of Zoho's documents. */
  reportInstead: always({ status: 202, body: null }),
  blockedByManifest: rejects({
    errMessage: 'No entry found in plugin-manifest whiteListedDomains for requested URL',
  }),
  /** The same in the words that addresses of Sigma functions get. */
  invalidPath: rejects({ errMsg: 'Invalid Path' }),
  emptyGroup: always(noContent),
  noGroups: () => only(byValue, always(noContent)()),
  /** Every third record of an answer is none. */
  badRecords: changes((answer) =>
    mapContacts(answer, (contact, index) => (index % 3 === 2 ? { id: null } : contact)),
  ),
  /** Announces more than it gives, and gives the same page for ever. */
  stuck: (): World => {
    const first = new Map<string, ApiAnswer>();
    return {
      respond({ path, query }, usual) {
        const call = `${path} ${query.fieldName} ${query.fieldValues}`;
        const answer = first.get(call) ?? usual();
        first.set(call, answer);
        const list = listIn(answer.body);
        if (!list) return { kind: 'answer', answer };
        return { kind: 'answer', answer: found({ data: list, info: { more_records: true } }) };
      },
    };
  },
  hostile: changes((answer) => mapContacts(answer, hostile)),
  /** Everything that can go wrong, drawn from a seed; its storage and its page are in `createStorm`. */
  stormy: (seed = 1) => stormOf(seed).world,
} satisfies Record<string, (seed?: number) => World>;

export type WorldName = keyof typeof worlds;

function listIn(body: unknown): unknown[] | null {
  if (Array.isArray(body)) return body;
  if (!isObject(body)) return null;
  return listIn(body.contacts ?? body.data ?? null);
}

/** Changes the contacts of an answer, wherever they stand in it: alone, in a list, or in groups. */
function mapContacts(
  answer: ApiAnswer,
  change: (contact: Record<string, unknown>, index: number) => unknown,
): ApiAnswer {
  return { ...answer, body: mapped(answer.body, 0) };

  function mapped(body: unknown, index: number): unknown {
    if (Array.isArray(body)) return body.map(mapped);
    if (!isObject(body)) return body;
    if ('lastName' in body) return change(body, index);
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        name === 'data' || name === 'contacts' ? mapped(value, index) : value,
      ]),
    );
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Names and addresses that try to be markup, script, a spreadsheet formula, or another's link. */
function hostile(contact: Record<string, unknown>): unknown {
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
  // By the id, so that a contact is the same person in every answer.
  return { ...contact, ...tricks[Number(BigInt(String(contact.id)) % BigInt(tricks.length))] };
}
