import { useEffect, useRef, useState } from 'preact/hooks';
import { whenIdle } from '../../base/idle';
import type { GroupReference } from '../../duplicates/group-reference';
import type { Session } from '../../state/session';
import { onDemand } from '../kit/on-demand';
import type { FooterPart } from '../menu/footer-part';
import { Button } from '../shell/button';
import { t } from '../shell/texts';
import styles from './footer.module.css';
import { decisionParts, formParts, menuParts } from './later-parts';

const OpenGroupForm = onDemand(formParts, (part) => part.OpenGroupForm);
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
  // Before its button is pressed: what is typed at once is not to be lost.
  useEffect(() => whenIdle(formParts.load), []);
  return (
    <>
      {DecisionBar && record?.kind === 'contact' && !session.browse.isOpen.value && (
        <div class={styles.part}>
          <DecisionBar record={record} />
        </div>
      )}
      <div class={styles.opened}>
        {isGroup ? (
          <div class={styles.part}>
            <OpenGroupForm
              onOpen={(reference) => {
                setPart(null);
                onOpen(reference);
              }}
              onClose={() => {
                setPart(null);
                groupButton.current?.focus();
              }}
            />
          </div>
        ) : (
          (menuParts.part.value || part) && (
            <More session={session} part={part} button={moreButton} onChange={setPart} />
          )
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
