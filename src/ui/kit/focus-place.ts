import { useLayoutEffect, useRef } from 'preact/hooks';

/*
 * Whoever takes away what has the focus says where it goes next: a place by name, or else the nearest heading
 * (shell/focus-handover.ts).
 */

const places = new Map<string, HTMLElement>();
let wanted: string | null = null;

/** Moves the focus to a place, or to it as soon as it is drawn. */
export function focusPlace(name: string): void {
  wanted = name;
  takeFocus(name);
}

/** Moves the focus to a place if it is drawn, and says whether it is. */
export function focusDrawnPlace(name: string): boolean {
  const isDrawn = places.has(name);
  if (isDrawn) focusPlace(name);
  return isDrawn;
}

/** A ref that makes an element the place of this name. */
export function useFocusPlace<T extends HTMLElement>(name: string) {
  const place = useRef<T>(null);
  // After each rendering: a button that was disabled may take the focus by now.
  useLayoutEffect(() => takeFocus(name));
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return;
    places.set(name, current);
    takeFocus(name);
    return () => {
      if (places.get(name) === current) places.delete(name);
    };
  }, [name]);
  return place;
}

function takeFocus(name: string) {
  const place = places.get(name);
  if (wanted !== name || !place || place.matches(':disabled')) return;
  wanted = null;
  place.focus();
}
