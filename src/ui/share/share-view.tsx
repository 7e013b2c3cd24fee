import { useEffect, useRef, useState } from 'preact/hooks';
import type { DecidableContact } from '../../state/decidable-contact';
import { StatusLine } from '../kit/announcer';
import { copyText } from '../kit/copy-text';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { t } from '../shell/texts';
import { saveFile } from './save-file';
import styles from './share-view.module.css';
import { summaryOf } from './summary';

type Format = 'csv' | 'json';

/** What became of the last copy or export. */
type Outcome =
  | { readonly kind: 'copied' }
  /** The clipboard is denied: the text is shown, to be copied by hand. */
  | { readonly kind: 'toCopy'; readonly text: string }
  /** A frame may be forbidden to save files, and is not told so. */
  | { readonly kind: 'saved'; readonly file: string; readonly text: string }
  | { readonly kind: 'failed'; readonly format: Format };

/** Takes what is known of the group elsewhere: as text for people, as a file for spreadsheets and scripts. */
export function ShareView({ open }: { open: DecidableContact }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function copy(text: string) {
    setOutcome((await copyText(text)) ? { kind: 'copied' } : { kind: 'toCopy', text });
  }

  async function save(format: Format) {
    try {
      const { exportGroup } = await import('./export-group');
      const { text, file, type } = exportGroup(open, format);
      saveFile(text, file, type);
      setOutcome({ kind: 'saved', file, text });
    } catch {
      setOutcome({ kind: 'failed', format });
    }
  }

  return (
    <section aria-label={t('share')} class={styles.share}>
      <div class={styles.actions}>
        <Button onClick={() => void copy(summaryOf(open))}>{t('copySummary')}</Button>
        <Button onClick={() => void save('csv')}>{t('exportCsv')}</Button>
        <Button onClick={() => void save('json')}>{t('exportJson')}</Button>
      </div>
      {outcome && <StatusLine class={styles.said} text={sayOutcome(outcome)} />}
      {outcome?.kind === 'saved' && (
        <Button look="ghost" onClick={() => void copy(outcome.text)}>
          {t('exportNotSaved')}
        </Button>
      )}
      {outcome?.kind === 'toCopy' && <TextToCopy text={outcome.text} />}
      {outcome?.kind === 'failed' && (
        <Notice
          look="bad"
          title={t('error_part_title')}
          actions={<Button onClick={() => void save(outcome.format)}>{t('tryAgain')}</Button>}
        >
          <p>{t('error_offline_text')}</p>
        </Notice>
      )}
    </section>
  );
}

function sayOutcome(outcome: Outcome): string {
  if (outcome.kind === 'copied') return t('copied');
  return outcome.kind === 'saved' ? t('exported', { file: outcome.file }) : '';
}

/** Selected already, so that one key press copies it. */
function TextToCopy({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), [text]);
  return (
    <label class={styles.byHand}>
      {t('copyByHand')}
      <textarea ref={field} readOnly rows={8} value={text} />
    </label>
  );
}
