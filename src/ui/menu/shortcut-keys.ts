/**
 * The keys that do something while the panel has the focus, outside of its fields. Single letters: every combination
 * with Ctrl, Alt or ⌘ belongs to a browser, to the system or to a screen reader, and Desk hears no key of this frame.
 * None of them decides: they go to the button, so that a slip of the hand changes nothing.
 */
export const shortcuts = [
  { key: 'j', action: 'next' },
  { key: 'k', action: 'previous' },
  { key: 'c', action: 'compare' },
  { key: 'm', action: 'merge' },
  { key: 'n', action: 'separate' },
  { key: 'i', action: 'investigate' },
  { key: '?', action: 'help' },
] as const;

export type ShortcutAction = (typeof shortcuts)[number]['action'];

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'defaultPrevented'
>;

/** What a key press asks for, if anything. */
export function shortcutOf(press: KeyPress): ShortcutAction | null {
  const { ctrlKey, altKey, metaKey, isComposing, defaultPrevented } = press;
  if (ctrlKey || altKey || metaKey || isComposing || defaultPrevented) return null;
  return shortcuts.find(({ key }) => key === letterOf(press))?.action ?? null;
}

/** The letter that was typed; on a keyboard of another script, the one that stands there on a Latin one. */
function letterOf({ key, code }: KeyPress): string {
  const isOtherLetter = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
  return (isOtherLetter ? code.replace(/^Key/, '') : key).toLowerCase();
}
