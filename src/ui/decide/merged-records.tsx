import { fullName } from '../../duplicates/contact';
import type { DecidableContact } from '../../state/decidable-contact';
import { Failure } from '../problems/failure';
import { Notice } from '../shell/notice';
import { listTexts, t, tCount } from '../shell/texts';

/** Said when a merge that the agent went to Desk for is seen to be done, or it is not to be seen. */
export function MergedRecords({ decidable }: { decidable: DecidableContact }) {
  const { mergedAway, error, refresh } = decidable.review.merge;
  if (error.value) return <Failure error={error.value} subject="details" onTryAgain={refresh} />;
  const names = mergedAway.value.map((contact) => fullName(contact) ?? t('noName'));
  return names.length ? (
    <Notice look="quiet">{tCount('mergedRecordsGone', names.length, { names: listTexts(names) })}</Notice>
  ) : null;
}
