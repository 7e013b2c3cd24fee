import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import styles from './menu.module.css';

export interface MenuItem {
  readonly label: string;
  choose(): void;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** The button that opens and closes the menu, and takes the focus back. */
  readonly button: RefObject<HTMLElement | null>;
  onClose(): void;
}

/** A menu above its button, as https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ has it. */
export function Menu({ label, items, button, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const all = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  useLayoutEffect(() => all()[0]?.focus(), []);
  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      const isInside = [menu, button].some(
        ({ current }) => target instanceof Node && current?.contains(target),
      );
      if (!isInside) onClose();
    };
    // A click into the rest of Desk's page is not told to this frame: it only loses the focus.
    addEventListener('blur', onClose);
    document.addEventListener('pointerdown', closeOutside);
    return () => {
      removeEventListener('blur', onClose);
      document.removeEventListener('pointerdown', closeOutside);
    };
  }, [onClose]);

  function onKeyDown(event: KeyboardEvent) {
    const elements = all();
    const index = elements.findIndex((element) => element.matches(':focus'));
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: (index + 1) % elements.length,
      ArrowUp: index - 1,
      Home: 0,
      End: -1,
    };
    if (event.key in steps) elements.at(steps[event.key] ?? 0)?.focus();
    else if (event.key === 'Tab' || event.key === 'Escape') {
      // From the button on, Tab goes where it would have gone.
      button.current?.focus();
      onClose();
      if (event.key === 'Tab') return;
    } else return;
    event.preventDefault();
  }

  return (
    <div ref={menu} role="menu" aria-label={label} class={styles.menu} onKeyDown={onKeyDown} tabIndex={-1}>
      {items.map(({ label: text, choose }) => (
        <button
          key={text}
          type="button"
          role="menuitem"
          tabIndex={-1}
          class={styles.item}
          onClick={() => {
            button.current?.focus();
            onClose();
            choose();
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
