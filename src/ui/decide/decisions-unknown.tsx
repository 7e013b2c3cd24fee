import type { DecidableContact } from '../../state/decidable-contact';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { listTexts, t } from '../shell/texts';
import { failureTitle } from '../words/failure-title';
import { letterIn } from '../words/letters';

/** Said where the list may show contacts that are decided on, though that is not known here. */
export function DecisionsUnknown({ decidable }: { decidable: DecidableContact }) {
  const letters = [...decidable.decisions.known.value.unreadable].map(letterIn(decidable));
  return (
    <>
      <UnreadDecisions decidable={decidable} />
      {letters.length > 0 && (
        <Notice look="quiet">{t('decisionsUnreadable', { letters: listTexts(letters) })}</Notice>
      )}
    </>
  );
}

function UnreadDecisions({ decidable: { decisions, candidates } }: { decidable: DecidableContact }) {
  const { phase } = decisions.known.value;
  if (phase.kind === 'known' || phase.kind === 'off') return null;
  if (phase.kind === 'reading') {
    // The list is held back for a while: where it is there, it was not waited for any longer.
    return candidates.duplicates.value.length > 0 ? <Notice look="quiet">{t('decisionsLate')}</Notice> : null;
  }
  return (
    <Notice
      look="warn"
      title={failureTitle(phase.error)}
      actions={<Button onClick={() => void decisions.read()}>{t('readDecisionsAgain')}</Button>}
    >
      <p>{t('decisionsUnknown')}</p>
    </Notice>
  );
}
