import type { ComponentChildren } from 'preact';
import styles from './notice.module.css';

export interface NoticeProps {
  /** `bad` interrupts, as an alert; `warn` and `quiet` wait to be read. */
  readonly look: 'bad' | 'warn' | 'quiet';
  readonly title?: string;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A few words set apart from the list, with what can be done about it. */
export function Notice({ look, title, actions, children }: NoticeProps) {
  return (
    <div class={`${styles.notice} ${styles[look]}`} role={look === 'bad' ? 'alert' : undefined}>
      {title && <p class={styles.title}>{title}</p>}
      {children}
      {actions && <div class={styles.actions}>{actions}</div>}
    </div>
  );
}
