import type { DeskError } from '../../desk/desk-error';
import type { Candidate } from '../../duplicates/candidates';
import { fullName } from '../../duplicates/contact';
import type { Check, Detection } from '../../state/detection';
import { isOver } from '../../state/group-reading';
import type { Workspace } from '../../state/workspace';
import { sayCount } from '../contact/reasons';
import { DecisionsUnknown, StorageOff } from '../decisions/decisions-unknown';
import { EarlierDecisions } from '../decisions/earlier-decisions';
import { Countdown } from '../kit/countdown';
import { Failure, failureTitle } from '../kit/failure';
import { onDemand } from '../kit/on-demand';
import { ProgressBar } from '../kit/progress-bar';
import { SearchableList } from '../list/searchable-list';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { Skeleton } from '../shell/skeleton';
import { listTexts, t, tCount } from '../shell/texts';
import styles from './found-view.module.css';

const DecisionView = onDemand(async () => (await import('../compare/decision-view')).DecisionView);
const ShareView = onDemand(async () => (await import('../share/share-view')).ShareView);

export interface FoundViewProps {
  readonly workspace: Workspace;
  readonly detection: Detection;
  /** The check that the list is filtered by, if any. */
  readonly only: Check | null;
}

/** The possible duplicates of the open contact, and what could not be checked. */
export function FoundView({ workspace, detection, only }: FoundViewProps) {
  const candidates = candidatesOf(workspace, only);
  const isSettled = workspace.isSettled.value;
  const isNone = isSettled && candidates.length === 0;
  const isAnybodyFound = workspace.candidates.value.some((candidate) => candidate.isDuplicate);
  return (
    <>
      {!isSettled && <UnderWay detection={detection} isEmpty={candidates.length === 0} />}
      <Merged workspace={workspace} />
      <Failures detection={detection} />
      <Shortcomings checks={only ? [only] : detection.checks.value} />
      <DecisionsUnknown workspace={workspace} />
      {candidates.length > 0 && <Found workspace={workspace} candidates={candidates} />}
      {isNone && <EmptyFields detection={detection} />}
      <StorageOff workspace={workspace} />
      {isSettled && isAnybodyFound && <ShareView key={only?.key} workspace={workspace} />}
      <EarlierDecisions workspace={workspace} />
      <AlsoCheck detection={detection} />
    </>
  );
}

/** Said when a merge that the agent went to Desk for is seen to be done. */
function Merged({ workspace }: { workspace: Workspace }) {
  const names = workspace.aid.gone.value.map(({ contact }) => fullName(contact) ?? t('noName'));
  return names.length ? (
    <Notice look="quiet">{t('mergedRecordsGone', { names: listTexts(names) })}</Notice>
  ) : null;
}

/** The list, with what a long one needs, and what helps to decide about it. */
function Found({ workspace, candidates }: { workspace: Workspace; candidates: readonly Candidate[] }) {
  const { aid, openContact } = workspace;
  const isLong = aid.mustChoose.value;
  const compared = new Set(aid.compared.value.map(({ contact }) => contact.id));
  const decision = <DecisionView workspace={workspace} candidates={candidates} />;
  return (
    <>
      {isLong && decision}
      <SearchableList
        workspace={workspace}
        openContact={openContact.value}
        others={candidates}
        isShort={!isLong}
        canDecide={candidates.length > 1 && workspace.decisions?.canDecide.value === true}
        {...(aid.canChoose.value ? { choice: { chosen: compared, choose: aid.choose } } : {})}
      />
      {!isLong && decision}
    </>
  );
}

/** How many there are, or that there is none and by what that was checked; said once all answers are there. */
export function FoundStatus({ workspace, detection, only }: FoundViewProps) {
  return (
    <p role="status" class={styles.status}>
      {statusOf(workspace, detection, candidatesOf(workspace, only))}
    </p>
  );
}

function candidatesOf({ duplicates }: Workspace, only: Check | null): readonly Candidate[] {
  return duplicates.value.filter((candidate) => !only || candidate.foundBy.includes(only.key));
}

function statusOf(workspace: Workspace, detection: Detection, candidates: readonly Candidate[]): string {
  if (!workspace.isSettled.value) {
    const waiting = waitingIn(detection);
    return waiting ? failureTitle(waiting.waiting.error) : '';
  }
  if (candidates.length) return sayCount(candidates.map((candidate) => candidate.evidence));
  const separate = workspace.candidates.value.filter(
    (candidate) => candidate.isDuplicate && workspace.decisions?.separate.value.has(candidate.contact.id),
  );
  if (separate.length) return tCount('separateAll', separate.length);
  const answered = detection.checks.value.filter(({ reading }) => reading.phase.value.kind === 'complete');
  if (answered.length) return t('noDuplicates', { fields: listTexts(namesOf(answered), 'disjunction') });
  return detection.checks.value.length || detection.contactError.value ? '' : t('nothingToCheck');
}

function waitingIn({ checks }: Detection) {
  return checks.value.map(({ reading }) => reading.phase.value).find((phase) => phase.kind === 'waiting');
}

function UnderWay({ detection, isEmpty }: { detection: Detection; isEmpty: boolean }) {
  const waiting = waitingIn(detection);
  const long = detection.checks.value.filter(
    ({ reading }) => reading.pagesRead.value > 0 && !isOver(reading),
  );
  return (
    <>
      <div class={styles.line}>
        {waiting ? <Countdown phase={waiting} /> : <p>{t('lookingForDuplicates')}</p>}
        {long.length > 0 && (
          <Button
            look="ghost"
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

/** Checks that failed alike share one notice; those that worked stand beside it. */
function Failures({ detection }: { detection: Detection }) {
  const contactError = detection.contactError.value;
  if (contactError) {
    return <Failure error={contactError} reference={null} onTryAgain={() => void detection.start()} />;
  }
  const byKind = new Map<string, { error: DeskError; checks: Check[] }>();
  for (const check of detection.checks.value) {
    const phase = check.reading.phase.value;
    if (phase.kind !== 'failed') continue;
    const alike = byKind.get(phase.error.kind) ?? { error: phase.error, checks: [] };
    alike.checks.push(check);
    byKind.set(phase.error.kind, alike);
  }
  return (
    <>
      {[...byKind].map(([kind, { error, checks }]) => (
        <Failure
          key={kind}
          error={error}
          reference={checks[0]?.reading.reference ?? null}
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

function EmptyFields({ detection }: { detection: Detection }) {
  const { email, secondaryEmail, phone } = detection.contact.value;
  const empty = [!email && !secondaryEmail && t('value_email'), !phone && t('value_phone')].filter(
    (name) => name !== false,
  );
  if (!empty.length || !detection.checks.value.length) return null;
  return <p class={styles.soft}>{t('emptyFields', { fields: listTexts(empty) })}</p>;
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

function namesOf(checks: readonly Check[]): string[] {
  return checks.map(({ value }) => t(`value_${value.source}`));
}
