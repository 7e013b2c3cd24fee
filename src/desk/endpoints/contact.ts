import { failure, ok } from '../../base/result';
import type { Contact } from '../../duplicates/contact';
import type { DeskResult } from '../desk-error';
import { parseContact } from '../parse-contact';
import type { ReadApi, ReadOptions } from '../read-api';

/** GET /contacts/{id}, scope Desk.contacts.READ (zoho/zohodesk-oas, Contact.json): one contact with its details. */
export function readContact(
  readApi: ReadApi,
  id: string,
  options: ReadOptions,
): Promise<DeskResult<Contact>> {
  return readApi(
    {
      path: ['contacts', id],
      query: { include: 'accounts' },
      cacheFor: 'people',
      parse(body) {
        const contact = parseContact(body);
        return contact ? ok(contact) : failure({ kind: 'unreadable' });
      },
    },
    options,
  );
}

/**
 * These contacts with their details, one call each; those that no longer exist (404) are left out.
 *
 * GET /contacts/contactsByIds would take 20 ids at once, but it answers list entries (zoho/zohodesk-oas, Contact.json):
 * without details, and without `isDeleted`, so it cannot even tell which contacts were merged.
 */
export async function readContacts(
  readApi: ReadApi,
  ids: readonly string[],
  options: ReadOptions,
): Promise<DeskResult<readonly Contact[]>> {
  const read = await Promise.all(ids.map((id) => readContact(readApi, id, options)));
  const failed = read.find((one) => !one.ok && one.error.kind !== 'notFound');
  if (failed && !failed.ok) return failed;
  return ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
}
