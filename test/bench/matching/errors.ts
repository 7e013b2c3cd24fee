import type { Person, RecordValues } from './person';
import type { Random } from './random';

/*
 * What happens to records of one person, as the published generators have it: typing, phonetic and scanner errors,
 * fields swapped, values missing and changed (febrl: P. Christen, A. Pudjijono, Accurate synthetic generation of
 * realistic personal information, PAKDD 2009; GeCo: K.-N. Tran, D. Vatsalan, P. Christen, CIKM 2013), and what
 * contact lists add: nicknames, initials, marriage, scripts, formats, names made of the address.
 */
export const errorKinds = [
  ...(['typing', 'phonetic', 'ocr', 'order', 'missing', 'nickname', 'marriage', 'format'] as const),
  ...([
    'initial',
    'middleName',
    'accents',
    'script',
    'mailbox',
    'title',
    'encoding',
    'otherAddress',
  ] as const),
] as const;
export type ErrorKind = (typeof errorKinds)[number];

type Change = (written: RecordValues, person: Person, random: Random) => RecordValues;

/** A record of the person with one more error; the same record where the error does not apply. */
export const changes: Readonly<Record<ErrorKind, Change>> = {
  typing: (written, _, random) => inOneField(written, random, (text) => mistype(text, random)),
  phonetic: (written, _, random) =>
    inOneName(written, random, (text) => replaceOne(text, soundsAlike, random)),
  ocr: (written, _, random) => inOneName(written, random, (text) => replaceOne(text, looksAlike, random)),
  order: (written, _, random) =>
    random.chance(0.5)
      ? { ...written, firstName: written.lastName, lastName: written.firstName ?? '' }
      : { ...written, firstName: null, lastName: `${written.lastName}, ${written.firstName ?? ''}` },
  missing: (written, _, random) => ({
    ...written,
    [random.pick(['email', 'phone', 'accountId', 'firstName'])]: null,
  }),
  nickname: (written, person) => ({ ...written, firstName: person.nickname ?? written.firstName }),
  marriage: (written, person, random) => ({
    ...written,
    lastName: random.chance(0.5) ? `${written.lastName}-${person.otherSurname}` : person.otherSurname,
  }),
  format: (written, person, random) => ({
    ...written,
    phone: written.phone && random.pick(person.phoneSpellings),
    email:
      written.email &&
      (random.chance(0.5) ? written.email.toUpperCase() : written.email.replace('@', '+crm@')),
  }),
  initial: (written) => ({ ...written, firstName: written.firstName && `${[...written.firstName][0]}.` }),
  middleName: (written, person) => ({
    ...written,
    firstName: `${written.firstName ?? ''} ${person.middleName}`.trim(),
  }),
  accents: (written, _, random) => ({
    ...written,
    firstName: written.firstName && plain(written.firstName, random),
    lastName: plain(written.lastName, random),
  }),
  script: (written, person) =>
    person.native ? { ...written, firstName: person.native.first, lastName: person.native.last } : written,
  mailbox: (written) =>
    written.email ? { ...written, firstName: null, lastName: written.email.split('@')[0] ?? '' } : written,
  title: (written, _, random) =>
    random.chance(0.5)
      ? { ...written, firstName: `Dr. ${written.firstName ?? ''}` }
      : { ...written, lastName: `${written.lastName}, MBA` },
  encoding: (written) => ({
    ...written,
    firstName: written.firstName && readAsLatin(written.firstName),
    lastName: readAsLatin(written.lastName),
  }),
  otherAddress: (written, person) => ({ ...written, email: person.privateEmail, accountId: null }),
};

type NameField = 'firstName' | 'lastName';

function inOneName(written: RecordValues, random: Random, change: (text: string) => string): RecordValues {
  const field = random.pick<NameField>(['firstName', 'lastName']);
  const text = written[field];
  return text ? { ...written, [field]: change(text) } : written;
}

function inOneField(written: RecordValues, random: Random, change: (text: string) => string): RecordValues {
  if (random.chance(0.7) || !written.email) return inOneName(written, random, change);
  const [mailbox = '', domain = ''] = written.email.split('@');
  return { ...written, email: `${change(mailbox)}@${domain}` };
}

/** One letter inserted, left out, replaced by its neighbor on the keyboard, or swapped. */
function mistype(text: string, random: Random): string {
  const letters = [...text];
  const at = random.below(letters.length);
  const letter = letters[at] ?? '';
  switch (random.below(4)) {
    case 0:
      letters.splice(at, 0, random.pick([...'etaoinsr']));
      break;
    case 1:
      letters.splice(at, 1);
      break;
    case 2:
      letters.splice(at, 1, neighborOf(letter, random));
      break;
    default:
      letters.splice(at, 2, ...[letters[at + 1] ?? '', letter]);
  }
  return letters.join('').trim() || text;
}

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighborOf(letter: string, random: Random): string {
  const row = keyboard.find((keys) => keys.includes(letter.toLowerCase())) ?? 'asdf';
  const at = Math.max(0, row.indexOf(letter.toLowerCase()));
  return row[at + (random.chance(0.5) && at > 0 ? -1 : 1)] ?? row[at - 1] ?? letter;
}

type Pair = readonly [string, string];

const soundsAlike: readonly Pair[] = [
  ['ph', 'f'], ['f', 'ph'], ['c', 'k'], ['k', 'c'], ['ie', 'y'], ['y', 'ie'], ['ss', 's'], ['tt', 't'], ['nn', 'n'], ['ll', 'l'],
  ['ei', 'ai'], ['ai', 'ei'], ['th', 't'], ['v', 'w'], ['w', 'v'], ['x', 'ks'], ['ck', 'k'], ['dt', 't'], ['oo', 'u'], ['ee', 'i'],
  ['z', 's'], ['j', 'y'], ['i', 'y'], ['h', ''],
]; // biome-ignore format: one row a pair would fill a page

const looksAlike: readonly Pair[] = [
  ['l', '1'], ['o', '0'], ['s', '5'], ['rn', 'm'], ['m', 'rn'], ['cl', 'd'], ['d', 'cl'], ['i', 'l'], ['l', 'i'], ['h', 'b'],
  ['e', 'c'], ['u', 'v'], ['vv', 'w'], ['n', 'ri'], ['g', 'q'],
]; // biome-ignore format: one row a pair would fill a page

function replaceOne(text: string, pairs: readonly Pair[], random: Random): string {
  const fitting = pairs.filter(([from]) => text.slice(1).includes(from));
  if (!fitting.length) return text;
  const [from, to] = random.pick(fitting);
  const at = text.indexOf(from, 1);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

const digraphs: Readonly<Record<string, string>> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', å: 'aa', ø: 'oe', æ: 'ae', Ö: 'Oe', Ø: 'Oe', Å: 'Aa' },
};

function plain(text: string, random: Random): string {
  const isDigraphs = random.chance(0.5);
  return text
    .replace(/[äöüßåøæÖØÅ]/g, (letter) => (isDigraphs ? (digraphs[letter] ?? letter) : letter))
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

function readAsLatin(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}
