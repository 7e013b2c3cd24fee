import type { FieldComparison } from '../../duplicates/compare';
import { staysWithPrimary } from '../../duplicates/contact-fields';
import type { KeptValue } from '../../duplicates/merge-preview';
import type { Review } from '../../state/review/review';
import { LetterMark } from '../kit/letter-mark';
import { useFirstOf } from '../kit/use-first-of';
import { t } from '../shell/texts';
import { fieldLabel, sayValue } from '../words/field-value';
import type { LetterOf } from '../words/letters';
import styles from './plan-preview.module.css';

export interface PlanPreviewProps {
  readonly review: Review;
  readonly letterOf: LetterOf;
}

/** The merged record, field by field, with a choice where the records differ. */
export function PlanPreview({ review, letterOf }: PlanPreviewProps) {
  const fields = new Map(review.comparison.value.fields.map((field) => [field.key, field]));
  const { preview } = review.plan.value;
  const filled = preview.filter(({ key, value }) => value || differs(fields.get(key)));
  const [shown, more] = useFirstOf(filled);
  return (
    <details class={styles.preview}>
      <summary>{t('mergedPreview')}</summary>
      <dl>
        {shown.map((kept) => (
          <div key={kept.key}>
            <dt>{fieldLabel(kept.key)}</dt>
            <dd>
              <bdi>{kept.value ? sayValue(kept.value) : t('emptyValue')}</bdi>
              {!staysWithPrimary(kept.key) && differs(fields.get(kept.key)) ? (
                <ChooseHolder kept={kept} review={review} letterOf={letterOf} />
              ) : (
                kept.from && <LetterMark letter={letterOf(kept.from)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {more}
    </details>
  );
}

function differs(field: FieldComparison | undefined): boolean {
  return field?.bucket === 'differs';
}

/** Whose value is kept. */
function ChooseHolder({ kept: { key, from }, review, letterOf }: PlanPreviewProps & { kept: KeptValue }) {
  return (
    <select
      aria-label={t('valueOf', { field: fieldLabel(key) })}
      value={from ?? ''}
      onChange={(event) => review.chooseValue(key, event.currentTarget.value)}
    >
      {review.selection.compared.value.map(({ contact: { id } }) => (
        <option key={id} value={id}>
          {letterOf(id)}
        </option>
      ))}
    </select>
  );
}
