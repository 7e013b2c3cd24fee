import type { Candidate } from '../duplicates/candidates';
import type { Workspace } from '../state/workspace';
import { ComparisonView } from './comparison-view';
import { DecideView } from './decide-view';
import { PlanView } from './plan-view';
import { PrimaryView } from './primary-view';
import { t } from './texts';

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
      {canDecide(workspace) && <DecideView workspace={workspace} candidates={candidates} />}
    </>
  );
}

/** Not where the storage is turned off: no decision could be kept, as the panel says further down. */
function canDecide({ decisions }: Workspace): boolean {
  const phase = decisions?.phase.value;
  return phase?.kind !== 'failed' || phase.error.kind !== 'storageOff';
}
