import type { ComponentChildren } from 'preact';
import styles from './soft.module.css';

/** A line that stands back behind the others. */
export function Soft({ children }: { children: ComponentChildren }) {
  return <p class={styles.soft}>{children}</p>;
}
