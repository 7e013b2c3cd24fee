import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/duplicates/members';
import { contact } from '../builders';

const ash = contact({ lastName: 'Ash' });
const birch = contact({ lastName: 'Birch' });
const cedar = contact({ lastName: 'Cedar' });

function listed(...parameters: Parameters<typeof membersOf>): string[] {
  return membersOf(...parameters).map((member) => `${member.letter} ${member.contact.lastName}`);
}

describe('membersOf', () => {
  it.each([
    ['first', [ash, birch, cedar]],
    ['in the middle', [birch, ash, cedar]],
    ['last', [birch, cedar, ash]],
  ])('lists the open contact first, as A, where Desk put it %s', (_, group) => {
    expect(listed(group, ash.id)).toEqual(['A Ash', 'B Birch', 'C Cedar']);
  });

  it('keeps the order of Desk for the others', () => {
    expect(listed([cedar, ash, birch], ash.id)).toEqual(['A Ash', 'B Cedar', 'C Birch']);
  });

  it.each([
    ['is not in the group', '450000000000999999'],
    ['is not known', null],
  ])('keeps A for the open contact also where it %s', (_, openContactId) => {
    expect(listed([ash, birch], openContactId)).toEqual(['B Ash', 'C Birch']);
  });

  it('marks the open contact and nobody else', () => {
    const marks = membersOf([ash, birch, cedar], birch.id).map((member) => member.isOpenContact);
    expect(marks).toEqual([true, false, false]);
  });

  it('hands the contacts on as they are', () => {
    expect(membersOf([ash], null)[0]?.contact).toBe(ash);
  });

  it('lists nobody for an empty group', () => {
    expect(membersOf([], ash.id)).toEqual([]);
  });

  it('leaves the given list as it was', () => {
    const group = [birch, ash];
    membersOf(group, ash.id);
    expect(group).toEqual([birch, ash]);
  });
});
