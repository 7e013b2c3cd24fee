import type { ComponentProps } from 'preact';
import styles from './button.module.css';

type Look = 'primary' | 'ghost' | 'plain';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: Look;
}

export function Button({ look = 'plain', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} class={classOf(look)} />;
}

/** A link that looks like a button. Opens in a new tab: the panel has no room for another page. */
export function ButtonLink({ href, children }: { href: string; children: string }) {
  return (
    <a class={classOf('primary')} href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function classOf(look: Look): string {
  return `${styles.button} ${look === 'plain' ? '' : styles[look]}`;
}
