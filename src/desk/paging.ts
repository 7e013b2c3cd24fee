import type { Contact } from '../duplicates/contact';
import type { GroupPage } from './group-page';

/** How much of a group was read. A value of its own, so that reading can stop and go on. */
export interface Progress {
  readonly contacts: readonly Contact[];
  /** Entries that were no contact, as text. */
  readonly unreadable: readonly string[];
  readonly firstPage: number;
  /** The page to ask for next. */
  readonly nextPage: number;
  readonly pagesRead: number;
  /** Entries on all pages, repeated and unreadable ones included. */
  readonly entriesRead: number;
  /** Entries on the fullest page. */
  readonly largestPage: number;
  /** Size of the whole group, if Desk sent it. */
  readonly total: number | null;
  /** Whether Desk announced contacts that are not read yet. */
  readonly expectsMore: boolean;
  /** `null` while there may be more; `short` if Desk announced more than it sent. */
  readonly end: 'complete' | 'short' | null;
}

/** Where reading starts: at `page` of the agent's own parameters, else at the first page (they count from 1). */
export function startAt(parameters: Readonly<Record<string, string>>): Progress {
  const page = Number(parameters.page ?? 1);
  return {
    contacts: [],
    unreadable: [],
    firstPage: page,
    nextPage: page,
    pagesRead: 0,
    entriesRead: 0,
    largestPage: 0,
    total: null,
    expectsMore: false,
    end: null,
  };
}

/** How many contacts a full page has. */
export type PageSize =
  | { readonly kind: 'unknown' }
  /** The agent asked for so many; whether Desk follows is not documented. */
  | { readonly kind: 'hinted'; readonly size: number }
  /** We asked for so many, as the call's specification allows. */
  | { readonly kind: 'documented'; readonly size: number };

/**
 * Adds a page to what was read and decides whether it was the last. How the call by id pages is not published, so an
 * end is only believed where that is safe: Desk says that there is no more, the total is reached, the page is empty, or
 * it adds nobody new (which also ends a server that ignores `page`). A page that is merely short proves nothing, unless
 * the size of a full one is documented, or hinted at and seen on an earlier page.
 */
export function addPage(before: Progress, page: GroupPage, pageSize: PageSize): Progress {
  const known = new Set(before.contacts.map((contact) => contact.id));
  const added = page.contacts.filter((contact) => !known.has(contact.id) && known.add(contact.id));
  const unreadable = [...new Set([...before.unreadable, ...page.unreadable])];
  const size = page.contacts.length + page.unreadable.length;
  const seen = before.contacts.length + added.length + unreadable.length;
  const addsNobody = seen === before.contacts.length + before.unreadable.length;

  // A bare `count` may count this page alone: above what the page holds it announces more, but it proves no end.
  const count = page.hints.count !== null && page.hints.count > size ? page.hints.count : null;
  const total = page.hints.total ?? count ?? before.total;
  const missing = before.firstPage > 1 || total === null ? null : total - seen;
  const expectsMore = page.hints.hasMore === true || (missing ?? 0) > 0;

  const isTotalReached = page.hints.total !== null && missing !== null && page.hints.hasMore === null;
  const isLastByHint = page.hints.hasMore === false || isTotalReached;
  const isLastBySize = isShort(size, pageSize, before.largestPage) && page.hints.hasMore === null;
  const isLast = addsNobody || (!expectsMore && (isLastByHint || isLastBySize));

  return {
    contacts: [...before.contacts, ...added],
    unreadable,
    firstPage: before.firstPage,
    nextPage: Math.max(page.hints.nextPage ?? 0, before.nextPage + 1),
    pagesRead: before.pagesRead + 1,
    entriesRead: before.entriesRead + size,
    largestPage: Math.max(before.largestPage, size),
    total,
    expectsMore,
    end: !isLast ? null : expectsMore ? 'short' : 'complete',
  };
}

/** Whether a page has surely fewer entries than a full one. */
function isShort(entries: number, pageSize: PageSize, largestPage: number): boolean {
  if (pageSize.kind === 'unknown' || entries >= pageSize.size) return false;
  return pageSize.kind === 'documented' || largestPage === pageSize.size;
}
