import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { asciiDigits, type PhoneReader } from './phones';

/**
 * A reader of phone numbers that takes those without a country code for numbers of `defaultCountry`; without one
 * it reads international numbers only. Import this module on demand, never statically: the numbering plans
 * weigh more than the rest of the panel.
 */
export function createPhoneReader(defaultCountry: CountryCode | null): PhoneReader {
  return (phone) => {
    const text = asciiDigits(phone).replace(/\p{Cf}/gu, '');
    // Two zeros are the plus of most of the world, and the library knows so only from the default country.
    const international = defaultCountry ? text : text.replace(/^\s*00/, '+');
    const number = parsePhoneNumberFromString(international, defaultCountry ?? undefined);
    return number?.isValid() ? number.number : null;
  };
}
