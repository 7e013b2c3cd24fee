/** Takes a task to be done once the browser has nothing better to do. */
export type IdleQueue = (task: () => void) => void;

/** Does tasks in idle time, in their order, and what is left of them when the page goes away. */
export function createIdleQueue(): IdleQueue {
  const tasks: (() => void)[] = [];
  globalThis.addEventListener?.('pagehide', () => doTasks(() => true));
  return (task) => {
    tasks.push(task);
    if (tasks.length === 1) schedule();
  };

  function schedule() {
    whenIdle((hasTime) => {
      doTasks(hasTime);
      if (tasks.length) schedule();
    });
  }

  function doTasks(hasTime: () => boolean) {
    do tasks.shift()?.();
    while (tasks.length && hasTime());
  }
}

/** Calls `task` when the browser is idle; `hasTime` tells whether it still is. Safari has no idle callbacks. */
export function whenIdle(task: (hasTime: () => boolean) => void): void {
  if ('requestIdleCallback' in globalThis)
    requestIdleCallback((deadline) => task(() => deadline.timeRemaining() > 0), { timeout: 2000 });
  else setTimeout(() => task(() => false), 50);
}
