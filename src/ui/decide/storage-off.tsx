import type { DecidableContact } from '../../state/decidable-contact';
import { canDecide } from '../../state/decisions/contact-decisions';
import { Notice } from '../shell/notice';
import { t } from '../shell/texts';

/** Said in the place of deciding: a storage that is off tells nothing about the list above. */
export function StorageOff({ decidable: { decisions } }: { decidable: DecidableContact }) {
  if (canDecide(decisions)) return null;
  return (
    <Notice look="quiet" title={t('error_storageOff_title')}>
      <p>{t('error_storageOff_text')}</p>
    </Notice>
  );
}
