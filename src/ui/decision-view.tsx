import type { Workspace } from '../state/workspace';
import { ComparisonView } from './comparison-view';
import { PlanView } from './plan-view';
import { PrimaryView } from './primary-view';
import { t } from './texts';

/** What helps to decide: the records side by side, which one to keep, and what a merge would cost. */
export function DecisionView({ workspace }: { workspace: Workspace }) {
  const { aid } = workspace;
  const canCompare = aid.compared.value.length > 1;
  return (
    <>
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
