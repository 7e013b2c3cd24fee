import type { Candidate } from '../../duplicates/candidates';
import { canDecide } from '../../state/decisions/contact-decisions';
import type { OpenContact } from '../../state/open-contact';
import { t } from '../shell/texts';
import { letterIn } from '../words/letters';
import { ComparisonView } from './comparison-view';
import { DecideView } from './decide-view';
import { PlanView } from './plan-view';
import { PrimaryView } from './primary-view';

export interface DecisionViewProps {
  readonly open: OpenContact;
  /** Everybody in the list. */
  readonly candidates: readonly Candidate[];
}

/** What helps to decide: the records side by side, which one to keep, what a merge would cost; and the decision. */
export function DecisionView({ open, candidates }: DecisionViewProps) {
  const { review: aid, view, decisions } = open;
  const letterOf = letterIn(open);
  const canCompare = aid.compared.value.length > 1;
  return (
    <>
      {aid.mustChoose.value && <p>{t('chooseToCompare')}</p>}
      {canCompare && (
        <>
          <ComparisonView
            aid={aid}
            letterOf={letterOf}
            bucket={view.bucket.value}
            onBucket={(bucket) => (view.bucket.value = bucket)}
          />
          <PrimaryView aid={aid} letterOf={letterOf} />
          <PlanView aid={aid} letterOf={letterOf} onStart={aid.startMerge} />
        </>
      )}
      {canDecide(decisions) && (
        <DecideView
          decisions={decisions}
          form={view.decisionForm}
          compared={aid.compared.value}
          letterOf={letterOf}
          candidates={candidates}
        />
      )}
    </>
  );
}
