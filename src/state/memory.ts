import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeskResult } from '../desk/desk-error';
import type { DeskStorage } from '../desk/storage';
import { type GroupReference, readGroupReference } from '../duplicates/group-reference';

export type GroupById = GroupReference & { by: 'id' };

/** Groups by id that were opened beside a contact, remembered in the extension's storage for everyone. */
export interface GroupMemory {
  /** Whether the storage works; where it does not, nothing is remembered and everything else goes on. */
  readonly works: ReadonlySignal<boolean>;
  /** `null` where the storage cannot tell. */
  recall(contactId: string): Promise<readonly GroupById[] | null>;
  remember(contactId: string, groups: readonly GroupById[]): Promise<void>;
}

/** The most groups that are kept for one contact: a value of the storage holds 5.1 KB. */
const mostGroups = 10;

export function createGroupMemory(storage: DeskStorage): GroupMemory {
  const works = signal(true);

  return {
    works,
    async recall(contactId) {
      const read = noted(await storage.read(keyFor(contactId)));
      if (!read.ok) return null;
      const groups = Array.isArray(read.value?.value?.groups) ? read.value.value.groups : [];
      return groups.flatMap((told: unknown) => {
        const [id, query] = Array.isArray(told) ? told : [];
        const group = readGroupReference(String(id ?? ''), String(query ?? ''));
        return 'reference' in group ? [group.reference] : [];
      });
    },
    async remember(contactId, groups) {
      const rows = groups.map(({ duplicateId, parameters }) => [
        duplicateId,
        new URLSearchParams(parameters).toString(),
      ]);
      const value = { groups: rows.slice(-mostGroups) };
      noted(await storage.write([{ key: keyFor(contactId), queriableValue: 'g', value }]));
    },
  };

  /** Shown beside opened groups and in the diagnostics view. */
  function noted<T>(result: DeskResult<T>): DeskResult<T> {
    works.value = result.ok;
    return result;
  }
}

function keyFor(contactId: string): string {
  return `g:${contactId}`;
}
