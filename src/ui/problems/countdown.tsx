import { useEffect, useState } from 'preact/hooks';
import { pauses } from '../../desk/read-api';
import type { Phase } from '../../state/group-reading';
import { t, tCount } from '../shell/texts';

/** How long until a call that failed is sent again by itself. */
export function Countdown({ phase: { until, waiting } }: { phase: Phase & { kind: 'waiting' } }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  const tries = { attempt: waiting.attempt, attempts: pauses.length };
  return <p>{seconds ? tCount('waiting', seconds, tries) : t('waitingNow', tries)}</p>;
}
