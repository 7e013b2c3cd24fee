import { describe, expect, it } from 'vitest';
import { readPageRecord } from '../../../src/desk/page-record';
import { parseContact, readId } from '../../../src/desk/parse-contact';

const longest = '9223372036854775807';

/** What could be sent in place of an id, and would change the address of a call, or name several contacts. */
const noIds = [
  '',
  '.',
  '..',
  '../accounts/42',
  'a/b',
  '42/statistics',
  '42?fields=all',
  '42#top',
  '%2e%2e',
  '1,2',
  '4 2',
  '<b>42</b>',
  'contactsByIds',
  '-42',
  '4.2',
  '4e2',
  '٤٢',
  '4'.repeat(20),
  '4'.repeat(60),
  2 ** 53,
  -42,
  4.2,
  true,
  null,
  undefined,
  ['42'],
  { id: '42' },
];

describe('an id', () => {
  it.each([
    ['42', '42'],
    [42, '42'],
    [' 42 ', '42'],
    [longest, longest],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ])('is a whole number, as text or not: %j', (sent, id) => {
    expect(readId(sent)).toBe(id);
  });

  it.each(noIds.map((sent) => [sent]))('is nothing else: %j', (sent) => {
    expect(readId(sent)).toBeNull();
  });
});

describe('a record whose id is none', () => {
  it.each(noIds.map((sent) => [sent]))('is no contact: %j', (sent) => {
    expect(parseContact({ id: sent, lastName: 'Ash' })).toBeNull();
  });

  it.each(noIds.map((sent) => [sent]))('is not taken for the open contact: %j', async (sent) => {
    const page: Readonly<Record<string, unknown>> = {
      contact: { id: sent, lastName: 'Ash' },
      'contact.id': sent,
    };
    const desk = {
      location: 'desk.contact.detail.rightpanel',
      getProperty: async (name: string) => page[name] ?? null,
      modalContactId: () => null,
    };
    expect(await readPageRecord(desk)).toEqual({ kind: 'notTold' });
  });

  it.each(noIds.filter(Boolean).map((sent) => [sent]))(
    "is not taken for a ticket's contact: %j",
    async (sent) => {
      const desk = {
        location: 'desk.ticket.detail.rightpanel',
        getProperty: async (name: string) => (name === 'ticket' ? { contactId: sent } : null),
        modalContactId: () => null,
      };
      expect(await readPageRecord(desk)).toEqual({ kind: 'notTold' });
    },
  );
});
