import type { Session } from '../state/session';
import { Button } from './button';
import { Frame } from './frame';
import { GroupView } from './group-view';
import { OpenContact } from './open-contact';
import { OpenGroup } from './open-group';
import styles from './panel.module.css';
import { t } from './texts';

/** The widget, once Desk has said hello: the open contact, the opened group, and the way to open one. */
export function Panel({ session }: { session: Session }) {
  const group = session.group.value;
  const openContactId = session.openContactId.value;
  const isListed = group?.contacts.value.some((contact) => contact.id === openContactId) ?? false;
  const refresh = (
    <Button look="ghost" aria-label={t('refresh')} title={t('refresh')} onClick={session.refresh}>
      <RefreshIcon />
    </Button>
  );
  return (
    <Frame actions={refresh}>
      {!isListed && <OpenContact record={session.record.value} />}
      {group ? (
        <GroupView group={group} openContactId={openContactId} />
      ) : (
        <p class={styles.quiet}>{t('nothingOpenYet')}</p>
      )}
      <footer class={styles.footer}>
        <OpenGroup onOpen={session.openGroup} />
      </footer>
    </Frame>
  );
}

function RefreshIcon() {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      aria-hidden="true"
    >
      <path d="M13.5 8A5.5 5.5 0 1 1 11.9 4.1M13.5 1.5v3h-3" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
