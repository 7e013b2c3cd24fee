import { describe, expect, it } from 'vitest';
import { letter } from '../../../src/duplicates/letter';

describe('letter', () => {
  it.each([
    [0, 'A'],
    [1, 'B'],
    [25, 'Z'],
    [26, 'AA'],
    [27, 'AB'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('counts as spreadsheet columns do: %i is %s', (index, expected) => {
    expect(letter(index)).toBe(expected);
  });

  it('gives no two of a thousand records the same letters', () => {
    expect(new Set(Array.from({ length: 1000 }, (_, index) => letter(index))).size).toBe(1000);
  });
});
