import { type Candidate, maxComparedContacts } from '../../duplicates/candidates';
import type { DecidableContact } from '../../state/decidable-contact';
import { canDecide } from '../../state/decisions/contact-decisions';
import { tCount } from '../shell/texts';
import { letterIn } from '../words/letters';
import { ComparisonView } from './comparison-view';
import { DecideView } from './decide-view';
import { PlanView } from './plan-view';
import { PrimaryView } from './primary-view';

export interface DecisionViewProps {
  readonly open: DecidableContact;
  /** Everybody in the list. */
  readonly candidates: readonly Candidate[];
}

/** What helps to decide: the records side by side, which one to keep, what a merge would cost; and the decision. */
export function DecisionView({ open, candidates }: DecisionViewProps) {
  const { review, view, decisions } = open;
  const letterOf = letterIn(open);
  const canCompare = review.selection.compared.value.length > 1;
  return (
    <>
      {review.selection.mustChoose.value && <p>{tCount('chooseToCompare', maxComparedContacts)}</p>}
      {canCompare && (
        <>
          <ComparisonView
            review={review}
            letterOf={letterOf}
            bucket={view.bucket.value}
            onBucket={(bucket) => (view.bucket.value = bucket)}
          />
          <PrimaryView review={review} letterOf={letterOf} />
          <PlanView review={review} letterOf={letterOf} />
        </>
      )}
      {canDecide(decisions) && (
        <DecideView
          decisions={decisions}
          form={view.decisionForm}
          compared={review.selection.compared.value}
          letterOf={letterOf}
          candidates={candidates}
        />
      )}
    </>
  );
}
