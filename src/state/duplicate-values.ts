import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeskError } from '../desk/desk-error';
import { type DuplicateValue, readDuplicateValues } from '../desk/endpoints/duplicate-values';
import type { ReadApi } from '../desk/read-api';
import type { MatchField } from '../duplicates/group-reference';

/** Values that several contacts of the portal share, read page by page as the agent asks for more. */
export interface DuplicateValues {
  readonly fieldName: ReadonlySignal<MatchField>;
  readonly startsWith: ReadonlySignal<string>;
  readonly values: ReadonlySignal<readonly DuplicateValue[]>;
  readonly phase: ReadonlySignal<DuplicateValuesPhase>;
  /** Lists the values of another field, or those that start otherwise. */
  choose(fieldName: MatchField, startsWith: string): void;
  /** Reads the next page, or the one that failed once more. */
  readMore(): Promise<void>;
  /** Lists the same values again, bypassing the cache. */
  refresh(): Promise<void>;
  stop(): void;
}

type DuplicateValuesPhase =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly error: DeskError }
  /** `hasBody` is false where Desk answered with nothing, which may not mean that there is nothing. */
  | { readonly kind: 'ready'; readonly hasMore: boolean; readonly hasBody: boolean };

export function createDuplicateValues(readApi: ReadApi, startField: MatchField): DuplicateValues {
  const fieldName = signal(startField);
  const startsWith = signal('');
  const values = signal<readonly DuplicateValue[]>([]);
  const phase = signal<DuplicateValuesPhase>({ kind: 'reading' });
  let from = 0;
  let bypassCache = false;
  let current = new AbortController();

  void readMore();
  return { fieldName, startsWith, values, phase, choose, readMore, refresh, stop: () => current.abort() };

  function choose(field: MatchField, start: string) {
    if (field === fieldName.value && start === startsWith.value) return;
    fieldName.value = field;
    startsWith.value = start;
    void readAnew();
  }

  function refresh() {
    bypassCache = true;
    return readAnew();
  }

  function readAnew() {
    values.value = [];
    from = 0;
    return readMore();
  }

  async function readMore() {
    current.abort();
    current = new AbortController();
    const { signal: stopped } = current;
    phase.value = { kind: 'reading' };
    const query = { fieldName: fieldName.value, startsWith: startsWith.value, from };
    const page = await readDuplicateValues(readApi, query, { signal: stopped, bypassCache });
    if (stopped.aborted) return;
    if (!page.ok) {
      phase.value = { kind: 'failed', error: page.error };
      return;
    }
    const known = new Set(values.value.map((value) => value.fieldValue));
    const added = page.value.values.filter((value) => !known.has(value.fieldValue));
    values.value = [...values.value, ...added];
    from = page.value.nextFrom ?? from;
    // A page of values that are all known already would be read for ever.
    const hasMore = page.value.nextFrom !== null && added.length > 0;
    phase.value = { kind: 'ready', hasMore, hasBody: page.value.hasBody };
  }
}
