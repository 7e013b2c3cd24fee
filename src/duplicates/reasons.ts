import { isSameAccount } from './accounts';
import { type Contact, fullName } from './contact';
import { createFeatureExtractor } from './extract-features';
import type { Features } from './features';
import type { ComparedNames, FuzzyMatcher } from './fuzzy-matcher';
import type { Matchers } from './matchers';
import { namesConflict } from './name-tokens';
import {
  createOpenValues,
  type HeldValue,
  type Holders,
  type OpenValues,
  type SharedValues,
} from './shared-values';
import type { SimilarEmails } from './similar-emails';
import { type Facts, type Strength, strengthOf } from './strength';

/**
 * Why two contacts may be one person. An export has the value that says so, as the open contact writes it; its published
 * schema has these kinds, so they keep their names.
 */
export type ReasonFor =
  | { readonly kind: 'sameEmail'; readonly address: string }
  | { readonly kind: 'samePhone'; readonly phone: string; readonly otherFormat: boolean }
  /** `otherwise`: equal only without case, accents, punctuation and word order. */
  | { readonly kind: 'sameName'; readonly written: 'alike' | 'otherwise' }
  /** A slip, another form or a word more; `own` is what differs in the open contact's name. */
  | { readonly kind: 'nearName'; readonly own: string; readonly other: string }
  /** One name may be short for the other. */
  | { readonly kind: 'compatibleName'; readonly own: string; readonly other: string }
  /** Only beside the same or a similar name. */
  | { readonly kind: 'nearEmail'; readonly own: string; readonly other: string }
  /** `account` is empty if Desk sent only the account's id. */
  | { readonly kind: 'sameAccount'; readonly account: string };

/** Why two contacts may be two people all the same. */
export type ReasonAgainst =
  /** `account` is the candidate's; empty if Desk sent only its id. */
  | { readonly kind: 'otherAccount'; readonly account: string }
  | { readonly kind: 'otherCrmRecord' }
  /** They share this value, yet their names are hardly those of one person. */
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

/** Weighs others against the open contact. */
interface EvidenceSource {
  /** Compares another contact with the open one: once for each contact. */
  compare(other: Contact): ComparedContact;
  /**
   * Counts who holds the open contact's values: it does, and these others. Returns whether any evidence may say something
   * else now.
   */
  count(others: readonly ComparedContact[]): boolean;
  /** Counts these too. */
  add(others: readonly ComparedContact[]): boolean;
}

/** A contact that was compared with the open one. */
export interface ComparedContact {
  /** What both share, and where they differ. */
  readonly overlap: Overlap;
  /** By the last count: the same object while nothing that it tells has changed. */
  evidence(): Evidence;
}

/**
 * Made to be asked again and again while pages come in: comparing is slow, counting is quick. The strength is the same
 * whichever of two contacts is open.
 */
export function createEvidenceSource(open: Contact, matchers: Matchers): EvidenceSource {
  const featuresOf = createFeatureExtractor(matchers);
  const own = featuresOf(open);
  const values = createOpenValues(own, matchers);
  const ownShare = values.sharedWith(own, own.nameKey !== null);
  values.count([ownShare]);
  return {
    compare(contact) {
      const overlap = compare(own, featuresOf(contact), values, matchers.fuzzy);
      return { overlap, evidence: remembered(overlap) };
    },
    count: (others) => values.count([ownShare, ...others.map(({ overlap }) => overlap)]),
    add: (others) => values.add(others.map(({ overlap }) => overlap)),
  };
}

function remembered(overlap: Overlap): () => Evidence {
  let evidence: Evidence | null = null;
  let counts: readonly Holders[] = [];
  return () => {
    if (evidence && overlap.held.every(({ holders }, index) => holders() === counts[index])) return evidence;
    counts = overlap.held.map(({ holders }) => holders());
    evidence = {
      strength: strengthOf(factsOf(overlap)),
      reasonsFor: reasonsFor(overlap),
      reasonsAgainst: reasonsAgainst(overlap),
    };
    return evidence;
  };
}

/** What the open contact and a candidate share, and where they contradict each other. */
interface Overlap extends SharedValues {
  /** What of these is counted. */
  readonly held: readonly HeldValue[];
  readonly names: ComparedNames;
  readonly written: Extract<ReasonFor, { kind: 'sameName' }>['written'];
  readonly similarEmails: SimilarEmails | null;
  readonly account: AccountReason | null;
  readonly otherCrmRecord: boolean;
}

function compare(own: Features, other: Features, values: OpenValues, fuzzy: FuzzyMatcher | null): Overlap {
  const names = fuzzy ? fuzzy.compareNames(own, other) : compareNameTokens(own, other);
  const shared = values.sharedWith(other, names.verdict === 'same');
  const isNamed = names.verdict === 'same' || names.verdict === 'similar';
  return {
    ...shared,
    held: [...shared.emails, ...shared.phones, ...(shared.name ? [shared.name] : [])],
    names,
    written: shared.name ? howWritten(own.contact, other.contact) : 'otherwise',
    similarEmails: (isNamed && !shared.emails.length && fuzzy?.findSimilarEmails(own, other)) || null,
    account: compareAccounts(own, other),
    otherCrmRecord: haveOtherCrmRecords(own.contact, other.contact),
  };
}

/** Until the fuzzy matcher has loaded: the same if their words are, in conflict if they have none in common. */
function compareNameTokens(own: Features, other: Features): ComparedNames {
  const isFull = own.nameTokens.length > 1 && other.nameTokens.length > 1;
  const isSame = own.nameKey !== null && own.nameKey === other.nameKey;
  const isConflict = !isSame && namesConflict(own.nameTokens, other.nameTokens);
  return { verdict: isSame ? 'same' : isConflict ? 'conflict' : 'unknown', own: '', other: '', isFull };
}

function isMany({ holders }: HeldValue): boolean {
  return holders().isMany;
}

function factsOf({ emails, phones, name, names, similarEmails, account, otherCrmRecord }: Overlap): Facts {
  return {
    personalEmail: emails.some((email) => !email.isRole && !isMany(email)),
    ownPhone: phones.some((phone) => !isMany(phone)),
    name: names.verdict,
    isFullName: names.isFull,
    nameHolders: name ? holdersOf(name) : 'some',
    similarEmail: similarEmails !== null,
    account: account === null ? 'unknown' : account.kind === 'sameAccount' ? 'same' : 'other',
    commonValue: emails.some((email) => email.isRole) || [...emails, ...phones].some(isMany),
    otherCrmRecord,
  };
}

function holdersOf({ holders }: HeldValue): Facts['nameHolders'] {
  const { isMany, isFew } = holders();
  return isMany ? 'many' : isFew ? 'few' : 'some';
}

function reasonsFor({ emails, phones, names, written, similarEmails, account }: Overlap): ReasonFor[] {
  const reasons: ReasonFor[] = [];
  for (const { address } of emails) reasons.push({ kind: 'sameEmail', address });
  if (similarEmails) reasons.push({ kind: 'nearEmail', ...similarEmails });
  for (const { phone, otherFormat } of phones) reasons.push({ kind: 'samePhone', phone, otherFormat });
  const { verdict, own, other } = names;
  if (verdict === 'same') reasons.push({ kind: 'sameName', written });
  if (verdict === 'similar') reasons.push({ kind: 'nearName', own, other });
  if (verdict === 'compatible') reasons.push({ kind: 'compatibleName', own, other });
  if (account?.kind === 'sameAccount') reasons.push(account);
  return reasons;
}

function reasonsAgainst(overlap: Overlap): ReasonAgainst[] {
  const { emails, phones, name, names, account, otherCrmRecord } = overlap;
  const isConflict = names.verdict === 'conflict';
  const reasons: ReasonAgainst[] = [];
  if (account?.kind === 'otherAccount') reasons.push(account);
  if (otherCrmRecord) reasons.push({ kind: 'otherCrmRecord' });
  if (isConflict && emails.length) reasons.push({ kind: 'otherName', value: 'email' });
  if (isConflict && phones.length) reasons.push({ kind: 'otherName', value: 'phone' });
  for (const { address, isRole } of emails) if (isRole) reasons.push({ kind: 'roleMailbox', address });
  reasons.push(
    ...sharedByMany('email', emails),
    ...sharedByMany('phone', phones),
    ...sharedByMany('name', name ? [name] : []),
  );
  return reasons;
}

function howWritten(a: Contact, b: Contact): Overlap['written'] {
  const [one, other] = [a, b].map((contact) =>
    fullName(contact)?.normalize('NFC').trim().replace(/\s+/g, ' '),
  );
  return one === other ? 'alike' : 'otherwise';
}

function sharedByMany(field: 'email' | 'phone' | 'name', shared: readonly HeldValue[]): ReasonAgainst[] {
  const counts = shared.filter(isMany).map(({ holders }) => holders().count);
  return counts.length ? [{ kind: 'sharedByMany', field, count: Math.max(...counts) }] : [];
}

type AccountReason =
  | Extract<ReasonFor, { kind: 'sameAccount' }>
  | Extract<ReasonAgainst, { kind: 'otherAccount' }>;

/** `null` where one has no account, or Desk sent too little of both to tell. */
function compareAccounts(open: Features, candidate: Features): AccountReason | null {
  const [own, other] = [open.account, candidate.account];
  const [ownName, otherName] = [open, candidate].map(
    ({ contact: { accountName } }) => accountName?.trim() ?? '',
  );
  if (isSameAccount(own, other)) return { kind: 'sameAccount', account: ownName || otherName || '' };
  const areKnown = (own.id && other.id) || (own.nameKey && other.nameKey);
  return areKnown ? { kind: 'otherAccount', account: otherName ?? '' } : null;
}

function haveOtherCrmRecords(a: Contact, b: Contact): boolean {
  return a.crmRecord !== null && b.crmRecord !== null && a.crmRecord.id !== b.crmRecord.id;
}
