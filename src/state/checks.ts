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
  /** Asks again for those of these values that were asked for before, and forgets the others. */
  askAgain(values: readonly MatchValue[], bypassCache: boolean): void;
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
      const reading = createGroupReading(readApi, { by: 'field', fieldName, fieldValue });
      all.value = [...all.peek(), { key, value, reading }];
      read(reading);
    },
    askAgain(values, bypassCache) {
      bypassesCache = bypassCache;
      stop();
      const valueByKey = new Map(values.map((value) => [matchKey(value), value]));
      all.value = all.peek().flatMap((check) => {
        const value = valueByKey.get(check.key);
        return value ? [{ ...check, value }] : [];
      });
      for (const { reading } of all.peek()) read(reading);
    },
    stop,
  };

  /** A value on more than a page of contacts tells little, and each further page costs a call. */
  function read(reading: GroupReading) {
    void reading.readAnew(bypassesCache, 1);
  }

  function stop() {
    for (const { reading } of all.peek()) reading.stop();
  }
}
