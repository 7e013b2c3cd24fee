import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { GroupReference } from '../../duplicates/group-reference';
import type { OpenRecord } from '../../state/open-record';
import type { Session } from '../../state/session';
import { formParts } from '../kit/later-parts';
import { onDemand } from '../kit/on-demand';
import type { FooterPart, OpenedPart } from './footer-part';
import styles from './menu.module.css';
import { MoreMenu } from './more-menu';
import { OpenedPartView } from './opened-part';
import { Shortcuts } from './shortcuts';

const OpenGroupForm = onDemand(formParts, (part) => part.OpenGroupForm);

export interface MoreProps {
  readonly session: Session;
  readonly part: FooterPart | null;
  readonly groupButton: RefObject<HTMLElement | null>;
  readonly menuButton: RefObject<HTMLElement | null>;
  onChange(part: FooterPart | null): void;
  onOpenGroup(reference: GroupReference): void;
}

/** What the footer's buttons open: the form of a group, the menu of what is rarely used, and what that leads to. */
export function More({ session, part, groupButton, menuButton, onChange, onOpenGroup }: MoreProps) {
  /** What the keyboard goes back to. */
  const openedFrom = useRef<HTMLElement | null>(null);
  const open = (next: FooterPart, from = menuButton.current) => {
    openedFrom.current = from;
    onChange(next);
  };
  const record = session.record.value;
  const opened = isOpened(part) && isAbout(record, part) ? part : null;
  return (
    <>
      {part?.kind === 'group' && (
        <div class={styles.opened}>
          <OpenGroupForm
            onOpen={(reference) => {
              onChange(null);
              onOpenGroup(reference);
            }}
            onClose={() => {
              onChange(null);
              groupButton.current?.focus();
            }}
          />
        </div>
      )}
      {part?.kind === 'menu' && (
        <MoreMenu session={session} button={menuButton} onOpen={open} onClose={() => onChange(null)} />
      )}
      {opened && (
        <OpenedPartView
          session={session}
          part={opened}
          onChange={onChange}
          onClose={() => {
            onChange(null);
            openedFrom.current?.focus();
          }}
        />
      )}
      <Shortcuts record={record} onHelp={(from) => open({ kind: 'shortcuts' }, from)} />
    </>
  );
}

function isOpened(part: FooterPart | null): part is OpenedPart {
  return part !== null && part.kind !== 'menu' && part.kind !== 'group';
}

/** What was copied or saved of another contact is no longer told. */
function isAbout(record: OpenRecord | null, part: OpenedPart): boolean {
  return part.kind !== 'shared' || part.contactId === record?.contact.value?.id;
}
