import { useSignalEffect } from '@preact/signals';
import { whenIdle } from '../../base/idle';
import { type Candidate, maxComparedContacts } from '../../duplicates/candidates';
import type { Check } from '../../state/checks';
import { type Detection, waitingChecks } from '../../state/detection';
import { isIdle } from '../../state/group-reading';
import type { OpenContact } from '../../state/open-contact';
import { onDemand, PartFailed } from '../kit/on-demand';
import { ProgressBar } from '../kit/progress-bar';
import type { Choice } from '../list/member-list';
import { SearchableList } from '../list/searchable-list';
import { Button } from '../shell/button';
import { Skeleton } from '../shell/skeleton';
import { t } from '../shell/texts';
import styles from './found-view.module.css';
import {
  type Deciding,
  decidingAbout,
  decisionParts,
  furtherParts,
  groupParts,
  menuParts,
  problemParts,
} from './later-parts';
import { candidatesOf } from './record-tabs';

const FoundProblems = onDemand(problemParts, (parts) => parts.FoundProblems);
const WaitingChecks = onDemand(problemParts, (parts) => parts.WaitingChecks);

export interface FoundViewProps {
  readonly record: OpenContact;
  /** The check that the list is filtered by, if any. */
  readonly only: Check | null;
}

/** The possible duplicates of the open contact, and what could not be checked. */
export function FoundView({ record, only }: FoundViewProps) {
  const { detection } = record;
  const deciding = decidingAbout(record);
  const further = furtherParts.part.value;
  const lookFurther = record.lookFurther.value;
  const candidates = candidatesOf(record, only);
  const isSettled = record.candidates.isSettled.value;
  const isNone = isSettled && candidates.length === 0;
  useLoadingOfTheRest(record);
  return (
    <>
      {!isSettled && <UnderWay detection={detection} isEmpty={candidates.length === 0} />}
      {deciding && <deciding.MergedRecords decidable={deciding.decidable} />}
      {hasProblems(detection) && <FoundProblems detection={detection} only={only} />}
      {deciding && <deciding.DecisionsUnknown decidable={deciding.decidable} />}
      {candidates.length > 0 && <Found record={record} deciding={deciding} candidates={candidates} />}
      {isNone && further && <further.EmptyFields detection={detection} />}
      <PartsFailed record={record} />
      {deciding && (
        <>
          <deciding.StorageOff decidable={deciding.decidable} />
          <deciding.EarlierDecisions decidable={deciding.decidable} />
        </>
      )}
      {further && <further.AlsoCheck detection={detection} />}
      {isSettled && further && lookFurther && (
        <further.FurtherView detection={detection} lookFurther={lookFurther} />
      )}
    </>
  );
}

/** Whether a check failed, was cut short, or left somebody out. */
function hasProblems({ checks, contactError }: Detection): boolean {
  const problems = ['failed', 'short', 'stopped'];
  return (
    contactError.value !== null ||
    checks.value.some(
      ({ reading }) => problems.includes(reading.phase.value.kind) || reading.unreadableCount.value > 0,
    )
  );
}

/** The components load with the models that they show, and all of them once there is nothing more to wait for. */
function useLoadingOfTheRest({ decisionCode, candidates }: OpenContact) {
  useSignalEffect(() => {
    if (decisionCode.phase.value !== 'notAsked') decisionParts.load();
    if (!candidates.isSettled.value) return;
    whenIdle(() => {
      groupParts.load();
      furtherParts.load();
      problemParts.load();
      menuParts.load();
    });
  });
}

interface FoundProps {
  readonly record: OpenContact;
  readonly deciding: Deciding | null;
  readonly candidates: readonly Candidate[];
}

/** What differs, the list, and what a merge would take; before a list that is too long to be taken in at a glance. */
function Found({ record, deciding, candidates }: FoundProps) {
  const isLong = candidates.length >= maxComparedContacts;
  const advice = deciding && <deciding.MergeAdvice decidable={deciding.decidable} />;
  return (
    <>
      {/* Its room is kept: the list stays where it is when the comparison's code comes. */}
      <div class={styles.comparison}>
        {deciding && <deciding.ComparedRecords decidable={deciding.decidable} />}
      </div>
      {isLong && advice}
      <SearchableList
        record={record}
        openContact={record.contact.value}
        others={candidates}
        isShort={!isLong}
        choice={deciding && choiceIn(deciding)}
        canDecide={
          deciding !== null && candidates.length > 1 && deciding.canDecide(deciding.decidable.decisions)
        }
      />
      {!isLong && advice}
    </>
  );
}

/** Which records are compared, where there are enough to leave some out. */
function choiceIn({ decidable }: Deciding): Choice | null {
  const { selection } = decidable.review;
  if (!selection.canChoose.value) return null;
  const chosen = new Set(selection.compared.value.map(({ contact }) => contact.id));
  return { chosen, choose: selection.choose };
}

/** Said where what it takes to decide, or to look further, could not be loaded. */
function PartsFailed({ record: { decisionCode, furtherCode } }: { record: OpenContact }) {
  const failed = [decisionCode, decisionParts, furtherCode, furtherParts].filter(
    ({ phase }) => phase.value === 'failed',
  );
  if (!failed.length) return null;
  return <PartFailed onTryAgain={() => failed.forEach(({ load }) => void load())} />;
}

function UnderWay({ detection, isEmpty }: { detection: Detection; isEmpty: boolean }) {
  const long = detection.checks.value.filter(
    ({ reading }) => reading.pagesRead.value > 0 && !isIdle(reading),
  );
  return (
    <>
      <div class={styles.line}>
        {waitingChecks(detection).length > 0 ? (
          <WaitingChecks detection={detection} />
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
