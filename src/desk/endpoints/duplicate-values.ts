import { isRecord, type Json } from '../../base/json';
import { failure, ok } from '../../base/result';
import type { MatchField } from '../../duplicates/group-reference';
import { readGroupReference } from '../../duplicates/read-group-reference';
import type { DeskResult } from '../desk-error';
import type { ReadApi, ReadOptions } from '../read-api';
import { readCount, readId, readText } from '../read-value';

/** A value that several contacts share. */
export interface DuplicateValue {
  readonly fieldValue: string;
  readonly count: number | null;
  /** The id of the group of these contacts, where Desk sends one. */
  readonly duplicateId: string | null;
}

interface DuplicateValuesPage {
  readonly values: readonly DuplicateValue[];
  /** Where the next page starts, or `null` at the end. */
  readonly nextFrom: number | null;
  /** Without a body Desk may mean that there are none, or that it mails a report since the portal is too large. */
  readonly hasBody: boolean;
}

const valuesPerPage = 50;

/**
 * GET /groupContactDuplicateValues, scope Desk.contacts.READ (zoho/zohodesk-oas, ContactDeduplication.json): the values
 * of `fieldName` that several contacts of the portal share, most frequent first.
 */
export function readDuplicateValues(
  readApi: ReadApi,
  { fieldName, startsWith, from }: { fieldName: MatchField; startsWith: string; from: number },
  options: ReadOptions,
): Promise<DeskResult<DuplicateValuesPage>> {
  return readApi(
    {
      path: ['groupContactDuplicateValues'],
      query: {
        fieldName,
        from: String(from),
        limit: String(valuesPerPage),
        sortBy: '-count',
        ...(startsWith ? { swFieldValue: startsWith } : {}),
      },
      cacheFor: 'people',
      parse(body) {
        const rows = rowsOf(body);
        if (!rows) return failure({ kind: 'unreadable' });
        const values = parseDuplicateValues(body);
        if (rows.length && !values.length) return failure({ kind: 'unreadable' });
        const nextFrom = rows.length < valuesPerPage ? null : from + rows.length;
        return ok({ values, nextFrom, hasBody: body !== undefined });
      },
    },
    options,
  );
}

/** The values that an answer lists, as far as they can be read. */
export function parseDuplicateValues(body: unknown): readonly DuplicateValue[] {
  return (rowsOf(body) ?? []).flatMap(parseRow);
}

/** The list of `{data: [row]}` or a bare list; an empty body is an empty list. */
function rowsOf(body: unknown): readonly unknown[] | null {
  const rows = body === undefined ? [] : isRecord(body) && 'data' in body ? (body.data ?? []) : body;
  return Array.isArray(rows) ? rows : null;
}

/** The value of a row, or nothing where the row holds none. */
function parseRow(row: unknown): DuplicateValue[] {
  const fieldValue = isRecord(row) ? readText(row.fieldValue) : null;
  if (!isRecord(row) || !fieldValue) return [];
  return [{ fieldValue, count: readCount(row.count) || null, duplicateId: readDuplicateId(row) }];
}

/** Whether rows carry an id is not documented; if they do, both names are plausible. Only an id that can be asked for counts. */
function readDuplicateId(row: Json): string | null {
  const sent = row.duplicateId ?? row.id;
  const id = typeof sent === 'number' ? readId(sent) : readText(sent);
  const read = readGroupReference(id ?? '', '');
  return 'reference' in read && read.reference.duplicateId === id ? id : null;
}
