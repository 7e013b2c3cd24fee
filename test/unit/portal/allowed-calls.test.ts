import { expect, it } from 'vitest';
import { failure } from '../../../src/base/result';
import { readAccountContacts } from '../../../src/desk/endpoints/account-contacts';
import { readContact } from '../../../src/desk/endpoints/contact';
import { readDefaultMatchField } from '../../../src/desk/endpoints/default-match-field';
import { readDuplicateValues } from '../../../src/desk/endpoints/duplicate-values';
import { readByValues, readNextPage } from '../../../src/desk/endpoints/group-pages';
import { readTicketCount } from '../../../src/desk/endpoints/ticket-count';
import { startAt } from '../../../src/desk/paging';
import type { ReadApi } from '../../../src/desk/read-api';
import { isAllowed } from '../../portal/allowed-calls';
import { createApiTwin } from '../../twins/read-api';

const id = '450000000000123001';
const options = { signal: new AbortController().signal };

/** Every function of `src/desk/endpoints`. */
const endpoints: Readonly<Record<string, ((readApi: ReadApi) => unknown)[]>> = {
  'account-contacts': [(api) => readAccountContacts(api, { accountId: id, from: 1 }, options)],
  contact: [(api) => readContact(api, id, options)],
  'default-match-field': [(api) => readDefaultMatchField(api, options)],
  'duplicate-values': [
    (api) => readDuplicateValues(api, { fieldName: 'email', startsWith: '', from: 0 }, options),
  ],
  'group-pages': [
    (api) => readNextPage(api, { by: 'id', duplicateId: id, parameters: {} }, startAt({}), options),
    (api) => readNextPage(api, { by: 'field', fieldName: 'email', fieldValue: 'a' }, startAt({}), options),
    (api) => readByValues(api, { fieldName: 'phone', values: ['1', '2'] }, options),
  ],
  'ticket-count': [(api) => readTicketCount(api, id, options)],
};

async function pathsOf(calls: readonly ((readApi: ReadApi) => unknown)[]): Promise<string[]> {
  const api = createApiTwin(() => failure({ kind: 'offline' }));
  for (const call of calls) await call(api);
  return api.calls.map(({ path }) => `/${path.map(encodeURIComponent).join('/')}`);
}

it('a portal may be asked all that the endpoints ask', async () => {
  const files = Object.keys(import.meta.glob('../../../src/desk/endpoints/*.ts'));
  expect(files.map((file) => file.replace(/^.*\/|\.ts$/g, '')).sort()).toEqual(Object.keys(endpoints).sort());
  const paths = await pathsOf(Object.values(endpoints).flat());
  expect(paths.length).toBeGreaterThan(7);
  expect(paths.filter((path) => !isAllowed(path, 'widget'))).toEqual([]);
});

it('a portal may be asked nothing that no endpoint asks', () => {
  const others = [
    ...[
      '/contacts',
      '/contacts/search',
      '/contacts/count',
      `/contacts/${id}/history`,
      `/contacts/${id}/merge`,
    ],
    ...[
      '/tickets',
      '/agents',
      '/myinfo',
      '/organizations',
      `/accounts/${id}`,
      '/accounts',
      '/groupContacts/1',
    ],
    ...[
      '/contacts/contactsByIds',
      '/contactsDeduplication',
      '/contactsDeduplication/a/b',
      '/contacts/1/../2',
    ],
  ];
  expect(others.filter((path) => isAllowed(path, 'widget'))).toEqual([]);
  expect(others.filter((path) => isAllowed(path, 'probe'))).toEqual(['/contacts/contactsByIds']);
});
