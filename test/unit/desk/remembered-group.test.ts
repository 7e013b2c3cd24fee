import { describe, expect, it } from 'vitest';
import {
  besideKey,
  groupKey,
  groupRow,
  groupsIn,
  markerOf,
  markerWithout,
} from '../../../src/desk/remembered-group';
import { largestValue } from '../../../src/desk/storage';
import type { GroupById } from '../../../src/duplicates/group-reference';

const id = '450000000000123001';

/** A group by id, with these parameters. */
const group = (duplicateId: string, parameters: Readonly<Record<string, string>> = {}): GroupById => ({
  by: 'id',
  duplicateId,
  parameters,
});
const some = group('189200000004010003', { limit: '50', sortBy: '-createdTime' });
/** The row that earlier versions kept all groups in. */
const markerHolding = (...groups: readonly unknown[]) => ({ ...markerOf(id), value: { groups } });

describe('a group that is remembered beside a contact', () => {
  it('is a row of its own, found by the contact', () => {
    const row = groupRow(id, some, 1763900000000);
    expect(row).toEqual({
      key: groupKey(id, some),
      queriableValue: besideKey(id),
      value: { group: ['189200000004010003', 'limit=50&sortBy=-createdTime'], at: 1763900000000 },
    });
    expect(groupsIn(markerOf(id), [JSON.parse(JSON.stringify(row))])).toEqual([some]);
  });

  it.each([
    ['of nineteen digits beside such a contact', '9'.repeat(19), '9'.repeat(19)],
    ['as long as one may be', id, 'aZ_-'.repeat(25)],
  ])('has a key and a size that Desk takes: %s', (_, contactId, duplicateId) => {
    const { key, queriableValue, value } = groupRow(contactId, group(duplicateId), Date.now());
    for (const text of [key, queriableValue]) expect(text).toMatch(/^[a-zA-Z0-9_,:]{1,50}$/);
    expect(JSON.stringify(value).length).toBeLessThan(largestValue);
  });

  it('has one key, and another with other parameters or beside another contact', () => {
    expect(groupKey(id, structuredClone(some))).toBe(groupKey(id, some));
    const others = [groupKey(id, some), groupKey(id, group(some.duplicateId)), groupKey('1', some)];
    expect(new Set([...others, besideKey(id)]).size).toBe(4);
  });

  it('comes after those of earlier versions, and after those that were opened before it', () => {
    const rows = [group('3'), group('2'), group('4')].map((one, place) =>
      groupRow(id, one, [30, 20, 40][place] ?? 0),
    );
    const inTurn = groupsIn(markerHolding(['1', '']), rows);
    expect(inTurn.map(({ duplicateId }) => duplicateId)).toEqual(['1', '2', '3', '4']);
  });

  it('is passed over where it cannot be read', () => {
    const odd = [null, {}, { group: 'x' }, { group: ['..', ''] }, { group: ['1', 'page'], at: 1 }];
    const rows = odd.map((value) => ({ key: groupKey(id, some), queriableValue: besideKey(id), value }));
    expect(groupsIn(markerOf(id), rows)).toEqual([]);
  });

  it('is read where its id has lost its quotes, and where its time is none', () => {
    const row = { ...groupRow(id, some, 1), value: { group: [7, ''], at: 'soon' } };
    expect(groupsIn(markerOf(id), [row])).toEqual([group('7')]);
  });
});

describe('the groups that an earlier version kept in one record', () => {
  it('are taken out one by one, and the others stay as they are', () => {
    const marker = markerHolding(['1', ''], ['..', ''], ['1', 'limit=50']);
    expect(markerWithout(marker, group('1'))).toEqual(markerHolding(['..', ''], ['1', 'limit=50']));
    expect(markerWithout(marker, group('2'))).toBeNull();
  });

  it.each([{ version: 9, groups: [['1', '']] }, { groups: { a: ['1', ''] } }, {}, null])(
    'are left alone where they are kept in another way: %j',
    (value) => {
      const marker = { ...markerOf(id), value };
      expect(groupsIn(marker, [])).toEqual([]);
      expect(markerWithout(marker, group('1'))).toBeNull();
    },
  );
});
