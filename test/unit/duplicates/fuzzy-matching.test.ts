import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/duplicates/contact';
import { fuzzyMatcher } from '../../../src/duplicates/fuzzy-matcher';
import { createToE164 } from '../../../src/duplicates/phones/to-e164';
import type { Evidence } from '../../../src/duplicates/reasons';
import type { Strength } from '../../../src/duplicates/strength';
import { contact } from '../../builders';
import { createEvidence } from '../../weigh';

type Told = Partial<Contact>;

/** `Jane|Doe`: first and last name; `Doe` alone: the last name. */
function named(name: string): Told {
  const [first, last] = name.split('|');
  return last === undefined ? { lastName: name } : { firstName: first || null, lastName: last };
}

const email = { email: 'home@family.example' };
const acme = { accountId: '1', accountName: 'Acme Ltd' };
const birch = { accountId: '2', accountName: 'Birch & Sons' };

/** The evidence on two contacts, where only these and `others` were found, with all that loads on demand. */
function evidence(open: Told, candidate: Told, others: readonly Told[] = []): Evidence {
  const [one, other] = [contact(open), contact(candidate)];
  return createEvidence(one, [one, other, ...others.map(contact)], createToE164(null), fuzzyMatcher)(other);
}

describe('with the fuzzy matcher', () => {
  it.each<[string, string, string, Strength, Evidence['reasonsFor'][number]]>([
    [
      'a typo',
      'Jane|Doherty',
      'Jane|Dohetry',
      'strong',
      { kind: 'nearName', own: 'Doherty', other: 'Dohetry' },
    ],
    ['a nickname', 'William|Ash', 'Bill|Ash', 'strong', { kind: 'nearName', own: 'William', other: 'Bill' }],
    [
      'a middle name',
      'Jane|Doe',
      'Jane Ruth|Doe',
      'strong',
      { kind: 'nearName', own: 'Jane Doe', other: 'Jane Ruth Doe' },
    ],
    ['an initial', 'Jane|Doe', 'J.|Doe', 'likely', { kind: 'compatibleName', own: 'Jane', other: 'J' }],
    ['an umlaut', 'Jörg|Müller', 'Joerg|Mueller', 'strong', { kind: 'sameName', written: 'otherwise' }],
    [
      'a broken encoding',
      'José|Núñez',
      'JosÃ©|NÃºÃ±ez',
      'strong',
      { kind: 'sameName', written: 'otherwise' },
    ],
    [
      'another script',
      'Иван|Шевченко',
      'Ivan|Shevchenko',
      'strong',
      { kind: 'nearName', own: 'Иван', other: 'Ivan' },
    ],
    [
      'a surname that was joined',
      'Jan|van der Berg',
      'Jan|Vanderberg',
      'strong',
      { kind: 'sameName', written: 'otherwise' },
    ],
    ['one word', '山田|太郎', '山田太郎', 'strong', { kind: 'sameName', written: 'otherwise' }],
    ['another order', 'Min-jun|Kim', 'Kim|Minjun', 'strong', { kind: 'sameName', written: 'otherwise' }],
    ['a title', 'Dr. Ana|Reis', 'Ana|Reis', 'strong', { kind: 'sameName', written: 'otherwise' }],
  ])('an e-mail address and %s: %s and %s', (_, a, b, strength, reason) => {
    const {
      strength: found,
      reasonsFor,
      reasonsAgainst,
    } = evidence({ ...named(a), ...email }, { ...named(b), ...email });
    expect(found).toBe(strength);
    expect(reasonsFor).toEqual([{ kind: 'sameEmail', address: email.email }, reason]);
    expect(reasonsAgainst).toEqual([]);
  });

  it.each([
    ['a family', 'Jane|Doe', 'Robert|Doe'],
    ['a Korean family', 'Min-jun|Kim', 'Ji-woo|Kim'],
    ['a Slavic couple', 'Ivan|Petrov', 'Anna|Petrova'],
    ['a Chinese family', 'Xiao Ming|Li', 'Hua|Li'],
    ['a father and his son', 'John|Smith Sr.', 'John|Smith Jr.'],
    ['twins', 'Daniel|Costa', 'Daniela|Costa'],
    ['strangers', 'Jane|Doe', 'Robin|Ash'],
  ])('%s with one mailbox are two people: %s and %s', (_, a, b) => {
    const { strength, reasonsAgainst } = evidence({ ...named(a), ...email }, { ...named(b), ...email });
    expect(strength).toBe('weak');
    expect(reasonsAgainst).toEqual([{ kind: 'otherName', value: 'email' }]);
  });

  it('a name with slips in both words neither agrees nor conflicts', () => {
    const { strength, reasonsFor } = evidence(
      { ...named('Theodore|Maxwell'), ...email },
      { ...named('Thedero|Mxwell'), ...email },
    );
    expect(strength).toBe('likely');
    expect(reasonsFor.map(({ kind }) => kind)).toEqual(['sameEmail']);
  });

  it('a name that was made of the mailbox is no evidence', () => {
    const shared = { email: 'janedoe@acme.example' };
    const { strength, reasonsFor } = evidence(
      { ...named('janedoe'), ...shared },
      { ...named('Jane|Doe'), ...shared },
    );
    expect(strength).toBe('likely');
    expect(reasonsFor.map(({ kind }) => kind)).toEqual(['sameEmail']);
  });

  describe('a name beside', () => {
    it.each<[string, Strength, Told, Told]>([
      ['a tag', 'likely', { email: 'jane+news@acme.example' }, { email: 'jane@acme.example' }],
      ['another host', 'likely', { email: 'jane.doe@acme.example' }, { email: 'jane.doe@birch.example' }],
      ['a typo', 'likely', { email: 'jane.doherty@acme.example' }, { email: 'jane.dohetry@acme.example' }],
      ['another number', 'weak', { email: 'jane.doe1@acme.example' }, { email: 'jane.doe2@acme.example' }],
      [
        'a role mailbox at another host',
        'weak',
        { email: 'info@acme.example' },
        { email: 'info@birch.example' },
      ],
      ['the same account', 'likely', acme, acme],
      ['nothing', 'weak', {}, {}],
    ])('an address with %s: %s', (_, strength, a, b) => {
      const far = 'accountId' in a ? {} : { ...birch };
      const open = { ...named('Jane|Doherty'), ...acme, ...a };
      expect(evidence(open, { ...named('Jane|Dohetry'), ...far, ...b }).strength).toBe(strength);
    });

    it('a similar address is a reason with both addresses', () => {
      const [a, b] = [{ email: 'jane+news@acme.example' }, { email: 'jane@acme.example' }];
      expect(evidence({ ...named('Jane|Doe'), ...a }, { ...named('Jane|Doe'), ...b }).reasonsFor).toEqual([
        { kind: 'nearEmail', own: a.email, other: b.email },
        { kind: 'sameName', written: 'alike' },
      ]);
    });
  });

  it.each<[string, Told, Told]>([
    ['of the other number', { phone: '+49 30 23125123' }, { phone: '030/23125-123' }],
    ['of the other number, without a trunk zero', { phone: '(202) 555-0134' }, { phone: '+1 202-555-0134' }],
    ['of the record', { phone: '(030) 23125123', country: 'Germany' }, { phone: '49 30 23125123' }],
    [
      'of another number of the record',
      { phone: '2025550134', mobile: '+1 202-555-0199' },
      { phone: '1 202 555 0134' },
    ],
  ])('a number borrows the country %s', (_, a, b) => {
    for (const [open, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const { reasonsFor } = evidence(open, other);
      expect(reasonsFor).toEqual([{ kind: 'samePhone', phone: open.phone, otherFormat: true }]);
    }
  });

  it.each<[string, Told, Told]>([
    ['two countries', { phone: '+49 30 23125123' }, { phone: '+43 30 23125123' }],
    ['two extensions', { phone: '+49 30 23125123 x1' }, { phone: '030 23125123 x2' }],
    ['two areas', { phone: '030 23125123', country: 'Germany' }, { phone: '040 23125123' }],
  ])('numbers of %s are two', (_, a, b) => {
    expect(evidence(a, b).reasonsFor).toEqual([]);
  });

  describe('many are', () => {
    const spellings = [
      'Jane|Doherty',
      'Doherty, Jane',
      'J.|Doherty',
      'Jane|Dohetry',
      'Jane Ruth|Doherty',
      'JANE|DOHERTY',
    ];

    it('people, not the records of one', () => {
      const others = spellings.map((name) => ({ ...named(name), ...email }));
      const { strength, reasonsAgainst } = evidence(others[0] ?? {}, others[0] ?? {}, others);
      expect(strength).toBe('strong');
      expect(reasonsAgainst).toEqual([]);
    });

    it('people with one name, not the records of one who has one address or account', () => {
      const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((box) => ({
        ...named('Jane|Doherty'),
        ...acme,
        email: `${box}@acme.example`,
      }));
      const { strength, reasonsAgainst } = evidence(named('Jane|Doherty'), named('Jane|Doherty'), others);
      expect(strength).toBe('likely');
      expect(reasonsAgainst).toEqual([]);
    });

    it('six people with one name and nothing else in common', () => {
      const others = ['a', 'b', 'c', 'd'].map((box) => ({
        ...named('Jane|Doherty'),
        email: `${box}@acme.example`,
      }));
      const { reasonsAgainst } = evidence(named('Jane|Doherty'), named('Jane|Doherty'), others);
      expect(reasonsAgainst).toEqual([{ kind: 'sharedByMany', field: 'name', count: 6 }]);
    });
  });
});

const words = [
  'Jane',
  'J.',
  'Jon',
  'John',
  'Müller',
  'Mueller',
  'Muller',
  'Kim',
  'Min-jun',
  'Иван',
  'Ivan',
  '山田太郎',
  '山田',
];
const oddWords = [
  ...['', ' ', '-', '😀', 'x', '12345', 'jane@acme.example', 'Acme GmbH', '\ud800', 'Jane\udfffDoe', 'Jr.'],
  ...[
    'ab'.repeat(100),
    'é'.repeat(200),
    `${'Jan '.repeat(50)}`,
    'ТHe Мixed',
    '=?utf-8?q?=C3=A9?=',
    '&#233;',
    '0'.repeat(200),
  ],
];
const anybody = fc.record({
  firstName: fc.oneof(
    fc.constantFrom(...words, ...oddWords),
    fc.constant(null),
    fc.string({ unit: 'grapheme' }),
  ),
  lastName: fc.oneof(
    fc.constantFrom(...words, ...oddWords),
    fc.constant(null),
    fc.string({ unit: 'binary' }),
  ),
  email: fc.constantFrom('jane@acme.example', 'jane+x@acme.example', 'info@acme.example', '@', '+@x', null),
  phone: fc.constantFrom('+44 20 7946 0100', '020 7946 0100', '+44 20 7946 0100 x1', null),
  accountId: fc.constantFrom('1', '2', null),
});

describe('any two contacts', () => {
  it('are as strongly one person whichever is open, whatever stands in their fields', () => {
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 2, maxLength: 9 }), (told) => {
        const everybody = told.map(contact);
        const table = everybody.map((open) => {
          const weigh = createEvidence(open, everybody, createToE164('GB'), fuzzyMatcher);
          return everybody.map((other) => weigh(other).strength);
        });
        expect(table).toEqual(table.map((_row, index) => table.map((row) => row[index])));
      }),
      { numRuns: 60 },
    );
  });

  it('compare in bounded time, however long their names', () => {
    const long = fc.string({ minLength: 200, maxLength: 2_000, unit: 'binary' });
    fc.assert(
      fc.property(long, long, (a, b) => {
        expect(evidence({ lastName: a, ...email }, { lastName: b, ...email }).reasonsFor[0]?.kind).toBe(
          'sameEmail',
        );
      }),
      { numRuns: 100 },
    );
  });
});
