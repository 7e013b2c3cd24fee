import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Desk } from '../desk/desk';
import { type OpenRecord, readOpenRecord } from '../desk/open-record';
import { createReadApi } from '../desk/read-api';
import type { GroupReference } from '../duplicates/group-reference';
import { createGroupReading, type GroupReading } from './group-reading';

/** What the panel shows, and what an agent can do in it. */
export interface Session {
  readonly record: ReadonlySignal<OpenRecord | { readonly kind: 'loading' }>;
  readonly openContactId: ReadonlySignal<string | null>;
  /** The group opened by its id, if any. */
  readonly group: ReadonlySignal<GroupReading | null>;
  openGroup(reference: GroupReference & { by: 'id' }): void;
  /** Reads everything anew: which record is open, and who is in the opened group. */
  refresh(): void;
}

export function createSession(desk: Desk): Session {
  const readApi = createReadApi(desk.portal);
  const record = signal<OpenRecord | { readonly kind: 'loading' }>({ kind: 'loading' });
  const group = signal<GroupReading | null>(null);
  const openContactId = computed(() => (record.value.kind === 'contact' ? record.value.contact.id : null));

  void readRecord();
  return { record, openContactId, group, openGroup, refresh };

  async function readRecord() {
    record.value = await readOpenRecord(desk);
  }

  function openGroup(reference: GroupReference & { by: 'id' }) {
    group.value?.stop();
    group.value = createGroupReading(readApi, reference);
    void group.value.read();
  }

  function refresh() {
    void readRecord();
    if (group.value) openGroup(group.value.reference);
  }
}
