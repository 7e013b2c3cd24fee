import type { DecidableContact } from '../../state/decidable-contact';
import { firstClick } from '../kit/first-click';
import { Soft } from '../kit/soft';
import { Button } from '../shell/button';
import { between, t, tCount } from '../shell/texts';
import { letterIn } from '../words/letters';
import { sayStatus } from '../words/say-decision';
import styles from './decision-note.module.css';

export interface DecisionNoteProps {
  readonly decidable: DecidableContact;
  readonly contactId: string;
  /** Without a frame of its own, in a list of nothing but decisions. */
  readonly isPlain?: boolean;
}

/** What was decided about a contact and the open one: by whom, when, why, and what has changed since. */
export function DecisionNote({ decidable, contactId, isPlain = false }: DecisionNoteProps) {
  const { decisions } = decidable;
  const status = decisions.statusByContact.value.get(contactId);
  if (!status) return null;
  const said = sayStatus(status, letterIn(decidable), decisions.all.agent.value);
  const [before, ...longBefore] = said.earlier;
  return (
    <div class={isPlain ? styles.plain : `${styles.note} ${styles[status.latest.kind]}`}>
      <div class={styles.head}>
        <p>
          <b>{said.verdict}</b>
        </p>
        <Button
          look="bleed"
          // A second click would hit the Undo that has just appeared.
          onClick={firstClick(() => decisions.undo([contactId]))}
        >
          {t('undo')}
        </Button>
      </div>
      <Soft>
        {said.origin}
        {!status.isSaved && <i>{between('facts') + t('savingDecision')}</i>}
      </Soft>
      {said.details.map((text) => (
        <p key={text} class={styles.text}>
          <bdi>{text}</bdi>
        </p>
      ))}
      {said.changes && <p>{said.changes}</p>}
      {before && <Earlier text={before} />}
      {longBefore.length > 0 && (
        <details>
          <summary>{tCount('longBefore', longBefore.length)}</summary>
          {longBefore.map((text) => (
            <Earlier key={text} text={text} />
          ))}
        </details>
      )}
    </div>
  );
}

function Earlier({ text }: { text: string }) {
  return (
    <p class={`${styles.text} ${styles.soft}`}>
      <bdi>{text}</bdi>
    </p>
  );
}
