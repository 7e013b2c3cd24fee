import { isRecord } from '../base/json';

/** Desk nests a contact's parts three deep inside a list of groups; an answer may nest without end. */
const maxDepth = 8;

/** Objects whose property names are made by the portal's people. */
const namedByPeople = new Set(['cf', 'customFields', 'channelWiseCount']);

/** A property name as APIs have them. Anything else may be somebody's value that an answer is keyed by. */
const plainName = /^[a-z][A-Za-z_]{0,40}$/;

/**
 * What an answer looks like, without anything that it says: `{data: 2 × {contacts: 3 × {email?: null | text}}}`. The
 * shapes of a list's entries are told as one, with `?` for what not all of them have.
 */
export function shapeOf(body: unknown): string {
  return shapeOfAll([body], 0);
}

/** How many entries an answer lists, of a single group its contacts; `null` where it is no list and holds none. */
export function countEntries(body: unknown): number | null {
  return listIn(body)?.length ?? null;
}

function listIn(body: unknown): readonly unknown[] | null {
  const list = isRecord(body) ? (body.contacts ?? body.data) : body;
  if (isRecord(list)) return listIn(list);
  if (!Array.isArray(list)) return null;
  const [only, ...more] = list;
  return (more.length === 0 && isRecord(only) && 'contacts' in only && listIn(only)) || list;
}

function shapeOfAll(values: readonly unknown[], depth: number): string {
  if (depth > maxDepth) return '…';
  const lists = values.filter((value) => Array.isArray(value));
  const objects = values.filter(isRecord);
  const rest = values.filter((value) => !Array.isArray(value) && !isRecord(value)).map(kindOf);
  return [
    ...[...new Set(rest)].sort(),
    ...(lists.length ? [shapeOfLists(lists, depth)] : []),
    ...(objects.length ? [shapeOfObjects(objects, depth)] : []),
  ].join(' | ');
}

function shapeOfLists(lists: readonly unknown[][], depth: number): string {
  const counts = lists.map(({ length }) => length);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (most === 0) return 'empty list';
  return `${least === most ? most : `${least}–${most}`} × ${shapeOfAll(lists.flat(), depth + 1)}`;
}

function shapeOfObjects(objects: readonly Readonly<Record<string, unknown>>[], depth: number): string {
  const names = [...new Set(objects.flatMap((one) => Object.keys(one)))].sort();
  const plain = names.filter((name) => plainName.test(name));
  const parts = plain.map((name) => {
    const holders = objects.filter((one) => Object.hasOwn(one, name));
    const values = holders.map((one) => one[name]);
    const shape = namedByPeople.has(name) ? countOf(values) : shapeOfAll(values, depth + 1);
    return `${name}${holders.length < objects.length ? '?' : ''}: ${shape}`;
  });
  const others = names.length - plain.length;
  return `{${[...parts, ...(others ? [`${others} other names`] : [])].join(', ')}}`;
}

function countOf(values: readonly unknown[]): string {
  const names = new Set(values.filter(isRecord).flatMap((value) => Object.keys(value)));
  return names.size || values.every(isRecord) ? `${names.size} names` : shapeOfAll(values, maxDepth);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (typeof value !== 'string') return typeof value;
  if (value === '') return 'empty text';
  if (value === 'true' || value === 'false') return 'boolean as text';
  if (/^-?\d+$/.test(value)) return 'digits';
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? 'time' : 'text';
}
