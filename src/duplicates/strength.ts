export type Strength = 'strong' | 'likely' | 'weak';

/** What the strength depends on: the same for two contacts whichever of them is open. */
export interface Facts {
  /** Same email address: no role mailbox, and not shared by many. */
  readonly personalEmail: boolean;
  /** Same phone number, and not shared by many. */
  readonly ownPhone: boolean;
  readonly sameName: boolean;
  readonly nameOfMany: boolean;
  readonly sameAccount: boolean;
  /** Same role mailbox, or an email address or phone number that many share. */
  readonly commonValue: boolean;
  readonly namesConflict: boolean;
  readonly otherCrmRecord: boolean;
}

/**
 * How strongly the facts speak for one person. The first row that fits decides:
 *
 * | facts                                                             | strength |
 * |-------------------------------------------------------------------|----------|
 * | two or more of: personal email, own phone, same name not of many  | strong   |
 * | personal email, names do not conflict                             | likely   |
 * | personal email, names conflict                                    | weak     |
 * | own phone, names do not conflict                                  | likely   |
 * | own phone, names conflict                                         | weak     |
 * | same name and same account                                        | likely   |
 * | same name, and a role mailbox or a value of many is shared too    | likely   |
 * | anything else                                                     | weak     |
 *
 * Beyond the table: different CRM links or conflicting names turn `strong` into `likely`, since a couple may share a
 * mailbox and a phone.
 */
export function strengthOf(facts: Facts): Strength {
  const own = [facts.personalEmail, facts.ownPhone, facts.sameName && !facts.nameOfMany].filter(Boolean);
  if (own.length >= 2) return facts.otherCrmRecord || facts.namesConflict ? 'likely' : 'strong';
  if (facts.personalEmail || facts.ownPhone) return facts.namesConflict ? 'weak' : 'likely';
  return facts.sameName && (facts.sameAccount || facts.commonValue) ? 'likely' : 'weak';
}
