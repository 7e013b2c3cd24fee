import type { Instant } from '../duplicates/contact';
import { hash } from '../duplicates/fingerprint';
import { type GroupById, referenceKey } from '../duplicates/group-reference';
import { readGroupReference } from '../duplicates/read-group-reference';
import { readText } from './read-value';
import type { NewRow, StoredRow } from './storage';

/*
 * A group by id that was opened beside a contact A is a row of its own, so that agents who open groups at the same
 * time all keep theirs:
 *
 *   key g:A:1x2k9q   queriableValue g:A   value {"group": ["1892…", "limit=50"], "at": 1763900000000}
 *
 * The last part of the key is a hash of id and parameters; `at` is when the group was opened. Beside them lies a marker
 * that there are such rows, so that most contacts, which have none, cost one call:
 *
 *   key g:A          queriableValue g     value {"groups": []}
 *
 * Earlier versions kept the groups in there, as {"groups": [["1892…", "limit=50"], …]}. These are still read, and taken
 * out when they are closed; none is added.
 */

/** The key of the marker that groups were opened beside a contact, and the `queriableValue` that finds them. */
export function besideKey(contactId: string): string {
  return `g:${contactId}`;
}

export function groupKey(contactId: string, group: GroupById): string {
  return `${besideKey(contactId)}:${hash(referenceKey(group))}`;
}

/** The marker, where there is none yet. */
export function markerOf(contactId: string): NewRow {
  return { key: besideKey(contactId), queriableValue: 'g', value: { groups: [] } };
}

export function groupRow(contactId: string, group: GroupById, at: Instant): NewRow {
  const entry = [group.duplicateId, new URLSearchParams(group.parameters).toString()];
  const queriableValue = besideKey(contactId);
  return { key: groupKey(contactId, group), queriableValue, value: { group: entry, at } };
}

/** The groups that these rows hold, the one that was opened last at the end; those of earlier versions come first. */
export function groupsIn(marker: StoredRow, rows: readonly StoredRow[]): readonly GroupById[] {
  const timeOf = ({ value }: StoredRow) => Number(value?.at) || 0;
  const latestLast = [...rows].sort((a, b) => timeOf(a) - timeOf(b));
  return [...entriesIn(marker), ...latestLast.map(({ value }) => value?.group)].flatMap(groupsOf);
}

/** The marker without a group that an earlier version kept in it; `null` where it holds no such group. */
export function markerWithout(marker: StoredRow, group: GroupById): NewRow | null {
  const entries = entriesIn(marker);
  const key = referenceKey(group);
  const groups = entries.filter((entry) => groupsOf(entry).every((one) => referenceKey(one) !== key));
  return groups.length < entries.length ? { ...marker, value: { groups } } : null;
}

/** None in a value that another version wrote in a way of its own. */
function entriesIn({ value }: StoredRow): readonly unknown[] {
  const { groups, ...more } = value ?? {};
  return Array.isArray(groups) && !Object.keys(more).length ? groups : [];
}

/** The group of an entry, if it can be read. */
function groupsOf(entry: unknown): readonly GroupById[] {
  const [id, query] = Array.isArray(entry) ? entry : [];
  const group = readGroupReference(readText(id) ?? '', readText(query) ?? '');
  return 'reference' in group ? [group.reference] : [];
}
