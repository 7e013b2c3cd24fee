import { type Contact, type ContactId, olderFirst } from './contact';
import { countFilled } from './field-values';

/** What speaks for keeping a record. */
export type PrimaryReason =
  /** Desk does not merge a contact with a help-center login into another: it has to be the one that stays. */
  | { readonly kind: 'portalUser' }
  | { readonly kind: 'crmLink' }
  | { readonly kind: 'mostTickets'; readonly count: number }
  /** `filled` fields say something of the person. */
  | { readonly kind: 'mostComplete'; readonly filled: number }
  | { readonly kind: 'oldest' };

/** Which record a merge should keep, and why. */
export interface PrimarySuggestion {
  /** `null` where there are no records. */
  readonly primaryId: ContactId | null;
  /** At most three, in the order of the rules; none where the records are equal in all of them. */
  readonly reasons: readonly PrimaryReason[];
  /** The next best, where it is close, and the first thing in which it is ahead of the suggested record. */
  readonly runnerUp: { readonly contactId: ContactId; readonly reason: PrimaryReason } | null;
}

/** More wouldn't fit in one sentence. */
const maxReasons = 3;

/** How many fields fewer a runner-up may have and still be close. */
const closeFields = 2;

/**
 * Suggests the record that a merge should keep. The first rule that tells two records apart decides:
 *
 * | rule           | ahead is                                                                                 |
 * |----------------|------------------------------------------------------------------------------------------|
 * | available      | a record that is neither deleted nor anonymous; the others are out unless all are such   |
 * | `portalUser`   | one with a help-center login, which cannot be merged away                                |
 * | `crmLink`      | one that is linked to a CRM record                                                       |
 * | `mostTickets`  | more tickets; applied only if `ticketCounts` (by contact id) has all of them    |
 * | `mostComplete` | more fields that say something of the person                                             |
 * | `oldest`       | the earlier created; a record of unknown age counts as the youngest                      |
 * | id             | the id that comes first as text, so that there is always one answer                      |
 *
 * A reason is given where the suggested record is ahead of some and behind none of the available ones.
 *
 * The runner-up is close where the agent may well choose it: login and CRM link do not tell the two apart, it has at least
 * half as many tickets, or if these are equal at most two fields fewer, and a later rule speaks for it. The order of the
 * records changes nothing.
 */
export function suggestPrimary(
  records: readonly Contact[],
  ticketCounts: ReadonlyMap<ContactId, number> | null,
): PrimarySuggestion {
  const everybody = records.map((record) => scoresOf(record, ticketCounts));
  const available = everybody.filter(({ record }) => !record.isDeleted && !record.isAnonymous);
  const inTheRunning = available.length ? available : everybody;
  const rules = allRules.filter((rule) => rule !== 'mostTickets' || inTheRunning.every(knowsTickets));
  const [best, second] = inTheRunning.sort(
    (a, b) => difference(rules, b, a) || olderFirst(a.record, b.record),
  );
  if (!best) return { primaryId: null, reasons: [], runnerUp: null };
  const reasons = rules
    .filter((rule) => isBestIn(rule, best, inTheRunning))
    .map((rule) => reasonOf(rule, best));
  return {
    primaryId: best.record.id,
    reasons: reasons.slice(0, maxReasons),
    runnerUp: second ? closeSecond(rules, best, second) : null,
  };
}

type Rule = PrimaryReason['kind'];

const allRules: readonly Rule[] = ['portalUser', 'crmLink', 'mostTickets', 'mostComplete', 'oldest'];

/** How a record stands by each rule: more is better. What is unknown counts less than anything known. */
interface Scored {
  readonly record: Contact;
  readonly scores: Readonly<Record<Rule, number>>;
}

function scoresOf(record: Contact, ticketCounts: ReadonlyMap<ContactId, number> | null): Scored {
  return {
    record,
    scores: {
      portalUser: Number(record.isPortalUser),
      crmLink: Number(record.crmRecord !== null),
      mostTickets: ticketCounts?.get(record.id) ?? -Infinity,
      mostComplete: countFilled(record),
      oldest: record.createdTime === null ? -Infinity : -record.createdTime,
    },
  };
}

function knowsTickets({ scores }: Scored): boolean {
  return scores.mostTickets !== -Infinity;
}

function decidingRule(rules: readonly Rule[], a: Scored, b: Scored): Rule | undefined {
  return rules.find((rule) => a.scores[rule] !== b.scores[rule]);
}

/** Positive where `a` is ahead. */
function difference(rules: readonly Rule[], a: Scored, b: Scored): number {
  const rule = decidingRule(rules, a, b);
  return rule ? a.scores[rule] - b.scores[rule] : 0;
}

/** True if it is ahead of some and behind none; nobody is called the oldest while the age of one is unknown. */
function isBestIn(rule: Rule, best: Scored, all: readonly Scored[]): boolean {
  const own = best.scores[rule];
  return (
    all.every(({ scores }) => scores[rule] <= own && scores[rule] !== -Infinity) &&
    all.some(({ scores }) => scores[rule] < own)
  );
}

function reasonOf(kind: Rule, { scores }: Scored): PrimaryReason {
  if (kind === 'mostTickets') return { kind, count: scores.mostTickets };
  if (kind === 'mostComplete') return { kind, filled: scores.mostComplete };
  return { kind };
}

function closeSecond(rules: readonly Rule[], best: Scored, second: Scored): PrimarySuggestion['runnerUp'] {
  const deciding = decidingRule(rules, best, second);
  if (!deciding || !isNarrow(deciding, best, second)) return null;
  const rule = rules.find((name) => isBestIn(name, second, [best, second]));
  return rule ? { contactId: second.record.id, reason: reasonOf(rule, second) } : null;
}

function isNarrow(deciding: Rule, best: Scored, second: Scored): boolean {
  const [more, less] = [best.scores[deciding], second.scores[deciding]];
  if (deciding === 'mostTickets') return less * 2 >= more;
  return deciding === 'mostComplete' && more - less <= closeFields;
}
