import type { ComponentChildren } from 'preact';
import styles from './hidden-text.module.css';

export interface HiddenTextProps {
  readonly role?: 'status';
  readonly children: ComponentChildren;
}

/** Text for those who do not see the panel. */
export function HiddenText({ role, children }: HiddenTextProps) {
  return (
    <span class={styles.hidden} role={role}>
      {role ? children : <>{children} </>}
    </span>
  );
}
