import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../../src/desk/decision-rows';
import { decisionsAbout, type NewRow } from '../../../../src/desk/storage';
import type { Contact } from '../../../../src/duplicates/contact';
import { createDecision } from '../../../../src/duplicates/decision';
import type { StoredRow } from '../../../desk/storage';
import { SharedRows } from '../../../twins/storage';
import { settle } from '../../support';
import { aWhile, investigate, kim, lee, openPanel, robin, sam, separate, useDecisionTests } from './panel';

useDecisionTests();

/** The row of a decision as this version writes it, beside the first contact. */
function rowOf(beside: Contact, other: Contact, at = Date.now() - 1000): NewRow {
  return rowsOf(beside.id, other.id, createDecision(separate, sam, at, [beside, other]))[0];
}

/** The list of decisions about two contacts as version 1 kept it. */
function listOf(beside: Contact, other: Contact): StoredRow {
  const decision = { kind: 'separate', by: sam, at: Date.now() - 1000, values: { email: ['1x2k9q', ''] } };
  return {
    key: `d:${beside.id}:${other.id}`,
    queriableValue: decisionsAbout(beside.id),
    value: { version: 1, decisions: [decision] },
  };
}

describe.each<[what: string, create: (beside: Contact, other: Contact) => StoredRow]>([
  ["another version's list", listOf],
  ["a later version's value", (a, b) => ({ ...rowOf(a, b), value: { version: 3, kind: 'separate' } })],
  ["a later version's key", (a, b) => ({ ...rowOf(a, b), key: `${rowOf(a, b).key}:extra` })],
  ['a damaged value', (a, b) => ({ ...rowOf(a, b), value: { version: 2, kind: 'separate' } })],
  ['an empty value', (a, b) => ({ ...rowOf(a, b), value: {} })],
  [
    'a time that its key contradicts',
    (a, b) => ({ ...rowOf(a, b), value: { ...rowOf(a, b).value, at: 1763900000000 } }),
  ],
])('a row that this version cannot read, with %s,', (_, create) => {
  it.each<[side: string, beside: Contact, other: Contact]>([
    ['the open contact', robin, kim],
    ['the other contact', kim, robin],
  ])('is never touched beside %s, whatever is decided about the two', async (_side, beside, other) => {
    const row = create(beside, other);
    const rows = new SharedRows(row);
    const { read, decide, undo, shown } = openPanel({ rows });
    await read(robin);
    await decide(robin, kim);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    await undo(robin, kim);
    await settle(aWhile);
    expect(rows.values()).toEqual([row]);
  });

  it('makes the pair unreadable, and no other', async () => {
    const rows = new SharedRows(create(robin, kim), rowOf(robin, lee));
    const { read, unreadable, shown, phase } = openPanel({ rows });
    await read(robin);
    expect(phase(robin)).toEqual({ kind: 'known' });
    expect(unreadable(robin)).toEqual([kim.id]);
    expect(shown(robin, kim)).toEqual([]);
    expect(shown(robin, lee)).toEqual(['Sam: separate']);
  });

  it('keeps the pair marked as unreadable beside a decision that was made since', async () => {
    const rows = new SharedRows(create(robin, kim));
    const { read, decide, unreadable, shown } = openPanel({ rows });
    await read(robin);
    await decide(robin, kim, investigate);
    await read(robin);
    expect(shown(robin, kim)).toEqual(['Noor: investigate']);
    expect(unreadable(robin)).toEqual([kim.id]);
  });
});

describe('a row that this version cannot read', () => {
  const later = (at: number): StoredRow => ({ ...rowOf(robin, kim, at), value: { version: 3 } });

  it('takes the place of all earlier decisions about the pair', async () => {
    const rows = new SharedRows(rowOf(robin, kim), later(Date.now()));
    const { read, shown, unreadable } = openPanel({ rows });
    await read(robin);
    expect(shown(robin, kim)).toEqual([]);
    expect(unreadable(robin)).toEqual([kim.id]);
  });

  it('gives way to a later decision, and to those before that', async () => {
    const rows = new SharedRows(rowOf(robin, kim), later(Date.now() - 2000));
    const { read, shown, unreadable } = openPanel({ rows });
    await read(robin);
    expect(shown(robin, kim)).toEqual(['Sam: separate']);
    expect(unreadable(robin)).toEqual([kim.id]);
  });

  it('is read as soon as it can be', async () => {
    const row = rowOf(robin, kim);
    const rows = new SharedRows({ ...row, value: { version: 3 } });
    const { read, unreadable, shown } = openPanel({ rows });
    await read(robin);
    expect(unreadable(robin)).toEqual([kim.id]);
    rows.put(row);
    await read(robin);
    expect(unreadable(robin)).toEqual([]);
    expect(shown(robin, kim)).toEqual(['Sam: separate']);
  });

  it.each(['g:1', 'd', 'd:', `d:${robin.id}`, `d:${robin.id}:`, `x:${robin.id}:${kim.id}`])(
    'is about no decision if its key is %s',
    async (key) => {
      const rows = new SharedRows({ key, queriableValue: decisionsAbout(robin.id), value: {} });
      const { read, unreadable, decisions } = openPanel({ rows });
      await read(robin);
      expect(unreadable(robin)).toEqual([]);
      expect(decisions.about(robin.id).value.byContact.size).toBe(0);
    },
  );
});
