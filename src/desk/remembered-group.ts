import type { Instant } from '../duplicates/contact';
import { hash } from '../duplicates/fingerprint';
import { type GroupById, referenceKey } from '../duplicates/group-reference';
import { readGroupReference } from '../duplicates/read-group-reference';
import { readText } from './read-value';
import type { NewRecord, StoredRecord } from './storage';

/*
 * A group by id that was opened beside a contact A is a record of its own, so that agents who open groups at the same
 * time all keep theirs:
 *
 *   key g:A:1x2k9q   queriableValue g:A   value {"group": ["1892…", "limit=50"], "at": 1763900000000}
 *
 * The last part of the key is a hash of id and parameters; `at` is when the group was opened. Beside them lies a marker
 * that there are such records, so that most contacts, which have none, cost one call:
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
export function markerOf(contactId: string): NewRecord {
  return { key: besideKey(contactId), queriableValue: 'g', value: { groups: [] } };
}

export function groupRecord(contactId: string, group: GroupById, at: Instant): NewRecord {
  const row = [group.duplicateId, new URLSearchParams(group.parameters).toString()];
  const queriableValue = besideKey(contactId);
  return { key: groupKey(contactId, group), queriableValue, value: { group: row, at } };
}

/** The groups that these records hold, the one that was opened last at the end; those of earlier versions come first. */
export function groupsIn(marker: StoredRecord, records: readonly StoredRecord[]): readonly GroupById[] {
  const timeOf = ({ value }: StoredRecord) => Number(value?.at) || 0;
  const latestLast = [...records].sort((a, b) => timeOf(a) - timeOf(b));
  return [...rowsIn(marker), ...latestLast.map(({ value }) => value?.group)].flatMap(groupsOf);
}

/** The marker without a group that an earlier version kept in it; `null` where it holds no such group. */
export function markerWithout(marker: StoredRecord, group: GroupById): NewRecord | null {
  const rows = rowsIn(marker);
  const key = referenceKey(group);
  const groups = rows.filter((row) => groupsOf(row).every((one) => referenceKey(one) !== key));
  return groups.length < rows.length ? { ...marker, value: { groups } } : null;
}

/** None in a value that another version wrote in a way of its own. */
function rowsIn({ value }: StoredRecord): readonly unknown[] {
  const { groups, ...more } = value ?? {};
  return Array.isArray(groups) && !Object.keys(more).length ? groups : [];
}

/** The group of a row, if it can be read. */
function groupsOf(row: unknown): readonly GroupById[] {
  const [id, query] = Array.isArray(row) ? row : [];
  const group = readGroupReference(readText(id) ?? '', readText(query) ?? '');
  return 'reference' in group ? [group.reference] : [];
}
