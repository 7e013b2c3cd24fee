import { useEffect, useState } from 'preact/hooks';
import type { Order } from '../../duplicates/arrange';
import { maxComparedContacts } from '../../duplicates/candidates';
import { PartFailed } from '../kit/on-demand';
import { Soft } from '../kit/soft';
import { longListParts } from '../panel/later-parts';
import { t } from '../shell/texts';
import { MemberList, type MemberListProps } from './member-list';

/** Cards that are drawn at once; the rest waits until the agent scrolls there: nobody looks at a thousand. */
const mostAtOnce = 50;

/** The list, with search and order where it is too long to be taken in at a glance. */
export function SearchableList({ others, ...list }: MemberListProps) {
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<Order>('strength');
  const [most, setMost] = useState(mostAtOnce);
  const isLong = others.length > maxComparedContacts;
  useEffect(() => {
    if (isLong) longListParts.load();
  }, [isLong]);
  if (!isLong) return <MemberList others={others} {...list} />;
  const parts = longListParts.part.value;
  const shown = parts ? parts.arrange(others, query, order, document.documentElement.lang) : others;
  return (
    <>
      {parts && <parts.ListControls query={query} order={order} onQuery={setQuery} onOrder={setOrder} />}
      {longListParts.phase.value === 'failed' && <PartFailed onTryAgain={longListParts.load} />}
      {shown.length === 0 && <Soft>{t('nobodyFound')}</Soft>}
      <MemberList others={shown.slice(0, most)} {...list} />
      {parts && shown.length > most && <parts.MoreButton onMore={() => setMost(most + mostAtOnce)} />}
    </>
  );
}
