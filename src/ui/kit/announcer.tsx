import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { HiddenText } from './hidden-text';

const said = signal({ text: '', turn: 0 });

/** Has a screen reader say this, also where it said the same before. */
export function announce(text: string): void {
  said.value = { text, turn: said.peek().turn + 1 };
}

/** A line that a screen reader says when it appears or changes. It is drawn where it belongs, hidden from the reader. */
export function StatusLine({ text, class: className }: { text: string; class?: string | undefined }) {
  useEffect(() => announce(text), [text]);
  return (
    <p aria-hidden="true" class={className}>
      {text}
    </p>
  );
}

/** The one live region of the panel: two that change at once would talk over each other. */
export function Announcer() {
  const { text, turn } = said.value;
  return (
    <HiddenText role="status">
      <span key={turn}>{text}</span>
    </HiddenText>
  );
}
