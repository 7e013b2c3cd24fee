import type { GroupReference } from '../duplicates/group-reference';
import { failure, ok, type Result } from './desk-error';
import { parseGroupPage } from './group-page';
import { addPage, type Progress } from './paging';
import type { ReadApi, ReadOptions } from './read-api';

/**
 * Reads the next page of a group: GET /contactsDeduplication/{duplicateId}, scope Desk.contacts.READ
 * (https://beamhelp.com/how-to/desk/list-details-duplicate-contacts). Parameters are the agent's own, `page` is ours.
 */
export async function readNextPage(
  readApi: ReadApi,
  group: GroupReference & { by: 'id' },
  before: Progress,
  options: ReadOptions,
): Promise<Result<Progress>> {
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
