import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../shell/button';
import { t } from '../shell/texts';

/** Asks for more of a list, by a click or as soon as the agent has scrolled near. */
export function MoreButton({ onMore }: { onMore(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  // After each rendering: a list that has grown may still end in sight.
  useEffect(() => {
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && onMore(), {
      rootMargin: '400px',
    });
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
  });
  return (
    <Button ref={button} onClick={onMore}>
      {t('moreValues')}
    </Button>
  );
}
