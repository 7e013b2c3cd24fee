import { describe, expect, it } from 'vitest';
// Loaded before, so that the panel's own loading of them takes no time of the real clock.
import '../../src/duplicates/fuzzy-matcher';
import '../../src/duplicates/phones/to-e164';
import '../../src/state/decidable-contact';
import '../../src/state/look-further';
import '../../src/state/remembered-groups';
import '../../src/state/duplicate-values';
import { createSamplePortal } from '../desk/portal';
import { createDay, type Day } from './day';
import { type Breach, runDay } from './run-day';
import { shrink } from './shrink';

const {
  FAULTS_SHRINK = 'yes',
  FAULTS_SEED,
  FAULTS_DAYS = '200',
  FAULTS_STEPS = '40',
  FAULTS_FROM = '1',
} = process.env;
const seeds = FAULTS_SEED
  ? [Number(FAULTS_SEED)]
  : Array.from({ length: Number(FAULTS_DAYS) }, (_, place) => Number(FAULTS_FROM) + place);
const portal = createSamplePortal();

describe('a day in which everything goes wrong', () => {
  it.each(seeds)('ends well with the seed %i', { timeout: 600_000 }, async (seed) => {
    const day = createDay(seed, portal, Number(FAULTS_STEPS));
    const breach = await runDay(day);
    if (breach) expect.fail(await tell(day, breach));
  });
});

async function tell(day: Day, breach: Breach): Promise<string> {
  const kind = kindOf(breach);
  if (FAULTS_SHRINK !== 'yes') return `npm run faults -- ${day.seed}: ${breach.what}`;
  const untilThen = { ...day, steps: day.steps.slice(0, breach.step + 1) };
  const shortest = await shrink(untilThen, async (shorter) => {
    const other = await runDay(shorter);
    return other !== null && kindOf(other) === kind;
  });
  const last = await runDay(shortest);
  return [
    `npm run faults -- ${day.seed}: ${(last ?? breach).what}`,
    JSON.stringify({ ...shortest, steps: undefined }),
    ...shortest.steps.map((step) => JSON.stringify(step)),
  ].join('\n');
}

/** The same for breaches of one rule, whoever they are about. */
function kindOf({ what }: Breach): string {
  return what.replace(/\d+/g, '#').slice(0, 60);
}
