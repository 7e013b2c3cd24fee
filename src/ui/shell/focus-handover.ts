import { useLayoutEffect, useRef } from 'preact/hooks';

/** A ref that hands the focus on to the nearest heading that stays, where its element goes away with the focus. */
export function useFocusHandover<T extends HTMLElement>() {
  const element = useRef<T>(null);
  useLayoutEffect(() => {
    const { current } = element;
    return () => {
      if (!current || document.activeElement !== current) return;
      const headings = headingsAround(current);
      // What else goes away in the same rendering is gone by then.
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return;
        headings.find((heading) => heading.isConnected)?.focus();
      });
    };
  }, []);
  return element;
}

/** The headings of the sections around it, the innermost first, the panel's own last. */
function headingsAround(element: HTMLElement): HTMLElement[] {
  const headings: HTMLElement[] = [];
  for (let section = element.closest('section, main'); section; ) {
    const heading = section.querySelector<HTMLElement>('[tabindex="-1"]');
    if (heading) headings.push(heading);
    section = section.parentElement?.closest('section, main') ?? null;
  }
  return headings;
}
