import { useEffect, useId, useRef } from 'preact/hooks';
import { longestNote } from '../../duplicates/decision';
import { Button } from '../shell/button';
import { t, tCount } from '../shell/texts';
import styles from './note-form.module.css';

export interface NoteFormProps {
  readonly note: string;
  onInput(note: string): void;
  onSave(): void;
  onCancel(): void;
}

/** What a colleague should look into; may stay empty. */
export function NoteForm({ note, onInput, onSave, onCancel }: NoteFormProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // A note that is gone on with may come back while the agent is elsewhere.
    if (!note) field.current?.focus();
  }, []);
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label for={id}>{t('note')}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        maxLength={longestNote}
        aria-describedby={`${id}-help`}
        value={note}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`${id}-help`} class={styles.help}>
        {tCount('noteHelp', longestNote - note.length)}
      </p>
      <div class={styles.actions}>
        <Button type="submit" look="primary">
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
