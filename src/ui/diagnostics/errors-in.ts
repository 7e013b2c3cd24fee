import type { DeskError } from '../../desk/desk-error';
import { loadFailures } from '../../state/loaded-later';
import type { OpenContact } from '../../state/open-contact';
import type { Session } from '../../state/session';

interface Outcome {
  readonly kind?: string;
  readonly error?: DeskError | null;
}

/** What went wrong with what the panel shows. */
export function errorsIn({ decisions, browse, record: { value: record } }: Session): DeskError[] {
  const outcomes: (Outcome | undefined)[] = [
    ...(record?.kind === 'contact' ? outcomesOf(record) : []),
    ...(decisions.value?.saving.failures.value ?? []),
    ...(record?.groups.opened.value ?? []).map(({ reading }) => reading.phase.value),
    browse.list.value?.phase.value,
  ];
  const errors = outcomes.flatMap<DeskError>((outcome) =>
    outcome?.kind === 'off' ? { kind: 'storageOff' } : (outcome?.error ?? []),
  );
  return [...errors, ...loadFailures.value];
}

function outcomesOf({ detection, lookFurther, decidable }: OpenContact): (Outcome | undefined)[] {
  const { decisions, review, view } = decidable.value ?? {};
  return [
    decisions?.known.value.phase,
    { error: detection.contactError.value },
    ...detection.checks.value.map(({ reading }) => reading.phase.value),
    ...(lookFurther.value?.outcomes.value ?? []),
    review?.details.state.value,
    review?.tickets.state.value,
    { error: review?.merge.error.value ?? null },
    { error: view?.wide?.error.value ?? null },
  ];
}
