import { type ReadonlySignal, signal } from '@preact/signals';
import type { ReadApi } from '../desk/read-api';
import { type MatchValue, matchKey } from '../duplicates/match-values';
import { createGroupReading, type GroupReading } from './group-reading';

/** One value of the open contact that Desk is asked for. */
export interface Check {
  readonly key: string;
  readonly value: MatchValue;
  readonly reading: GroupReading;
}

/** The values of one contact that Desk is asked for, each once. */
export interface Checks {
  readonly all: ReadonlySignal<readonly Check[]>;
  /** Asks for one more value. */
  add(value: MatchValue): void;
  /** Forgets them all; `bypassCache` has those to come ask Desk even where an answer is kept. */
  clear(bypassCache: boolean): void;
  stop(): void;
}

export function createChecks(readApi: ReadApi): Checks {
  const all = signal<readonly Check[]>([]);
  let bypassesCache = false;
  return {
    all,
    add(value) {
      const key = matchKey(value);
      if (all.peek().some((known) => known.key === key)) return;
      const { fieldName, fieldValue } = value;
      const reading = createGroupReading(readApi, { by: 'field', fieldName, fieldValue }, bypassesCache);
      all.value = [...all.peek(), { key, value, reading }];
      // A value on more than a page of contacts tells little, and each further page costs a call.
      void reading.read(1);
    },
    clear(bypassCache) {
      bypassesCache = bypassCache;
      all.value = [];
    },
    stop() {
      for (const { reading } of all.peek()) reading.stop();
    },
  };
}
