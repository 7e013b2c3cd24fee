import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { largePortalContacts } from '../../desk/desk-error';
import type { DuplicateValue } from '../../desk/endpoints/duplicate-values';
import { type GroupReference, type MatchField, matchFields } from '../../duplicates/group-reference';
import type { DuplicateValues } from '../../state/duplicate-values';
import { StatusLine } from '../kit/announcer';
import { ProgressBar } from '../kit/progress-bar';
import { Section } from '../kit/section';
import { Failure } from '../problems/failure';
import { Button } from '../shell/button';
import { Skeleton } from '../shell/skeleton';
import { t, tCount } from '../shell/texts';
import styles from './duplicate-values-view.module.css';

export interface DuplicateValuesViewProps {
  readonly list: DuplicateValues;
  onOpen(reference: GroupReference): void;
  onBack(): void;
}

/** The portal's duplicate values, to open any group from. */
export function DuplicateValuesView({ list, onOpen, onBack }: DuplicateValuesViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const phase = list.phase.value;
  const isEmpty = phase.kind === 'ready' && !list.values.value.length;
  const none =
    phase.kind === 'ready' && phase.hasBody
      ? t('noDuplicateValues')
      : t('noAnswerToList', { count: largePortalContacts });
  return (
    <Section
      heading={t('duplicateValues')}
      headingRef={heading}
      action={
        <Button look="bleed" onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <Filter fieldName={list.fieldName.value} startsWith={list.startsWith.value} onChoose={list.choose} />
      <StatusLine class={styles.soft} text={isEmpty ? none : ''} />
      {list.values.value.length > 0 && (
        <ul class={styles.list} aria-label={t('duplicateValues')}>
          {list.values.value.map((value) => (
            <li key={value.fieldValue}>
              <ValueButton value={value} onOpen={() => onOpen(referenceTo(value, list.fieldName.value))} />
            </li>
          ))}
        </ul>
      )}
      {phase.kind === 'reading' && (
        <>
          <ProgressBar label={t('readingValues')} />
          {!list.values.value.length && <Skeleton />}
        </>
      )}
      {phase.kind === 'failed' && (
        <Failure error={phase.error} subject="duplicateValues" onTryAgain={() => void list.readMore()} />
      )}
      {phase.kind === 'ready' && phase.hasMore && (
        <Button onClick={() => void list.readMore()}>{t('moreValues')}</Button>
      )}
    </Section>
  );
}

interface FilterProps {
  readonly fieldName: MatchField;
  readonly startsWith: string;
  onChoose(fieldName: MatchField, startsWith: string): void;
}

/** Which field, and which first letters. A call is made when the agent is done typing, not for each letter. */
function Filter({ fieldName, startsWith, onChoose }: FilterProps) {
  const id = useId();
  const [typed, setTyped] = useState(startsWith);
  return (
    <form
      class={styles.filter}
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(fieldName, typed.trim());
      }}
    >
      <div>
        <label for={`${id}-field`}>{t('matchField')}</label>
        <select
          id={`${id}-field`}
          value={fieldName}
          onChange={(event) => {
            const field = matchFields.find((one) => one === event.currentTarget.value);
            if (field) onChoose(field, typed.trim());
          }}
        >
          {matchFields.map((field) => (
            <option key={field} value={field}>
              {t(`field_${field}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for={`${id}-start`}>{t('startsWith')}</label>
        <input
          id={`${id}-start`}
          type="text"
          maxLength={100}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={() => onChoose(fieldName, typed.trim())}
        />
      </div>
    </form>
  );
}

function ValueButton({ value, onOpen }: { value: DuplicateValue; onOpen(): void }) {
  // A line ends before the host rather than within it.
  const [mailbox, ...host] = value.fieldValue.split(/(?<=@)/);
  return (
    <button type="button" class={styles.value} onClick={onOpen}>
      <bdi>
        {mailbox}
        <wbr />
        {host}
      </bdi>
      {value.count !== null && <span class={styles.soft}>{tCount('contactsWithValue', value.count)}</span>}
    </button>
  );
}

/** A group that Desk gives an id is read by it; any other by the value that its contacts share. */
function referenceTo({ duplicateId, fieldValue }: DuplicateValue, fieldName: MatchField): GroupReference {
  return duplicateId ? { by: 'id', duplicateId, parameters: {} } : { by: 'field', fieldName, fieldValue };
}
