import type { WordRelation } from './compare-words';

/**
 * How two names go together:
 * - `same`: one name but for case, accents, digraphs, blanks, titles and order;
 * - `similar`: one name with a slip or in another form, such as a typo, a nickname or one more middle name;
 * - `compatible`: one may be short for the other, by an initial or because a part is missing;
 * - `unknown`: nothing follows: no name, another script, a role, or one given name beside two surnames;
 * - `conflict`: hardly one person.
 */
export type NameVerdict = 'same' | 'similar' | 'compatible' | 'unknown' | 'conflict';

/** What decided. Words are as written: `a` is of the first name, `b` of the second. */
export type NameReason =
  | { readonly kind: PairReason; readonly a: string; readonly b: string }
  /** One side has this word more. */
  | { readonly kind: ExtraReason; readonly word: string }
  | {
      readonly kind:
        | 'identical'
        | 'order'
        | 'givenOrder'
        | 'notAName'
        | 'organization'
        | 'mailbox'
        | 'singleWord';
    };

/** `written`: case, accents, punctuation or blanks. The other ways are those of `compareWords`. */
export type PairReason =
  | Exclude<WordRelation, 'equal'>
  | 'written'
  | 'script'
  | 'generations'
  | 'givenNames'
  | 'middleNames'
  | 'familyNames';

export type ExtraReason =
  | 'particle'
  | 'middleName'
  | 'secondSurname'
  | 'givenName'
  | 'familyName'
  | 'generation';

export interface NameComparison {
  readonly verdict: NameVerdict;
  readonly reason: NameReason;
}

/** The closest first. */
export const nameVerdicts: readonly NameVerdict[] = ['same', 'similar', 'compatible', 'unknown', 'conflict'];

/** Whether the names go together at least so closely. */
export function isAtLeast({ verdict }: NameComparison, least: NameVerdict): boolean {
  return nameVerdicts.indexOf(verdict) <= nameVerdicts.indexOf(least);
}
