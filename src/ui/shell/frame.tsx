import type { ComponentChildren } from 'preact';
import styles from './frame.module.css';
import { t } from './texts';

export interface FrameProps {
  /** Beside the heading. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
  /** Always in sight, below what is scrolled. */
  readonly footer?: ComponentChildren;
}

/** The frame of the widget: its heading, room for the rest, and what always stays in sight. */
export function Frame({ actions, children, footer }: FrameProps) {
  return (
    <main class={styles.frame}>
      <header class={styles.header}>
        <h1 tabIndex={-1}>{t('title')}</h1>
        {actions}
      </header>
      <div class={styles.content}>{children}</div>
      {footer && <footer class={styles.footer}>{footer}</footer>}
    </main>
  );
}
