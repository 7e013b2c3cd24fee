import { expect, it } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { DeskResult } from '../../../src/desk/desk-error';
import { createMadeCalls } from '../../../src/state/made-calls';

function recordOf(
  ...calls: readonly [path: string, fieldName: string | null, answer: DeskResult<unknown>][]
) {
  const { made, onCall } = createMadeCalls();
  for (const [path, fieldName, answer] of calls) {
    const request = {
      url: `https://desk.zoho.eu/api/v1/${path}`,
      type: 'GET',
      headers: {},
      postBody: {},
      data: fieldName ? { fieldName, fieldValues: 'robin@ash.example' } : {},
      connectionLinkName: 'desk',
    } as const;
    onCall(request, Promise.resolve(answer));
  }
  return made.value;
}

it('calls are recorded by kind, without ids and without values', () => {
  const made = recordOf(
    ['contacts/450000000000123001', null, ok({})],
    ['contacts/450000000000123001/statistics', null, ok({})],
    ['contactsDeduplication/defaultFieldName', null, ok({})],
    ['contactsDeduplication/189-a', null, ok({})],
    ['groupContacts', 'email', ok({})],
    ['groupContacts', 'phone', ok({})],
  );
  expect([...made.keys()].map((name) => name.trim())).toEqual([
    'contacts/{id}',
    'contacts/{id}/statistics',
    'contactsDeduplication/defaultFieldName',
    'contactsDeduplication/{id}',
    'groupContacts email',
    'groupContacts phone',
  ]);
});

it('calls of one kind are counted, and their latest answer is kept', async () => {
  const made = recordOf(
    ['contacts/1', null, ok({ id: '1' })],
    ['contacts/2', null, failure({ kind: 'notFound' })],
  );
  const [only] = made.values();
  expect(made.size).toBe(1);
  expect(only?.times).toBe(2);
  expect(await only?.answer).toEqual({ ok: false, error: { kind: 'notFound' } });
});
