import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../shell/button';
import { t } from '../shell/texts';

/** Items that are drawn at once: portals may have thousands of fields, and a browser stands still while it draws them. */
const mostAtOnce = 200;

/** The first of many items, and the button that shows more of them, if there are. */
export function useFirstOf<Item>(items: readonly Item[]): [first: readonly Item[], more: ComponentChild] {
  const [most, setMost] = useState(mostAtOnce);
  const more = items.length > most && (
    <Button onClick={() => setMost(most + mostAtOnce)}>{t('moreValues')}</Button>
  );
  return [items.slice(0, most), more];
}
