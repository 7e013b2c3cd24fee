import { useState } from 'preact/hooks';
import { zohoLink } from '../../desk/zoho-link';
import { staysWithPrimary } from '../../duplicates/contact-fields';
import { type KeptValue, type LostValue, mostAtOnce } from '../../duplicates/merge-plan';
import type { DecisionAid, LetteredContact, Merge } from '../../state/decision-aid';
import { ReadDetails } from '../decisions/read-details';
import { copyText } from '../kit/copy-text';
import { LetterMark, LetterMarks } from '../kit/letter-mark';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { t } from '../shell/texts';
import { fieldLabel, sayValue } from '../words/field-value';
import { lettersOf, sayBlocker, sayLoss, sayRound } from '../words/say-plan';
import styles from './plan-view.module.css';

/** What a merge would take and cost, and the way to it in Desk: the panel itself changes nothing. */
export function PlanView({ aid, onStart }: { aid: DecisionAid; onStart: () => void }) {
  const records = aid.compared.value;
  const plan = aid.plan.value;
  const primary = records[aid.primary.value];
  if (!primary) return null;
  const href = zohoLink(primary.contact.webUrl);
  const { merge } = aid.choices.value;
  // Another record to keep is another plan: what was opened in Desk is then beside the point.
  const underWay = merge?.primary.contact.id === primary.contact.id ? merge : null;

  function openInDesk() {
    onStart();
    if (href) open(href, '_blank', 'noopener,noreferrer');
  }

  return (
    <section aria-label={t('mergePlan')} class={styles.plan}>
      <h2>{t('mergePlan')}</h2>
      {plan.blockers.map((blocker) => (
        <Notice key={blocker.kind} look="warn">
          <p>{sayBlocker(blocker, records)}</p>
        </Notice>
      ))}
      {plan.mergeable.length > 0 && (
        <>
          <Rounds
            rounds={plan.rounds}
            records={records}
            primary={primary}
            merge={underWay}
            onTick={aid.tick}
          />
          <Ledger ledger={plan.ledger} records={records} />
          <Unread aid={aid} />
          <Preview aid={aid} preview={plan.preview} />
          <p class={styles.warning}>{t('cannotBeUndone')}</p>
          <div class={styles.actions}>
            <Button look="primary" onClick={openInDesk}>
              {t('mergeInDesk')}
            </Button>
          </div>
          {underWay && <p>{t(href ? 'mergeOpened' : 'mergeByHand', { letter: primary.letter })}</p>}
        </>
      )}
    </section>
  );
}

interface RoundsProps {
  readonly rounds: readonly (readonly number[])[];
  readonly records: readonly LetteredContact[];
  readonly primary: LetteredContact;
  /** The merge that is under way, whose rounds can be ticked off. */
  readonly merge: Merge | null;
  onTick(round: number, isTicked: boolean): void;
}

/** Desk merges three records at a time, so more take several rounds; once begun, they can be ticked off. */
function Rounds({ rounds, records, primary, merge, onTick }: RoundsProps) {
  return (
    <>
      {rounds.length > 1 && <p>{t('severalRounds', { rounds: rounds.length, most: mostAtOnce })}</p>}
      <ol class={styles.rounds}>
        {rounds.map((round, place) => {
          const text = sayRound(round, records, primary);
          return (
            <li key={round.join()}>
              {merge ? (
                <label>
                  <input
                    type="checkbox"
                    checked={merge.ticked.has(place)}
                    onChange={(event) => onTick(place, event.currentTarget.checked)}
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
function Unread({ aid }: { aid: DecisionAid }) {
  if (aid.details.value.kind === 'ready') {
    return aid.plan.value.ledger.length ? null : <p class={styles.soft}>{t('nothingLost')}</p>;
  }
  return (
    <Notice look="warn" actions={<ReadDetails aid={aid} />}>
      <p>{t('lossUnknown')}</p>
    </Notice>
  );
}

/** Values that no field of the merged record would hold. */
function Ledger({ ledger, records }: { ledger: readonly LostValue[]; records: readonly LetteredContact[] }) {
  const [said, setSaid] = useState('');
  if (!ledger.length) return null;
  const lines = ledger.map(({ key, value, from }) => ({
    label: fieldLabel(key),
    text: sayValue(value),
    letters: lettersOf(from, records),
  }));
  const copy = async () => {
    const text = ledger.map((lost) => sayLoss(lost, records)).join('\n');
    setSaid((await copyText(text)) ? t('copied') : t('copyFailed'));
  };
  return (
    <div>
      <p>
        <b>{t('wouldBeLost')}</b>
      </p>
      <ul class={styles.ledger} aria-label={t('wouldBeLost')}>
        {lines.map(({ label, text, letters }) => (
          <li key={`${label} ${text}`}>
            <span>
              <span class={styles.soft}>{label}</span> <bdi>{text}</bdi>
            </span>
            <LetterMarks letters={letters} />
          </li>
        ))}
      </ul>
      <Button onClick={() => void copy()}>{t('copyLost')}</Button> <span aria-live="polite">{said}</span>
    </div>
  );
}

/** The merged record, field by field, with a choice where the records differ. */
function Preview({ aid, preview }: { aid: DecisionAid; preview: readonly KeptValue[] }) {
  const records = aid.compared.value;
  const fields = new Map(aid.comparison.value.fields.map((field) => [field.key, field]));
  const filled = preview.filter(({ key, value }) => value || fields.get(key)?.bucket === 'differs');
  return (
    <details class={styles.preview}>
      <summary>{t('mergedPreview')}</summary>
      <dl>
        {filled.map(({ key, value, from }) => {
          const canChoose = !staysWithPrimary(key) && fields.get(key)?.bucket === 'differs';
          const letter = from === null ? '' : (records[from]?.letter ?? '');
          return (
            <div key={key}>
              <dt>{fieldLabel(key)}</dt>
              <dd>
                <bdi>{value ? sayValue(value) : t('emptyValue')}</bdi>
                {canChoose ? (
                  <select
                    aria-label={t('valueOf', { field: fieldLabel(key) })}
                    value={from === null ? '' : records[from]?.contact.id}
                    onChange={(event) => aid.chooseValue(key, event.currentTarget.value)}
                  >
                    {records.map((record) => (
                      <option key={record.contact.id} value={record.contact.id}>
                        {record.letter}
                      </option>
                    ))}
                  </select>
                ) : (
                  letter && <LetterMark letter={letter} />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
