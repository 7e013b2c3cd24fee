import { useEffect, useState } from 'preact/hooks';
import type { DeskResult } from '../../desk/desk-error';
import { countEntries, shapeOf } from '../../desk/shape';
import type { SentCall } from '../../state/session';
import { formatNumber, t, tCount } from '../shell/texts';
import styles from './diagnostics.module.css';
import { callsByKind } from './made-calls';
import { sayError } from './say-error';

/** The calls of one kind, and their latest answer, `null` until it is there. */
interface AnsweredCall {
  readonly name: string;
  readonly times: number;
  readonly answer: DeskResult<unknown> | null;
}

/** The latest calls by kind, with their answers as these come; `count` is how many calls there were so far. */
export function useAnswers(sent: readonly SentCall[], count: number): readonly AnsweredCall[] {
  const [answers, setAnswers] = useState<ReadonlyMap<unknown, DeskResult<unknown>>>(new Map());
  // The list stays the same object: its count is what changes.
  useEffect(() => {
    for (const { latestAnswer } of callsByKind(sent)) {
      void latestAnswer.then((result) => setAnswers((known) => new Map(known).set(latestAnswer, result)));
    }
  }, [count]);
  return callsByKind(sent).map(({ name, times, latestAnswer }) => ({
    name,
    times,
    answer: answers.get(latestAnswer) ?? null,
  }));
}

/** Which calls of Desk's API were made, how often, and what the last answer of each was. Holds nothing about people. */
export function CallTable({ calls }: { calls: readonly AnsweredCall[] }) {
  return (
    <table class={styles.calls}>
      <thead>
        <tr>
          <th scope="col">{t('diagnostics_call')}</th>
          <th scope="col">{t('diagnostics_times')}</th>
          <th scope="col">{t('diagnostics_lastAnswer')}</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ name, times, answer }) => (
          <tr key={name}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td>{formatNumber(times)}</td>
            <td>{answer ? sayAnswer(answer) : '…'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same as text, with the shapes of the answers: what is needed to mend what reads them. */
export function callsAsText(calls: readonly AnsweredCall[]): string {
  return calls
    .map(({ name, times, answer }) => {
      const said = !answer ? '…' : answer.ok ? shapeOf(answer.value) : sayError(answer.error);
      return t('labeled', { label: name, value: `${times} × ${said}` });
    })
    .join('\n');
}

function sayAnswer(answer: DeskResult<unknown>): string {
  if (!answer.ok) return sayError(answer.error);
  if (answer.value === undefined) return t('diagnostics_empty');
  const count = countEntries(answer.value);
  return count === null ? t('diagnostics_answered') : tCount('diagnostics_entries', count);
}
