import type { NameComparison } from './names/name-comparison';
import type { ParsedName, PersonName } from './names/parse-name';
import type { NearEmail } from './near-emails';
import type { ToE164 } from './phones';

/** What loads on demand and makes evidence better. Each is `null` until it has come, and everything works without it. */
export interface Readers {
  readonly toE164: ToE164 | null;
  readonly near: NearReader | null;
}

/** Compares what is alike without being equal. Whichever comes first makes no difference, but for the words of reasons. */
export interface NearReader {
  readonly parseName: (name: PersonName) => ParsedName;
  readonly compareNames: (a: ParsedName, b: ParsedName) => NameComparison;
  readonly compareEmails: (a: string, b: string) => NearEmail | null;
}
