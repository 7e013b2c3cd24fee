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
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click by keyboard is a click; nothing is operated here.
    <main class={styles.frame} onClick={keepFocus}>
      <header class={styles.header}>
        <h1 tabIndex={-1}>{t('title')}</h1>
        {actions}
      </header>
      <div class={styles.content}>{children}</div>
      {footer && <footer class={styles.footer}>{footer}</footer>}
    </main>
  );
}

/**
 * A button that goes away with what it did would leave the keyboard nowhere. The focus then goes to the heading of the
 * section that it stood in, or to the panel's own.
 */
function keepFocus({ target }: MouseEvent) {
  const button = target instanceof Element ? target.closest('button') : null;
  const section = button?.closest('section');
  if (!button) return;
  setTimeout(() => {
    if (button.isConnected || document.activeElement !== document.body) return;
    const place = section?.isConnected ? section.querySelector<HTMLElement>('[tabindex="-1"]') : null;
    (place ?? document.querySelector('h1'))?.focus();
  }, 100);
}
