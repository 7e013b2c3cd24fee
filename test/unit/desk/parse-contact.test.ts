import { describe, expect, it } from 'vitest';
import { parseContact } from '../../../src/desk/parse-contact';
import type { Contact } from '../../../src/duplicates/contact';
import { contactFields } from '../../../src/duplicates/contact-fields';
import { matchValues } from '../../../src/duplicates/match-values';
import { contact, rawContact, sparseContact } from '../../builders';
import { hostile, nested, within } from '../support';

const id = '450000000000123001';

/** The fields of Desk's contact object, but for the id. */
const names = [...contactFields.flatMap(({ key, deskNames }) => deskNames ?? [key]), 'customFields', 'cf'];

function everyField(value: unknown): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/** One field of the contact that these fields of Desk's stand for. */
function read<Field extends keyof Contact>(
  field: Field,
  told: Record<string, unknown>,
): Contact[Field] | undefined {
  return parseContact(rawContact(told))?.[field];
}

describe('parseContact', () => {
  it('reads every field that Desk tells', () => {
    const told = {
      id,
      firstName: 'Robin',
      lastName: 'Ash',
      email: 'robin@customers.example',
      secondaryEmail: 'ash@home.example',
      phone: '+44 20 7946 0001',
      mobile: '+44 7700 900001',
      type: 'VIP',
      accountId: '450000000000034001',
      account: { id: '450000000000034001', accountName: 'Ash & Sons', website: 'https://ash.example' },
      ownerId: '450000000000056001',
      owner: { id: '450000000000056001', firstName: 'Kim', lastName: 'Vale' },
      title: 'Buyer',
      description: 'Prefers mornings',
      street: '1 High Street',
      city: 'Leeds',
      state: 'Yorkshire',
      zip: 'LS1 1AA',
      country: 'United Kingdom',
      facebook: 'robinash',
      twitter: 'ash_robin',
      language: 'English',
      webUrl: 'https://desk.zoho.eu/support/acme/ShowHomePage.do#Contacts/dv/1',
      createdTime: '2024-02-29T08:30:00.000Z',
      modifiedTime: '2024-03-01T00:00:00.000Z',
      isEndUser: true,
      isSpam: true,
      isAnonymous: true,
      isDeleted: true,
      zohoCRMContact: { id: '450000000000078001', type: 'leads' },
      cf: { cf_region: 'North' },
    };
    expect(parseContact(told)).toEqual({
      id,
      firstName: 'Robin',
      lastName: 'Ash',
      email: 'robin@customers.example',
      secondaryEmail: 'ash@home.example',
      phone: '+44 20 7946 0001',
      mobile: '+44 7700 900001',
      type: 'VIP',
      accountId: '450000000000034001',
      accountName: 'Ash & Sons',
      ownerId: '450000000000056001',
      ownerName: 'Kim Vale',
      title: 'Buyer',
      description: 'Prefers mornings',
      street: '1 High Street',
      city: 'Leeds',
      state: 'Yorkshire',
      zip: 'LS1 1AA',
      country: 'United Kingdom',
      facebook: 'robinash',
      twitter: 'ash_robin',
      language: 'English',
      webUrl: 'https://desk.zoho.eu/support/acme/ShowHomePage.do#Contacts/dv/1',
      createdTime: Date.UTC(2024, 1, 29, 8, 30),
      modifiedTime: Date.UTC(2024, 2, 1),
      isPortalUser: true,
      isSpam: true,
      isAnonymous: true,
      isDeleted: true,
      crmRecord: { id: '450000000000078001', kind: 'leads' },
      customFields: { cf_region: 'North' },
      sentFields: new Set([...Object.keys(contact()).filter((name) => name !== 'sentFields'), 'cf']),
    } satisfies Contact);
  });

  it('knows which fields Desk told, be they empty, and which it left out', () => {
    expect(
      read('sentFields', { id, phone: null, owner: null, cf: {}, mobile: undefined, photoURL: 'x' }),
    ).toEqual(
      new Set([
        ...['id', 'firstName', 'lastName', 'email', 'secondaryEmail', 'phone', 'type', 'accountId'],
        ...['ownerId', 'ownerName', 'createdTime', 'isPortalUser', 'isSpam', 'customFields'],
      ]),
    );
  });

  it('takes every field but the id for empty where it is missing', () => {
    expect(parseContact({ id })).toEqual(sparseContact({ id }));
  });

  it.each([
    ['null', null],
    ['an empty object', {}],
    ['an empty list', []],
  ])('takes every field but the id for empty where it is %s', (_, empty) => {
    expect(parseContact({ ...everyField(empty), id })).toEqual(contact({ id }));
  });

  it.each(['', ' ', '\t\n'])('takes the blank text %j for empty', (blank) => {
    expect(parseContact({ ...everyField(blank), id })).toEqual(contact({ id }));
  });

  it('takes no notice of fields that it does not know', () => {
    expect(parseContact({ id, photoURL: 'https://photos.example/1', accountCount: '2' })).toEqual(
      sparseContact({ id }),
    );
  });

  it('trims text and turns numbers into text', () => {
    expect(read('lastName', { lastName: '  Ash ' })).toBe('Ash');
    expect(read('phone', { phone: 442079460001 })).toBe('442079460001');
    expect(read('zip', { zip: 0 })).toBe('0');
  });

  it('leaves the record of Desk as it was', () => {
    const told = Object.freeze(
      rawContact({ lastName: ' Ash ', cf: Object.freeze({ cf_region: ['North'] }) }),
    );
    expect(parseContact(told)?.lastName).toBe('Ash');
    expect(told.lastName).toBe(' Ash ');
  });

  describe('the id', () => {
    it.each<[string, unknown, string]>([
      ['text of 18 digits', '450000000000123001', '450000000000123001'],
      ['text of 19 digits', '9223372036854775807', '9223372036854775807'],
      ['text in blanks', ' 42 ', '42'],
      ['an integer', 4000000123, '4000000123'],
      ['the largest exact integer', Number.MAX_SAFE_INTEGER, '9007199254740991'],
    ])('is kept exact as text: %s', (_, told, expected) => {
      expect(parseContact({ id: told })?.id).toBe(expected);
    });

    it.each<[string, unknown]>([
      ['a number that has lost digits', Number('450000000000123001')],
      ['a fraction', 4.5],
      ['no number', Number.NaN],
      ['null', null],
      ['empty', ''],
      ['blank', '  '],
      ['true', true],
      ['an object', { id }],
      ['a list', [id]],
    ])('refuses the record where it is %s', (_, told) => {
      expect(parseContact(rawContact({ id: told }))).toBeNull();
    });

    it('refuses the record where it is missing', () => {
      const { id: _, ...told } = rawContact();
      expect(parseContact(told)).toBeNull();
    });

    it.each([null, undefined, 'text', 42, true, [], [{ id }]])('refuses %j, which is no record', (value) => {
      expect(parseContact(value)).toBeNull();
    });

    it('of account, owner and CRM record counts as empty where it has lost digits', () => {
      const lost = Number('450000000000123001');
      expect(read('accountId', { accountId: lost })).toBeNull();
      expect(read('accountId', { account: { id: lost, accountName: 'Ash & Sons' } })).toBeNull();
      expect(read('ownerId', { ownerId: lost })).toBeNull();
      expect(read('crmRecord', { zohoCRMContact: { id: lost, type: 'leads' } })).toBeNull();
    });
  });

  describe('times', () => {
    const instant = Date.UTC(2024, 1, 29, 8, 30, 15, 250);

    it.each<[string, unknown]>([
      ['ISO', '2024-02-29T08:30:15.250Z'],
      ['ISO with an offset', '2024-02-29T09:30:15.250+01:00'],
      ['epoch milliseconds', 1709195415250],
      ['epoch milliseconds as text', '1709195415250'],
    ])('come as %s', (_, told) => {
      expect(read('createdTime', { createdTime: told })).toBe(instant);
      expect(read('modifiedTime', { modifiedTime: told })).toBe(instant);
    });

    it.each(['yesterday', '2024-13-45', {}, [], true])('that cannot be read count as empty: %j', (told) => {
      expect(read('createdTime', { createdTime: told })).toBeNull();
    });
  });

  describe('flags', () => {
    const flags = [
      ['isEndUser', 'isPortalUser'],
      ['isSpam', 'isSpam'],
      ['isAnonymous', 'isAnonymous'],
      ['isDeleted', 'isDeleted'],
      ['isTrashed', 'isDeleted'],
    ] as const;

    it.each(flags)('%s is true as a boolean and as text', (name, field) => {
      expect(read(field, { [name]: true })).toBe(true);
      expect(read(field, { [name]: 'true' })).toBe(true);
      expect(read(field, { [name]: 'True' })).toBe(true);
    });

    it.each(flags)('%s is false as a boolean, as text and as anything else', (name, field) => {
      for (const told of [false, 'false', null, '', 'yes', 0, 1, {}]) {
        expect(read(field, { [name]: told })).toBe(false);
      }
    });

    it('call a contact deleted that is in the trash or gone', () => {
      expect(read('isDeleted', { isDeleted: false, isTrashed: true })).toBe(true);
      expect(read('isDeleted', { isDeleted: true, isTrashed: false })).toBe(true);
      expect(read('isDeleted', { isDeleted: false, isTrashed: false })).toBe(false);
    });
  });

  describe('the CRM record', () => {
    it.each<[string, unknown, string | null]>([
      ['text', 'contacts_leads', 'contacts_leads'],
      ['a list of one', ['leads'], 'leads'],
      ['an empty list', [], null],
      ['null', null, null],
      ['missing', undefined, null],
    ])('has a kind that is %s', (_, type, kind) => {
      expect(read('crmRecord', { zohoCRMContact: { id: '42', type } })).toEqual({ id: '42', kind });
    });

    it.each([{ type: 'leads' }, { id: null, type: 'leads' }, '42', ['42']])(
      'counts as empty without an id: %j',
      (told) => {
        expect(read('crmRecord', { zohoCRMContact: told })).toBeNull();
      },
    );
  });

  describe('the account', () => {
    const account = { id: '450000000000034001', accountName: 'Ash & Sons' };

    it('lends its id where the contact has none', () => {
      const told = parseContact(rawContact({ accountId: null, account }));
      expect(told).toMatchObject({ accountId: account.id, accountName: 'Ash & Sons' });
    });

    it('is known by the id of the contact where both have one', () => {
      const told = parseContact(rawContact({ accountId: '450000000000034009', account }));
      expect(told).toMatchObject({ accountId: '450000000000034009', accountName: 'Ash & Sons' });
    });

    it('has no name where Desk tells the id alone', () => {
      const told = parseContact(rawContact({ accountId: account.id }));
      expect(told).toMatchObject({ accountId: account.id, accountName: null });
    });
  });

  describe('the owner', () => {
    it.each<[string, unknown, string | null]>([
      ['both names', { firstName: ' Kim', lastName: 'Vale ' }, 'Kim Vale'],
      ['a last name', { firstName: null, lastName: 'Vale' }, 'Vale'],
      ['a first name', { firstName: 'Kim', lastName: '' }, 'Kim'],
      ['no name', { id: '450000000000056001' }, null],
      ['null', null, null],
      ['text', 'Kim Vale', null],
    ])('is named by %s', (_, owner, expected) => {
      expect(read('ownerName', { owner })).toBe(expected);
    });
  });

  describe('custom fields', () => {
    it('are those by API name where Desk tells both', () => {
      const told = { cf: { cf_region: 'North' }, customFields: { Region: 'North' } };
      expect(read('customFields', told)).toEqual({ cf_region: 'North' });
    });

    it.each([{}, null, undefined])('are those by label where those by API name are %j', (cf) => {
      expect(read('customFields', { cf, customFields: { Region: 'North' } })).toEqual({ Region: 'North' });
    });

    it.each<[string, unknown, string | null]>([
      ['text', ' North ', 'North'],
      ['a number', 12.5, '12.5'],
      ['zero', 0, '0'],
      ['true', true, 'true'],
      ['false', false, 'false'],
      ['a list', ['North', 'East'], 'North; East'],
      ['an empty list', [], null],
      ['null', null, null],
      ['blank', ' ', null],
    ])('hold %s as text', (_, told, expected) => {
      expect(read('customFields', { cf: { cf_field: told } })).toEqual({ cf_field: expected });
    });

    it('keep names that every object has', () => {
      const told: unknown = JSON.parse('{"id":"42","cf":{"constructor":"Ash & Sons"}}');
      expect(parseContact(told)?.customFields).toEqual({ constructor: 'Ash & Sons' });
    });
  });
});

describe('a contact that makes no sense', () => {
  it.each([
    ['an object that is no text', hostile],
    ['lists within lists', nested([], '0')],
    ['a list of objects', [hostile, within({})]],
    ['an object within itself', within({})],
    ['a list of nothing', [null, undefined, Number.NaN]],
  ])('has empty fields where they hold %s', (_, value) => {
    const empty = contact({ id, sentFields: new Set() });
    const read = parseContact({ ...everyField(value), id });
    expect({ ...read, customFields: {}, sentFields: new Set() }).toEqual(empty);
    expect(parseContact({ id, cf: { cf_field: value } })).toBeTruthy();
  });

  it.each([
    ['beyond the calendar', 8.64e15 + 1],
    ['beyond the calendar, as text', '-8640000000000001'],
    ['as large as numbers get', Number.MAX_VALUE],
    ['endless', Number.POSITIVE_INFINITY],
    ['on the 30th of February', '2024-02-30T99:00:00Z'],
  ])('has no time that is %s', (_, createdTime) => {
    expect(read('createdTime', { createdTime })).toBeNull();
  });

  it('has the last millisecond of the calendar', () => {
    expect(read('createdTime', { createdTime: '8640000000000000' })).toBe(8.64e15);
  });

  it('has texts without halves of characters, names of custom fields included', () => {
    expect(read('lastName', { lastName: 'A\ud83dsh' })).toBe('A\ufffdsh');
    expect(read('customFields', { cf: { 'cf_\udc00': 'x\ud800' } })).toEqual({ 'cf_\ufffd': 'x\ufffd' });
  });

  it.each<[field: keyof Contact, told: (text: string) => Record<string, unknown>, longest: number]>([
    ['lastName', (lastName) => ({ lastName }), 1000],
    ['email', (email) => ({ email }), 1000],
    ['phone', (phone) => ({ phone }), 1000],
    ['accountName', (accountName) => ({ account: { id, accountName } }), 1000],
    ['ownerName', (lastName) => ({ owner: { lastName } }), 1000],
    ['description', (description) => ({ description }), 65_535],
  ])('has as much of a %s as a field of Desk can hold', (field, told, longest) => {
    expect(read(field, told('a'.repeat(longest)))).toBe('a'.repeat(longest));
    expect(read(field, told('a'.repeat(1_000_000)))).toBe(`${'a'.repeat(longest - 1)}…`);
  });

  it('is not asked about by what was cut', () => {
    const cut = parseContact({ id, lastName: 'a'.repeat(5000), firstName: 'Robin', email: 'b'.repeat(1001) });
    expect(cut && matchValues(cut).map(({ source }) => source)).toEqual(['firstName']);
  });

  it('keeps custom fields that are named as what every object has, and changes no other object', () => {
    const cf: unknown = JSON.parse('{"__proto__":"Gold","constructor":"Ash","prototype":"x"}');
    const held = read('customFields', { cf }) ?? {};
    expect(Object.entries(held)).toEqual([
      ['__proto__', 'Gold'],
      ['constructor', 'Ash'],
      ['prototype', 'x'],
    ]);
    expect({}).not.toHaveProperty('0');
  });
});

describe('the fields that Desk sent', () => {
  const sent = (fields: object) =>
    [...(parseContact({ id, ...fields })?.sentFields ?? [])].filter((name) => name !== 'id');
  const properties = Object.keys(contact()).filter((name) => name !== 'sentFields');

  it.each<[name: string, property: string]>(
    [
      ...[
        'firstName',
        'lastName',
        'email',
        'secondaryEmail',
        'phone',
        'mobile',
        'type',
        'title',
        'description',
      ],
      ...['street', 'city', 'state', 'zip', 'country', 'facebook', 'twitter', 'language', 'webUrl'],
      ...['accountId', 'ownerId', 'createdTime', 'modifiedTime'],
      ...['isSpam', 'isAnonymous', 'isDeleted', 'customFields'],
    ]
      .map((name): [string, string] => [name, name])
      .concat([
        ['account', 'accountName'],
        ['owner', 'ownerName'],
        ['isEndUser', 'isPortalUser'],
        ['isTrashed', 'isDeleted'],
        ['zohoCRMContact', 'crmRecord'],

        ['cf', 'customFields'],
      ]),
  )('%s is %s, even if empty, and nothing else', (name, property) => {
    expect(properties).toContain(property);
    for (const empty of [null, '', {}]) expect(sent({ [name]: empty })).toEqual([property]);
    expect(sent({ [name]: undefined })).toEqual([]);
  });

  it('are none where it sent things that mean nothing here', () => {
    expect(sent({ photoURL: 'x', sentFields: ['email'], accountName: 'Acme' })).toEqual([]);
  });

  it('are `cf` too where custom fields go by API name', () => {
    expect(sent({ cf: { cf_region: null } })).toEqual(['customFields', 'cf']);
    expect(sent({ customFields: { Region: 'North' } })).toEqual(['customFields']);
  });

  it('are each named once', () => {
    expect(sent({ cf: {}, customFields: {} })).toEqual(['customFields']);
  });
});
