import { describe, expect, it } from 'vitest';
import { parseContact } from '../../../src/desk/parse-contact';
import { type Contact, fullName, joinContacts, withDetails } from '../../../src/duplicates/contact';
import { contact, sparseContact } from '../../builders';

const id = '450000000000123001';

describe('what Desk told of a contact', () => {
  const told = (fields: object) =>
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
  )('%s tells %s, be it empty, and nothing else', (name, property) => {
    expect(properties).toContain(property);
    for (const empty of [null, '', {}]) expect(told({ [name]: empty })).toEqual([property]);
    expect(told({ [name]: undefined })).toEqual([]);
  });

  it('is nothing where it told things that mean nothing here', () => {
    expect(told({ photoURL: 'x', told: ['email'], accountName: 'Acme' })).toEqual([]);
  });

  it('is each property once', () => {
    expect(told({ cf: {}, customFields: {} })).toEqual(['customFields']);
  });
});

describe('two answers about one contact', () => {
  it('are joined: the first goes before, but for what it leaves empty', () => {
    const first = contact({ id, lastName: 'Ash', email: 'new@ash.example', city: null, createdTime: 2 });
    const second = contact({ id, lastName: 'Asch', email: 'old@ash.example', city: 'Leeds', title: 'Buyer' });
    expect(joinContacts(first, second)).toMatchObject({
      id,
      lastName: 'Ash',
      email: 'new@ash.example',
      city: 'Leeds',
      title: 'Buyer',
      createdTime: 2,
    });
  });

  it('are joined in flags: set is what either says', () => {
    const [first, second] = [contact({ id, isSpam: true }), contact({ id, isPortalUser: true })];
    expect(joinContacts(first, second)).toMatchObject({ isSpam: true, isPortalUser: true, isDeleted: false });
  });

  it('tell what either of them told', () => {
    const first = sparseContact({ id, email: 'robin@ash.example', city: null });
    const second = sparseContact({ id, city: 'Leeds', phone: null });
    expect(joinContacts(first, second).sentFields).toEqual(new Set(['id', 'email', 'city', 'phone']));
    expect(joinContacts(first, first)).toEqual(first);
  });

  it.each<[what: string, first: Contact['customFields'], second: Contact['customFields'], joined: object]>([
    ['of the first alone', { cf_a: '1' }, {}, { cf_a: '1' }],
    ['of the second alone', {}, { cf_a: '1' }, { cf_a: '1' }],
    ['of either', { cf_a: '1' }, { cf_b: '2' }, { cf_a: '1', cf_b: '2' }],
    ['of both', { cf_a: '1' }, { cf_a: '2' }, { cf_a: '1' }],
    ['that the first leaves empty', { cf_a: null }, { cf_a: '2' }, { cf_a: '2' }],
    ['that both leave empty', { cf_a: null }, { cf_a: null }, { cf_a: null }],
  ])('have the custom fields %s', (_, first, second, joined) => {
    const both = joinContacts(contact({ id, customFields: first }), contact({ id, customFields: second }));
    expect(both.customFields).toEqual(joined);
  });

  it('stay as they are', () => {
    const first = contact({ id, city: 'York', customFields: { cf_a: '1' } });
    const second = sparseContact({ id, phone: '1', customFields: { cf_b: '2' } });
    const before = structuredClone([first, second]);
    joinContacts(first, second);
    expect([first, second]).toEqual(before);
  });
});

describe('a listed contact', () => {
  const listed = sparseContact({ id, lastName: 'Asch', email: null, phone: '1' });
  const record = contact({ id, lastName: 'Ash', email: 'robin@ash.example', customFields: { cf_a: '1' } });
  const details = (...records: readonly Contact[]) => new Map(records.map((one) => [one.id, one]));

  it('has what its single record tells, and from the list what that leaves empty', () => {
    expect(withDetails(listed, details(record, contact()))).toMatchObject({
      id,
      lastName: 'Ash',
      email: 'robin@ash.example',
      phone: '1',
      customFields: { cf_a: '1' },
    });
    expect(withDetails(listed, details(record)).sentFields).toEqual(
      new Set([...listed.sentFields, ...record.sentFields]),
    );
  });

  it('is what the list tells where its record was not read', () => {
    expect(withDetails(listed, details())).toEqual(listed);
    expect(withDetails(listed, details(contact({ lastName: 'Birch' })))).toEqual(listed);
  });
});

describe('the name of a contact', () => {
  it.each<[name: string | null, known: Partial<Contact>]>([
    ['Robin Ash', { firstName: 'Robin', lastName: 'Ash' }],
    ['Robin', { firstName: 'Robin' }],
    ['Ash', { lastName: 'Ash' }],
    [null, {}],
  ])('is %j', (name, known) => {
    expect(fullName(contact(known))).toBe(name);
  });
});
