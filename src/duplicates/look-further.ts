import { type Contact, fullName } from './contact';
import { emailFields, phoneFields } from './contact-fields';
import { mailboxOf } from './emails';
import type { MatchField } from './group-reference';
import type { Matchers } from './matchers';
import { asciiDigits, type ToE164 } from './phones/parse-phone';
import { createEvidenceSource } from './reasons';

/** Values of one field that Desk can be asked for in one call. */
interface FieldSpellings {
  readonly fieldName: MatchField;
  readonly values: readonly string[];
}

/** More spellings of one value find hardly anybody. */
const mostSpellings = 10;

/**
 * Other spellings of a contact's own values: the name without middle names, without accents, and in the other order; an
 * address without its tag, and without dots where the host ignores them; a phone number in E.164 and in digits. Values
 * with a comma are left out, since Desk takes the comma for the end of a value.
 */
export function otherSpellings(contact: Contact, toE164: ToE164 | null): FieldSpellings[] {
  const all: FieldSpellings[] = [
    { fieldName: 'fullName', values: spellName(contact) },
    { fieldName: 'bothEmail', values: emailFields.flatMap((key) => spellEmail(contact[key] ?? '')) },
    { fieldName: 'phone', values: phoneFields.flatMap((key) => spellPhone(contact[key] ?? '', toE164)) },
  ];
  const own = new Set(
    [fullName(contact), ...[...emailFields, ...phoneFields].map((key) => contact[key])].map(keyOf),
  );
  return all.flatMap(({ fieldName, values }) => {
    const byKey = new Map(values.map((value) => [keyOf(value), value.trim()]));
    const others = [...byKey].filter(([key, value]) => key && !own.has(key) && !value.includes(','));
    return others.length
      ? [{ fieldName, values: others.slice(0, mostSpellings).map(([, value]) => value) }]
      : [];
  });
}

function keyOf(value: string | null): string {
  return value?.trim().toLowerCase() ?? '';
}

function spellName({ firstName, lastName }: Contact): string[] {
  const [first = ''] = firstName?.trim().split(/\s+/) ?? [];
  if (!first || !lastName) return [];
  const names = [`${first} ${lastName}`, `${lastName} ${firstName}`, `${lastName} ${first}`];
  const plain = [`${firstName} ${lastName}`, ...names].map((name) =>
    name.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC'),
  );
  return [...names, ...plain];
}

function spellEmail(email: string): string[] {
  const [, host] = email.trim().split('@');
  if (!host) return [];
  const untagged = mailboxOf(email);
  const hasNoDots = /^(?:gmail|googlemail)\.com$/i.test(host);
  return [untagged, ...(hasNoDots ? [untagged.replaceAll('.', '')] : [])].map((box) => `${box}@${host}`);
}

function spellPhone(phone: string, toE164: ToE164 | null): string[] {
  const digits = asciiDigits(phone).replace(/\D/g, '');
  if (digits.length < 6) return [];
  const e164 = toE164?.(phone) ?? null;
  return [...(e164 ? [e164, e164.slice(1)] : []), digits];
}

/** The contacts that have more in common with the open one than the account. */
export function similarContacts(open: Contact, contacts: readonly Contact[], matchers: Matchers): Contact[] {
  const source = createEvidenceSource(open, matchers);
  return contacts.filter((contact) => {
    if (contact.id === open.id) return false;
    const { reasonsFor } = source.compare(contact).evidence();
    return reasonsFor.some(({ kind }) => kind !== 'sameAccount');
  });
}
