import texts from '../../app/translations/en.json';
import { parseJson } from '../../src/base/json';
import { decodeAnswer } from '../../src/desk/answer';
import type { DeskError } from '../../src/desk/desk-error';
import { parseGroupPage } from '../../src/desk/group-page';
import { shapeOf } from '../../src/desk/shape';
import type { Contact } from '../../src/duplicates/contact';
import { errorCodeIn, type LiveApi } from './live-api';

/** An answer of the portal, as the probe tells of it and as the widget reads it. */
export interface Seen {
  /** The call, without anything about anybody, such as `contacts/{id}?include`. */
  readonly call: string;
  readonly status: number;
  readonly shape: string;
  /** The API's own body; `undefined` where it is empty or an error. */
  readonly body: unknown;
  /** What the widget makes of it, where it is no good. */
  readonly error: DeskError | null;
  /** The contacts in it, as the widget reads them. */
  readonly contacts: readonly Contact[];
  /** How it went in a few words: `200`, `204, empty`, `403 SCOPE_MISMATCH`. */
  readonly outcome: string;
  readonly advice: string | null;
}

export type See = (path: string, query?: Readonly<Record<string, string>>) => Promise<Seen>;

/** Asks the portal, and reads the answer as the widget would. */
export function createSee(api: LiveApi): See {
  return async (path, query = {}) => {
    const { status, text, advice } = await api(path, new URLSearchParams(query));
    const decoded = decodeAnswer({ statusCode: status, response: text }, 'resolved');
    const body = decoded.ok ? decoded.value : undefined;
    const page = decoded.ok ? parseGroupPage(body) : null;
    return {
      call: nameOf(path, query),
      status,
      shape: text === '' ? 'empty' : shapeOf(parseJson(text) ?? text),
      body,
      error: decoded.ok ? null : decoded.error,
      contacts: page?.ok ? page.value.contacts : [],
      outcome: outcomeOf(status, text),
      advice,
    };
  };
}

/** What the panel shows where an answer is no good. */
export function sayShown(error: DeskError | null): string {
  const title = error ? (texts as Readonly<Record<string, string>>)[`error_${error.kind}_title`] : null;
  return title ? `Shows “${title}”.` : 'Shows it.';
}

function nameOf(path: string, query: Readonly<Record<string, string>>): string {
  const parts = path.slice(1).split('/');
  const named = parts.map((part) => (/\d/.test(part) ? '{id}' : part));
  const names = Object.keys(query);
  return `${named.join('/')}${names.length ? `?${names.join('&')}` : ''}`;
}

function outcomeOf(status: number, text: string): string {
  if (text === '') return `${status}, empty`;
  const code = errorCodeIn(text);
  return code && /^[A-Z_]{1,40}$/.test(code) ? `${status} ${code}` : String(status);
}
