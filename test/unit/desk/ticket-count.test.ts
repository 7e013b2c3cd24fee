import { describe, expect, it } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import { readTicketCount } from '../../../src/desk/endpoints/ticket-count';
import { apiByPath } from '../../twins/read-api';

const options = { signal: new AbortController().signal };

function countIn(body: unknown) {
  return readTicketCount(apiByPath({ 'contacts/1/statistics': ok(body) }), '1', options);
}

describe('readTicketCount', () => {
  it.each([
    ['text', '12', 12],
    ['a number', 12, 12],
    ['none', '0', 0],
    ['null', null, null],
    ['what is no count', 'many', null],
  ])('reads a total that is %s', async (_, totalTickets, expected) => {
    expect(await countIn({ totalTickets })).toEqual(ok(expected));
  });

  it('is not known from an empty answer', async () => {
    expect(await countIn(undefined)).toEqual(ok(null));
  });

  it.each([[[]], [7], ['12']])('cannot be read from %j', async (body) => {
    expect(await countIn(body)).toEqual(failure({ kind: 'unreadable' }));
  });
});
