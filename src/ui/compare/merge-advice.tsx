import type { DecidableContact } from '../../state/decidable-contact';
import { letterIn } from '../words/letters';
import { PlanView } from './plan-view';
import { PrimaryView } from './primary-view';

/** Which record to keep, and what a merge would take and cost. */
export function MergeAdvice({ decidable }: { decidable: DecidableContact }) {
  const { review } = decidable;
  if (review.selection.compared.value.length < 2) return null;
  const letterOf = letterIn(decidable);
  return (
    <>
      <PrimaryView review={review} letterOf={letterOf} />
      <PlanView review={review} letterOf={letterOf} />
    </>
  );
}
