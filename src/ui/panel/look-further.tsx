import type { Detection } from '../../state/detection';
import type { FurtherOutcome, LookFurther as Model } from '../../state/look-further';
import type { OpenContact } from '../../state/open-contact';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { listTexts, t, tCount } from '../shell/texts';
import styles from './found-view.module.css';

/** What can be asked of Desk beyond the first answer. */
export function Further({ open }: { open: OpenContact }) {
  return (
    <>
      <AlsoCheck detection={open.detection} />
      <LookFurther lookFurther={open.lookFurther} />
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

/** A button with its price; afterwards what was spent and compared. Nothing is said of contacts that were not compared. */
function LookFurther({ lookFurther: { price, phase, spent, outcomes, look } }: { lookFurther: Model }) {
  switch (phase.value) {
    case 'notAsked':
      return price.value > 0 ? (
        <div class={styles.also}>
          <Button onClick={() => void look()}>{tCount('lookFurther', price.value)}</Button>
        </div>
      ) : null;
    case 'looking':
      return <p>{t('lookingFurther')}</p>;
    case 'done':
      return (
        <>
          <p>
            {tCount('lookedFurther', spent.value ?? 0, { ways: listTexts(outcomes.value.map(sayCompared)) })}
          </p>
          {outcomes.value
            .filter(({ error }) => error)
            .map(({ way }) => (
              <Notice key={way} look="quiet">
                {t(`furtherFailed_${way}`)}
              </Notice>
            ))}
        </>
      );
  }
}

function sayCompared({ way, compared, total, isWhole }: FurtherOutcome): string {
  const text = tCount(`further_${way}`, compared);
  if (isWhole) return text;
  return total === null ? t('furtherMore', { compared: text }) : t('furtherOf', { compared: text, total });
}
