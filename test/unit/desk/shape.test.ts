import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countEntries, shapeOf } from '../../../src/desk/shape';
import { rawContact } from '../../builders';
import { anything } from '../fuzz/arbitraries';

describe('the shape of an answer', () => {
  it.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    ['', 'empty text'],
    ['Robin', 'text'],
    ['450000000000123001', 'digits'],
    ['2024-02-29T08:30:00.000Z', 'time'],
    ['true', 'boolean as text'],
    [true, 'boolean'],
    [7, 'number'],
    [[], 'empty list'],
    [{}, '{}'],
    [[1, 2, 'x', null], '4 × null | number | text'],
    [{ data: [{ id: '1' }, { id: 2, email: null }] }, '{data: 2 × {email?: null, id: digits | number}}'],
    [{ data: [{ contacts: [1] }, { contacts: [1, 2, 3] }] }, '{data: 2 × {contacts: 1–3 × number}}'],
    [{ data: [[], {}] }, '{data: 2 × empty list | {}}'],
  ])('of %j is %s', (body, shape) => {
    expect(shapeOf(body)).toBe(shape);
  });

  it('counts the names that a portal gave its fields', () => {
    expect(
      shapeOf({ cf: { cf_region: 'North', cf_plan: null }, customFields: { 'Favorite color': 'x' } }),
    ).toBe('{cf: 2 names, customFields: 1 names}');
  });

  it('counts names that may be values', () => {
    expect(shapeOf({ 'robin@ash.example': 1, '+31 20 555 0102': 2, '42': 3, total: 4 })).toBe(
      '{total: number, 3 other names}',
    );
  });

  it('holds no value of anybody', () => {
    const shape = shapeOf({ data: [rawContact({ phone: '+31 20 555 0102' }), rawContact()] });
    expect(shape).toContain('phone: null | text');
    expect(shape).not.toMatch(/Robin|Ash|@|\d{3}/);
  });

  it('ends, whatever it is given', () => {
    fc.assert(
      fc.property(anything, (body) => {
        expect(shapeOf(body)).toBeTypeOf('string');
      }),
    );
  });
});

describe('the entries of an answer', () => {
  it.each<[unknown, number | null]>([
    [[], 0],
    [[1, 2], 2],
    [{ data: [1, 2, 3] }, 3],
    [{ contacts: [1] }, 1],
    [{ data: { contacts: [1, 2] } }, 2],
    [{ data: [{ contacts: [1, 2, 3] }] }, 3],
    [{ data: [{ contacts: [1, 2, 3] }, { contacts: [] }] }, 2],
    [{ id: '1', lastName: 'Ash' }, null],
    ['text', null],
    [undefined, null],
  ])('of %j are %j', (body, count) => {
    expect(countEntries(body)).toBe(count);
  });
});
