import { isRecord } from '../../base/json';
import { failure, ok } from '../../base/result';
import type { DeskResult } from '../desk-error';
import type { ReadApi, ReadOptions } from '../read-api';
import { readText } from '../read-value';

/**
 * How many tickets a contact has: GET /contacts/{id}/statistics, scope Desk.contacts.READ (zoho/zohodesk-oas,
 * Contact.json); `null` where Desk does not say.
 */
export function readTicketCount(
  readApi: ReadApi,
  id: string,
  options: ReadOptions,
): Promise<DeskResult<number | null>> {
  return readApi({ path: ['contacts', id, 'statistics'], query: {}, cacheFor: 'people', parse }, options);
}

/** `totalTickets` is text, a number or null. */
function parse(body: unknown): DeskResult<number | null> {
  if (body === undefined) return ok(null);
  if (!isRecord(body)) return failure({ kind: 'unreadable' });
  const total = readText(body.totalTickets);
  return ok(total !== null && /^\d+$/.test(total) ? Number(total) : null);
}
