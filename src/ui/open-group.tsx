import { useId, useRef, useState } from 'preact/hooks';
import {
  type GroupReference,
  type ReferenceProblem,
  readGroupReference,
} from '../duplicates/group-reference';
import { Button } from './button';
import { Field } from './field';
import styles from './open-group.module.css';
import { t } from './texts';

export interface OpenGroupProps {
  onOpen(reference: GroupReference & { by: 'id' }): void;
}

/** The button `Open group by ID`, and the form behind it. */
export function OpenGroup({ onOpen }: OpenGroupProps) {
  const [isOpen, setOpen] = useState(false);
  const formId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div>
      <div class={styles.toggle}>
        <Button
          ref={button}
          look="ghost"
          aria-expanded={isOpen}
          aria-controls={formId}
          onClick={() => setOpen(!isOpen)}
        >
          {t('openGroupById')}
        </Button>
      </div>
      <div id={formId} hidden={!isOpen}>
        {isOpen && (
          <OpenGroupForm
            onClose={close}
            onOpen={(reference) => {
              setOpen(false);
              onOpen(reference);
            }}
          />
        )}
      </div>
    </div>
  );
}

function OpenGroupForm({ onOpen, onClose }: OpenGroupProps & { onClose(): void }) {
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
        help={t('duplicateGroupIdHelp')}
        problem={problem && !isAboutParameters ? t(`problem_${problem}`) : null}
        takesFocus
      />
      <Field
        input={parametersInput}
        label={t('parameters')}
        help={t('parametersHelp')}
        problem={isAboutParameters ? t(`problem_${problem}`) : null}
      />
      <Button type="submit" look="primary">
        {t('openGroup')}
      </Button>
    </form>
  );
}
