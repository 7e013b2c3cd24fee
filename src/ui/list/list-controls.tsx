import { useId } from 'preact/hooks';
import { type Order, orders } from '../../duplicates/arrange';
import { t } from '../shell/texts';
import styles from './list-controls.module.css';

export interface ListControlsProps {
  readonly query: string;
  readonly order: Order;
  onQuery(query: string): void;
  onOrder(order: Order): void;
}

/** Search and order, for a list too long to be taken in at a glance. */
export function ListControls({ query, order, onQuery, onOrder }: ListControlsProps) {
  const id = useId();
  return (
    <div class={styles.controls}>
      <div>
        <label for={`${id}-search`}>{t('search')}</label>
        <input
          id={`${id}-search`}
          type="search"
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
      </div>
      <div>
        <label for={`${id}-order`}>{t('sortBy')}</label>
        <select
          id={`${id}-order`}
          value={order}
          onChange={(event) => onOrder(orders.find((one) => one === event.currentTarget.value) ?? order)}
        >
          {orders.map((one) => (
            <option key={one} value={one}>
              {t(`order_${one}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
