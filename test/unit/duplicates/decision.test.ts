import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Agent,
  changesSince,
  type Decision,
  decide,
  isSameDecision,
  isSameVerdict,
  joinDecisions,
  pairKey,
  partakersOf,
  type Verdict,
} from '../../../src/duplicates/decision';
import { fingerprintOf } from '../../../src/duplicates/fingerprint';
import { contact, toldAlone } from '../../builders';
import { ordersOf } from '../support';

const noor: Agent = { id: '450000000000056001', name: 'Noor Vale' };
const sam: Agent = { id: '450000000000056002', name: 'Sam Reed' };
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
    expect(decide(verdict, noor, 1000, [robin, kim])).toEqual({
      ...verdict,
      by: noor,
      at: 1000,
      fingerprints: { 1: fingerprintOf(robin), 2: fingerprintOf(kim) },
    });
  });

  it('may be of nobody where Desk does not tell who decides', () => {
    expect(decide(separate, null, 1000, [robin, kim]).by).toBeNull();
  });
});

describe('what changed since a decision', () => {
  const decision = decide(separate, noor, 1000, [robin, kim]);

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
    const listed = toldAlone({ id: '1', email: 'robin@ash.example' });
    expect(changesSince(decision, [listed])).toEqual([]);
    expect(changesSince(decide(separate, noor, 1000, [listed, kim]), [robin])).toEqual([]);
  });
});

describe('two records of a decision', () => {
  const decision = decide(separate, noor, 1000, [robin, kim]);

  it('are of the same one where who, when and what are the same', () => {
    expect(isSameDecision(decision, structuredClone(decision))).toBe(true);
    expect(isSameDecision(decision, { ...decision, fingerprints: {} })).toBe(true);
    expect(isSameDecision(decision, { ...decision, by: { ...noor, name: 'N. Vale' } })).toBe(true);
    expect(isSameDecision({ ...decision, by: null }, { ...decision, by: null })).toBe(true);
  });

  it.each<[what: string, other: Decision]>([
    ['somebody else decided', { ...decision, by: sam }],
    ['it is not known who decided', { ...decision, by: null }],
    ['it was decided at another time', { ...decision, at: 1001 }],
    ['something else was decided', decide(investigate, noor, 1000, [robin, kim])],
  ])('are of two where %s', (_, other) => {
    expect(isSameDecision(decision, other)).toBe(false);
    expect(isSameDecision(other, decision)).toBe(false);
  });
});

describe('decisions of several lists', () => {
  const at = (time: number, by: Agent | null = noor, verdict: Verdict = separate) =>
    decide(verdict, by, time, [robin, kim]);

  it('are joined with the latest first', () => {
    expect(joinDecisions([at(2)], [at(3), at(1)])).toEqual([at(3), at(2), at(1)]);
  });

  it('stand once, in however many lists they are', () => {
    expect(joinDecisions([at(2), at(1)], [at(2)], [at(1), at(1)])).toEqual([at(2), at(1)]);
  });

  it('of the same moment all stand, in an order that is always the same', () => {
    const all = [at(1), at(1, sam), at(1, null), at(1, noor, investigate)];
    const joined = joinDecisions(all);
    expect(joined).toHaveLength(4);
    for (const order of ordersOf(all)) {
      expect(joinDecisions(order)).toEqual(joined);
      expect(joinDecisions(...order.map((one) => [one]))).toEqual(joined);
    }
  });

  it('are none of no lists', () => {
    expect(joinDecisions()).toEqual([]);
    expect(joinDecisions([], [])).toEqual([]);
  });

  it('stay in their lists as they were', () => {
    const list = Object.freeze([at(1), at(2)]);
    joinDecisions(list, [at(3)]);
    expect(list).toEqual([at(1), at(2)]);
  });

  const anyDecision = fc
    .record({
      verdict: fc.constantFrom(...Object.values(verdicts)),
      by: fc.constantFrom(null, noor, sam),
      time: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ verdict, by, time }) => at(time, by, verdict));
  const lists = fc.array(fc.array(anyDecision, { maxLength: 6 }), { maxLength: 5 });
  const shuffled = lists.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );

  it('are all there, each once, the latest first', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const joined = joinDecisions(...all);
        const holds = (decision: Decision) => joined.filter((one) => isSameDecision(one, decision));
        for (const decision of all.flat()) expect(holds(decision)).toEqual([decision]);
        for (const decision of joined) expect(all.flat()).toContainEqual(decision);
        expect(joined.map((one) => one.at)).toEqual(joined.map((one) => one.at).sort((a, b) => b - a));
      }),
    );
  });

  it('are the same whatever the order of the lists, and of the decisions in them', () => {
    fc.assert(
      fc.property(shuffled, ([all, others]) => {
        const joined = joinDecisions(...all);
        expect(joinDecisions(...others)).toEqual(joined);
        expect(joinDecisions(others.flat().reverse())).toEqual(joined);
      }),
    );
  });

  it('are joined once and for all', () => {
    fc.assert(
      fc.property(lists, lists, (some, others) => {
        const joined = joinDecisions(...some, ...others);
        expect(joinDecisions(joined)).toEqual(joined);
        expect(joinDecisions(joined, joined, ...some)).toEqual(joined);
        expect(joinDecisions(joinDecisions(...some), joinDecisions(...others))).toEqual(joined);
      }),
    );
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
    expect(partakersOf(verdicts.mergePlanned)).toEqual(['1', '2', '3', '4']);
    expect(partakersOf({ kind: 'mergePlanned', primaryId: '7', rounds: [] })).toEqual(['7']);
  });

  it('is about the same whoever it was recorded with', () => {
    const [own, other] = [[robin, kim], [kim]].map((all) => decide(verdicts.mergePlanned, noor, 1000, all));
    for (const decision of [own, other])
      expect(decision?.kind === 'mergePlanned' && partakersOf(decision)).toEqual(['1', '2', '3', '4']);
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
        decide(verdict, noor, 1000, [robin, kim]),
        decide(verdict, null, 2000, [contact()]),
      ];
      expect(isSameVerdict(one, other)).toBe(true);
      expect(isSameVerdict(one, verdict)).toBe(true);
    }
  });
});
