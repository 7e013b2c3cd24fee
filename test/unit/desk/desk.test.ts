import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectDesk, type Desk, type Preferences } from '../../../src/desk/desk';
import { readPageRecord } from '../../../src/desk/page-record';
import { readSettings } from '../../../src/desk/settings';
import type { ZohoDesk } from '../../../src/desk/zohodesk';
import { sparseContact } from '../../builders';

const portal = { 'portal.id': '60012345' };

interface FakeDesk extends ZohoDesk {
  readonly get: ReturnType<typeof vi.fn<ZohoDesk['get']>>;
}

/** A Desk whose App is given, and whose page knows these values; it rejects what it does not know. */
function fakeDesk(app: unknown = {}, page: Readonly<Record<string, unknown>> = portal): FakeDesk {
  return {
    extension: { onload: async () => app },
    get: vi.fn(async (property) => {
      if (!(property in page)) throw { errMsg: 'Invalid Payload' };
      return { [property]: page[property], status: 'success' };
    }),
    set: () => Promise.reject(new Error('nobody asked for this')),
    delete: () => Promise.reject(new Error('nobody asked for this')),
    request: () => Promise.reject(new Error('nobody asked for this')),
  };
}

/** The widget's instance in the App; its events need their object, as those of Desk may. */
class Instance {
  readonly #listeners: [event: string, listener: (data: unknown) => void][] = [];

  on(event: string, listener: (data: unknown) => void) {
    this.#listeners.push([event, listener]);
  }

  emit(event: string, data: unknown) {
    for (const [name, listener] of this.#listeners) if (name === event) listener(data);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('connectDesk', () => {
  it('learns who and where it is', async () => {
    const zohoDesk = fakeDesk({
      locale: 'tr',
      localeResources: { title: 'Kişiler' },
      location: 'desk.contact.detail.rightpanel',
      meta: {
        dcType: 'EU',
        userPreferences: { appearance: 'dark', theme: 'green', fontFamily: 'Lato' },
      },
    });
    expect(await connectDesk(zohoDesk)).toMatchObject({
      locale: 'tr',
      localeTexts: { title: 'Kişiler' },
      location: 'desk.contact.detail.rightpanel',
      preferences: { appearance: 'dark', theme: 'green', fontFamily: 'Lato' },
      portal: { zohoDesk, origin: 'https://desk.zoho.eu', dataCenter: 'EU', orgId: '60012345' },
    });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'App'],
    ['an empty App', {}],
    [
      'an App of other things',
      { locale: null, location: 7n, meta: 'none', localeResources: [], instance: 1 },
    ],
  ])('does with %s', async (_, app) => {
    expect(await connectDesk(fakeDesk(app))).toMatchObject({
      locale: 'en',
      localeTexts: {},
      location: '',
      isTicket: false,
      showModal: null,
      preferences: { appearance: null, theme: null, fontFamily: null },
      portal: { origin: null, dataCenter: null, orgId: '60012345' },
    });
  });

  describe('is refused', () => {
    it('where Desk rejects', async () => {
      const zohoDesk = { ...fakeDesk(), extension: { onload: () => Promise.reject(new Error('no')) } };
      await expect(connectDesk(zohoDesk)).rejects.toThrow('no');
    });

    it('where Desk throws', async () => {
      const onload = () => {
        throw new Error('not inside Desk');
      };
      await expect(connectDesk({ ...fakeDesk(), extension: { onload } })).rejects.toThrow('not inside Desk');
    });

    it('where Desk says nothing for 20 seconds', async () => {
      const settled = vi.fn();
      const connection = connectDesk({ ...fakeDesk(), extension: { onload: () => new Promise(() => {}) } });
      connection.catch(settled);
      await vi.advanceTimersByTimeAsync(19_999);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      await expect(connection).rejects.toThrow();
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  it('leaves no clock running', async () => {
    await connectDesk(fakeDesk());
    expect(vi.getTimerCount()).toBe(0);
  });

  describe('reads the id of the portal', () => {
    it.each<[string, unknown, string | null]>([
      ['text', '60012345', '60012345'],
      ['text in blanks', ' 60012345 ', '60012345'],
      ['a number', 60012345, '60012345'],
    ])('that is %s', async (_, told, orgId) => {
      expect((await connectDesk(fakeDesk({}, { 'portal.id': told }))).portal.orgId).toBe(orgId);
    });

    it.each(['acme', '600-123', '', null, {}, true])('but goes without it where it is %j', async (told) => {
      expect((await connectDesk(fakeDesk({}, { 'portal.id': told }))).portal.orgId).toBeNull();
    });

    it('and goes without it where Desk does not tell', async () => {
      expect((await connectDesk(fakeDesk({}, {}))).portal.orgId).toBeNull();
    });

    it('and goes without it where Desk says nothing for 5 seconds', async () => {
      const connection = connectDesk({ ...fakeDesk(), get: () => new Promise(() => {}) });
      await vi.advanceTimersByTimeAsync(5000);
      expect((await connection).portal.orgId).toBeNull();
    });
  });

  it.each([
    ['desk.contact.detail.rightpanel', ['contact', 'extension.config', 'portal.id']],
    ['desk.ticket.detail.rightpanel', ['extension.config', 'portal.id', 'ticket']],
  ])('asks at once for what a panel at %s needs first, and once', async (location, properties) => {
    const zohoDesk = fakeDesk({ location }, { ...portal, contact: { id: '1' }, ticket: { id: '2' } });
    zohoDesk.get.mockReturnValueOnce(new Promise(() => {}));
    const connection = connectDesk(zohoDesk);
    const asked = () => zohoDesk.get.mock.calls.map(([property]) => property).sort();
    await vi.waitFor(() => expect(asked()).toEqual(properties));
    await vi.advanceTimersByTimeAsync(5000);
    await readSettings(await connection);
    expect(asked()).toEqual(properties);
  });

  it.each([
    ['desk.contact.detail.rightpanel', false],
    ['desk.ticket.detail.rightpanel', true],
    ['desk.ticket.detail.subtab', true],
    ['__MODAL__', false],
  ])('knows whether it stands beside a ticket: %s', async (location, isTicket) => {
    expect(await connectDesk(fakeDesk({ location }))).toMatchObject({ isTicket });
  });

  it('shows a modal through the instance', async () => {
    const instance = { modal: vi.fn(async () => 'shown') };
    const page = { url: '/app/widget.html', title: 'Comparison' };
    expect(await (await connectDesk(fakeDesk({ instance }))).showModal?.(page)).toBe('shown');
    expect(instance.modal).toHaveBeenCalledExactlyOnceWith(page);
    expect(instance.modal.mock.contexts).toEqual([instance]);
  });

  it.each([{}, { modal: null }, { modal: 'yes' }])(
    'shows no modal where the instance is %j',
    async (instance) => {
      expect((await connectDesk(fakeDesk({ instance }))).showModal).toBeNull();
    },
  );

  it.each<[string, unknown, Record<string, string>]>([
    ['localeResources', { localeResources: { title: 'Kişiler' } }, { title: 'Kişiler' }],
    ['localeResource', { localeResource: { title: 'Kişiler' } }, { title: 'Kişiler' }],
    ['JSON', { localeResources: '{"title":"Kişiler"}' }, { title: 'Kişiler' }],
    ['text alone', { localeResources: { title: 'Kişiler', version: 2, more: {} } }, { title: 'Kişiler' }],
    ['nothing of what is no JSON', { localeResources: 'Kişiler' }, {}],
  ])('reads the texts of the agent from %s', async (_, app, texts) => {
    expect((await connectDesk(fakeDesk(app))).localeTexts).toEqual(texts);
  });

  describe('getProperty', () => {
    async function propertyFrom(answer: () => Promise<unknown>): Promise<unknown> {
      const zohoDesk = fakeDesk();
      const desk = await connectDesk(zohoDesk);
      await desk.getProperty('contact'); // was asked for ahead
      zohoDesk.get.mockImplementation(answer);
      return desk.getProperty('contact');
    }

    it('gives the value under the name that was asked for', async () => {
      const told = { id: '450000000000123001', firstName: 'Robin' };
      expect(await propertyFrom(async () => ({ contact: told, status: 'success' }))).toEqual(told);
    });

    it('asks Desk for that very name', async () => {
      const zohoDesk = fakeDesk({}, { ...portal, 'ticket.contactId': '450000000000123001' });
      const desk = await connectDesk(zohoDesk);
      expect(await desk.getProperty('ticket.contactId')).toBe('450000000000123001');
      expect(zohoDesk.get).toHaveBeenLastCalledWith('ticket.contactId');
    });

    it.each<[string, () => Promise<unknown>]>([
      ['rejects', () => Promise.reject({ errMsg: 'Invalid Payload' })],
      [
        'throws',
        () => {
          throw new Error('no');
        },
      ],
      ['tells something else', async () => ({ ticket: {}, status: 'success' })],
      ['tells an error', async () => ({ status: 'error' })],
      ['tells null', async () => ({ contact: null, status: 'success' })],
      ['tells nothing', async () => undefined],
      ['tells a bare value', async () => '450000000000123001'],
    ])('gives null where Desk %s', async (_, answer) => {
      expect(await propertyFrom(answer)).toBeNull();
    });

    it('gives null where Desk says nothing for 5 seconds', async () => {
      const settled = vi.fn();
      void propertyFrom(() => new Promise(() => {})).then(settled);
      await vi.advanceTimersByTimeAsync(4999);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(settled).toHaveBeenCalledExactlyOnceWith(null);
    });
  });

  describe('onRecordChange', () => {
    it.each(['ticket_Shift', 'contact_Shift', 'contact_Updated', 'pageChange', 'modal.opened'])(
      'calls its listener at each %s',
      async (event) => {
        const instance = new Instance();
        const desk = await connectDesk(fakeDesk({ instance }));
        const listener = vi.fn();
        desk.onRecordChange(listener);
        expect(listener).not.toHaveBeenCalled();
        instance.emit(event, { id: '450000000000123002' });
        instance.emit(event, undefined);
        expect(listener).toHaveBeenCalledTimes(2);
      },
    );

    it('calls nobody at other events', async () => {
      const instance = new Instance();
      const desk = await connectDesk(fakeDesk({ instance }));
      const listener = vi.fn();
      desk.onRecordChange(listener);
      instance.emit('ticket_comment.add', {});
      instance.emit('user_preference.changed', { theme: 'red' });
      expect(listener).not.toHaveBeenCalled();
    });

    it('does without where the App has no instance', async () => {
      const desk = await connectDesk(fakeDesk({}));
      expect(() => desk.onRecordChange(() => {})).not.toThrow();
    });
  });

  describe('onPreferencesChange', () => {
    async function changes(...told: unknown[]): Promise<Partial<Preferences>[]> {
      const instance = new Instance();
      const desk = await connectDesk(fakeDesk({ instance }));
      const heard: Partial<Preferences>[] = [];
      desk.onPreferencesChange((changed) => heard.push(changed));
      for (const data of told) instance.emit('user_preference.changed', data);
      return heard;
    }

    it('tells only what has changed', async () => {
      expect(await changes({ appearance: 'dark' }, { theme: 'red', fontFamily: 'Puvi' })).toEqual([
        { appearance: 'dark' },
        { theme: 'red', fontFamily: 'Puvi' },
      ]);
    });

    it.each([undefined, null, 'dark', {}, { appearance: null }, { zoom: '2' }])(
      'makes nothing of %j',
      async (told) => {
        expect(await changes(told)).toEqual([{}]);
      },
    );

    it.each([undefined, null, {}, { on: 'no' }])(
      'does without where the App has the instance %j',
      async (instance) => {
        const desk = await connectDesk(fakeDesk({ instance }));
        const listener = vi.fn();
        expect(() => desk.onPreferencesChange(listener)).not.toThrow();
        expect(listener).not.toHaveBeenCalled();
      },
    );
  });
});

describe('readPageRecord', () => {
  const id = '450000000000123001';
  const notTold = { kind: 'notTold' };

  describe('in a modal', () => {
    const location = '__MODAL__';
    const idAlone = { kind: 'contact', contact: sparseContact({ id }) };
    const other = '450000000000123002';

    /** What is read in a modal that has this address, that Desk opened with this, and whose page knows this. */
    async function read(address: string, opened: unknown, page: Readonly<Record<string, unknown>> = {}) {
      const instance = new Instance();
      const zohoDesk = fakeDesk({ location, instance }, { ...portal, ...page });
      const desk = await connectDesk(zohoDesk, new URLSearchParams(address));
      instance.emit('modal.opened', opened);
      return readPageRecord(desk);
    }

    it('takes the contact from its address', async () => {
      expect(await read(`contactId=${id}`, { contactId: other }, { contact: { id: other } })).toEqual(
        idAlone,
      );
    });

    it('takes the contact that it was opened with where its address names none', async () => {
      expect(await read('', { contactId: id }, { contact: { id: other } })).toEqual(idAlone);
    });

    it("takes the contact of Desk's page where nothing else names one", async () => {
      expect(await read('', {}, { contact: { id, lastName: 'Ash' } })).toMatchObject({
        contact: sparseContact({ id, lastName: 'Ash' }),
      });
    });

    it.each(['../1', '', 'abc', '12345678901234567890', '1 or 2'])(
      'takes nothing else for an id: %j',
      async (sent) => {
        const address = new URLSearchParams({ contactId: sent }).toString();
        expect(await read(address, { contactId: sent })).toEqual(notTold);
      },
    );

    it.each([undefined, null, id, 7, [], { contactId: Number(id) }])(
      'does with a modal that was opened with %j',
      async (opened) => {
        expect(await read('', opened)).toEqual(notTold);
        expect(await read(`contactId=${id}`, opened)).toEqual(idAlone);
      },
    );

    it('is in one wherever Desk says that it stands, if its address names a contact', async () => {
      const zohoDesk = fakeDesk({ location: 'desk.ticket.detail.rightpanel' });
      const desk = await connectDesk(zohoDesk, new URLSearchParams({ contactId: id }));
      expect(desk.location).toBe(location);
      expect(await readPageRecord(desk)).toEqual(idAlone);
    });
  });

  async function deskAt(location: string, page: Readonly<Record<string, unknown>>): Promise<Desk> {
    return connectDesk(fakeDesk({ location }, { ...portal, ...page }));
  }

  describe.each(['desk.contact.detail.rightpanel', 'desk.contact.detail.subtab'])('at %s', (location) => {
    const open = async (page: Readonly<Record<string, unknown>>) =>
      readPageRecord(await deskAt(location, page));

    it('reads the contact that is open', async () => {
      const told = {
        id,
        firstName: 'Robin',
        lastName: 'Ash',
        email: 'robin@customers.example',
        phone: '020',
      };
      expect(await open({ contact: told })).toEqual({
        kind: 'contact',
        contact: sparseContact(told),
      });
    });

    it('asks for the id by itself where the contact has none', async () => {
      expect(await open({ contact: { lastName: 'Ash' }, 'contact.id': id })).toMatchObject({
        kind: 'contact',
        contact: sparseContact({ id, lastName: 'Ash' }),
      });
    });

    it('does with the id alone', async () => {
      expect(await open({ 'contact.id': id })).toEqual({
        kind: 'contact',
        contact: sparseContact({ id }),
      });
    });

    it('does with an id that is a number', async () => {
      expect(await open({ contact: { id: 4000123 } })).toMatchObject({ contact: { id: '4000123' } });
    });

    it.each<[string, Readonly<Record<string, unknown>>]>([
      ['nothing', {}],
      ['a contact without an id', { contact: { lastName: 'Ash' } }],
      ['an empty id', { contact: { id: '' }, 'contact.id': '' }],
      ['an id that has lost digits', { contact: { id: Number(id) } }],
      ['a ticket', { ticket: { contactId: id } }],
    ])('is not told which where Desk tells %s', async (_, page) => {
      expect(await open(page)).toEqual(notTold);
    });
  });

  describe('at desk.ticket.detail.rightpanel', () => {
    const open = async (page: Readonly<Record<string, unknown>>) =>
      readPageRecord(await deskAt('desk.ticket.detail.rightpanel', page));
    const idAlone = { kind: 'contact', contact: sparseContact({ id }) };

    it('reads the contact of the ticket', async () => {
      expect(await open({ ticket: { id: '450000000000999001', contactId: id } })).toEqual(idAlone);
    });

    it('takes nothing else of the ticket for the contact', async () => {
      const ticket = {
        contactId: id,
        email: 'somebody@else.example',
        phone: '020',
        description: 'It is broken',
        createdTime: '2024-02-29T08:30:00.000Z',
      };
      expect(await open({ ticket })).toEqual(idAlone);
    });

    it('asks for the contact by itself where the ticket names none', async () => {
      expect(await open({ ticket: { subject: 'Broken' }, 'ticket.contactId': id })).toEqual(idAlone);
    });

    it.each<[string, Readonly<Record<string, unknown>>]>([
      ['not at all', {}],
      ['as null', { contactId: null }],
      ['as no text', { contactId: '' }],
    ])('knows a ticket that names its contact %s', async (_, ticket) => {
      expect(await open({ ticket })).toEqual({ kind: 'ticketWithoutContact' });
      expect(await open({ ticket, 'ticket.contactId': '' })).toEqual({ kind: 'ticketWithoutContact' });
    });

    it.each<[string, Readonly<Record<string, unknown>>]>([
      ['no ticket', {}],
      ['a ticket of null', { ticket: null }],
      ['a ticket that is text', { ticket: '1' }],
      ['a contact that has lost digits', { ticket: { contactId: Number(id) } }],
    ])('is not told which where Desk tells %s', async (_, page) => {
      expect(await open(page)).toEqual(notTold);
    });

    it('does not take a contact that is open elsewhere', async () => {
      expect(await open({ contact: { id } })).toEqual(notTold);
    });
  });
});
