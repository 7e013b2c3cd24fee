import type { SentCall } from '../../state/session';

/** The calls of one kind. */
export interface MadeCalls {
  /** The path without ids, and the field that is asked for. Holds nothing about people. */
  readonly name: string;
  readonly times: number;
  readonly latestAnswer: SentCall[1];
}

/** The calls by kind, in the order in which the kinds came up. */
export function callsByKind(sent: readonly SentCall[]): readonly MadeCalls[] {
  const made = new Map<string, MadeCalls>();
  for (const [request, answer] of sent) {
    const path = request.url.replace(/.*\/v1\//, '').replace(/[^/]*\d[^/]*/g, '{id}');
    const name = [path, request.data?.fieldName].filter(Boolean).join(' ');
    made.set(name, { name, times: (made.get(name)?.times ?? 0) + 1, latestAnswer: answer });
  }
  return [...made.values()];
}
