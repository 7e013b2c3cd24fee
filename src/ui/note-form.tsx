import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { longestNote } from '../duplicates/decision';
import { Button } from './button';
import styles from './note-form.module.css';
import { t, tCount } from './texts';

export interface NoteFormProps {
  onSave(note: string): void;
  onCancel(): void;
}

/** What a colleague should look into; may stay empty. */
export function NoteForm({ onSave, onCancel }: NoteFormProps) {
  const id = useId();
  const [note, setNote] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(note.trim());
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
        onInput={(event) => setNote(event.currentTarget.value)}
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
