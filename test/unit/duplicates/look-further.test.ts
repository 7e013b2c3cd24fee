import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/duplicates/contact';
import { nearOnes, otherSpellings } from '../../../src/duplicates/look-further';
import { nearReader } from '../../../src/duplicates/near-reader';
import { createToE164 } from '../../../src/duplicates/phones/to-e164';
import type { Readers } from '../../../src/duplicates/readers';
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

describe('nearOnes', () => {
  const acme = { accountId: '1' };
  const open = contact({ firstName: 'William', lastName: 'Ash', email: 'will@acme.example', ...acme });
  const colleague = contact({ firstName: 'Jane', lastName: 'Doe', ...acme });
  const nickname = contact({ firstName: 'Bill', lastName: 'Ash', ...acme });
  const sameName = contact({ firstName: 'William', lastName: 'Ash' });

  it('are those of whom more is alike than the account, and not the open contact', () => {
    const all = [open, colleague, nickname, sameName];
    expect(nearOnes(open, all, { toE164: null, near: nearReader })).toEqual([nickname, sameName]);
    expect(nearOnes(open, all, { toE164: null, near: null })).toEqual([sameName]);
  });

  describe('by a number whose country only the account tells', () => {
    const one = contact({ lastName: 'Petrov', phone: '8 495 123-45-67', ...acme });
    const other = contact({ lastName: 'Ivanova', phone: '495 1234567', ...acme });
    const elsewhere = contact({ lastName: 'Sidorov', phone: '495 1234567', accountId: '2' });
    const knowing = (accountId: string): Readers => ({
      toE164: createToE164(null),
      near: nearReader.knowing({ accountId, country: 'RU' }),
    });

    it('are those of the account, from both ends', () => {
      expect(nearOnes(one, [one, other], knowing('1'))).toEqual([other]);
      expect(nearOnes(other, [one, other], knowing('1'))).toEqual([one]);
      expect(nearOnes(one, [one, other], { ...knowing('1'), near: nearReader })).toEqual([]);
    });

    it('are not those of another account, which would be said from one end alone', () => {
      expect(nearOnes(one, [one, elsewhere], knowing('1'))).toEqual([]);
      expect(nearOnes(elsewhere, [one, elsewhere], knowing('2'))).toEqual([]);
    });
  });
});
