import { describe, expect, it } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { DeskError } from '../../../src/desk/desk-error';
import { readContact, readContacts } from '../../../src/desk/endpoints/contact';
import { apiByPath, createApiByHand } from '../../twins/read-api';

const options = { signal: new AbortController().signal };
const ash = { id: '1', lastName: 'Ash', title: 'CFO', modifiedTime: '2026-01-02T03:04:05Z' };
const birch = { id: '2', lastName: 'Birch' };

describe('readContact', () => {
  it('asks for the contact with its account', async () => {
    const api = apiByPath({ 'contacts/1': ok(ash) });
    expect(await readContact(api, '1', options)).toMatchObject({
      ok: true,
      value: { id: '1', title: 'CFO' },
    });
    expect(api.calls).toEqual([{ path: ['contacts', '1'], query: { include: 'accounts' }, options }]);
  });

  it.each<[name: string, body: unknown]>([
    ['nothing', undefined],
    ['an object without an id', { lastName: 'Ash' }],
    ['a list', [ash]],
  ])('cannot read %s', async (_, body) => {
    expect(await readContact(apiByPath({ 'contacts/1': ok(body) }), '1', options)).toEqual(
      failure({ kind: 'unreadable' }),
    );
  });
});

describe('readContacts', () => {
  it('asks for each contact by itself, all at once', () => {
    const { calls, readApi } = createApiByHand();
    void readContacts(readApi, ['1', '2'], options);
    expect(calls.map(({ path }) => path.join('/'))).toEqual(['contacts/1', 'contacts/2']);
  });

  it('gives them with their details, in the order that was asked for', async () => {
    const { calls, readApi } = createApiByHand();
    const read = readContacts(readApi, ['1', '2'], options);
    calls[1]?.answer(ok(birch));
    calls[0]?.answer(ok(ash));
    expect(await read).toMatchObject({ ok: true, value: [{ id: '1', title: 'CFO' }, { id: '2' }] });
  });

  it('leaves out those that no longer exist', async () => {
    const api = apiByPath({ 'contacts/1': ok(ash) });
    expect(await readContacts(api, ['1', '2'], options)).toMatchObject({ ok: true, value: [{ id: '1' }] });
  });

  it.each<DeskError>([{ kind: 'offline' }, { kind: 'forbidden' }, { kind: 'invalidRequest', fields: [] }])(
    'hands on the error $kind of any of them',
    async (error) => {
      const api = apiByPath({ 'contacts/1': ok(ash), 'contacts/2': failure(error) });
      expect(await readContacts(api, ['1', '2', '3'], options)).toEqual(failure(error));
    },
  );

  it('gives an error where one of them cannot be read', async () => {
    const api = apiByPath({ 'contacts/1': ok(ash), 'contacts/2': ok([]) });
    expect(await readContacts(api, ['1', '2'], options)).toEqual(failure({ kind: 'unreadable' }));
  });
});
