import { useEffect, useState } from 'preact/hooks';

/** From here on a table has room: the widget stands in a subtab then, not in the right panel. */
const wide = '(min-width: 640px)';

export function useIsWide(): boolean {
  const [isWide, setIsWide] = useState(() => matchMedia(wide).matches);
  useEffect(() => {
    const query = matchMedia(wide);
    const follow = () => setIsWide(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isWide;
}
