import { describe, expect, it } from 'vitest';
import { readPageRecord } from '../../../src/desk/page-record';
import { parseContact } from '../../../src/desk/parse-contact';
import { noIds } from '../support';

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
      isTicket: false,
      getProperty: async (name: string) => page[name] ?? null,
      modalContactId: () => null,
    };
    expect(await readPageRecord(desk)).toEqual({ kind: 'notTold' });
  });

  it.each(noIds.filter(Boolean).map((sent) => [sent]))(
    "is not taken for a ticket's contact: %j",
    async (sent) => {
      const desk = {
        isTicket: true,
        getProperty: async (name: string) => (name === 'ticket' ? { contactId: sent } : null),
        modalContactId: () => null,
      };
      expect(await readPageRecord(desk)).toEqual({ kind: 'notTold' });
    },
  );
});
