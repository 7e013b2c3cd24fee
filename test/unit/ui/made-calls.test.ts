import { expect, it } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { DeskResult } from '../../../src/desk/desk-error';
import { callsByKind } from '../../../src/ui/diagnostics/made-calls';

function callsOf(...calls: readonly [path: string, fieldName: string | null, answer: DeskResult<unknown>][]) {
  return callsByKind(
    calls.map(([path, fieldName, answer]) => [
      {
        url: `https://desk.zoho.eu/api/v1/${path}`,
        type: 'GET',
        headers: {},
        postBody: {},
        data: fieldName ? { fieldName, fieldValues: 'robin@ash.example' } : {},
        connectionLinkName: 'desk',
      },
      Promise.resolve(answer),
    ]),
  );
}

it('calls are told by kind, without ids and without values', () => {
  const made = callsOf(
    ['contacts/450000000000123001', null, ok({})],
    ['contacts/450000000000123001/statistics', null, ok({})],
    ['contactsDeduplication/defaultFieldName', null, ok({})],
    ['contactsDeduplication/189-a', null, ok({})],
    ['groupContacts', 'email', ok({})],
    ['groupContacts', 'phone', ok({})],
  );
  expect(made.map(({ name }) => name)).toEqual([
    'contacts/{id}',
    'contacts/{id}/statistics',
    'contactsDeduplication/defaultFieldName',
    'contactsDeduplication/{id}',
    'groupContacts email',
    'groupContacts phone',
  ]);
});

it('calls of one kind are counted, and their latest answer is kept', async () => {
  const made = callsOf(
    ['contacts/1', null, ok({ id: '1' })],
    ['contacts/2', null, failure({ kind: 'notFound' })],
  );
  const [only] = made;
  expect(made).toHaveLength(1);
  expect(only?.times).toBe(2);
  expect(await only?.latestAnswer).toEqual({ ok: false, error: { kind: 'notFound' } });
});
