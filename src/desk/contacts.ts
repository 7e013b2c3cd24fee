import { isRecord } from '../base/json';
import { failure, ok } from '../base/result';
import type { Contact } from '../duplicates/contact';
import { type GroupReference, type MatchField, matchFields } from '../duplicates/group-reference';
import type { DeskResult } from './desk-error';
import { parseGroupPage } from './group-page';
import { addPage, type Progress } from './paging';
import { parseContact, readText } from './parse-contact';
import type { ReadApi, ReadOptions } from './read-api';

/** The most that one call for contacts may ask for (zoho/zohodesk-oas, ContactDeduplication.json). */
const mostPerCall = 100;

/** Reads the next page of a group, and adds it to what was read. */
export function readNextPage(
  readApi: ReadApi,
  group: GroupReference,
  before: Progress,
  options: ReadOptions,
): Promise<DeskResult<Progress>> {
  return group.by === 'id'
    ? readPageById(readApi, group, before, options)
    : readPageByField(readApi, group, before, options);
}

/**
 * GET /contactsDeduplication/{duplicateId}, scope Desk.contacts.READ
 * (https://beamhelp.com/how-to/desk/list-details-duplicate-contacts). Parameters are the agent's own, `page` is ours.
 */
async function readPageById(
  readApi: ReadApi,
  group: GroupReference & { by: 'id' },
  before: Progress,
  options: ReadOptions,
): Promise<DeskResult<Progress>> {
  const query = { ...group.parameters, page: String(before.nextPage) };
  const answer = await readApi(['contactsDeduplication', group.duplicateId], query, options);
  if (!answer.ok) {
    if (answer.error.kind !== 'notFound') return answer;
    // Page 1 was there, so the id is good: where nothing announced more, 404 says that the pages are over.
    if (before.pagesRead > 0) return before.expectsMore ? answer : ok({ ...before, end: 'complete' });
    return failure({ kind: 'unknownGroup' });
  }
  const page = parseGroupPage(answer.value);
  if (!page.ok) return page;
  const limit = Number(group.parameters.limit);
  return ok(addPage(before, page.value, limit > 0 ? limit : null));
}

/**
 * GET /groupContacts, scope Desk.contacts.READ (zoho/zohodesk-oas, ContactDeduplication.json). One value per call: how
 * several are separated is not documented, and names hold commas.
 */
async function readPageByField(
  readApi: ReadApi,
  { fieldName, fieldValue }: GroupReference & { by: 'field' },
  before: Progress,
  options: ReadOptions,
): Promise<DeskResult<Progress>> {
  const query = {
    fieldName,
    fieldValues: fieldValue,
    from: String(before.recordsRead),
    limit: String(mostPerCall),
    include: 'accounts',
  };
  const answer = await readApi(['groupContacts'], query, options);
  if (!answer.ok) return answer;
  const page = parseGroupPage(onlyGroupOf(answer.value, fieldValue));
  return page.ok ? ok(addPage(before, page.value, mostPerCall, true)) : page;
}

/** Where a value with a comma was taken for several, the groups of its parts are left out: they are of other values. */
function onlyGroupOf(body: unknown, value: string): unknown {
  if (!value.includes(',') || !isRecord(body) || !Array.isArray(body.data)) return body;
  const isOfAnother = (entry: unknown) => {
    const named = isRecord(entry) ? readText(entry.fieldValue) : null;
    return named !== null && named.toLowerCase() !== value.toLowerCase();
  };
  return { ...body, data: body.data.filter((entry) => !isOfAnother(entry)) };
}

/** GET /contacts/{id}, scope Desk.contacts.READ (zoho/zohodesk-oas, Contact.json): one record with its details. */
export async function readContact(
  readApi: ReadApi,
  id: string,
  options: ReadOptions,
): Promise<DeskResult<Contact>> {
  const answer = await readApi(['contacts', id], { include: 'accounts' }, options);
  if (!answer.ok) return answer;
  const contact = parseContact(answer.value);
  return contact ? ok(contact) : failure({ kind: 'unreadable' });
}

/** The most records that one call by ids takes (zoho/zohodesk-oas, Contact.json). */
export const mostIds = 20;

/**
 * The records with their details: GET /contacts/contactsByIds?ids=, scope Desk.contacts.READ (zoho/zohodesk-oas,
 * Contact.json), or one by one where a portal refuses that call or tells no more by it than its lists do, which is not
 * documented. Records that are gone are left out.
 */
export async function readContacts(
  readApi: ReadApi,
  ids: readonly string[],
  options: ReadOptions,
): Promise<DeskResult<readonly Contact[]>> {
  const answer = await readApi(
    ['contacts', 'contactsByIds'],
    { ids: ids.slice(0, mostIds).join(',') },
    options,
  );
  if (answer.ok) {
    const page = parseGroupPage(answer.value);
    if (!page.ok) return page;
    // Only single records tell when they were modified: this is how a list's record gives itself away.
    const isDetailed = page.value.contacts.every((contact) => contact.modifiedTime !== null);
    return isDetailed ? ok(page.value.contacts) : readSingly(page.value.contacts.map(({ id }) => id));
  }
  const isRefused = ['notFound', 'invalidRequest', 'forbidden'].includes(answer.error.kind);
  return isRefused ? readSingly(ids) : answer;

  async function readSingly(wanted: readonly string[]): Promise<DeskResult<readonly Contact[]>> {
    const single = await Promise.all(wanted.map((id) => readContact(readApi, id, options)));
    const failed = single.find((one) => !one.ok && one.error.kind !== 'notFound');
    if (failed && !failed.ok) return failed;
    return ok(single.flatMap((one) => (one.ok ? [one.value] : [])));
  }
}

/**
 * How many tickets a contact has: GET /contacts/{id}/statistics, scope Desk.contacts.READ (zoho/zohodesk-oas,
 * Contact.json); `null` where Desk does not tell.
 */
export async function readTicketCount(
  readApi: ReadApi,
  id: string,
  options: ReadOptions,
): Promise<DeskResult<number | null>> {
  const answer = await readApi(['contacts', id, 'statistics'], {}, options);
  if (!answer.ok) return answer;
  const total = isRecord(answer.value) ? readText(answer.value.totalTickets) : null;
  return ok(total !== null && /^\d+$/.test(total) ? Number(total) : null);
}

/**
 * GET /contactsDeduplication/defaultFieldName, scope Desk.contacts.READ: the field that the portal matches contacts
 * by, or `null` where it has set none.
 */
export async function readDefaultField(
  readApi: ReadApi,
  options: ReadOptions,
): Promise<DeskResult<MatchField | null>> {
  const answer = await readApi(['contactsDeduplication', 'defaultFieldName'], {}, options);
  if (!answer.ok) return answer;
  const told = isRecord(answer.value) ? answer.value.fieldName : null;
  return ok(matchFields.find((field) => field === told) ?? null);
}

/** A value that several contacts share. `duplicateId` is there where Desk gives its group an id. */
export interface DuplicateValue {
  readonly fieldValue: string;
  readonly count: number | null;
  readonly duplicateId: string | null;
}

export interface DuplicateValuesPage {
  readonly values: readonly DuplicateValue[];
  /** Where the next page starts, or `null` at the end. */
  readonly nextFrom: number | null;
}

const valuesPerPage = 50;

/**
 * GET /groupContactDuplicateValues, scope Desk.contacts.READ (zoho/zohodesk-oas, ContactDeduplication.json): the values
 * of `fieldName` that several contacts of the portal share, most frequent first.
 */
export async function readDuplicateValues(
  readApi: ReadApi,
  { fieldName, startsWith, from }: { fieldName: MatchField; startsWith: string; from: number },
  options: ReadOptions,
): Promise<DeskResult<DuplicateValuesPage>> {
  const query = {
    fieldName,
    from: String(from),
    limit: String(valuesPerPage),
    sortBy: '-count',
    ...(startsWith ? { swFieldValue: startsWith } : {}),
  };
  const answer = await readApi(['groupContactDuplicateValues'], query, options);
  if (!answer.ok) return answer;
  const { value: body } = answer;
  const rows = body === undefined ? [] : isRecord(body) && 'data' in body ? (body.data ?? []) : body;
  if (!Array.isArray(rows)) return failure({ kind: 'unreadable' });
  const values = rows.flatMap((row): DuplicateValue[] => {
    const fieldValue = isRecord(row) ? readText(row.fieldValue) : null;
    if (!isRecord(row) || !fieldValue) return [];
    // Whether entries carry an id is not documented; where they do, both names are plausible.
    return [
      {
        fieldValue,
        count: Number(row.count) || null,
        duplicateId: readText(row.duplicateId) ?? readText(row.id),
      },
    ];
  });
  return ok({ values, nextFrom: rows.length < valuesPerPage ? null : from + rows.length });
}
