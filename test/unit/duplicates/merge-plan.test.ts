import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRecords } from '../../../src/duplicates/compare';
import type { Contact } from '../../../src/duplicates/contact';
import { type FieldKey, isBookkeeping, staysWithPrimary } from '../../../src/duplicates/contact-fields';
import { emailKey } from '../../../src/duplicates/emails';
import type { FieldValue } from '../../../src/duplicates/field-values';
import { type MergePlan, maxRecordsPerMerge, planMerge } from '../../../src/duplicates/merge-plan';
import { parsePhone, type ToE164 } from '../../../src/duplicates/phones/parse-phone';
import { createToE164 } from '../../../src/duplicates/phones/to-e164';
import { words } from '../../../src/duplicates/words';
import { contactsABC } from '../../builders';
import { matchPhones } from '../support';

type Told = Partial<Contact>;
type Choices = Record<string, string>;

const choicesOf = (entries: Iterable<readonly [string, string]>) => new Map(entries) as Map<FieldKey, string>;

const office = '+44 20 7946 0100';
const home = '+44 161 496 0123';
const portal = { isPortalUser: true };
const linked = (id: string) => ({ crmRecord: { id, kind: 'contacts' } });

/** The plan to merge all into the first. */
function plan(told: Told[], choices: Choices = {}, shareAGroup = true): MergePlan {
  return planMerge(contactsABC(told), 'A', choicesOf(Object.entries(choices)), { shareAGroup }, null);
}

function shown(value: FieldValue | null): string | number | boolean | null {
  if (value?.kind === 'text') return value.text;
  if (value?.kind === 'flag') return value.flag;
  return value?.instant ?? null;
}

/** What the preview holds in a field, and whose it is. */
function kept(key: string, told: Told[], choices: Choices = {}) {
  const found = plan(told, choices).preview.find((one) => one.key === key);
  return found && [shown(found.value), found.from];
}

/** The lost values as the panel draws them: `email jane@acme.example ... B`. */
function lost(told: Told[], choices: Choices = {}) {
  return plan(told, choices).losses.map(({ key, value, holders }) => [key, shown(value), ...holders]);
}

describe('a blocker', () => {
  it.each<[string, Told[], [string, ...string[]][], string[]]>([
    ['is none among ordinary records', [{}, {}, {}], [], ['B', 'C']],
    ['is none for a record alone', [portal], [], []],
    ['is a portal user that would be merged away', [{}, portal, {}], [['portalUser', 'B']], ['C']],
    ['is not the portal user that stays', [portal, {}], [], ['B']],
    ['is another portal user than the one that stays', [portal, portal, {}], [['portalUser', 'B']], ['C']],
    ['is a deleted record', [{}, { isDeleted: true }, {}], [['deleted', 'B']], ['C']],
    ['is an anonymous record', [{}, {}, { isAnonymous: true }], [['anonymous', 'C']], ['B']],
    [
      'is that the primary is deleted: nothing goes into it',
      [{ isDeleted: true }, {}],
      [['deleted', 'A']],
      [],
    ],
    ['is that the primary is anonymous', [{ isAnonymous: true }, {}], [['anonymous', 'A']], []],
    [
      'is a link to another CRM record',
      [linked('1'), linked('2'), {}],
      [['otherCrmRecords', 'A', 'B']],
      ['C'],
    ],
    ['is no link to the same CRM record', [linked('1'), linked('1'), {}], [], ['B', 'C']],
    ['is no link that the primary does not have', [{}, linked('1'), linked('1')], [], ['B', 'C']],
    [
      'is links that part the others, with none to the primary',
      [{}, linked('1'), linked('2'), {}],
      [['otherCrmRecords', 'B', 'C']],
      ['D'],
    ],
    [
      'leaves those who share the primary’s CRM record',
      [linked('1'), linked('1'), linked('2')],
      [['otherCrmRecords', 'A', 'C']],
      ['B'],
    ],
    [
      'is no link of a record that is left out anyway',
      [{}, linked('1'), { ...linked('2'), isDeleted: true }],
      [['deleted', 'C']],
      ['B'],
    ],
    [
      'can be one of several for a record',
      [{}, { ...portal, isDeleted: true, isAnonymous: true }],
      [
        ['portalUser', 'B'],
        ['deleted', 'B'],
        ['anonymous', 'B'],
      ],
      [],
    ],
  ])('%s', (_, told, blockers, mergeable) => {
    const planned = plan(told);
    expect(planned.blockers.map(({ kind, contactIds }) => [kind, ...contactIds])).toEqual(blockers);
    expect(planned.mergeable).toEqual(mergeable);
  });

  it('is that no one group holds all, which leaves nobody out', () => {
    const { blockers, mergeable } = plan([{}, {}, portal], {}, false);
    expect(blockers).toEqual([
      { kind: 'portalUser', contactIds: ['C'] },
      { kind: 'differentGroups', contactIds: ['A', 'B'] },
    ]);
    expect(mergeable).toEqual(['B']);
  });

  it('is not a missing group where nothing can be merged', () => {
    expect(plan([{}], {}, false).blockers).toEqual([]);
    expect(plan([{}, portal], {}, false).blockers).toEqual([{ kind: 'portalUser', contactIds: ['B'] }]);
  });
});

describe('the rounds', () => {
  it.each<[number, string[][]]>([
    [1, []],
    [2, [['B']]],
    [3, [['B', 'C']]],
    [4, [['B', 'C'], ['D']]],
    [
      5,
      [
        ['B', 'C'],
        ['D', 'E'],
      ],
    ],
    [6, [['B', 'C'], ['D', 'E'], ['F']]],
  ])('for %i records merge at most two at a time into the third', (count, rounds) => {
    expect(plan(Array.from({ length: count }, () => ({}))).rounds).toEqual(rounds);
    expect(maxRecordsPerMerge).toBe(3);
  });

  it('leave out the primary, wherever it stands, and those who are blocked', () => {
    const all = contactsABC([{}, portal, {}, {}, {}]);
    const { rounds } = planMerge(all, 'D', new Map(), { shareAGroup: true }, null);
    expect(rounds).toEqual([['A', 'C'], ['E']]);
  });
});

describe('the preview', () => {
  it('holds every field of the comparison, in its order', () => {
    const told = [{ lastName: 'Doe' }, { customFields: { cf_plan: 'Gold' } }];
    const { fields } = compareRecords(contactsABC(told), null);
    expect(plan(told).preview.map(({ key }) => key)).toEqual(fields.map(({ key }) => key));
  });

  it('holds what the primary holds', () => {
    expect(kept('city', [{ city: 'Leeds' }, { city: 'York' }, { city: 'York' }])).toEqual(['Leeds', 'A']);
  });

  it('fills what the primary leaves empty with what most hold', () => {
    expect(kept('city', [{}, { city: 'York' }, { city: 'Leeds' }, { city: 'LEEDS' }])).toEqual([
      'Leeds',
      'C',
    ]);
    expect(kept('city', [{ city: ' ' }, {}])).toEqual([null, null]);
  });

  it('fills it with what the oldest holds where two are as frequent', () => {
    const old = { city: 'York', createdTime: 1 };
    const young = { city: 'Leeds', createdTime: 2 };
    expect(kept('city', [{}, young, old])).toEqual(['York', 'C']);
    expect(kept('city', [{}, old, young])).toEqual(['York', 'B']);
  });

  it('holds what the agent chose, as that record writes it', () => {
    const told = [{ city: 'Leeds' }, { city: 'LEEDS' }, { city: 'York' }];
    expect(kept('city', told, { city: 'C' })).toEqual(['York', 'C']);
    expect(kept('city', told, { city: 'B' })).toEqual(['LEEDS', 'B']);
    expect(
      kept('custom:cf_plan', [{}, { customFields: { cf_plan: 'Gold' } }], { 'custom:cf_plan': 'B' }),
    ).toEqual(['Gold', 'B']);
  });

  it('holds nothing where the agent chose a record that has nothing', () => {
    expect(kept('city', [{ city: 'Leeds' }, {}], { city: 'B' })).toEqual([null, 'B']);
  });

  it.each(['', 'H', 'C'])('ignores the choice of record %j, which is not merged', (choice) => {
    const told = [{ city: 'Leeds' }, { city: 'York' }, { city: 'Hull', ...portal }];
    expect(kept('city', told, { city: choice })).toEqual(['Leeds', 'A']);
  });

  it('holds nothing of those who are blocked', () => {
    expect(kept('city', [{}, { city: 'Hull', ...portal }, { city: 'Hull', isDeleted: true }])).toEqual([
      null,
      null,
    ]);
    expect(kept('city', [{}, { city: 'Hull', ...portal }, { city: 'York' }])).toEqual(['York', 'C']);
  });

  it.each<[FieldKey, Told[], unknown]>([
    ['crmRecord', [{}, linked('1')], [null, null]],
    ['isPortalUser', [portal, {}], [true, 'A']],
    ['isSpam', [{}, { isSpam: true }], [false, 'A']],
    ['createdTime', [{ createdTime: 5 }, { createdTime: 1 }], [5, 'A']],
    ['modifiedTime', [{}, { modifiedTime: 9 }], [null, null]],
  ])('keeps %s of the primary, whatever is chosen', (key, told, expected) => {
    expect(staysWithPrimary(key)).toBe(true);
    expect(kept(key, told)).toEqual(expected);
    expect(kept(key, told, { [key]: 'B' })).toEqual(expected);
  });

  it('moves no address to the second slot by itself: Desk is not documented to', () => {
    const told = [{ email: 'jane@acme.example' }, { email: 'jd@birch.example' }];
    expect(kept('email', told)).toEqual(['jane@acme.example', 'A']);
    expect(kept('secondaryEmail', told)).toEqual([null, null]);
  });

  it('is empty where the primary is no record', () => {
    for (const primaryId of [null, 'C']) {
      const planned = planMerge(
        contactsABC([{ city: 'Leeds' }, {}]),
        primaryId,
        new Map([['city', 'A']]),
        { shareAGroup: true },
        null,
      );
      expect(planned).toMatchObject({ blockers: [], mergeable: [], rounds: [], losses: [] });
      expect(planned.preview.every(({ value, from }) => value === null && from === null)).toBe(true);
    }
  });
});

describe('the losses', () => {
  it('is empty where everything survives', () => {
    expect(
      lost([
        { city: 'Leeds', email: 'jane@acme.example' },
        { city: 'LEEDS', zip: 'LS1' },
      ]),
    ).toEqual([]);
  });

  it('begins with e-mail addresses, then phone numbers, then the rest as it is compared', () => {
    const one = {
      firstName: 'Jane',
      title: 'Dr',
      email: 'a@acme.example',
      phone: office,
      customFields: { cf_x: '1' },
    };
    const other = {
      firstName: 'Joan',
      title: 'Ms',
      email: 'b@acme.example',
      phone: home,
      customFields: { cf_x: '2' },
    };
    expect(lost([one, other])).toEqual([
      ['email', 'b@acme.example', 'B'],
      ['phone', home, 'B'],
      ['firstName', 'Joan', 'B'],
      ['title', 'Ms', 'B'],
      ['custom:cf_x', '2', 'B'],
    ]);
  });

  it('names all addresses that have no slot left, each once with everybody who holds it', () => {
    expect(
      lost([
        { email: 'a@acme.example', secondaryEmail: 'b@acme.example' },
        { email: 'c@acme.example', secondaryEmail: 'A@acme.example' },
        { email: 'd@acme.example', secondaryEmail: 'C@acme.example' },
      ]),
    ).toEqual([
      ['email', 'c@acme.example', 'B', 'C'],
      ['email', 'd@acme.example', 'C'],
    ]);
  });

  it('names an address that the free slot would have room for', () => {
    expect(lost([{ email: 'a@acme.example' }, { email: 'b@acme.example' }])).toEqual([
      ['email', 'b@acme.example', 'B'],
    ]);
  });

  it('knows an address that survives in the other slot', () => {
    expect(lost([{ email: 'a@acme.example' }, { secondaryEmail: 'A@ACME.example' }])).toEqual([]);
    expect(
      lost([{ secondaryEmail: 'a@acme.example', email: 'b@acme.example' }, { email: 'a@acme.example' }]),
    ).toEqual([]);
  });

  it('knows a number that survives in the other slot, in another format', () => {
    expect(
      lost([
        { phone: office, mobile: home },
        { phone: '0161 496 0123', mobile: '020 7946 0100' },
      ]),
    ).toEqual([]);
    expect(lost([{ phone: office }, { phone: '020 7946 0100' }, { phone: home }])).toEqual([
      ['phone', home, 'C'],
    ]);
  });

  it('names a number with an extension that survives only without it', () => {
    expect(lost([{ phone: office }, { phone: `${office} ext 12` }])).toEqual([
      ['phone', `${office} ext 12`, 'B'],
    ]);
    expect(lost([{ phone: `${office} ext 12` }, { phone: office }])).toEqual([]);
    const both = { phone: `${office} ext 12`, mobile: home };
    expect(lost([both, { mobile: '020 7946 0100 x13' }])).toEqual([['mobile', '020 7946 0100 x13', 'B']]);
  });

  it('knows a name that survives in the first, last or full name', () => {
    const jane = { firstName: 'Jane', lastName: 'Doe' };
    for (const told of [
      { lastName: 'DOE, Jane' },
      { firstName: 'jane' },
      { lastName: 'Doé' },
      { firstName: 'Doe', lastName: 'Jane' },
    ])
      expect(lost([jane, told])).toEqual([]);
    expect(lost([jane, { firstName: 'J.', lastName: 'Doe-Ash' }])).toEqual([
      ['firstName', 'J.', 'B'],
      ['lastName', 'Doe-Ash', 'B'],
    ]);
  });

  it('knows any other text only in its own field', () => {
    expect(lost([{ city: 'York' }, { city: 'Leeds', state: 'York' }])).toEqual([['city', 'Leeds', 'B']]);
    expect(lost([{ state: 'York', city: 'Leeds' }, { city: 'York' }])).toEqual([['city', 'York', 'B']]);
  });

  it('names what the agent gave up, of the primary too', () => {
    const told = [
      { email: 'a@acme.example', city: 'Leeds' },
      { email: 'b@acme.example', city: 'York' },
    ];
    expect(lost(told, { email: 'B', city: 'B' })).toEqual([
      ['email', 'a@acme.example', 'A'],
      ['city', 'Leeds', 'A'],
    ]);
    expect(lost([{ city: 'Leeds' }, {}], { city: 'B' })).toEqual([['city', 'Leeds', 'A']]);
  });

  it('names a CRM link that the primary does not have, and another account', () => {
    expect(lost([{ accountName: 'Acme Ltd' }, { accountName: 'Birch & Sons', ...linked('71') }])).toEqual([
      ['accountName', 'Birch & Sons', 'B'],
      ['crmRecord', 'contacts 71', 'B'],
    ]);
  });

  it('leaves out what Desk notes about a record', () => {
    const noted = { isSpam: true, createdTime: 1, modifiedTime: 2, ownerName: 'Robin Ash' };
    expect(lost([{ createdTime: 3, modifiedTime: 4, ownerName: 'Kim Fir' }, noted])).toEqual([]);
  });

  it('leaves out what belongs to those who are not merged', () => {
    expect(lost([{ city: 'Leeds' }, { city: 'York', email: 'b@acme.example', ...portal }])).toEqual([]);
    expect(lost([{ city: 'Leeds' }, { city: 'York', ...portal }, { city: 'york' }])).toEqual([
      ['city', 'york', 'C'],
    ]);
  });
});

describe('any records', () => {
  const oneOf = (...values: string[]) => fc.constantFrom<(string | null)[]>(null, ...values);
  const email = oneOf('a@acme.example', 'A@acme.example', 'b@acme.example', 'c@acme.example');
  const phone = oneOf(office, '020 7946 0100', `${office} ext 12`, home, '0161 496 0123', 'n/a');
  const told = fc.record({
    firstName: oneOf('Jane', 'JANE', 'Joan'),
    lastName: oneOf('Doe', 'Doe, Jane', 'Ash'),
    email,
    secondaryEmail: email,
    phone,
    mobile: phone,
    city: oneOf('Leeds', 'leeds', 'York'),
    accountName: oneOf('Acme Ltd', 'ACME', 'Birch'),
    crmRecord: fc.constantFrom(null, null, null, { id: '71', kind: null }, { id: '72', kind: null }),
    createdTime: fc.option(fc.integer({ min: 0, max: 3 })),
    isPortalUser: fc.integer({ min: 0, max: 5 }).map((dice) => dice === 0),
    isDeleted: fc.integer({ min: 0, max: 7 }).map((dice) => dice === 0),
    isAnonymous: fc.integer({ min: 0, max: 7 }).map((dice) => dice === 0),
    customFields: fc.dictionary(fc.constantFrom('cf_a', 'cf_b'), oneOf('x', 'X', 'y')),
  });
  const keys = compareRecords(contactsABC([{ customFields: { cf_a: '', cf_b: '' } }]), null).fields.map(
    ({ key }) => key,
  );
  const scene = fc.record({
    all: fc.array(told, { minLength: 1, maxLength: 7 }).map(contactsABC),
    primary: fc.nat(6),
    choices: fc.dictionary(fc.constantFrom(...keys), fc.constantFrom(...'ABCDEFGH')),
    shareAGroup: fc.boolean(),
    read: fc.constantFrom(null, createToE164('GB')),
  });

  function forAny(
    check: (planned: MergePlan, all: Contact[], primaryId: string, read: ToE164 | null) => void,
  ) {
    fc.assert(
      fc.property(scene, ({ all, primary, choices, shareAGroup, read }) => {
        const primaryId = all[primary % all.length]?.id ?? '';
        const planned = planMerge(all, primaryId, choicesOf(Object.entries(choices)), { shareAGroup }, read);
        check(planned, all, primaryId, read);
      }),
      { numRuns: 200 },
    );
  }

  it('are merged once each, in rounds of at most three with the primary', () => {
    forAny(({ rounds, mergeable }, _all, primaryId) => {
      expect(rounds.flat()).toEqual(mergeable);
      expect(new Set(mergeable).size).toBe(mergeable.length);
      expect(mergeable).not.toContain(primaryId);
      for (const round of rounds) {
        expect(round.length).toBeGreaterThan(0);
        expect([primaryId, ...round].length).toBeLessThanOrEqual(3);
      }
    });
  });

  it('are either merged, or left out with a blocker that says why', () => {
    forAny(({ blockers, mergeable }, all, primaryId) => {
      const own = blockers
        .filter(({ kind }) => kind !== 'differentGroups')
        .flatMap(({ contactIds }) => contactIds);
      for (const id of mergeable) expect(own).not.toContain(id);
      const primary = all.find(({ id }) => id === primaryId);
      const isGone = primary?.isDeleted || primary?.isAnonymous;
      for (const { id } of all) expect([primaryId, ...mergeable, ...own].includes(id) || isGone).toBe(true);
    });
  });

  it('give every value of the preview from a merged record that holds it', () => {
    forAny(({ preview, mergeable }, all, primaryId, read) => {
      const { fields } = compareRecords(all, read);
      for (const [place, { key, value, from }] of preview.entries()) {
        expect(fields[place]?.key).toBe(key);
        if (from === null) expect(value).toBeNull();
        else {
          expect([primaryId, ...mergeable]).toContain(from);
          const holding = fields[place]?.groups.find(({ holders }) => holders.includes(from));
          expect(holding?.value === null).toBe(value === null);
        }
      }
    });
  });

  const slots = [
    ['email', 'secondaryEmail'],
    ['phone', 'mobile'],
    ['firstName', 'lastName'],
  ];
  const slotsOf = (key: string) => slots.find((slot) => slot.includes(key)) ?? [key];
  const nameWords = (name: string) => words(name).sort().join(' ');

  /** Whether the text stands, in an equal form, in any of `others`, which are of its kind. */
  function standsIn(key: string, text: string, others: readonly string[], read: ToE164 | null): boolean {
    const [slot] = slotsOf(key);
    if (slot === 'email') return others.some((other) => emailKey(other) === emailKey(text));
    if (slot === 'firstName')
      return [...others, others.join(' ')].some((other) => nameWords(other) === nameWords(text));
    if (slot === 'accountName') return others.some((other) => words(other).join() === words(text).join());
    if (slot !== 'phone') return others.some((other) => other.toLowerCase() === text.toLowerCase());
    const extension = parsePhone(text, read)?.extension;
    return others.some(
      (other) =>
        other === text ||
        (matchPhones(other, text, read) && (!extension || parsePhone(other, read)?.extension === extension)),
    );
  }

  function textsOf(values: readonly { key: string; value: FieldValue | null }[], key: string): string[] {
    return values
      .filter((one) => slotsOf(key).includes(one.key))
      .flatMap(({ value }) => (value?.kind === 'text' ? [value.text] : []));
  }

  it('lose nothing that survives in the preview', () => {
    forAny(({ preview, losses }, _all, _primaryId, read) => {
      for (const { key, value } of losses) {
        expect(isBookkeeping(key)).toBe(false);
        expect(standsIn(key, String(shown(value)), textsOf(preview, key), read)).toBe(false);
      }
    });
  });

  it('have every value in the preview or in the losses', () => {
    forAny(({ preview, losses, mergeable }, all, primaryId, read) => {
      for (const one of all.filter(({ id }) => [primaryId, ...mergeable].includes(id))) {
        for (const { key, groups } of compareRecords([one], read).fields) {
          const value = groups[0]?.value;
          if (value?.kind !== 'text' || isBookkeeping(key)) continue;
          const own = losses.filter(({ holders }) => holders.includes(one.id));
          const survives = standsIn(key, value.text, textsOf(preview, key), read);
          const isTold = textsOf(own, key).some((text) => standsIn(key, value.text, [text], read));
          expect([key, value.text, survives || isTold]).toEqual([key, value.text, true]);
        }
      }
    });
  });

  it('name in the losses only merged records, in their order, and each value once', () => {
    forAny(({ losses, mergeable }, _all, primaryId) => {
      for (const { holders } of losses) {
        expect(holders.length).toBeGreaterThan(0);
        expect(holders).toEqual([...new Set(holders)].sort());
        for (const id of holders) expect([primaryId, ...mergeable]).toContain(id);
      }
      const rows = losses.map(({ key, value }) => `${key} ${shown(value)}`);
      expect(new Set(rows).size).toBe(rows.length);
    });
  });

  it('are planned alike in any order: nothing changes but that of the records', () => {
    const shuffled = scene.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray(one.all, { minLength: one.all.length })),
    );
    const sorted = (ids: readonly string[]) => [...ids].sort();
    fc.assert(
      fc.property(shuffled, ([{ all, primary, choices, shareAGroup, read }, others]) => {
        const primaryId = all[primary % all.length]?.id ?? '';
        const chosen = choicesOf(Object.entries(choices));
        const [one, other] = [all, others].map((order) => {
          const planned = planMerge(order, primaryId, chosen, { shareAGroup }, read);
          const rows = planned.losses.map(({ key, value, holders }) =>
            [key, shown(value), ...sorted(holders)].join(' '),
          );
          return {
            blockers: planned.blockers.map(({ kind, contactIds }) => [kind, ...sorted(contactIds)]),
            mergeable: sorted(planned.mergeable),
            preview: planned.preview,
            losses: rows.sort(),
          };
        });
        expect(other).toEqual(one);
      }),
      { numRuns: 200 },
    );
  });

  it('are left as they were', () => {
    fc.assert(
      fc.property(scene, ({ all, choices }) => {
        const before = structuredClone(all);
        planMerge(all, 'A', choicesOf(Object.entries(choices)), { shareAGroup: true }, null);
        expect(all).toEqual(before);
      }),
    );
  });
});
