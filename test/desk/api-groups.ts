import { type ApiAnswer, type ApiRequest, found, invalid, noContent, Refusal, readQuery } from './api-answer';
import { groupsBy, type MatchField, matchFields, type ValueGroup } from './match-fields';
import type { RawContact, RawGroup, SamplePortal } from './portal';

/** Public documentation of Desk's API names this as its usual page. */
const usualLimit = 10;

/** GET /groupContacts: the contacts that share a value, for each of the values asked for. */
export function answerGroups(portal: SamplePortal, request: ApiRequest): ApiAnswer {
  const query = readQuery(request);
  const fieldName = readMatchField(request);
  const values = query.required('fieldValues', 10_000).split(',');
  const from = Math.max(query.whole('from', 0, 0) - portal.countsFrom, 0);
  const limit = query.whole('limit', usualLimit, 1, 100);
  const withAccount = query.includes(['accounts'])('accounts');
  const { by, descending } = query.sorting(contactColumns) ?? { by: 'modifiedTime', descending: false };

  const groups = groupsBy(portal, fieldName);
  const keys = new Set(values.map((value) => value.trim().toLowerCase()));
  const data = [...keys].flatMap((key) => {
    const group = groups.get(key);
    if (!group) return [];
    const sorted = sortedBy(group.contacts, (contact) => columnOf(portal, contact, by), descending);
    const contacts = sorted.slice(from, from + limit).map((contact) => listed(contact, withAccount));
    return contacts.length ? [{ fieldValue: group.fieldValue, contacts }] : [];
  });
  return data.length ? found({ data }) : noContent;
}

/** GET /groupContactDuplicateValues: the values that several contacts of the portal share. */
export function answerDuplicateValues(portal: SamplePortal, request: ApiRequest): ApiAnswer {
  const query = readQuery(request);
  const fieldName = readMatchField(request);
  const prefix = query.text('swFieldValue', 100).toLowerCase();
  const from = query.whole('from', 0, 0);
  const limit = query.whole('limit', usualLimit, 1, 100);
  const { by, descending } = query.sorting(['count', 'fieldValue']) ?? {
    by: 'fieldValue',
    descending: false,
  };

  const groups = [...groupsBy(portal, fieldName).values()].filter(({ fieldValue }) =>
    fieldValue.toLowerCase().startsWith(prefix),
  );
  const column = ({ contacts, fieldValue }: ValueGroup) =>
    by === 'count' ? contacts.length : fieldValue.toLowerCase();
  const rows = sortedBy(groups, column, descending).map((group, index) => ({
    count: index % 2 ? String(group.contacts.length) : group.contacts.length,
    fieldValue: group.fieldValue.slice(0, 100),
    ...(index % 3 ? {} : idEntry(portal, group, index % 2 ? 'duplicateId' : 'id')),
  }));
  const data = rows.slice(from, from + limit);
  return data.length ? found({ data }) : noContent;
}

/** GET /contactsDeduplication/{duplicateId}: how its answer speaks of more pages is not published. */
export function answerGroupById(portal: SamplePortal, group: RawGroup, request: ApiRequest): ApiAnswer {
  const query = readQuery(request);
  const size = query.whole('limit', group.pageSize, 1, 100);
  const page = query.whole('page', 1, 1);
  const members = group.contactIds.flatMap((id): RawContact[] => {
    const contact = portal.contacts.get(id);
    return contact ? [contact] : [];
  });
  const data = members.slice((page - 1) * size, page * size);
  if (!data.length) return noContent;
  const hasMore = page * size < members.length;
  switch (group.hints) {
    case 'none':
      return found({ data });
    case 'info':
      return found({ data, info: { more_records: hasMore, count: String(data.length) } });
    case 'total':
      return found({ data: { contacts: data }, total: members.length });
    case 'nextPage':
      return found({ contacts: data, nextPage: hasMore ? page + 1 : null });
  }
}

/** A contact as lists tell it: its account is an object only where that was asked for. */
export function listed({ account, ...contact }: RawContact, withAccount: boolean): RawContact {
  return withAccount ? { ...contact, account } : contact;
}

function readMatchField(request: ApiRequest): MatchField {
  const name = readQuery(request).required('fieldName', 100);
  const field = matchFields.find((known) => known === name);
  if (!field) throw new Refusal(invalid('fieldName'));
  return field;
}

export const contactColumns = [
  'firstName',
  'lastName',
  'fullName',
  'phone',
  'email',
  'createdTime',
  'modifiedTime',
] as const;

export function columnOf(portal: SamplePortal, contact: RawContact, column: (typeof contactColumns)[number]) {
  switch (column) {
    case 'createdTime':
      return new Date(contact.createdTime as string | number).getTime();
    case 'modifiedTime':
      return Date.parse(String(portal.details.get(String(contact.id))?.modifiedTime));
    case 'fullName':
      return `${contact.firstName ?? ''} ${contact.lastName ?? ''}`.trim().toLowerCase();
    default:
      return String(contact[column] ?? '').toLowerCase();
  }
}

export function sortedBy<Entry>(
  entries: readonly Entry[],
  column: (entry: Entry) => string | number,
  descending: boolean,
): Entry[] {
  const direction = descending ? -1 : 1;
  const order = (a: string | number, b: string | number) => (a === b ? 0 : a < b ? -direction : direction);
  return [...entries].sort((a, b) => order(column(a), column(b)));
}

/** The id of the group by id that has exactly these members, where there is one. */
function idEntry(portal: SamplePortal, { contacts }: ValueGroup, key: 'id' | 'duplicateId') {
  const ids = contacts.map(({ id }) => String(id));
  const same = portal.groups.find(
    ({ contactIds }) => contactIds.length === ids.length && ids.every((id) => contactIds.includes(id)),
  );
  return same ? { [key]: same.duplicateId } : {};
}
