import { useEffect, useRef } from 'preact/hooks';
import { membersOf } from '../duplicates/members';
import type { GroupReading } from '../state/group-reading';
import { Button } from './button';
import { Failure, failureTitle } from './failure';
import { GroupProgress } from './group-progress';
import styles from './group-view.module.css';
import { MemberList } from './member-list';
import { Notice } from './notice';
import { t, tCount } from './texts';

export interface GroupViewProps {
  readonly group: GroupReading;
  readonly openContactId: string | null;
}

/** One duplicate group: how many it holds, how far it is read, what went wrong, and everybody in it. */
export function GroupView({ group, openContactId }: GroupViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that opened the group is gone by now; the keyboard goes on from the group's own heading.
  useEffect(() => heading.current?.focus(), [group]);
  const goOn = () => {
    heading.current?.focus();
    void group.read();
  };

  const { duplicateId } = group.reference;
  const phase = group.phase.value;
  const contacts = group.contacts.value;
  return (
    <section aria-labelledby="group-heading">
      <h2 id="group-heading" ref={heading} tabIndex={-1} title={duplicateId}>
        {t('group', { id: shorten(duplicateId) })}
      </h2>
      <p role="status" class={styles.count}>
        {statusOf(group)}
      </p>
      <GroupProgress group={group} />
      {phase.kind === 'failed' && (
        <Failure error={phase.error} duplicateId={duplicateId} onTryAgain={goOn}>
          {contacts.length > 0 && <p>{t('notEveryone')}</p>}
        </Failure>
      )}
      {phase.kind === 'stopped' && (
        <Notice look="warn" actions={<Button onClick={goOn}>{t('readOn')}</Button>}>
          <p>{t('stopped')}</p>
        </Notice>
      )}
      <Remarks group={group} openContactId={openContactId} />
      <MemberList members={membersOf(contacts, openContactId)} />
    </section>
  );
}

/** What an agent must know to read the list rightly. */
function Remarks({ group, openContactId }: GroupViewProps) {
  const contacts = group.contacts.value;
  const unreadable = group.unreadableCount.value;
  const { kind } = group.phase.value;
  const isOver = kind === 'complete' || kind === 'short';
  const isOutside = openContactId !== null && !contacts.some((contact) => contact.id === openContactId);
  return (
    <>
      {kind === 'short' && <Notice look="warn">{t('short')}</Notice>}
      {unreadable > 0 && <Notice look="warn">{tCount('unreadableRecords', unreadable)}</Notice>}
      {contacts.length > 0 && group.firstPage > 1 && (
        <Notice look="quiet">{t('startedLater', { page: group.firstPage })}</Notice>
      )}
      {contacts.length > 0 && isOver && isOutside && (
        <Notice look="quiet">{t('openContactNotInGroup')}</Notice>
      )}
    </>
  );
}

/** Said once, when reading is over or pauses: a live region that follows every page would talk without end. */
function statusOf(group: GroupReading): string {
  const phase = group.phase.value;
  const count = group.contacts.value.length;
  const total = group.total.value;
  switch (phase.kind) {
    case 'reading':
      return '';
    case 'waiting':
      return failureTitle(phase.waiting.error);
    case 'complete':
      if (count > 0 && group.firstPage === 1) return tCount('contactsInGroup', count);
      if (count > 0) return tCount('contactsRead', count);
      if (group.unreadableCount.value > 0) return '';
      return group.firstPage === 1 ? t('emptyGroup') : t('emptyPages', { page: group.firstPage });
    case 'short':
    case 'stopped':
    case 'failed':
      if (count === 0) return '';
      return total !== null && total > count
        ? tCount('contactsReadOfTotal', total, { count, total })
        : tCount('contactsRead', count);
  }
}

/** Desk's ids begin alike; their ends tell them apart. */
function shorten(id: string): string {
  return id.length > 12 ? `${id.slice(0, 5)}…${id.slice(-4)}` : id;
}
