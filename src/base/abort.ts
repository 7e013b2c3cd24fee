/** What the promise gives, or what `aborted` gives as soon as the signal is aborted. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal, aborted: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => resolve(aborted());
    // Also where it is over already: nobody else takes care of a promise that rejects after all.
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/** Waits so many seconds, or until the signal is aborted; leaves no timer behind. */
export function pause(seconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000);
  });
  return unlessAborted(over, signal, () => clearTimeout(timer));
}
