import type { ComponentChildren } from 'preact';
import styles from './frame.module.css';
import { t } from './texts';

/** The frame of the widget: its heading, a place for buttons beside it, and room for the rest. */
export function Frame({ actions, children }: { actions?: ComponentChildren; children: ComponentChildren }) {
  return (
    <main class={styles.frame}>
      <header class={styles.header}>
        <h1>{t('title')}</h1>
        {actions}
      </header>
      {children}
    </main>
  );
}
