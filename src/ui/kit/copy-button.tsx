import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../shell/button';
import { t } from '../shell/texts';
import { announce } from './announcer';
import { copyText } from './copy-text';

export interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
  /** Where the text is shown: if the browser denies the clipboard, it is selected there, ready to be copied by hand. */
  readonly shownIn: RefObject<Element | null>;
}

/** Copies a text, and says how that went. */
export function CopyButton({ label, text, shownIn }: CopyButtonProps) {
  const [outcome, setOutcome] = useState('');

  async function copy() {
    const isCopied = await copyText(text);
    if (!isCopied && shownIn.current) getSelection()?.selectAllChildren(shownIn.current);
    const said = t(isCopied ? 'copied' : 'copyFailed');
    setOutcome(said);
    announce(said);
  }

  return (
    <>
      <Button onClick={() => void copy()}>{label}</Button> <span aria-hidden="true">{outcome}</span>
    </>
  );
}
