import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/duplicates/contact';
import type { MatchField } from '../../../src/duplicates/group-reference';
import {
  automaticValues,
  type MatchValue,
  matchKey,
  matchValues,
  nameValue,
  type ValueSource,
  valuesOfFields,
} from '../../../src/duplicates/match-values';
import { contact } from '../../builders';

const robin = {
  firstName: 'Robin',
  lastName: 'Ash',
  email: 'robin@ash.example',
  secondaryEmail: 'r.ash@ash.example',
  phone: '+44 20 7946 0123',
  mobile: '+44 7700 900123',
};

const sourcesOf = (values: readonly MatchValue[]) => values.map(({ source }) => source);

describe('matchValues', () => {
  it('tells everything that Desk can be asked about a contact, most telling first', () => {
    expect(matchValues(contact(robin))).toEqual([
      { source: 'email', fieldName: 'bothEmail', fieldValue: 'robin@ash.example' },
      { source: 'phone', fieldName: 'phone', fieldValue: '+44 20 7946 0123' },
      { source: 'secondaryEmail', fieldName: 'bothEmail', fieldValue: 'r.ash@ash.example' },
      { source: 'mobile', fieldName: 'phone', fieldValue: '+44 7700 900123' },
      { source: 'fullName', fieldName: 'fullName', fieldValue: 'Robin Ash' },
      { source: 'lastName', fieldName: 'lastName', fieldValue: 'Ash' },
      { source: 'firstName', fieldName: 'firstName', fieldValue: 'Robin' },
    ]);
  });

  it.each<[name: string, told: Partial<Contact>, sources: ValueSource[]]>([
    ['nothing', {}, []],
    ['empty text', { email: '', phone: '', lastName: '' }, []],
    ['a last name alone', { lastName: 'Ash' }, ['fullName', 'lastName']],
    ['a first name alone', { firstName: 'Robin' }, ['fullName', 'firstName']],
    ['a second address alone', { secondaryEmail: 'r@ash.example' }, ['secondaryEmail']],
    ['a mobile number alone', { mobile: '+44 7700 900123' }, ['mobile']],
    [
      'an e-mail address and a mobile number',
      { email: 'r@ash.example', mobile: '1234' },
      ['email', 'mobile'],
    ],
  ])('leaves out what is empty, of a contact with %s', (_, told, sources) => {
    expect(sourcesOf(matchValues(contact(told)))).toEqual(sources);
  });

  it.each<[name: string, told: Partial<Contact>, sources: ValueSource[]]>([
    ['both addresses', { email: 'r@ash.example', secondaryEmail: 'R@Ash.example' }, ['email']],
    ['phone and mobile', { phone: '4012', mobile: '4012' }, ['phone']],
  ])('tells once what stands in %s', (_, told, sources) => {
    expect(sourcesOf(matchValues(contact(told)))).toEqual(sources);
  });

  it('tells a name in each field that it can be asked for by, also where it is one word', () => {
    const values = matchValues(contact({ lastName: 'Ash' }));
    expect(values.map(({ fieldName, fieldValue }) => [fieldName, fieldValue])).toEqual([
      ['fullName', 'Ash'],
      ['lastName', 'Ash'],
    ]);
  });
});

describe('matchKey', () => {
  const key = (fieldName: MatchField, fieldValue: string) => matchKey({ fieldName, fieldValue });

  it('is the same for values that Desk takes for the same', () => {
    expect(key('bothEmail', 'Robin@ASH.example')).toBe(key('bothEmail', 'robin@ash.example'));
  });

  it.each<[name: string, MatchField, string]>([
    ['another field', 'email', 'robin@ash.example'],
    ['another value', 'bothEmail', 'r.ash@ash.example'],
  ])('is another one for %s', (_, fieldName, fieldValue) => {
    expect(key(fieldName, fieldValue)).not.toBe(key('bothEmail', 'robin@ash.example'));
  });
});

describe('valuesOfFields', () => {
  it.each<[fields: MatchField[], sources: ValueSource[]]>([
    [
      ['bothEmail', 'phone'],
      ['email', 'phone'],
    ],
    [
      ['phone', 'bothEmail'],
      ['phone', 'email'],
    ],
    [['email'], ['email']],
    [['secondaryEmail'], ['email']],
    [['email', 'secondaryEmail', 'bothEmail'], ['email']],
    [
      ['phone', 'email', 'phone'],
      ['phone', 'email'],
    ],
    [
      ['fullName', 'lastName', 'firstName'],
      ['fullName', 'lastName', 'firstName'],
    ],
    [[], []],
  ])('gives one value for each of %j', (fields, sources) => {
    expect(sourcesOf(valuesOfFields(contact(robin), fields))).toEqual(sources);
  });

  it('asks for addresses in both fields', () => {
    const fieldNames = valuesOfFields(contact(robin), ['email']).map(({ fieldName }) => fieldName);
    expect(fieldNames).toEqual(['bothEmail']);
  });

  it.each<[name: string, told: Partial<Contact>, sources: ValueSource[]]>([
    ['takes the second address where there is no first', { email: null }, ['secondaryEmail', 'phone']],
    ['leaves out a field without a value', { phone: null, mobile: null }, ['email']],
    ['does not take a mobile number for a phone', { phone: null }, ['email']],
    ['finds nothing where nothing is known', { email: null, secondaryEmail: null, phone: null }, []],
  ])('%s', (_, told, sources) => {
    expect(sourcesOf(valuesOfFields(contact({ ...robin, ...told }), ['bothEmail', 'phone']))).toEqual(
      sources,
    );
  });
});

describe('automaticValues', () => {
  const usual: MatchField[] = ['bothEmail', 'phone'];
  it.each<[name: string, told: Partial<Contact>, fields: MatchField[], sources: ValueSource[]]>([
    ['one value for each field', {}, usual, ['email', 'phone']],
    [
      'the second address in the turn of a missing phone',
      { phone: null },
      usual,
      ['email', 'secondaryEmail'],
    ],
    ['no second address twice', { email: null }, usual, ['secondaryEmail', 'phone']],
    ['no second address where none is known', { phone: null, secondaryEmail: null }, usual, ['email']],
    ['no address where none is checked', { phone: null }, ['phone', 'fullName'], ['fullName']],
    [
      'nothing of a contact of whom nothing is known',
      { email: null, secondaryEmail: null, phone: null },
      usual,
      [],
    ],
  ])('are %s', (_, told, fields, sources) => {
    expect(sourcesOf(automaticValues(contact({ ...robin, ...told }), fields))).toEqual(sources);
  });

  it('are never more than the fields that are checked', () => {
    const fields: MatchField[] = ['bothEmail', 'phone', 'fullName'];
    for (const phone of [robin.phone, null]) {
      for (const firstName of [robin.firstName, null]) {
        const told = contact({ ...robin, phone, firstName });
        expect(automaticValues(told, fields).length).toBeLessThanOrEqual(fields.length);
      }
    }
  });
});

describe('nameValue', () => {
  it('is the full name', () => {
    expect(nameValue(contact(robin))).toEqual({
      source: 'fullName',
      fieldName: 'fullName',
      fieldValue: 'Robin Ash',
    });
  });

  it('is missing where the contact has no name', () => {
    expect(nameValue(contact({ email: 'robin@ash.example' }))).toBeUndefined();
  });
});
