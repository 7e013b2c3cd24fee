import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { DeskResult } from '../desk/desk-error';
import type { DeskStorage } from '../desk/storage';
import { type GroupReference, referenceKey } from '../duplicates/group-reference';
import { readGroupReference } from '../duplicates/read-group-reference';
import type { OpenedGroup } from './group-reading';

export type GroupById = GroupReference & { by: 'id' };

/** Groups by id that were opened beside a contact, remembered in the extension's storage for everyone. */
export interface GroupMemory {
  /** `null` where the storage cannot tell. */
  recall(contactId: string): Promise<readonly GroupById[] | null>;
  remember(contactId: string, groups: readonly GroupById[]): Promise<void>;
}

/** The most groups that are kept for one contact: a value of the storage holds 5.1 KB. */
const maxGroups = 10;

/** `works` is told whether the storage does; where it does not, nothing is remembered and everything else goes on. */
export function createGroupMemory(storage: DeskStorage, works: Signal<boolean>): GroupMemory {
  return {
    async recall(contactId) {
      const read = noted(await storage.read(keyFor(contactId)));
      if (!read.ok) return null;
      const groups = Array.isArray(read.value?.value?.groups) ? read.value.value.groups : [];
      return groups.flatMap((row: unknown) => {
        const [id, query] = Array.isArray(row) ? row : [];
        const group = readGroupReference(String(id ?? ''), String(query ?? ''));
        return 'reference' in group ? [group.reference] : [];
      });
    },
    async remember(contactId, groups) {
      const rows = groups.map(({ duplicateId, parameters }) => [
        duplicateId,
        new URLSearchParams(parameters).toString(),
      ]);
      const value = { groups: rows.slice(-maxGroups) };
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

export interface RememberedGroupsOptions {
  readonly contactId: string;
  readonly opened: ReadonlySignal<readonly OpenedGroup[]>;
  open(reference: GroupReference): void;
  /** The keys of groups that the agent has closed by now. */
  readonly closed: ReadonlySet<string>;
}

/** Begins to remember the groups beside a contact, and opens those that were opened before. */
export type RememberGroups = (options: RememberedGroupsOptions) => RememberedGroups;

export interface RememberedGroups {
  /** Opens the groups that were opened for this contact before. */
  load(): Promise<void>;
  /** Called when the agent closes a group. */
  forget(key: string): void;
  stop(): void;
}

/**
 * Remembers the groups by id that hold the contact; others say nothing about it. Only closing a group forgets it: one
 * that fails today may be there tomorrow.
 */
export function createRememberedGroups(
  memory: GroupMemory,
  { contactId, opened, open, closed }: RememberedGroupsOptions,
): RememberedGroups {
  const remembered = new Map<string, GroupById>();
  const forgotten = new Set(closed);
  let isKnown = false;
  let isStopped = false;
  let stopWatching: (() => void) | null = null;

  void load();
  return {
    load,
    forget(key) {
      forgotten.add(key);
      if (remembered.delete(key)) void save();
    },
    stop() {
      isStopped = true;
      stopWatching?.();
    },
  };

  async function load() {
    const references = await recall();
    if (isStopped) return;
    for (const reference of references) open(reference);
    stopWatching ??= effect(watch);
  }

  function watch() {
    const before = remembered.size;
    for (const { key, reading } of opened.value) {
      const { reference, contacts } = reading;
      const holdsContact = contacts.value.some((contact) => contact.id === contactId);
      if (reference.by === 'id' && holdsContact) {
        remembered.set(key, reference);
        forgotten.delete(key);
      }
    }
    if (remembered.size > before) void save();
  }

  /** What was remembered before; what the agent has closed in the meantime is forgotten there too. */
  async function recall(): Promise<readonly GroupById[]> {
    const references = await memory.recall(contactId);
    isKnown = references !== null;
    const kept = (references ?? []).filter((reference) => !forgotten.has(referenceKey(reference)));
    for (const reference of kept) remembered.set(referenceKey(reference), reference);
    if (kept.length < (references?.length ?? 0)) void save();
    return kept;
  }

  /** Nothing is written over what could not be read. */
  async function save() {
    if (!isKnown) await recall();
    if (isKnown) await memory.remember(contactId, [...remembered.values()]);
  }
}
