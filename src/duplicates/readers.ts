import type { Account } from './accounts';
import type { Contact } from './contact';
import type { NameVerdict } from './names/name-comparison';
import type { ParsedName, PersonName } from './names/parse-name';
import type { ParsedPhone, ToE164, ToldCountries } from './phones/parse-phone';

/** What loads on demand and makes evidence better. Each is `null` until it has come, and everything works without it. */
export interface Readers {
  readonly toE164: ToE164 | null;
  readonly near: NearReader | null;
}

/** The country that most contacts of an account tell, by an ISO code. */
export interface AccountCountry {
  readonly accountId: string;
  readonly country: string;
}

/** A contact's values, ready to be compared with those of many others. */
export interface Features {
  readonly contact: Contact;
  /** The addresses as written, by what they are compared by. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly numbers: readonly ParsedPhone[];
  readonly nameKey: string | null;
  readonly nameTokens: readonly string[];
  /** `null` until the reader of names has come. */
  readonly name: ParsedName | null;
  readonly account: Account;
}

/**
 * Compares what is alike without being equal, and so tells people from their records. Which contact comes first makes no
 * difference, but for `own` and `other`.
 */
export interface NearReader {
  readonly parseName: (name: PersonName) => ParsedName;
  readonly compareNames: (own: Features, other: Features) => ComparedNames;
  /** The first two addresses of these contacts that differ by a tag, a host or a typo. */
  readonly findNearEmails: (own: Features, other: Features) => NearEmails | null;
  /** The countries that a contact tells, by an international number or by its address, and that its account tells. */
  readonly countriesOf: (contact: Contact) => ToldCountries;
  /** The country that most of these contacts tell; `null` where none stands out. */
  readonly countryOfMost: (contacts: readonly Contact[]) => string | null;
  /** This reader, with what is known of an account once its contacts have been read. */
  readonly knowing: (account: AccountCountry) => NearReader;
  /** Whether two numbers can be one, taking each for one of the countries that either, or their account, tells. */
  readonly areOneNumber: (a: ParsedPhone, b: ParsedPhone, toE164: ToE164) => boolean;
  /** Counts the people behind an address or a number, by their names. */
  readonly countByName: () => PersonCounter;
  /** Counts the people of one name, by their other values. */
  readonly countByValues: () => PersonCounter;
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

export interface NearEmails {
  readonly own: string;
  readonly other: string;
}

/** Counts how many people the records that hold a value are of. The order in which they are added makes no difference. */
export interface PersonCounter {
  add(holder: Features): void;
  count(): number;
}
