import type { Candidate } from '../../duplicates/candidates';
import type { Workspace } from '../../state/workspace';
import { t } from '../shell/texts';
import { ComparisonView } from './comparison-view';
import { DecideView } from './decide-view';
import { PlanView } from './plan-view';
import { PrimaryView } from './primary-view';

export interface DecisionViewProps {
  readonly workspace: Workspace;
  /** Everybody in the list. */
  readonly candidates: readonly Candidate[];
}

/** What helps to decide: the records side by side, which one to keep, what a merge would cost; and the decision. */
export function DecisionView({ workspace, candidates }: DecisionViewProps) {
  const { aid } = workspace;
  const canCompare = aid.compared.value.length > 1;
  return (
    <>
      {aid.mustChoose.value && <p>{t('chooseToCompare')}</p>}
      {canCompare && (
        <>
          <ComparisonView aid={aid} bucket={workspace.bucket.value} onBucket={workspace.showBucket} />
          <PrimaryView aid={aid} />
          <PlanView aid={aid} onStart={workspace.startMerge} />
        </>
      )}
      {workspace.decisions?.canDecide.value && <DecideView workspace={workspace} candidates={candidates} />}
    </>
  );
}
