import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskError } from '../desk/desk-error';

/** Code that the first answer can do without. */
export interface LoadedLater<Part> {
  /** `null` until it is there. */
  readonly part: ReadonlySignal<Part | null>;
  readonly phase: ReadonlySignal<'notAsked' | 'loading' | 'loaded' | 'failed'>;
  /** Loads it, unless it is there or on its way; tries again after a failure. */
  load(): void;
}

const failures = signal<ReadonlyMap<object, DeskError>>(new Map());

/** Why code did not load that somebody needed, until it is there. */
export const loadFailures: ReadonlySignal<readonly DeskError[]> = computed(() => [
  ...failures.value.values(),
]);

export function loadedLater<Part>(importPart: () => Promise<Part>): LoadedLater<Part> {
  const part = signal<Part | null>(null);
  const phase = signal<'notAsked' | 'loading' | 'loaded' | 'failed'>('notAsked');
  return {
    part,
    phase,
    load() {
      if (phase.peek() === 'loading' || phase.peek() === 'loaded') return;
      phase.value = 'loading';
      importPart().then(
        (loaded) =>
          batch(() => {
            part.value = loaded;
            phase.value = 'loaded';
            failures.value = new Map([...failures.peek()].filter(([failed]) => failed !== part));
          }),
        (error: unknown) =>
          batch(() => {
            phase.value = 'failed';
            const detail = String(error);
            failures.value = new Map([...failures.peek(), [part, { kind: 'unknown', detail }]]);
          }),
      );
    },
  };
}
