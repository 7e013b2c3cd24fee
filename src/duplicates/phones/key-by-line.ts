import { connectedGroups } from '../../base/connected';
import { textKey } from '../words';
import { comparePhones } from './compare-phones';
import { type ParsedPhone, parsePhone, type ToE164 } from './parse-phone';

/**
 * Returns a key per phone number; equal keys mean the same line. Matching isn't transitive: see `comparePhones`. Where not
 * all numbers that are connected match each other, only those share a key that are equal beyond doubt, number and
 * extension.
 */
export function keyByLine(phones: Iterable<string>, toE164: ToE164 | null): (phone: string) => string {
  const keys = new Map<string, string>();
  const numbers = [...new Set(phones)].flatMap((phone) => {
    const parsed = parsePhone(phone, toE164);
    return parsed ? [{ phone, parsed }] : [];
  });
  const areSame = (a: Numbered, b: Numbered) => comparePhones(a.parsed, b.parsed) !== null;
  for (const [place, group] of connectedGroups(numbers, areSame).entries()) {
    const isOneLine = group.every((one) => group.every((other) => areSame(one, other)));
    for (const { phone, parsed } of group)
      keys.set(phone, isOneLine ? `line ${place}` : `line ${place} ${exactNumber(parsed)}`);
  }
  return (phone) => keys.get(phone) ?? `text ${textKey(phone)}`;
}

interface Numbered {
  readonly phone: string;
  readonly parsed: ParsedPhone;
}

function exactNumber({ e164, digits, extension, written }: ParsedPhone): string {
  return `${e164()?.slice(1) ?? (digits || written)} x${extension ?? ''}`;
}
