import { buttonClass } from '../shell/button';

/** A link that looks like a button. Opens in a new tab: the panel has no room for another page. */
export function ButtonLink({ href, children }: { href: string; children: string }) {
  return (
    <a class={buttonClass('primary')} href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
