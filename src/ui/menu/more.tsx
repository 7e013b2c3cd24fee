import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { OpenRecord } from '../../state/open-record';
import type { Session } from '../../state/session';
import type { FooterPart, OpenedPart } from './footer-part';
import { MoreMenu } from './more-menu';
import { OpenedPartView } from './opened-part';
import { Shortcuts } from './shortcuts';

export interface MoreProps {
  readonly session: Session;
  readonly part: FooterPart | null;
  /** The button that opens the menu. */
  readonly button: RefObject<HTMLElement | null>;
  onChange(part: FooterPart | null): void;
}

/** The menu of what is rarely used, what it leads to, and the keys that lead there. */
export function More({ session, part, button, onChange }: MoreProps) {
  /** What the keyboard goes back to. */
  const openedFrom = useRef<HTMLElement | null>(null);
  const open = (next: FooterPart, from = button.current) => {
    openedFrom.current = from;
    onChange(next);
  };
  const record = session.record.value;
  const opened = isOpened(part) && isAbout(record, part) ? part : null;
  return (
    <>
      {part?.kind === 'menu' && (
        <MoreMenu session={session} button={button} onOpen={open} onClose={() => onChange(null)} />
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
