import type { Candidate } from './candidates';
import { fullName } from './contact';
import { words } from './words';

/** The orders that a long list can be put into; `strength` is the one that candidates come in. */
export const orders = ['strength', 'created', 'name'] as const;
export type Order = (typeof orders)[number];

/**
 * The candidates that hold every word of `query` somewhere in their name, addresses, numbers or account, in `order`.
 * Case and accents do not matter, and numbers are found however they are grouped. `locale` orders the names.
 */
export function arrange(
  candidates: readonly Candidate[],
  query: string,
  order: Order,
  locale: string,
): readonly Candidate[] {
  const sought = query.split(/\s+/).flatMap((part) => plain(part) || []);
  const found = sought.length
    ? candidates.filter((candidate) => {
        const text = textOf(candidate);
        return sought.every((part) => text.includes(part));
      })
    : candidates;
  if (order === 'strength') return found;
  if (order === 'created') {
    return [...found].sort(
      (a, b) => (a.contact.createdTime ?? Infinity) - (b.contact.createdTime ?? Infinity),
    );
  }
  const { compare } = new Intl.Collator(locale);
  return [...found].sort((a, b) => compare(fullName(a.contact) ?? '', fullName(b.contact) ?? ''));
}

function textOf({ contact }: Candidate): string {
  const { email, secondaryEmail, phone, mobile, accountName } = contact;
  const numbers = [phone, mobile].map((number) => number?.replace(/[^\d+]/g, ''));
  return [fullName(contact), email, secondaryEmail, phone, mobile, accountName, ...numbers]
    .map((part) => plain(part ?? ''))
    .join(' ');
}

function plain(text: string): string {
  return words(text).join(' ') || text.toLowerCase();
}
