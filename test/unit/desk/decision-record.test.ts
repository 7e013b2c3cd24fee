import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/base/json';
import {
  fitting,
  keyOf,
  otherContactOf,
  queriableValueOf,
  readDecisions,
  recordsOf,
  storedValueOf,
} from '../../../src/desk/decision-record';
import { compareRecords } from '../../../src/duplicates/compare';
import type { Contact } from '../../../src/duplicates/contact';
import {
  type Agent,
  type Decision,
  decide,
  longestNote,
  type Verdict,
} from '../../../src/duplicates/decision';
import { fingerprintOf } from '../../../src/duplicates/fingerprint';
import { contact, toldAlone } from '../../builders';

const noor: Agent = { id: '450000000000056001', name: 'Noor Vale' };
const robin = contact({ id: '450000000000123002', lastName: 'Ash', email: 'robin@ash.example' });
const kim = contact({ id: '450000000000123001', lastName: 'Birch', customFields: { cf_plan: 'Gold' } });
const separate: Verdict = { kind: 'separate' };

const at = (time: number, verdict: Verdict = separate, contacts: readonly Contact[] = [robin, kim]) =>
  decide(verdict, noor, time, contacts);
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

/** What the storage gives back of these decisions, to somebody who has the contacts open in either order. */
function stored(decisions: readonly Decision[], [one, other] = [robin.id, kim.id]) {
  const [record] = recordsOf(one, other, decisions);
  return readDecisions(JSON.parse(JSON.stringify(record?.value)), one, other);
}

describe('a decision in the storage', () => {
  it.each<Verdict>([
    separate,
    { kind: 'investigate', note: '' },
    { kind: 'investigate', note: 'Zwei Personen?\n"二人" \\ 👍' },
    {
      kind: 'mergePlanned',
      primaryId: kim.id,
      rounds: [['450000000000123003', robin.id], ['450000000000123004']],
    },
    { kind: 'mergePlanned', primaryId: robin.id, rounds: [] },
  ])('comes back as it was: %o', (verdict) => {
    expect(stored([at(1763900000000, verdict)])).toEqual([at(1763900000000, verdict)]);
  });

  it('comes back without an agent where none was known', () => {
    const decision = { ...at(1), by: null };
    expect(stored([decision])).toEqual([decision]);
  });

  it('comes back with the decisions before it, the latest first', () => {
    const all = [at(3, { kind: 'investigate', note: 'again' }), at(2), at(1)];
    expect(stored(all)).toEqual(all);
  });

  it('is the same whichever of the contacts is open', () => {
    const all = [at(2), at(1)];
    expect(storedValueOf(robin.id, kim.id, all)).toEqual(storedValueOf(kim.id, robin.id, all));
    expect(readDecisions(storedValueOf(robin.id, kim.id, all), kim.id, robin.id)).toEqual(all);
  });

  it('parts the fingerprints of the two contacts, empty fields from such that were not told', () => {
    const listed = toldAlone({ id: robin.id, email: 'robin@ash.example', phone: null });
    const [decision] = stored([at(1, separate, [kim, listed])]) ?? [];
    expect(decision?.fingerprints).toEqual({
      [robin.id]: { email: fingerprintOf(robin).email, phone: '' },
      [kim.id]: fingerprintOf(kim),
    });
  });

  it('comes back from text that has its long numbers bare', () => {
    const text = JSON.stringify(storedValueOf(robin.id, kim.id, [at(1763900000000)]));
    const value = parseJson(text.replace(`"${noor.id}"`, noor.id));
    expect(readDecisions(value as ReturnType<typeof storedValueOf>, robin.id, kim.id)).toEqual([
      at(1763900000000),
    ]);
  });

  it('holds no value of the contacts', () => {
    const open = contact({
      ...{ firstName: 'Robin', lastName: 'Ash', email: 'robin@ash.example', phone: '+44 20 7946 0123' },
      ...{ accountName: 'Acme Ltd', accountId: '450000000000034001', description: 'Prefers mornings' },
      ...{ crmRecord: { id: '450000000000078001', kind: 'contacts' }, customFields: { cf_plan: 'Platinum' } },
    });
    const text = JSON.stringify(recordsOf(open.id, kim.id, [at(1, separate, [open, kim])]));
    for (const value of ['Robin', 'Ash', 'ash.example', '7946', 'Acme', '034001', 'mornings', '078001'])
      expect(text).not.toContain(value);
    expect(text).not.toMatch(/platinum|gold|birch/i);
  });
});

describe('the records of two contacts', () => {
  it('hold the same under a key for each, and are found by either', () => {
    const value = storedValueOf('1', '2', [at(1)]);
    expect(recordsOf('1', '2', [at(1)])).toEqual([
      { key: 'd:1:2', queriableValue: 'c:1', value },
      { key: 'd:2:1', queriableValue: 'c:2', value },
    ]);
    expect(recordsOf('2', '1', [at(1)]).toReversed()).toEqual(recordsOf('1', '2', [at(1)]));
  });

  it('have keys that Desk takes, for ids of up to 20 digits', () => {
    const [one, other] = ['9'.repeat(20), '8'.repeat(20)];
    for (const { key, queriableValue } of recordsOf(one, other, [at(1)])) {
      expect(key).toMatch(/^[a-zA-Z0-9_,:]{1,50}$/);
      expect(queriableValue).toMatch(/^[a-zA-Z0-9_,:]{1,50}$/);
    }
  });

  it('tell beside which contact they are found, and which the other one is', () => {
    expect(queriableValueOf('12')).toBe('c:12');
    expect(otherContactOf(keyOf('12', '34'), '12')).toBe('34');
    expect(otherContactOf(keyOf('12', '34'), '34')).toBeNull();
    expect(otherContactOf(keyOf('12', '34'), '1')).toBeNull();
    expect(otherContactOf('d:12:', '12')).toBeNull();
    expect(otherContactOf('g:12', '12')).toBeNull();
    expect(otherContactOf('x:12:34', '12')).toBeNull();
  });
});

describe('what this version cannot read', () => {
  const whole = {
    version: 1,
    decisions: [{ kind: 'separate', by: noor, at: 1, values: { email: ['1x2k9q', null] } }],
  };
  const [decision] = whole.decisions;
  const without = (name: string) =>
    Object.fromEntries(Object.entries(decision ?? {}).filter(([key]) => key !== name));
  const read = (value: Parameters<typeof readDecisions>[0]) => readDecisions(value, '1', '2');

  it('is nothing of a record that is whole', () => {
    expect(read(whole)).toEqual([
      { kind: 'separate', by: noor, at: 1, fingerprints: { 1: { email: '1x2k9q' }, 2: {} } },
    ]);
  });

  it.each<[what: string, value: Parameters<typeof readDecisions>[0]]>([
    ['something that is no object', null],
    ['an empty object', {}],
    ['what somebody else stored', { groups: [['450000000000777001', '']] }],
    ['a later version', { ...whole, version: 2 }],
    ['a version that is text', { ...whole, version: '1' }],
    ['no version', { decisions: whole.decisions }],
    ['no decisions', { version: 1 }],
    ['an empty list of decisions', { version: 1, decisions: [] }],
    ['decisions that are no list', { version: 1, decisions: decision }],
    ['a damaged decision among others', { version: 1, decisions: [decision, null] }],
    ['a verdict of another kind', { version: 1, decisions: [{ ...decision, kind: 'blocked' }] }],
    ...(['kind', 'by', 'at', 'values'].map((name): [string, object] => [
      `a decision without ${name}`,
      { version: 1, decisions: [without(name)] },
    ]) as [string, { version: number }][]),
    ['an investigation without a note', { version: 1, decisions: [{ ...decision, kind: 'investigate' }] }],
    [
      'a plan without rounds',
      { version: 1, decisions: [{ ...decision, kind: 'mergePlanned', primaryId: '1' }] },
    ],
    [
      'a plan whose rounds are no lists',
      { version: 1, decisions: [{ ...decision, kind: 'mergePlanned', primaryId: '1', rounds: ['2'] }] },
    ],
    ['a time that is text', { version: 1, decisions: [{ ...decision, at: '2026-01-12' }] }],
    ['an agent without a name', { version: 1, decisions: [{ ...decision, by: { id: '7' } }] }],
    [
      'a value of one contact alone',
      { version: 1, decisions: [{ ...decision, values: { email: ['1x2k9q'] } }] },
    ],
    ['a value that is no text', { version: 1, decisions: [{ ...decision, values: { email: [1, 2] } }] }],
    ['values that are text', { version: 1, decisions: [{ ...decision, values: '1x2k9q' }] }],
  ])('is %s', (_, value) => {
    expect(read(value)).toBeNull();
  });
});

describe('the size of a record', () => {
  /** So many custom fields with names of so many letters, of the kind that `mark` tells. */
  const customFields = (count: number, length: number, mark: string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `cf_${mark}_${index}_`.padEnd(length, 'x'),
        `Value ${index}`,
      ]),
    );
  /** A contact of which every field is filled in. */
  function everything(id: string, custom: Contact['customFields']): Contact {
    const texts = compareRecords([contact()], null).fields.map(({ key }) => [
      key,
      `${key} of ${id}: 山田太郎`,
    ]);
    return contact({
      ...Object.fromEntries(texts),
      id,
      accountId: '45000000000000034001',
      crmRecord: { id: '45000000000000078001', kind: 'contacts' },
      isPortalUser: true,
      isSpam: true,
      customFields: custom,
    });
  }
  const [one, other] = ['45000000000000123001', '45000000000000123002'];
  const longName: Agent = { id: '45000000000000056001', name: '山田太郎'.repeat(20) };
  const note = '好'.repeat(longestNote);
  const verdicts: Verdict[] = [
    separate,
    { kind: 'investigate', note },
    {
      kind: 'mergePlanned',
      primaryId: one,
      rounds: [
        [other, '45000000000000123003'],
        ['45000000000000123004', '45000000000000123005'],
      ],
    },
  ];
  // Names that are kept apart are those of up to 50 bytes, `custom:` counted in.
  const longest = 50 - 'custom:'.length;

  describe.each<[what: string, ofOne: Contact['customFields'], ofOther: Contact['customFields']]>([
    ['the same 60 custom fields', customFields(60, longest, 'a'), customFields(60, longest, 'a')],
    ['60 custom fields each, none in common', customFields(60, longest, 'a'), customFields(60, longest, 'b')],
    ['60 custom fields of names too long', customFields(60, 80, 'a'), customFields(60, 80, 'b')],
    [
      '60 custom fields with names in CJK',
      Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${'好'.repeat(13)}${index}`, '値'])),
      Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${'字'.repeat(13)}${index}`, '値'])),
    ],
  ])('of two contacts with everything filled in, and %s', (_, ofOne, ofOther) => {
    it.each(verdicts)('is small enough for a decision of $kind', (verdict) => {
      const contacts = [everything(one, ofOne), everything(other, ofOther)];
      const decision = decide(verdict, longName, 1763900000000, contacts);
      for (const { value } of recordsOf(one, other, fitting(one, other, [decision]))) {
        expect(readDecisions(value, one, other)).toMatchObject([
          { ...verdict, by: longName, at: decision.at },
        ]);
        expect(bytesOf(value)).toBeLessThanOrEqual(5000);
      }
    });
  });

  /** All contacts' fields but the custom ones. */
  const withoutCustom = ({ fingerprints, ...decision }: Decision): Decision => ({
    ...decision,
    fingerprints: Object.fromEntries(
      Object.entries(fingerprints).map(([id, told]) => [
        id,
        Object.fromEntries(Object.entries(told).filter(([key]) => !key.startsWith('custom:'))),
      ]),
    ),
  });
  const bare = (decision: Decision): Decision => ({ ...decision, fingerprints: {} });
  /** So many decisions, each with a note of so many letters, the latest first. */
  const history = (length: number, letters: number, contacts: readonly Contact[]) =>
    Array.from({ length }, (_, index) =>
      decide(
        { kind: 'investigate', note: `Look ${index} `.padEnd(letters, 'x') },
        noor,
        1000 - index,
        contacts,
      ),
    );
  const sizeOf = (decisions: readonly Decision[]) => bytesOf(storedValueOf(one, other, decisions));
  const plain = [everything(one, {}), everything(other, {})];

  it('is kept by leaving out fingerprints of earlier decisions first, the oldest before, and no more than it must', () => {
    for (const length of [1, 2, 3, 4, 5, 6, 8]) {
      const all = history(length, 30, plain);
      const kept = fitting(one, other, all);
      // As many as fit have all that they were made on.
      const whole = kept.filter((decision) => Object.keys(decision.fingerprints).length).length;
      expect(kept).toEqual([...all.slice(0, whole), ...all.slice(whole).map(bare)]);
      expect(whole).toBeGreaterThan(0);
      expect(sizeOf(kept)).toBeLessThanOrEqual(5000);
      const withOneMore = [...all.slice(0, whole + 1), ...all.slice(whole + 1).map(bare)];
      if (whole < length) expect(sizeOf(withOneMore)).toBeGreaterThan(5000);
    }
    expect(fitting(one, other, history(8, 30, plain))).not.toEqual(history(8, 30, plain));
  });

  it('is kept by leaving out the oldest decisions then, and no more of them than it must', () => {
    for (const [length, letters] of [
      [60, 30],
      [60, 200],
      [20, 500],
    ] as const) {
      const all = history(length, letters, plain);
      const [latest, ...earlier] = fitting(one, other, all);
      expect(latest).toEqual(all[0]);
      expect(earlier.length).toBeGreaterThan(0);
      expect(earlier.length).toBeLessThan(length - 1);
      expect(earlier).toEqual(all.slice(1, earlier.length + 1).map(bare));
      const kept = [all[0] as Decision, ...earlier];
      expect(sizeOf(kept)).toBeLessThanOrEqual(5000);
      expect(sizeOf([...kept, bare(all[kept.length] as Decision)])).toBeGreaterThan(5000);
    }
  });

  it('is kept by leaving out custom fields of the latest decision last of all', () => {
    const contacts = [
      everything(one, customFields(60, longest, 'a')),
      everything(other, customFields(60, longest, 'b')),
    ];
    const [small] = history(1, 10, contacts);
    const earlier = history(6, 400, plain).slice(1);
    if (!small) throw new Error('no decision');
    // It fits alone with all its custom fields: the earlier ones go rather than these.
    expect(sizeOf([small])).toBeLessThanOrEqual(5000);
    expect(sizeOf([small, ...earlier.map(bare)])).toBeGreaterThan(5000);
    const kept = fitting(one, other, [small, ...earlier]);
    expect(kept).toEqual([small, ...earlier.slice(0, kept.length - 1).map(bare)]);

    const large = decide({ kind: 'investigate', note }, longName, 2000, contacts);
    expect(sizeOf([large])).toBeGreaterThan(5000);
    expect(fitting(one, other, [large, ...earlier])).toEqual([withoutCustom(large)]);
    expect(sizeOf([withoutCustom(large)])).toBeLessThanOrEqual(5000);
  });

  it('takes nothing away where all fits, or where there is nothing', () => {
    const all = [at(3), at(2), at(1)];
    expect(fitting(robin.id, kim.id, all)).toEqual(all);
    expect(fitting(robin.id, kim.id, [])).toEqual([]);
    const kept = fitting(one, other, history(60, 30, plain));
    expect(fitting(one, other, kept)).toEqual(kept);
  });

  it('takes the same away whichever contact is open, and leaves what it was given as it was', () => {
    const all = Object.freeze(history(60, 30, plain));
    const before = structuredClone(all);
    expect(fitting(other, one, all)).toEqual(fitting(one, other, all));
    expect(all).toEqual(before);
  });

  it('is not cut by the records themselves', () => {
    const all = history(60, 30, plain);
    for (const { value } of recordsOf(one, other, all)) expect(readDecisions(value, one, other)).toEqual(all);
  });

  it('leaves out none of a few decisions', () => {
    const all = [at(3), at(2), at(1)];
    expect(stored(all)).toEqual(all);
  });
});
