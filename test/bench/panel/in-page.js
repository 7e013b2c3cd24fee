/*
 * Runs in every page of the bench before its own scripts: tells when something is painted, which tasks were long, and
 * how many timers are left.
 */
(() => {
  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          channel.port1.close();
          resolve(performance.now());
        };
        channel.port2.postMessage(null);
      });
    });

  /** When `isThere` is true and painted, in milliseconds since the page was opened. */
  const whenPainted = (isThere) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isThere()) return false;
        observer.disconnect();
        resolve(painted());
        return true;
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, characterData: true });
      look();
    });

  const said = (pattern) => () => {
    const line = document.querySelector('[role=status], #count');
    return line !== null && pattern.test(line.textContent);
  };

  const timers = new Set();
  const { setTimeout: start, clearTimeout: stop, setInterval: repeat, clearInterval: end } = window;
  window.setTimeout = (task, ...rest) => {
    const id = start(
      (...values) => {
        timers.delete(id);
        task(...values);
      },
      ...rest,
    );
    timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => {
    timers.delete(id);
    stop(id);
  };
  window.setInterval = (...task) => {
    const id = repeat(...task);
    timers.add(id);
    return id;
  };
  window.clearInterval = (id) => {
    timers.delete(id);
    end(id);
  };

  window.measure = {
    longTasks,
    painted,
    whenPainted,
    said,
    timerCount: () => timers.size,
    firstAnswer: whenPainted(
      () => said(/possible duplicate/)() && document.querySelectorAll('li').length > 1,
    ),
  };
})();
