import { useState } from 'preact/hooks';
import { arrange, type Order } from '../../duplicates/arrange';
import { maxComparedContacts } from '../../duplicates/candidates';
import { Soft } from '../kit/soft';
import { t } from '../shell/texts';
import { ListControls } from './list-controls';
import { MemberList, type MemberListProps } from './member-list';
import { MoreButton } from './more-button';

/** Cards that are drawn at once; the rest waits until the agent scrolls there: nobody looks at a thousand. */
const mostAtOnce = 50;

/** The list, with search and order where it is too long to be taken in at a glance. */
export function SearchableList({ others, ...list }: MemberListProps) {
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<Order>('strength');
  const [most, setMost] = useState(mostAtOnce);
  if (others.length <= maxComparedContacts) return <MemberList others={others} {...list} />;
  const shown = arrange(others, query, order, document.documentElement.lang);
  return (
    <>
      <ListControls query={query} order={order} onQuery={setQuery} onOrder={setOrder} />
      {shown.length === 0 && <Soft>{t('nobodyFound')}</Soft>}
      <MemberList others={shown.slice(0, most)} {...list} />
      {shown.length > most && <MoreButton onMore={() => setMost(most + mostAtOnce)} />}
    </>
  );
}
