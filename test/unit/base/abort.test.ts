import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause, unlessAborted } from '../../../src/base/abort';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('unlessAborted', () => {
  const aborted = () => 'aborted';

  it('gives what the promise gives, and does not listen any longer', async () => {
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    expect(await unlessAborted(Promise.resolve('answer'), signal, aborted)).toBe('answer');
    await vi.advanceTimersByTimeAsync(0);
    expect(removed).toHaveBeenCalledOnce();
  });

  it('rejects as the promise does', async () => {
    const { signal } = new AbortController();
    await expect(unlessAborted(Promise.reject(new Error('no')), signal, aborted)).rejects.toThrow('no');
  });

  it('ends as soon as the signal is aborted, however long the promise takes', async () => {
    const aborter = new AbortController();
    const result = unlessAborted(new Promise<string>(() => {}), aborter.signal, aborted);
    aborter.abort();
    expect(await result).toBe('aborted');
  });

  it('ends at once where the signal was aborted before', async () => {
    expect(await unlessAborted(new Promise<string>(() => {}), AbortSignal.abort(), aborted)).toBe('aborted');
  });

  it('takes care of a promise that rejects after all', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const late = new Promise<string>((_, reject) => setTimeout(() => reject(new Error('late')), 10));
    expect(await unlessAborted(late, AbortSignal.abort(), aborted)).toBe('aborted');
    await vi.advanceTimersByTimeAsync(10);
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('pause', () => {
  it('takes as long as it is told', async () => {
    const over = vi.fn();
    void pause(2, new AbortController().signal).then(over);
    await vi.advanceTimersByTimeAsync(1999);
    expect(over).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(over).toHaveBeenCalledOnce();
  });

  it('is over when the signal is aborted, and leaves no timer behind', async () => {
    const aborter = new AbortController();
    const paused = pause(2, aborter.signal);
    aborter.abort();
    await paused;
    expect(vi.getTimerCount()).toBe(0);
    await pause(2, aborter.signal);
    expect(vi.getTimerCount()).toBe(0);
  });
});
