import { effect, type ReadonlySignal } from '@preact/signals';
import { type GroupReference, referenceKey } from '../duplicates/group-reference';
import type { GroupById, GroupMemory } from './memory';
import type { OpenedGroup } from './workspace';

export interface KeptGroupsOptions {
  readonly memory: GroupMemory;
  readonly contactId: string;
  readonly opened: ReadonlySignal<readonly OpenedGroup[]>;
  open(reference: GroupReference): void;
}

export interface KeptGroups {
  /** Called when the agent closes a group. */
  forget(key: string): void;
  stop(): void;
}

/**
 * Opens the groups that were opened for this contact before, and remembers the ones by id that hold it; others say
 * nothing about it. Only closing a group forgets it: one that fails today may be there tomorrow.
 */
export function keepGroups({ memory, contactId, opened, open }: KeptGroupsOptions): KeptGroups {
  const remembered = new Map<string, GroupById>();
  const forgotten = new Set<string>();
  let isKnown = false;
  let isStopped = false;
  let stopWatching = () => {};

  void load().then((references) => {
    if (isStopped) return;
    for (const reference of references) open(reference);
    stopWatching = effect(() => {
      const before = remembered.size;
      for (const { key, reading } of opened.value) {
        const { reference, contacts } = reading;
        const holdsIt = contacts.value.some((contact) => contact.id === contactId);
        if (reference.by === 'id' && holdsIt) remembered.set(key, reference);
      }
      if (remembered.size > before) void save();
    });
  });

  return {
    forget(key) {
      forgotten.add(key);
      if (remembered.delete(key)) void save();
    },
    stop() {
      isStopped = true;
      stopWatching();
    },
  };

  /** What was remembered before; what the agent closed in the meantime is forgotten there too. */
  async function load(): Promise<readonly GroupById[]> {
    const references = await memory.recall(contactId);
    isKnown = references !== null;
    const kept = (references ?? []).filter((reference) => !forgotten.has(referenceKey(reference)));
    for (const reference of kept) remembered.set(referenceKey(reference), reference);
    if (kept.length < (references?.length ?? 0)) void save();
    return kept;
  }

  /** Nothing is written over what could not be read. */
  async function save() {
    if (!isKnown) await load();
    if (isKnown) await memory.remember(contactId, [...remembered.values()]);
  }
}
