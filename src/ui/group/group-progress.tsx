import type { GroupReading } from '../../state/group-reading';
import { ProgressBar } from '../kit/progress-bar';
import { Countdown } from '../problems/countdown';
import { Button } from '../shell/button';
import { Skeleton } from '../shell/skeleton';
import { t, tCount } from '../shell/texts';
import styles from './group-progress.module.css';

/** How far a group is read while that is under way, and the way to stop. */
export function GroupProgress({ group }: { group: GroupReading }) {
  const phase = group.phase.value;
  if (phase.kind !== 'reading' && phase.kind !== 'waiting') return null;

  const members = group.contacts.value.length;
  // What was read before stands below until something new is there.
  const count = group.pagesRead.value && members;
  const total = group.total.value;
  const size = total !== null && total >= count ? { max: total, value: count } : {};
  return (
    <div>
      <div class={styles.line}>
        {phase.kind === 'waiting' ? <Countdown phase={phase} /> : <p>{readSoFar(count, total)}</p>}
        {group.pagesRead.value > 0 && (
          <Button look="bleed" onClick={group.stop}>
            {t('stop')}
          </Button>
        )}
      </div>
      <ProgressBar label={t('readingGroup')} {...size} />
      {members === 0 && <Skeleton />}
    </div>
  );
}

function readSoFar(count: number, total: number | null): string {
  if (count === 0) return t('readingGroup');
  return total !== null && total >= count
    ? t('contactsReadOfTotal', { count, total })
    : tCount('contactsRead', count);
}
