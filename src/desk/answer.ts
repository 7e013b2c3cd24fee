import { isRecord, type Json, parseJson } from '../base/json';
import { failure, ok } from '../base/result';
import type { DeskError, DeskResult } from './desk-error';

/** What the levels above the current one have said: the worst HTTP status, and whether any spoke of failure. */
interface Heard {
  readonly status: number | null;
  readonly failed: boolean;
  readonly retryAfterSeconds: number | null;
}

/** Real answers nest three or four deep; the cap only guards against one that nests without end. */
const deepestLevel = 12;

/**
 * Turns whatever Desk's request bridge gave into the API's own body, or into the error it stands for.
 *
 * The bridge wraps answers in several ways, and its documentation does not say which one a call gets. Seen in
 * public extensions: strings and objects, a `response` text around a `statusMessage`, `data` around either,
 * errors inside a 200, rejections as text and as objects. So this walks inwards, level by level, listening for
 * errors on the way. An empty body (204, `""`, `{}`) is `undefined`.
 */
export function decodeAnswer(raw: unknown, outcome: 'resolved' | 'rejected'): DeskResult<unknown> {
  return decode(raw, { status: null, failed: outcome === 'rejected', retryAfterSeconds: null }, 0);
}

function decode(value: unknown, heard: Heard, level: number): DeskResult<unknown> {
  if (level > deepestLevel) return failure({ kind: 'unreadable' });
  if (value === undefined || value === null || value === '') return nothing(heard);
  if (typeof value === 'string') {
    if (!value.trim()) return nothing(heard);
    const parsed = parseJson(value);
    return parsed === undefined ? plainText(value, heard) : decode(parsed, heard, level + 1);
  }
  if (Array.isArray(value)) return isBad(heard) ? failure(errorByStatus(heard, '')) : ok(value);
  if (!isRecord(value)) return plainText(String(value), heard);
  return record(value, listen(value, heard), level);
}

function record(value: Json, heard: Heard, level: number): DeskResult<unknown> {
  if ('resumeUrl' in value || Number(value.error_code) === 1000) {
    return failure({ kind: 'notAuthorised', resumeUrl: text(value.resumeUrl) || null });
  }
  const code = text(value.errorCode);
  if (code) return failure(errorByCode(code, value, heard));
  if ('errMsg' in value) return decode(value.errMsg, { ...heard, failed: true }, level + 1);
  for (const wrapper of ['response', 'statusMessage']) {
    if (wrapper in value) return decode(value[wrapper], heard, level + 1);
  }
  if (isWrapper(value, level)) return decode(value.data, heard, level + 1);

  // Some of Desk's errors carry a message alone; a body worth reading always holds more.
  const message = text(value.message);
  if (message && !('data' in value || 'contacts' in value || 'id' in value)) return saidOnly(message, heard);
  if (isBad(heard)) return failure(errorByStatus(heard, message));
  return Object.keys(value).some((key) => !envelopeOnly.has(key)) ? ok(value) : nothing(heard);
}

const envelopeOnly = new Set(['status', 'statusCode', 'headers']);

/** Whether `data` is one more wrapper of the bridge rather than the list that the API calls `data`. */
function isWrapper(value: Json, level: number): boolean {
  const data = value.data;
  if (typeof data === 'string' || (data === null && httpStatus(value) !== null)) return true;
  if (!isRecord(data) || level > deepestLevel) return false;
  const marks = ['statusMessage', 'response', 'statusCode', 'error_code', 'resumeUrl', 'errorCode', 'errMsg'];
  return httpStatus(value) !== null || marks.some((mark) => mark in data) || isWrapper(data, level + 1);
}

function listen(value: Json, heard: Heard): Heard {
  const status = httpStatus(value);
  const said = value.status;
  const saidFailure =
    said === false || (typeof said === 'string' && !/^(true|success|ok|\d+)$/i.test(said.trim()));
  const headers = isRecord(value.headers) ? value.headers : {};
  const seconds = Number(headers['Retry-After'] ?? headers['retry-after']);
  return {
    status: status === null ? heard.status : Math.max(status, heard.status ?? 0),
    failed: heard.failed || saidFailure,
    retryAfterSeconds: seconds > 0 ? seconds : heard.retryAfterSeconds,
  };
}

/** The HTTP status this level states, as `statusCode` or as a numeric `status`; a request that never left is 0. */
function httpStatus(value: Json): number | null {
  for (const stated of [value.statusCode, value.status]) {
    if (typeof stated === 'number' || (typeof stated === 'string' && /^\d{1,3}$/.test(stated)))
      return Number(stated);
  }
  return null;
}

function nothing(heard: Heard): DeskResult<undefined> {
  if (heard.status === 202) return failure({ kind: 'largePortal' });
  return isBad(heard) ? failure(errorByStatus(heard, '')) : ok(undefined);
}

function plainText(said: string, heard: Heard): DeskResult<never> {
  if (isBad(heard)) return saidOnly(said, heard);
  return failure(errorByWords(said) ?? { kind: 'unreadable' });
}

function saidOnly(said: string, heard: Heard): DeskResult<never> {
  if (heard.status === 202) return failure({ kind: 'largePortal' });
  return failure(errorByWords(said) ?? errorByStatus(heard, said));
}

function isBad(heard: Heard): boolean {
  return heard.failed || heard.status === 0 || (heard.status !== null && heard.status >= 400);
}

function errorByCode(code: string, value: Json, heard: Heard): DeskError {
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
      return { kind: 'rateLimited', retryAfterSeconds: heard.retryAfterSeconds };
    case 'INTERNAL_SERVER_ERROR':
      return { kind: 'unavailable', status: heard.status };
    default:
      return errorByStatus(heard, `${code} ${text(value.message)}`.trim());
  }
}

function errorByStatus(heard: Heard, detail: string): DeskError {
  const status = heard.status ?? 200;
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
      return { kind: 'rateLimited', retryAfterSeconds: heard.retryAfterSeconds };
    default:
      return { kind: 'unknown', detail: heard.status === null ? detail : `${status} ${detail}`.trim() };
  }
}

/** Errors that the bridge itself tells in words alone (seen in public extensions). A page of HTML may say anything. */
function errorByWords(said: string): DeskError | null {
  if (said.trimStart().startsWith('<')) return null;
  if (/invalid path/i.test(said)) return { kind: 'blockedByManifest' };
  if (/execution limit/i.test(said)) return { kind: 'executionLimit' };
  if (/failed to fetch|load failed|network ?error|internet|offline/i.test(said)) return { kind: 'offline' };
  if (/timed? ?out/i.test(said)) return { kind: 'timeout' };
  if (/invalid payload/i.test(said)) return { kind: 'invalidRequest', fields: [] };
  return null;
}

function blamedFields(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors
    .map((error) => (isRecord(error) ? text(error.fieldName).replace(/^\//, '') : ''))
    .filter(Boolean);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
