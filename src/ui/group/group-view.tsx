import { useLayoutEffect, useRef } from 'preact/hooks';
import type { GroupReference } from '../../duplicates/group-reference';
import type { GroupReading, OpenedGroup } from '../../state/group-reading';
import type { OpenRecord } from '../../state/open-record';
import { StatusLine } from '../kit/announcer';
import { Section } from '../kit/section';
import { Soft } from '../kit/soft';
import { SearchableList } from '../list/searchable-list';
import { Failure } from '../problems/failure';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { t, tCount } from '../shell/texts';
import { failureTitle } from '../words/failure-title';
import { GroupProgress } from './group-progress';
import styles from './group-view.module.css';

export interface GroupViewProps {
  readonly group: OpenedGroup;
  readonly record: OpenRecord;
}

/** A group that was opened: how many it holds, how far it is read, what went wrong, and everybody in it. */
export function GroupView({ group: { key, reading }, record }: GroupViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that opened the group is gone by now, so the keyboard goes on from the group's own heading; an agent who
  // goes from tab to tab stays in the tabs.
  useLayoutEffect(() => {
    if (document.activeElement?.role !== 'tab') heading.current?.focus();
  }, [key]);
  const goOn = () => {
    heading.current?.focus();
    void reading.read();
  };

  const phase = reading.phase.value;
  const openContact = record.contact.value;
  const members = reading.contacts.value;
  const isInside = openContact !== null && members.some((contact) => contact.id === openContact.id);
  const others = record.candidates.all.value.filter((candidate) => candidate.foundBy.includes(key));
  return (
    <Section
      heading={headingOf(reading.reference)}
      headingRef={heading}
      action={
        <Button look="bleed" onClick={() => record.groups.close(key)}>
          {t('closeGroup')}
        </Button>
      }
    >
      <FullId reference={reading.reference} />
      <StatusLine class={styles.count} text={statusOf(reading)} />
      <GroupProgress group={reading} />
      {phase.kind === 'failed' && (
        <Failure error={phase.error} subject={reading.reference} onTryAgain={goOn}>
          {members.length > 0 && <p>{t('notEveryone')}</p>}
        </Failure>
      )}
      {phase.kind === 'stopped' && (
        <Notice look="warn" actions={<Button onClick={goOn}>{t('readOn')}</Button>}>
          <p>{t('stopped')}</p>
        </Notice>
      )}
      {!record.groups.canRemember.value && <Notice look="quiet">{t('notRemembered')}</Notice>}
      <Remarks reading={reading} isOutside={openContact !== null && !isInside} />
      {members.length > 0 && (
        <SearchableList record={record} openContact={isInside ? openContact : null} others={others} />
      )}
    </Section>
  );
}

/** What an agent must know to read the list rightly. */
function Remarks({ reading, isOutside }: { reading: GroupReading; isOutside: boolean }) {
  const hasContacts = reading.contacts.value.length > 0;
  const unreadable = reading.unreadableCount.value;
  const { kind } = reading.phase.value;
  const isOver = kind === 'complete' || kind === 'short';
  return (
    <>
      {kind === 'short' && <Notice look="warn">{t('short')}</Notice>}
      {unreadable > 0 && <Notice look="warn">{tCount('unreadableRecords', unreadable)}</Notice>}
      {hasContacts && reading.firstPage > 1 && (
        <Notice look="quiet">{t('startedLater', { page: reading.firstPage })}</Notice>
      )}
      {hasContacts && isOver && isOutside && <Notice look="quiet">{t('openContactNotInGroup')}</Notice>}
    </>
  );
}

/** Said once, when reading is over or pauses: a live region that follows every page would talk without end. */
function statusOf(reading: GroupReading): string {
  const phase = reading.phase.value;
  const count = reading.contacts.value.length;
  const total = reading.total.value;
  switch (phase.kind) {
    case 'reading':
      return '';
    case 'waiting':
      return failureTitle(phase.waiting.error);
    case 'complete':
      if (count > 0 && reading.firstPage === 1) return tCount('contactsInGroup', count);
      if (count > 0) return tCount('contactsRead', count);
      if (reading.unreadableCount.value > 0) return '';
      return reading.firstPage === 1 ? t('emptyGroup') : t('emptyPages', { page: reading.firstPage });
    case 'short':
    case 'stopped':
    case 'failed':
      if (count === 0) return '';
      return total !== null && total > count
        ? t('contactsReadOfTotal', { count, total })
        : tCount('contactsRead', count);
  }
}

function headingOf(reference: GroupReference): string {
  return reference.by === 'id'
    ? t('group', { id: shorten(reference.duplicateId) })
    : t('groupOfValue', { value: reference.fieldValue });
}

/** The id as a whole, where the heading shortens it. */
function FullId({ reference }: { reference: GroupReference }) {
  if (reference.by !== 'id' || shorten(reference.duplicateId) === reference.duplicateId) return null;
  return <Soft>{t('groupFullId', { id: reference.duplicateId })}</Soft>;
}

/** Desk's ids begin alike; their ends tell them apart. */
function shorten(id: string): string {
  return id.length > 12 ? t('startAndEndOfId', { start: id.slice(0, 5), end: id.slice(-4) }) : id;
}
