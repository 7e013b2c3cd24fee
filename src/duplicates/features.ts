import type { Account } from './accounts';
import type { Contact } from './contact';
import type { ParsedName } from './names/parse-name';
import type { ParsedPhone } from './phones/parse-phone';

/** A contact's values, ready to be compared with those of many others. */
export interface Features {
  readonly contact: Contact;
  /** The addresses as written, by what they are compared by. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly numbers: readonly ParsedPhone[];
  readonly nameKey: string | null;
  readonly nameTokens: readonly string[];
  /** `null` until the fuzzy matcher has loaded. */
  readonly name: ParsedName | null;
  readonly account: Account;
}
