import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskError } from '../../desk/desk-error';
import type { ReadOptions } from '../../desk/read-api';
import type { ContactId } from '../../duplicates/contact';

type RequestState =
  | { readonly kind: 'notAsked' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: DeskError };

/** What is read of some contacts only when it is asked for, since it costs calls. */
export interface OnRequest {
  readonly state: ReadonlySignal<RequestState>;
  /** How many of the contacts it would be read of. */
  readonly missingCount: ReadonlySignal<number>;
  read(): Promise<void>;
  /** Nothing was asked for any more; what is under way no longer counts. */
  refresh(bypassCache: boolean): void;
  stop(): void;
}

interface OnRequestOptions {
  readonly contactIds: ReadonlySignal<readonly ContactId[]>;
  /** What has come, by contact id. */
  readonly known: ReadonlySignal<ReadonlyMap<ContactId, unknown>>;
  /** Reads it of those that are missing, unless the signal is aborted by then; gives the error, if any. */
  load(contactIds: readonly ContactId[], options: ReadOptions): Promise<DeskError | null>;
}

export function createOnRequest({ contactIds, known, load }: OnRequestOptions): OnRequest {
  const isReading = signal(false);
  const error = signal<DeskError | null>(null);
  const missing = computed(() => contactIds.value.filter((id) => !known.value.has(id)));
  let bypassesCache = false;
  let current = new AbortController();

  return {
    missingCount: computed(() => missing.value.length),
    state: computed((): RequestState => {
      if (isReading.value) return { kind: 'reading' };
      if (!missing.value.length) return { kind: 'ready' };
      return error.value ? { kind: 'failed', error: error.value } : { kind: 'notAsked' };
    }),
    async read() {
      if (isReading.peek() || !missing.peek().length) return;
      isReading.value = true;
      const { signal: stopped } = current;
      const failed = await load(missing.peek(), { signal: stopped, bypassCache: bypassesCache });
      if (stopped.aborted) return;
      batch(() => {
        error.value = failed;
        isReading.value = false;
      });
    },
    refresh(bypassCache) {
      current.abort();
      current = new AbortController();
      bypassesCache = bypassCache;
      batch(() => {
        error.value = null;
        isReading.value = false;
      });
    },
    stop() {
      current.abort();
    },
  };
}
