import { accountOf, isSameAccount } from './accounts';
import { type Contact, fullName } from './contact';
import { nameKey, namesConflict, nameTokens } from './name-tokens';
import type { ToE164 } from './phones';
import {
  addressesOf,
  countAddresses,
  countName,
  countNumbers,
  type HeldAddress,
  type HeldValue,
  isSharedByMany,
  numbersOf,
  parseOnce,
  type SharedNumber,
  sharedNumbers,
} from './shared-values';
import { type Facts, type Strength, strengthOf } from './strength';

/** Why two contacts may be one person. An export has the value that says so, as the open contact writes it. */
export type ReasonFor =
  | { readonly kind: 'sameEmail'; readonly address: string }
  | { readonly kind: 'samePhone'; readonly phone: string; readonly otherFormat: boolean }
  /** `otherwise`: equal only without case, accents, punctuation and word order. */
  | { readonly kind: 'sameName'; readonly written: 'alike' | 'otherwise' }
  /** `account` is empty if Desk sent only the account's id. */
  | { readonly kind: 'sameAccount'; readonly account: string };

/** Why two contacts may be two people all the same. */
export type ReasonAgainst =
  /** `account` is the candidate's; empty if Desk sent only its id. */
  | { readonly kind: 'otherAccount'; readonly account: string }
  | { readonly kind: 'otherCrmRecord' }
  /** They share this value, yet their names have nothing in common. */
  | { readonly kind: 'otherName'; readonly value: 'phone' | 'email' }
  | { readonly kind: 'roleMailbox'; readonly address: string }
  /** `count` contacts, these two included, hold the value that they share. */
  | { readonly kind: 'sharedByMany'; readonly field: 'email' | 'phone' | 'name'; readonly count: number };

/** What speaks for and against a candidate, and how strongly, all in all. */
export interface Evidence {
  readonly strength: Strength;
  readonly reasonsFor: readonly ReasonFor[];
  readonly reasonsAgainst: readonly ReasonAgainst[];
}

/**
 * Weighs candidates against the open contact. `among`: all contacts found so far, including the open one. Counts per
 * value are computed once to keep long lists fast. The strength is the same whichever of two contacts is open.
 */
export function createEvidence(
  open: Contact,
  among: readonly Contact[],
  toE164: ToE164 | null,
): (candidate: Contact) => Evidence {
  const all = [...new Map([...among, open].map((contact) => [contact.id, contact])).values()];
  const parse = parseOnce(toE164);
  const addresses = countAddresses(open, all);
  const numbers = countNumbers(open, all, parse);
  const name = countName(open, all);

  return (candidate) => {
    const held = addressesOf(candidate);
    const emails = addresses.filter((address) => held.has(address.key));
    const phones = sharedNumbers(numbers, numbersOf(candidate, parse));
    const isSameName = name.key !== null && name.key === nameKey(candidate);
    const overlap: Overlap = {
      emails,
      phones,
      name: isSameName ? { count: name.count, written: howWritten(open, candidate) } : null,
      namesConflict: emails.length + phones.length > 0 && namesConflict(name.tokens, nameTokens(candidate)),
      account: compareAccounts(open, candidate),
      otherCrmRecord: haveOtherCrmRecords(open, candidate),
    };
    return {
      strength: strengthOf(factsOf(overlap)),
      reasonsFor: reasonsFor(overlap),
      reasonsAgainst: reasonsAgainst(overlap),
    };
  };
}

/** What the open contact and a candidate share, and where they contradict each other. */
interface Overlap {
  readonly emails: readonly HeldAddress[];
  readonly phones: readonly SharedNumber[];
  readonly name: SharedName | null;
  /** Only for contacts that share an email address or phone number. */
  readonly namesConflict: boolean;
  readonly account: AccountReason | null;
  readonly otherCrmRecord: boolean;
}

function factsOf({ emails, phones, name, namesConflict, account, otherCrmRecord }: Overlap): Facts {
  return {
    personalEmail: emails.some((email) => !email.isRole && !isSharedByMany(email)),
    ownPhone: phones.some((phone) => !isSharedByMany(phone)),
    sameName: name !== null,
    nameOfMany: name !== null && isSharedByMany(name),
    sameAccount: account?.kind === 'sameAccount',
    commonValue: emails.some((email) => email.isRole) || [...emails, ...phones].some(isSharedByMany),
    namesConflict,
    otherCrmRecord,
  };
}

function reasonsFor({ emails, phones, name, account }: Overlap): ReasonFor[] {
  const reasons: ReasonFor[] = [];
  for (const { address } of emails) reasons.push({ kind: 'sameEmail', address });
  for (const { phone, otherFormat } of phones) reasons.push({ kind: 'samePhone', phone, otherFormat });
  if (name) reasons.push({ kind: 'sameName', written: name.written });
  if (account?.kind === 'sameAccount') reasons.push(account);
  return reasons;
}

function reasonsAgainst(overlap: Overlap): ReasonAgainst[] {
  const { emails, phones, name, namesConflict, account, otherCrmRecord } = overlap;
  const reasons: ReasonAgainst[] = [];
  if (account?.kind === 'otherAccount') reasons.push(account);
  if (otherCrmRecord) reasons.push({ kind: 'otherCrmRecord' });
  if (namesConflict && emails.length) reasons.push({ kind: 'otherName', value: 'email' });
  if (namesConflict && phones.length) reasons.push({ kind: 'otherName', value: 'phone' });
  for (const { address, isRole } of emails) if (isRole) reasons.push({ kind: 'roleMailbox', address });
  reasons.push(
    ...sharedByMany('email', emails),
    ...sharedByMany('phone', phones),
    ...sharedByMany('name', name ? [name] : []),
  );
  return reasons;
}

interface SharedName extends HeldValue {
  readonly written: 'alike' | 'otherwise';
}

function howWritten(a: Contact, b: Contact): SharedName['written'] {
  const [one, other] = [a, b].map((contact) =>
    fullName(contact)?.normalize('NFC').trim().replace(/\s+/g, ' '),
  );
  return one === other ? 'alike' : 'otherwise';
}

function sharedByMany(field: 'email' | 'phone' | 'name', shared: readonly HeldValue[]): ReasonAgainst[] {
  const count = Math.max(0, ...shared.map((held) => held.count));
  return isSharedByMany({ count }) ? [{ kind: 'sharedByMany', field, count }] : [];
}

type AccountReason =
  | Extract<ReasonFor, { kind: 'sameAccount' }>
  | Extract<ReasonAgainst, { kind: 'otherAccount' }>;

/** `null` where one has no account, or Desk sent too little of both to tell. */
function compareAccounts(open: Contact, candidate: Contact): AccountReason | null {
  const [own, other] = [accountOf(open), accountOf(candidate)];
  const [ownName, otherName] = [open, candidate].map(({ accountName }) => accountName?.trim() ?? '');
  if (isSameAccount(own, other)) return { kind: 'sameAccount', account: ownName || otherName || '' };
  const areKnown = (own.id && other.id) || (own.nameKey && other.nameKey);
  return areKnown ? { kind: 'otherAccount', account: otherName ?? '' } : null;
}

function haveOtherCrmRecords(a: Contact, b: Contact): boolean {
  return a.crmRecord !== null && b.crmRecord !== null && a.crmRecord.id !== b.crmRecord.id;
}
