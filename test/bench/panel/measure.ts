import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { firstAnswer } from '../../../.ci/chunk-budgets';
import { findChromium } from '../../browser/find-chromium';
import { printTable, type Row } from './print-table';
import { type BenchPages, serveBench } from './serve';

/* The timings of the built panel, as ratios to a hand-written page that asks Desk for the same, in the same run. */

/** How often each timing is taken; the median counts. */
const runs = 7;
const groupId = '189200000004010003';

/** What is known to miss its target, and how far it may: as README has it, with room for another machine. */
const knownMisses: Readonly<Record<string, number>> = {
  'group of 1000: read, counted, first cards': 3,
  'group of 10000: read, counted, first cards': 2.4,
  'heap after 2,000 contacts, to after 100': 1.2,
  'bytes of brotli: all until the first answer': firstAnswer.limit,
};

function isStepBack({ name, value, isMissed }: Row): boolean {
  return isMissed && value > (knownMisses[name] ?? 0);
}

interface Bench {
  readonly browser: Browser;
  readonly pages: BenchPages;
}

/** Prints the table, all of it or these parts; the exit code is 1 where more is missed than is known to be. */
export async function printPanel(...only: readonly string[]): Promise<void> {
  execFileSync(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const pages = await serveBench();
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--disable-gpu'] });
  const bench = { browser, pages };
  try {
    const rows: Row[] = [];
    const parts = [weights, calls, firstAnswers, groups, handling, longDay];
    for (const take of parts.filter(({ name }) => !only.length || only.includes(name))) {
      console.error(`${take.name} …`);
      rows.push(...(await take(bench)));
    }
    const [cpu] = cpus();
    console.log(
      `${cpu?.model.trim()}, ${cpus().length} cores, Chromium ${browser.version()}, medians of ${runs}`,
    );
    printTable(rows);
    for (const { name, figure } of rows.filter(isStepBack)) {
      console.error(`worse than it is known to be: ${name}: ${figure}`);
      process.exitCode = 1;
    }
  } finally {
    await browser.close();
    pages.close();
  }
}

interface Opening {
  readonly latency?: number;
  readonly members?: number;
  readonly duplicates?: number;
  /** How many times slower the processor is made. */
  readonly slowdown?: number;
}

type Which = 'widget' | 'handWritten';

async function open(
  { browser, pages }: Bench,
  which: Which,
  { slowdown = 1, ...query }: Opening = {},
  page?: Page,
): Promise<{ page: Page; cdp: CDPSession }> {
  const tab = page ?? (await (await browser.newContext({ viewport: { width: 340, height: 720 } })).newPage());
  if (!page) await tab.addInitScript({ path: resolve('test/bench/panel/in-page.js') });
  const cdp = await tab.context().newCDPSession(tab);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  await tab.goto(`${pages[which]}?${parameters}`, { waitUntil: 'commit' });
  return { page: tab, cdp };
}

/** Takes a figure of both pages in turns, so that whatever else the machine does falls on both. */
async function compare(take: (which: Which) => Promise<number>): Promise<Record<Which, number>> {
  const figures: Record<Which, number[]> = { widget: [], handWritten: [] };
  for (let run = 0; run < runs; run++)
    for (const which of ['handWritten', 'widget'] as const) figures[which].push(await take(which));
  return { widget: median(figures.widget), handWritten: median(figures.handWritten) };
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

function ratioRow(name: string, { widget, handWritten }: Record<Which, number>, target?: number): Row {
  const ratio = widget / handWritten;
  return {
    name,
    value: ratio,
    figure: `${ms(widget)} / ${ms(handWritten)} = ${ratio.toFixed(2)}`,
    target: target === undefined ? '' : `≤ ${target}`,
    isMissed: target !== undefined && ratio > target,
  };
}

function limitRow(name: string, value: number, limit: number, say: (value: number) => string = ms): Row {
  return { name, value, figure: say(value), target: `≤ ${say(limit)}`, isMissed: value > limit };
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}

async function firstAnswers(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const slowdown of [1, 4]) {
    for (const latency of [0, 60, 150]) {
      const tabs = {
        widget: await warmTab(bench, 'widget'),
        handWritten: await warmTab(bench, 'handWritten'),
      };
      const times = await compare(async (which) => {
        const { page } = await open(bench, which, { latency, slowdown }, tabs[which]);
        await page.evaluate(() => sessionStorage.clear());
        return page.evaluate(() => measure.firstAnswer);
      });
      for (const tab of Object.values(tabs)) await tab.context().close();
      const target = latency === 60 && slowdown === 1 ? 1.5 : undefined;
      rows.push(ratioRow(`first answer, bridge ${latency} ms, processor 1/${slowdown}`, times, target));
    }
  }
  return rows;
}

/** A tab whose browser has the page's files, and has compiled them. */
async function warmTab(bench: Bench, which: Which): Promise<Page> {
  const { page } = await open(bench, which);
  for (let visit = 0; visit < 3; visit++) {
    await page.evaluate(() => measure.firstAnswer);
    await page.waitForTimeout(500);
    await page.evaluate(() => sessionStorage.clear());
    await open(bench, which, {}, page);
  }
  await page.evaluate(() => measure.firstAnswer);
  return page;
}

async function groups(bench: Bench): Promise<Row[]> {
  const targets: Readonly<Record<number, number>> = { 1000: 0.6, 10000: 0.3 };
  const rows: Row[] = [];
  for (const members of [10, 100, 1000, 10_000]) {
    const longest: number[] = [];
    const heaps: Record<Which, number[]> = { widget: [], handWritten: [] };
    const times = await compare(async (which) => {
      const { page, cdp } = await open(bench, which, { members });
      await page.evaluate(() => measure.firstAnswer);
      await page.waitForTimeout(300);
      const { time, task } = await openGroup(page, which, members);
      if (which === 'widget') longest.push(task);
      heaps[which].push(await heapOf(cdp));
      await page.context().close();
      return time;
    });
    rows.push(ratioRow(`group of ${members}: read, counted, first cards`, times, targets[members]));
    rows.push(
      members === 1000
        ? limitRow(`longest task, group of ${members}`, median(longest), 50)
        : plainRow(`longest task, group of ${members}`, ms(median(longest))),
    );
    const heap = [median(heaps.widget), median(heaps.handWritten)].map(
      (bytes) => `${(bytes / 1e6).toFixed(1)} MB`,
    );
    rows.push(plainRow(`heap, group of ${members}`, heap.join(' / ')));
  }
  return rows;
}

function plainRow(name: string, figure: string): Row {
  return { name, value: Number.NaN, figure, target: '', isMissed: false };
}

/** How long it takes from the click until everybody is read and counted, and the longest task meanwhile. */
async function openGroup(page: Page, which: Which, members: number): Promise<{ time: number; task: number }> {
  if (which === 'widget') {
    await page.getByRole('button', { name: 'Open group by ID' }).click();
    await page.getByRole('textbox', { name: 'Duplicate group ID' }).fill(groupId);
  }
  return page.evaluate(
    async ({ which, members }) => {
      const digits = String(members).replace(/(?=(\d{3})$)/, ',?');
      const pattern = new RegExp(`(^|\\D)${digits} contacts`);
      const begin = performance.now();
      const done = measure.whenPainted(measure.said(pattern));
      if (which === 'widget') document.querySelector('form')?.requestSubmit();
      else void readGroup();
      const time = (await done) - begin;
      await new Promise((resolve) => setTimeout(resolve, 100));
      const tasks = measure.longTasks.filter(({ startTime }) => startTime >= begin);
      return { time, task: Math.max(0, ...tasks.map(({ duration }) => duration)) };
    },
    { which, members },
  );
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

/** What an agent does with a thousand candidates, and the comparison of five records. */
async function handling(bench: Bench): Promise<Row[]> {
  const { page } = await open(bench, 'widget', { members: 1000 });
  await page.evaluate(() => measure.firstAnswer);
  await page.waitForTimeout(500);
  await openGroup(page, 'widget', 1000);
  await page.getByRole('tab').first().click();
  await page.waitForTimeout(500);
  const rows = [
    await acting(page, 'a letter typed into the search of 1,000', () => {
      const search = document.querySelector<HTMLInputElement>('[type=search]');
      if (!search) throw new Error('no search');
      search.value = search.value ? '' : 'last5';
      search.dispatchEvent(new Event('input', { bubbles: true }));
    }),
    await acting(page, 'a record of 1,000 ticked for the comparison', () => {
      document.querySelector<HTMLInputElement>('li [type=checkbox]')?.click();
    }),
    await acting(page, '1,000 put into another order', () => {
      const order = document.querySelector('select');
      if (!order) throw new Error('no order');
      order.value = order.value === 'name' ? 'strength' : 'name';
      order.dispatchEvent(new Event('change', { bubbles: true }));
    }),
    await acting(page, 'a screen scrolled', () => {
      const list = document.querySelector('main > div');
      list?.scrollBy(0, 600);
    }),
  ];
  await page.context().close();
  return [...rows, await comparison(bench)];
}

async function acting(page: Page, name: string, act: () => void): Promise<Row> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    times.push(
      await page.evaluate(async (source) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        const begin = performance.now();
        new Function(`(${source})()`)();
        return (await measure.painted()) - begin;
      }, act.toString()),
    );
  }
  return limitRow(name, median(times), 50);
}

async function comparison(bench: Bench): Promise<Row> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { page } = await open(bench, 'widget', { duplicates: 4 });
    const [answer, compared] = await page.evaluate(() =>
      Promise.all([
        measure.firstAnswer,
        measure.whenPainted(() =>
          Array.from(document.querySelectorAll('main button')).some(({ textContent }) =>
            textContent.startsWith('Differs'),
          ),
        ),
      ]),
    );
    times.push(compared - answer);
    await page.context().close();
  }
  return plainRow('comparison of 5, after the first answer', ms(median(times)));
}

/** How many calls of Desk's API each use takes: a call is one credit. The full name, which finds the most, is one of them. */
async function calls(bench: Bench): Promise<Row[]> {
  const { page } = await open(bench, 'widget', { members: 1000 });
  const spent = async (act: () => Promise<unknown>) => {
    const before = await page.evaluate(() => benchDesk.callCount());
    await act();
    await page.waitForTimeout(700);
    return (await page.evaluate(() => benchDesk.callCount())) - before;
  };
  await page.evaluate(() => measure.firstAnswer);
  await page.waitForTimeout(700);
  const first = await page.evaluate(() => benchDesk.callCount());
  const next = await spent(() => page.evaluate(() => benchDesk.openNext()));
  const back = await spent(() => page.evaluate(() => benchDesk.openAgain(0)));
  const details = await spent(() =>
    page
      .getByRole('button', { name: /all fields/i })
      .first()
      .click(),
  );
  const tickets = await spent(() =>
    page
      .getByRole('button', { name: /tickets/i })
      .first()
      .click(),
  );
  const large = await spent(() => openGroup(page, 'widget', 1000));
  await page.context().close();
  const say = (count: number) => `${count} calls`;
  return [
    limitRow('API calls: first contact of the day', first, callTargets.first, say),
    limitRow('API calls: the next contact', next, callTargets.next, say),
    limitRow('API calls: back within 15 minutes', back, 0, say),
    plainRow('API calls: group of 1,000', say(large)),
    plainRow('API calls: details of four records', say(details)),
    plainRow('API calls: tickets of four records', say(tickets)),
  ];
}

const callTargets = { first: 3, next: 3 };

/** What 2,000 contacts, one after the other, leave behind. */
async function longDay(bench: Bench): Promise<Row[]> {
  const { page, cdp } = await open(bench, 'widget');
  await page.evaluate(() => measure.firstAnswer);
  await cdp.send('Performance.enable');
  const after = async (count: number) => {
    await page.evaluate(async (count) => {
      for (let turn = 0; turn < count; turn++) {
        benchDesk.openNext();
        await new Promise((resolve) => setTimeout(resolve, 12));
      }
      // Nobody opens so many contacts in a minute: what the storage's limit holds back has to be through as well.
      await new Promise((resolve) => setTimeout(resolve, 62_000));
    }, count);
    const heap = await heapOf(cdp);
    const { metrics } = await cdp.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    const timers = await page.evaluate(() => measure.timerCount());
    return { heap, listeners: metric('JSEventListeners'), nodes: metric('Nodes'), timers };
  };
  const early = await after(100);
  const late = await after(1900);
  await page.context().close();
  return (['heap', 'listeners', 'nodes', 'timers'] as const).map((name) => ({
    name: `${name} after 2,000 contacts, to after 100`,
    value: late[name] / early[name],
    figure: `${late[name]} / ${early[name]} = ${(late[name] / early[name]).toFixed(2)}`,
    target: '≤ 1.10',
    isMissed: late[name] > early[name] * 1.1,
  }));
}

/** What the build says of its chunks, which holds them to their limits by itself. */
function weights(): Row[] {
  const sizes: Readonly<Record<string, number>> = JSON.parse(readFileSync('build/chunk-sizes.json', 'utf8'));
  return Object.entries(sizes).map(([name, bytes]) =>
    name === 'first answer'
      ? limitRow(`bytes of brotli: all until the first answer`, bytes, 30_000, String)
      : plainRow(`bytes of brotli: ${name}`, String(bytes)),
  );
}
