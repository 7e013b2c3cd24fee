import { describe, expect, it } from 'vitest';
import { type Contact, fullName, olderFirst } from '../../../src/duplicates/contact';
import { contact } from '../../builders';

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

describe('olderFirst', () => {
  it('goes by age, then by id, the unknown age last', () => {
    const records = [
      contact({ id: '5' }),
      contact({ id: '4', createdTime: 9 }),
      contact({ id: '3' }),
      contact({ id: '2', createdTime: 9 }),
      contact({ id: '6', createdTime: -1 }),
    ];
    expect(records.sort(olderFirst).map(({ id }) => id)).toEqual(['6', '2', '4', '3', '5']);
  });
});
