import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../../src/duplicates/contact';
import { contacts } from '../../../builders';
import { SharedRows } from '../../../twins/storage';
import { settle } from '../../support';
import {
  aWhile,
  investigate,
  keysWrittenIn,
  kim,
  lee,
  openPanel,
  openPanelInDesk,
  robin,
  sam,
  stored,
  useDecisionTests,
} from './panel';

useDecisionTests();

/** Two agents with a panel each. The clock of the second one is a few milliseconds ahead. */
function twoAgents() {
  const rows = new SharedRows();
  const other = openPanel({ rows, by: sam, now: () => Date.now() + 5 });
  return { rows, one: openPanel({ rows }), other };
}

const bothDecisions = ['Sam: investigate', 'Noor: separate'];

describe('two agents who decide about the same pair at once', () => {
  it.each(['first', 'second'])('both have their decision if the %s one writes last', async (last) => {
    const { rows, one, other } = twoAgents();
    for (const { gate } of [one, other]) gate.hold('write');
    await one.decide(robin, kim);
    await other.decide(kim, robin, investigate);
    for (const { gate } of last === 'first' ? [other, one] : [one, other]) await gate.release();
    expect(stored(rows, robin, kim)).toEqual(bothDecisions);
    for (const { read, shown } of [one, other]) {
      await read(robin);
      expect(shown(robin, kim)).toEqual(bothDecisions);
    }
  });

  it('write once each, and read nothing', async () => {
    const { one, other } = twoAgents();
    await one.decide(robin, kim);
    await other.decide(robin, kim, investigate);
    await settle(aWhile);
    expect([...one.calls, ...other.calls].map(({ call }) => call)).toEqual(['write', 'write']);
  });

  it('both have their decision if they decide the same', async () => {
    const { rows, one, other } = twoAgents();
    await one.decide(robin, kim);
    await other.decide(kim, robin);
    expect(stored(rows, robin, kim)).toEqual(['Sam: separate', 'Noor: separate']);
  });

  it('both have their decision if one has to wait for a busy storage', async () => {
    const rows = new SharedRows();
    const one = openPanel({ rows });
    const other = openPanelInDesk({ rows, by: sam, mode: 'busy', now: () => Date.now() + 5 });
    await other.decide(robin, kim, investigate);
    await settle(1000);
    expect(other.pending()).toEqual(['record']);
    await one.decide(robin, kim);
    await settle(aWhile);
    expect(stored(rows, robin, kim).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
  });

  it('both have all their decisions about a whole group', async () => {
    const { rows, one, other } = twoAgents();
    const group = contacts(12);
    for (const { gate } of [one, other]) gate.hold('write');
    await one.decide(robin, group);
    await other.decide(robin, group.toReversed(), investigate);
    for (const { gate } of [one, other, one, other]) await gate.release();
    for (const member of group) expect(stored(rows, robin, member)).toEqual(bothDecisions);
  });
});

describe('two agents', () => {
  it('who decide about pairs with one contact in common do not affect each other', async () => {
    const { rows, one, other } = twoAgents();
    for (const { gate } of [one, other]) gate.hold('write');
    await one.decide(robin, kim);
    await other.decide(kim, lee, investigate);
    for (const { gate } of [one, other]) await gate.release();
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, kim, lee)).toEqual(['Sam: investigate']);
    const { read, shown } = openPanel({ rows });
    await read(kim);
    expect([shown(kim, robin), shown(kim, lee)]).toEqual([['Noor: separate'], ['Sam: investigate']]);
  });

  it('keep an undo of one while the other one is deciding', async () => {
    const { rows, one, other } = twoAgents();
    await one.decide(robin, kim);
    await other.read(robin);
    other.gate.hold('write');
    await other.decide(robin, kim, investigate);
    await one.undo(robin, kim);
    await other.gate.release();
    expect(stored(rows, robin, kim)).toEqual(['Sam: investigate']);
  });

  it('keep a decision of one that was made while the other one takes back an earlier decision', async () => {
    const { rows, one, other } = twoAgents();
    await one.decide(robin, kim);
    one.gate.hold('remove');
    await one.undo(robin, kim);
    await other.decide(robin, kim, investigate);
    await one.gate.release();
    expect(stored(rows, robin, kim)).toEqual(['Sam: investigate']);
  });

  it.each<[side: string, about: Contact, from: Contact]>([
    ['the open contact', robin, kim],
    ['the other contact', kim, robin],
  ])('keep a decision made while an undo has removed the row beside %s alone', async (_, about, from) => {
    const { rows, one, other } = twoAgents();
    await one.decide(robin, kim);
    one.gate.holdAnswers('remove');
    await one.undo(about, from);
    expect(rows.keys()).toHaveLength(1);
    await other.decide(robin, kim, investigate);
    await one.gate.release();
    expect(stored(rows, robin, kim)).toEqual(['Sam: investigate']);
  });

  it('who take back the same decision both succeed', async () => {
    const { rows, one, other } = twoAgents();
    await one.decide(robin, kim);
    await other.read(robin);
    for (const { gate } of [one, other]) gate.hold('remove');
    await one.undo(robin, kim);
    await other.undo(robin, kim);
    for (const { gate } of [one, other]) await gate.release();
    expect(rows.keys()).toEqual([]);
    expect([one.failures(), other.failures()]).toEqual([[], []]);
  });

  it('who decide several times never write the same key', async () => {
    const { one, other } = twoAgents();
    for (const { decide } of [one, other, one, other]) await decide(robin, [kim, lee]);
    const keys = [...keysWrittenIn(one.calls), ...keysWrittenIn(other.calls)];
    expect(keys).toHaveLength(16);
    expect(new Set(keys).size).toBe(16);
  });
});
