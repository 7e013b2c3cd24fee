import { type ReadonlySignal, signal } from '@preact/signals';

/** Code that the first answer can do without. */
export interface LoadedLater<Part> {
  /** `null` until it is there. */
  readonly part: ReadonlySignal<Part | null>;
  readonly phase: ReadonlySignal<'notAsked' | 'loading' | 'loaded' | 'failed'>;
  /** Loads it, unless it is there or on its way; tries again after a failure. */
  load(): void;
}

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
        (loaded) => {
          part.value = loaded;
          phase.value = 'loaded';
        },
        () => {
          phase.value = 'failed';
        },
      );
    },
  };
}
