import type { Day } from './day';

/** The shortest day that still fails: parts of it are left out, ever smaller ones, for as long as that helps. */
export async function shrink(
  day: Day,
  fails: (shorter: Day) => Promise<boolean>,
  mostRuns = 300,
): Promise<Day> {
  let shortest = day;
  let runs = 0;
  for (
    let size = Math.ceil(day.steps.length / 2);
    size >= 1 && runs < mostRuns;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let start = 0; start < shortest.steps.length && runs < mostRuns; ) {
      const steps = [...shortest.steps.slice(0, start), ...shortest.steps.slice(start + size)];
      runs++;
      if (await fails({ ...shortest, steps })) shortest = { ...shortest, steps };
      else start += size;
    }
  }
  return shortest;
}
