import type { Member } from '../duplicates/members';
import { ContactCard } from './contact-card';
import styles from './member-list.module.css';
import { t } from './texts';

export function MemberList({ members }: { members: readonly Member[] }) {
  if (!members.length) return null;
  return (
    <ul class={styles.list} aria-label={t('possibleDuplicates')}>
      {members.map((member) => (
        <li key={member.contact.id}>
          <ContactCard member={member} />
        </li>
      ))}
    </ul>
  );
}
