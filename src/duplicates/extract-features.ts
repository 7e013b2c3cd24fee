import { accountOf } from './accounts';
import type { Contact } from './contact';
import { emailFields, phoneFields } from './contact-fields';
import { emailKey } from './emails';
import type { Features } from './features';
import type { Matchers } from './matchers';
import { nameKey, nameTokens } from './name-tokens';
import { type ContactCountries, type ParsedPhone, parsePhone } from './phones/parse-phone';

/** Parses each number once, however many contacts have it. */
export function createFeatureExtractor({ toE164, fuzzy }: Matchers): (contact: Contact) => Features {
  const numbers = new Map<string, ParsedPhone | null>();
  const parse = (phone: string, countries: ContactCountries | undefined) => {
    const key = `${countries?.own} ${countries?.ofAccount} ${phone}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const parsed = parsePhone(phone, toE164, countries);
    numbers.set(key, parsed);
    return parsed;
  };
  const numbersOf = (contact: Contact) => {
    const written = phoneFields.flatMap((key) => contact[key] ?? []);
    const countries = written.length ? fuzzy?.countriesOf(contact) : undefined;
    return written.flatMap((phone) => parse(phone, countries) ?? []);
  };
  return (contact) => ({
    contact,
    addresses: addressesOf(contact),
    numbers: numbersOf(contact),
    nameKey: nameKey(contact),
    nameTokens: nameTokens(contact),
    name: fuzzy?.parseName(contact) ?? null,
    account: accountOf(contact),
  });
}

function addressesOf(contact: Contact): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const email of emailFields.map((key) => contact[key])) {
    // Without an @ it is a word for having none, such as n/a, and no address.
    if (email && /\S@\S/.test(email) && !addresses.has(emailKey(email)))
      addresses.set(emailKey(email), email.trim());
  }
  return addresses;
}
