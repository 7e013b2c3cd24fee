import { type Contact, fullName, longestLine } from './contact';
import type { MatchField } from './group-reference';

/** Which of a contact's own values is meant. */
export type ValueSource =
  | 'email'
  | 'secondaryEmail'
  | 'phone'
  | 'mobile'
  | 'fullName'
  | 'lastName'
  | 'firstName';

/** A value of the open contact that Desk can be asked for, and the match field to ask with. */
export interface MatchValue {
  readonly source: ValueSource;
  readonly fieldName: MatchField;
  readonly fieldValue: string;
}

/**
 * Everything that Desk can be asked about a contact, most telling first; fields without a value, or with one that is
 * too long, are left out. Desk matches no mobile numbers, so a mobile number is looked for among the phones of others.
 */
export function matchValues(contact: Contact): MatchValue[] {
  const all: [ValueSource, MatchField, string | null][] = [
    ['email', 'bothEmail', contact.email],
    ['phone', 'phone', contact.phone],
    ['secondaryEmail', 'bothEmail', contact.secondaryEmail],
    ['mobile', 'phone', contact.mobile],
    ['fullName', 'fullName', fullName(contact)],
    ['lastName', 'lastName', contact.lastName],
    ['firstName', 'firstName', contact.firstName],
  ];
  const seen = new Set<string>();
  return all.flatMap(([source, fieldName, fieldValue]) => {
    // What may have been cut would find nobody.
    if (!fieldValue || fieldValue.length >= longestLine) return [];
    const match = { source, fieldName, fieldValue };
    const isNew = !seen.has(matchKey(match));
    seen.add(matchKey(match));
    return isNew ? [match] : [];
  });
}

/** Two values with one key get the same answer from Desk. */
export function matchKey({ fieldName, fieldValue }: Pick<MatchValue, 'fieldName' | 'fieldValue'>): string {
  return `${fieldName}:${fieldValue.toLowerCase()}`;
}

/**
 * The value that stands for each of `fields`; a field without one is left out. `email` and `secondaryEmail` are
 * covered by `bothEmail`, which looks into both.
 */
export function valuesOfFields(contact: Contact, fields: readonly MatchField[]): MatchValue[] {
  const values = matchValues(contact);
  const wanted = new Set(
    fields.map((field) => (field === 'email' || field === 'secondaryEmail' ? 'bothEmail' : field)),
  );
  return [...wanted].flatMap(
    (field) => values.find((value) => value.fieldName === field && value.source !== 'mobile') ?? [],
  );
}

/**
 * What is asked for by itself: a value for each of `fields`. Where one is empty, the second email address takes its
 * turn, so that the number of calls stays the same.
 */
export function automaticValues(contact: Contact, fields: readonly MatchField[]): MatchValue[] {
  const values = valuesOfFields(contact, fields);
  const isFree = values.length < fields.length && values.some((value) => value.source === 'email');
  const second = matchValues(contact).find((value) => value.source === 'secondaryEmail');
  return isFree && second ? [...values, second] : values;
}

/** The name, for a contact that has no value in any field that is checked by itself. */
export function nameValue(contact: Contact): MatchValue | undefined {
  return matchValues(contact).find((value) => value.source === 'fullName');
}
