import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/duplicates/contact';
import { suggestPrimary } from '../../../src/duplicates/primary';
import { contactsABC } from '../../builders';

type Told = Partial<Contact>;

const portal = { isPortalUser: true };
const crm = { crmRecord: { id: '71', kind: 'contacts' } };
const place = { city: 'Leeds', zip: 'LS1', country: 'England' };
const old = { createdTime: 1_000 };
const young = { createdTime: 2_000 };

/** The suggestion for records where the ticket counts are given in their order, if at all. */
function suggest(told: Told[], tickets?: (number | undefined)[]) {
  const records = contactsABC(told);
  const known = records.flatMap(({ id }, index) => {
    const count = tickets?.[index];
    return count === undefined ? [] : [[id, count] as const];
  });
  return suggestPrimary(records, tickets ? new Map(known) : null);
}

function kinds(told: Told[], tickets?: (number | undefined)[]) {
  const { primaryId, reasons } = suggest(told, tickets);
  return [primaryId, ...reasons.map(({ kind }) => kind)];
}

describe('the record to keep', () => {
  it.each<[string, Told[], number[] | undefined, string[]]>([
    ['has a login to the help center', [{ ...crm, ...place }, portal], [9, 0], ['B', 'portalUser']],
    ['is linked to a CRM record', [place, crm], [9, 0], ['B', 'crmLink']],
    ['has most tickets', [place, {}], [3, 4], ['B', 'mostTickets']],
    [
      'is the most complete',
      [
        { ...old, city: 'Leeds' },
        { ...young, ...place },
      ],
      [3, 3],
      ['B', 'mostComplete'],
    ],
    ['is the oldest', [young, old], undefined, ['B', 'oldest']],
    ['is the oldest of known age', [{}, young], undefined, ['B']],
    [
      'has the id that comes first as text where nothing else parts them',
      [{ id: '7' }, { id: '10' }, { id: '6' }],
      undefined,
      ['10'],
    ],
    ['is the only one', [{ ...portal, ...crm, ...old }], [5], ['A']],
  ])('%s', (_, told, tickets, expected) => {
    expect(kinds(told, tickets)).toEqual(expected);
  });

  it('is none where there are no records', () => {
    expect(suggest([])).toEqual({ primaryId: null, reasons: [], runnerUp: null });
  });

  it.each<[string, Told]>([
    ['deleted', { isDeleted: true }],
    ['anonymous', { isAnonymous: true }],
  ])('is no %s one', (_, gone) => {
    expect(kinds([{ ...gone, ...portal, ...crm, ...place, ...old }, young], [9, 0])).toEqual(['B']);
  });

  it('is the best of them where all are deleted or anonymous', () => {
    expect(kinds([{ isDeleted: true }, { isAnonymous: true, ...crm }])).toEqual(['B', 'crmLink']);
  });

  it('has most tickets only where those of every other are known', () => {
    expect(kinds([place, {}], [3, undefined])).toEqual(['A', 'mostComplete']);
    expect(kinds([{}, place], [3, undefined])).toEqual(['B', 'mostComplete']);
    expect(kinds([{}, {}, { isDeleted: true }], [3, 4, undefined])).toEqual(['B', 'mostTickets']);
  });

  it('is complete by what is known of the person, not by what Desk notes', () => {
    const noted = { ownerName: 'Robin Ash', isSpam: true, modifiedTime: 5 };
    expect(kinds([noted, { city: 'Leeds' }])).toEqual(['B', 'mostComplete']);
  });
});

describe('the reasons', () => {
  it('are at most three, in the order of the rules', () => {
    expect(suggest([{ ...portal, ...crm, ...place, ...old }, young], [5, 2]).reasons).toEqual([
      { kind: 'portalUser' },
      { kind: 'crmLink' },
      { kind: 'mostTickets', count: 5 },
    ]);
    expect(suggest([{ ...place, ...old }, young], [5, 2]).reasons).toEqual([
      { kind: 'mostTickets', count: 5 },
      { kind: 'mostComplete', filled: 3 },
      { kind: 'oldest' },
    ]);
  });

  it('leave out in what another is ahead', () => {
    expect(
      kinds(
        [
          { ...portal, ...old },
          { ...crm, ...place, ...young },
        ],
        [1, 8],
      ),
    ).toEqual(['A', 'portalUser', 'oldest']);
  });

  it('leave out in what all are equal', () => {
    expect(
      kinds(
        [
          { ...portal, ...crm, ...old },
          { ...portal, ...crm, ...young },
        ],
        [4, 4],
      ),
    ).toEqual(['A', 'oldest']);
    expect(kinds([{}, {}], [0, 0])).toEqual(['A']);
  });

  it('hold where it shares the lead', () => {
    expect(kinds([{ ...crm, ...old }, { ...crm, ...young }, old])).toEqual(['A', 'crmLink', 'oldest']);
  });

  it('call nobody the oldest while the age of one is unknown', () => {
    expect(kinds([old, {}])).toEqual(['A']);
  });
});

describe('the runner-up', () => {
  it.each<[string, Told[], number[] | undefined, unknown]>([
    ['is more complete, with half as many tickets', [{}, place], [6, 3], { kind: 'mostComplete', filled: 3 }],
    ['is older, with a ticket less', [young, old], [6, 5], { kind: 'oldest' }],
    [
      'is older, with two fields less',
      [
        { ...young, ...place },
        { ...old, zip: 'LS1' },
      ],
      undefined,
      { kind: 'oldest' },
    ],
    [
      'is older, with the CRM link that both have',
      [
        { ...crm, ...young, zip: '1' },
        { ...crm, ...old },
      ],
      undefined,
      { kind: 'oldest' },
    ],
  ])('is close where it %s', (_, told, tickets, reason) => {
    expect(suggest(told, tickets)).toMatchObject({ primaryId: 'A', runnerUp: { contactId: 'B', reason } });
  });

  it.each<[string, Told[], number[] | undefined]>([
    ['there is one record', [portal], undefined],
    [
      'the login decides',
      [
        { ...portal, ...young },
        { ...crm, ...place, ...old },
      ],
      [0, 9],
    ],
    [
      'the CRM link decides',
      [
        { ...crm, ...young },
        { ...place, ...old },
      ],
      [0, 9],
    ],
    ['it has fewer than half the tickets', [young, { ...place, ...old }], [7, 3]],
    ['it has three fields less', [{ ...young, ...place }, old], undefined],
    ['nothing speaks for it', [{ ...old, city: 'Leeds' }, young], undefined],
    ['age decides', [old, young], undefined],
    ['nothing parts them', [{}, {}], undefined],
    ['it is deleted', [young, { ...old, isDeleted: true }], [6, 5]],
    ['its age is unknown', [{ city: 'Leeds' }, old], undefined],
  ])('is not close where %s', (_, told, tickets) => {
    expect(suggest(told, tickets)).toMatchObject({ primaryId: 'A', runnerUp: null });
  });
});

describe('any records', () => {
  const told = fc.record({
    isPortalUser: fc.boolean(),
    isDeleted: fc.boolean(),
    isAnonymous: fc.boolean(),
    crmRecord: fc.constantFrom(null, { id: '71', kind: 'contacts' }),
    createdTime: fc.option(fc.integer({ min: 0, max: 3 })),
    city: fc.constantFrom(null, 'Leeds'),
    zip: fc.constantFrom(null, 'LS1'),
  });
  const records = fc.array(told, { minLength: 1, maxLength: 7 }).map(contactsABC);
  const shuffled = records.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  const tickets = fc.option(fc.dictionary(fc.constantFrom(...'ABCDEFG'), fc.nat(4)));
  const asMap = (counts: Record<string, number> | null) => counts && new Map(Object.entries(counts));

  it('give one answer in any order', () => {
    fc.assert(
      fc.property(shuffled, tickets, ([all, others], counts) => {
        expect(suggestPrimary(others, asMap(counts))).toEqual(suggestPrimary(all, asMap(counts)));
      }),
    );
  });

  it('keep the one that has to stay, and none that is gone', () => {
    fc.assert(
      fc.property(records, tickets, (all, counts) => {
        const { primaryId, reasons, runnerUp } = suggestPrimary(all, asMap(counts));
        const available = all.filter((one) => !one.isDeleted && !one.isAnonymous);
        const inTheRunning = available.length ? available : all;
        const kept = all.find(({ id }) => id === primaryId);
        expect(inTheRunning).toContain(kept);
        expect(kept?.isPortalUser).toBe(inTheRunning.some((one) => one.isPortalUser));
        expect(reasons.length).toBeLessThanOrEqual(3);
        expect(runnerUp?.contactId).not.toBe(primaryId);
      }),
    );
  });

  it('are left as they were', () => {
    fc.assert(
      fc.property(records, (all) => {
        const before = structuredClone(all);
        suggestPrimary(all, null);
        expect(all).toEqual(before);
      }),
    );
  });
});
