import type { Workspace } from '../state/workspace';
import { Button } from './button';
import styles from './decision-note.module.css';
import { type LetterOf, sayChanges, sayDetails, sayOrigin, sayVerdict } from './say-decision';
import { t } from './texts';

export interface DecisionNoteProps {
  readonly workspace: Workspace;
  readonly contactId: string;
  /** Without a frame of its own, in a list of nothing but decisions. */
  readonly isPlain?: boolean;
}

/** What was decided about a contact and the open one: by whom, when, why, and what has changed since. */
export function DecisionNote({ workspace, contactId, isPlain = false }: DecisionNoteProps) {
  const { decisions } = workspace;
  const standing = decisions?.standings.value.get(contactId);
  if (!decisions || !standing) return null;
  const { latest, earlier, changes, isSaved } = standing;
  const letterOf = letterIn(workspace);
  const self = decisions.agent.value;
  const isWoken = latest.kind === 'separate' && changes.length > 0;
  const { who, when } = sayOrigin(latest, self);
  return (
    <div class={isPlain ? styles.plain : `${styles.note} ${styles[latest.kind]}`}>
      <div class={styles.head}>
        <p>
          <b>{isWoken ? t('decision_wokenSeparate') : sayVerdict(latest, letterOf)}</b>
        </p>
        <Button look="ghost" onClick={() => decisions.undo(contactId)}>
          {t('undo')}
        </Button>
      </div>
      <p class={styles.soft}>
        {t('decidedBy', { who, when })}
        {!isSaved && <i> · {t('savingDecision')}</i>}
      </p>
      {sayDetails(latest, letterOf).map((text) => (
        <p key={text} class={styles.text}>
          <bdi>{text}</bdi>
        </p>
      ))}
      {changes.length > 0 && <p>{sayChanges(changes, letterOf)}</p>}
      {earlier.map((decision) => (
        <p key={decision.at} class={styles.soft}>
          {t('decidedBefore', { decision: sayVerdict(decision, letterOf), ...sayOrigin(decision, self) })}{' '}
          <bdi>{sayDetails(decision, letterOf).join(' ')}</bdi>
        </p>
      ))}
    </div>
  );
}

/** The letters of the records that are known here. */
export function letterIn({ openContact, candidates }: Workspace): LetterOf {
  const letters = new Map(candidates.value.map(({ contact, letter }) => [contact.id, letter]));
  return (contactId) =>
    contactId === openContact.value?.id ? 'A' : (letters.get(contactId) ?? `…${contactId.slice(-4)}`);
}
