import { describe, expect, it } from 'vitest';
import { type Json, parseJson } from '../../../src/base/json';
import { keysOf, readRow, readStoredValue, rowsOf, storedValueOf } from '../../../src/desk/decision-rows';
import { decisionsAbout } from '../../../src/desk/storage';
import { compareRecords } from '../../../src/duplicates/compare';
import type { Contact } from '../../../src/duplicates/contact';
import {
  type Agent,
  createDecision,
  type Decision,
  longestAgentName,
  longestNote,
  type Verdict,
} from '../../../src/duplicates/decision';
import { fingerprintOf } from '../../../src/duplicates/fingerprint';
import { contact, sparseContact } from '../../builders';

const noor: Agent = { id: '450000000000056001', name: 'Noor Vale' };
const robin = contact({ id: '450000000000123002', lastName: 'Ash', email: 'robin@ash.example' });
const kim = contact({ id: '450000000000123001', lastName: 'Birch', customFields: { cf_plan: 'Gold' } });
const separate: Verdict = { kind: 'separate' };
const time = 1763900000000;

const decisionOn = (contacts: readonly Contact[] = [robin, kim], verdict: Verdict = separate) =>
  createDecision(verdict, noor, time, contacts);
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

/** What the storage returns of a decision beside each of its contacts. */
function readBack(decision: Decision, [one, other] = [robin.id, kim.id]) {
  const [own, mirrored] = rowsOf(one, other, decision);
  return [
    readRow(JSON.parse(JSON.stringify(own)), one),
    readRow(JSON.parse(JSON.stringify(mirrored)), other),
  ];
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
  ])('comes back beside both contacts as it was: %o', (verdict) => {
    const decision = decisionOn([robin, kim], verdict);
    expect(readBack(decision)).toEqual([
      { otherId: kim.id, at: time, decision },
      { otherId: robin.id, at: time, decision },
    ]);
  });

  it('comes back without an agent if none was known', () => {
    const decision = { ...decisionOn(), by: null };
    expect(readBack(decision)[0]?.decision).toEqual(decision);
  });

  it('has the same value whichever of the contacts is open', () => {
    const value = storedValueOf(robin.id, kim.id, decisionOn());
    expect(storedValueOf(kim.id, robin.id, decisionOn())).toEqual(value);
    expect(readStoredValue(value, kim.id, robin.id)).toEqual(decisionOn());
  });

  it('tells the fingerprints of the two contacts apart, and empty fields from those that were not sent', () => {
    const listed = sparseContact({ id: robin.id, email: 'robin@ash.example', phone: null });
    expect(readBack(decisionOn([kim, listed]))[0]?.decision?.fingerprints).toEqual({
      [robin.id]: { email: fingerprintOf(robin).email, phone: '' },
      [kim.id]: fingerprintOf(kim),
    });
  });

  it('comes back from text with long numbers that lost their quotes', () => {
    const text = JSON.stringify(storedValueOf(robin.id, kim.id, decisionOn()));
    const value = parseJson(text.replace(`"${noor.id}"`, noor.id));
    expect(readStoredValue(value as Json, robin.id, kim.id)).toEqual(decisionOn());
  });

  it('contains no value of the contacts', () => {
    const open = contact({
      ...{ firstName: 'Robin', lastName: 'Ash', email: 'robin@ash.example', phone: '+44 20 7946 0123' },
      ...{ accountName: 'Acme Ltd', accountId: '450000000000034001', description: 'Prefers mornings' },
      ...{ crmRecord: { id: '450000000000078001', kind: 'contacts' }, customFields: { cf_plan: 'Platinum' } },
    });
    const text = JSON.stringify(rowsOf(open.id, kim.id, decisionOn([open, kim])));
    for (const value of ['Robin', 'Ash', 'ash.example', '7946', 'Acme', '034001', 'mornings', '078001'])
      expect(text).not.toContain(value);
    expect(text).not.toMatch(/platinum|gold|birch/i);
  });
});

describe('the two rows of a decision', () => {
  it('hold the same value, each under its own key and found by its own contact', () => {
    const decision = createDecision(separate, noor, 1, [contact({ id: '1' }), contact({ id: '2' })]);
    const value = storedValueOf('1', '2', decision);
    expect(rowsOf('1', '2', decision)).toEqual([
      { key: 'd:1:2:1', queriableValue: 'c:1', value },
      { key: 'd:2:1:1', queriableValue: 'c:2', value },
    ]);
    expect(rowsOf('2', '1', decision).toReversed()).toEqual(rowsOf('1', '2', decision));
    expect(keysOf('1', '2', 1)).toEqual(['d:1:2:1', 'd:2:1:1']);
  });

  it('are found beside a contact by its id', () => {
    expect(decisionsAbout('12')).toBe('c:12');
  });

  it('have a key of their own for every millisecond', () => {
    const keys = [0, 1, 36, time, time + 1].flatMap((at) => keysOf('1', '2', at));
    expect(new Set(keys).size).toBe(10);
  });

  it.each([
    [17, '450'],
    [18, '450'],
    [19, '999'],
    [20, '999'],
    [24, '999'],
  ])('have keys that Desk takes, and that can be read, for ids of %i digits', (length, digits) => {
    const [one, other] = [digits.padEnd(length, '8'), digits.padEnd(length, '7')];
    const decision = createDecision(separate, noor, time, [contact({ id: one }), contact({ id: other })]);
    for (const { key, queriableValue } of rowsOf(one, other, decision)) {
      expect(key).toMatch(/^[a-zA-Z0-9_,:]{1,50}$/);
      expect(queriableValue).toMatch(/^[a-zA-Z0-9_,:]{1,50}$/);
    }
    const written = { at: time, decision };
    expect(readBack(decision, [one, other])).toEqual([
      { ...written, otherId: other },
      { ...written, otherId: one },
    ]);
  });

  it('show ids of up to 19 digits as they are', () => {
    const [one, other] = ['4'.repeat(19), '5'.repeat(19)];
    expect(keysOf(one, other, time)).toEqual([
      `d:${one}:${other}:${time.toString(36)}`,
      `d:${other}:${one}:${time.toString(36)}`,
    ]);
  });

  it('are read with ids in base 36, even if these would have fitted in full', () => {
    const short = (id: string) => `_${BigInt(id).toString(36)}`;
    const [row] = rowsOf(robin.id, kim.id, decisionOn());
    const key = `d:${short(robin.id)}:${short(kim.id)}:${time.toString(36)}`;
    expect(readRow({ ...row, key }, robin.id)).toEqual({
      otherId: kim.id,
      at: time,
      decision: decisionOn(),
    });
  });
});

describe('a row beside a contact', () => {
  const value = storedValueOf('12', '34', decisionOn([contact({ id: '12' }), contact({ id: '34' })]));
  const read = (key: string, contactId: string) =>
    readRow({ key, queriableValue: `c:${contactId}`, value }, contactId);
  const key = `d:12:34:${time.toString(36)}`;

  it.each([
    ['34', key],
    ['1', key],
    ['12', 'd:12:'],
    ['12', 'd:12'],
    ['12', 'g:12'],
    ['12', `x:12:34:${time.toString(36)}`],
  ])('is about no decision of contact %s if its key is %s', (contactId, other) => {
    expect(read(other, contactId)).toBeNull();
  });

  it.each([
    ['has no time', 'd:12:34', 0],
    ['has an empty time', 'd:12:34:', 0],
    ['has a time of another kind', 'd:12:34:2026-01-12', 0],
    ['contradicts the value', `d:12:34:${(time + 1).toString(36)}`, time + 1],
    ['has more parts', `${key}:1`, time],
  ])('is a decision that cannot be read if its key %s', (_, other, at) => {
    expect(read(other, '12')).toEqual({ otherId: '34', at, decision: null });
  });

  it.each(['..', 'a/b', '1,2', '<b>3</b>', '_', '4'.repeat(31), '\ud800', '__proto__'])(
    'is a decision that cannot be read if the other contact is none: %j',
    (otherId) => {
      expect(read(`d:12:${otherId}:1`, '12')).toEqual({ otherId, at: 1, decision: null });
    },
  );
});

describe('a value', () => {
  const whole = {
    version: 2,
    kind: 'separate',
    by: noor,
    at: 1,
    values: { email: ['1x2k9q', null] },
  };
  const plan = { kind: 'mergePlanned', primaryId: '1', rounds: [['2']] };
  const without = (name: string) => Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));
  const read = (value: Json | null) => readStoredValue(value, '1', '2');

  it('is read if it is whole', () => {
    expect(read(whole)).toEqual({
      kind: 'separate',
      by: noor,
      at: 1,
      fingerprints: { 1: { email: '1x2k9q' }, 2: {} },
    });
  });

  it.each<[what: string, value: Json | null]>([
    ['is no object', null],
    ['is empty', {}],
    ['is what somebody else stored', { groups: [['450000000000777001', '']] }],
    ['has a later version', { ...whole, version: 3 }],
    ['has a version that is text', { ...whole, version: '2' }],
    ['is a list of decisions, as version 1 wrote it', { version: 1, decisions: [whole] }],
    ['has another kind of verdict', { ...whole, kind: 'blocked' }],
    ...['version', 'kind', 'by', 'at', 'values'].map((name): [string, Json] => [
      `has no ${name}`,
      without(name),
    ]),
    ['is an investigation without a note', { ...whole, kind: 'investigate' }],
    ['is a plan without rounds', { ...whole, kind: 'mergePlanned', primaryId: '1' }],
    [
      'is a plan with rounds that are no lists',
      { ...whole, kind: 'mergePlanned', primaryId: '1', rounds: ['2'] },
    ],
    ['is a plan with a contact to keep that is none', { ...whole, ...plan, primaryId: '..' }],
    ['is a plan with a contact that is none', { ...whole, ...plan, rounds: [['a/b']] }],
    ['has a time that is text', { ...whole, at: '2026-01-12' }],
    ['has an agent without a name', { ...whole, by: { id: '7' } }],
    ['has a value of one contact alone', { ...whole, values: { email: ['1x2k9q'] } }],
    ['has a value that is no text', { ...whole, values: { email: [1, 2] } }],
    ['has values that are text', { ...whole, values: '1x2k9q' }],
  ])('is not read if it %s', (_, value) => {
    expect(read(value)).toBeNull();
  });
});

describe('the size of a value', () => {
  /** So many custom fields with names of so many letters, of the kind that `mark` says. */
  const customFields = (count: number, length: number, mark: string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `cf_${mark}_${index}_`.padEnd(length, 'x'),
        `Value ${index}`,
      ]),
    );
  /** A contact with every field filled in. */
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
  const longName: Agent = { id: '45000000000000056001', name: '👍'.repeat(longestAgentName) };
  const note = '好'.repeat(longestNote);
  const verdicts: Verdict[] = [
    separate,
    { kind: 'investigate', note },
    // What JSON writes with six bytes.
    { kind: 'investigate', note: '\u0001'.repeat(longestNote) },
    {
      kind: 'mergePlanned',
      primaryId: one,
      rounds: [
        [other, '45000000000000123003'],
        ['45000000000000123004', '45000000000000123005'],
      ],
    },
  ];
  // Names that are kept apart are those of up to 50 bytes, including `custom:`.
  const longest = 50 - 'custom:'.length;

  /** All fields but the custom ones. */
  const withoutCustom = ({ fingerprints, ...decision }: Decision): Decision => ({
    ...decision,
    fingerprints: Object.fromEntries(
      Object.entries(fingerprints).map(([id, known]) => [
        id,
        Object.fromEntries(Object.entries(known).filter(([key]) => !key.startsWith('custom:'))),
      ]),
    ),
  });
  const stored = (decision: Decision) => readStoredValue(storedValueOf(one, other, decision), one, other);

  describe.each<[what: string, ofOne: Contact['customFields'], ofOther: Contact['customFields']]>([
    ['the same 60 custom fields', customFields(60, longest, 'a'), customFields(60, longest, 'a')],
    ['60 custom fields each, none in common', customFields(60, longest, 'a'), customFields(60, longest, 'b')],
    ['60 custom fields of names too long', customFields(60, 80, 'a'), customFields(60, 80, 'b')],
    [
      '60 custom fields with names in CJK',
      Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${'好'.repeat(13)}${index}`, '値'])),
      Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${'字'.repeat(13)}${index}`, '値'])),
    ],
  ])('about two contacts with everything filled in, and %s', (_, ofOne, ofOther) => {
    it.each(verdicts)('is small enough for a verdict of $kind', (verdict) => {
      const contacts = [everything(one, ofOne), everything(other, ofOther)];
      const decision = createDecision(verdict, longName, time, contacts);
      expect(bytesOf(storedValueOf(one, other, decision))).toBeLessThanOrEqual(5000);
      expect(stored(decision)).toMatchObject({ ...verdict, by: longName, at: time });
    });
  });

  it('is kept by leaving out the custom fields, and nothing else', () => {
    const contacts = [
      everything(one, customFields(60, longest, 'a')),
      everything(other, customFields(60, longest, 'b')),
    ];
    const small = createDecision({ kind: 'investigate', note: 'Look' }, noor, time, contacts);
    expect(stored(small)).toEqual(small);
    const large = createDecision({ kind: 'investigate', note }, longName, time, contacts);
    expect(stored(large)).toEqual(withoutCustom(large));
  });

  it('leaves the decision itself as it was', () => {
    const contacts = [everything(one, customFields(60, longest, 'a')), everything(other, {})];
    const decision = createDecision({ kind: 'investigate', note }, longName, time, contacts);
    const before = structuredClone(decision);
    storedValueOf(one, other, decision);
    expect(decision).toEqual(before);
  });
});
