import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeskResult } from '../desk/desk-error';
import type { OnCall } from '../desk/read-api';

/** How often a call was made, and its latest answer. */
export interface MadeCall {
  readonly times: number;
  readonly answer: Promise<DeskResult<unknown>>;
}

/** The calls that were made, by their path without ids, and the field that is asked for. */
export type MadeCalls = ReadonlyMap<string, MadeCall>;

/** Keeps one answer of each kind of call, so that a long day takes no more room than a short one. */
export function createMadeCalls(): { readonly made: ReadonlySignal<MadeCalls>; readonly onCall: OnCall } {
  const made = signal<MadeCalls>(new Map());
  return {
    made,
    onCall({ url, data }, answer) {
      const path = url.replace(/.*\/v1\//, '').replace(/[^/]*\d[^/]*/g, '{id}');
      const name = `${path} ${data?.fieldName ?? ''}`;
      const times = (made.peek().get(name)?.times ?? 0) + 1;
      made.value = new Map(made.peek()).set(name, { times, answer });
    },
  };
}
