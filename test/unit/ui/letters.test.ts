import { signal } from '@preact/signals';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import english from '../../../app/translations/en.json';
import type { Candidate } from '../../../src/duplicates/candidates';
import { loadTexts } from '../../../src/ui/shell/texts';
import { letterAt, letterIn, letterOf } from '../../../src/ui/words/letters';
import { contact, contacts } from '../../builders';

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await loadTexts('en', english);
});

describe('letterAt', () => {
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
  ])('counts as spreadsheet columns do: %i is %s', (place, expected) => {
    expect(letterAt(place)).toBe(expected);
  });

  it('gives no two of a thousand records the same letters', () => {
    expect(new Set(Array.from({ length: 1000 }, (_, place) => letterAt(place))).size).toBe(1000);
  });
});

describe('the letter of a contact', () => {
  const open = contact();
  const others = contacts(30);
  const candidates = signal<readonly Candidate[]>(
    others.map((one) => ({ contact: one, evidence: null, foundBy: [], isDuplicate: true })),
  );
  const record = { contact: signal(open), candidates: { all: candidates } };

  it('is A for the open contact, and from B on for the candidates, in their order', () => {
    expect([open, ...others].map(({ id }) => letterOf(record, id))).toEqual(
      Array.from({ length: 31 }, (_, place) => letterAt(place)),
    );
    expect(letterOf(record, others.at(-1)?.id ?? '')).toBe('AE');
  });

  it('follows the candidates when they are put into another order', () => {
    const reversed = { ...record, candidates: { all: signal(candidates.value.toReversed()) } };
    expect(letterOf(reversed, others.at(-1)?.id ?? '')).toBe('B');
  });

  it('begins with B while no contact is open', () => {
    expect(letterOf({ ...record, contact: signal(null) }, others[0]?.id ?? '')).toBe('B');
  });

  it('is the end of the id for a contact that is not here', () => {
    expect(letterOf(record, '450000000000999001')).toBeNull();
    expect(letterIn(record)('450000000000999001')).toBe('…9001');
  });
});
