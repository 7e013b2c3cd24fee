import type { Candidate } from '../../duplicates/candidates';
import type { GroupReference } from '../../duplicates/group-reference';
import type { Check } from '../../state/checks';
import type { OpenContact } from '../../state/open-contact';
import type { OpenRecord } from '../../state/open-record';
import type { Tab } from '../kit/tabs';
import { t } from '../shell/texts';
import { endOfId } from '../words/letters';

/** `All`, one for each check that found somebody, one for each group that was opened. */
export function tabsOf(record: OpenRecord): Tab[] {
  const found = record.kind === 'contact' ? foundTabs(record) : [];
  const opened = record.groups.opened.value.map(({ key, reading }) => ({
    key,
    // The open contact is not counted in any tab; a group that it is not in shows its members all the same.
    label: labelOf(reading.reference, countFoundBy(key, record.candidates.all.value)),
  }));
  return [...found, ...opened];
}

/** The tab that is shown: the agent's choice, as long as it is there. */
export function selectedTab(record: OpenRecord): string {
  const chosen = record.groups.selected.value;
  return tabsOf(record).some(({ key }) => key === chosen) ? chosen : 'all';
}

/** The check that a tab shows the duplicates of, if it is one. */
export function checkOf({ detection }: OpenContact, tab: string): Check | null {
  return detection.checks.value.find(({ key }) => key === tab) ?? null;
}

/** The possible duplicates that a tab shows: all, or those of one check. */
export function candidatesOf({ candidates }: OpenContact, only: Check | null): readonly Candidate[] {
  return candidates.duplicates.value.filter((candidate) => !only || candidate.foundBy.includes(only.key));
}

function foundTabs({ candidates, detection, lookFurther }: OpenContact): Tab[] {
  const duplicates = candidates.duplicates.value;
  const foundBy = (key: string) => countFoundBy(key, duplicates);
  return [
    { key: 'all', label: t('tabAll', { count: duplicates.length }) },
    ...detection.checks.value
      .filter(({ key }) => foundBy(key))
      .map(({ key, value }) => ({
        key,
        label: t(`tabValue_${value.source}`, { count: foundBy(key) }),
      })),
    ...(lookFurther.value?.outcomes.value ?? [])
      .filter(({ key }) => foundBy(key))
      .map(({ way, key }) => ({ key, label: t(`tabFurther_${way}`, { count: foundBy(key) }) })),
  ];
}

const counts = new WeakMap<readonly Candidate[], ReadonlyMap<string, number>>();

/** How many of these are in a group: all groups are counted once for each list, which may be long. */
function countFoundBy(key: string, candidates: readonly Candidate[]): number {
  const known = counts.get(candidates);
  if (known) return known.get(key) ?? 0;
  const byKey = new Map<string, number>();
  for (const { foundBy } of candidates)
    for (const each of foundBy) byKey.set(each, (byKey.get(each) ?? 0) + 1);
  counts.set(candidates, byKey);
  return byKey.get(key) ?? 0;
}

function labelOf(reference: GroupReference, count: number): string {
  return reference.by === 'id'
    ? t('tabGroup', { id: endOfId(reference.duplicateId), count })
    : t('tabOpenedValue', { value: reference.fieldValue, count });
}
