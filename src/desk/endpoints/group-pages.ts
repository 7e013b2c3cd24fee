import { isRecord } from '../../base/json';
import { failure, ok } from '../../base/result';
import type { GroupReference, MatchField } from '../../duplicates/group-reference';
import type { DeskResult } from '../desk-error';
import { type GroupPage, parseGroupPage } from '../group-page';
import { addPage, type PageSize, type Progress } from '../paging';
import type { ReadApi, ReadOptions } from '../read-api';
import { readText } from '../read-value';

/** Reads the next page of a group, and adds it to the pages read before. */
export function readNextPage(
  readApi: ReadApi,
  group: GroupReference,
  before: Progress,
  options: ReadOptions,
): Promise<DeskResult<Progress>> {
  return group.by === 'id'
    ? readPageById(readApi, group, before, options)
    : readPageByValue(readApi, group, before, options);
}

/** The most contacts that one call may ask for (zoho/zohodesk-oas, ContactDeduplication.json). */
const contactsPerPage = 100;

/**
 * GET /contactsDeduplication/{duplicateId}, scope Desk.contacts.READ
 * (https://beamhelp.com/how-to/desk/list-details-duplicate-contacts). The parameters are the agent's, or those that the
 * storage remembers, except `page` and a `limit` that is higher than any call's.
 */
async function readPageById(
  readApi: ReadApi,
  group: GroupReference & { by: 'id' },
  before: Progress,
  options: ReadOptions,
): Promise<DeskResult<Progress>> {
  const limit = Math.min(Number(group.parameters.limit), contactsPerPage);
  const page = await readApi(
    {
      path: ['contactsDeduplication', group.duplicateId],
      query: {
        ...group.parameters,
        ...(limit === contactsPerPage ? { limit: String(limit) } : {}),
        page: String(before.nextPage),
      },
      cacheFor: 'people',
      parse: parseGroupPage,
    },
    options,
  );
  if (!page.ok) {
    if (page.error.kind !== 'notFound') return page;
    // An earlier page was found, so the id is good: unless Desk announced more, 404 means that there are no more pages.
    if (before.pagesRead > 0) return before.expectsMore ? page : ok({ ...before, end: 'complete' });
    return failure({ kind: 'unknownGroup' });
  }
  const pageSize: PageSize = limit > 0 ? { kind: 'hinted', size: limit } : { kind: 'unknown' };
  return ok(addPage(before, page.value, pageSize));
}

/**
 * GET /groupContacts, scope Desk.contacts.READ (zoho/zohodesk-oas, ContactDeduplication.json). One value per call: the
 * separator between several is not documented, and names contain commas.
 */
async function readPageByValue(
  readApi: ReadApi,
  { fieldName, fieldValue }: GroupReference & { by: 'field' },
  before: Progress,
  options: ReadOptions,
): Promise<DeskResult<Progress>> {
  const page = await readApi(
    {
      path: ['groupContacts'],
      query: {
        fieldName,
        fieldValues: fieldValue,
        // A page that repeats contacts is longer than was asked for: the next one begins where that should have ended.
        from: String(Math.min(before.entriesRead, before.pagesRead * contactsPerPage)),
        limit: String(contactsPerPage),
        include: 'accounts',
      },
      cacheFor: 'people',
      parse: (body) => parseGroupPage(onlyGroupOf(body, fieldValue)),
    },
    options,
  );
  return page.ok ? ok(addPage(before, page.value, { kind: 'documented', size: contactsPerPage })) : page;
}

/**
 * The first page of contacts that have one of these values, by one call: a comma parts them, so none may hold one. The
 * separator is not documented; Desk's own page joins values with a comma.
 */
export function readByValues(
  readApi: ReadApi,
  { fieldName, values }: { readonly fieldName: MatchField; readonly values: readonly string[] },
  options: ReadOptions,
): Promise<DeskResult<GroupPage>> {
  return readApi(
    {
      path: ['groupContacts'],
      query: {
        fieldName,
        fieldValues: values.join(','),
        from: '0',
        limit: String(contactsPerPage),
        include: 'accounts',
      },
      cacheFor: 'people',
      parse: parseGroupPage,
    },
    options,
  );
}

/** Desk takes a value with a comma for several values: drops the groups of its parts, which share other values. */
function onlyGroupOf(body: unknown, value: string): unknown {
  if (!value.includes(',') || !isRecord(body) || !Array.isArray(body.data)) return body;
  const isOfAnotherValue = (entry: unknown) => {
    const named = isRecord(entry) ? readText(entry.fieldValue) : null;
    return named !== null && named.toLowerCase() !== value.toLowerCase();
  };
  return { ...body, data: body.data.filter((entry) => !isOfAnotherValue(entry)) };
}
