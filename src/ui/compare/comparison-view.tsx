import { type Bucket, buckets, type FieldComparison } from '../../duplicates/compare';
import type { ContactId } from '../../duplicates/contact';
import type { Review } from '../../state/review/review';
import type { WideComparison } from '../../state/review/wide-comparison';
import { firstClick } from '../kit/first-click';
import { useFocusPlace } from '../kit/focus-place';
import { LetterMark, LetterMarks } from '../kit/letter-mark';
import { Section } from '../kit/section';
import { Soft } from '../kit/soft';
import { useFirstOf } from '../kit/use-first-of';
import { Failure } from '../problems/failure';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { formatNumber, join, t } from '../shell/texts';
import { failureTitle } from '../words/failure-title';
import { fieldLabel, spellingsOf } from '../words/field-value';
import type { LetterOf } from '../words/letters';
import styles from './comparison-view.module.css';
import { ReadDetails } from './read-details';
import { useIsWide } from './use-is-wide';

export interface ComparisonViewProps {
  readonly review: Review;
  readonly wide: WideComparison | null;
  readonly letterOf: LetterOf;
  /** Which fields are shown; `null` while the comparison is closed. */
  readonly bucket: Bucket | null;
  onBucket(bucket: Bucket | null): void;
}

/** The compared records, field by field: which values there are, and who holds them. */
export function ComparisonView({ review, wide, letterOf, bucket, onBucket }: ComparisonViewProps) {
  const { counts, fields } = review.comparison.value;
  const details = review.details.state.value;
  const first = useFocusPlace<HTMLButtonElement>('compare');

  function press(pressed: Bucket) {
    onBucket(pressed === bucket ? null : pressed);
    // Opening the comparison is what the details are read for.
    if (pressed !== bucket) void review.details.read();
  }

  return (
    <Section heading={t('comparison')} isHeadingHidden>
      <div class={styles.buckets}>
        {buckets.map((one) => (
          <button
            key={one}
            ref={one === buckets[0] ? first : null}
            type="button"
            class={styles.bucket}
            aria-pressed={one === bucket}
            onClick={() => press(one)}
          >
            {t(`bucket_${one}`)} <b>{formatNumber(counts[one])}</b>
          </button>
        ))}
      </div>
      {bucket && wide && <CompareWide wide={wide} />}
      {bucket && details.kind === 'notAsked' && <ReadDetails details={review.details} />}
      {bucket && details.kind === 'reading' && <Soft>{t('readingDetails')}</Soft>}
      {bucket && details.kind === 'failed' && (
        <Failure error={details.error} subject="details" onTryAgain={() => void review.details.read()}>
          <p>{t('detailsMissing')}</p>
        </Failure>
      )}
      {bucket && (
        <Fields
          key={bucket}
          fields={fields.filter((field) => field.bucket === bucket)}
          contactIds={review.selection.compared.value.map(({ contact }) => contact.id)}
          letterOf={letterOf}
        />
      )}
    </Section>
  );
}

/** Opens the same comparison where it has room, or says that Desk did not. */
function CompareWide({ wide }: { wide: WideComparison }) {
  const error = wide.error.value;
  return (
    <>
      <Button aria-haspopup="dialog" onClick={firstClick(() => void wide.open(t('comparison')))}>
        {t('compareWide')}
      </Button>
      {error && (
        <Notice look="bad" title={failureTitle(error)}>
          {error.kind === 'unknown' && <p>{t('error_unknown_text')}</p>}
        </Notice>
      )}
    </>
  );
}

interface FieldsProps {
  readonly fields: readonly FieldComparison[];
  readonly contactIds: readonly ContactId[];
  readonly letterOf: LetterOf;
}

function Fields({ fields: all, ...props }: FieldsProps) {
  const { contactIds, letterOf } = props;
  const isWide = useIsWide();
  const [fields, more] = useFirstOf(all);
  if (!fields.length) return <Soft>{t('noFieldsHere')}</Soft>;
  if (fields[0]?.bucket === 'empty') {
    return (
      <Soft>
        {join(
          'facts',
          all.map((field) => fieldLabel(field.key)),
        )}
      </Soft>
    );
  }
  if (isWide || contactIds.length === 2) {
    return (
      <>
        <FieldTable fields={fields} {...props} />
        {more}
      </>
    );
  }
  return (
    <>
      <dl class={styles.fields}>
        {fields.map((field) => (
          <div key={field.key} class={styles.field}>
            <dt>
              {fieldLabel(field.key)} <BucketMark field={field} />
            </dt>
            {field.groups
              .flatMap((group) => spellingsOf(group))
              .map(({ text, holders }) => (
                <dd key={`${text} ${holders.join()}`} class={text ? styles.value : styles.none}>
                  <bdi>{text || t('emptyValue')}</bdi>
                  <LetterMarks letters={holders.map(letterOf)} />
                </dd>
              ))}
          </div>
        ))}
      </dl>
      {more}
    </>
  );
}

/** One column for each record; the field's name stays in sight while the columns are scrolled. */
function FieldTable({ fields, contactIds, letterOf }: FieldsProps) {
  const isWide = useIsWide();
  return (
    // What scrolls sideways has to be reached by the keyboard.
    <section class={styles.scroll} aria-label={t('fieldTable')} tabIndex={isWide ? 0 : undefined}>
      <table class={isWide ? styles.wide : styles.two}>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            {contactIds.map((id) => (
              <th key={id} scope="col">
                <LetterMark letter={letterOf(id)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.key}>
              <th scope="row">
                {fieldLabel(field.key)} <BucketMark field={field} />
              </th>
              {contactIds.map((id) => {
                const text = textOf(field, id);
                return (
                  <td key={id} class={text ? undefined : styles.none}>
                    <bdi>{text || t('emptyValue')}</bdi>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** In a word, what the values of a field say. */
function BucketMark({ field: { bucket, formatsDiffer } }: { field: FieldComparison }) {
  if (bucket === 'differs') return <em class={styles.differs}>{t('verdict_differs')}</em>;
  if (bucket === 'gaps') return <em class={styles.gaps}>{t('verdict_gaps')}</em>;
  return formatsDiffer ? <em class={styles.formats}>{t('verdict_formats')}</em> : null;
}

function textOf(field: FieldComparison, contactId: ContactId): string {
  const spellings = field.groups.flatMap((group) => spellingsOf(group));
  return spellings.find(({ holders }) => holders.includes(contactId))?.text ?? '';
}
