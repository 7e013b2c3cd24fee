import { describe, expect, it } from 'vitest';
import { failure } from '../../../../src/base/result';
import { keysOf } from '../../../../src/desk/decision-rows';
import { contacts } from '../../../builders';
import { storageRates } from '../../../desk/storage';
import { SharedRows } from '../../../twins/storage';
import { keysOn, settle } from '../../support';
import {
  aWhile,
  busiestMinute,
  investigate,
  kim,
  openPanel,
  openPanelInDesk,
  robin,
  sam,
  stored,
  useDecisionTests,
} from './panel';

useDecisionTests();

describe('an undo', () => {
  it('is not undone by trying again to save what was said to have failed, but had arrived', async () => {
    const rows = new SharedRows();
    const { decide, undo, read, gate, failures, tryAgain, shown } = openPanel({ rows });
    const { write } = gate.storage;
    gate.storage.write = async (given) => {
      await write(given);
      return failure({ kind: 'storageRefused', detail: 'Internal error' });
    };
    await decide(robin, kim);
    expect(failures()).toEqual([['storageRefused', 1]]);
    gate.storage.write = write;
    await read(robin);
    await undo(robin, kim);
    expect(failures()).toEqual([]);
    await tryAgain();
    await settle(aWhile);
    expect([shown(robin, kim), rows.keys()]).toEqual([[], []]);
  });

  it('removes both rows of the decision by their keys, and reads nothing', async () => {
    const rows = new SharedRows();
    const { decide, undo, shown, calls } = openPanel({ rows });
    const at = Date.now();
    await decide(robin, kim);
    await undo(robin, kim);
    await settle(aWhile);
    expect([shown(robin, kim), shown(kim, robin)]).toEqual([[], []]);
    expect(rows.keys()).toEqual([]);
    expect(calls.slice(1)).toEqual(
      keysOf(robin.id, kim.id, at).map((key) => ({ call: 'remove', keys: [key] })),
    );
  });

  it('is shown at once, before the storage answers', async () => {
    const { gate, decide, undo, shown, pending } = openPanel();
    await decide(robin, kim);
    gate.hold('remove');
    await undo(robin, kim);
    expect([shown(robin, kim), shown(kim, robin)]).toEqual([[], []]);
    expect(pending()).toEqual(['undo']);
  });

  it('of the later of two decisions makes the earlier one count again', async () => {
    const rows = new SharedRows();
    const { decide, undo, shown } = openPanel({ rows });
    await decide(robin, kim);
    await settle(1000);
    await decide(robin, kim, investigate);
    await undo(kim, robin);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
  });

  it("can be of a colleague's decision", async () => {
    const rows = new SharedRows();
    await openPanel({ rows }).decide(robin, kim);
    const { read, undo, shown } = openPanel({ rows, by: sam });
    await read(robin);
    await undo(robin, kim);
    expect(rows.keys()).toEqual([]);
    expect(shown(robin, kim)).toEqual([]);
  });

  it("can be of a decision without an agent's name", async () => {
    const rows = new SharedRows();
    await openPanel({ rows, by: null }).decide(robin, kim);
    const { read, undo } = openPanel({ rows });
    await read(robin);
    await undo(robin, kim);
    expect(rows.keys()).toEqual([]);
  });

  it('removes a decision once, however often it is asked for', async () => {
    const { decide, decisions, known, calls } = openPanel();
    await decide(robin, kim);
    const at = known(robin, kim)[0]?.at ?? 0;
    for (const [one, other] of [
      [robin, kim],
      [kim, robin],
    ] as const)
      decisions.undo(one.id, other.id, at);
    await settle();
    expect(calls.filter(({ call }) => call === 'remove')).toHaveLength(2);
  });

  it('of a decision that waits for its turn drops it, and never reaches the storage', async () => {
    const rows = new SharedRows();
    const { gate, decide, undo, shown, calls, tab } = openPanel({ rows });
    gate.hold('write');
    await decide(robin, contacts(5));
    await decide(robin, kim);
    await undo(robin, kim);
    expect(shown(robin, kim)).toEqual([]);
    await gate.release();
    expect(calls.flatMap(({ keys }) => keys).filter((key) => key.includes(kim.id))).toEqual([]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('of a decision that is being written removes it once that is done', async () => {
    const rows = new SharedRows();
    const { gate, decide, undo, shown, tab } = openPanel({ rows });
    gate.hold('write');
    await decide(robin, kim);
    await undo(robin, kim);
    expect(shown(robin, kim)).toEqual([]);
    await gate.release();
    expect(rows.keys()).toEqual([]);
    expect([shown(robin, kim), shown(kim, robin)]).toEqual([[], []]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('is rolled back if the storage refuses it, and can be tried again', async () => {
    const rows = new SharedRows();
    const panel = openPanelInDesk({ rows });
    await panel.decide(robin, kim);
    panel.turn('off');
    await panel.undo(robin, kim);
    expect(panel.shown(robin, kim)).toEqual(['Noor: separate']);
    expect(panel.failures()).toEqual([['storageOff', 1]]);

    panel.turn('on');
    await panel.tryAgain();
    expect(rows.keys()).toEqual([]);
    expect(panel.shown(robin, kim)).toEqual([]);
    expect(panel.failures()).toEqual([]);
  });

  it('has succeeded if Desk refuses to remove what is gone already', async () => {
    const rows = new SharedRows();
    const { gate, decide, undo, failures, shown } = openPanel({ rows });
    await decide(robin, kim);
    rows.clear();
    gate.storage.remove = async () => failure({ kind: 'storageRefused', detail: 'No such record' });
    await undo(robin, kim);
    expect(failures()).toEqual([]);
    expect(shown(robin, kim)).toEqual([]);
  });

  it('has failed if Desk refuses to remove what is still there', async () => {
    const rows = new SharedRows();
    const { gate, decide, undo, failures, shown } = openPanel({ rows });
    await decide(robin, kim);
    gate.storage.remove = async () => failure({ kind: 'storageRefused', detail: 'Internal error' });
    await undo(robin, kim);
    expect(failures()).toEqual([['storageRefused', 1]]);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
  });

  it('of many takes its time, but Desk never refuses it', async () => {
    const rows = new SharedRows();
    const others = contacts(40);
    const { decide, undo, requests, failures } = openPanelInDesk({ rows });
    await decide(robin, others);
    for (const other of others) await undo(robin, other);
    await settle(2 * aWhile);
    expect(rows.keys()).toEqual([]);
    expect(failures()).toEqual([]);
    expect(busiestMinute(requests, 'delete')).toBeLessThanOrEqual(storageRates.delete);
  });
});
