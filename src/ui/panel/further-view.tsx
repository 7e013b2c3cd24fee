import { groupBy } from '../../base/group-by';
import type { Detection } from '../../state/detection';
import type { FurtherOutcome, LookFurther } from '../../state/look-further';
import { Soft } from '../kit/soft';
import { Failure } from '../problems/failure';
import { Button } from '../shell/button';
import { formatNumber, listTexts, t } from '../shell/texts';
import { sayHighestPrice, sayPrice } from '../words/price';
import styles from './found-view.module.css';

/** A button with its price; afterwards what was spent and compared. Nothing is said of contacts that were not compared. */
export function FurtherView({
  detection,
  lookFurther: { price, phase, spent, outcomes, look },
}: {
  detection: Detection;
  lookFurther: LookFurther;
}) {
  switch (phase.value) {
    case 'notAsked':
      // What ails every check would ail this as well.
      return price.value > 0 && (isAnyAnswered(detection) || !detection.checks.value.length) ? (
        <div class={styles.also}>
          <Button onClick={() => void look()}>
            {t('lookFurther', { price: sayHighestPrice(price.value) })}
          </Button>
        </div>
      ) : null;
    case 'looking':
      return <p>{t('lookingFurther')}</p>;
    case 'done':
      return (
        <>
          <p>
            {t('lookedFurther', {
              price: sayPrice(spent.value ?? 0),
              ways: listTexts(outcomes.value.map(sayCompared)),
            })}
          </p>
          {/* Ways that failed alike share one notice. */}
          {groupBy(outcomes.value, ({ error }) => error?.kind ?? '').map(
            ([first, ...others]) =>
              first?.error && (
                <Failure
                  key={first.error.kind}
                  error={first.error}
                  subject="contact"
                  onTryAgain={() => void look()}
                >
                  {[first, ...others].map(({ way }) => (
                    <p key={way}>{t(`furtherFailed_${way}`)}</p>
                  ))}
                </Failure>
              ),
          )}
        </>
      );
  }
}

function sayCompared(outcome: FurtherOutcome): string {
  return t(`further_${outcome.way}`, { amount: sayAmount(outcome) });
}

function sayAmount({ compared: count, total, isWhole }: FurtherOutcome): string {
  if (isWhole) return formatNumber(count);
  return total === null ? t('amount_notAll', { count }) : t('amount_ofAbout', { count, total });
}

function isAnyAnswered({ checks }: Detection): boolean {
  return checks.value.some(({ reading }) => reading.phase.value.kind === 'complete');
}

/** One more value at a time, since each costs a call; the most telling first. */
export function AlsoCheck({ detection }: { detection: Detection }) {
  const [next] = detection.furtherValues.value;
  if (!next || !detection.isSettled.value || !isAnyAnswered(detection)) return null;
  return (
    <div class={styles.also}>
      <Button onClick={() => detection.check(next)}>
        {t(`alsoCheck_${next.source}`, { price: sayPrice(1) })}
      </Button>
    </div>
  );
}

/** The fields that could not be checked, since the open contact has no value there. */
export function EmptyFields({ detection }: { detection: Detection }) {
  const { email, secondaryEmail, phone } = detection.own.value;
  const empty = [!email && !secondaryEmail && t('value_email'), !phone && t('value_phone')].filter(
    (name) => name !== false,
  );
  if (!empty.length || !detection.checks.value.length) return null;
  return <Soft>{t('emptyFields', { fields: listTexts(empty) })}</Soft>;
}
