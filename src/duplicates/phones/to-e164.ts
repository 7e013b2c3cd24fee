import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { asciiDigits, type ToE164 } from './parse-phone';

/**
 * Parses phone numbers by the numbering plans of the world. Those without a country code are taken for numbers of
 * `defaultCountry`; without one, only international numbers have an E.164 form. Import this module on demand, never
 * statically: the numbering plans weigh more than the rest of the panel.
 */
export function createToE164(defaultCountry: CountryCode | null): ToE164 {
  return (phone, country = defaultCountry) => {
    const home = country !== null && isSupportedCountry(country) ? country : null;
    const text = asciiDigits(phone).replace(/\p{Cf}/gu, '');
    // Two zeros are the plus of most of the world, and the library knows so only from the default country.
    const international = home ? text : text.replace(/^\s*00/, '+');
    const number = parsePhoneNumberFromString(international, home ?? undefined);
    return number?.isValid() ? number.number : null;
  };
}

/** Data centers that serve one country. The others serve many, and a guess would make wrong numbers equal. */
const countriesOfDataCenters: readonly CountryCode[] = ['IN', 'AU', 'JP', 'CN', 'CA', 'SA', 'SG', 'AE'];

/** The country whose numbers a portal writes without a code, by the App's `dcType`; `null` where none can be told. */
export function countryOfDataCenter(dataCenter: string | null): CountryCode | null {
  return countriesOfDataCenters.find((country) => country === dataCenter) ?? null;
}
