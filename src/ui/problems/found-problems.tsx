import type { DeskError } from '../../desk/desk-error';
import type { Check } from '../../state/checks';
import { type Detection, waitingChecks } from '../../state/detection';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { listTexts, t, tCount } from '../shell/texts';
import { namesOf } from '../words/say-found';
import { Countdown } from './countdown';
import { Failure } from './failure';
import type { FailureSubject } from './say-failure';

/** What could not be checked, and what is missing from the answers of the selected tab. */
export function FoundProblems({ detection, only }: { detection: Detection; only: Check | null }) {
  return (
    <>
      <Failures detection={detection} />
      <Shortcomings checks={only ? [only] : detection.checks.value} />
    </>
  );
}

/** Checks that failed alike share one notice; those that worked stand beside it. */
function Failures({ detection }: { detection: Detection }) {
  const contactError = detection.contactError.value;
  if (contactError) {
    return <Failure error={contactError} subject="contact" onTryAgain={() => void detection.retry()} />;
  }
  return (
    <>
      {failedAlike(detection.checks.value).map(({ error, subject, checks }) => (
        <Failure
          key={error.kind}
          error={error}
          subject={subject}
          onTryAgain={() => {
            for (const { reading } of checks) void reading.read();
          }}
        >
          <p>{t('notChecked', { fields: listTexts(namesOf(checks)) })}</p>
        </Failure>
      ))}
    </>
  );
}

function failedAlike(checks: readonly Check[]) {
  const byKind = new Map<string, { error: DeskError; subject: FailureSubject; checks: Check[] }>();
  for (const check of checks) {
    const phase = check.reading.phase.value;
    if (phase.kind !== 'failed') continue;
    const alike = byKind.get(phase.error.kind) ?? {
      error: phase.error,
      subject: check.reading.reference,
      checks: [],
    };
    alike.checks.push(check);
    byKind.set(phase.error.kind, alike);
  }
  return [...byKind.values()];
}

/** What is missing from answers that came. */
function Shortcomings({ checks }: { checks: readonly Check[] }) {
  const unreadable = checks.reduce((sum, { reading }) => sum + reading.unreadableCount.value, 0);
  return (
    <>
      {checks.some(({ reading }) => reading.phase.value.kind === 'short') && (
        <Notice look="warn">{t('short')}</Notice>
      )}
      {unreadable > 0 && <Notice look="warn">{tCount('unreadableRecords', unreadable)}</Notice>}
      {checks
        .filter(({ reading }) => reading.phase.value.kind === 'stopped')
        .map(({ key, value, reading }) => (
          <Notice
            key={key}
            look="warn"
            actions={<Button onClick={() => void reading.read()}>{t('readOn')}</Button>}
          >
            <p>
              {tCount('moreShareValue', reading.contacts.value.length, { field: t(`value_${value.source}`) })}
            </p>
          </Notice>
        ))}
    </>
  );
}

/** The checks that are sent again by themselves, and when. */
export function WaitingChecks({ detection }: { detection: Detection }) {
  const checks = waitingChecks(detection);
  const phase = checks[0]?.reading.phase.value;
  if (phase?.kind !== 'waiting') return null;
  return (
    <div>
      <p>{t('notCheckedYet', { fields: listTexts(namesOf(checks)) })}</p>
      <Countdown phase={phase} />
    </div>
  );
}
