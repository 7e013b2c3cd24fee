import { useId } from 'preact/hooks';
import type { GroupReference } from '../../duplicates/group-reference';
import type { Workspace } from '../../state/workspace';
import { ContactCard } from '../contact/contact-card';
import { UnsavedDecisions } from '../decisions/unsaved-decisions';
import { type Tab, Tabs } from '../kit/tabs';
import { t } from '../shell/texts';
import { FoundStatus, FoundView } from './found-view';
import { GroupView } from './group-view';
import styles from './workspace-view.module.css';

/** The open record, its possible duplicates, and the groups that were opened beside it. */
export function WorkspaceView({ workspace }: { workspace: Workspace }) {
  const panelId = useId();
  const { detection } = workspace;
  const tabs = tabsOf(workspace);
  const selected = tabs.some((tab) => tab.key === workspace.selected.value)
    ? workspace.selected.value
    : 'all';
  const opened = workspace.opened.value.find((group) => group.key === selected);
  const check = detection?.checks.value.find((one) => one.key === selected) ?? null;
  return (
    <>
      <OpenRecordView workspace={workspace} shownInList={isShownInList(workspace, selected)} />
      {!opened && detection && <FoundStatus workspace={workspace} detection={detection} only={check} />}
      {tabs.length > 1 && (
        <Tabs tabs={tabs} selected={selected} panelId={panelId} onSelect={workspace.select} />
      )}
      <div id={panelId} role={tabs.length > 1 ? 'tabpanel' : undefined}>
        {opened ? (
          <GroupView group={opened} workspace={workspace} />
        ) : detection ? (
          <FoundView workspace={workspace} detection={detection} only={check} />
        ) : null}
      </div>
      <UnsavedDecisions workspace={workspace} />
    </>
  );
}

/** The record that the agent is looking at, for as long as no list shows it as A. */
function OpenRecordView({ workspace, shownInList }: { workspace: Workspace; shownInList: boolean }) {
  const { record, detection } = workspace;
  const contact = workspace.openContact.value;
  if (record.kind === 'notTold') return <p class={styles.quiet}>{t('contactNotTold')}</p>;
  if (record.kind === 'ticketWithoutContact') return <p class={styles.quiet}>{t('ticketWithoutContact')}</p>;
  if (!detection) return <p class={styles.quiet}>{t('ticketsNotCovered')}</p>;
  // A ticket tells no more of its contact than an id: there is nothing to show before the record is read.
  if (shownInList || !contact || (!contact.lastName && !contact.email)) return null;
  return <ContactCard contact={contact} letter="A" isOpenContact />;
}

function isShownInList({ duplicates, opened, openContact }: Workspace, selected: string): boolean {
  const group = opened.value.find(({ key }) => key === selected);
  if (group) return group.reading.contacts.value.some((contact) => contact.id === openContact.value?.id);
  return duplicates.value.some((candidate) => selected === 'all' || candidate.foundBy.includes(selected));
}

/** `All`, one for each check that found somebody, one for each group that was opened. */
function tabsOf({ candidates, duplicates, detection, opened }: Workspace): Tab[] {
  const foundBy = (key: string) =>
    duplicates.value.filter((candidate) => candidate.foundBy.includes(key)).length;
  const checks = (detection?.checks.value ?? []).filter(({ key }) => foundBy(key));
  const all = detection ? [{ key: 'all', label: t('tabAll', { count: duplicates.value.length }) }] : [];
  const tabs = [
    ...checks.map(({ key, value }) => ({
      key,
      label: capitalise(t('tabValue', { field: t(`value_${value.source}`), count: foundBy(key) })),
    })),
    ...opened.value.map(({ key, reading }) => ({
      key,
      // The open contact is not counted in any tab; a group that it is not in shows its members all the same.
      label: labelOf(reading.reference, candidates.value.filter((one) => one.foundBy.includes(key)).length),
    })),
  ];
  return tabs.length ? [...all, ...tabs] : all;
}

function labelOf(reference: GroupReference, count: number): string {
  return reference.by === 'id'
    ? t('tabGroup', { id: reference.duplicateId.slice(-4), count })
    : t('tabOpenedValue', { value: reference.fieldValue, count });
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
