import type { Contact } from '../../../src/duplicates/contact';
import { contact } from '../../builders';
import { type Culture, cultures } from './cultures';
import { changes, type ErrorKind, errorKinds } from './errors';
import type { Person, RecordValues } from './person';
import { createRandom, type Random } from './random';

/** A record of a portal whose person is known. */
export interface LabeledContact {
  readonly contact: Contact;
  readonly person: number;
  readonly culture: string;
  readonly errors: readonly ErrorKind[];
}

/**
 * A portal of `size` people, and the records of them: most have one, some up to four, each with one to three errors. A
 * fifth of the people share a mailbox or a phone with their family or their company, and namesakes come by themselves,
 * since names are drawn with repetition.
 */
export function generatePortal(seed: number, size = 1_500): LabeledContact[] {
  const random = createRandom(seed);
  const people: Person[] = [];
  while (people.length < size) {
    const household = createPerson(people.length, random.pick(cultures), random);
    people.push(household);
    if (random.chance(0.12)) people.push(createRelative(people.length, household, random));
  }
  return people.flatMap((person) => recordsOf(person, random));
}

function recordsOf(person: Person, random: Random): LabeledContact[] {
  const extra = random.chance(0.45) ? 1 + Math.floor(random.next() ** 2 * 3) : 0;
  const { culture, id } = person;
  const first = { contact: toContact(person, person.record), person: id, culture, errors: [] };
  const others = Array.from({ length: extra }, () => {
    const errors = drawErrors(random);
    const written = errors.reduce(
      (record, kind) => changes[kind](record, person, random),
      reachedOtherwise(person, random),
    );
    return { contact: toContact(person, written), person: id, culture, errors };
  });
  return [first, ...others];
}

/** People write from another address and leave out what the first record holds: half of the reasons for a second one. */
function reachedOtherwise(person: Person, random: Random): RecordValues {
  const { email, phone, accountId } = person.record;
  return {
    ...person.record,
    email: random.chance(0.45) ? email : random.pick([null, person.privateEmail]),
    phone: random.chance(0.4) ? phone : random.pick([null, null, person.otherPhone]),
    accountId: random.chance(0.6) ? accountId : null,
  };
}

function drawErrors(random: Random): ErrorKind[] {
  const count = 1 + Math.floor(random.next() ** 2 * 3);
  return [...new Set(Array.from({ length: count }, () => random.pick(errorKinds)))];
}

function toContact(person: Person, written: RecordValues): Contact {
  return contact({
    ...written,
    accountName: written.accountId && `Company ${written.accountId}`,
    country: person.country,
  });
}

function createPerson(id: number, culture: Culture, random: Random): Person {
  const [formal = '', nickname = null, nativeFirst = null] = random
    .pick(culture.given.split(' '))
    .split('/')
    .map(unglue);
  const [surname = '', nativeLast = null] = random.pick(culture.family.split(' ')).split('/').map(unglue);
  const [other = ''] = random.pick(culture.family.split(' ')).split('/').map(unglue);
  const [middle = ''] = random.pick(culture.given.split(' ')).split('/').map(unglue);
  const company = random.below(150);
  const phoneSpellings = spellPhone(culture, random);
  const mailbox = `${ascii(formal)}.${ascii(surname)}`;
  return {
    id,
    culture: culture.culture,
    country: culture.country,
    nickname,
    middleName: middle,
    otherSurname: other,
    native: nativeFirst && nativeLast ? { first: nativeFirst, last: nativeLast } : null,
    privateEmail: `${ascii(formal)}${ascii(surname)}${random.below(90) + 10}@post.example`,
    phoneSpellings,
    otherPhone: spellPhone(culture, random)[0] ?? null,
    record: {
      firstName: formal,
      lastName: surname,
      email: random.chance(0.06)
        ? `info@company${company}.example`
        : `${mailbox}${id % 7 || ''}@company${company}.example`,
      phone: random.chance(0.1) ? switchboard(company) : (phoneSpellings[0] ?? null),
      accountId: String(company),
    },
  };
}

/** Another person of the family: their surname, and their mailbox or phone. */
function createRelative(id: number, relative: Person, random: Random): Person {
  const culture = cultures.find((each) => each.culture === relative.culture) ?? random.pick(cultures);
  const person = createPerson(id, culture, random);
  const isEmailShared = random.chance(0.5);
  const { lastName, email, phone, accountId } = relative.record;
  if (person.record.firstName === relative.record.firstName) return person;
  return {
    ...person,
    native: null,
    record: {
      firstName: person.record.firstName,
      lastName,
      email: isEmailShared ? email : person.record.email,
      phone: isEmailShared ? person.record.phone : phone,
      accountId,
    },
  };
}

function switchboard(company: number): string {
  return `+44 20 7946 ${String(company).padStart(4, '0')}`;
}

function spellPhone({ phone: [code, trunk, beginning, digits] }: Culture, random: Random): string[] {
  const rest = beginning + String(random.below(10 ** digits)).padStart(digits, '0');
  const grouped = rest.replace(/(\d{2,3})(?=\d{3})/, '$1 ');
  return [
    `+${code} ${grouped}`,
    `+${code}${rest}`,
    `00${code} ${grouped}`,
    `${trunk}${grouped}`,
    `${trunk}${rest}`,
    `${code}${rest}`,
  ];
}

/** Words of one name are glued in the tables. */
function unglue(text: string): string {
  return text.replaceAll('_', ' ');
}

function ascii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/ß/g, 'ss')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
