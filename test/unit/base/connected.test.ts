import { describe, expect, it } from 'vitest';
import { connectedGroups, connectedTo } from '../../../src/base/connected';

/** Numbers are linked to their neighbors. */
const areNeighbors = (a: number, b: number) => Math.abs(a - b) === 1;

describe('connectedTo', () => {
  it('finds what is linked directly or through others, the first item in front', () => {
    expect(connectedTo(2, [1, 5, 4, 3, 9, 10], areNeighbors)).toEqual([2, 1, 3, 4, 5]);
  });

  it('finds the first item alone where nothing is linked to it, and never twice', () => {
    expect(connectedTo(2, [5, 2, 9], areNeighbors)).toEqual([2]);
  });
});

describe('connectedGroups', () => {
  it('puts every item into one group, in the order of their first items', () => {
    expect(connectedGroups([9, 1, 4, 2, 5, 10], areNeighbors)).toEqual([
      [9, 10],
      [1, 2],
      [4, 5],
    ]);
  });

  it('makes no groups of no items', () => {
    expect(connectedGroups([], areNeighbors)).toEqual([]);
  });

  it('changes nothing in the list it is given', () => {
    const items = [1, 2, 4];
    connectedGroups(items, areNeighbors);
    expect(items).toEqual([1, 2, 4]);
  });
});
