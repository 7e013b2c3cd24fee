import type { Contact, ContactId } from './contact';

/** A reason Desk refuses to merge, and the records it affects, in their order. */
export interface Blocker {
  readonly kind: 'portalUser' | 'otherCrmRecords' | 'deleted' | 'anonymous' | 'differentGroups';
  readonly contactIds: readonly ContactId[];
}

/**
 * What keeps records from being merged into `primary`, and which of them can be merged all the same:
 *
 * | blocker           | about                                                  | leaves out                           |
 * |-------------------|--------------------------------------------------------|--------------------------------------|
 * | `portalUser`      | help-center users that would be merged away            | these                                |
 * | `otherCrmRecords` | records linked to different CRM records, not counting  | those linked to another than the     |
 * |                   | any that something else leaves out                     | primary; all, where that has no link |
 * | `deleted`         | deleted records                                        | these; everybody if the primary is   |
 * | `anonymous`       | records whose identity was removed                     | these; everybody if the primary is   |
 * | `differentGroups` | all that would be merged, if no one group holds them   | nobody: each may still share a group |
 * |                   |                                                        | with the primary                     |
 */
export function findBlockers(
  records: readonly Contact[],
  primary: Contact,
  shareAGroup: boolean,
): { readonly blockers: readonly Blocker[]; readonly mergeable: readonly ContactId[] } {
  const idsWhere = (test: (record: Contact) => boolean) => records.filter(test).map(({ id }) => id);
  const portalUsers = idsWhere((record) => record.isPortalUser && record.id !== primary.id);
  const deleted = idsWhere((record) => record.isDeleted);
  const anonymous = idsWhere((record) => record.isAnonymous);
  const leftOut = new Set([...portalUsers, ...deleted, ...anonymous]);
  const crmRecords = crmConflict(records, primary, leftOut);
  for (const id of crmRecords) leftOut.add(id);

  const isGone = primary.isDeleted || primary.isAnonymous;
  const mergeable = isGone ? [] : idsWhere(({ id }) => !leftOut.has(id) && id !== primary.id);
  const merged = new Set([primary.id, ...mergeable]);
  const isApart = !shareAGroup && mergeable.length > 0;
  const all: Blocker[] = [
    { kind: 'portalUser', contactIds: portalUsers },
    { kind: 'otherCrmRecords', contactIds: crmRecords },
    { kind: 'deleted', contactIds: deleted },
    { kind: 'anonymous', contactIds: anonymous },
    { kind: 'differentGroups', contactIds: isApart ? idsWhere(({ id }) => merged.has(id)) : [] },
  ];
  return { blockers: all.filter((blocker) => blocker.contactIds.length), mergeable };
}

/** The records whose CRM records conflict with the primary's, or with each other's if it has none. */
function crmConflict(
  records: readonly Contact[],
  primary: Contact,
  leftOut: ReadonlySet<ContactId>,
): ContactId[] {
  const linked = records.flatMap(({ id, crmRecord }) =>
    crmRecord && (id === primary.id || !leftOut.has(id)) ? [{ id, crmId: crmRecord.id }] : [],
  );
  if (new Set(linked.map(({ crmId }) => crmId)).size < 2) return [];
  return linked
    .filter(({ id, crmId }) => id === primary.id || crmId !== primary.crmRecord?.id)
    .map(({ id }) => id);
}
