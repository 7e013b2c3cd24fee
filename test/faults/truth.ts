import { groupsBy, type MatchField } from '../desk/match-fields';
import type { SamplePortal } from '../desk/portal';

/** The portal as it is, and as it was before each edit of this day: answers may be as old as a cache lets them be. */
export interface Truth {
  /** Who shares this value, at each of these times; nobody where a contact is alone with it. */
  sharers(fieldName: string, value: string): readonly ReadonlySet<string>[];
  /** Whether two contacts had this field in common at some time of the day; case does not matter to Desk. */
  wereAlike(field: 'accountId' | 'lastName', id: string, otherId: string): boolean;
  /** The members of a group by id that are left. */
  membersOf(duplicateId: string): ReadonlySet<string>;
  edit(id: string, fields: Readonly<Record<string, unknown>>): void;
}

export function createTruth(portal: SamplePortal): Truth {
  const versions = [versionOf(portal)];
  const contacts = [new Map(portal.contacts)];
  return {
    sharers: (fieldName, value) =>
      versions.map((groups) => groups(fieldName as MatchField).get(value.toLowerCase()) ?? new Set()),
    wereAlike(field, id, otherId) {
      const valuesOf = (one: string) =>
        contacts.map((all) => String(all.get(one)?.[field] ?? '').toLowerCase());
      const others = valuesOf(otherId);
      return valuesOf(id).some((value) => value && others.includes(value));
    },
    membersOf(duplicateId) {
      const group = portal.groups.find((one) => one.duplicateId === duplicateId);
      return new Set(group?.contactIds);
    },
    edit(id, fields) {
      portal.edit(id, fields);
      versions.push(versionOf(portal));
      contacts.push(new Map(portal.contacts));
    },
  };
}

/** The groups of the portal by now, each field once. */
function versionOf(portal: SamplePortal): (field: MatchField) => ReadonlyMap<string, ReadonlySet<string>> {
  const then = { ...portal, contacts: new Map(portal.contacts) };
  const known = new Map<MatchField, ReadonlyMap<string, ReadonlySet<string>>>();
  return (field) => {
    const groups =
      known.get(field) ??
      new Map(
        [...groupsBy(then, field)].map(([value, { contacts }]) => [
          value,
          new Set(contacts.map(({ id }) => String(id))),
        ]),
      );
    known.set(field, groups);
    return groups;
  };
}
