import { useRef, useState } from 'preact/hooks';
import type { GroupReference } from '../../duplicates/group-reference';
import type { Session } from '../../state/session';
import { decisionParts, menuParts } from '../kit/later-parts';
import { onDemand } from '../kit/on-demand';
import type { FooterPart } from '../menu/footer-part';
import { Button } from '../shell/button';
import { t } from '../shell/texts';
import styles from './footer.module.css';

const More = onDemand(menuParts, (parts) => parts.More);

export interface FooterProps {
  readonly session: Session;
  onOpen(reference: GroupReference): void;
}

/** What stays in reach: deciding about what is shown, and the ways to look further, of which one is open at a time. */
export function Footer({ session, onOpen }: FooterProps) {
  const [part, setPart] = useState<FooterPart | null>(null);
  const groupButton = useRef<HTMLButtonElement>(null);
  const moreButton = useRef<HTMLButtonElement>(null);
  const isGroup = part?.kind === 'group';
  const isMenu = part?.kind === 'menu';
  const record = session.record.value;
  const DecisionBar = decisionParts.part.value?.DecisionBar;
  return (
    <>
      {DecisionBar && record?.kind === 'contact' && !session.browse.isOpen.value && (
        <div class={styles.part}>
          <DecisionBar record={record} />
        </div>
      )}
      <div class={styles.opened}>
        {(menuParts.part.value || part) && (
          <More
            session={session}
            part={part}
            groupButton={groupButton}
            menuButton={moreButton}
            onChange={setPart}
            onOpenGroup={onOpen}
          />
        )}
      </div>
      <div class={styles.buttons}>
        <Button
          ref={groupButton}
          look="ghost"
          aria-expanded={isGroup}
          onClick={() => setPart(isGroup ? null : { kind: 'group' })}
        >
          {t('openGroupById')}
        </Button>
        <Button
          ref={moreButton}
          look="ghost"
          aria-haspopup="menu"
          aria-expanded={isMenu}
          onClick={() => setPart(isMenu ? null : { kind: 'menu' })}
        >
          {t('more')}
        </Button>
      </div>
    </>
  );
}
