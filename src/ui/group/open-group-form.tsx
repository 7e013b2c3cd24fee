import { useRef, useState } from 'preact/hooks';
import type { GroupReference } from '../../duplicates/group-reference';
import {
  type ReferenceProblem,
  readGroupReference,
  reservedWord,
} from '../../duplicates/read-group-reference';
import { Field } from '../kit/field';
import { Button } from '../shell/button';
import { t } from '../shell/texts';
import styles from './open-group-form.module.css';

export interface OpenGroupFormProps {
  onOpen(reference: GroupReference): void;
  onClose(): void;
}

/** Asks for the id of a group, and for parameters; says what is wrong with them before anything is asked of Desk. */
export function OpenGroupForm({ onOpen, onClose }: OpenGroupFormProps) {
  const [problem, setProblem] = useState<ReferenceProblem | null>(null);
  const idInput = useRef<HTMLInputElement>(null);
  const parametersInput = useRef<HTMLInputElement>(null);
  const isAboutParameters = problem === 'parametersMalformed' || problem === 'pageMalformed';

  function submit(event: Event) {
    event.preventDefault();
    const read = readGroupReference(idInput.current?.value ?? '', parametersInput.current?.value ?? '');
    if ('reference' in read) return onOpen(read.reference);
    setProblem(read.problem);
    const about = read.problem.startsWith('id') ? idInput : parametersInput;
    about.current?.focus();
  }

  return (
    <form
      class={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      noValidate
    >
      <Field
        input={idInput}
        label={t('duplicateGroupId')}
        help={t('duplicateGroupIdHelp', { path: t('menu_deduplicate') })}
        problem={problem && !isAboutParameters ? sayProblem(problem) : null}
        takesFocus
      />
      <Field
        input={parametersInput}
        label={t('parameters')}
        help={t('parametersHelp', { example: 'limit=50', pageExample: 'page=2' })}
        problem={isAboutParameters ? sayProblem(problem) : null}
      />
      <Button type="submit" look="primary">
        {t('openGroup')}
      </Button>
    </form>
  );
}

function sayProblem(problem: ReferenceProblem): string {
  switch (problem) {
    case 'idReserved':
      return t('problem_idReserved', { reserved: reservedWord });
    case 'parametersMalformed':
      return t('problem_parametersMalformed', { example: 'limit=50&page=2' });
    case 'pageMalformed':
      return t('problem_pageMalformed', { first: 1 });
    default:
      return t(`problem_${problem}`);
  }
}
