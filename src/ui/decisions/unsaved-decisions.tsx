import type { SaveFailure } from '../../state/decision-saving';
import type { OpenContact } from '../../state/open-contact';
import { Failure } from '../kit/failure';
import { Notice } from '../shell/notice';
import { listTexts, t, tCount } from '../shell/texts';
import type { LetterOf } from '../words/say-decision';
import { letterIn } from './decision-note';
import styles from './unsaved-decisions.module.css';

/** What is still being saved, and what could not be and so does not stand; in sight wherever the agent has scrolled to. */
export function UnsavedDecisions({ open }: { open: OpenContact }) {
  const decisions = open.decisions.all;
  const unsaved = decisions.unsaved.value.length;
  const failures = decisions.failures.value;
  const isSlow = decisions.isSlow.value && unsaved > 0;
  if (!isSlow && !failures.length) return null;
  return (
    <div class={styles.unsaved}>
      {isSlow && <Notice look="quiet">{tCount('decisionsSlow', unsaved)}</Notice>}
      {failures.map((failed) => (
        <Failure
          key={failed.error.kind}
          error={failed.error}
          subject="decisions"
          onTryAgain={() => decisions.tryAgain(failed)}
          onClose={() => decisions.dismiss(failed)}
        >
          {(['record', 'undo'] as const).map((kind) => (
            <Unsaved key={kind} failed={failed} kind={kind} letterOf={letterIn(open)} />
          ))}
        </Failure>
      ))}
    </div>
  );
}

interface UnsavedProps {
  readonly failed: SaveFailure;
  readonly kind: 'record' | 'undo';
  readonly letterOf: LetterOf;
}

/** More letters than these say no more than their number. */
const mostNamed = 5;

function Unsaved({ failed, kind, letterOf }: UnsavedProps) {
  const orders = failed.orders.filter((order) => order.kind === kind);
  if (!orders.length) return null;
  const letters = [
    ...new Set(orders.flatMap(({ contactId, otherId }) => [contactId, otherId]).map(letterOf)),
  ];
  const text = tCount(kind === 'record' ? 'notSaved' : 'notUndone', orders.length);
  return (
    <p>
      {text} {letters.length <= mostNamed && t('aboutLetters', { letters: listTexts(letters.sort()) })}
    </p>
  );
}
