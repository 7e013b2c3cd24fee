import { type Candidate, maxComparedContacts } from '../../duplicates/candidates';
import type { Contact } from '../../duplicates/contact';
import type { OpenRecord } from '../../state/open-record';
import { t } from '../shell/texts';
import { letterIn } from '../words/letters';
import styles from './member-list.module.css';
import { MemberRow } from './member-row';

export interface MemberListProps {
  readonly record: OpenRecord;
  /** Shown first, as A, where it belongs to the list. */
  readonly openContact: Contact | null;
  readonly others: readonly Candidate[];
  /** Leaves out what a comparison below shows anyway. */
  readonly isShort?: boolean;
  /** Given where records can be left out of the comparison. */
  readonly choice?: Choice | null;
  /** Whether the agent can decide about each of several. */
  readonly canDecide?: boolean;
}

/** Which records are compared. */
export interface Choice {
  readonly chosen: ReadonlySet<string>;
  choose(contactId: string, isChosen: boolean): void;
}

export function MemberList(props: MemberListProps) {
  const { record, openContact, others, isShort = false, choice = null, canDecide = false } = props;
  const letterOf = letterIn(record);
  const row = (contact: Contact) => ({
    key: contact.id,
    record,
    contact,
    isShort,
    choose: choice?.choose ?? null,
    isChosen: choice?.chosen.has(contact.id) ?? false,
    isFull: (choice?.chosen.size ?? 0) >= maxComparedContacts,
  });
  return (
    <ul class={styles.list} aria-label={t('possibleDuplicates')}>
      {openContact && (
        <MemberRow {...row(openContact)} letter="A" isOpenContact evidence={null} canDecide={false} />
      )}
      {others.map(({ contact, evidence, isDuplicate }) => (
        <MemberRow
          {...row(contact)}
          key={contact.id}
          letter={letterOf(contact.id)}
          isOpenContact={false}
          evidence={isDuplicate ? evidence : null}
          canDecide={canDecide}
        />
      ))}
    </ul>
  );
}
