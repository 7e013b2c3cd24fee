import { useEffect } from 'preact/hooks';
import type { OpenRecord } from '../../state/open-record';
import { shortcutSwitch } from '../../state/shortcut-switch';
import { focusDrawnPlace } from '../kit/focus-place';
import { decidingAbout } from '../panel/later-parts';
import { type ShortcutAction, shortcutOf } from './shortcut-keys';

export interface ShortcutsProps {
  readonly record: OpenRecord | null;
  /** Shows the list of keys; `from` is what has the focus. */
  onHelp(from: HTMLElement): void;
}

/** Hears the keys of shortcut-keys.ts while something in the panel has the focus that does not take letters itself. */
export function Shortcuts({ record, onHelp }: ShortcutsProps) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const action = shortcutOf(event);
      if (!action || !shortcutSwitch.isOn.peek() || !(target instanceof HTMLElement)) return;
      if (!target.closest('main') || target.closest(takesLetters)) return;
      event.preventDefault();
      if (action === 'help') onHelp(target);
      else act(action, target, record);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return null;
}

const takesLetters =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=menu]';

function act(action: Exclude<ShortcutAction, 'help'>, from: HTMLElement, record: OpenRecord | null) {
  switch (action) {
    case 'next':
      return goToCard(from, 1);
    case 'previous':
      return goToCard(from, -1);
    case 'compare':
      return compare();
    case 'merge':
      return focusDrawnPlace('merge');
    case 'separate':
      aimAt(from, record);
      return focusDrawnPlace('decide');
    case 'investigate':
      aimAt(from, record);
      return focusDrawnPlace('investigate');
  }
}

/** From one candidate's card to the next; from anywhere else to the first, or backwards to the last. */
function goToCard(from: HTMLElement, step: 1 | -1) {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-candidate]')];
  const index = cards.findIndex((card) => card.contains(from));
  const next = index < 0 ? cards.at(step > 0 ? 0 : -1) : cards[index + step];
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
}

/** Opens the comparison, unless it is open. */
function compare() {
  if (!focusDrawnPlace('compare')) return;
  const { activeElement } = document;
  const buttons = activeElement?.parentElement?.querySelectorAll<HTMLElement>('[aria-pressed=true]');
  if (!buttons?.length && activeElement instanceof HTMLElement) activeElement.click();
}

/** The decision is about the contact whose card has the focus. */
function aimAt(from: HTMLElement, record: OpenRecord | null) {
  const contactId = from.closest<HTMLElement>('[data-candidate]')?.dataset.candidate;
  const deciding = record?.kind === 'contact' ? decidingAbout(record) : null;
  if (contactId && deciding) deciding.decidable.view.decisionForm.setTarget({ kind: 'one', contactId });
}
