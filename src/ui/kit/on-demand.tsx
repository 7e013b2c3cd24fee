import type { ComponentChild } from 'preact';
import { useEffect } from 'preact/hooks';
import type { LoadedLater } from '../../state/loaded-later';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { Skeleton } from '../shell/skeleton';
import { t } from '../shell/texts';

type Component<Props> = (props: Props) => ComponentChild;

/** A component of a part that loads later, at the latest when it is first shown. */
export function onDemand<Part, Props extends object>(
  later: LoadedLater<Part>,
  pick: (part: Part) => Component<Props>,
): Component<Props> {
  return function OnDemand(props: Props) {
    useEffect(later.load, []);
    const part = later.part.value;
    if (later.phase.value === 'failed') return <PartFailed onTryAgain={later.load} />;
    if (!part) return <Skeleton />;
    const Loaded = pick(part);
    return <Loaded {...props} />;
  };
}

/** Said where a part of the panel could not be loaded. */
export function PartFailed({ onTryAgain }: { onTryAgain(): void }) {
  return (
    <Notice
      look="bad"
      title={t('error_part_title')}
      actions={<Button onClick={onTryAgain}>{t('tryAgain')}</Button>}
    >
      <p>{t('error_offline_text')}</p>
    </Notice>
  );
}
