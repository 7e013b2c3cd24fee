import type { RawContact, RawGroup, SamplePortal } from './portal';

/** A call of Desk's REST API, as its server sees it. */
export interface ApiRequest {
  readonly method: string;
  /** Without the host and `/api/v1`, such as `/contactsDeduplication/42`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export interface ApiAnswer {
  readonly status: number;
  /** `null` for an empty body. */
  readonly body: unknown;
}

/** Desk's errors, in its own words (zoho/zohodesk-oas, Common.json). */
export const problems = {
  unauthorised: problem(401, 'INVALID_OAUTH', 'The OAuth Token you provided is invalid.'),
  scopeMismatch: problem(403, 'SCOPE_MISMATCH', 'The OAuth scope does not permit this call.'),
  forbidden: problem(403, 'FORBIDDEN', 'You do not have the permission to perform this operation.'),
  wrongPortal: problem(403, 'OAUTH_ORG_MISMATCH', 'The token belongs to another organisation.'),
  notInEdition: problem(403, 'LICENSE_ACCESS_LIMITED', 'The edition does not include this feature.'),
  notFound: problem(404, 'URL_NOT_FOUND', 'The URL you requested could not be found.'),
  methodNotAllowed: problem(405, 'METHOD_NOT_ALLOWED', 'This method is not supported here.'),
  tooManyRequests: problem(429, 'TOO_MANY_REQUESTS', 'Too many requests at the same time.'),
  creditsUsedUp: problem(429, 'THRESHOLD_EXCEEDED', 'The daily API credits are used up.'),
  serverError: problem(500, 'INTERNAL_SERVER_ERROR', 'An internal server error occurred.'),
} as const;

function problem(status: number, errorCode: string, message: string): ApiAnswer {
  return { status, body: { errorCode, message } };
}

export function invalid(fieldName: string): ApiAnswer {
  const errors = [{ fieldName: `/${fieldName}`, errorType: 'invalid', errorMessage: '' }];
  return { status: 422, body: { errorCode: 'INVALID_DATA', message: 'The data is invalid.', errors } };
}

/** What Desk answers to a call, over the sample portal. Strict: it refuses what Desk refuses. */
export function answerApi(portal: SamplePortal, request: ApiRequest): ApiAnswer {
  if (request.method !== 'GET') return problems.methodNotAllowed;
  const limit = Number(request.query.limit ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return invalid('limit');

  const [, resource = '', id = ''] = request.path.split('/').map(decodeURIComponent);
  if (resource === 'contactsDeduplication') {
    const group = portal.groups.find((candidate) => candidate.duplicateId === id);
    return group ? groupPage(portal, group, request) : problems.notFound;
  }
  return problems.notFound;
}

function groupPage(portal: SamplePortal, group: RawGroup, { query }: ApiRequest): ApiAnswer {
  const page = Number(query.page ?? 1);
  if (!Number.isInteger(page) || page < 1) return invalid('page');
  const size = Number(query.limit ?? group.pageSize);
  const members = group.contactIds.flatMap((id): RawContact[] => {
    const contact = portal.contacts.get(id);
    return contact ? [contact] : [];
  });
  const data = members.slice((page - 1) * size, page * size);
  const hasMore = page * size < members.length;
  switch (group.hints) {
    case 'none':
      return data.length ? { status: 200, body: { data } } : { status: 204, body: null };
    case 'info':
      return { status: 200, body: { data, info: { more_records: hasMore, count: String(data.length) } } };
    case 'total':
      return { status: 200, body: { data: { contacts: data }, total: members.length } };
    case 'nextPage':
      return { status: 200, body: { contacts: data, nextPage: hasMore ? page + 1 : null } };
  }
}
