import type { Evidence } from '../../duplicates/reasons';
import { HiddenText } from '../kit/hidden-text';
import { t } from '../shell/texts';
import { sayAgainst, sayFor } from '../words/say-reason';
import styles from './reasons.module.css';

/** Why a contact may be the open one, and why not. */
export function Reasons({ evidence: { reasonsFor, reasonsAgainst } }: { evidence: Evidence }) {
  if (!reasonsFor.length && !reasonsAgainst.length) return null;
  return (
    <p class={styles.reasons}>
      {reasonsFor.map((reason, index) => (
        <span key={`${reason.kind} ${index}`} class={styles.for}>
          <HiddenText>{t('for')}</HiddenText>
          {sayFor(reason)}
        </span>
      ))}
      {reasonsAgainst.map((reason) => {
        const text = sayAgainst(reason);
        return (
          <span key={text} class={styles.against}>
            <HiddenText>{t('against')}</HiddenText>
            {text}
          </span>
        );
      })}
    </p>
  );
}

/** How likely two contacts are one person, in a word. */
export function StrengthMark({ strength }: Pick<Evidence, 'strength'>) {
  return <span class={`${styles.strength} ${styles[strength]}`}>{t(`strength_${strength}`)}</span>;
}
