import { t } from '../shell/texts';
import { ComparisonView } from './comparison-view';
import { DecideView, type DecideViewProps } from './decide-view';
import { PlanView } from './plan-view';
import { PrimaryView } from './primary-view';

/** What helps to decide: the records side by side, which one to keep, what a merge would cost; and the decision. */
export function DecisionView({ open, candidates }: DecideViewProps) {
  const { review: aid, view, decisions } = open;
  const canCompare = aid.compared.value.length > 1;
  return (
    <>
      {aid.mustChoose.value && <p>{t('chooseToCompare')}</p>}
      {canCompare && (
        <>
          <ComparisonView
            aid={aid}
            bucket={view.bucket.value}
            onBucket={(bucket) => (view.bucket.value = bucket)}
          />
          <PrimaryView aid={aid} />
          <PlanView aid={aid} onStart={aid.startMerge} />
        </>
      )}
      {decisions.canDecide.value && <DecideView open={open} candidates={candidates} />}
    </>
  );
}
