import type { Candidate } from './candidates';
import { fullName } from './contact';
import { emailFields, phoneFields } from './contact-fields';
import { wordsKey } from './words';

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
  const sought = query.split(/\s+/).flatMap((part) => wordsKey(part) || []);
  const found = sought.length
    ? candidates.filter((candidate) => {
        const text = searchText(candidate);
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

/** All that a candidate can be found by. */
function searchText({ contact }: Candidate): string {
  const phones = phoneFields.map((key) => contact[key]);
  const emails = emailFields.map((key) => contact[key]);
  const digits = phones.map((phone) => phone?.replace(/[^\d+]/g, ''));
  return [fullName(contact), contact.accountName, ...emails, ...phones, ...digits]
    .map((part) => wordsKey(part ?? ''))
    .join(' ');
}
