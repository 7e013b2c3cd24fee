import type { NameVerdict } from './names/name-comparison';

export type Strength = 'strong' | 'likely' | 'weak';

/** What the strength depends on: the same for two contacts whichever of them is open. */
export interface Facts {
  /** Same email address: no role mailbox, and not shared by many. */
  readonly personalEmail: boolean;
  /** Same phone number, and not shared by many. */
  readonly ownPhone: boolean;
  readonly name: NameVerdict;
  /** Both names have two words or more, and are those of people. */
  readonly isFullName: boolean;
  /** Whether the same name is that of many people, of few, or neither. */
  readonly nameHolders: 'few' | 'some' | 'many';
  /** Addresses that differ by a tag, a host or a typo. */
  readonly similarEmail: boolean;
  readonly account: 'same' | 'other' | 'unknown';
  /** Same role mailbox, or an email address or phone number that many share. */
  readonly commonValue: boolean;
  readonly otherCrmRecord: boolean;
}

/**
 * How strongly the facts speak for one person. *Named alike* are contacts whose name is the same and not that of many,
 * or similar. The first row that fits decides:
 *
 * | facts                                                                       | strength |
 * |-----------------------------------------------------------------------------|----------|
 * | two or more of: personal email, own phone, named alike                      | strong   |
 * | personal email or own phone, names do not conflict                          | likely   |
 * | personal email or own phone, names conflict                                 | weak     |
 * | same or similar name, and a similar email                                   | likely   |
 * | same or similar full name, and the same account                             | likely   |
 * | same or similar full name, and a role mailbox or a value of many            | likely   |
 * | same full name, of few; neither account nor CRM record differs              | likely   |
 * | anything else                                                               | weak     |
 *
 * Beyond the table: different CRM links or conflicting names turn `strong` into `likely`, since a couple may share a
 * mailbox and a phone.
 */
export function strengthOf(facts: Facts): Strength {
  const isNamed = facts.name === 'same' || facts.name === 'similar';
  const isConflict = facts.name === 'conflict';
  const own = [facts.personalEmail, facts.ownPhone, isNamed && facts.nameHolders !== 'many'].filter(Boolean);
  if (own.length >= 2) return facts.otherCrmRecord || isConflict ? 'likely' : 'strong';
  if (facts.personalEmail || facts.ownPhone) return isConflict ? 'weak' : 'likely';
  return isNamed && backsName(facts) ? 'likely' : 'weak';
}

/** Whether something else makes it likely that one name is one person, where neither email nor phone is shared. */
function backsName(facts: Facts): boolean {
  const { name, isFullName, nameHolders, similarEmail, account, commonValue, otherCrmRecord } = facts;
  if (similarEmail) return true;
  if (!isFullName) return false;
  if (account === 'same' || commonValue) return true;
  return name === 'same' && nameHolders === 'few' && account === 'unknown' && !otherCrmRecord;
}
