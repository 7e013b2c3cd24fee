import { StatusLine } from '../kit/announcer';
import { sayFound } from '../words/say-found';
import type { FoundViewProps } from './found-view';
import styles from './found-view.module.css';
import { candidatesOf } from './record-tabs';

/** How many there are, or that there is none and by what that was checked; said once all answers are there. */
export function FoundStatus({ record, only }: FoundViewProps) {
  return <StatusLine class={styles.status} text={sayFound(record, candidatesOf(record, only))} />;
}
