import { describe, expect, it } from 'vitest';
import type { ToE164 } from '../../../../src/duplicates/phones/parse-phone';
import { createToE164 } from '../../../../src/duplicates/phones/to-e164';
import { matchPhones } from '../../support';

/** Compares both ways round: the answer must be the same. */
function compared(a: string, b: string, toE164: ToE164 | null) {
  const answer = matchPhones(a, b, toE164);
  expect(matchPhones(b, a, toE164), 'the other way round').toBe(answer);
  return answer;
}

const allToE164: [string, ToE164 | null][] = [
  ['without numbering plans', null],
  ['with numbering plans, in no country', createToE164(null)],
  ['with numbering plans, in Britain', createToE164('GB')],
];

describe.each(allToE164)('comparePhones %s', (_, toE164) => {
  it.each([
    ['the same text', '+44 20 7946 0123', '+44 20 7946 0123'],
    ['blanks around it', ' +44 20 7946 0123', '+44 20 7946 0123\n'],
    ['invisible marks in it', '\u202a+44 20 7946 0123\u202c', '+44 20 7946 0123'],
    ['a short number', '4012', '4012'],
    ['letters for digits', '1-800-555-CARS', '1-800-555-CARS'],
  ])('sees one number in %s', (_case, a, b) => {
    expect(compared(a, b, toE164)).toBe('same');
  });

  it.each([
    ['other punctuation', '+44 20 7946 0123', '+44(20)7946-0123'],
    ['two zeros for the plus', '+44 20 7946 0123', '0044 20 7946 0123'],
    ['a zero in brackets', '+44 20 7946 0123', '+44 (0)20 7946 0123'],
    ['a zero in brackets behind two zeros', '+44 20 7946 0123', '0044 (0)20 7946 0123'],
    ['its national form', '+44 20 7946 0123', '(020) 7946 0123'],
    ['both in national form', '020 7946 0123', '(020) 79460123'],
    ['an extension on one of them', '+44 20 7946 0123 ext 12', '+44 20 7946 0123'],
    ['the same extension', '+44 20 7946 0123 ext. 12', '+442079460123x12'],
    ['the extension of an address', 'tel:+442079460123;ext=12', '+44 20 7946 0123 #12'],
    ['a word before it', 'Tel. +44 20 7946 0123', '+442079460123'],
    ['Arabic digits', '+٤٤ ٢٠ ٧٩٤٦ ٠١٢٣', '+44 20 7946 0123'],
    ['Persian digits', '۰۲۰ ۷۹۴۶ ۰۱۲۳', '020 7946 0123'],
    ['Devanagari digits', '+४४ २० ७९४६ ०१२३', '+44 20 7946 0123'],
    ['Thai digits', '+๔๔ ๒๐ ๗๙๔๖ ๐๑๒๓', '+44 20 7946 0123'],
    ['full-width digits and plus', '＋４４　２０　７９４６　０１２３', '+44 20 7946 0123'],
  ])('sees one number in two formats: %s', (_case, a, b) => {
    expect(compared(a, b, toE164)).toBe('otherFormat');
  });

  it.each([
    ['the last digit', '+44 20 7946 0123', '+44 20 7946 0124'],
    ['the country', '+44 20 7946 0123', '+49 20 7946 0123'],
    ['the extension', '+44 20 7946 0123 ext 12', '+44 20 7946 0123 ext 13'],
    ['the letters for digits', '1-800-555-CARS', '1-800-555-BIKE'],
    ['an area code that is missing', '+44 20 7946 0123', '0 7946 0123'],
    ['everything but a short end', '+44 20 7946 0123', '0123'],
  ])('sees two numbers where these differ: %s', (_case, a, b) => {
    expect(compared(a, b, toE164)).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \t'],
    ['a word', 'n/a'],
    ['a dash', '-'],
    ['one digit', '1'],
    ['a placeholder', '0000000000'],
    ['more than fits any field', '1234567890'.repeat(1_000)],
    ['a long row of blanks', `020${' '.repeat(50_000)}x`],
  ])('sees no number in %s, even twice', (_case, text) => {
    expect(compared(text, text, toE164)).toBeNull();
    expect(compared(text, '+44 20 7946 0123', toE164)).toBeNull();
  });
});

describe('comparePhones', () => {
  it.each([
    ['Italy', '+39 06 698 1234', '06 698 1234'],
    ['Ivory Coast', '+225 07 12 34 56 78', '07 12 34 56 78'],
  ])('knows that numbers of %s keep their zero behind the country code', (_, a, b) => {
    expect(compared(a, b, null)).toBe('otherFormat');
    expect(compared(a, b, createToE164(null))).toBe('otherFormat');
  });

  it('goes by the digits of numbers that have no E.164 form', () => {
    const knowsNone: ToE164 = () => null;
    expect(compared('030 23125 123', '+49 30 23125-123', knowsNone)).toBe('otherFormat');
    expect(compared('23125-12', '231 25 12', knowsNone)).toBe('otherFormat');
  });

  it('does not take a few equal digits for a number', () => {
    expect(compared('40-12', '4012', null)).toBeNull();
  });

  it('believes the numbering plans rather than the digits', () => {
    expect(compared('020 7946 0123', '+44 20 7946 0123', createToE164('DE'))).toBeNull();
    expect(compared('202-555-0134', '+1 202-555-0134', createToE164('US'))).toBe('otherFormat');
  });

  it('finds no country code where the number names none', () => {
    expect(compared('202-555-0134', '+1 202-555-0134', null)).toBeNull();
  });

  it('does not split a service code', () => {
    expect(compared('*31#0123456', '*31 0123456', null)).toBe('otherFormat');
  });
});
