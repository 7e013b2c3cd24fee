import { type ReadonlySignal, signal } from '@preact/signals';
import { readTicketCount } from '../../desk/endpoints/ticket-count';
import type { ReadApi } from '../../desk/read-api';
import type { ContactId } from '../../duplicates/contact';
import { createOnRequest, type OnRequest } from './on-request';

/** How many tickets each contact has; one call for each. */
export interface TicketCounts extends OnRequest {
  /** `null` if Desk did not say. */
  readonly counts: ReadonlySignal<ReadonlyMap<ContactId, number | null>>;
}

export function createTicketCounts(
  readApi: ReadApi,
  contactIds: ReadonlySignal<readonly ContactId[]>,
): TicketCounts {
  const counts = signal<ReadonlyMap<ContactId, number | null>>(new Map());
  const tickets = createOnRequest({
    contactIds,
    known: counts,
    async load(ids, options) {
      const read = await Promise.all(
        ids.map(async (id) => ({ id, count: await readTicketCount(readApi, id, options) })),
      );
      if (options.signal.aborted) return null;
      const known = read.flatMap(({ id, count }) => (count.ok ? [[id, count.value] as const] : []));
      counts.value = new Map([...counts.peek(), ...known]);
      return read.flatMap(({ count }) => (count.ok ? [] : [count.error]))[0] ?? null;
    },
  });
  return {
    ...tickets,
    counts,
    refresh(bypassCache) {
      tickets.refresh(bypassCache);
      counts.value = new Map();
    },
  };
}
