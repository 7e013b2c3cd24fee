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

/** A body that a server has sent, as it came: reading it could cost digits of ids. */
export class SentBody {
  constructor(readonly text: string) {}
}

/** A body as JSON, the ids that are numbers as bare digits, as long as Desk's are. Text that is no JSON becomes a string. */
export function jsonOf(body: unknown): string {
  if (body instanceof SentBody) return isJson(body.text) ? body.text : JSON.stringify(body.text);
  const marked = JSON.stringify(body, (_, entry) => (typeof entry === 'bigint' ? `bigint:${entry}` : entry));
  return marked.replace(/"bigint:(\d+)"/g, '$1');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const noContent: ApiAnswer = { status: 204, body: null };

export function found(body: unknown): ApiAnswer {
  return { status: 200, body };
}

/** Desk's errors, in its own words (zoho/zohodesk-oas, Common.json). */
export const problems = {
  unauthorized: problem(401, 'INVALID_OAUTH', 'The OAuth Token you provided is invalid.'),
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

/** Desk's refusal of a parameter, by its name. */
export function invalid(fieldName: string, errorType: 'invalid' | 'missing' = 'invalid'): ApiAnswer {
  const errors = [{ fieldName: `/${fieldName}`, errorType, errorMessage: '' }];
  return { status: 422, body: { errorCode: 'INVALID_DATA', message: 'The data is invalid.', errors } };
}

/** Thrown on the way to an answer, where Desk refuses. */
export class Refusal extends Error {
  constructor(readonly answer: ApiAnswer) {
    super('refused');
  }
}

/** The query of a call, read as strictly as Desk does: what it does not take is a `Refusal`. */
export function readQuery({ query }: ApiRequest) {
  const refuse = (name: string, errorType: 'invalid' | 'missing' = 'invalid'): never => {
    throw new Refusal(invalid(name, errorType));
  };
  return {
    required(name: string, longest: number): string {
      const value = query[name] || refuse(name, 'missing');
      return value.length > longest ? refuse(name) : value;
    },
    text(name: string, longest: number): string {
      const value = query[name] ?? '';
      return value.length > longest ? refuse(name) : value;
    },
    whole(name: string, usual: number, least: number, most = Number.MAX_SAFE_INTEGER): number {
      const value = query[name] ?? String(usual);
      const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
      return number >= least && number <= most ? number : refuse(name);
    },
    /** A column to sort by, with a minus for descending; `null` where none is named. */
    sorting<Column extends string>(columns: readonly Column[]): { by: Column; descending: boolean } | null {
      const value = query.sortBy;
      if (value === undefined) return null;
      const by = columns.find((column) => column === value.replace(/^-/, '')) ?? refuse('sortBy');
      return { by, descending: value.startsWith('-') };
    },
    /** What `include` asks for, out of what the call can give. */
    includes(offered: readonly string[]): (wanted: string) => boolean {
      const wanted = query.include?.split(',') ?? [];
      if (wanted.some((name) => !offered.includes(name))) refuse('include');
      return (name) => wanted.includes(name);
    },
  };
}
