import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createIdleQueue } from '../../../src/base/idle';

let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('does nothing at once', () => {
  const task = vi.fn();
  createIdleQueue()(task);

  expect(task).not.toHaveBeenCalled();
});

it('does tasks in their order, one in a turn where the browser does not tell how long it is idle', () => {
  const done: string[] = [];
  const later = createIdleQueue();
  for (const name of ['first', 'second']) later(() => done.push(name));

  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['first']);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['first', 'second']);
  expect(vi.getTimerCount()).toBe(0);
});

it('does as many tasks in a turn as the browser has time for', () => {
  const turns: IdleRequestCallback[] = [];
  vi.stubGlobal('requestIdleCallback', (turn: IdleRequestCallback) => turns.push(turn));
  const done: string[] = [];
  const later = createIdleQueue();
  for (const name of ['first', 'second', 'third']) later(() => done.push(name));

  turns.shift()?.({ didTimeout: false, timeRemaining: () => (done.length < 2 ? 10 : 0) });
  expect(done).toEqual(['first', 'second']);
  expect(turns).toHaveLength(1);
});

it('does all that is left when the page goes away', () => {
  const done: string[] = [];
  const later = createIdleQueue();
  for (const name of ['first', 'second', 'third']) later(() => done.push(name));

  page.dispatchEvent(new Event('pagehide'));
  expect(done).toEqual(['first', 'second', 'third']);
});

it('does a task that comes when it had none left', () => {
  const task = vi.fn();
  const later = createIdleQueue();
  later(() => {});
  vi.runAllTimers();
  later(task);
  vi.runAllTimers();

  expect(task).toHaveBeenCalledTimes(1);
});
