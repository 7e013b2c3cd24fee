import type { Contact } from './contact';
import { wordsKey } from './words';

/** The account of a contact, ready to be compared with many. */
export interface Account {
  readonly id: string | null;
  /** What its name is compared by; `null` where Desk sent the id alone. */
  readonly nameKey: string | null;
}

export function accountOf({ accountId, accountName }: Contact): Account {
  return { id: accountId, nameKey: accountName ? wordsKey(accountName) : null };
}

/** Accounts with the same name count as one, even if their ids differ: somebody entered the account twice. */
export function isSameAccount(a: Account, b: Account): boolean {
  return Boolean((a.id && a.id === b.id) || (a.nameKey && a.nameKey === b.nameKey));
}
