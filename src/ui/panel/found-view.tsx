import type { Candidate } from '../../duplicates/candidates';
import { fullName } from '../../duplicates/contact';
import { canDecide } from '../../state/decisions/contact-decisions';
import type { Detection } from '../../state/detection';
import { isIdle } from '../../state/group-reading';
import type { OpenContact } from '../../state/open-contact';
import { DecisionsUnknown, StorageOff } from '../decisions/decisions-unknown';
import { EarlierDecisions } from '../decisions/earlier-decisions';
import { Countdown } from '../kit/countdown';
import { onDemand } from '../kit/on-demand';
import { ProgressBar } from '../kit/progress-bar';
import { SearchableList } from '../list/searchable-list';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { Skeleton } from '../shell/skeleton';
import { listTexts, t } from '../shell/texts';
import { EmptyFields, Failures, Shortcomings } from './found-problems';
import { candidatesOf, type FoundViewProps, namesOf, waitingChecks, waitingIn } from './found-status';
import styles from './found-view.module.css';

const DecisionView = onDemand(async () => (await import('../compare/decision-view')).DecisionView);
const ShareView = onDemand(async () => (await import('../share/share-view')).ShareView);

/** The possible duplicates of the open contact, and what could not be checked. */
export function FoundView({ open, only }: FoundViewProps) {
  const { detection } = open;
  const candidates = candidatesOf(open, only);
  const isSettled = open.candidates.isSettled.value;
  const isNone = isSettled && candidates.length === 0;
  const isAnybodyFound = open.candidates.all.value.some((candidate) => candidate.isDuplicate);
  return (
    <>
      {!isSettled && <UnderWay detection={detection} isEmpty={candidates.length === 0} />}
      <Merged open={open} />
      <Failures detection={detection} />
      <Shortcomings checks={only ? [only] : detection.checks.value} />
      <DecisionsUnknown open={open} />
      {candidates.length > 0 && <Found open={open} candidates={candidates} />}
      {isNone && <EmptyFields detection={detection} />}
      <StorageOff open={open} />
      {isSettled && isAnybodyFound && <ShareView key={only?.key} open={open} />}
      <EarlierDecisions open={open} />
      <AlsoCheck detection={detection} />
    </>
  );
}

/** Said when a merge that the agent went to Desk for is seen to be done. */
function Merged({ open }: { open: OpenContact }) {
  const names = open.review.merge.mergedAway.value.map((contact) => fullName(contact) ?? t('noName'));
  return names.length ? (
    <Notice look="quiet">{t('mergedRecordsGone', { names: listTexts(names) })}</Notice>
  ) : null;
}

/** The list, with what a long one needs, and what helps to decide about it. */
function Found({ open, candidates }: { open: OpenContact; candidates: readonly Candidate[] }) {
  const { contact, decisions } = open;
  const { selection } = open.review;
  const isLong = selection.mustChoose.value;
  const compared = new Set(selection.compared.value.map(({ contact }) => contact.id));
  const decision = <DecisionView open={open} candidates={candidates} />;
  return (
    <>
      {isLong && decision}
      <SearchableList
        record={open}
        openContact={contact.value}
        others={candidates}
        isShort={!isLong}
        canDecide={candidates.length > 1 && canDecide(decisions)}
        {...(selection.canChoose.value ? { choice: { chosen: compared, choose: selection.choose } } : {})}
      />
      {!isLong && decision}
    </>
  );
}

function UnderWay({ detection, isEmpty }: { detection: Detection; isEmpty: boolean }) {
  const waiting = waitingIn(detection);
  const long = detection.checks.value.filter(
    ({ reading }) => reading.pagesRead.value > 0 && !isIdle(reading),
  );
  return (
    <>
      <div class={styles.line}>
        {waiting ? (
          <div>
            <p>{t('notCheckedYet', { fields: listTexts(namesOf(waitingChecks(detection))) })}</p>
            <Countdown phase={waiting} />
          </div>
        ) : (
          <p>{t('lookingForDuplicates')}</p>
        )}
        {long.length > 0 && (
          <Button
            look="bleed"
            onClick={() => {
              for (const { reading } of long) reading.stop();
            }}
          >
            {t('stop')}
          </Button>
        )}
      </div>
      <ProgressBar label={t('lookingForDuplicates')} />
      {isEmpty && <Skeleton />}
    </>
  );
}

/** One more value at a time, since each costs a call; the most telling first. */
function AlsoCheck({ detection }: { detection: Detection }) {
  const [next] = detection.furtherValues.value;
  const isAnyAnswered = detection.checks.value.some(({ reading }) => reading.phase.value.kind === 'complete');
  if (!next || !detection.isSettled.value || !isAnyAnswered) return null;
  return (
    <div class={styles.also}>
      <Button onClick={() => detection.check(next)}>
        {t('alsoCheck', { field: t(`value_${next.source}`) })}
      </Button>
    </div>
  );
}
