import { isRecord } from '../../base/json';
import { failure, ok } from '../../base/result';
import { type MatchField, matchFields } from '../../duplicates/group-reference';
import type { DeskResult } from '../desk-error';
import type { ReadApi, ReadOptions } from '../read-api';

/**
 * The field that the portal matches contacts by: GET /contactsDeduplication/defaultFieldName, scope Desk.contacts.READ;
 * `null` where the portal has set none, or one that this version does not know.
 */
export function readDefaultMatchField(
  readApi: ReadApi,
  options: ReadOptions,
): Promise<DeskResult<MatchField | null>> {
  const path = ['contactsDeduplication', 'defaultFieldName'];
  return readApi({ path, query: {}, cacheFor: 'settings', parse }, options);
}

function parse(body: unknown): DeskResult<MatchField | null> {
  if (body === undefined) return ok(null);
  if (!isRecord(body) || !('fieldName' in body)) return failure({ kind: 'unreadable' });
  return ok(matchFields.find((field) => field === body.fieldName) ?? null);
}
