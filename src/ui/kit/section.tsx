import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import hidden from './hidden-text.module.css';
import styles from './section.module.css';

export interface SectionProps {
  readonly heading: string;
  /** For a part whose place says enough to those who see it. */
  readonly isHeadingHidden?: boolean;
  /** Given where something moves the focus to the heading. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  /** Beside the heading. */
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of the panel with its heading, which takes the focus when what had it goes away (../shell/focus-handover.ts). */
export function Section({ heading, isHeadingHidden = false, headingRef, action, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} class={styles.section}>
      <div class={isHeadingHidden ? hidden.hidden : styles.head}>
        <h2 id={id} ref={headingRef ?? null} tabIndex={-1}>
          {heading}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
