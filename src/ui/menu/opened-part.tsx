import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { loadedLater } from '../../state/loaded-later';
import type { Session } from '../../state/session';
import { onDemand } from '../kit/on-demand';
import { Section } from '../kit/section';
import { ShareOutcomeView } from '../share/share-outcome';
import { Button } from '../shell/button';
import { t } from '../shell/texts';
import type { OpenedPart } from './footer-part';
import styles from './menu.module.css';
import { ShortcutList } from './shortcut-list';

const Diagnostics = onDemand(
  loadedLater(() => import('../diagnostics/diagnostics')),
  (part) => part.Diagnostics,
);

export interface OpenedPartViewProps {
  readonly session: Session;
  readonly part: OpenedPart;
  onChange(part: OpenedPart): void;
  onClose(): void;
}

/** What the menu has led to; Escape closes it. */
export function OpenedPartView(props: OpenedPartViewProps) {
  const view = useRef<HTMLDivElement>(null);
  const { onClose } = props;
  useEffect(() => {
    const closeByEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    const { current } = view;
    current?.addEventListener('keydown', closeByEscape);
    return () => current?.removeEventListener('keydown', closeByEscape);
  }, [onClose]);
  return (
    <div ref={view} class={styles.opened}>
      <Opened {...props} />
    </div>
  );
}

function Opened({ session, part, onChange, onClose }: OpenedPartViewProps) {
  switch (part.kind) {
    case 'diagnostics':
      return (
        <Titled heading={t('diagnostics')} onClose={onClose}>
          <Diagnostics session={session} />
        </Titled>
      );
    case 'shortcuts':
      return (
        <Titled heading={t('shortcuts')} onClose={onClose}>
          <ShortcutList />
        </Titled>
      );
    case 'shared':
      return (
        <ShareOutcomeView
          outcome={part.outcome}
          onOutcome={(outcome) => onChange({ ...part, outcome })}
          onClose={onClose}
        />
      );
  }
}

interface TitledProps {
  readonly heading: string;
  readonly children: ComponentChildren;
  onClose(): void;
}

/** Takes the focus when it opens. */
function Titled({ heading, children, onClose }: TitledProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <Section
      heading={heading}
      headingRef={title}
      action={
        <Button look="bleed" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      {children}
    </Section>
  );
}
