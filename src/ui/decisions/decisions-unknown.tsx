import { canDecide } from '../../state/decisions/contact-decisions';
import type { OpenContact } from '../../state/open-contact';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { listTexts, t } from '../shell/texts';
import { letterIn } from '../words/letters';
import { failureTitle } from '../words/say-failure';

/** Said where the list may show contacts that are decided on, though that is not known here. */
export function DecisionsUnknown({ open }: { open: OpenContact }) {
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
export function StorageOff({ open: { decisions } }: { open: OpenContact }) {
  if (canDecide(decisions)) return null;
  return (
    <Notice look="quiet" title={t('error_storageOff_title')}>
      <p>{t('error_storageOff_text')}</p>
    </Notice>
  );
}

function Unread({ open: { decisions, candidates } }: { open: OpenContact }) {
  const { phase } = decisions.known.value;
  if (phase.kind === 'known' || phase.kind === 'off') return null;
  if (phase.kind === 'reading') {
    const isMissed = decisions.isReady.value && candidates.duplicates.value.length > 0;
    return isMissed ? <Notice look="quiet">{t('decisionsLate')}</Notice> : null;
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
