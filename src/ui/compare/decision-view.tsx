import { maxComparedContacts } from '../../duplicates/candidates';
import type { DecidableContact } from '../../state/decidable-contact';
import { tCount } from '../shell/texts';
import { letterIn } from '../words/letters';
import { ComparisonView } from './comparison-view';
import { PlanView } from './plan-view';
import { PrimaryView } from './primary-view';

/** The compared records, field by field, or how to choose some. */
export function Comparison({ open }: { open: DecidableContact }) {
  const { review, view } = open;
  const { selection } = review;
  return (
    <>
      {(selection.mustChoose.value || !canCompare(open)) && (
        <p>{tCount('chooseToCompare', maxComparedContacts)}</p>
      )}
      {canCompare(open) && (
        <ComparisonView
          review={review}
          wide={view.wide}
          letterOf={letterIn(open)}
          bucket={view.bucket.value}
          onBucket={(bucket) => (view.bucket.value = bucket)}
        />
      )}
    </>
  );
}

/** Which record to keep, and what a merge would take and cost. */
export function MergeAdvice({ open }: { open: DecidableContact }) {
  if (!canCompare(open)) return null;
  const letterOf = letterIn(open);
  return (
    <>
      <PrimaryView review={open.review} letterOf={letterOf} />
      <PlanView review={open.review} letterOf={letterOf} />
    </>
  );
}

function canCompare({ review }: DecidableContact): boolean {
  return review.selection.compared.value.length > 1;
}
