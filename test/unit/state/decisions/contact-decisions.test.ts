import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../../src/duplicates/contact';
import { canDecide, createContactDecisions } from '../../../../src/state/decisions/contact-decisions';
import { isSeparate } from '../../../../src/state/decisions/decision-status';
import { contact, contacts } from '../../../builders';
import { SharedRows } from '../../../twins/storage';
import { settle } from '../../support';
import {
  investigate,
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

/** The decisions beside Robin, for an agent who knows these contacts. */
function openBeside(
  known: readonly Contact[] = [robin, kim, lee],
  rows = new SharedRows(),
  panel: ReturnType<typeof openPanel> | ReturnType<typeof openPanelInDesk> = openPanel({ rows }),
) {
  const contacts = new Map(known.map((one) => [one.id, one]));
  const decisions = createContactDecisions({
    decisions: panel.decisions,
    contactId: robin.id,
    contactById: (id) => contacts.get(id) ?? null,
  });
  return {
    rows,
    panel,
    decisions,
    statusOf: (one: Contact) => decisions.statusByContact.value.get(one.id),
  };
}

describe('the decisions beside a contact', () => {
  it('are read when it is opened, and can be shown from then on', async () => {
    const rows = new SharedRows();
    await openPanel({ rows, by: sam }).decide(kim, robin, investigate);
    const { decisions, statusOf } = openBeside(undefined, rows);
    expect(decisions.isReady.value).toBe(false);
    await settle();
    expect(decisions.isReady.value).toBe(true);
    expect(statusOf(kim)?.latest).toMatchObject({ ...investigate, by: sam });
    expect(statusOf(lee)).toBeUndefined();
  });

  it('show the latest one with the earlier ones behind it', async () => {
    const { decisions, statusOf } = openBeside();
    decisions.decide([kim.id], investigate);
    decisions.decide([kim.id], separate);
    await settle();
    expect(statusOf(kim)?.latest.kind).toBe('separate');
    expect(statusOf(kim)?.earlier.map(({ kind }) => kind)).toEqual(['investigate']);
  });

  it('are unsaved until they are in the storage', async () => {
    const panel = openPanel();
    panel.gate.hold('write');
    const { decisions, statusOf } = openBeside(undefined, undefined, panel);
    decisions.decide([kim.id], separate);
    await settle();
    expect(statusOf(kim)?.isSaved).toBe(false);
    await panel.gate.release();
    expect(statusOf(kim)?.isSaved).toBe(true);
  });

  it('leave out contacts of which nothing is known', async () => {
    const { decisions, rows } = openBeside([robin, kim]);
    decisions.decide([kim.id, lee.id], separate);
    await settle();
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, robin, lee)).toEqual([]);
  });

  it('can be made unless the storage is off', async () => {
    const off = openBeside(undefined, undefined, openPanelInDesk({ rows: null }));
    expect(canDecide(off.decisions)).toBe(true);
    await settle();
    expect(canDecide(off.decisions)).toBe(false);
    const failing = openBeside(undefined, undefined, openPanelInDesk({ mode: 'readsFail' }));
    await settle();
    expect(canDecide(failing.decisions)).toBe(true);
  });
});

describe('an undo', () => {
  it('of several contacts takes back the latest decision about each, and no other', async () => {
    const { decisions, rows } = openBeside();
    decisions.decide([kim.id, lee.id], investigate);
    decisions.decide([kim.id], separate);
    await settle();
    decisions.undo([kim.id, lee.id]);
    await settle();
    expect(stored(rows, robin, kim)).toEqual(['Noor: investigate']);
    expect(stored(rows, robin, lee)).toEqual([]);
  });

  it('of a plan that was not sent yet drops it, and never reaches the storage', async () => {
    const panel = openPanel();
    const others = contacts(5);
    const { decisions } = openBeside([robin, kim, lee, ...others], undefined, panel);
    panel.gate.hold('write');
    decisions.decide(
      others.map(({ id }) => id),
      separate,
    );
    await settle();
    decisions.planMerge(robin.id, [[kim.id, lee.id]]);
    decisions.undo([kim.id, lee.id]);
    await panel.gate.release();
    expect(panel.calls.map(({ call }) => call)).toEqual(['readAll', 'write']);
  });
});

describe('a contact marked as a different person', () => {
  it('stays out of the list as long as no value changes', async () => {
    const rows = new SharedRows();
    const { decisions, statusOf } = openBeside(undefined, rows);
    decisions.decide([kim.id], separate);
    await settle();
    expect(isSeparate(statusOf(kim))).toBe(true);
    expect(isSeparate(statusOf(lee))).toBe(false);

    const changed = openBeside([robin, { ...kim, email: 'kim@home.example' }], rows);
    await settle();
    expect(changed.statusOf(kim)).toMatchObject({
      needsReview: true,
      changes: [{ key: 'email', contactId: kim.id }],
    });
    expect(isSeparate(changed.statusOf(kim))).toBe(false);
  });

  it('comes last from the next time that the decisions are read', async () => {
    const { decisions } = openBeside();
    await settle();
    decisions.decide([kim.id], separate);
    await settle();
    expect(decisions.separateAtFirst.value).toEqual(new Set());
    await decisions.read();
    expect(decisions.separateAtFirst.value).toEqual(new Set([kim.id]));
  });

  it('comes last at once if the contact is opened again', async () => {
    const { panel, decisions } = openBeside();
    decisions.decide([kim.id], separate);
    await settle();
    expect(openBeside(undefined, undefined, panel).decisions.separateAtFirst.value).toEqual(
      new Set([kim.id]),
    );
  });

  it('needs no review for a change if it was only to be investigated', async () => {
    const rows = new SharedRows();
    openBeside(undefined, rows).decisions.decide([kim.id], investigate);
    await settle();
    const { statusOf } = openBeside([robin, { ...kim, email: null }], rows);
    await settle();
    expect(statusOf(kim)).toMatchObject({ needsReview: false, changes: [{ key: 'email' }] });
  });
});

describe('a planned merge', () => {
  const pairs = [
    [robin, kim],
    [kim, lee],
    [lee, robin],
  ] as const;

  it('is recorded for each two of its contacts and the open one, at one moment', async () => {
    const { decisions, rows } = openBeside();
    decisions.planMerge(kim.id, [[lee.id]]);
    await settle();
    for (const [one, other] of pairs) expect(stored(rows, one, other)).toEqual(['Noor: mergePlanned']);
    const status = decisions.statusByContact.value.get(kim.id);
    expect(status?.latest).toMatchObject({ by: noor, primaryId: kim.id, rounds: [[lee.id]] });
  });

  it('is recorded once, however often it is started', async () => {
    const { decisions, rows } = openBeside();
    for (const _ of [1, 2]) decisions.planMerge(kim.id, [[lee.id]]);
    await settle();
    decisions.planMerge(kim.id, [[lee.id]]);
    await settle();
    expect(rows.keys()).toHaveLength(6);
    decisions.planMerge(lee.id, [[kim.id]]);
    await settle();
    expect(rows.keys()).toHaveLength(12);
  });

  it('is taken back as a whole, also by a colleague and beside another contact', async () => {
    const rows = new SharedRows();
    openBeside(undefined, rows).decisions.planMerge(robin.id, [[kim.id, lee.id]]);
    await settle();
    const { decisions } = openBeside(undefined, rows, openPanel({ rows, by: sam }));
    await settle();
    decisions.undo([lee.id]);
    await settle();
    expect(rows.keys()).toEqual([]);
    expect(decisions.statusByContact.value.size).toBe(0);
  });

  it('is all that is taken back with it, whichever of its contacts are named', async () => {
    const { decisions, rows } = openBeside();
    decisions.decide([kim.id, lee.id], investigate);
    await settle();
    decisions.planMerge(robin.id, [[kim.id, lee.id]]);
    await settle();
    decisions.undo([kim.id, lee.id]);
    await settle();
    expect(stored(rows, robin, kim)).toEqual(['Noor: investigate']);
    expect(stored(rows, robin, lee)).toEqual(['Noor: investigate']);
    expect(stored(rows, kim, lee)).toEqual([]);
  });

  it('lets go of a contact that was merged away, and stands for the others', async () => {
    const { decisions, rows } = openBeside();
    decisions.planMerge(robin.id, [[kim.id, lee.id]]);
    await settle();
    decisions.removeFromPlan(lee.id);
    await settle();
    expect(stored(rows, robin, kim)).toEqual(['Noor: mergePlanned']);
    expect(rows.keys()).toHaveLength(2);
  });

  it('is all that a contact that was merged away is taken out of', async () => {
    const { decisions, rows } = openBeside();
    decisions.decide([lee.id], separate);
    await settle();
    decisions.removeFromPlan(lee.id);
    decisions.removeFromPlan(contact().id);
    await settle();
    expect(stored(rows, robin, lee)).toEqual(['Noor: separate']);
  });

  it('is recorded nowhere if the storage is off', async () => {
    const panel = openPanelInDesk({ rows: null });
    const { decisions } = openBeside(undefined, undefined, panel);
    await settle();
    decisions.planMerge(robin.id, [[kim.id]]);
    await settle();
    expect(panel.failures()).toEqual([]);
    expect(panel.requests.map(({ call }) => call)).toEqual(['get']);
  });
});
