import type { Candidate } from './candidates';
import { fullName, olderFirst } from './contact';
import { emailFields, phoneFields } from './contact-fields';
import { asciiDigits } from './phones/parse-phone';
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
  const whole = soughtBy(query);
  const parts = query
    .split(/\s+/)
    .map(soughtBy)
    .filter(({ text }) => text);
  const found = parts.length
    ? candidates.filter((candidate) => {
        const searched = searchedOf(candidate);
        return isIn(searched, whole) || parts.every((part) => isIn(searched, part));
      })
    : candidates;
  if (order === 'strength') return found;
  const { compare } = new Intl.Collator(locale);
  return [...found].sort(
    (a, b) =>
      (order === 'name' && compare(fullName(a.contact) ?? '', fullName(b.contact) ?? '')) ||
      olderFirst(a.contact, b.contact),
  );
}

/** What is looked for, or looked through: its words, and the digits of its numbers. */
interface Searched {
  readonly text: string;
  readonly numbers: readonly string[];
}

function isIn({ text, numbers }: Searched, sought: Searched): boolean {
  const isInNumbers = (digits: string) => numbers.some((number) => number.includes(digits));
  return text.includes(sought.text) || sought.numbers.some(isInNumbers);
}

function soughtBy(query: string): Searched {
  const digits = /[\p{L}@]/u.test(query) ? '' : digitsOf(query);
  // Zeros that are dialed before a number are not written behind a country's code.
  const numbers = [digits, digits.replace(/^0+(?=\d{6})/, '')].filter(Boolean);
  return { text: wordsKey(query), numbers };
}

/** All that a candidate can be found by. */
function searchedOf({ contact }: Candidate): Searched {
  const phones = phoneFields.map((key) => contact[key] ?? '');
  const emails = emailFields.map((key) => contact[key]);
  const texts = [fullName(contact), contact.accountName, ...emails, ...phones];
  return { text: texts.map((text) => wordsKey(text ?? '')).join(' '), numbers: phones.map(digitsOf) };
}

function digitsOf(phone: string): string {
  return asciiDigits(phone).replace(/\D/g, '');
}
