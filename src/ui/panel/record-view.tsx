import { useId } from 'preact/hooks';
import type { OpenContact } from '../../state/open-contact';
import type { NothingToShow, OpenRecord } from '../../state/open-record';
import { ContactCard } from '../contact/contact-card';
import { onDemand } from '../kit/on-demand';
import { Tabs } from '../kit/tabs';
import { t } from '../shell/texts';
import { FoundStatus } from './found-status';
import { FoundView } from './found-view';
import { groupParts } from './later-parts';
import { checkOf, selectedTab, tabsOf } from './record-tabs';
import styles from './record-view.module.css';

const GroupView = onDemand(groupParts, (parts) => parts.GroupView);

/** The open record, its possible duplicates, and the groups that were opened beside it. */
export function RecordView({ record }: { record: OpenRecord }) {
  const panelId = useId();
  const { groups } = record;
  const tabs = tabsOf(record);
  const selected = selectedTab(record);
  const opened = groups.opened.value.find((group) => group.key === selected);
  return (
    <>
      {record.kind === 'contact' ? (
        <ContactHead record={record} selected={selected} />
      ) : (
        <p class={styles.quiet}>{sayNothingToShow(record.reason)}</p>
      )}
      {tabs.length > 1 && <Tabs tabs={tabs} selected={selected} panelId={panelId} onSelect={groups.select} />}
      <div id={panelId} role={tabs.length > 1 ? 'tabpanel' : undefined}>
        {opened ? (
          <GroupView group={opened} record={record} />
        ) : record.kind === 'contact' ? (
          <FoundView record={record} only={checkOf(record, selected)} />
        ) : null}
      </div>
    </>
  );
}

function sayNothingToShow(reason: NothingToShow['reason']): string {
  switch (reason) {
    case 'contactNotTold':
      return t('contactNotTold', { refresh: t('refresh') });
    case 'ticketWithoutContact':
      return t('ticketWithoutContact');
    case 'ticketsNotCovered':
      return t('ticketsNotCovered');
  }
}

/** The open contact, for as long as no list shows it as A, and how many duplicates it has. */
function ContactHead({ record, selected }: { record: OpenContact; selected: string }) {
  const contact = record.contact.value;
  const isGroup = record.groups.opened.value.some(({ key }) => key === selected);
  // A ticket tells no more of its contact than an id: there is nothing to show before the record is read.
  const isShown = !isInList(record, selected) && Boolean(contact.lastName || contact.email);
  return (
    <>
      {isShown && <ContactCard contact={contact} letter="A" isOpenContact />}
      {!isGroup && <FoundStatus record={record} only={checkOf(record, selected)} />}
    </>
  );
}

function isInList({ candidates, groups, contact }: OpenContact, selected: string): boolean {
  const group = groups.opened.value.find(({ key }) => key === selected);
  if (group) return group.reading.contacts.value.some(({ id }) => id === contact.value.id);
  return candidates.duplicates.value.some((one) => selected === 'all' || one.foundBy.includes(selected));
}
