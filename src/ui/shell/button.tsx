import type { ComponentProps, RefObject } from 'preact';
import styles from './button.module.css';
import { useFocusHandover } from './focus-handover';

/** `bleed` is a ghost whose words end where its container does: its padding hangs out. */
type Look = 'primary' | 'ghost' | 'bleed' | 'plain';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'ref'> {
  readonly look?: Look;
  readonly ref?: RefObject<HTMLButtonElement | null>;
}

export function Button({ look = 'plain', type = 'button', ref, ...rest }: ButtonProps) {
  const handover = useFocusHandover<HTMLButtonElement>();
  return (
    <button
      {...rest}
      ref={(element) => {
        handover.current = element;
        if (ref) ref.current = element;
      }}
      type={type}
      class={buttonClass(look)}
    />
  );
}

/** For what looks like a button. */
export function buttonClass(look: Look): string {
  return `${styles.button} ${look === 'plain' ? '' : styles[look]}`;
}
