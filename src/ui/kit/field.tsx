import type { RefObject } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import styles from './field.module.css';

export interface FieldProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly help: string;
  /** What is wrong with the text, said in place of the help. */
  readonly problem: string | null;
  /** Takes the keyboard as soon as it appears. */
  readonly takesFocus?: boolean;
}

/** A line of text to type, with its label, and its help or its problem below. */
export function Field({ input, label, help, problem, takesFocus = false }: FieldProps) {
  const id = useId();
  useLayoutEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [input, takesFocus]);
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        class={styles.input}
        type="text"
        autocomplete="off"
        spellcheck={false}
        dir="ltr"
        aria-invalid={problem !== null}
        aria-describedby={`${id}-help`}
      />
      <p id={`${id}-help`} class={problem ? styles.problem : styles.help}>
        {problem ?? help}
      </p>
    </div>
  );
}
