import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeSorted } from '../../../src/base/merge-sorted';

interface Row {
  readonly rank: number;
  readonly from: string;
}

const rows = (from: string) => fc.array(fc.record({ rank: fc.nat(9), from: fc.constant(from) }));
const byRank = (a: Row, b: Row) => a.rank - b.rank;

it('merges what is sorted with what is added, as sorting both would', () => {
  fc.assert(
    fc.property(rows('sorted'), rows('added'), (sorted, added) => {
      const before = sorted.sort(byRank);
      expect(mergeSorted(before, added, byRank)).toEqual([...before, ...added].sort(byRank));
    }),
  );
});
