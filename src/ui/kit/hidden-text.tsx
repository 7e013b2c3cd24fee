import styles from './hidden-text.module.css';

/** Words for those who hear the panel, where others see a colour or a sign. */
export function HiddenText({ children }: { children: string }) {
  return <span class={styles.hidden}>{children} </span>;
}
