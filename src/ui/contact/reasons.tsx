import type { Evidence, ReasonAgainst, ReasonFor } from '../../duplicates/reasons';
import { HiddenText } from '../kit/hidden-text';
import { join, t, tCount } from '../shell/texts';
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

export function sayFor(reason: ReasonFor): string {
  switch (reason.kind) {
    case 'sameEmail':
      return t('reason_sameEmail');
    case 'samePhone':
      return t(reason.otherFormat ? 'reason_samePhoneOtherFormat' : 'reason_samePhone');
    case 'sameName':
      return t(reason.written === 'alike' ? 'reason_sameName' : 'reason_sameNameOtherwise');
    case 'nearName':
      return t('reason_nearName', { own: reason.own, other: reason.other });
    case 'compatibleName':
      return t('reason_compatibleName', { own: reason.own, other: reason.other });
    case 'nearEmail':
      return t('reason_nearEmail', { own: reason.own, other: reason.other });
    case 'sameAccount':
      return t('reason_sameAccount');
  }
}

export function sayAgainst(reason: ReasonAgainst): string {
  switch (reason.kind) {
    case 'otherAccount':
      return reason.account
        ? t('reason_otherAccount', { account: reason.account })
        : t('reason_otherAccountUnnamed');
    case 'otherCrmRecord':
      return t('reason_otherCrmRecord');
    case 'otherName':
      return t(`reason_otherName_${reason.value}`);
    case 'roleMailbox':
      return t('reason_roleMailbox', { address: reason.address });
    case 'sharedByMany':
      // From a hundred on, counts are rounded down.
      return tCount(`reason_sharedByMany_${reason.field}`, reason.count, {
        count: reason.count < 100 ? reason.count : t('atLeast', { count: reason.count }),
      });
  }
}

/** How likely two contacts are one person, in a word. */
export function StrengthMark({ strength }: Pick<Evidence, 'strength'>) {
  return <span class={`${styles.strength} ${styles[strength]}`}>{t(`strength_${strength}`)}</span>;
}

/** `3 possible duplicates · 1 strong`. */
export function sayCount(evidences: readonly (Evidence | null)[]): string {
  const strong = evidences.filter((evidence) => evidence?.strength === 'strong').length;
  const found = tCount('found', evidences.length);
  return strong ? join('facts', [found, tCount('foundStrong', strong)]) : found;
}
