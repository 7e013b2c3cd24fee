import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonCulture } from '../../../../src/duplicates/names/compare-readings';
import { nameTables } from '../../../../src/duplicates/names/load-name-tables';
import { type NameVerdict, nameVerdicts } from '../../../../src/duplicates/names/name-comparison';
import type { NameTables } from '../../../../src/duplicates/names/name-tables';
import { type NameFields, parseName } from '../../../../src/duplicates/names/parse-name';
import { compareNames } from '../../support';
import { onePerson, onePersonByTables, twoPeople, twoPeopleByTables } from './pairs';

/** `Jan|Berg` for the two fields of a contact, `Jan Berg` for a surname that holds all. */
function named(text: string, email: string | null = null): NameFields {
  const [first = '', last] = text.split('|');
  return last === undefined
    ? { firstName: null, lastName: first, email }
    : { firstName: first, lastName: last, email };
}

/** Compares both ways round: the verdict must be the same. */
function compared(a: NameFields, b: NameFields, tables: NameTables | null = nameTables) {
  const comparison = compareNames(a, b, tables);
  expect(compareNames(b, a, tables).verdict, 'the other way round').toBe(comparison.verdict);
  return comparison;
}

const together: readonly NameVerdict[] = ['same', 'similar', 'compatible'];

describe('without the tables', () => {
  it.each(onePerson)('takes %s names for those of one person: %s, %s', (_, a, b) => {
    expect(together).toContain(compared(named(a), named(b), null).verdict);
  });

  it.each(twoPeople)('does not take %s names for those of one person: %s, %s', (_, a, b) => {
    expect(together).not.toContain(compared(named(a), named(b), null).verdict);
  });

  it('knows nothing of names in two scripts', () => {
    expect(compared(named('Олена|Шевченко'), named('Olena|Shevchenko'), null)).toEqual({
      verdict: 'unknown',
      reason: { kind: 'script', a: 'Олена Шевченко', b: 'Olena Shevchenko' },
    });
  });
});

describe('with the tables', () => {
  it.each([...onePerson, ...onePersonByTables])(
    'takes %s names for those of one person: %s, %s',
    (_, a, b) => {
      expect(together).toContain(compared(named(a), named(b)).verdict);
    },
  );

  it.each([...twoPeople, ...twoPeopleByTables])(
    'does not take %s names for those of one person: %s, %s',
    (_, a, b) => {
      expect(together).not.toContain(compared(named(a), named(b)).verdict);
    },
  );
});

describe('the verdict comes with its reason', () => {
  it.each([
    [
      'case and accents',
      'José|García',
      'JOSE|garcia',
      'same',
      { kind: 'written', a: 'José García', b: 'JOSE garcia' },
    ],
    ['order', 'Jan|Berg', 'Berg|Jan', 'same', { kind: 'order' }],
    [
      'digraphs',
      'Anna|Müller',
      'Anna|Mueller',
      'same',
      { kind: 'digraph', a: 'Anna Müller', b: 'Anna Mueller' },
    ],
    ['a short form', 'Jon|Smith', 'John|Smith', 'similar', { kind: 'nickname', a: 'Jon', b: 'John' }],
    ['a typo', 'Jennfier|Lind', 'Jennifer|Lind', 'similar', { kind: 'typo', a: 'Jennfier', b: 'Jennifer' }],
    ['a nickname', 'Bill|Gates', 'William|Gates', 'similar', { kind: 'nickname', a: 'Bill', b: 'William' }],
    ['another spelling', 'John|Smyth', 'John|Smith', 'similar', { kind: 'spelling', a: 'Smyth', b: 'Smith' }],
    [
      'a romanization',
      'Олена|Бойко',
      'Olena|Boyko',
      'similar',
      { kind: 'romanization', a: 'Олена', b: 'Olena' },
    ],
    ['a middle name', 'John Paul|Getty', 'John|Getty', 'similar', { kind: 'middleName', word: 'Paul' }],
    ['a second surname', 'Ana|Ruiz Soto', 'Ana|Ruiz', 'similar', { kind: 'secondSurname', word: 'Soto' }],
    ['a particle', 'Jan|van den Berg', 'Jan|Berg', 'similar', { kind: 'particle', word: 'van' }],
    [
      'a surname for women',
      'Jana|Nováková',
      'Jana|Novák',
      'similar',
      { kind: 'genderedSurname', a: 'Nováková', b: 'Novák' },
    ],
    ['an initial', 'J.|Doe', 'Jane|Doe', 'compatible', { kind: 'initial', a: 'J', b: 'Jane' }],
    ['a missing given name', 'Doe', 'Jane|Doe', 'compatible', { kind: 'givenName', word: 'Jane' }],
    ['a missing surname', 'Jane|', 'Jane|Doe', 'compatible', { kind: 'familyName', word: 'Doe' }],
    ['a generation', 'John|Doe Jr.', 'John|Doe', 'compatible', { kind: 'generation', word: 'Jr' }],
    [
      'two generations',
      'John|Doe Jr.',
      'John|Doe Sr.',
      'conflict',
      { kind: 'generations', a: 'Jr', b: 'Sr' },
    ],
    ['two given names', 'Jane|Doe', 'Robin|Doe', 'conflict', { kind: 'givenNames', a: 'Jane', b: 'Robin' }],
    ['two middle names', 'Jo Ann|Doe', 'Jo May|Doe', 'conflict', { kind: 'middleNames', a: 'Ann', b: 'May' }],
    ['two surnames', 'Jane|Doe', 'Jane|Ash', 'unknown', { kind: 'familyNames', a: 'Doe', b: 'Ash' }],
    ['one word', 'tenderfoot', 'Jane|Doe', 'unknown', { kind: 'singleWord' }],
  ] as const)('%s: %s, %s', (_, a, b, verdict, reason) => {
    expect(compared(named(a), named(b))).toMatchObject({ verdict });
    expect(compareNames(named(a), named(b), nameTables).reason).toEqual(reason);
  });
});

describe('a name that was made of the mailbox', () => {
  it.each([
    ['janedoe', 'janedoe@acme.example', 'compatible'],
    ['jane.doe', 'jane.doe@acme.example', 'compatible'],
    ['jdoe', 'jdoe@acme.example', 'compatible'],
    ['JaneD', 'janed@acme.example', 'compatible'],
    ['sunflower', 'sunflower@acme.example', 'unknown'],
    ['robin.ash', 'robin.ash@acme.example', 'unknown'],
  ])('never conflicts: %s of %s', (name, email, verdict) => {
    expect(compared(named(name, email), named('Jane|Doe'))).toEqual({ verdict, reason: { kind: 'mailbox' } });
  });
});

describe('what is no name of a person', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \t'],
    ['an address', 'jane@acme.example'],
    ['a phone number', '+44 20 7946 0123'],
    ['digits', '12345'],
    ['emoji', '🦊🦊'],
    ['one letter', 'J'],
    ['two letters apart', 'J D'],
    ['half a character', '\ud800'],
    ['a placeholder', 'unknown'],
    ['a title alone', '-'],
  ])('says nothing: %s', (_, text) => {
    expect(compared(named(text), named('Jane|Doe')).verdict).toBe('unknown');
    expect(compared(named(text), named(text)).verdict).toBe('unknown');
  });

  it.each(['Acme Ltd', 'Acme Support Team', '桜電機株式会社', 'ООО Ромашка'])(
    'says nothing of a person, but is itself: %s',
    (text) => {
      expect(compared(named(text), named('Jane|Doe')).verdict).toBe('unknown');
      expect(compared(named(text), named(text.toUpperCase())).verdict).toBe('same');
    },
  );
});

const people = fc.constantFrom(
  ...[...onePerson, ...onePersonByTables, ...twoPeople].flatMap(([, a, b]) => [a, b]),
);
const fields = fc.record({
  firstName: fc.option(fc.string({ unit: 'binary', maxLength: 40 })),
  lastName: fc.option(fc.string({ unit: 'binary', maxLength: 40 })),
  email: fc.option(fc.string({ maxLength: 20 })),
});
const tablesOrNone = fc.boolean().map((isLoaded) => (isLoaded ? nameTables : null));
const rank = (verdict: NameVerdict) => nameVerdicts.indexOf(verdict);

/** The culture by which two names are compared. */
function cultureOf(a: string, b: string) {
  const [one, other] = [a, b].map((text) => parseName(named(text)));
  return one?.kind === 'person' && other?.kind === 'person' ? commonCulture(one, other) : null;
}

describe('for all names', () => {
  it('which one comes first makes no difference', () => {
    fc.assert(
      fc.property(people, people, tablesOrNone, (a, b, tables) => {
        compared(named(a), named(b), tables);
      }),
      { numRuns: 300 },
    );
  });

  it('any text is compared, both ways alike', () => {
    fc.assert(
      fc.property(fields, fields, tablesOrNone, (a, b, tables) => {
        expect(nameVerdicts).toContain(compared(a, b, tables).verdict);
      }),
    );
  });

  it('a name is the same as itself, whatever its case', () => {
    fc.assert(
      fc.property(people, tablesOrNone, (a, tables) => {
        expect(compared(named(a), named(a), tables).verdict).toBe('same');
        expect(compared(named(a), named(a.normalize('NFD')), tables).verdict).toBe('same');
      }),
    );
  });

  it('given name and surname may change places', () => {
    const words = fc.constantFrom(
      'Jane',
      'Müller',
      'Okafor',
      'Li',
      'Wei',
      'Шевченко',
      '민준',
      'de la Cruz',
      'Ana María',
    );
    fc.assert(
      fc.property(words, words, tablesOrNone, (first, last, tables) => {
        const straight = named(`${first}|${last}`);
        expect(compared(straight, named(`${last}|${first}`), tables).verdict).toBe('same');
        expect(compared(straight, named(`${last}, ${first}`), tables).verdict).toBe('same');
      }),
    );
  });

  it('a slip of the pen never makes them agree more', () => {
    fc.assert(
      fc.property(
        people,
        people,
        fc.nat(),
        fc.constantFrom('q', 'x', 'w'),
        tablesOrNone,
        (a, b, at, letter, tables) => {
          const other = named(b);
          const before = compareNames(named(a), other, tables);
          // Into a word of letters, and a letter that the other name lacks: no slip that happens to be right.
          const places = [...a.matchAll(/(?<=\p{Script=Latin}{2})(?=\p{Script=Latin}{2})/gu)].map(
            ({ index }) => index,
          );
          const place = places[at % (places.length || 1)];
          fc.pre(place !== undefined && !b.toLowerCase().includes(letter) && before.verdict !== 'unknown');
          const slipped = `${a.slice(0, place)}${letter}${a.slice(place)}`;
          // Names of syllables are compared more strictly, and a slip may hide that they are.
          fc.pre(cultureOf(a, b) === cultureOf(slipped, b));
          // A conflict may end: with a slip it may be no name that anybody knows.
          expect(rank(compareNames(named(slipped), other, tables).verdict)).toBeGreaterThanOrEqual(
            Math.min(rank(before.verdict), rank('unknown')),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['letters', 'a'.repeat(200)],
    ['initials', 'J. '.repeat(66)],
    ['words', 'van der Berg '.repeat(16)],
    ['a comma after each', 'Jr, '.repeat(50)],
    ['brackets', '('.repeat(200)],
    ['broken letters', 'Ã©'.repeat(100)],
    ['encoded words', '=?utf-8?q?=C3=A9?= '.repeat(10)],
    ['Arabic vowels', 'عو'.repeat(100)],
    ['Han', '山田'.repeat(100)],
    ['accents', `e${'\u0301'.repeat(199)}`],
    ['half characters', '\ud800\udc00\ud800'.repeat(60)],
  ])('200 characters of %s are compared with anything', (_, text) => {
    for (const other of ['Jane|Doe', 'a'.repeat(200), 'aeiou'.repeat(40), text, `${text}|${text}`])
      expect(nameVerdicts).toContain(compared(named(`${text}|${text}`), named(other)).verdict);
  });
});
