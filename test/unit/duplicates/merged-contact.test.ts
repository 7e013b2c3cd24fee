import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseContact } from '../../../src/desk/parse-contact';
import type { Contact } from '../../../src/duplicates/contact';
import { type ContactField, contactFields } from '../../../src/duplicates/contact-fields';
import { changedFields, fingerprintOf } from '../../../src/duplicates/fingerprint';
import { mergedContact, tellsEnough } from '../../../src/duplicates/merged-contact';
import { contact, sparseContact } from '../../builders';

type Fields = Partial<Contact>;
type Sources = { page?: Fields; list?: Fields; record?: Fields };

const id = '450000000000123001';

/** The merged contact, of which each source sent these fields and no others. */
function merged({ page, list, record }: Sources): Contact {
  const [first, second, third] = [page, list, record].map(
    (fields) => fields && sparseContact({ id, ...fields }),
  );
  const one = mergedContact({ page: first ?? null, list: second ?? null, record: third ?? null });
  if (!one) throw new Error('Nothing was said');
  return one;
}

it('is nobody where nothing was said', () => {
  expect(mergedContact({ page: null, list: null, record: null })).toBeNull();
});

it('is what the list or the record says where nothing else is known', () => {
  const one = contact({ lastName: 'Ash' });
  expect(mergedContact({ page: null, list: one, record: null })).toBe(one);
  expect(mergedContact({ page: null, list: null, record: one })).toBe(one);
});

it.each<[what: string, told: Readonly<Record<string, unknown>>, isEnough: boolean]>([
  ['e-mail and phone', { email: 'robin@ash.example', phone: '020' }, true],
  ['that e-mail and phone are empty', { email: null, phone: '' }, true],
  ['the e-mail alone', { email: 'robin@ash.example' }, false],
  ['the phone alone', { phone: '020' }, false],
  ['the name alone', { lastName: 'Ash' }, false],
  ['e-mail and phone as keys alone', { email: undefined, phone: undefined }, false],
])('tells by itself whether to read it where a page tells %s', (_, told, isEnough) => {
  const page = parseContact({ ...told, id });
  expect(page && tellsEnough(page)).toBe(isEnough);
});

describe('a field', () => {
  it.each<[what: string, sources: Sources, expected: Fields]>([
    [
      'is the page’s for names, emails and phones, which are newer than a kept answer',
      {
        page: { lastName: 'Ash', secondaryEmail: 'new@ash.example', mobile: '1' },
        record: { lastName: 'Birch', secondaryEmail: 'old@ash.example', mobile: '2' },
        list: { lastName: 'Cedar', secondaryEmail: 'older@ash.example', mobile: '3' },
      },
      { lastName: 'Ash', secondaryEmail: 'new@ash.example', mobile: '1' },
    ],
    [
      'is the record’s for anything else, since the page may format it differently',
      {
        page: { title: 'BUYER', createdTime: 3 },
        record: { title: 'Buyer', createdTime: 1 },
        list: { title: 'buyer', createdTime: 2 },
      },
      { title: 'Buyer', createdTime: 1 },
    ],
    [
      'is the list’s before the page’s where no record was read',
      { page: { title: 'BUYER' }, list: { title: 'Buyer' } },
      { title: 'Buyer' },
    ],
    [
      'is that of whoever has a value',
      {
        page: { firstName: null, city: 'Leeds' },
        record: { firstName: null, city: null, zip: 'LS1' },
        list: { firstName: 'Robin', city: null, zip: null },
      },
      { firstName: 'Robin', city: 'Leeds', zip: 'LS1' },
    ],
    [
      'is the record’s before the list’s, but for what it leaves empty',
      {
        record: { lastName: 'Ash', city: null, createdTime: 2 },
        list: { lastName: 'Asch', city: 'Leeds', title: 'Buyer' },
      },
      { lastName: 'Ash', city: 'Leeds', title: 'Buyer', createdTime: 2 },
    ],
    [
      'is set, for a flag, where any of them says so',
      { page: { isSpam: true }, record: { isPortalUser: true, isSpam: false }, list: { isDeleted: true } },
      { isSpam: true, isPortalUser: true, isDeleted: true, isAnonymous: false },
    ],
    [
      'is empty for the email and phone of a page that sent both, whatever older answers say',
      {
        page: { email: null, phone: '1', mobile: null },
        record: { email: 'old@ash.example', phone: '2' },
        list: { email: 'older@ash.example', phone: '3', mobile: '4' },
      },
      { email: null, phone: '1', mobile: '4' },
    ],
    [
      'is filled for the email and phone of a page that sent one alone',
      { page: { email: null }, list: { email: 'old@ash.example', phone: '3' } },
      { email: 'old@ash.example', phone: '3' },
    ],
  ])('%s', (_, sources, expected) => {
    expect(merged(sources)).toMatchObject(expected);
  });
});

describe('custom fields', () => {
  it.each<[what: string, record: Contact['customFields'], list: Contact['customFields'], expected: object]>([
    ['of the record alone', { cf_a: '1' }, {}, { cf_a: '1' }],
    ['of the list alone', {}, { cf_a: '1' }, { cf_a: '1' }],
    ['of either', { cf_a: '1' }, { cf_b: '2' }, { cf_a: '1', cf_b: '2' }],
    ['of both are the record’s', { cf_a: '1' }, { cf_a: '2' }, { cf_a: '1' }],
    ['that the record leaves empty', { cf_a: null }, { cf_a: '2' }, { cf_a: '2' }],
    ['that both leave empty', { cf_a: null }, { cf_a: null }, { cf_a: null }],
  ])('%s', (_, record, list, expected) => {
    const one = merged({ record: { customFields: record }, list: { customFields: list } });
    expect(one.customFields).toEqual(expected);
  });

  it('are the record’s alone where the list names them by label, so that none is two', () => {
    const record = parseContact({ id, cf: { cf_number: 'C-1' }, customFields: { Number: 'C-1' } });
    const list = parseContact({ id, customFields: { Number: 'C-1' } });
    expect(mergedContact({ page: null, list, record })?.customFields).toEqual({ cf_number: 'C-1' });
  });

  it('are the record’s alone where the record is the one that names them by label', () => {
    const record = parseContact({ id, customFields: { Number: 'C-1' } });
    const list = parseContact({ id, cf: { cf_number: 'C-1' } });
    expect(mergedContact({ page: null, list, record })?.customFields).toEqual({ Number: 'C-1' });
  });

  it('are the list’s, however it names them, where the record holds none', () => {
    const list = parseContact({ id, cf: { cf_number: 'C-1' } });
    for (const said of [{}, { cf: {}, customFields: {} }])
      expect(
        mergedContact({ page: null, list, record: parseContact({ id, ...said }) })?.customFields,
      ).toEqual({ cf_number: 'C-1' });
  });

  it('of the page count only where no answer sent any, since the page may name them by their labels', () => {
    const page = { customFields: { Region: 'North' } };
    expect(merged({ page, list: { customFields: { cf_region: 'North' } } }).customFields).toEqual({
      cf_region: 'North',
    });
    expect(merged({ page, list: { city: 'Leeds' } }).customFields).toEqual({ Region: 'North' });
    expect(merged({ page }).customFields).toEqual({ Region: 'North' });
  });
});

describe('the sent fields', () => {
  it('are those of both answers', () => {
    const one = merged({
      record: { email: 'robin@ash.example', city: null },
      list: { city: 'Leeds', phone: null },
    });
    expect(one.sentFields).toEqual(new Set(['id', 'email', 'city', 'phone']));
  });

  it('are of the page only names, emails and phones', () => {
    const page = { lastName: 'Ash', phone: null, title: 'Buyer', isSpam: true, customFields: {} };
    const own = ['id', 'lastName', 'phone'];
    expect(merged({ page }).sentFields).toEqual(new Set(own));
    expect(merged({ page, list: { title: 'Buyer' } }).sentFields).toEqual(new Set([...own, 'title']));
  });

  it('make no change of what the page alone formats differently', () => {
    const list = { lastName: 'Ash', title: 'Buyer' };
    const before = fingerprintOf(merged({ list }));
    const now = merged({ page: { lastName: 'ASH', title: 'Buyer (EU)', city: 'Leeds' }, list });
    expect(changedFields(before, now)).toEqual([]);
  });

  it('show a change of a name, an email or a phone that the page tells before a kept answer does', () => {
    const list = { lastName: 'Ash', email: 'old@ash.example', phone: '+44 20 7946 0001' };
    const page = { lastName: 'Birch', email: 'new@ash.example', phone: null };
    expect(changedFields(fingerprintOf(merged({ list })), merged({ page, list }))).toEqual([
      'lastName',
      'email',
      'phone',
    ]);
  });
});

describe('any sources', () => {
  const text = fc.constantFrom(null, 'a', 'b', 'c');
  const crm = fc.constantFrom(null, { id: '1', kind: null }, { id: '2', kind: 'leads' });
  const instant = fc.constantFrom(null, 0, 1);
  function anyValue({ kind }: ContactField): fc.Arbitrary<unknown> {
    if (kind === 'crm') return crm;
    return kind === 'flag' ? fc.boolean() : kind === 'instant' ? instant : text;
  }
  const fields = fc.record(
    {
      ...Object.fromEntries(contactFields.map((field) => [field.key, anyValue(field)])),
      customFields: fc.dictionary(fc.constantFrom('cf_a', 'cf_b'), fc.constantFrom(null, 'a', 'b')),
    },
    { requiredKeys: [] },
  );
  const source = fc.option(fields.map((known) => sparseContact({ id, ...known })));
  const sources = fc
    .record({ page: source, list: source, record: source })
    .filter(({ page, list, record }) => Boolean(page ?? list ?? record));
  const isFilled = (value: unknown) => value !== null && value !== false;
  const answersOf = ({ list, record }: { list: Contact | null; record: Contact | null }) =>
    [list, record].filter((one) => one !== null);

  it('give every field a value that one of them has', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const said = [all.page, ...answersOf(all)].filter((one) => one !== null);
        const one = mergedContact(all);
        for (const { key } of contactFields) expect(said.map((each) => each[key])).toContainEqual(one?.[key]);
      }),
    );
  });

  it('leave nothing empty that an answer fills, but an email or phone that the page sent empty', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const one = mergedContact(all);
        const cleared = ['email', 'phone'].every((key) => all.page?.sentFields.has(key))
          ? ['email', 'phone']
          : [];
        for (const { key } of contactFields.filter((field) => !cleared.includes(field.key)))
          if (answersOf(all).some((each) => isFilled(each[key]))) expect(isFilled(one?.[key])).toBe(true);
      }),
    );
  });

  it('have sent what the answers sent, and nothing that none of them did', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const sent = [...(mergedContact(all)?.sentFields ?? [])];
        const answered = answersOf(all).flatMap((one) => [...one.sentFields]);
        expect(sent).toEqual(expect.arrayContaining(answered));
        expect([...answered, ...(all.page?.sentFields ?? [])]).toEqual(expect.arrayContaining(sent));
      }),
    );
  });

  it('say the same where two of them say the same', () => {
    fc.assert(
      fc.property(source, (one) => {
        expect(mergedContact({ page: null, list: one, record: one })).toEqual(one);
      }),
    );
  });

  it('are left as they were', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const before = structuredClone(all);
        mergedContact(all);
        expect(all).toEqual(before);
      }),
    );
  });
});
