import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { Skeleton } from '../shell/skeleton';
import { t } from '../shell/texts';

type Component<Props> = (props: Props) => ComponentChild;

/** A component whose code loads when it is first shown, for what few agents ever open. */
export function onDemand<Props extends object>(load: () => Promise<Component<Props>>): Component<Props> {
  return function OnDemand(props: Props) {
    const [Loaded, setLoaded] = useState<{ readonly component: Component<Props> } | 'failed' | null>(null);
    const start = () => {
      setLoaded(null);
      load().then(
        (component) => setLoaded({ component }),
        () => setLoaded('failed'),
      );
    };
    useEffect(start, []);
    if (!Loaded) return <Skeleton />;
    if (Loaded !== 'failed') return <Loaded.component {...props} />;
    return (
      <Notice
        look="bad"
        title={t('error_part_title')}
        actions={<Button onClick={start}>{t('tryAgain')}</Button>}
      >
        <p>{t('error_offline_text')}</p>
      </Notice>
    );
  };
}
