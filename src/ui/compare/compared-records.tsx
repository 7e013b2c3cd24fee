import { maxComparedContacts } from '../../duplicates/candidates';
import type { DecidableContact } from '../../state/decidable-contact';
import { tCount } from '../shell/texts';
import { letterIn } from '../words/letters';
import { ComparisonView } from './comparison-view';

/** The compared records, field by field, or how to choose some. */
export function ComparedRecords({ decidable }: { decidable: DecidableContact }) {
  const { review, view } = decidable;
  const { compared, mustChoose } = review.selection;
  const canCompare = compared.value.length > 1;
  return (
    <>
      {(mustChoose.value || !canCompare) && <p>{tCount('chooseToCompare', maxComparedContacts)}</p>}
      {canCompare && (
        <ComparisonView
          review={review}
          wide={view.wide}
          letterOf={letterIn(decidable)}
          bucket={view.bucket.value}
          onBucket={(bucket) => (view.bucket.value = bucket)}
        />
      )}
    </>
  );
}
