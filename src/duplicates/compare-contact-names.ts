import { type Contact, fullName } from './contact';
import type { Features } from './features';
import { namesConflict } from './name-tokens';
import type { NameVerdict } from './names/name-comparison';
import type { NearReader } from './readers';

/** How the names of two contacts go together. */
export interface ComparedNames {
  readonly verdict: NameVerdict;
  /** What differs, as written: the two words, or the names where one has a word more. Empty where nothing is to be said. */
  readonly own: string;
  readonly other: string;
  /** Both have two words or more, and are names of people. */
  readonly isFull: boolean;
}

/**
 * Until the reader has come, names are the same if their words are, and conflict if they have none in common. A name that
 * was made of the mailbox says nothing that the address doesn't.
 */
export function compareContactNames(
  open: Contact,
  own: Features,
  candidate: Contact,
  other: Features,
  near: NearReader | null,
): ComparedNames {
  const names = { own: fullName(open)?.trim() ?? '', other: fullName(candidate)?.trim() ?? '' };
  if (!near || !own.name || !other.name) {
    const isFull = own.nameTokens.length > 1 && other.nameTokens.length > 1;
    return { verdict: comparePlainly(own, other), ...names, isFull };
  }
  const [a, b] = [own.name, other.name];
  const isFull = [a, b].every((name) => name.kind === 'person' && !name.isLone);
  if ([a, b].some((name) => name.kind === 'person' && name.origin === 'mailbox'))
    return { verdict: 'unknown', ...names, isFull };
  const { verdict, reason } = near.compareNames(a, b);
  return 'a' in reason ? { verdict, own: reason.a, other: reason.b, isFull } : { verdict, ...names, isFull };
}

function comparePlainly(own: Features, other: Features): NameVerdict {
  if (own.nameKey !== null && own.nameKey === other.nameKey) return 'same';
  return namesConflict(own.nameTokens, other.nameTokens) ? 'conflict' : 'unknown';
}
