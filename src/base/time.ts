/** What the promise gives, or what `late` gives (or throws) where that takes longer than so many seconds. */
export async function withTimeLimit<T>(promise: Promise<T>, seconds: number, late: () => T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000);
  });
  return Promise.race([promise, limit.then(late)]).finally(() => clearTimeout(timer));
}

export function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
