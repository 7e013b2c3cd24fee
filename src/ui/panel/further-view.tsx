import type { FurtherOutcome, LookFurther } from '../../state/look-further';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { listTexts, t, tCount } from '../shell/texts';
import styles from './found-view.module.css';

/** A button with its price; afterwards what was spent and compared. Nothing is said of contacts that were not compared. */
export function FurtherView({
  lookFurther: { price, phase, spent, outcomes, look },
}: {
  lookFurther: LookFurther;
}) {
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
