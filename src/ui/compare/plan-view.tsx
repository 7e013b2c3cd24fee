import { useRef } from 'preact/hooks';
import type { ContactId } from '../../duplicates/contact';
import type { LostValue } from '../../duplicates/merge-losses';
import { maxRecordsPerMerge } from '../../duplicates/merge-plan';
import type { StartedMerge } from '../../state/review/merge-in-progress';
import type { Review } from '../../state/review/review';
import { CopyButton } from '../kit/copy-button';
import { LetterMarks } from '../kit/letter-mark';
import { Section } from '../kit/section';
import { Soft } from '../kit/soft';
import { useFirstOf } from '../kit/use-first-of';
import { Notice } from '../shell/notice';
import { join, t, tCount } from '../shell/texts';
import { asOneLine } from '../words/as-one-line';
import { fieldLabel, sayValue } from '../words/field-value';
import type { LetterOf } from '../words/letters';
import { sayBlocker, sayLoss, sayRound } from '../words/say-plan';
import { PlanPreview } from './plan-preview';
import styles from './plan-view.module.css';
import { ReadDetails } from './read-details';

export interface PlanViewProps {
  readonly review: Review;
  readonly letterOf: LetterOf;
}

/** What a merge would take and cost; the way to it is in the bar (../decide/merge-row.tsx). */
export function PlanView({ review, letterOf }: PlanViewProps) {
  const plan = review.plan.value;
  const primaryId = review.primary.contactId.value;
  const members = review.selection.compared.value;
  const primary = members.find(({ contact }) => contact.id === primaryId)?.contact;
  if (!primary) return null;
  const merge = review.merge.current.value;
  // Another record to keep is another plan: what was opened in Desk is then beside the point.
  const underWay = merge?.primaryId === primary.id ? merge : null;

  return (
    <Section heading={t('mergePlan')}>
      {plan.blockers.map((blocker) => (
        <Notice key={blocker.kind} look="warn">
          <p>{sayBlocker(blocker, letterOf)}</p>
        </Notice>
      ))}
      {plan.mergeable.length > 0 && (
        <>
          <Rounds
            rounds={plan.rounds}
            primaryId={primary.id}
            letterOf={letterOf}
            merge={underWay}
            onTick={review.merge.tick}
          />
          <Losses losses={plan.losses} letterOf={letterOf} />
          <UnreadDetails review={review} />
          <PlanPreview review={review} letterOf={letterOf} />
          <p class={styles.warning}>{t('cannotBeUndone')}</p>
          <details class={styles.missing}>
            <summary>{t('mergeMissing')}</summary>
            <p>{t('mergeMissingWhy', { most: maxRecordsPerMerge })}</p>
            <p>{t('mergeElsewhere', { most: maxRecordsPerMerge })}</p>
          </details>
        </>
      )}
    </Section>
  );
}

interface RoundsProps {
  readonly rounds: readonly (readonly ContactId[])[];
  readonly primaryId: ContactId;
  readonly letterOf: LetterOf;
  /** The merge that is under way, whose rounds can be ticked off. */
  readonly merge: StartedMerge | null;
  onTick(round: readonly ContactId[], isTicked: boolean): void;
}

/** Desk merges three records at a time, so more take several rounds; once begun, they can be ticked off. */
function Rounds({ rounds, primaryId, letterOf, merge, onTick }: RoundsProps) {
  return (
    <>
      {rounds.length > 1 && (
        <p>
          {join('sentences', [
            tCount('mergeLimit', maxRecordsPerMerge),
            tCount('severalRounds', rounds.length),
          ])}
        </p>
      )}
      <ol class={styles.rounds}>
        {rounds.map((round) => {
          const text = sayRound(round, primaryId, letterOf);
          return (
            <li key={round.join()}>
              {merge ? (
                <label>
                  <input
                    type="checkbox"
                    checked={round.every((id) => merge.ticked.has(id))}
                    onChange={(event) => onTick(round, event.currentTarget.checked)}
                  />{' '}
                  {text}
                </label>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Whether the plan knows all that could be lost: lists tell only some of the fields. */
function UnreadDetails({ review }: { review: Review }) {
  if (review.details.state.value.kind === 'ready') {
    return review.plan.value.losses.length ? null : <Soft>{t('nothingLost')}</Soft>;
  }
  return (
    <Notice look="warn" actions={<ReadDetails details={review.details} />}>
      <p>{t('lossUnknown')}</p>
    </Notice>
  );
}

/** Values that no field of the merged record would hold. */
function Losses({ losses, letterOf }: { losses: readonly LostValue[]; letterOf: LetterOf }) {
  const list = useRef<HTMLUListElement>(null);
  const [shown, more] = useFirstOf(losses);
  if (!losses.length) return null;
  const lines = shown.map(({ key, value, holders }) => ({
    label: fieldLabel(key),
    text: sayValue(value),
    letters: holders.map(letterOf),
  }));
  return (
    <div>
      <p>
        <b>{t('wouldBeLost')}</b>
      </p>
      <ul ref={list} class={styles.losses} aria-label={t('wouldBeLost')}>
        {lines.map(({ label, text, letters }) => (
          <li key={`${label} ${text}`}>
            <span>
              <span class={styles.soft}>{label}</span> <bdi>{text}</bdi>
            </span>
            <LetterMarks letters={letters} />
          </li>
        ))}
      </ul>
      {more}
      <CopyButton
        label={t('copyLost')}
        text={losses.map((lost) => asOneLine(sayLoss(lost, letterOf))).join('\n')}
        shownIn={list}
      />
    </div>
  );
}
