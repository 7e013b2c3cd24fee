import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  /** What is under way. */
  readonly label: string;
  readonly value?: number;
  /** Without it, how long it takes is not known. */
  readonly max?: number;
}

export function ProgressBar({ label, ...amount }: ProgressBarProps) {
  return <progress class={styles.bar} aria-label={label} {...amount} />;
}
