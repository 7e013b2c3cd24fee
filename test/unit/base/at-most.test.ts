import { describe, expect, it } from 'vitest';
import { atMost } from '../../../src/base/at-most';

/** Tasks that end when they are told to. */
function tasks(count: number) {
  const started: number[] = [];
  const ends: ((fails?: boolean) => void)[] = [];
  const inTurn = atMost(2);
  const results = Array.from({ length: count }, (_, index) =>
    inTurn(
      () =>
        new Promise<number>((resolve, reject) => {
          started.push(index);
          ends[index] = (fails) => (fails ? reject(new Error(`${index}`)) : resolve(index));
        }),
    ),
  );
  return { started, ends, results };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('tasks of which two may run at once', () => {
  it('start in their order, each as soon as another has ended', async () => {
    const { started, ends, results } = tasks(4);
    await turn();
    expect(started).toEqual([0, 1]);
    ends[1]?.();
    await turn();
    expect(started).toEqual([0, 1, 2]);
    ends[0]?.();
    ends[2]?.();
    await turn();
    ends[3]?.();
    expect(await Promise.all(results)).toEqual([0, 1, 2, 3]);
  });

  it('leave their place to the next one when they fail', async () => {
    const { started, ends, results } = tasks(3);
    const failed = expect(results[0]).rejects.toThrow('0');
    await turn();
    ends[0]?.(true);
    await failed;
    await turn();
    expect(started).toEqual([0, 1, 2]);
  });

  it('leave room for those that come later', async () => {
    const inTurn = atMost(1);
    expect(await inTurn(async () => 'first')).toBe('first');
    expect(await inTurn(async () => 'second')).toBe('second');
  });
});
