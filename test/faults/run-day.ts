import { vi } from 'vitest';
import english from '../../app/translations/en.json';
import { loadTexts } from '../../src/ui/shell/texts';
import { createRandom, type Random } from '../bench/matching/random';
import { createSamplePortal } from '../desk/portal';
import { storageRates } from '../desk/storage';
import { createStorm } from '../desk/storm';
import { SharedRows } from '../twins/storage';
import { act, retry } from './act';
import type { Action, Day } from './day';
import { wrongAfterATurn, wrongInPanel, wrongInTheEnd } from './invariants';
import { createModel } from './model';
import { type AgentPanel, openAgentPanel } from './panel';
import { createTruth } from './truth';

/** What went wrong in a day, and after which step. */
export interface Breach {
  readonly step: number;
  readonly what: string;
}

const realImmediate = globalThis.setImmediate;

/** Lives through a day, up to the first thing that must never happen; `null` where there is none. */
export async function runDay(day: Day): Promise<Breach | null> {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 12, 9, 30) });
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('requestIdleCallback', (task: IdleRequestCallback) =>
    setTimeout(() => task({ didTimeout: false, timeRemaining: () => 50 })),
  );
  await loadTexts('en', english);
  const breaches: string[] = [];
  const stopListening = listen((what) => breaches.push(what));
  try {
    const days = live(day, breaches);
    for (;;) {
      const { value: step, done } = await days.next();
      const [what] = breaches;
      if (what) return { step: typeof step === 'number' ? step : day.steps.length, what };
      if (done) return null;
    }
  } finally {
    stopListening();
    vi.clearAllTimers();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  }
}

/**
 * Here a decision may be written again once it was removed: one panel takes it back, and another one was never told
 * that it was saved.
 */
class TroubledRows extends SharedRows {
  override delete(key: string) {
    super.delete(key);
    this.forgetWrites(key);
  }
}

/** Yields the number of each step when it is over. */
async function* live(day: Day, breaches: string[]): AsyncGenerator<number> {
  let random: Random = createRandom(day.seed);
  let isCalm = false;
  const onBreach = (what: string) => breaches.push(what);
  const portal = createSamplePortal({
    countsFrom: day.seed % 2 ? 1 : 0,
    defaultMatchField: day.seed % 3 ? 'bothEmail' : 'lastName',
  });
  const rows = new TroubledRows();
  const truth = createTruth(portal);
  const storm = createStorm(() => random, day.severity);
  const panels = day.panels.map((setup) =>
    openAgentPanel({ setup, portal, storm, rows, random: () => random, isCalm: () => isCalm, onBreach }),
  );
  const model = createModel(panels, portal, truth, rows, onBreach);
  const inspect = () => {
    try {
      for (const panel of panels) breaches.push(...wrongInPanel(panel, truth));
    } catch (error) {
      breaches.push(`an error: ${error instanceof Error ? error.stack : error}`);
    }
    breaches.push(...rows.rewritten().map((key) => `${key} was written twice`));
  };
  for (const [place, step] of day.steps.entries()) {
    random = createRandom(step.seed);
    const panel = panels[step.panel];
    if (panel) act(step.action, panel, model);
    // No two agents decide about one pair in the same millisecond, which is what tells their decisions apart.
    await pass(step.wait + 1, inspect);
    if (panel && step.wait >= 60_000 && isTold(step.action, panel)) breaches.push(...wrongAfterATurn(panel));
    yield place;
  }
  storm.calm();
  isCalm = true;
  await bringToRest(panels);
  // Somebody gets the number of the open contact: what was read a moment ago is no longer true.
  const newcomer = [...portal.contacts.keys()].find((id) => !model.wasShown(id)) ?? '';
  for (const panel of panels) model.edit(newcomer, panel.shown.at(-1) ?? '');
  await bringToRest(panels);
  inspect();
  for (const panel of panels) breaches.push(...wrongInTheEnd(panel, truth), ...tooManyRequests(panel));
  breaches.push(...model.wrongInStorage());
  if (vi.getTimerCount() > 0) breaches.push(`${vi.getTimerCount()} timers are left`);
}

/** Whether Desk has told the panel that another record may be open, after the last one was opened. */
function isTold(action: Action, panel: AgentPanel): boolean {
  return (action.do === 'look' || action.do === 'open') && panel.isTold();
}

/** Lets time pass, and looks at what is shown in between. */
async function pass(milliseconds: number, inspect: () => void) {
  for (const share of [0, 0.1, 0.4, 0.5]) {
    await vi.advanceTimersByTimeAsync(Math.ceil(milliseconds * share));
    // What is imported on demand comes by a turn of the real clock, as do rejections that nobody handles.
    await new Promise<void>((resolve) => realImmediate(resolve));
    inspect();
  }
}

/** Waits until the last late answer is there, tries again what failed, and reads everything anew. */
async function bringToRest(panels: readonly AgentPanel[]) {
  // Less than answers are kept for.
  const rest = async () => {
    await vi.advanceTimersByTimeAsync(120_000);
    await new Promise<void>((resolve) => realImmediate(resolve));
  };
  await rest();
  for (const panel of panels) if (!panel.session()) panel.reload();
  await rest();
  for (let attempt = 0; attempt < 2; attempt++) {
    for (const panel of panels) {
      const saving = panel.session()?.decisions.peek()?.saving;
      for (const failure of saving?.failures.peek() ?? []) saving?.tryAgain(failure);
      panel.session()?.browse.close();
      panel.acted();
      void panel.session()?.refresh();
    }
    await rest();
    for (const panel of panels) {
      const record = panel.session()?.record.peek();
      panel.acted();
      if (record?.kind === 'contact') retry(record);
    }
    await rest();
  }
}

function tooManyRequests({ storageRequests }: AgentPanel): string[] {
  return (['get', 'set', 'delete'] as const).flatMap((call) => {
    const times = storageRequests.filter((request) => request.call === call).map(({ at }) => at);
    const most = storageRates[call];
    const isTooMany = times.some(
      (at, place) => (times[place + most] ?? Number.POSITIVE_INFINITY) < at + 60_000,
    );
    return isTooMany ? [`more than ${most} requests to ${call} in a minute`] : [];
  });
}

/** Hears of errors that nobody handles, and of words in the console. */
function listen(onError: (what: string) => void): () => void {
  // Typed as one of them: the listeners of both get the reason.
  const events = ['unhandledRejection', 'uncaughtException'] as 'uncaughtException'[];
  const before = events.map((event) => process.listeners(event));
  const listener = (reason: unknown) =>
    onError(`an error: ${reason instanceof Error ? reason.stack : String(reason)}`);
  for (const event of events) {
    process.removeAllListeners(event);
    process.on(event, listener);
  }
  const spies = (['error', 'warn'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...words) => onError(`the console says: ${words.join(' ')}`)),
  );
  return () => {
    for (const spy of spies) spy.mockRestore();
    for (const [place, event] of events.entries()) {
      process.removeAllListeners(event);
      for (const one of before[place] ?? []) process.on(event, one);
    }
  };
}
