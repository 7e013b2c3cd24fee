import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Session } from '../../state/session';
import type { FooterPart } from './footer-part';
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
  return (
    <>
      {part?.kind === 'menu' && (
        <MoreMenu session={session} button={button} onOpen={open} onClose={() => onChange(null)} />
      )}
      {part && part.kind !== 'menu' && part.kind !== 'group' && (
        <OpenedPartView
          session={session}
          part={part}
          onChange={onChange}
          onClose={() => {
            onChange(null);
            openedFrom.current?.focus();
          }}
        />
      )}
      <Shortcuts record={session.record.value} onHelp={(from) => open({ kind: 'shortcuts' }, from)} />
    </>
  );
}
