import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { DeskResult } from '../desk/desk-error';
import { readText } from '../desk/parse-contact';
import type { DeskStorage, StoredRecord } from '../desk/storage';
import { type GroupReference, referenceKey } from '../duplicates/group-reference';
import { readGroupReference } from '../duplicates/read-group-reference';
import type { OpenedGroup } from './group-reading';

export type GroupById = GroupReference & { by: 'id' };

/** Groups by id that were opened beside a contact, remembered in the extension's storage for everyone. */
export interface GroupMemory {
  /** `null` where the storage cannot tell, or holds what another version remembered in a way of its own. */
  recall(contactId: string, signal?: AbortSignal): Promise<Recalled | null>;
  remember(contactId: string, recalled: Recalled): Promise<void>;
}

/** What is remembered beside a contact. */
export interface Recalled {
  readonly groups: readonly GroupById[];
  /** Entries that this version cannot read, which are written back as they were. */
  readonly others: readonly unknown[];
}

/** The most groups that are kept for one contact: a value of the storage holds 5.1 KB, and each is read at once. */
const maxGroups = 10;

/** `works` is told whether the storage does; where it does not, nothing is remembered and everything else goes on. */
export function createGroupMemory(storage: DeskStorage, works: Signal<boolean>): GroupMemory {
  return {
    async recall(contactId, signal) {
      const answer = await storage.read(keyFor(contactId), signal);
      if (signal?.aborted) return null;
      const read = noted(answer);
      if (!read.ok) return null;
      const rows = read.value ? rowsIn(read.value) : [];
      works.value = rows !== null;
      return rows && recalledFrom(rows);
    },
    async remember(contactId, { groups, others }) {
      const rows = groups.map(({ duplicateId, parameters }) => [
        duplicateId,
        new URLSearchParams(parameters).toString(),
      ]);
      const value = { groups: [...others, ...rows.slice(-maxGroups)] };
      noted(await storage.write([{ key: keyFor(contactId), queriableValue: 'g', value }]));
    },
  };

  /** Shown beside opened groups and in the diagnostics view. */
  function noted<T>(result: DeskResult<T>): DeskResult<T> {
    works.value = result.ok;
    return result;
  }
}

/** `null` for a value that another version wrote. */
function rowsIn({ value }: StoredRecord): readonly unknown[] | null {
  const { groups, ...more } = value ?? {};
  return Array.isArray(groups) && !Object.keys(more).length ? groups : null;
}

function recalledFrom(rows: readonly unknown[]): Recalled {
  const read = rows.map((row) => ({ row, group: groupIn(row) }));
  const groups = read.flatMap(({ group }) => group ?? []).slice(-maxGroups);
  const others = read.filter(({ group }) => !group || !groups.includes(group)).map(({ row }) => row);
  return { groups, others };
}

function groupIn(row: unknown): GroupById | null {
  const [id, query] = Array.isArray(row) ? row : [];
  const group = readGroupReference(readText(id) ?? '', readText(query) ?? '');
  return 'reference' in group ? group.reference : null;
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
  /** The entries that this version cannot read; nothing while what was remembered before is not known. */
  let others: readonly unknown[] | undefined;
  const stopped = new AbortController();
  let stopWatching: (() => void) | null = null;

  void load();
  return {
    load,
    forget(key) {
      forgotten.add(key);
      if (remembered.delete(key)) void save();
    },
    stop() {
      stopped.abort();
      stopWatching?.();
    },
  };

  async function load() {
    const references = await recall(stopped.signal);
    if (stopped.signal.aborted) return;
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
  async function recall(signal?: AbortSignal): Promise<readonly GroupById[]> {
    const recalled = await memory.recall(contactId, signal);
    others = recalled?.others;
    const groups = recalled?.groups ?? [];
    const kept = groups.filter((reference) => !forgotten.has(referenceKey(reference)));
    for (const reference of kept) remembered.set(referenceKey(reference), reference);
    if (kept.length < groups.length) void save();
    return kept;
  }

  /** Nothing is written over what could not be read. */
  async function save() {
    if (!others) await recall();
    if (others) await memory.remember(contactId, { groups: [...remembered.values()], others });
  }
}
