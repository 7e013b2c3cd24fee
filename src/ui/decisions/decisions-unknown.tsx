import type { DecidableContact } from '../../state/decidable-contact';
import { canDecide } from '../../state/decisions/contact-decisions';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { listTexts, t } from '../shell/texts';
import { failureTitle } from '../words/failure-title';
import { letterIn } from '../words/letters';

/** Said where the list may show contacts that are decided on, though that is not known here. */
export function DecisionsUnknown({ open }: { open: DecidableContact }) {
  const letters = [...open.decisions.known.value.unreadable].map(letterIn(open));
  return (
    <>
      <Unread open={open} />
      {letters.length > 0 && (
        <Notice look="quiet">{t('decisionsUnreadable', { letters: listTexts(letters) })}</Notice>
      )}
    </>
  );
}

/** Said in the place of deciding: a storage that is off tells nothing about the list above. */
export function StorageOff({ open: { decisions } }: { open: DecidableContact }) {
  if (canDecide(decisions)) return null;
  return (
    <Notice look="quiet" title={t('error_storageOff_title')}>
      <p>{t('error_storageOff_text')}</p>
    </Notice>
  );
}

function Unread({ open: { decisions, candidates } }: { open: DecidableContact }) {
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
