import { describe, expect, it } from 'vitest';
import { keyByLine } from '../../../../src/duplicates/phones/key-by-line';

const office = '+44 20 7946 0100';

describe('phone numbers that are connected', () => {
  it('are one line where all of them match', () => {
    const numbers = [office, '020 7946 0100', '0044 20 7946 0100', '+44 (0)20 7946 0100'];
    expect(new Set(numbers.map(keyByLine(numbers, null))).size).toBe(1);
  });

  it('stand apart where two countries match only by way of the national form', () => {
    const numbers = ['+44 20 7946 0100', '020 7946 0100', '+49 20 7946 0100'];
    expect(new Set(numbers.map(keyByLine(numbers, null))).size).toBe(3);
  });
});
