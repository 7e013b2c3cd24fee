import { describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import { readContacts, readTicketCount } from '../../../src/desk/contacts';
import type { DeskResult } from '../../../src/desk/desk-error';
import type { ReadApi } from '../../../src/desk/read-api';
import { rawContact } from '../../builders';

const options = { signal: new AbortController().signal };
const listed = { id: '1', lastName: 'Ash' };
const detailed = { ...listed, title: 'CFO', modifiedTime: '2026-01-02T03:04:05Z' };

/** An API that answers by path. */
function apiOf(answers: Readonly<Record<string, DeskResult<unknown>>>) {
  return vi.fn<ReadApi>(async (path) => answers[path.join('/')] ?? failure({ kind: 'notFound' }));
}
const asked = (api: ReturnType<typeof apiOf>) => api.mock.calls.map(([path]) => path.join('/'));

describe('readContacts', () => {
  it('reads all records in one call where that tells their details', async () => {
    const api = apiOf({ 'contacts/contactsByIds': ok({ data: [rawContact(detailed)] }) });
    expect(await readContacts(api, ['1'], options)).toMatchObject({
      ok: true,
      value: [{ id: '1', title: 'CFO' }],
    });
    expect(asked(api)).toEqual(['contacts/contactsByIds']);
  });

  it('reads them one by one where the call tells no more than a list', async () => {
    const api = apiOf({ 'contacts/contactsByIds': ok({ data: [listed] }), 'contacts/1': ok(detailed) });
    expect(await readContacts(api, ['1'], options)).toMatchObject({
      ok: true,
      value: [{ id: '1', title: 'CFO' }],
    });
    expect(asked(api)).toEqual(['contacts/contactsByIds', 'contacts/1']);
  });

  it.each(['notFound', 'forbidden'] as const)(
    'reads them one by one where the call is refused: %s',
    async (kind) => {
      const api = apiOf({ 'contacts/contactsByIds': failure({ kind }), 'contacts/1': ok(detailed) });
      expect(await readContacts(api, ['1', '2'], options)).toMatchObject({ ok: true, value: [{ id: '1' }] });
    },
  );

  it('gives the error of a call that failed for another reason', async () => {
    const api = apiOf({ 'contacts/contactsByIds': failure({ kind: 'offline' }) });
    expect(await readContacts(api, ['1'], options)).toEqual(failure({ kind: 'offline' }));
    expect(asked(api)).toHaveLength(1);
  });

  it('asks for no more than twenty records at once', async () => {
    const api = apiOf({ 'contacts/contactsByIds': ok({ data: [detailed] }) });
    await readContacts(
      api,
      Array.from({ length: 25 }, (_, index) => String(index)),
      options,
    );
    expect(api.mock.calls[0]?.[1].ids?.split(',')).toHaveLength(20);
  });
});

describe('readTicketCount', () => {
  it.each([
    ['text', '12', 12],
    ['a number', 12, 12],
    ['none', '0', 0],
    ['nothing', null, null],
    ['what is no count', 'many', null],
  ])('reads %s', async (_, totalTickets, expected) => {
    const api = apiOf({ 'contacts/1/statistics': ok({ totalTickets }) });
    expect(await readTicketCount(api, '1', options)).toEqual(ok(expected));
  });

  it('is not told by an empty answer', async () => {
    expect(await readTicketCount(apiOf({ 'contacts/1/statistics': ok(undefined) }), '1', options)).toEqual(
      ok(null),
    );
  });
});
