import { useLayoutEffect, useRef } from 'preact/hooks';

/** A ref that hands the focus to the heading of its section, or the panel's own, if its element goes away with the focus. */
export function useFocusHandover<T extends HTMLElement>() {
  const element = useRef<T>(null);
  useLayoutEffect(() => {
    const { current } = element;
    return () => {
      if (!current || document.activeElement !== current) return;
      const heading = current.closest('section')?.querySelector<HTMLElement>('[tabindex="-1"]');
      // Only once the rendering is done it shows what else has gone away.
      queueMicrotask(() => {
        if (document.activeElement === document.body)
          (heading?.isConnected ? heading : document.querySelector('h1'))?.focus();
      });
    };
  }, []);
  return element;
}
