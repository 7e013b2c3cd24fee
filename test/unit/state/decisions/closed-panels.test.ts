import { describe, expect, it } from 'vitest';
import { keysOf } from '../../../../src/desk/decision-rows';
import { timeLimit } from '../../../../src/desk/read-api';
import type { Contact } from '../../../../src/duplicates/contact';
import { SharedRows } from '../../../twins/storage';
import { createShelf, keysOn, settle } from '../../support';
import {
  aWhile,
  investigate,
  keysWrittenIn,
  kim,
  lee,
  noor,
  openPanel,
  type Panel,
  robin,
  sam,
  stored,
  useDecisionTests,
} from './panel';

useDecisionTests();

/** A panel that was closed before its requests of this kind left; returns what it leaves in the tab. */
async function closedBefore(
  call: 'write' | 'remove',
  rows: SharedRows,
  does: (panel: Panel) => Promise<void>,
) {
  const tab = createShelf();
  const panel = openPanel({ rows, tab });
  panel.gate.hold(call);
  await does(panel);
  return tab;
}

/** A panel that was closed after Desk took its requests of this kind, but before the answer came. */
async function closedAfter(
  call: 'write' | 'remove',
  rows: SharedRows,
  does: (panel: Panel) => Promise<void>,
) {
  const tab = createShelf();
  const panel = openPanel({ rows, tab });
  panel.gate.holdAnswers(call);
  await does(panel);
  return tab;
}

describe('a decision that was not sent before the panel closed', () => {
  /** A panel that was closed while Desk had yet to say who decides. */
  async function closedEarly() {
    const tab = createShelf();
    await openPanel({ tab, by: new Promise(() => {}) }).decide(robin, [kim, lee]);
    return tab;
  }

  it('is shown as pending by the next panel of the tab', async () => {
    const tab = await closedEarly();
    const { shown, pending, gate } = openPanel({ tab });
    gate.hold('write');
    await settle();
    expect([shown(robin, kim), shown(lee, robin)]).toEqual([['Noor: separate'], ['Noor: separate']]);
    expect(pending()).toEqual(['record', 'record']);
  });

  it('is written at once, without a read before', async () => {
    const rows = new SharedRows();
    const tab = await closedEarly();
    const { calls } = openPanel({ rows, tab });
    await settle();
    expect(calls.map(({ call }) => call)).toEqual(['write']);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, robin, lee)).toEqual(['Noor: separate']);
    expect(keysOn(tab)).toEqual([]);
  });

  it('can be taken back in the next panel, and never reaches the storage', async () => {
    const tab = await closedEarly();
    const { undo, calls } = openPanel({ tab, by: new Promise(() => {}) });
    await undo(robin, kim);
    await undo(lee, robin);
    await settle(aWhile);
    expect(calls).toEqual([]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('is not left behind if it was taken back before', async () => {
    const tab = createShelf();
    const { decide, undo } = openPanel({ tab, by: new Promise(() => {}) });
    await decide(robin, kim);
    await undo(robin, kim);
    expect(keysOn(tab)).toEqual([]);
  });
});

describe('a decision that was on its way when the panel closed', () => {
  it('is not written again if it has arrived', async () => {
    const rows = new SharedRows();
    const tab = await closedAfter('write', rows, ({ decide }) => decide(robin, [kim, lee]));
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    const { calls, pending, shown, failures } = openPanel({ rows, tab });
    expect(pending()).toEqual(['record', 'record']);
    await settle();
    expect(keysWrittenIn(calls)).toEqual([]);
    expect(pending()).toEqual([]);
    expect(failures()).toEqual([]);
    expect([shown(robin, kim), shown(lee, robin)]).toEqual([['Noor: separate'], ['Noor: separate']]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('is written if it has not arrived within the time limit of a call', async () => {
    const rows = new SharedRows();
    const tab = await closedBefore('write', rows, ({ decide }) => decide(robin, [kim, lee]));
    const { shown, pending } = openPanel({ rows, tab, by: sam });
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    expect(pending()).toHaveLength(2);
    await settle(timeLimit * 1000 - 1);
    expect(rows.keys()).toEqual([]);
    await settle(1);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, robin, lee)).toEqual(['Noor: separate']);
    expect(keysOn(tab)).toEqual([]);
  });

  it('is not written again if it arrives after the next panel has opened', async () => {
    const rows = new SharedRows();
    const tab = createShelf();
    const closed = openPanel({ rows, tab });
    closed.gate.hold('write');
    await closed.decide(robin, kim);
    const { calls, pending } = openPanel({ rows, tab });
    await settle(5000);
    await closed.gate.release();
    await settle(aWhile);
    expect(keysWrittenIn(calls)).toEqual([]);
    expect(pending()).toEqual([]);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
  });

  it('is not written again if it arrives after it was looked for, and before the answer to that comes', async () => {
    const rows = new SharedRows();
    const tab = createShelf();
    const closed = openPanel({ rows, tab });
    closed.gate.hold('write');
    await closed.decide(robin, kim);
    // What the closed panel does to its tab from now on reaches nobody.
    const left = createShelf();
    for (const key of keysOn(tab)) left.setItem(key, tab.getItem(key) ?? '');
    const { calls, pending, gate } = openPanel({ rows, tab: left });
    gate.holdAnswers('read');
    await settle(5000);
    await closed.gate.release();
    await settle(timeLimit * 1000);
    await gate.release();
    await settle(aWhile);
    expect(keysWrittenIn(calls)).toEqual([]);
    expect(pending()).toEqual([]);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
  });

  it('is the only one left out of those that are written', async () => {
    const rows = new SharedRows();
    const at = Date.now();
    const tab = await closedAfter('write', rows, ({ decide }) => decide(robin, [kim, lee]));
    // As if the request had been cut in two: only the decision about Kim has arrived.
    const arrived = new SharedRows(...rows.values().filter(({ key }) => key.includes(kim.id)));
    const { calls } = openPanel({ rows: arrived, tab });
    await settle(aWhile);
    expect(keysWrittenIn(calls)).toEqual(keysOf(robin.id, lee.id, at));
  });

  it.each<[side: string, missing: Contact, other: Contact]>([
    ['the open contact', robin, kim],
    ['the other contact', kim, robin],
  ])('is completed if its row beside %s is missing', async (_, missing, other) => {
    const rows = new SharedRows();
    const [key] = keysOf(missing.id, other.id, Date.now());
    const tab = await closedAfter('write', rows, ({ decide }) => decide(robin, kim));
    const halved = new SharedRows(...rows.values().filter((row) => row.key !== key));
    const { calls } = openPanel({ rows: halved, tab });
    await settle(aWhile);
    expect(keysWrittenIn(calls)).toEqual([key]);
    expect(stored(halved, robin, kim)).toEqual(['Noor: separate']);
  });

  it('stays beside a later decision of somebody else', async () => {
    const rows = new SharedRows();
    const tab = await closedAfter('write', rows, ({ decide }) => decide(robin, kim));
    await settle(1000);
    await openPanel({ rows, by: sam }).decide(kim, robin, investigate);
    const { calls } = openPanel({ rows, tab });
    await settle(aWhile);
    expect(keysWrittenIn(calls)).toEqual([]);
    expect(stored(rows, robin, kim)).toEqual(['Sam: investigate', 'Noor: separate']);
  });

  it('is written once more if another panel took it back meanwhile, and can be taken back again', async () => {
    const rows = new SharedRows();
    const tab = await closedAfter('write', rows, ({ decide }) => decide(robin, kim));
    const other = openPanel({ rows });
    await other.read(robin);
    await other.undo(robin, kim);
    expect(stored(rows, robin, kim)).toEqual([]);
    // It looks like one that never arrived, so its keys are written as if for the first time.
    for (const key of keysOf(robin.id, kim.id, Date.now())) rows.forgetWrites(key);
    const { undo } = openPanel({ rows, tab });
    await settle(aWhile);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    await undo(robin, kim);
    expect(stored(rows, robin, kim)).toEqual([]);
  });

  it.each(['before', 'after'])('is removed if the next panel takes it back %s it arrives', async (moment) => {
    const rows = new SharedRows();
    const tab = createShelf();
    const closed = openPanel({ rows, tab });
    closed.gate.hold('write');
    await closed.decide(robin, kim);
    if (moment === 'after') await closed.gate.release();
    const { undo, shown, pending } = openPanel({ rows, tab });
    if (moment === 'before') await undo(robin, kim);
    await settle(5000);
    await closed.gate.release();
    if (moment === 'after') {
      const reader = openPanel({ rows, tab });
      await reader.read(robin);
      await reader.undo(robin, kim);
    }
    await settle(aWhile);
    expect(rows.keys()).toEqual([]);
    expect(shown(robin, kim)).toEqual([]);
    expect(pending()).toEqual([]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('is given up with an error if it cannot be looked up', async () => {
    const rows = new SharedRows();
    const tab = await closedBefore('write', rows, ({ decide }) => decide(robin, kim));
    const { gate, failures, tryAgain } = openPanel({ rows, tab });
    const { read } = gate.storage;
    gate.storage.read = async () => ({ ok: false, error: { kind: 'offline' } });
    await settle();
    expect(failures()).toEqual([['offline', 1]]);
    gate.storage.read = read;
    await tryAgain();
    await settle(aWhile);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
  });
});

describe('an undo that was on its way when the panel closed', () => {
  async function decided(rows: SharedRows) {
    await openPanel({ rows }).decide(robin, kim);
  }
  const undoing = async ({ read, undo }: Panel) => {
    await read(robin);
    await undo(robin, kim);
  };

  it('is carried out by the next panel', async () => {
    const rows = new SharedRows();
    await decided(rows);
    const tab = await closedBefore('remove', rows, undoing);
    expect(rows.keys()).toHaveLength(2);
    openPanel({ rows, tab });
    await settle(aWhile);
    expect(rows.keys()).toEqual([]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('removes the row that is left if it had removed only one', async () => {
    const rows = new SharedRows();
    await decided(rows);
    const tab = await closedAfter('remove', rows, undoing);
    const left = rows.keys();
    expect(left).toHaveLength(1);
    const { calls } = openPanel({ rows, tab });
    await settle(aWhile);
    expect(calls.filter(({ call }) => call === 'remove').flatMap(({ keys }) => keys)).toEqual(left);
    expect(rows.keys()).toEqual([]);
  });

  it('removes nothing if it was carried out', async () => {
    const rows = new SharedRows();
    await decided(rows);
    const tab = await closedBefore('remove', rows, undoing);
    rows.clear();
    const { calls, failures } = openPanel({ rows, tab });
    await settle();
    expect(calls.filter(({ call }) => call !== 'read')).toEqual([]);
    expect(failures()).toEqual([]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('leaves alone what somebody else has decided since', async () => {
    const rows = new SharedRows();
    await decided(rows);
    const tab = await closedBefore('remove', rows, undoing);
    await settle(1000);
    await openPanel({ rows, by: sam }).decide(robin, kim, investigate);
    openPanel({ rows, tab });
    await settle(aWhile);
    expect(stored(rows, robin, kim)).toEqual(['Sam: investigate']);
  });
});

describe('a panel that is opened', () => {
  it('has nothing to do if everything was saved', async () => {
    const [rows, tab] = [new SharedRows(), createShelf()];
    await openPanel({ rows, tab }).decide(robin, kim);
    const { calls } = openPanel({ rows, tab });
    await settle(aWhile);
    expect(calls).toEqual([]);
  });

  it('saves what the closed one left in the order in which it was decided', async () => {
    const [rows, tab] = [new SharedRows(), createShelf()];
    const closed = openPanel({ tab, by: new Promise(() => {}) });
    await closed.decide(robin, kim);
    await settle(1000);
    await closed.decide(robin, kim, investigate);
    openPanel({ rows, tab, by: noor });
    await settle();
    expect(stored(rows, robin, kim)).toEqual(['Noor: investigate', 'Noor: separate']);
  });
});

describe('two panels of one tab', () => {
  it('write every decision once, whichever panel it was made in', async () => {
    const [rows, tab] = [new SharedRows(), createShelf()];
    const first = openPanel({ rows, tab });
    first.gate.hold('write');
    await first.decide(robin, kim);
    const second = openPanel({ rows, tab });
    await second.decide(robin, lee, investigate);
    await settle(1000);
    await first.gate.release();
    await settle(aWhile);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, robin, lee)).toEqual(['Noor: investigate']);
    expect([first.pending(), second.pending()]).toEqual([[], []]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('write once what waits in both of them', async () => {
    const [rows, tab] = [new SharedRows(), createShelf()];
    await openPanel({ tab, by: new Promise(() => {}) }).decide(robin, [kim, lee]);
    const both = [openPanel({ rows, tab }), openPanel({ rows, tab })];
    await settle(aWhile);
    expect(both.flatMap(({ calls }) => keysWrittenIn(calls))).toHaveLength(4);
    expect(both.map(({ pending }) => pending())).toEqual([[], []]);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
  });

  it('write once what one had no time to send', async () => {
    const [rows, tab] = [new SharedRows(), createShelf()];
    const first = openPanel({ rows, tab });
    first.gate.hold('write');
    await first.decide(robin, [kim, lee]);
    await first.decide(kim, lee, investigate);
    const second = openPanel({ rows, tab });
    await settle(10_000);
    await first.gate.release();
    await settle(aWhile);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, kim, lee)).toEqual(['Noor: investigate']);
    expect([first.pending(), second.pending()]).toEqual([[], []]);
  });
});
