import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { FoundGroup } from '../../../src/duplicates/candidates';
import { createContactVersions } from '../../../src/state/contact-versions';
import { contact, sparseContact } from '../../builders';

const page = sparseContact({ id: '1', lastName: 'Ash', email: 'new@ash.example' });
const listed = sparseContact({ id: '1', email: 'old@ash.example', city: 'Leeds' });
const other = sparseContact({ id: '2', lastName: 'Birch', city: 'York' });

function versionsOf(...groups: readonly FoundGroup[]) {
  const found = signal(groups);
  const open = signal(page);
  return { versions: createContactVersions(open, found), found, open };
}

const group = (key: string, ...contacts: FoundGroup['contacts']): FoundGroup => ({ key, contacts });

describe('the open contact', () => {
  it('is what page and lists tell, and its single record once that is read', () => {
    const { versions } = versionsOf(group('email', other, listed));
    expect(versions.open.value).toMatchObject({ lastName: 'Ash', email: 'new@ash.example', city: 'Leeds' });
    versions.addRecords([sparseContact({ id: '1', city: 'Hull', title: 'Buyer' })]);
    expect(versions.open.value).toMatchObject({ lastName: 'Ash', city: 'Hull', title: 'Buyer' });
    expect(versions.contactOf('1')).toBe(versions.open.value);
  });

  it('is weighed without its record, which would move the letters of others', () => {
    const { versions } = versionsOf(group('email', listed));
    const before = versions.openAsListed.value;
    versions.addRecords([sparseContact({ id: '1', mobile: '07700 900001' })]);
    expect(versions.openAsListed.value).toBe(before);
  });

  it('follows the page', () => {
    const { versions, open } = versionsOf(group('email', listed));
    open.value = sparseContact({ id: '1', lastName: 'Elm' });
    expect(versions.open.value).toMatchObject({ lastName: 'Elm', email: 'old@ash.example', city: 'Leeds' });
  });

  it('is no answer of a list where it stands in a group only as the page told it', () => {
    const { versions } = versionsOf(group('email', other, page));
    expect(versions.open.value.sentFields).toEqual(new Set(['id', 'lastName', 'email']));
  });
});

describe('another contact', () => {
  it('is what the first list tells, and its single record once that is read', () => {
    const { versions } = versionsOf(group('email', other), group('phone', { ...other, city: 'Hull' }));
    expect(versions.contactOf('2')).toBe(other);
    versions.addRecords([sparseContact({ id: '2', title: 'Buyer' })]);
    expect(versions.contactOf('2')).toMatchObject({ lastName: 'Birch', city: 'York', title: 'Buyer' });
  });

  it('is unknown while no group holds it, whatever its record says', () => {
    const { versions, found } = versionsOf(group('email', other));
    versions.addRecords([contact({ id: '3' })]);
    expect(versions.contactOf('3')).toBeNull();
    found.value = [];
    expect(versions.contactOf('2')).toBeNull();
  });

  it('is what the list tells again once records are forgotten', () => {
    const { versions } = versionsOf(group('email', other));
    versions.addRecords([sparseContact({ id: '2', city: 'Hull' })]);
    versions.forgetRecords();
    expect(versions.contactOf('2')).toBe(other);
    expect(versions.records.value.size).toBe(0);
  });
});

describe('a page more of a group', () => {
  it('leaves everybody the same object of whom it says nothing new, so that no card is drawn again', () => {
    const { versions, found } = versionsOf(group('email', listed, other));
    versions.addRecords([sparseContact({ id: '2', city: 'Hull' })]);
    const before = [versions.open.value, versions.openAsListed.value, versions.contactOf('2')];
    found.value = [group('email', listed, other, sparseContact({ id: '3', lastName: 'Cedar' }))];
    const after = [versions.open.value, versions.openAsListed.value, versions.contactOf('2')];
    expect(after.every((one, place) => one === before[place])).toBe(true);
  });
});
