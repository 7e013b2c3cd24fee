import { fullName } from '../../duplicates/contact';
import type { DecidableContact } from '../../state/decidable-contact';
import { Notice } from '../shell/notice';
import { listTexts, t, tCount } from '../shell/texts';

/** Said when a merge that the agent went to Desk for is seen to be done. */
export function MergedRecords({ open }: { open: DecidableContact }) {
  const names = open.review.merge.mergedAway.value.map((contact) => fullName(contact) ?? t('noName'));
  return names.length ? (
    <Notice look="quiet">{tCount('mergedRecordsGone', names.length, { names: listTexts(names) })}</Notice>
  ) : null;
}
