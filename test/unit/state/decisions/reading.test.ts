import { describe, expect, it } from 'vitest';
import { sleep } from '../../../../src/base/time';
import { keysOf } from '../../../../src/desk/decision-rows';
import { decisionsAbout } from '../../../../src/desk/storage';
import { contact, contacts } from '../../../builders';
import { SharedRows } from '../../../twins/storage';
import { settle } from '../../support';
import {
  aWhile,
  investigate,
  kim,
  lee,
  openPanel,
  openPanelInDesk,
  robin,
  sam,
  useDecisionTests,
} from './panel';

useDecisionTests();

describe('the decisions about a contact', () => {
  it('are read by other agents, beside either contact', async () => {
    const rows = new SharedRows();
    await openPanel({ rows }).decide(robin, [kim, lee], investigate);
    const { read, shown, phase } = openPanel({ rows, by: sam });
    await read(robin);
    expect([shown(robin, kim), shown(robin, lee)]).toEqual([['Noor: investigate'], ['Noor: investigate']]);

    const other = openPanel({ rows, by: sam });
    await other.read(kim);
    expect(other.shown(kim, robin)).toEqual(['Noor: investigate']);
    expect(other.shown(kim, lee)).toEqual([]);
    expect([phase(robin), phase(kim)]).toEqual([{ kind: 'known' }, { kind: 'reading' }]);
  });

  it('are read again after a hundred others, and lose nothing by that', async () => {
    const rows = new SharedRows();
    await openPanel({ rows }).decide(robin, kim, investigate);
    const { read, shown, phase } = openPanel({ rows, by: sam });
    await read(robin);
    for (const other of contacts(99)) await read(other);
    expect(phase(robin)).toEqual({ kind: 'known' });
    await read(lee);
    expect(phase(robin)).toEqual({ kind: 'reading' });
    await read(robin);
    expect(phase(robin)).toEqual({ kind: 'known' });
    expect(shown(robin, kim)).toEqual(['Noor: investigate']);
  });

  it('are held for a hundred contacts, and no longer', async () => {
    const rows = new SharedRows();
    await openPanel({ rows }).decide(robin, kim);
    const { read, shown } = openPanel({ rows, by: sam });
    await read(robin);
    for (const other of contacts(99)) await read(other);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    await read(lee);
    expect([shown(robin, kim), shown(kim, robin)]).toEqual([[], []]);
  });

  it('are held as long as they were read beside either contact', async () => {
    const rows = new SharedRows();
    await openPanel({ rows }).decide(robin, kim);
    const { read, shown } = openPanel({ rows, by: sam });
    await read(robin);
    await read(kim);
    for (const other of contacts(99)) await read(other);
    expect([shown(robin, kim), shown(kim, robin)]).toEqual([['Noor: separate'], ['Noor: separate']]);
  });

  it('are read with a single call', async () => {
    const { read, calls } = openPanel();
    await read(robin);
    await settle(aWhile);
    expect(calls).toEqual([{ call: 'readAll', keys: [decisionsAbout(robin.id)] }]);
  });

  it('are read as they were made', async () => {
    const rows = new SharedRows();
    const { decide, known } = openPanel({ rows });
    await decide(robin, kim, { kind: 'mergePlanned', primaryId: robin.id, rounds: [[kim.id]] });
    const other = openPanel({ rows, by: sam });
    await other.read(kim);
    expect(other.known(kim, robin)).toEqual(known(robin, kim));
  });

  it('are sorted with the latest first, in whichever order the storage returns them', async () => {
    const rows = new SharedRows();
    const { decide } = openPanel({ rows });
    await decide(robin, kim, investigate);
    await settle(1000);
    await decide(robin, kim);
    const backwards = new SharedRows(...rows.values().reverse());
    for (const each of [rows, backwards]) {
      const { read, shown } = openPanel({ rows: each });
      await read(robin);
      expect(shown(robin, kim)).toEqual(['Noor: separate', 'Noor: investigate']);
    }
  });

  it('are all read if they are more than one page', async () => {
    const rows = new SharedRows();
    await openPanel({ rows }).decide(robin, contacts(120));
    const { read, decisions } = openPanelInDesk({ rows, by: sam });
    await read(robin);
    expect(decisions.about(robin.id).value.byContact.size).toBe(120);
  });

  it('are being read at first, and known once there is an answer, even an empty one', async () => {
    const { gate, read, phase } = openPanel();
    expect(phase(robin)).toEqual({ kind: 'reading' });
    gate.hold('readAll');
    void read(robin);
    await settle();
    expect(phase(robin)).toEqual({ kind: 'reading' });
    await gate.release();
    expect(phase(robin)).toEqual({ kind: 'known' });
  });

  it('stay known while they are read again', async () => {
    const { gate, read, phase } = openPanel();
    await read(robin);
    gate.hold('readAll');
    void read(robin);
    await settle();
    expect(phase(robin)).toEqual({ kind: 'known' });
    await gate.release();
  });

  it('can be read again after a failure', async () => {
    const rows = new SharedRows();
    await openPanel({ rows }).decide(robin, kim);
    const { turn, read, phase, shown } = openPanelInDesk({ rows, by: sam, mode: 'readsFail' });
    await read(robin);
    expect(phase(robin)).toMatchObject({ kind: 'failed', error: { kind: 'storageRefused' } });
    turn('on');
    await read(robin);
    expect(phase(robin)).toEqual({ kind: 'known' });
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
  });

  it('are forgotten once somebody else has taken them back', async () => {
    const rows = new SharedRows();
    const [one, other] = [openPanel({ rows }), openPanel({ rows, by: sam })];
    await one.decide(robin, kim);
    await other.read(kim);
    await other.undo(kim, robin);
    await one.read(robin);
    expect(one.shown(robin, kim)).toEqual([]);
  });

  it('are forgotten beside both contacts once either was read again', async () => {
    const rows = new SharedRows();
    const [one, other] = [openPanel({ rows }), openPanel({ rows, by: sam })];
    await one.decide(robin, kim);
    await one.read(kim);
    await other.read(kim);
    await other.undo(kim, robin);
    await one.read(robin);
    expect([one.shown(robin, kim), one.shown(kim, robin)]).toEqual([[], []]);
  });

  it('include one that was saved while they were being read', async () => {
    const { gate, decide, read, shown } = openPanel();
    gate.holdAnswers('readAll');
    void read(robin);
    await settle();
    await decide(robin, kim);
    await gate.release();
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
  });

  it('do not include one that was taken back while they were being read', async () => {
    const { gate, decide, undo, read, shown } = openPanel();
    await decide(robin, kim);
    gate.holdAnswers('readAll');
    void read(robin);
    await settle();
    await undo(robin, kim);
    await gate.release();
    expect(shown(robin, kim)).toEqual([]);
  });

  it('are what the latest question brought, if the answer to an earlier one comes later', async () => {
    const rows = new SharedRows();
    const { gate, read, shown } = openPanel({ rows });
    const { readAll } = gate.storage;
    gate.storage.readAll = async (value) => {
      const answer = await readAll(value);
      await sleep(1);
      return answer;
    };
    void read(robin);
    await settle();
    await openPanel({ rows, by: sam }).decide(robin, kim);
    gate.storage.readAll = readAll;
    await read(robin);
    await settle(1000);
    expect(shown(robin, kim)).toEqual(['Sam: separate']);
  });

  it('are not those of a contact whose id begins the same way', async () => {
    const rows = new SharedRows();
    const [short, long] = [contact({ id: '12' }), contact({ id: '123' })];
    await openPanel({ rows }).decide(long, kim);
    const { read, decisions } = openPanel({ rows });
    await read(short);
    expect(decisions.about(short.id).value.byContact.size).toBe(0);
  });

  it('are known beside the contact that still has its row if the other row is missing', async () => {
    const rows = new SharedRows();
    const at = Date.now();
    await openPanel({ rows }).decide(robin, kim);
    rows.delete(keysOf(kim.id, robin.id, at)[0]);
    const { read, shown, undo } = openPanel({ rows });
    await read(robin);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    await undo(robin, kim);
    expect(rows.keys()).toEqual([]);
  });
});
