import type { Workspace } from '../state/workspace';
import { ComparisonView } from './comparison-view';
import { Notice } from './notice';
import { PlanView } from './plan-view';
import { PrimaryView } from './primary-view';
import { listTexts, t } from './texts';

/** What helps to decide: the records side by side, which one to keep, and what a merge would cost. */
export function DecisionView({ workspace }: { workspace: Workspace }) {
  const { aid } = workspace;
  const gone = aid.gone.value.map(({ letter }) => letter);
  const canCompare = aid.compared.value.length > 1;
  return (
    <>
      {gone.length > 0 && (
        <Notice look="quiet">{t('mergedRecordsGone', { letters: listTexts(gone) })}</Notice>
      )}
      {aid.mustChoose.value && <p>{t('chooseToCompare')}</p>}
      {canCompare && (
        <>
          <ComparisonView aid={aid} bucket={workspace.bucket.value} onBucket={workspace.showBucket} />
          <PrimaryView aid={aid} />
          <PlanView aid={aid} />
        </>
      )}
    </>
  );
}
