import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRecords } from '../../../src/duplicates/compare';
import type { Contact } from '../../../src/duplicates/contact';
import { isCustomField, ownFields } from '../../../src/duplicates/contact-fields';
import { changedFields, fingerprintOf, otherCustomFields } from '../../../src/duplicates/fingerprint';
import { contact, sparseContact } from '../../builders';

type CustomFields = Contact['customFields'];

/** Every field of the comparison, so that a new one cannot be forgotten here. */
const compared = ownFields.map(({ key }) => key);
const leftOut = ['createdTime', 'modifiedTime'];
const watched: readonly string[] = compared.filter((key) => !leftOut.includes(key));
/** Of these, there is no other value than being set. */
const flags = ['isPortalUser', 'isSpam'];

/** What a field holds, another value for each turn. */
function filled(key: string, turn: number): Partial<Contact> {
  const fields: Readonly<Record<string, object>> = {
    phone: { phone: `+44 20 7946 000${turn}` },
    mobile: { mobile: `+44 7700 90000${turn}` },
    accountName: { accountName: `Account ${turn}`, accountId: `45000000000003400${turn}` },
    crmRecord: { crmRecord: { id: `45000000000007800${turn}`, kind: 'contacts' } },
    isPortalUser: { isPortalUser: true },
    isSpam: { isSpam: true },
    createdTime: { createdTime: turn },
    modifiedTime: { modifiedTime: turn },
  };
  return fields[key] ?? { [key]: `Value ${turn}` };
}

/** The properties of a contact that tell a field. */
const propertiesOf = (key: string) => Object.keys(filled(key, 1));

const blank = contact();
const full = contact({
  ...compared.reduce((all, key) => Object.assign(all, filled(key, 1)), {}),
  customFields: { cf_region: 'North', cf_plan: 'Gold' },
});

/** The contact with that field emptied. */
function emptied(key: string): Contact {
  const empty = Object.entries(blank).filter(([property]) => propertiesOf(key).includes(property));
  return { ...full, ...Object.fromEntries(empty) };
}

/** The contact as an answer tells it that leaves that field out. */
function unsent(key: string): Contact {
  const sent = [...full.sentFields].filter((property) => !propertiesOf(key).includes(property));
  return { ...emptied(key), sentFields: new Set(sent) };
}

const changed = (before: Contact, after: Contact) => changedFields(fingerprintOf(before), after);

it('has a sample for every field', () => {
  const empty = compareRecords([full], null).fields.filter(({ bucket }) => bucket === 'empty');
  expect(empty).toEqual([]);
  expect(watched.length).toBeGreaterThan(20);
});

it.each(watched.filter((key) => !flags.includes(key)))(
  '%s has changed when it holds another value',
  (key) => {
    expect(changed(full, { ...full, ...filled(key, 2) })).toEqual([key]);
  },
);

describe.each(watched)('%s', (key) => {
  it('has changed when it was newly filled in', () => {
    expect(changed(emptied(key), full)).toEqual([key]);
  });

  it('has changed when it was emptied', () => {
    expect(changed(full, emptied(key))).toEqual([key]);
  });

  it('has not changed where Desk did not tell it then', () => {
    expect(fingerprintOf(unsent(key))).not.toHaveProperty(key);
    expect(changed(unsent(key), full)).toEqual([]);
  });

  it('has not changed where Desk does not tell it now', () => {
    expect(changed(full, unsent(key))).toEqual([]);
  });
});

describe.each(leftOut)('%s', (key) => {
  it('is left out, whatever it says', () => {
    expect(fingerprintOf(full)).not.toHaveProperty(key);
    expect(changed(full, { ...full, ...filled(key, 2) })).toEqual([]);
    expect(changed(full, emptied(key))).toEqual([]);
    expect(changed(emptied(key), full)).toEqual([]);
  });
});

describe('the fingerprint', () => {
  it('holds every field that is told but these two, and no field that is not', () => {
    expect(compared).toEqual(expect.arrayContaining(leftOut));
    const custom = ['custom:cf_plan', 'custom:cf_region', otherCustomFields];
    expect(Object.keys(fingerprintOf(full)).sort()).toEqual([...watched, ...custom].sort());
    expect(fingerprintOf(sparseContact({ id: '1', email: 'robin@ash.example', phone: null }))).toEqual({
      email: expect.stringMatching(/^[a-z0-9]{1,7}$/),
      phone: '',
    });
    expect(fingerprintOf(sparseContact({ id: '1' }))).toEqual({});
  });

  it('holds no value, only short hashes', () => {
    for (const hash of Object.values(fingerprintOf(full))) expect(hash).toMatch(/^[a-z0-9]{0,7}$/);
  });

  it('tells all fields that changed at once', () => {
    const after = { ...full, ...filled('city', 2), ...filled('email', 2), title: null };
    expect(changed(full, after).sort()).toEqual(['city', 'email', 'title']);
  });

  it('is no change where nothing but the id is told now', () => {
    expect(changed(full, sparseContact({ id: full.id }))).toEqual([]);
  });

  it('takes a field that is told alone, and no other', () => {
    const now = sparseContact({ id: full.id, email: 'other@ash.example', city: 'Value 1' });
    expect(changed(full, now)).toEqual(['email']);
  });
});

describe('a value that is only written otherwise is no change:', () => {
  it.each<[what: string, before: Partial<Contact>, after: Partial<Contact>]>([
    ['a name in another case', { lastName: 'Ash' }, { lastName: 'ASH' }],
    [
      'a name without its accents',
      { firstName: 'José', lastName: 'Bjørn' },
      { firstName: 'Jose', lastName: 'Bjorn' },
    ],
    ['a name with another apostrophe', { lastName: 'O’Neil' }, { lastName: "O'Neil" }],
    ['a name with other blanks', { firstName: 'Anna Maria' }, { firstName: ' Anna  Maria ' }],
    ['an owner in another case', { ownerName: 'Kim Vale' }, { ownerName: 'KIM VALE' }],
    ['an e-mail in another case', { email: 'robin@ash.example' }, { email: 'Robin@Ash.example ' }],
    [
      'a secondary e-mail in another case',
      { secondaryEmail: 'r@ash.example' },
      { secondaryEmail: 'R@ash.example' },
    ],
    [
      'an accent in another Unicode form',
      { email: 'zo\u00eb@ash.example' },
      { email: 'zoe\u0308@ash.example' },
    ],
    ['a phone with other separators', { phone: '+44 20 7946 0123' }, { phone: '+44-(20)-7946.0123' }],
    ['a phone without separators', { mobile: '07700 900 123' }, { mobile: '07700900123' }],
    ['a phone with 00 for +', { phone: '+44 20 7946 0123' }, { phone: '0044 20 7946 0123' }],
    [
      'a phone with a trunk zero in brackets',
      { phone: '+44 20 7946 0123' },
      { phone: '+44 (0)20 7946 0123' },
    ],
    ['a phone without its country', { phone: '+31 20 555 01 02' }, { phone: '0205550102' }],
    [
      'a phone without its country, with 00 for +',
      { phone: '0031 20 555 01 02' },
      { phone: '020-555 01 02' },
    ],
    ['a phone without its country, of nine digits', { mobile: '+34 910 555 031' }, { mobile: '910555031' }],
    [
      'a phone without its country, with an extension',
      { phone: '+31 20 555 01 02 ext. 5' },
      { phone: '0205550102 x5' },
    ],
    ['a phone in other digits', { phone: '020 7946 0123' }, { phone: '٠٢٠ ٧٩٤٦ ٠١٢٣' }],
    ['an extension', { phone: '020 7946 0123 ext. 5' }, { phone: '02079460123 x5' }],
    ['a phone that is no number', { phone: 'n/a' }, { phone: ' N/A' }],
    ['text in another case', { city: 'Leeds' }, { city: 'LEEDS' }],
    [
      'text with other blanks',
      { description: 'Prefers mornings' },
      { description: ' Prefers\n mornings\u200b ' },
    ],
    ['blanks and nothing', { title: ' \t' }, { title: null }],
    ['nothing and an empty text', { title: null }, { title: '' }],
    [
      'the name of the same account',
      filled('accountName', 1),
      { ...filled('accountName', 1), accountName: 'New' },
    ],
    [
      'an account of which the id alone is told',
      filled('accountName', 1),
      { ...filled('accountName', 1), accountName: null },
    ],
    [
      'the module of a CRM record',
      { crmRecord: { id: '7', kind: 'leads' } },
      { crmRecord: { id: '7', kind: null } },
    ],
    [
      'a custom field in another case',
      { customFields: { cf_a: 'Gold' } },
      { customFields: { cf_a: 'GOLD ' } },
    ],
    [
      'an empty custom field that is left out',
      { customFields: { cf_a: null, cf_b: ' ' } },
      { customFields: {} },
    ],
  ])('%s', (_, before, after) => {
    expect(changed(contact(before), contact(after))).toEqual([]);
    expect(changed(contact(after), contact(before))).toEqual([]);
  });
});

describe('a value that says something else is a change:', () => {
  it.each<[what: string, key: string, before: Partial<Contact>, after: Partial<Contact>]>([
    ['a digit of a phone', 'phone', { phone: '+44 20 7946 0123' }, { phone: '+44 20 7946 0124' }],
    ['a number without its country', 'phone', { phone: '+31 20 555 01 02' }, { phone: '0205550103' }],
    ['the area of a phone', 'phone', { phone: '020 555 01 02' }, { phone: '010 555 01 02' }],
    ['the first of the last 8 digits', 'phone', { phone: '+45 20 55 01 02' }, { phone: '+45 30 55 01 02' }],
    ['digits in another order', 'mobile', { mobile: '0205550102' }, { mobile: '0205550120' }],
    ['a number that is part of another', 'phone', { phone: '555 0102' }, { phone: '55 0102' }],
    ['an extension that is new', 'phone', { phone: '+31 20 555 01 02' }, { phone: '0205550102 x5' }],
    [
      'an extension that would be the end of the number',
      'phone',
      { phone: '020 7946 0123 x5' },
      { phone: '020 7946 01235' },
    ],
    ['an extension', 'phone', { phone: '020 7946 0123 x5' }, { phone: '020 7946 0123 x6' }],
    ['words for a phone', 'phone', { phone: 'n/a' }, { phone: 'none' }],
    ['the tag of an e-mail', 'email', { email: 'robin@ash.example' }, { email: 'robin+a@ash.example' }],
    ['an accent in an e-mail', 'email', { email: 'zoe@ash.example' }, { email: 'zoë@ash.example' }],
    ['the order of names', 'firstName', { firstName: 'Anna Maria' }, { firstName: 'Maria Anna' }],
    ['a name of signs alone', 'lastName', { lastName: '???' }, { lastName: '!!!' }],
    ['a name in another script', 'lastName', { lastName: '山田' }, { lastName: '山本' }],
    [
      'another account of the same name',
      'accountName',
      { accountName: 'Acme', accountId: '1' },
      { accountName: 'Acme', accountId: '2' },
    ],
    ['the name of an account without id', 'accountName', { accountName: 'Acme' }, { accountName: 'Birch' }],
  ])('%s', (_, key, before, after) => {
    expect(changed(contact(before), contact(after))).toEqual([key]);
    expect(changed(contact(after), contact(before))).toEqual([key]);
  });
});

describe('an account', () => {
  it('is told by its id alone, as lists do', () => {
    const listed = sparseContact({ id: full.id, accountId: full.accountId });
    expect(changed(full, listed)).toEqual([]);
    expect(changed(listed, full)).toEqual([]);
    expect(changed(full, { ...listed, accountId: '450000000000034009' })).toEqual(['accountName']);
    expect(changed(full, { ...listed, accountId: null })).toEqual(['accountName']);
  });
});

describe('custom fields', () => {
  const holding = (customFields: CustomFields) => contact({ customFields });
  /** So many fields, in the order of the comparison. */
  const many = (count: number, value = 'x'): CustomFields =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [nameOf(index), value]));
  const nameOf = (index: number) => `cf_${String(index).padStart(2, '0')}`;
  const long = `cf_${'very_'.repeat(12)}long_name`;
  const changes = (before: CustomFields, after: CustomFields) =>
    changed(holding(before), holding(after)).sort();

  it('have changed, each under its key: with another value, new, gone and emptied', () => {
    const before = { cf_a: '1', cf_b: '2', cf_c: '3', cf_d: '4' };
    expect(changes(before, { ...before, cf_a: '9' })).toEqual(['custom:cf_a']);
    expect(changes(before, { ...before, cf_e: '5' })).toEqual(['custom:cf_e']);
    expect(changes(before, { cf_b: '2', cf_c: '3', cf_d: '4' })).toEqual(['custom:cf_a']);
    expect(changes(before, { ...before, cf_a: null })).toEqual(['custom:cf_a']);
    expect(changes(before, { cf_b: '2', cf_c: '9', cf_d: ' ', cf_e: '5' })).toEqual([
      'custom:cf_a',
      'custom:cf_c',
      'custom:cf_d',
      'custom:cf_e',
    ]);
  });

  it('are each new where there was none', () => {
    expect(changes({}, { cf_a: '1', cf_b: '2' })).toEqual(['custom:cf_a', 'custom:cf_b']);
    expect(changes({ cf_a: '1', cf_b: '2' }, {})).toEqual(['custom:cf_a', 'custom:cf_b']);
  });

  it('have not changed where their order has', () => {
    expect(changes({ cf_a: '1', cf_b: '2' }, { cf_b: '2', cf_a: '1' })).toEqual([]);
    const reversed = Object.fromEntries(Object.entries(many(30)).reverse());
    expect(changes(many(30), reversed)).toEqual([]);
  });

  it('are not confused with a value of another one', () => {
    expect(changes({ cf_a: '1', cf_b: '2' }, { cf_a: '2', cf_b: '1' })).toEqual([
      'custom:cf_a',
      'custom:cf_b',
    ]);
    const swapped = { ...many(30), [nameOf(28)]: 'y', [nameOf(29)]: 'z' };
    expect(changes(swapped, { ...many(30), [nameOf(28)]: 'z', [nameOf(29)]: 'y' })).toEqual([
      otherCustomFields,
    ]);
  });

  it('are kept by their names up to the 20th, the others as one', () => {
    const custom = Object.keys(fingerprintOf(holding(many(60)))).filter((key) => isCustomField(key));
    const first = Array.from({ length: 20 }, (_, index) => `custom:${nameOf(index)}`);
    expect(custom).toEqual([...first, otherCustomFields]);
  });

  it.each<[what: string, after: CustomFields]>([
    ['another value', { ...many(30), [nameOf(25)]: 'y' }],
    ['a new one', many(31)],
    ['one that is gone', many(29)],
    ['all of them gone', many(20)],
  ])('beyond the 20th have changed as one: %s', (_, after) => {
    expect(changes(many(30), after)).toEqual([otherCustomFields]);
  });

  it('of the first 20 have changed under their keys, also where there are more', () => {
    expect(changes(many(30), { ...many(30), [nameOf(3)]: 'y' })).toEqual([`custom:${nameOf(3)}`]);
    const { [nameOf(3)]: _, ...without } = many(30);
    expect(changes(many(30), without)).toEqual([`custom:${nameOf(3)}`]);
  });

  it('that are new are named where there were 20 or fewer, wherever they stand in the order', () => {
    expect(changes(many(20), { ...many(20), cf_0: 'first', cf_zz: 'last' })).toEqual([
      'custom:cf_0',
      'custom:cf_zz',
    ]);
  });

  it('with long names have changed as one', () => {
    expect(Object.keys(fingerprintOf(holding({ cf_a: '1', [long]: '2' })))).not.toContain(`custom:${long}`);
    const before = { cf_a: '1', [long]: '2' };
    expect(changes(before, { cf_a: '1', [long]: '3' })).toEqual([otherCustomFields]);
    expect(changes(before, { cf_a: '1' })).toEqual([otherCustomFields]);
    expect(changes(before, { ...before, cf_a: '9' })).toEqual(['custom:cf_a']);
    expect(changes(before, before)).toEqual([]);
  });

  it('with long names are named where they are new and the only ones', () => {
    expect(changes({ cf_a: '1' }, { cf_a: '1', [long]: '2' })).toEqual([`custom:${long}`]);
  });

  it('with names in a script of many bytes count by their bytes', () => {
    const name = '好'.repeat(20);
    expect(Object.keys(fingerprintOf(holding({ [name]: '1' })))).not.toContain(`custom:${name}`);
    expect(changes({ [name]: '1' }, { [name]: '2' })).toEqual([otherCustomFields]);
  });

  it.each(['*', '__proto__', 'constructor', 'toString', '', 'email', 'custom:*'])(
    'may be called "%s"',
    (name) => {
      const named = (value: string) => Object.fromEntries([[name, value]]);
      expect(changes(named('1'), named('1'))).toEqual([]);
      expect(changes(named('1'), named('2'))).not.toEqual([]);
      expect(changes(named('1'), {})).not.toEqual([]);
      expect(changes({}, named('1'))).not.toEqual([]);
    },
  );

  it('have not changed where Desk did not tell them then or now', () => {
    const untold = sparseContact({ id: '1', email: null });
    expect(changed(untold, holding({ cf_a: '1' }))).toEqual([]);
    expect(changed(holding({ cf_a: '1' }), untold)).toEqual([]);
    expect(changed(holding(many(30)), untold)).toEqual([]);
  });

  it('have changed where Desk told then that there are none', () => {
    const none = sparseContact({ id: '1', customFields: {} });
    expect(changed(none, holding({ cf_a: '1' }))).toEqual(['custom:cf_a']);
    expect(changed(none, none)).toEqual([]);
  });
});

describe('any contact', () => {
  const text = fc.option(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(' ', '+44 20 7946 0123', 'Ash')),
  );
  const customName = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('*', '', 'cf_a'));
  const sent = fc.subarray([...full.sentFields]).map((properties) => new Set(properties));
  const texts = fc.record(Object.fromEntries(compared.map((key) => [key, text])));
  const others = fc.record({
    accountId: fc.option(fc.constantFrom('1', '2')),
    crmRecord: fc.option(fc.record({ id: fc.constantFrom('1', '2'), kind: text })),
    createdTime: fc.option(fc.integer()),
    modifiedTime: fc.option(fc.integer()),
    isPortalUser: fc.boolean(),
    isSpam: fc.boolean(),
    customFields: fc.oneof(
      fc.dictionary(customName, text),
      fc.dictionary(customName, text, { minKeys: 18, maxKeys: 30 }),
    ),
  });
  const anyContact = fc
    .tuple(texts, others, fc.option(sent))
    .map(([fields, rest, sentFields]) => contact({ ...fields, ...rest, ...(sentFields && { sentFields }) }));

  it('has not changed as long as nobody changed it', () => {
    fc.assert(
      fc.property(anyContact, (one) => {
        expect(changed(one, one)).toEqual([]);
      }),
    );
  });

  it('has not changed when its fingerprint comes back from a storage', () => {
    fc.assert(
      fc.property(anyContact, (one) => {
        const stored: Record<string, string> = JSON.parse(JSON.stringify(fingerprintOf(one)));
        expect(changedFields(stored, one)).toEqual([]);
      }),
    );
  });

  it('has changed in fields that can be named, whatever it was before', () => {
    fc.assert(
      fc.property(anyContact, anyContact, (before, after) => {
        for (const key of changed(before, after)) {
          expect(watched.includes(key) || isCustomField(key)).toBe(true);
        }
      }),
    );
  });
});
