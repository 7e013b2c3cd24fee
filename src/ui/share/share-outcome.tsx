import { useEffect, useRef } from 'preact/hooks';
import { StatusLine } from '../kit/announcer';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { t } from '../shell/texts';
import { copyShared, type ShareOutcome, sayOutcome } from './share';
import styles from './share-outcome.module.css';

export interface ShareOutcomeViewProps {
  readonly outcome: ShareOutcome;
  onOutcome(outcome: ShareOutcome): void;
  onClose(): void;
}

/** What became of the last copy or export, and what else can be tried. */
export function ShareOutcomeView({ outcome, onOutcome, onClose }: ShareOutcomeViewProps) {
  return (
    <section aria-label={t('share')} class={styles.share}>
      <StatusLine class={styles.said} text={sayOutcome(outcome)} />
      {outcome.kind === 'toCopy' && <TextToCopy text={outcome.text} />}
      {outcome.kind === 'failed' && (
        <Notice
          look="bad"
          title={t('error_part_title')}
          actions={<Button onClick={() => void outcome.tryAgain().then(onOutcome)}>{t('tryAgain')}</Button>}
        >
          <p>{t('error_offline_text')}</p>
        </Notice>
      )}
      <div class={styles.actions}>
        {outcome.kind === 'saved' && (
          <Button look="ghost" onClick={() => void copyShared(outcome.text).then(onOutcome)}>
            {t('exportNotSaved')}
          </Button>
        )}
        <Button look="ghost" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </section>
  );
}

/** Selected already, so that one key press copies it. */
function TextToCopy({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return (
    <label class={styles.byHand}>
      {t('copyByHand')}
      <textarea ref={field} readOnly rows={8} value={text} />
    </label>
  );
}
