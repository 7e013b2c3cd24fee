import { isRecord, type Json, parseJson, toJsonText } from '../base/json';
import { failure, ok } from '../base/result';
import type { DeskError, DeskResult } from './desk-error';
import { readText } from './read-value';

/** Collected from the outer envelopes: whether there are any, the worst HTTP status, and whether any reported failure. */
interface EnvelopeState {
  readonly isWrapped: boolean;
  readonly status: number | null;
  readonly failed: boolean;
  readonly retryAfterSeconds: number | null;
}

/** What the bridge calls its own refusals (`errMessage`: for an address that the manifest leaves out). */
export const refusalNames = ['errMsg', 'errMessage'];

/** What an envelope calls the body that it is around, and what a body holds; `data` is either. */
const wrapperNames = ['response', 'statusMessage'];
const contentNames = ['data', 'contacts', 'id'];
const bodyNames = [...wrapperNames, ...contentNames];

/** What an envelope is known by, whatever it holds. */
const envelopeMarks = [
  ...wrapperNames,
  ...refusalNames,
  'statusCode',
  'error_code',
  'resumeUrl',
  'errorCode',
];

/** Real answers nest three or four deep; the cap only guards against one that nests without end. */
const maxDepth = 12;

/**
 * Turns whatever Desk's request bridge gave into the API's own body, or into the error it stands for.
 *
 * The bridge wraps answers in several ways, and its documentation does not say which one a call gets. Seen in
 * public extensions: strings and objects, a `response` text around a `statusMessage`, `data` around either,
 * errors inside a 200, rejections as text and as objects. So this walks inwards, level by level, collecting
 * errors on the way. An empty body (204, `""`, `{}`) is `undefined`; nothing at all, without an envelope that says that
 * the body is empty, is no answer.
 */
export function decodeAnswer(raw: unknown, outcome: 'resolved' | 'rejected'): DeskResult<unknown> {
  const failed = outcome === 'rejected';
  const answer = decode(raw, { isWrapped: false, status: null, failed, retryAfterSeconds: null }, 0);
  const isUnexplained = !answer.ok && answer.error.kind === 'unknown' && !answer.error.detail;
  return failed && isUnexplained ? failure({ kind: 'unknown', detail: rawJson(raw) }) : answer;
}

/** The JSON of a rejection under keys of its own, as Desk's mobile app sends it; nothing that may be about people. */
function rawJson(raw: unknown): string {
  const value = typeof raw === 'string' ? parseJson(raw) : raw;
  return isRecord(value) && !isBody(value) ? toJsonText(value) : '';
}

function decode(value: unknown, envelope: EnvelopeState, depth: number): DeskResult<unknown> {
  if (depth > maxDepth) return failure({ kind: 'unreadable' });
  if (value === undefined || value === null || value === '') return emptyBody(envelope);
  if (typeof value === 'string') {
    if (!value.trim()) return emptyBody(envelope);
    const parsed = parseJson(value);
    return parsed === undefined ? plainText(value, envelope) : decode(parsed, envelope, depth + 1);
  }
  if (Array.isArray(value)) return hasFailed(envelope) ? failure(errorByStatus(envelope, '')) : ok(value);
  if (!isRecord(value)) return plainText(String(value), envelope);
  return decodeRecord(value, readEnvelope(value, envelope), depth);
}

function decodeRecord(value: Json, envelope: EnvelopeState, depth: number): DeskResult<unknown> {
  // Beside a body, a name that holds nothing tells nothing; alone, the name is all that is told.
  const isHeld = (name: string) => (value[name] ?? null) !== null;
  const isBare = !bodyNames.some(isHeld);
  if (value.resumeUrl || (isBare && 'resumeUrl' in value) || readText(value.error_code) === '1000') {
    return failure({ kind: 'notAuthorized', resumeUrl: trimmed(value.resumeUrl) || null });
  }
  const code = trimmed(value.errorCode);
  if (code) return failure(errorByCode(code, value, envelope));
  const refusal = refusalNames.find((name) => value[name] || (isBare && name in value));
  if (refusal) return decode(value[refusal], { ...envelope, failed: true }, depth + 1);
  const wrapper = wrapperNames.find((name) => isHeld(name) || (isBare && name in value));
  if (wrapper) return decode(value[wrapper], envelope, depth + 1);
  if (isWrapper(value, depth)) return decode(value.data, envelope, depth + 1);

  // Some of Desk's errors carry a message alone; a body worth reading always holds more.
  const message = trimmed(value.message);
  if (message && !isBody(value)) return messageOnly(message, envelope);
  if (hasFailed(envelope)) return failure(errorByStatus(envelope, message));
  return Object.keys(value).some((key) => !envelopeOnly.has(key)) ? ok(value) : emptyBody(envelope);
}

const envelopeOnly = new Set(['status', 'statusCode', 'responseStatus', 'headers']);

function isBody(value: Json): boolean {
  return contentNames.some((name) => name in value);
}

/** Whether `data` is one more wrapper of the bridge rather than the list that the API calls `data`. */
function isWrapper(value: Json, depth: number): boolean {
  const data = value.data;
  if (typeof data === 'string' || (data === null && httpStatus(value) !== null)) return true;
  if (!isRecord(data) || depth > maxDepth) return false;
  return (
    httpStatus(value) !== null || envelopeMarks.some((mark) => mark in data) || isWrapper(data, depth + 1)
  );
}

function readEnvelope(value: Json, envelope: EnvelopeState): EnvelopeState {
  const status = httpStatus(value);
  const { status: word } = value;
  const isGoodWord =
    word === true || (typeof word === 'string' && /^(true|success|ok|\d+)$/i.test(word.trim()));
  const reportsFailure = word === false || (typeof word === 'string' && !isGoodWord);
  const headers = isRecord(value.headers) ? value.headers : {};
  const seconds = Number(readText(headers['Retry-After'] ?? headers['retry-after']));
  return {
    isWrapped: envelope.isWrapped || status !== null || isGoodWord || bodyNames.some((name) => name in value),
    status: status === null ? envelope.status : Math.max(status, envelope.status ?? 0),
    failed: envelope.failed || reportsFailure,
    retryAfterSeconds: seconds > 0 ? seconds : envelope.retryAfterSeconds,
  };
}

/** The HTTP status that this level states, as `statusCode`, `responseStatus` or a numeric `status`; a request that never left is 0. */
function httpStatus(value: Json): number | null {
  for (const stated of [value.statusCode, value.responseStatus, value.status]) {
    if (typeof stated === 'number' || (typeof stated === 'string' && /^\d{1,3}$/.test(stated)))
      return Number(stated);
  }
  return null;
}

function emptyBody(envelope: EnvelopeState): DeskResult<undefined> {
  if (envelope.status === 202) return failure({ kind: 'largePortal' });
  if (hasFailed(envelope)) return failure(errorByStatus(envelope, ''));
  return envelope.isWrapped ? ok(undefined) : failure({ kind: 'unreadable' });
}

function plainText(message: string, envelope: EnvelopeState): DeskResult<never> {
  if (hasFailed(envelope)) return messageOnly(message, envelope);
  return failure(errorByWords(message) ?? { kind: 'unreadable' });
}

function messageOnly(message: string, envelope: EnvelopeState): DeskResult<never> {
  if (envelope.status === 202) return failure({ kind: 'largePortal' });
  return failure(errorByWords(message) ?? errorByStatus(envelope, message));
}

function hasFailed(envelope: EnvelopeState): boolean {
  return envelope.failed || envelope.status === 0 || (envelope.status !== null && envelope.status >= 400);
}

function errorByCode(code: string, value: Json, envelope: EnvelopeState): DeskError {
  switch (code) {
    case 'UNAUTHORIZED':
    case 'INVALID_OAUTH':
      return { kind: 'signInRefused' };
    case 'SCOPE_MISMATCH':
      return { kind: 'scopeMissing' };
    case 'FORBIDDEN':
    case 'ONLY_LIVECHAT_USER':
      return { kind: 'forbidden' };
    case 'OAUTH_ORG_MISMATCH':
      return { kind: 'wrongPortal' };
    case 'LICENSE_ACCESS_LIMITED':
      return { kind: 'notInEdition' };
    case 'URL_NOT_FOUND':
      return { kind: 'notFound' };
    case 'BAD_REQUEST':
    case 'INVALID_DATA':
    case 'UNPROCESSABLE_ENTITY':
    case 'EMPTY_PAYLOAD':
    case 'METHOD_NOT_ALLOWED':
    case 'RESOURCE_SIZE_EXCEEDED':
    case 'UNSUPPORTED_MEDIA_TYPE':
      return { kind: 'invalidRequest', fields: blamedFields(value.errors) };
    case 'THRESHOLD_EXCEEDED':
      return { kind: 'creditsExhausted' };
    case 'TOO_MANY_REQUESTS':
      return { kind: 'rateLimited', retryAfterSeconds: envelope.retryAfterSeconds };
    case 'INTERNAL_SERVER_ERROR':
      return { kind: 'unavailable', status: envelope.status };
    default:
      return errorByStatus(envelope, `${code} ${trimmed(value.message)}`.trim());
  }
}

function errorByStatus(envelope: EnvelopeState, detail: string): DeskError {
  const status = envelope.status ?? 200;
  if (status >= 500) return { kind: 'unavailable', status };
  switch (status) {
    case 0:
      return { kind: 'offline' };
    case 401:
      return { kind: 'signInRefused' };
    case 403:
      return { kind: 'forbidden' };
    case 404:
      return { kind: 'notFound' };
    case 400:
    case 405:
    case 413:
    case 415:
    case 422:
      return { kind: 'invalidRequest', fields: [] };
    case 408:
      return { kind: 'timeout' };
    case 429:
      return { kind: 'rateLimited', retryAfterSeconds: envelope.retryAfterSeconds };
    default:
      return { kind: 'unknown', detail: envelope.status === null ? detail : `${status} ${detail}`.trim() };
  }
}

/** Errors for which the bridge itself has words but no code (seen in public extensions). A page of HTML may say anything. */
function errorByWords(message: string): DeskError | null {
  if (message.trimStart().startsWith('<')) return null;
  if (/invalid path|whiteListedDomains/i.test(message)) return { kind: 'blockedByManifest' };
  if (/execution limit/i.test(message)) return { kind: 'executionLimit' };
  if (/failed to fetch|load failed|network ?error|internet|offline/i.test(message))
    return { kind: 'offline' };
  if (/timed? ?out/i.test(message)) return { kind: 'timeout' };
  if (/invalid payload/i.test(message)) return { kind: 'invalidRequest', fields: [] };
  return null;
}

function blamedFields(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors
    .map((error) => (isRecord(error) ? trimmed(error.fieldName).replace(/^\//, '') : ''))
    .filter(Boolean);
}

function trimmed(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
