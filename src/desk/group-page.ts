import { isRecord, type Json, toJsonText } from '../base/json';
import { failure, ok } from '../base/result';
import type { Contact } from '../duplicates/contact';
import type { DeskResult } from './desk-error';
import { parseContact } from './parse-contact';
import { readBoolean, readCount } from './read-value';

/** What an answer says about the pages after it; `null` where it says nothing. */
export interface PageHints {
  readonly hasMore: boolean | null;
  readonly nextPage: number | null;
  /** How many contacts the whole group holds. */
  readonly total: number | null;
  /** A number called `count`, which may mean this page or the whole group. */
  readonly count: number | null;
}

/** One answer of Desk about a group, parsed. */
export interface GroupPage {
  readonly contacts: readonly Contact[];
  /** Entries that are no contact, as text: they are counted, each text once. */
  readonly unreadable: readonly string[];
  readonly hints: PageHints;
}

const noHints: PageHints = { hasMore: null, nextPage: null, total: null, count: null };

/**
 * Reads an answer about a group in every form that is plausible: `{data: [contact]}`, `{data: [{fieldValue,
 * contacts}]}`, `{data: {contacts}}`, `{contacts}`, a bare list, a single contact, and nothing at all. The shape of
 * contactsDeduplication/{duplicateId} is not published (zoho/zohodesk-oas does not list the call).
 */
export function parseGroupPage(body: unknown): DeskResult<GroupPage> {
  if (body === undefined) return ok({ contacts: [], unreadable: [], hints: noHints });
  const entries = findEntries(body);
  if (!entries) return failure({ kind: 'unreadable' });

  const contacts: Contact[] = [];
  const unreadable: string[] = [];
  for (const entry of entries) {
    const contact = parseContact(entry);
    if (contact) contacts.push(contact);
    else unreadable.push(toJsonText(entry));
  }
  return ok({ contacts, unreadable, hints: readHints(body) });
}

/** Desk nests a list two deep at the most; an answer may nest without end. */
const maxDepth = 4;

function findEntries(value: unknown, depth = 0): unknown[] | null {
  if (depth > maxDepth) return null;
  if (Array.isArray(value)) return value.flatMap((entry) => groupMembers(entry) ?? [entry]);
  if (!isRecord(value)) return null;
  return (
    groupMembers(value) ??
    ('data' in value ? findEntries(value.data ?? [], depth + 1) : isContact(value) ? [value] : null)
  );
}

function groupMembers(entry: unknown): unknown[] | null {
  if (!isRecord(entry) || !('contacts' in entry)) return null;
  const contacts = entry.contacts ?? [];
  return Array.isArray(contacts) ? contacts : null;
}

function isContact(value: Json): boolean {
  return 'id' in value && ['lastName', 'firstName', 'email', 'phone'].some((field) => field in value);
}

/** Hints stand beside the list, in `info`, or beside the list inside `data`. */
function readHints(body: unknown, depth = 0): PageHints {
  if (!isRecord(body) || depth > maxDepth) return noHints;
  const inner = readHints(body.data, depth + 1);
  const places = [body, body.info].filter(isRecord);
  const first = <T>(names: string[], read: (value: unknown) => T | null, otherwise: T | null): T | null => {
    for (const place of places) {
      for (const name of names) {
        const found = read(place[name]);
        if (found !== null) return found;
      }
    }
    return otherwise;
  };
  const nextPage = first(['nextPage', 'next_page'], (value) => readCount(value) || null, inner.nextPage);
  const noNextPage = places.some((place) =>
    ['nextPage', 'next_page'].some((name) => isNo(place[name], name in place)),
  );
  return {
    hasMore:
      first(['more_records', 'moreRecords', 'hasMore', 'has_more'], readBoolean, inner.hasMore) ??
      (nextPage !== null ? true : noNextPage ? false : null),
    nextPage,
    total: first(['total', 'totalCount', 'total_count'], readCount, inner.total),
    count: first(['count'], readCount, inner.count),
  };
}

function isNo(value: unknown, isPresent: boolean): boolean {
  return isPresent && (value === null || value === '' || value === false);
}
