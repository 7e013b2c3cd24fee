import { describe, expect, it } from 'vitest';
import {
  type Agent,
  changesSince,
  contactsInPlan,
  createDecision,
  isSameVerdict,
  pairKey,
  type Verdict,
} from '../../../src/duplicates/decision';
import { fingerprintOf } from '../../../src/duplicates/fingerprint';
import { contact, sparseContact } from '../../builders';

const noor: Agent = { id: '450000000000056001', name: 'Noor Vale' };
const verdicts = {
  separate: { kind: 'separate' },
  investigate: { kind: 'investigate', note: 'Ask the account team' },
  mergePlanned: { kind: 'mergePlanned', primaryId: '1', rounds: [['2', '3'], ['4']] },
} as const satisfies Record<Verdict['kind'], Verdict>;
const { separate, investigate } = verdicts;

const robin = contact({ id: '1', lastName: 'Ash', email: 'robin@ash.example', city: 'Leeds' });
const kim = contact({
  id: '2',
  lastName: 'Ash',
  email: 'kim@ash.example',
  customFields: { cf_plan: 'Gold' },
});

describe('a decision', () => {
  it.each(Object.values(verdicts))('of $kind says who decided, when, and on what', (verdict) => {
    expect(createDecision(verdict, noor, 1000, [robin, kim])).toEqual({
      ...verdict,
      by: noor,
      at: 1000,
      fingerprints: { 1: fingerprintOf(robin), 2: fingerprintOf(kim) },
    });
  });

  it('may be of nobody where Desk does not tell who decides', () => {
    expect(createDecision(separate, null, 1000, [robin, kim]).by).toBeNull();
  });
});

describe('what changed since a decision', () => {
  const decision = createDecision(separate, noor, 1000, [robin, kim]);

  it('is nothing while the contacts are as they were', () => {
    expect(changesSince(decision, [robin, kim])).toEqual([]);
    expect(changesSince(decision, [])).toEqual([]);
  });

  it('is told by field and contact, in the order of the contacts', () => {
    const after = [
      { ...kim, email: 'kim@home.example', customFields: {} },
      { ...robin, email: null },
    ];
    expect(changesSince(decision, after)).toEqual([
      { key: 'email', contactId: '2' },
      { key: 'custom:cf_plan', contactId: '2' },
      { key: 'email', contactId: '1' },
    ]);
  });

  it('is nothing of a contact that it does not know', () => {
    expect(changesSince(decision, [contact({ id: '3', email: 'new@ash.example' })])).toEqual([]);
    expect(changesSince({ ...decision, fingerprints: {} }, [{ ...robin, email: null }])).toEqual([]);
  });

  it('is nothing in fields that Desk did not tell then, or does not tell now', () => {
    const listed = sparseContact({ id: '1', email: 'robin@ash.example' });
    expect(changesSince(decision, [listed])).toEqual([]);
    expect(changesSince(createDecision(separate, noor, 1000, [listed, kim]), [robin])).toEqual([]);
  });
});

describe('the name of a pair', () => {
  it('is the same whichever contact comes first', () => {
    expect(pairKey('1', '2')).toBe(pairKey('2', '1'));
    expect(pairKey('9', '10')).toBe(pairKey('10', '9'));
  });

  it('is another one for any other pair', () => {
    const ids = ['1', '2', '12', '21', '450000000000123001', '450000000000123002'];
    const pairs = ids.flatMap((a) => ids.filter((b) => a < b).map((b) => pairKey(a, b)));
    expect(new Set(pairs).size).toBe(15);
  });
});

describe('a planned merge', () => {
  it('is about the one that stays and all others, round after round', () => {
    expect(contactsInPlan(verdicts.mergePlanned)).toEqual(['1', '2', '3', '4']);
    expect(contactsInPlan({ kind: 'mergePlanned', primaryId: '7', rounds: [] })).toEqual(['7']);
  });

  it('is about the same whoever it was recorded with', () => {
    const [own, other] = [[robin, kim], [kim]].map((all) =>
      createDecision(verdicts.mergePlanned, noor, 1000, all),
    );
    for (const decision of [own, other])
      expect(decision?.kind === 'mergePlanned' && contactsInPlan(decision)).toEqual(['1', '2', '3', '4']);
  });
});

describe('two verdicts', () => {
  const plan = verdicts.mergePlanned;
  const different: Verdict[] = [
    separate,
    investigate,
    { kind: 'investigate', note: '' },
    { kind: 'investigate', note: 'Ask the account team ' },
    plan,
    { ...plan, primaryId: '2', rounds: [['1', '3'], ['4']] },
    { ...plan, rounds: [['2'], ['3', '4']] },
    { ...plan, rounds: [['2', '3', '4']] },
    { ...plan, rounds: [['2', '3']] },
    { ...plan, rounds: [['4'], ['2', '3']] },
    { ...plan, rounds: [['2', '3'], ['4'], []] },
    { ...plan, rounds: [] },
  ];

  it.each(different)('say the same as themselves, and as nothing else: %o', (verdict) => {
    expect(different.filter((other) => isSameVerdict(verdict, other))).toEqual([verdict]);
    expect(different.filter((other) => isSameVerdict(other, verdict))).toEqual([verdict]);
    expect(isSameVerdict(verdict, structuredClone(verdict))).toBe(true);
  });

  it('say the same whoever gave them, when, and on what', () => {
    for (const verdict of different) {
      const [one, other] = [
        createDecision(verdict, noor, 1000, [robin, kim]),
        createDecision(verdict, null, 2000, [contact()]),
      ];
      expect(isSameVerdict(one, other)).toBe(true);
      expect(isSameVerdict(one, verdict)).toBe(true);
    }
  });
});
