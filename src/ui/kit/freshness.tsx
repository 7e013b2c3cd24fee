import { useEffect, useState } from 'preact/hooks';
import { formatAgo, t } from '../shell/texts';
import styles from './freshness.module.css';

/** How old what the panel shows is; `since` in milliseconds since 1970. */
export function Freshness({ since }: { since: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 20_000);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.floor((now - since) / 60_000);
  return <span class={styles.fresh}>{minutes < 1 ? t('justNow') : formatAgo(minutes)}</span>;
}
