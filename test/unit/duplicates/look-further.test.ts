import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/duplicates/contact';
import { fuzzyMatcher } from '../../../src/duplicates/fuzzy-matcher';
import { otherSpellings, similarContacts } from '../../../src/duplicates/look-further';
import type { Matchers } from '../../../src/duplicates/matchers';
import { createToE164 } from '../../../src/duplicates/phones/to-e164';
import { contact } from '../../builders';

const read = createToE164('NL');
const spell = (known: Partial<Contact>) => otherSpellings(contact(known), read);

describe('otherSpellings', () => {
  it.each<[string, Partial<Contact>, ReturnType<typeof otherSpellings>]>([
    ['nothing', {}, []],
    ['one word', { lastName: 'Doe' }, []],
    [
      'a name with a middle name and accents',
      { firstName: 'José María', lastName: 'Núñez' },
      [
        {
          fieldName: 'fullName',
          values: [
            ...['José Núñez', 'Núñez José María', 'Núñez José'],
            ...['Jose Maria Nunez', 'Jose Nunez', 'Nunez Jose Maria', 'Nunez Jose'],
          ],
        },
      ],
    ],
    ['an address without a tag', { email: 'jane@acme.example' }, []],
    [
      'an address with a tag',
      { email: 'jane.doe+news@acme.example' },
      [{ fieldName: 'bothEmail', values: ['jane.doe@acme.example'] }],
    ],
    [
      'an address whose host ignores dots',
      { email: 'jane.doe@gmail.com' },
      [{ fieldName: 'bothEmail', values: ['janedoe@gmail.com'] }],
    ],
    [
      'a national number',
      { phone: '020 555 01 02' },
      [{ fieldName: 'phone', values: ['+31205550102', '31205550102', '0205550102'] }],
    ],
  ])('of %s', (_, known, spellings) => {
    expect(spell(known)).toEqual(spellings);
  });

  it('hold no comma, no value of its own and no value twice, whatever the contact holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('a, b', 'Jane', 'j+x@y.example', null),
    );
    const known = fc.record({ firstName: text, lastName: text, email: text, phone: text });
    fc.assert(
      fc.property(known, (told) => {
        const own = [told.email, told.phone].map((value) => value?.trim().toLowerCase());
        for (const { values } of spell(told)) {
          expect(values.some((value) => value.includes(',') || own.includes(value.toLowerCase()))).toBe(
            false,
          );
          expect(new Set(values).size).toBe(values.length);
          expect(values.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('similarContacts', () => {
  const acme = { accountId: '1' };
  const open = contact({ firstName: 'William', lastName: 'Ash', email: 'will@acme.example', ...acme });
  const colleague = contact({ firstName: 'Jane', lastName: 'Doe', ...acme });
  const nickname = contact({ firstName: 'Bill', lastName: 'Ash', ...acme });
  const sameName = contact({ firstName: 'William', lastName: 'Ash' });

  it('are those of whom more is alike than the account, and not the open contact', () => {
    const all = [open, colleague, nickname, sameName];
    expect(similarContacts(open, all, { toE164: null, fuzzy: fuzzyMatcher })).toEqual([nickname, sameName]);
    expect(similarContacts(open, all, { toE164: null, fuzzy: null })).toEqual([sameName]);
  });

  describe('by a number whose country is only that of the account', () => {
    const one = contact({ lastName: 'Petrov', phone: '8 495 123-45-67', ...acme });
    const other = contact({ lastName: 'Ivanova', phone: '495 1234567', ...acme });
    const elsewhere = contact({ lastName: 'Sidorov', phone: '495 1234567', accountId: '2' });
    const withCountry = (accountId: string): Matchers => ({
      toE164: createToE164(null),
      fuzzy: fuzzyMatcher.withAccountCountry({ accountId, country: 'RU' }),
    });

    it('are those of the account, from both ends', () => {
      expect(similarContacts(one, [one, other], withCountry('1'))).toEqual([other]);
      expect(similarContacts(other, [one, other], withCountry('1'))).toEqual([one]);
      expect(similarContacts(one, [one, other], { ...withCountry('1'), fuzzy: fuzzyMatcher })).toEqual([]);
    });

    it('are not those of another account, where only one end would find them', () => {
      expect(similarContacts(one, [one, elsewhere], withCountry('1'))).toEqual([]);
      expect(similarContacts(elsewhere, [one, elsewhere], withCountry('2'))).toEqual([]);
    });
  });
});
