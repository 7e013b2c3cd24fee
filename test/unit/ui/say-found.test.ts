import { beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../../app/translations/en.json';
import { candidatesOf } from '../../../src/ui/panel/record-tabs';
import { loadTexts } from '../../../src/ui/shell/texts';
import { sayFound } from '../../../src/ui/words/say-found';
import { found } from '../../desk/api-answer';
import { calls, only, type World } from '../../desk/worlds';
import { openPanel, useSessionTests } from '../state/session/panel';

useSessionTests();

beforeEach(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await loadTexts('en', english);
});

/** What the panel says of Jane where groups by value are answered like this. */
async function statusIn(world: World) {
  const panel = await openPanel('jane', { world: only(calls.groupsByValue, world) });
  const open = panel.record();
  if (open.kind !== 'contact') throw new Error('nothing is looked for');
  return sayFound(open, candidatesOf(open, null));
}

const answers = (body: unknown): World => ({ respond: () => ({ kind: 'answer', answer: found(body) }) });
const resolves = (value: unknown): World => ({ respond: () => ({ kind: 'resolve', value }) });

describe('the panel says that there are no duplicates', () => {
  it('where Desk says so', async () => {
    expect(await statusIn(answers({ data: [] }))).toBe(
      'No duplicates found. Checked: email, phone, and full name.',
    );
  });

  it.each([null, undefined, '', '{}'])('but not where the bridge gives %j', async (value) => {
    expect(await statusIn(resolves(value))).toBe('');
  });

  it.each([
    ['no record could be read', [{ id: null }, 'x', 7]],
    ['all but the open contact could not be read', [{ id: '189200000001001001', lastName: 'van Dijk' }, {}]],
  ])('but not where %s', async (_, data) => {
    expect(await statusIn(answers({ data }))).toBe('');
  });
});
