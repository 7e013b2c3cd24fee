import { describe, expect, it } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import { readDefaultMatchField } from '../../../src/desk/endpoints/default-match-field';
import { apiByPath } from '../../twins/read-api';

const options = { signal: new AbortController().signal };
const path = 'contactsDeduplication/defaultFieldName';

function fieldIn(body: unknown) {
  return readDefaultMatchField(apiByPath({ [path]: ok(body) }), options);
}

describe('readDefaultMatchField', () => {
  it('tells the field that the portal matches by', async () => {
    expect(await fieldIn({ fieldName: 'fullName' })).toEqual(ok('fullName'));
  });

  it.each<[name: string, body: unknown]>([
    ['is null', { fieldName: null }],
    ['is one that nobody knows', { fieldName: 'shoeSize' }],
    ['is missing from an empty answer', undefined],
  ])('knows none where it %s', async (_, body) => {
    expect(await fieldIn(body)).toEqual(ok(null));
  });

  it.each<[name: string, body: unknown]>([
    ['an answer without it', { color: 'green', wheels: 4 }],
    ['a list', []],
    ['text', 'fullName'],
  ])(
    'does not take %s for a portal that has set none, which would be believed for a day',
    async (_, body) => {
      expect(await fieldIn(body)).toEqual(failure({ kind: 'unreadable' }));
    },
  );
});
