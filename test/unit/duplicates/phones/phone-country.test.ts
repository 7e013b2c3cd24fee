import { type CountryCode, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import type { ToE164 } from '../../../../src/duplicates/phones/parse-phone';
import {
  borrowedCountries,
  type CountryHints,
  countryOf,
  countryOfNumber,
  mayBeOneNumber,
  mostCommonCountry,
  possibleNumbers,
} from '../../../../src/duplicates/phones/phone-country';
import { createToE164 } from '../../../../src/duplicates/phones/to-e164';

const parseNumber = createToE164(null);
const parsed = new Map<string, string | null>();

/** Parses each number once: thousands of pairs are made of a few hundred. */
const toE164: ToE164 = (phone, country) => {
  const key = `${country} ${phone}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const number = parseNumber(phone, country);
  parsed.set(key, number);
  return number;
};

const nothing: CountryHints = { countries: [], ofAccount: null };

describe('countryOf', () => {
  it.each([
    ['Germany', 'DE'],
    ['germany', 'DE'],
    ['DE', 'DE'],
    ['DEU', 'DE'],
    ['U.S.A.', 'US'],
    ['USA', 'US'],
    ['United States', 'US'],
    ['UK', 'GB'],
    ['England', 'GB'],
    ['Türkiye', 'TR'],
    ["Côte d'Ivoire", 'CI'],
    ['Czech Republic', 'CZ'],
    ['South Korea', 'KR'],
    ['Atlantis', null],
    ['', null],
    [null, null],
  ])('of %s is %s', (text, country) => {
    expect(countryOf(text)).toBe(country);
  });
});

describe('countryOfNumber', () => {
  it.each([
    ['+44 20 7946 0123', 'GB'],
    ['0049 30 23125 123', 'DE'],
    ['+1 202-555-0134', 'US'],
    ['+971 4 555 0144', 'AE'],
    ['+٤٤ ٢٠ ٧٩٤٦ ٠١٢٣', 'GB'],
    ['020 7946 0123', null],
    ['+999 123', null],
    ['', null],
  ])('of %s is %s', (phone, country) => {
    expect(countryOfNumber(phone)).toBe(country);
  });
});

describe('borrowedCountries', () => {
  it('asks the other number, the record and the account, in this order', () => {
    expect(
      borrowedCountries(['020 7946 0123', '+49 30 23125 123'], {
        countries: [null, 'France'],
        ofAccount: 'BE',
      }),
    ).toEqual(['DE', 'FR', 'BE']);
  });

  it('knows nothing where nothing tells', () => {
    expect(borrowedCountries([], nothing)).toEqual([]);
  });
});

describe('mostCommonCountry', () => {
  it.each<[string, (string | null)[], string | null]>([
    ['one that most tell', ['NL', 'BE', null, 'BE'], 'BE'],
    ['one that all tell who tell any', [null, 'RU', null], 'RU'],
    ['none where two are told as often', ['NL', 'BE'], null],
    ['none where nobody tells any', [null], null],
  ])('is %s', (_, countries, commonest) => {
    expect(mostCommonCountry(countries)).toBe(commonest);
  });
});

describe('possibleNumbers', () => {
  it('takes a national number for one of each country', () => {
    expect([...possibleNumbers('030 23125123', ['DE', 'FR'], toE164)]).toEqual(['+493023125123']);
    expect([...possibleNumbers('n/a', ['DE', 'GB'], toE164)]).toEqual([]);
  });
});

describe('mayBeOneNumber', () => {
  it.each<[string, string, string, Partial<CountryHints>]>([
    ['the other number', '+49 30 23125123', '030/23125-123', {}],
    ['the record', '(030) 23125123', '49 30 23125123', { countries: ['Germany', null] }],
    ['the account', '8 495 123-45-67', '495 1234567', { ofAccount: 'RU' }],
    ['nobody, by its digits', '030 23125123', '30 23125123', {}],
    ['nobody, by a code without a plus', '030 23125123', '493023125123', {}],
    ['an American exit code', '011 49 30 23125123', '+49 30 23125123', {}],
  ])('borrows the country of %s', (_, a, b, hints) => {
    expect(mayBeOneNumber(a, b, { ...nothing, ...hints }, toE164)).toBe(true);
    expect(mayBeOneNumber(b, a, { ...nothing, ...hints }, toE164)).toBe(true);
  });

  it.each([
    ['the last digit', '+49 30 23125123', '030 23125124'],
    ['the country', '+49 30 23125123', '+43 30 23125123'],
    ['the area', '030 23125123', '040 23125123'],
    ['all but a few digits', '1234', '0301234'],
  ])('parts numbers that differ by %s', (_, a, b) => {
    expect(mayBeOneNumber(a, b, nothing, toE164)).toBe(false);
  });
});

const countries: readonly CountryCode[] = [
  ...([
    'US',
    'CA',
    'GB',
    'IE',
    'DE',
    'AT',
    'CH',
    'FR',
    'BE',
    'NL',
    'ES',
    'PT',
    'IT',
    'DK',
    'SE',
    'NO',
    'FI',
    'PL',
  ] as const),
  ...([
    'CZ',
    'HU',
    'RO',
    'GR',
    'TR',
    'RU',
    'UA',
    'IL',
    'SA',
    'AE',
    'EG',
    'ZA',
    'NG',
    'KE',
    'IN',
    'PK',
    'CN',
    'JP',
  ] as const),
  ...(['KR', 'TH', 'AU', 'BR', 'MX', 'AR'] as const),
];

/** Eleven ways in which people write one number. */
function spellings(country: CountryCode): string[] {
  const number = getExampleNumber(country, examples);
  if (!number) throw new Error(`no example for ${country}`);
  const [code, rest, national] = [number.countryCallingCode, number.nationalNumber, number.formatNational()];
  return [
    number.number,
    number.formatInternational(),
    `00${code} ${rest}`,
    `+${code} (0)${rest}`,
    `${code}${rest}`,
    `+${code}-${rest.slice(0, 3)}-${rest.slice(3)}`,
    `tel:${number.number}`,
    national,
    national.replace(/\D/g, ''),
    national.replace(/[^\d]+/g, '.').replace(/^\./, ''),
    rest,
  ];
}

describe('eleven spellings in forty countries, the country not told', () => {
  it('joins at least 91 of 100 pairs, and no number with that of another country', () => {
    let [joined, pairs] = [0, 0];
    for (const country of countries) {
      const all = spellings(country);
      for (const [index, a] of all.entries()) {
        for (const b of all.slice(index + 1)) {
          pairs++;
          if (mayBeOneNumber(a, b, nothing, toE164)) joined++;
        }
      }
    }
    expect(joined / pairs).toBeGreaterThanOrEqual(0.91);
    const first = countries.map((country) => spellings(country)[0] ?? '');
    const wrong = first.filter((a, i) =>
      first.some((b, j) => i !== j && mayBeOneNumber(a, b, nothing, toE164)),
    );
    expect(wrong).toEqual([]);
  });
});
