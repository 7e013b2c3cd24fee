import texts from '../../app/translations/en.json';
import { isRecord } from '../../src/base/json';
import { type DuplicateValue, parseDuplicateValues } from '../../src/desk/endpoints/duplicate-values';
import { type Contact, fullName } from '../../src/duplicates/contact';
import { type MatchField, matchFields } from '../../src/duplicates/group-reference';
import { type See, type Seen, sayShown } from './probe-answer';

/** What is known now of something that Zoho does not document. Holds nothing about anybody. */
export interface Finding {
  readonly question: string;
  /** What this portal does. */
  readonly portal: string;
  /** What the widget makes of that. */
  readonly widget: string;
  /** The answer that says so; `null` where nothing could be asked. */
  readonly seen: Pick<Seen, 'call' | 'status' | 'shape'> | null;
}

/** A value that several contacts share. Never told. */
interface SharedValue extends DuplicateValue {
  readonly fieldName: MatchField;
}

/**
 * Asks a portal each call that the widget uses, and what follows from the answers. `groupId` is a group to ask for
 * where the portal's list tells none: an id is never made up.
 */
export async function probe(see: See, groupId: string | null): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  findings.push(await askDefaultField(see));
  const { values, list, field } = await readSharedValues(see);
  findings.push(...tellSharedValues(values, list, field));
  const [shared, other] = values.filter(({ fieldValue }) => !fieldValue.includes(','));
  const group =
    shared && (await see('/groupContacts', valueQuery(shared, { limit: '100', include: 'accounts' })));
  findings.push(group ? tellGroup(group, shared) : notAsked(questions.group, 'no value is shared'));
  findings.push(await askTwoValues(see, shared, other));
  findings.push(await askFrom(see, shared));
  findings.push(await askNobody(see));
  const [one, two] = group?.contacts ?? [];
  findings.push(await askContact(see, one));
  findings.push(await askByIds(see, one, two));
  findings.push(await askStatistics(see, one));
  const colleagues = await readColleagues(see, group?.contacts ?? []);
  findings.push(tellColleagues(colleagues));
  findings.push(await askLoneValue(see, [...(colleagues?.contacts ?? []), ...(group?.contacts ?? [])]));
  findings.push(
    ...(await askGroupById(see, values.find(({ duplicateId }) => duplicateId)?.duplicateId ?? groupId)),
  );
  return findings;
}

const questions = {
  group: 'Does a shared value give its contacts?',
  comma: 'Are values joined by a comma read as several?',
  from: 'Does "from" of groupContacts count from 0 or from 1?',
  nobody: 'What is the answer to a value that nobody has?',
  lone: 'Is a value that one contact alone holds answered?',
  contact: 'What does a single contact tell beyond lists?',
  byIds: 'What does contactsByIds tell?',
  statistics: 'Are tickets counted?',
  account: 'Does an account tell its contacts?',
  byId: 'Does contactsDeduplication/{id} exist, and in what shape?',
  byIdPages: 'How does it speak of more pages?',
} as const;

async function askDefaultField(see: See): Promise<Finding> {
  const seen = await see('/contactsDeduplication/defaultFieldName');
  const told = isRecord(seen.body)
    ? matchFields.find((name) => isRecord(seen.body) && seen.body.fieldName === name)
    : null;
  return tell(
    'Which field does the portal match contacts by?',
    seen,
    told ?? 'it names none that is known',
    () => (told ? 'Checks it as well, unless it checks it anyway.' : 'Checks e-mail, phone and full name.'),
  );
}

/** By the first of these fields that some contacts share a value of. */
async function readSharedValues(see: See) {
  let read: { values: SharedValue[]; list: Seen; field: MatchField } | null = null;
  for (const field of ['bothEmail', 'phone', 'fullName'] as const) {
    const list = await see('/groupContactDuplicateValues', {
      fieldName: field,
      from: '0',
      limit: '50',
      sortBy: '-count',
    });
    const values = parseDuplicateValues(list.body).map((value) => ({ ...value, fieldName: field }));
    if (!read || values.length) read = { values, list, field };
    if (values.length || list.error) break;
  }
  if (!read) throw new Error('no field was asked for');
  return read;
}

function tellSharedValues(values: readonly SharedValue[], list: Seen, field: MatchField): Finding[] {
  const counted = values.filter(({ count }) => count !== null).length;
  const withId = values.filter(({ duplicateId }) => duplicateId !== null).length;
  return [
    tell(
      'Are the values listed that several contacts share?',
      list,
      `${values.length} values of ${field}, ${counted} with a count`,
      () => (values.length ? `Lists them under “${texts.browseDuplicates}”.` : 'Says that there are none.'),
    ),
    tell('Do they carry the id of their group?', list, `${withId} of ${values.length} do`, () =>
      withId ? 'Offers to open the group by its id.' : 'Opens the group by its value.',
    ),
  ];
}

function tellGroup(group: Seen, { count }: SharedValue): Finding {
  const expected = count === null ? 'an unknown number' : String(count);
  return tell(
    questions.group,
    group,
    `${group.contacts.length} contacts, of ${expected} that the list counted`,
    () =>
      group.contacts.length
        ? `Reads ${group.contacts.length} contacts.`
        : 'Says that there are no duplicates, which is wrong here: tell us.',
  );
}

async function askTwoValues(
  see: See,
  one: SharedValue | undefined,
  two: SharedValue | undefined,
): Promise<Finding> {
  if (!one || !two) return notAsked(questions.comma, 'fewer than two values are shared');
  const joined = { ...one, fieldValue: `${one.fieldValue},${two.fieldValue}` };
  const seen = await see('/groupContacts', valueQuery(joined, { limit: '100' }));
  const groups = rowsOf(seen.body).length;
  return tell(questions.comma, seen, groups > 1 ? `yes: ${groups} groups` : `no: ${groups} groups`, () =>
    groups > 1
      ? '“Look further” asks for other spellings in one call; a value that holds a comma goes alone.'
      : '“Look further” finds no other spellings here.',
  );
}

async function askFrom(see: See, shared: SharedValue | undefined): Promise<Finding> {
  if (!shared) return notAsked(questions.from, 'no value is shared');
  const zero = await see('/groupContacts', valueQuery(shared, { from: '0', limit: '1' }));
  const one = await see('/groupContacts', valueQuery(shared, { from: '1', limit: '1' }));
  const [first] = zero.contacts;
  if (!first)
    return tell(questions.from, zero, 'cannot be told from this answer', () => 'Reads it either way.');
  return tell(
    questions.from,
    one,
    first.id === one.contacts[0]?.id ? 'from 1, and 0 means 1' : 'from 0',
    () => 'Goes on by the number of records it has read, and leaves out repeated ones: right either way.',
  );
}

async function askNobody(see: See): Promise<Finding> {
  const query = { fieldName: 'email', fieldValues: 'nobody-at-all@probe.invalid', limit: '10' };
  const seen = await see('/groupContacts', query);
  return tell(
    questions.nobody,
    seen,
    `${seen.contacts.length} contacts`,
    () => 'Says that there are no duplicates.',
  );
}

async function askContact(see: See, contact: Contact | undefined): Promise<Finding> {
  if (!contact) return notAsked(questions.contact, 'no contact is known');
  const seen = await see(`/contacts/${contact.id}`, { include: 'accounts' });
  return tell(
    questions.contact,
    seen,
    tellNames(seen.body),
    () => 'Compares them once details are read, a call for each contact.',
  );
}

async function askByIds(see: See, ...contacts: readonly (Contact | undefined)[]): Promise<Finding> {
  const ids = contacts.flatMap((contact) => (contact ? [contact.id] : []));
  if (!ids.length) return notAsked(questions.byIds, 'no contact is known');
  const seen = await see('/contacts/contactsByIds', { ids: ids.join(',') });
  return tell(
    questions.byIds,
    seen,
    `${seen.contacts.length} of ${ids.length} contacts; ${tellNames(rowsOf(seen.body)[0])}`,
    () => 'Does not use it: by its documentation it tells no more than lists do.',
  );
}

async function askStatistics(see: See, contact: Contact | undefined): Promise<Finding> {
  if (!contact) return notAsked(questions.statistics, 'no contact is known');
  const seen = await see(`/contacts/${contact.id}/statistics`);
  const total = isRecord(seen.body) ? seen.body.totalTickets : undefined;
  const kind =
    total === undefined
      ? 'not told'
      : total === null
        ? 'null'
        : typeof total === 'string'
          ? 'text'
          : typeof total;
  return tell(questions.statistics, seen, `the total is ${kind}`, () =>
    total === undefined || total === null ? 'Says that tickets are not told.' : 'Counts them on request.',
  );
}

async function readColleagues(see: See, contacts: readonly Contact[]): Promise<Seen | null> {
  const accountId = contacts.find((contact) => contact.accountId)?.accountId;
  if (!accountId) return null;
  return see(`/accounts/${accountId}/contacts`, { from: '1', limit: '100', sortBy: '-modifiedTime' });
}

function tellColleagues(seen: Seen | null): Finding {
  if (!seen) return notAsked(questions.account, 'no contact with an account is known');
  return tell(
    questions.account,
    seen,
    `${seen.contacts.length} contacts`,
    () => '“Look further” compares them.',
  );
}

/** How many values are tried until one is that of a single contact. */
const mostTries = 5;

async function askLoneValue(see: See, contacts: readonly Contact[]): Promise<Finding> {
  const tried = contacts.flatMap(valuesOf).filter(({ fieldValue }) => !fieldValue.includes(','));
  for (const { fieldName, fieldValue } of tried.slice(0, mostTries)) {
    const seen = await see('/groupContacts', { fieldName, fieldValues: fieldValue, limit: '10' });
    if (!seen.error && seen.contacts.length > 1) continue;
    return tell(
      questions.lone,
      seen,
      seen.contacts.length ? 'yes, with that contact' : 'no',
      () => 'Leaves out the open contact: says that there are no duplicates either way.',
    );
  }
  return notAsked(questions.lone, 'all values that were tried are those of several contacts');
}

async function askGroupById(see: See, duplicateId: string | null): Promise<Finding[]> {
  if (duplicateId === null)
    return [notAsked(questions.byId, 'the list tells no id; name one: npm run probe -- --group ID')];
  const path = `/contactsDeduplication/${duplicateId}`;
  const seen = await see(path, { page: '1' });
  const found = tell(questions.byId, seen, `yes, ${seen.contacts.length} contacts`, () =>
    seen.contacts.length ? `Reads ${seen.contacts.length} contacts.` : 'Says that the group is empty.',
  );
  if (seen.error) return [found];
  const next = await see(path, { page: '2' });
  const known = new Set(seen.contacts.map(({ id }) => id));
  const fresh = next.contacts.filter(({ id }) => !known.has(id)).length;
  const said = next.error ? next.outcome : `page 2 has ${fresh} contacts that page 1 has not`;
  return [
    found,
    tell(questions.byIdPages, { ...next, error: null }, said, () => 'Reads on until a page adds nobody new.'),
  ];
}

/** What the portal and the widget do; an answer that is no good tells of itself. */
function tell(question: string, seen: Seen, portal: string, widget: () => string): Finding {
  const { call, status, shape, outcome, error, advice } = seen;
  return {
    question,
    portal: error ? [outcome, advice].filter(Boolean).join(': ') : `${outcome}: ${portal}`,
    widget: error ? sayShown(error) : widget(),
    seen: { call, status, shape },
  };
}

function notAsked(question: string, why: string): Finding {
  return { question, portal: `not asked: ${why}`, widget: '–', seen: null };
}

function valueQuery({ fieldName, fieldValue }: SharedValue, more: Readonly<Record<string, string>>) {
  return { fieldName, fieldValues: fieldValue, ...more };
}

function rowsOf(body: unknown): readonly unknown[] {
  const rows = isRecord(body) ? body.data : body;
  return Array.isArray(rows) ? rows : [];
}

function valuesOf(contact: Contact): { fieldName: MatchField; fieldValue: string }[] {
  const { email, phone } = contact;
  const all = { email, phone, fullName: fullName(contact) } as const;
  return Object.entries(all).flatMap(([fieldName, fieldValue]) =>
    fieldValue ? [{ fieldName: fieldName as keyof typeof all, fieldValue }] : [],
  );
}

/** Which of the properties that lists may leave out an entry has. */
function tellNames(entry: unknown): string {
  const names = [
    'modifiedTime',
    'cf',
    'customFields',
    'isDeleted',
    'isTrashed',
    'isEndUser',
    'owner',
    'account',
  ];
  const told = isRecord(entry) ? names.filter((name) => name in entry) : [];
  return told.length ? `tells ${told.join(', ')}` : `tells none of ${names.join(', ')}`;
}
