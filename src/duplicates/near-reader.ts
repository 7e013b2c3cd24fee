import { type Contact, fullName } from './contact';
import { compareParsedNames } from './names/compare-names';
import { nameTables } from './names/load-name-tables';
import { parseName } from './names/parse-name';
import { findNearEmails } from './near-emails';
import { countByName, countByValues } from './persons';
import type { ParsedPhone, ToE164 } from './phones/parse-phone';
import { commonestCountry, countryOf, countryOfNumber, mayBeOneNumber } from './phones/phone-country';
import type { AccountCountry, ComparedNames, Features, NearReader } from './readers';

/**
 * Compares names by the large tables, and addresses. Import this module on demand, never statically: all that it needs
 * comes after the first answer.
 */
export const nearReader = createNearReader(null);

function createNearReader(account: AccountCountry | null): NearReader {
  return {
    parseName,
    compareNames,
    findNearEmails,
    countriesOf: (contact) => ({
      own: countryOfContact(contact),
      ofAccount: account && contact.accountId === account.accountId ? account.country : null,
    }),
    countryOfMost: (contacts) => commonestCountry(contacts.map(countryOfContact)),
    knowing: createNearReader,
    areOneNumber,
    countByName: () => countByName((a, b) => compareParsedNames(a, b, nameTables)),
    countByValues,
  };
}

function countryOfContact({ phone, mobile, country }: Contact): string | null {
  return countryOfNumber(phone ?? '') ?? countryOfNumber(mobile ?? '') ?? countryOf(country);
}

/** A name that was made of the mailbox says nothing that the address doesn't. */
function compareNames(own: Features, other: Features): ComparedNames {
  const [a, b] = [own, other].map(({ name, contact }) => name ?? parseName(contact));
  const names = { own: fullName(own.contact)?.trim() ?? '', other: fullName(other.contact)?.trim() ?? '' };
  if (!a || !b) return { verdict: 'unknown', ...names, isFull: false };
  const isFull = [a, b].every((name) => name.kind === 'person' && !name.isLone);
  if ([a, b].some((name) => name.kind === 'person' && name.origin === 'mailbox'))
    return { verdict: 'unknown', ...names, isFull };
  const { verdict, reason } = compareParsedNames(a, b, nameTables);
  return 'a' in reason ? { verdict, own: reason.a, other: reason.b, isFull } : { verdict, ...names, isFull };
}

/** Where both E.164 forms are known, they decide by themselves: see `comparePhones`. */
function areOneNumber(a: ParsedPhone, b: ParsedPhone, toE164: ToE164): boolean {
  if (!a.digits || !b.digits || (a.extension && b.extension && a.extension !== b.extension)) return false;
  if (a.e164() && b.e164()) return false;
  // Of one account, or it would be said from one end alone: the other's account was not read.
  const [own, other] = [a.countries, b.countries];
  const ofAccount = own?.ofAccount === other?.ofAccount ? (own?.ofAccount ?? null) : null;
  const hints = { otherNumbers: [], countries: [own?.own ?? null, other?.own ?? null], ofAccount };
  return mayBeOneNumber(a.number, b.number, hints, (country) => (phone) => toE164(phone, country));
}
