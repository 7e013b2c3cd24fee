import { useState } from 'preact/hooks';
import { zohoLink } from '../desk/data-centre';
import { type Blocker, isChoosable, type KeptValue, type LostValue } from '../duplicates/merge-plan';
import type { DecisionAid, LetteredContact } from '../state/decision-aid';
import { Button } from './button';
import { copyText } from './copy-text';
import { fieldLabel, sayValue } from './field-value';
import { LetterMark } from './letter-mark';
import { Notice } from './notice';
import styles from './plan-view.module.css';
import { listTexts, t } from './texts';

/** What a merge would take and cost, and the way to it in Desk: the panel itself changes nothing. */
export function PlanView({ aid }: { aid: DecisionAid }) {
  const records = aid.compared.value;
  const plan = aid.plan.value;
  const primary = records[aid.primary.value];
  const [isUnderWay, setUnderWay] = useState(false);
  if (!primary) return null;
  const href = zohoLink(primary.contact.webUrl);

  function merge() {
    aid.startMerge();
    setUnderWay(true);
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
          <Rounds rounds={plan.rounds} records={records} primary={primary} canBeTicked={isUnderWay} />
          <Ledger ledger={plan.ledger} records={records} />
          <Preview aid={aid} preview={plan.preview} />
          <p class={styles.warning}>{t('cannotBeUndone')}</p>
          <div class={styles.actions}>
            <Button look="primary" onClick={merge}>
              {t('mergeInDesk')}
            </Button>
          </div>
          {isUnderWay && (
            <p>
              {href
                ? t('mergeOpened', { letter: primary.letter })
                : t('mergeByHand', { letter: primary.letter })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface RoundsProps {
  readonly rounds: readonly (readonly number[])[];
  readonly records: readonly LetteredContact[];
  readonly primary: LetteredContact;
  readonly canBeTicked: boolean;
}

/** Desk merges three records at a time, so more take several rounds; once begun, they can be ticked off. */
function Rounds({ rounds, records, primary, canBeTicked }: RoundsProps) {
  return (
    <ol class={styles.rounds}>
      {rounds.map((round) => {
        const text = t('round', { others: listTexts(lettersOf(round, records)), letter: primary.letter });
        return (
          <li key={round.join()}>
            {canBeTicked ? (
              <label>
                <input type="checkbox" /> {text}
              </label>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Values that no field of the merged record would hold. */
function Ledger({ ledger, records }: { ledger: readonly LostValue[]; records: readonly LetteredContact[] }) {
  const [said, setSaid] = useState('');
  if (!ledger.length) return <p class={styles.soft}>{t('nothingLost')}</p>;
  const lines = ledger.map(({ key, value, from }) => ({
    label: fieldLabel(key),
    text: sayValue(value),
    letters: lettersOf(from, records),
  }));
  const copy = async () => {
    const text = lines
      .map(({ label, text: value, letters }) => `${label}: ${value} (${letters.join(', ')})`)
      .join('\n');
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
            <span class={styles.letters}>
              {letters.map((letter) => (
                <LetterMark key={letter} letter={letter} />
              ))}
            </span>
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
          const canChoose = isChoosable(key) && fields.get(key)?.bucket === 'differs';
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

function lettersOf(indexes: readonly number[], records: readonly LetteredContact[]): string[] {
  return indexes.map((index) => records[index]?.letter ?? '?');
}

function sayBlocker({ kind, indexes }: Blocker, records: readonly LetteredContact[]): string {
  return t(`blocker_${kind}`, { letters: listTexts(lettersOf(indexes, records)) });
}
