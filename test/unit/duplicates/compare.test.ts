import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bucket,
  buckets,
  type Comparison,
  compareRecords,
  type FieldComparison,
} from '../../../src/duplicates/compare';
import type { Contact } from '../../../src/duplicates/contact';
import { type FieldKey, isCustomField } from '../../../src/duplicates/contact-fields';
import type { FieldValue } from '../../../src/duplicates/field-values';
import type { ToE164 } from '../../../src/duplicates/phones/parse-phone';
import { createToE164 } from '../../../src/duplicates/phones/to-e164';
import { contact, contacts, contactsABC } from '../../builders';

type Told = Partial<Contact>;

const office = '+44 20 7946 0100';
const acme = { accountId: '450000000000200001', accountName: 'Acme Ltd' };
const birch = { accountId: '450000000000200002', accountName: 'Birch & Sons' };

function compared(told: Told[], read: ToE164 | null = null): Comparison {
  return compareRecords(contactsABC(told), read);
}

function field(key: FieldKey, told: Told[], read: ToE164 | null = null): FieldComparison {
  const found = compared(told, read).fields.find((one) => one.key === key);
  if (!found) throw new Error(`No field ${key}`);
  return found;
}

function shown(value: FieldValue | null): string | number | boolean | null {
  if (value?.kind === 'text') return value.text;
  if (value?.kind === 'flag') return value.flag;
  return value?.instant ?? null;
}

/** The groups as the panel draws them: `jane@acme.example ... A B`. */
function rows(key: FieldKey, told: Told[], read: ToE164 | null = null) {
  return field(key, told, read).groups.map(({ value, holders }) => [shown(value), ...holders]);
}

describe('a field', () => {
  const jane = { city: 'Leeds' };
  const york = { city: 'York' };

  it.each<[Bucket, string, Told[]]>([
    ['differs', 'two values', [jane, york]],
    ['differs', 'two values and an empty one', [jane, york, {}]],
    ['gaps', 'one value and an empty one', [jane, {}]],
    ['gaps', 'one value, written twice, and an empty one', [jane, { city: ' LEEDS' }, {}]],
    ['same', 'one value', [jane, jane]],
    ['same', 'one value in two forms', [jane, { city: 'leeds' }]],
    ['same', 'the value of a single record', [jane]],
    ['empty', 'no value', [{}, {}]],
    ['empty', 'blanks', [{ city: ' ' }, { city: '\t\u200b' }, { city: '' }]],
    ['empty', 'no record', []],
  ])('is in "%s" with %s', (bucket, _, told) => {
    expect(field('city', told).bucket).toBe(bucket);
  });

  it('says each value once with its holders, the most frequent first', () => {
    expect(rows('city', [jane, york, york, {}, york, {}])).toEqual([
      ['York', 'B', 'C', 'E'],
      ['Leeds', 'A'],
      [null, 'D', 'F'],
    ]);
  });

  it('puts values that are as frequent in the order of their first holders, and the empty ones last', () => {
    expect(rows('city', [{}, {}, york, jane])).toEqual([
      ['York', 'C'],
      ['Leeds', 'D'],
      [null, 'A', 'B'],
    ]);
  });

  it('says how each value is written, most frequent first', () => {
    const { groups, formatsDiffer } = field('phone', [
      { phone: '020 7946 0100' },
      { phone: office },
      { phone: office },
      {},
    ]);
    expect(formatsDiffer).toBe(true);
    expect(groups).toEqual([
      {
        value: { kind: 'text', text: office },
        holders: ['A', 'B', 'C'],
        spellings: [
          { value: { kind: 'text', text: office }, holders: ['B', 'C'] },
          { value: { kind: 'text', text: '020 7946 0100' }, holders: ['A'] },
        ],
      },
      { value: null, holders: ['D'], spellings: [] },
    ]);
  });

  it('takes the spelling of the oldest record where two are as frequent', () => {
    const told = [
      { city: 'LEEDS', createdTime: 2 },
      { city: 'Leeds', createdTime: 1 },
    ];
    expect(rows('city', told)).toEqual([['Leeds', 'A', 'B']]);
    expect(rows('city', told.toReversed())).toEqual([['Leeds', 'A', 'B']]);
  });

  it('knows no other format where the texts look alike', () => {
    const look = ['Zoë  Street', ' Zoë Street', 'Zoe\u0308 Street\u200b'].map((street) => ({ street }));
    expect(field('street', look)).toMatchObject({ bucket: 'same', formatsDiffer: false });
  });

  it('may differ in value and in format at once', () => {
    const told = [jane, { city: 'leeds' }, york];
    expect(field('city', told)).toMatchObject({ bucket: 'differs', formatsDiffer: true });
  });
});

describe('values are equal', () => {
  it.each<[FieldKey, string, string]>([
    ['firstName', 'José', 'JOSE'],
    ['firstName', 'Jean-Luc', 'Jean Luc'],
    ['lastName', 'O’Neill', "O'Neill"],
    ['lastName', 'Straße', 'STRASSE'],
    ['lastName', 'Łukasz', 'Lukasz'],
    ['lastName', 'Ёлкин', 'ЕЛКИН'],
    ['lastName', 'أمينة', 'أَمِينَه'],
    ['lastName', 'שָׁלוֹם', 'שלום'],
    ['lastName', 'Παπαδόπουλος', 'ΠΑΠΑΔΟΠΟΥΛΟΣ'],
    ['lastName', 'ﾔﾏﾀﾞ', 'ヤマダ'],
    ['lastName', 'Nguyễn', 'Nguyễn'.normalize('NFD')],
    ['lastName', '王', ' 王 '],
    ['ownerName', 'Robin Ash', 'robin ash'],
    ['email', 'Jane@Acme.example', 'jane@acme.EXAMPLE '],
    ['secondaryEmail', 'zoë@acme.example', 'zoë@acme.example'.normalize('NFD')],
    ['phone', office, '(020) 7946 0100'],
    ['phone', office, '0044 20 79460100'],
    ['phone', office, '+٤٤ ٢٠ ٧٩٤٦ ٠١٠٠'],
    ['mobile', office, `${office} ext 12`],
    ['mobile', 'n/a', 'N/A'],
    ['title', 'Head of Sales', 'head  of sales'],
    ['street', 'Hauptstraße 1', 'HAUPTSTRASSE 1'],
    ['street', '１丁目', '1丁目'],
    ['city', 'ΑΘΗΝΑΣ', 'Αθηνας'],
    ['zip', 'LS1 4AP', 'ls1 4ap'],
    ['description', 'Two\nlines', 'two lines'],
    ['twitter', '@JaneDoe', '@janedoe'],
  ])('in %s: "%s" and "%s"', (key, one, other) => {
    for (const told of [
      [{ [key]: one }, { [key]: other }],
      [{ [key]: other }, { [key]: one }],
    ])
      expect(field(key, told).bucket).toBe('same');
  });

  it.each<[FieldKey, string, string]>([
    ['firstName', 'Jane', 'J.'],
    ['firstName', 'Anna Maria', 'Maria Anna'],
    ['lastName', 'राम', 'रमा'],
    ['lastName', '-', '?'],
    ['email', 'jane.doe@acme.example', 'janedoe@acme.example'],
    ['phone', office, '+44 20 7946 0101'],
    ['phone', `${office} ext 12`, `${office} ext 13`],
    ['street', '1 High St.', '1 High St'],
    ['street', 'Café', 'Cafe'],
    ['description', 'Prefers calls', 'Prefers e-mail'],
  ])('but not in %s: "%s" and "%s"', (key, one, other) => {
    expect(field(key, [{ [key]: one }, { [key]: other }]).bucket).toBe('differs');
  });

  it('for numbers of any country that the phone parser knows', () => {
    const told = [{ phone: '202-555-0134' }, { phone: '+1 202 555 0134' }];
    expect(field('phone', told).bucket).toBe('differs');
    expect(field('phone', told, createToE164('US'))).toMatchObject({
      bucket: 'same',
      formatsDiffer: true,
    });
  });

  it('for instants to the millisecond', () => {
    expect(rows('createdTime', [{ createdTime: 5 }, { createdTime: 5 }])).toEqual([[5, 'A', 'B']]);
    expect(field('modifiedTime', [{ modifiedTime: 5 }, { modifiedTime: 6 }]).bucket).toBe('differs');
    expect(field('createdTime', [{ createdTime: 0 }, {}]).bucket).toBe('gaps');
  });

  it('for CRM records by their ids', () => {
    const linked = (id: string, kind: string | null) => ({ crmRecord: { id, kind } });
    expect(field('crmRecord', [linked('71', 'contacts'), linked('71', null)]).bucket).toBe('same');
    expect(rows('crmRecord', [linked('71', 'contacts'), linked('72', 'leads'), {}])).toEqual([
      ['contacts 71', 'A'],
      ['leads 72', 'B'],
      [null, 'C'],
    ]);
  });
});

describe('a flag', () => {
  it.each(['isPortalUser', 'isSpam'] as const)('%s is no value where no record has it', (key) => {
    expect(field(key, [{}, {}])).toMatchObject({ bucket: 'empty' });
    expect(rows(key, [{}, {}])).toEqual([[null, 'A', 'B']]);
  });

  it.each(['isPortalUser', 'isSpam'] as const)('%s is one, set or not, where any record has it', (key) => {
    expect(rows(key, [{}, { [key]: true }, {}])).toEqual([
      [false, 'A', 'C'],
      [true, 'B'],
    ]);
    expect(field(key, [{}, { [key]: true }]).bucket).toBe('differs');
    expect(field(key, [{ [key]: true }, { [key]: true }]).bucket).toBe('same');
  });
});

describe('an account', () => {
  it.each<[string, Told[], (string | null)[][]]>([
    ['is one by its id, and shows its name', [{ accountId: acme.accountId }, acme], [['Acme Ltd', 'A', 'B']]],
    ['is one by its name', [{ accountName: 'ACME, Ltd.' }, acme], [['ACME, Ltd.', 'A', 'B']]],
    ['is one that was entered twice', [acme, { ...acme, accountId: '9' }], [['Acme Ltd', 'A', 'B']]],
    [
      'is one by its name, and by the id of a namesake',
      [acme, { ...acme, accountId: '9' }, { accountId: '9', accountName: 'Acme' }],
      [['Acme Ltd', 'A', 'B', 'C']],
    ],
    [
      'shows its id for want of a name',
      [{ accountId: '8' }, { accountId: '9' }, {}],
      [
        ['8', 'A'],
        ['9', 'B'],
        [null, 'C'],
      ],
    ],
    [
      'is another by id and name',
      [acme, birch],
      [
        ['Acme Ltd', 'A'],
        ['Birch & Sons', 'B'],
      ],
    ],
    ['is none where it is blank', [{ accountId: '', accountName: ' ' }], [[null, 'A']]],
  ])('%s', (_, told, expected) => {
    expect(rows('accountName', told)).toEqual(expected);
  });

  it('differs in format by its name only', () => {
    expect(field('accountName', [acme, { accountId: acme.accountId }]).formatsDiffer).toBe(false);
    expect(field('accountName', [acme, { accountName: 'ACME LTD' }]).formatsDiffer).toBe(true);
  });
});

describe('phone numbers that match only by way of another', () => {
  it('stand apart: two extensions beside the number without one', () => {
    const told = [`${office} ext 12`, office, `${office} ext 13`, '020 7946 0100 x12'].map((phone) => ({
      phone,
    }));
    expect(rows('phone', told.slice(0, 2))).toHaveLength(1);
    expect(field('phone', told.slice(0, 3)).groups.map((group) => group.holders)).toEqual([
      ['A'],
      ['B'],
      ['C'],
    ]);
    expect(field('phone', told, createToE164('GB')).groups.map((group) => group.holders)).toEqual([
      ['A', 'D'],
      ['B'],
      ['C'],
    ]);
  });
});

describe('the fields', () => {
  it('come in one order: identity, contact, account, address, the rest, custom fields by their labels', () => {
    const [one, other] = [
      { customFields: { cf_zone: 'North', cf_Age_group: null } },
      { customFields: { preferredPlan: 'Gold' } },
    ];
    expect(compared([one, other]).fields.map(({ key }) => key)).toEqual([
      ...['firstName', 'lastName', 'title', 'email', 'secondaryEmail', 'phone', 'mobile'],
      ...[
        'accountName',
        'type',
        'street',
        'city',
        'state',
        'zip',
        'country',
        'language',
        'facebook',
        'twitter',
      ],
      ...['description', 'crmRecord', 'isPortalUser', 'isSpam', 'ownerName', 'createdTime', 'modifiedTime'],
      ...['custom:cf_Age_group', 'custom:preferredPlan', 'custom:cf_zone'],
    ]);
    expect(compared([other, one]).fields.map(({ key }) => key)).toEqual(
      compared([one, other]).fields.map(({ key }) => key),
    );
  });

  it('leave out what is no value of the person', () => {
    const bookkept = ['id', 'webUrl', 'isAnonymous', 'isDeleted', 'customFields', 'sentFields'];
    // Shown as accountName and ownerName.
    const ids = ['accountId', 'ownerId'];
    const keys = compared([{}]).fields.map(({ key }) => key);
    expect([...keys, ...bookkept, ...ids].sort()).toEqual(Object.keys(contact()).sort());
  });

  it('are custom fields whatever they are called', () => {
    const hostile = Object.fromEntries([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['', 'c'],
      ['email', 'd'],
    ]);
    const { fields } = compared([{ customFields: hostile }, { email: 'jane@acme.example' }]);
    const custom = fields.filter(({ key }) => isCustomField(key));
    expect(custom.map(({ key, bucket }) => [key, bucket])).toEqual([
      ['custom:', 'gaps'],
      ['custom:constructor', 'gaps'],
      ['custom:email', 'gaps'],
      ['custom:__proto__', 'gaps'],
    ]);
  });
});

describe('any records', () => {
  const oneOf = (...values: string[]) => fc.constantFrom<(string | null)[]>(null, '', ...values);
  const phone = oneOf(
    office,
    '020 7946 0100',
    `${office} ext 12`,
    `${office} x13`,
    '+49 20 7946 0100',
    'n/a',
  );
  const email = oneOf('jane@acme.example', ' JANE@acme.example', 'jd@birch.example');
  const flag = fc.boolean();
  const instant = fc.option(fc.integer({ min: 0, max: 3 }));
  const told = fc.record({
    firstName: oneOf('Jane', 'JANE', 'J.', 'ליאת'),
    lastName: oneOf('Doe', 'Doë', '-'),
    email,
    secondaryEmail: email,
    phone,
    mobile: phone,
    accountId: oneOf('1', '2', '3'),
    accountName: oneOf('Acme', 'ACME', 'Birch'),
    street: fc.option(fc.string({ unit: 'binary' })),
    isPortalUser: flag,
    isSpam: flag,
    createdTime: instant,
    crmRecord: fc.option(fc.record({ id: fc.constantFrom('71', '72'), kind: oneOf('leads') })),
    customFields: fc.dictionary(fc.string({ maxLength: 3 }), oneOf('x', 'X', 'y'), { maxKeys: 3 }),
  });
  const records = fc.array(told, { maxLength: 6 }).map(contactsABC);
  const toE164 = fc.constantFrom(null, createToE164('GB'));

  it('put every field into exactly one bucket, and the counts add up', () => {
    fc.assert(
      fc.property(records, toE164, (all, read) => {
        const { fields, counts } = compareRecords(all, read);
        expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
        for (const bucket of buckets)
          expect(fields.filter((one) => one.bucket === bucket)).toHaveLength(counts[bucket]);
        expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(fields.length);
      }),
    );
  });

  it('stand in exactly one group of each field, which fits its bucket', () => {
    fc.assert(
      fc.property(records, toE164, (all, read) => {
        const ids = all.map(({ id }) => id);
        for (const { bucket, groups, formatsDiffer } of compareRecords(all, read).fields) {
          expect(groups.flatMap(({ holders }) => holders).sort()).toEqual(ids);
          const filled = groups.filter(({ value }) => value !== null);
          const hasGap = filled.length < groups.length;
          const [expected] =
            filled.length > 1 ? ['differs'] : filled.length ? [hasGap ? 'gaps' : 'same'] : ['empty'];
          expect(bucket).toBe(expected);
          expect(formatsDiffer).toBe(filled.some(({ spellings }) => spellings.length > 1));
          for (const { value, holders, spellings } of filled) {
            expect(spellings.flatMap((one) => one.holders).sort()).toEqual(holders);
            expect(spellings[0]?.value).toEqual(value);
          }
        }
      }),
    );
  });

  it('are compared alike in any order: nothing changes but that of the holders', () => {
    const shuffled = records.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    /** With equally frequent groups, and holders, in one order. */
    const settled = (all: readonly Contact[], read: ToE164 | null) => {
      const sorted = (ids: readonly string[]) => [...ids].sort();
      const { fields, counts } = compareRecords(all, read);
      return {
        counts,
        fields: fields.map(({ groups, ...same }) => ({
          ...same,
          groups: groups
            .map(({ value, holders, spellings }) => ({
              value,
              holders: sorted(holders),
              spellings: spellings.map((one) => ({ value: one.value, holders: sorted(one.holders) })),
            }))
            .sort((a, b) => ((a.holders[0] ?? '') < (b.holders[0] ?? '') ? -1 : 1)),
        })),
      };
    };
    fc.assert(
      fc.property(shuffled, toE164, ([all, others], read) => {
        expect(settled(others, read)).toEqual(settled(all, read));
      }),
    );
  });

  it('are left as they were', () => {
    fc.assert(
      fc.property(records, (all) => {
        const before = structuredClone(all);
        compareRecords(all, null);
        expect(all).toEqual(before);
      }),
    );
  });
});

describe('a thousand records', () => {
  it('are compared without reading a number twice', () => {
    let reads = 0;
    const counting: ToE164 = () => {
      reads++;
      return null;
    };
    const many = contacts(1_000).map((one, index) => ({
      ...one,
      phone: `+44 20 7946 0${100 + (index % 900)}`,
      accountName: `Account ${index}`,
    }));
    const { fields } = compareRecords(many, counting);
    expect(fields.find(({ key }) => key === 'accountName')?.groups).toHaveLength(1_000);
    expect(fields.find(({ key }) => key === 'phone')?.groups).toHaveLength(900);
    expect(reads).toBeLessThanOrEqual(1_000);
  });
});
