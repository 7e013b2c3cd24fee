import { ok } from '../../base/result';
import type { DeskResult } from '../desk-error';
import { type GroupPage, parseGroupPage } from '../group-page';
import type { ReadApi, ReadOptions } from '../read-api';

/** The most contacts that one call may ask for (zoho/zohodesk-oas, Account.json). */
export const accountContactsPerPage = 100;

/**
 * GET /accounts/{id}/contacts, scope Desk.contacts.READ (zoho/zohodesk-oas, Account.json): the contacts of an account,
 * the latest changed first. `from` counts from 1, as Desk's own page does. An account without contacts answers 204.
 */
export async function readAccountContacts(
  readApi: ReadApi,
  { accountId, from }: { readonly accountId: string; readonly from: number },
  options: ReadOptions,
): Promise<DeskResult<GroupPage & { readonly isLast: boolean }>> {
  const page = await readApi(
    {
      path: ['accounts', accountId, 'contacts'],
      query: { from: String(from), limit: String(accountContactsPerPage), sortBy: '-modifiedTime' },
      cacheFor: 'people',
      parse: parseGroupPage,
    },
    options,
  );
  if (!page.ok) return page;
  const size = page.value.contacts.length + page.value.unreadable.length;
  return ok({ ...page.value, isLast: size < accountContactsPerPage });
}
