import type { Candidate } from '../duplicates/candidates';
import type { Contact } from '../duplicates/contact';
import { ContactCard } from './contact-card';
import styles from './member-list.module.css';
import { t } from './texts';

export interface MemberListProps {
  /** Shown first, as A, where it belongs to the list. */
  readonly openContact: Contact | null;
  readonly others: readonly Candidate[];
}

export function MemberList({ openContact, others }: MemberListProps) {
  return (
    <ul class={styles.list} aria-label={t('possibleDuplicates')}>
      {openContact && (
        <li key={openContact.id}>
          <ContactCard contact={openContact} letter="A" isOpenContact />
        </li>
      )}
      {others.map(({ contact, letter, evidence, isDuplicate }) => (
        <li key={contact.id}>
          <ContactCard contact={contact} letter={letter} evidence={isDuplicate ? evidence : null} />
        </li>
      ))}
    </ul>
  );
}
