import { effect } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { keysOf, rowsOf } from '../../../../src/desk/decision-rows';
import type { Contact } from '../../../../src/duplicates/contact';
import { type Agent, createDecision } from '../../../../src/duplicates/decision';
import { fingerprintOf } from '../../../../src/duplicates/fingerprint';
import { contacts } from '../../../builders';
import { storageRates } from '../../../desk/storage';
import { SharedRows } from '../../../twins/storage';
import { createShelf, keysOn, settle } from '../../support';
import {
  aWhile,
  busiestMinute,
  investigate,
  keysWrittenIn,
  kim,
  lee,
  noor,
  openPanel,
  openPanelInDesk,
  robin,
  sam,
  separate,
  stored,
  useDecisionTests,
} from './panel';

useDecisionTests();

describe('a decision', () => {
  it('is shown at once beside both contacts, before the storage answers', async () => {
    const { gate, decide, shown, pending } = openPanel();
    gate.hold('write');
    await decide(robin, kim);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    expect(shown(kim, robin)).toEqual(['Noor: separate']);
    expect(shown(robin, lee)).toEqual([]);
    expect(pending()).toEqual(['record']);
  });

  it('becomes a row beside each contact, under a key with its time', async () => {
    const rows = new SharedRows();
    const { decide, shown, pending, failures } = openPanel({ rows });
    const at = Date.now();
    await decide(robin, kim);
    expect(rows.keys()).toEqual(keysOf(robin.id, kim.id, at));
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    expect(pending()).toEqual([]);
    expect(failures()).toEqual([]);
  });

  it('records who decided, when, and on which values', async () => {
    const { decide, known } = openPanel();
    const at = Date.now();
    await decide(robin, kim, investigate);
    const fingerprints = { [robin.id]: fingerprintOf(robin), [kim.id]: fingerprintOf(kim) };
    expect(known(robin, kim)).toEqual([{ ...investigate, by: noor, at, fingerprints }]);
  });

  it('can be about several contacts at once', async () => {
    const rows = new SharedRows();
    const { decide, shown, decisions } = openPanel({ rows });
    await decide(robin, [kim, lee]);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, robin, lee)).toEqual(['Noor: separate']);
    expect([...decisions.about(robin.id).value.byContact.keys()].sort()).toEqual([kim.id, lee.id].sort());
    expect(shown(kim, lee)).toEqual([]);
  });

  it('comes before the one that was made earlier, which stays as it is', async () => {
    const rows = new SharedRows();
    const { decide, shown } = openPanel({ rows });
    await decide(robin, kim);
    const earlier = rows.values();
    await settle(1000);
    await decide(kim, robin, investigate);
    expect(shown(robin, kim)).toEqual(['Noor: investigate', 'Noor: separate']);
    expect(stored(rows, robin, kim)).toEqual(['Noor: investigate', 'Noor: separate']);
    expect(rows.values()).toEqual(expect.arrayContaining(earlier));
  });

  it('takes two rows and one write, and reads nothing', async () => {
    const { decide, calls } = openPanel();
    const at = Date.now();
    await decide(robin, kim);
    await settle(aWhile);
    expect(calls).toEqual([{ call: 'write', keys: keysOf(robin.id, kim.id, at) }]);
  });

  it('leaves nothing in the browser once it is written', async () => {
    const { gate, decide, tab } = openPanel();
    gate.hold('write');
    await decide(robin, kim);
    expect(keysOn(tab)).toHaveLength(1);
    await gate.release();
    expect(keysOn(tab)).toEqual([]);
  });

  it('is saved even if the browser keeps nothing', async () => {
    const rows = new SharedRows();
    const { decide, calls } = openPanel({ rows, tab: createShelf(0) });
    await decide(robin, kim);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(calls.map(({ call }) => call)).toEqual(['write']);
  });

  it('is never shown twice, and never disappears, while it is written and read again', async () => {
    const { decide, decisions, read } = openPanel();
    const seen: number[] = [];
    const dispose = effect(() => {
      seen.push(decisions.about(robin.id).value.byContact.get(kim.id)?.length ?? 0);
    });
    await decide(robin, kim);
    await read(robin);
    await read(kim);
    dispose();
    expect(seen[0]).toBe(0);
    expect(new Set(seen.slice(1))).toEqual(new Set([1]));
  });

  it('is made by somebody if Desk does not say who decides', async () => {
    const rows = new SharedRows();
    await openPanel({ rows, by: null }).decide(robin, kim);
    expect(stored(rows, robin, kim)).toEqual(['somebody: separate']);
  });
});

describe('a decision made before Desk has said who decides', () => {
  function openUntold() {
    const rows = new SharedRows();
    let tell = (_: Agent | null) => {};
    const by = new Promise<Agent | null>((resolve) => {
      tell = resolve;
    });
    return { rows, tell: (agent: Agent | null) => tell(agent), ...openPanel({ rows, by }) };
  }

  it('is shown at once, and saved with the agent once that is known', async () => {
    const { rows, tell, decide, shown, decisions, tab } = openUntold();
    await decide(robin, kim);
    expect(decisions.agent.value).toBeNull();
    expect(shown(robin, kim)).toEqual(['somebody: separate']);
    expect(rows.keys()).toEqual([]);
    tell(noor);
    await settle();
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(keysOn(tab)).toEqual([]);
  });

  it('can be taken back before that, and never reaches the storage', async () => {
    const { calls, tell, decide, undo, shown, tab } = openUntold();
    await decide(robin, kim);
    await undo(robin, kim);
    tell(noor);
    await settle(aWhile);
    expect(shown(robin, kim)).toEqual([]);
    expect(calls).toEqual([]);
    expect(keysOn(tab)).toEqual([]);
  });
});

describe('the time of a decision', () => {
  it('is the next millisecond if the pair was decided about in this one', async () => {
    const rows = new SharedRows();
    const { decide, known } = openPanel({ rows });
    const at = Date.now();
    for (const verdict of [separate, investigate]) await decide(robin, kim, verdict);
    expect(known(robin, kim).map((decision) => decision.at)).toEqual([at + 1, at]);
    expect(stored(rows, robin, kim)).toEqual(['Noor: investigate', 'Noor: separate']);
  });

  it('is the same for all contacts that are decided about in one go', async () => {
    const { decide, known } = openPanel();
    await decide(robin, kim);
    await decide(robin, [kim, lee], investigate);
    expect(known(robin, kim)[0]?.at).toBe(known(robin, lee)[0]?.at);
  });

  it("is later than a colleague's decision, however far ahead the colleague's clock runs", async () => {
    const rows = new SharedRows();
    const ahead = openPanel({ rows, by: sam, now: () => Date.now() + 3_600_000 });
    await ahead.decide(robin, kim, investigate);
    const { read, decide, shown } = openPanel({ rows });
    await read(robin);
    await decide(robin, kim);
    expect(shown(robin, kim)).toEqual(['Noor: separate', 'Sam: investigate']);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate', 'Sam: investigate']);
  });

  it('differs between two agents who decide after the same colleague with a clock ahead', async () => {
    const rows = new SharedRows();
    const ahead = openPanel({ rows, by: sam, now: () => Date.now() + 3_600_000 });
    await ahead.decide(robin, kim, investigate);
    const [one, other] = [openPanel({ rows }), openPanel({ rows, by: sam })];
    for (const { read } of [one, other]) await read(robin);
    await one.decide(robin, kim);
    await settle(7);
    await other.decide(robin, kim);
    expect(stored(rows, robin, kim)).toHaveLength(3);
  });

  it('is later than that of a decision that was taken back, so that no key comes back', async () => {
    const { decide, undo, calls } = openPanel();
    await decide(robin, kim);
    await undo(robin, kim);
    await decide(robin, kim);
    const keys = keysWrittenIn(calls);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(4);
  });

  it('is later than that of a decision that this version cannot read', async () => {
    const at = Date.now() + 5000;
    const [row] = rowsOf(robin.id, kim.id, createDecision(separate, sam, at, [robin, kim]));
    const rows = new SharedRows({ ...row, value: { version: 3 } });
    const { read, decide, known } = openPanel({ rows });
    await read(robin);
    await decide(robin, kim);
    expect(known(robin, kim)[0]?.at).toBeGreaterThan(at);
  });
});

describe('many decisions at once', () => {
  it('take eight writes for 39 contacts, and no other request', async () => {
    const rows = new SharedRows();
    const others = contacts(39);
    const { decide, requests, shown, failures } = openPanelInDesk({ rows });
    await decide(robin, others);
    await settle(aWhile);
    expect(requests.map(({ call }) => call)).toEqual(Array(8).fill('set'));
    for (const { options } of requests) expect([options].flat().length).toBeLessThanOrEqual(10);
    for (const other of others) {
      expect(stored(rows, robin, other)).toEqual(['Noor: separate']);
      expect(shown(other, robin)).toEqual(['Noor: separate']);
    }
    expect(failures()).toEqual([]);
  });

  it('are all saved in the end if they exceed what Desk takes in a minute', async () => {
    const rows = new SharedRows();
    const { decide, requests, failures, pending } = openPanelInDesk({ rows });
    await decide(robin, contacts(300));
    expect(pending()).toHaveLength(50);
    await settle(aWhile);
    expect(failures()).toEqual([]);
    expect(pending()).toEqual([]);
    expect(rows.keys()).toHaveLength(600);
    expect(busiestMinute(requests, 'set')).toBeLessThanOrEqual(storageRates.set);
  });

  it('are all saved if others are decided about in the meantime', async () => {
    const rows = new SharedRows();
    const [first, second] = [contacts(12), contacts(12)];
    const { gate, decide } = openPanel({ rows });
    gate.hold('write');
    await decide(robin, first);
    await decide(kim, second, investigate);
    await gate.release();
    for (const other of first) expect(stored(rows, robin, other)).toEqual(['Noor: separate']);
    for (const other of second) expect(stored(rows, kim, other)).toEqual(['Noor: investigate']);
  });
});

describe('a decision about several pairs', () => {
  const pairsAmong = (all: readonly Contact[]) =>
    all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));

  it('is one about every pair, made at one moment and on the values of the two', async () => {
    const rows = new SharedRows();
    let time = 1000;
    const group = contacts(5);
    const { decisions, known } = openPanel({ rows, now: () => time++ });
    decisions.decide(pairsAmong(group), investigate);
    await settle();
    expect(rows.keys()).toHaveLength(20);
    for (const [one, other] of pairsAmong(group)) {
      expect(stored(rows, one, other)).toEqual(['Noor: investigate']);
      const fingerprints = { [one.id]: fingerprintOf(one), [other.id]: fingerprintOf(other) };
      const decision = { ...investigate, by: noor, at: 1000, fingerprints };
      expect([known(one, other), known(other, one)]).toEqual([[decision], [decision]]);
    }
  });

  it('is shown beside each of the contacts at once', async () => {
    const { gate, decisions, shown, pending } = openPanel();
    gate.hold('write');
    decisions.decide(pairsAmong([robin, kim, lee]), separate);
    await settle();
    for (const [one, other] of pairsAmong([robin, kim, lee]))
      expect([shown(one, other), shown(other, one)]).toEqual([['Noor: separate'], ['Noor: separate']]);
    expect(pending()).toHaveLength(3);
  });

  it('asks for nothing if there are no pairs', async () => {
    const { decisions, calls } = openPanel();
    decisions.decide([], separate);
    await settle(aWhile);
    expect(calls).toEqual([]);
  });

  it('can be about all of a large group', async () => {
    const rows = new SharedRows();
    const { decisions, requests, failures, pending } = openPanelInDesk({ rows });
    decisions.decide(pairsAmong(contacts(25)), separate);
    await settle(3 * aWhile);
    expect(rows.keys()).toHaveLength(25 * 24);
    expect(failures()).toEqual([]);
    expect(pending()).toEqual([]);
    expect(busiestMinute(requests, 'set')).toBeLessThanOrEqual(storageRates.set);
  });
});
