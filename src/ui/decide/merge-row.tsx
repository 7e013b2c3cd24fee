import { useId } from 'preact/hooks';
import { zohoLink } from '../../desk/zoho-link';
import type { Review } from '../../state/review/review';
import { StatusLine } from '../kit/announcer';
import { firstClick } from '../kit/first-click';
import { useFocusPlace } from '../kit/focus-place';
import { Button } from '../shell/button';
import { t } from '../shell/texts';
import type { LetterOf } from '../words/letters';
import styles from './decision-bar.module.css';

export interface MergeRowProps {
  readonly review: Review;
  readonly letterOf: LetterOf;
}

/** Which record to keep, and the way to merge in Desk: the panel itself changes nothing. */
export function MergeRow({ review, letterOf }: MergeRowProps) {
  const id = useId();
  const button = useFocusPlace<HTMLButtonElement>('merge');
  const { primary, merge, selection } = review;
  const primaryId = primary.contactId.value;
  const kept = selection.compared.value.find(({ contact }) => contact.id === primaryId)?.contact;
  if (!kept) return null;
  const letter = letterOf(kept.id);
  const href = zohoLink(kept.webUrl);
  const isSuggested = kept.id === primary.suggestion.value.primaryId;
  const canMerge = review.plan.value.mergeable.length > 0;

  // A second click would open a second tab.
  const openInDesk = firstClick(() => {
    merge.start();
    if (href) open(href, '_blank', 'noopener,noreferrer');
  });

  return (
    <div class={styles.merge}>
      <div class={styles.words}>
        <p>{t(isSuggested ? 'keepSuggested' : 'keepChosen', { letter })}</p>
        <p id={id} class={canMerge ? styles.warning : undefined}>
          {t(canMerge ? 'cannotBeUndone' : 'cannotMergeYet')}
        </p>
      </div>
      {canMerge && (
        <Button ref={button} look="primary" aria-describedby={id} onClick={openInDesk}>
          {t('mergeInDesk')}
        </Button>
      )}
      {canMerge && merge.current.value?.primaryId === kept.id && (
        <StatusLine
          class={styles.opened}
          text={t(href ? 'mergeOpened' : 'mergeByHand', { letter, refresh: t('refresh') })}
        />
      )}
    </div>
  );
}
