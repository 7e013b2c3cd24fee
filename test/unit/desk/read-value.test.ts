import { describe, expect, it } from 'vitest';
import { readBoolean, readCount, readFlag, readId, readText } from '../../../src/desk/read-value';
import { noIds } from '../support';

const longest = '9223372036854775807';

describe('an id', () => {
  it.each([
    ['42', '42'],
    [42, '42'],
    [' 42 ', '42'],
    [longest, longest],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ])('is a whole number, as text or not: %j', (sent, id) => {
    expect(readId(sent)).toBe(id);
  });

  it.each(noIds.map((sent) => [sent]))('is nothing else: %j', (sent) => {
    expect(readId(sent)).toBeNull();
  });
});

describe('text', () => {
  it.each<[unknown, string | null]>([
    [' Jane ', 'Jane'],
    [42, '42'],
    [' ', null],
    [true, null],
    [['Jane'], null],
    ['Jane\ud83d', 'Jane\ufffd'],
  ])('of %j is %j', (sent, text) => {
    expect(readText(sent)).toBe(text);
  });

  it('ends with … where it is cut', () => {
    expect(readText('abcd', 3)).toBe('ab…');
    expect(readText('abc', 3)).toBe('abc');
  });
});

describe('what says yes or no', () => {
  it.each<[unknown, isFlagged: boolean, said: boolean | null]>([
    [true, true, true],
    ['true', true, true],
    ['True', true, null],
    [false, false, false],
    ['false', false, false],
    [null, false, null],
    [1, false, null],
  ])('%j is the flag %j, and says %j', (sent, isFlagged, said) => {
    expect(readFlag(sent)).toBe(isFlagged);
    expect(readBoolean(sent)).toBe(said);
  });
});

describe('a count', () => {
  it.each([
    [0, 0],
    ['17', 17],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ])('of %j', (sent, count) => {
    expect(readCount(sent)).toBe(count);
  });

  it.each([-1, 1.5, 2 ** 53, '-1', '1.5', ' 1', '1'.repeat(10), '', true, null, [1]])('is not %j', (sent) => {
    expect(readCount(sent)).toBeNull();
  });
});
