import type { DecidableContact } from '../../state/decidable-contact';
import type { SaveFailure } from '../../state/decisions/save-failures';
import { Failure } from '../problems/failure';
import { Notice } from '../shell/notice';
import { join, listTexts, t, tCount } from '../shell/texts';
import { type LetterOf, letterIn } from '../words/letters';

/** What is still being saved, and what couldn't be saved and so doesn't count. Always in sight, however far the agent has scrolled. */
export function UnsavedDecisions({ decidable }: { decidable: DecidableContact }) {
  const { saving } = decidable.decisions.all;
  const unsaved = saving.pending.value.length;
  const failures = saving.failures.value;
  const isSlow = saving.isSlow.value && unsaved > 0;
  if (!isSlow && !failures.length) return null;
  return (
    <div>
      {isSlow && <Notice look="quiet">{tCount('decisionsSlow', unsaved)}</Notice>}
      {failures.map((failed) => (
        <Failure
          key={failed.error.kind}
          error={failed.error}
          subject="decisions"
          onTryAgain={() => saving.tryAgain(failed)}
          onClose={() => saving.dismiss(failed)}
        >
          {(['record', 'undo'] as const).map((kind) => (
            <Unsaved key={kind} failed={failed} kind={kind} letterOf={letterIn(decidable)} />
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

/** Beyond this, only the count is shown. */
const mostNamed = 5;

function Unsaved({ failed, kind, letterOf }: UnsavedProps) {
  const changes = failed.changes.filter((change) => change.kind === kind);
  if (!changes.length) return null;
  const letters = [
    ...new Set(changes.flatMap(({ contactId, otherId }) => [contactId, otherId]).map(letterOf)),
  ];
  const text = tCount(kind === 'record' ? 'notSaved' : 'notUndone', changes.length);
  return (
    <p>
      {letters.length <= mostNamed
        ? join('sentences', [text, t('aboutLetters', { letters: listTexts(letters.sort()) })])
        : text}
    </p>
  );
}
