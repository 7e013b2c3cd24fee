import { type Contact, fullName } from './contact';
import type { Features } from './features';
import { compareParsedNames } from './names/compare-names';
import { nameTables } from './names/load-name-tables';
import type { NameVerdict } from './names/name-comparison';
import { type NameFields, type ParsedName, parseName } from './names/parse-name';
import { countByName, countByValues, type PersonCounter } from './persons';
import type { ContactCountries, ParsedPhone, ToE164 } from './phones/parse-phone';
import { countryOf, countryOfNumber, mayBeOneNumber, mostCommonCountry } from './phones/phone-country';
import { findSimilarEmails, type SimilarEmails } from './similar-emails';

/**
 * Compares what is similar without being equal, and so tells people from their records. Which contact comes first makes
 * no difference, but for `own` and `other`.
 */
export interface FuzzyMatcher {
  readonly parseName: (name: NameFields) => ParsedName;
  readonly compareNames: (own: Features, other: Features) => ComparedNames;
  /** The first two addresses of these contacts that differ by a tag, a host or a typo. */
  readonly findSimilarEmails: (own: Features, other: Features) => SimilarEmails | null;
  /** The countries of a contact, by an international number or by its address, and of its account. */
  readonly countriesOf: (contact: Contact) => ContactCountries;
  /** The country of most of these contacts; `null` where none stands out. */
  readonly mostCommonCountry: (contacts: readonly Contact[]) => string | null;
  /** A matcher that also knows the country of an account, once its contacts have been read. */
  readonly withAccountCountry: (account: AccountCountry) => FuzzyMatcher;
  /** Whether two numbers can be the same, taking each for one of the countries of either contact, or their account. */
  readonly sameNumber: (a: ParsedPhone, b: ParsedPhone, toE164: ToE164) => boolean;
  /** Counts the people behind an address or a number, by their names. */
  readonly countByName: () => PersonCounter;
  /** Counts the people of one name, by their other values. */
  readonly countByValues: () => PersonCounter;
}

/** The country of most contacts of an account, by an ISO code. */
interface AccountCountry {
  readonly accountId: string;
  readonly country: string;
}

/** How the names of two contacts go together. */
export interface ComparedNames {
  readonly verdict: NameVerdict;
  /** What differs, as written: the two words, or the names where one has a word more. */
  readonly own: string;
  readonly other: string;
  /** Both have two words or more, and are names of people. */
  readonly isFull: boolean;
}

/**
 * Compares names by the large tables, addresses, and numbers. Import this module on demand, never statically: all that
 * it needs comes after the first answer.
 */
export const fuzzyMatcher = createFuzzyMatcher(null);

function createFuzzyMatcher(account: AccountCountry | null): FuzzyMatcher {
  return {
    parseName,
    compareNames,
    findSimilarEmails,
    countriesOf: (contact) => ({
      own: countryOfContact(contact),
      ofAccount: account && contact.accountId === account.accountId ? account.country : null,
    }),
    mostCommonCountry: (contacts) => mostCommonCountry(contacts.map(countryOfContact)),
    withAccountCountry: createFuzzyMatcher,
    sameNumber,
    countByName: () => countByName((a, b) => compareParsedNames(a, b, nameTables)),
    countByValues,
  };
}

function countryOfContact({ phone, mobile, country }: Contact): string | null {
  return countryOfNumber(phone ?? '') ?? countryOfNumber(mobile ?? '') ?? countryOf(country);
}

/** A name that was made of the mailbox is no evidence beside the address. */
function compareNames(own: Features, other: Features): ComparedNames {
  const [a, b] = [own, other].map(({ name, contact }) => name ?? parseName(contact));
  const names = { own: fullName(own.contact)?.trim() ?? '', other: fullName(other.contact)?.trim() ?? '' };
  if (!a || !b) return { verdict: 'unknown', ...names, isFull: false };
  const isFull = [a, b].every((name) => name.kind === 'person' && !name.isSingleWord);
  if ([a, b].some((name) => name.kind === 'person' && name.origin === 'mailbox'))
    return { verdict: 'unknown', ...names, isFull };
  const { verdict, reason } = compareParsedNames(a, b, nameTables);
  return 'a' in reason ? { verdict, own: reason.a, other: reason.b, isFull } : { verdict, ...names, isFull };
}

/** Where both E.164 forms are known, they decide by themselves: see `comparePhones`. */
function sameNumber(a: ParsedPhone, b: ParsedPhone, toE164: ToE164): boolean {
  if (!a.digits || !b.digits || (a.extension && b.extension && a.extension !== b.extension)) return false;
  if (a.e164() && b.e164()) return false;
  // Only of one account, so that both ends give the same answer: another account was not read.
  const [own, other] = [a.countries, b.countries];
  const ofAccount = own?.ofAccount === other?.ofAccount ? (own?.ofAccount ?? null) : null;
  const hints = { countries: [own?.own ?? null, other?.own ?? null], ofAccount };
  return mayBeOneNumber(a.number, b.number, hints, toE164);
}
