import { beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../../app/translations/en.json';
import { summaryOf } from '../../../src/ui/share/summary';
import { loadTexts } from '../../../src/ui/shell/texts';
import { asOneLine } from '../../../src/ui/words/as-one-line';
import { createSamplePortal } from '../../desk/portal';
import { openPanel, useSessionTests } from '../state/session/panel';
import { settle } from '../support';

useSessionTests();

beforeEach(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await loadTexts('en', english);
});

const breaks = ['\n', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f', '\0'];

/** The summary of Jane's duplicates where this text stands in every field of one, and in a note. */
async function summaryWith(text: string): Promise<string> {
  const portal = createSamplePortal();
  const fields = ['firstName', 'lastName', 'title', 'city', 'description', 'webUrl'];
  const told = Object.fromEntries(fields.map((name) => [name, `${name}${text}`]));
  portal.edit(portal.idOf('janeWork'), { ...told, account: { id: '7', accountName: `Acme${text}` } });
  const panel = await openPanel('jane', { portal });
  const open = panel.record();
  if (open.kind !== 'contact') throw new Error('nothing is looked for');
  open.decisionCode.load();
  await settle();
  const decidable = open.decidable.value;
  if (!decidable) throw new Error('nothing can be decided');
  await decidable.review.details.read();
  decidable.decisions.decide([panel.id('janeWork')], { kind: 'investigate', note: `Ask${text}` });
  await settle();
  return summaryOf(decidable);
}

describe('the summary of the duplicates', () => {
  it.each(breaks)('has no line that a value made: %j', async (mark) => {
    const [forged, honest] = [
      await summaryWith(`${mark}B  Somebody else`),
      await summaryWith(' B  Somebody else'),
    ];
    expect(forged).toBe(honest);
    expect(forged.split('\n').filter((line) => line.startsWith('B  '))).toHaveLength(1);
  });

  it.each(['\u202e', '\u202d', '\u2066', '\u2068', '\u2069'])('is not turned around: %j', async (mark) => {
    expect(await summaryWith(`${mark}gnp.exe`)).toBe(await summaryWith('gnp.exe'));
  });
});

it('a line that is copied keeps what belongs to words', () => {
  expect(asOneLine('נור\u200f · می\u200cخواهم')).toBe('נור\u200f · می\u200cخواهم');
});
