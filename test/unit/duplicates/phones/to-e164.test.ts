import { describe, expect, it } from 'vitest';
import { countryOfDataCenter, createToE164 } from '../../../../src/duplicates/phones/to-e164';

describe('createToE164', () => {
  it.each([
    ['an American number', '+1 202-555-0134', '+12025550134'],
    ['a German number', '+49 30 23125 123', '+493023125123'],
    ['two zeros for the plus', '0049 30 23125 123', '+493023125123'],
    ['Devanagari digits', '+४४ २० ७९४६ ०१२३', '+442079460123'],
    ['invisible marks', '\u202a+44 20 7946 0123\u202c', '+442079460123'],
  ])('reads %s without knowing the country', (_, phone, number) => {
    expect(createToE164(null)(phone)).toBe(number);
  });

  it('reads national numbers of its country', () => {
    expect(createToE164('US')('(202) 555-0134')).toBe('+12025550134');
    expect(createToE164('DE')('030 23125-123')).toBe('+493023125123');
    expect(createToE164(null)('030 23125-123')).toBeNull();
  });

  it.each(['', 'n/a', '+', '+999 12', '+44 20', '\u0000', 'ext 12', '+44 20 7946 0123 / +44 20 7946 0124'])(
    'gives nothing for %j',
    (phone) => {
      expect(createToE164('GB')(phone)).toBeNull();
    },
  );
});

describe('countryOfDataCenter', () => {
  it('is told by those that serve one country', () => {
    expect(['IN', 'SA', 'US', 'EU', '', null].map(countryOfDataCenter)).toEqual([
      'IN',
      'SA',
      null,
      null,
      null,
      null,
    ]);
  });
});
