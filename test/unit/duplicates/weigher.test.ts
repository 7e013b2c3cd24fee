import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, createWeigher, type FoundGroup } from '../../../src/duplicates/candidates';
import type { Contact } from '../../../src/duplicates/contact';
import { fuzzyMatcher } from '../../../src/duplicates/fuzzy-matcher';
import type { Matchers } from '../../../src/duplicates/matchers';
import type { ToE164 } from '../../../src/duplicates/phones/parse-phone';
import { createToE164 } from '../../../src/duplicates/phones/to-e164';
import { roundedDown } from '../../../src/duplicates/shared-values';
import { contact } from '../../builders';
import { createCandidates } from '../../weigh';

const noMatchers: Matchers = { toE164: null, fuzzy: null };
const office = '+44 20 7946 0100';
const open = contact({ firstName: 'Jane', lastName: 'Doe', email: 'jane@acme.example', phone: office });

const group = (key: string, ...members: readonly Contact[]): FoundGroup => ({ key, contacts: members });

/** Contacts that share this and that with the open one, and with each other. */
const somebody = fc.record({
  firstName: fc.constantFrom('Jane', 'JANE', 'Jnae', 'J.', 'Jon', 'Ana', null),
  lastName: fc.constantFrom('Doe', 'Ash', null),
  email: fc.constantFrom('jane@acme.example', 'Jane@Acme.example', 'info@acme.example', null),
  phone: fc.constantFrom(office, '020 7946 0100', `${office} x1`, `${office} x2`, null),
  accountId: fc.constantFrom('1', '2', null),
  createdTime: fc.constantFrom(1, 2, null),
});

describe('createWeigher', () => {
  it.each<[string, Matchers]>([
    ['digits', noMatchers],
    ['matchers', { toE164: createToE164('GB'), fuzzy: fuzzyMatcher }],
  ])('says page by page what it says of all at once, going by %s', (_, matchers) => {
    const steps = fc.array(
      fc.record({
        contact: fc.nat(19),
        group: fc.constantFrom('email', 'phone', 'id:7'),
        isAgain: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.array(somebody, { minLength: 20, maxLength: 20 }), steps, (people, read) => {
        const known = people.map((told, index) => contact({ ...told, id: String(index) }));
        const groups = new Map<string, Contact[]>([
          ['email', [open]],
          ['phone', []],
        ]);
        const weigher = createWeigher(open, matchers);
        for (const step of read) {
          const found = known[step.contact] ?? open;
          // Another answer tells of the same contact, in an object of its own.
          const told = step.isAgain ? { ...found } : found;
          groups.set(step.group, [...(groups.get(step.group) ?? []), told]);
          const now = [...groups].map(([key, contacts]) => group(key, ...contacts));
          expect(weigher.weigh(now)).toEqual(createWeigher(open, matchers).weigh(now));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('follows groups that shrink, and contacts that are told of otherwise', () => {
    const twin = contact({ phone: `${office} x2` });
    const bridge = contact({ phone: '020 7946 0100' });
    const weigher = createWeigher(contact({ ...open, phone: `${office} x1` }), noMatchers);
    const whole = [group('phone', open, twin, bridge)];
    weigher.weigh(whole);
    const less = [group('phone', open, { ...twin, phone: office })];
    expect(weigher.weigh(less)).toEqual(
      createCandidates(contact({ ...open, phone: `${office} x1` }), less, null),
    );
    expect(weigher.weigh(whole)).toHaveLength(2);
  });

  describe('keeps', () => {
    const twins = Array.from({ length: 3 }, () => contact({ email: open.email }));
    const groups = [group('email', open, ...twins)];

    it('the list where nothing is new', () => {
      const weigher = createWeigher(open, noMatchers);
      const first = weigher.weigh(groups);
      expect(weigher.weigh(groups)).toBe(first);
      expect(weigher.weigh([group('email', open, ...twins)])).toBe(first);
    });

    it('every candidate that a new page says nothing about', () => {
      const weigher = createWeigher(open, noMatchers);
      const first = weigher.weigh(groups);
      const more = weigher.weigh([...groups, group('id:7', open, contact({ lastName: 'Elm' }))]);
      expect(more).toHaveLength(4);
      for (const before of first) expect(more).toContain(before);
    });

    it('a candidate that only moves', () => {
      const weigher = createWeigher(open, noMatchers);
      const [first, ...rest] = weigher.weigh(groups);
      const moved = weigher.weigh(groups, new Set([first?.contact.id ?? '']));
      expect(moved).toEqual([...rest, first]);
      expect(moved.at(-1)).toBe(first);
    });

    it('no candidate that is told of otherwise, found elsewhere, or whose address more contacts have', () => {
      const weigher = createWeigher(open, noMatchers);
      const before = byId(weigher.weigh(groups));
      const [one = open, two = open] = twins;
      const renamed = { ...one, lastName: 'Doe' };
      const after = byId(
        weigher.weigh([group('email', open, renamed, ...twins.slice(1)), group('id:7', two)]),
      );
      expect(after.get(one.id)).not.toBe(before.get(one.id));
      expect(after.get(two.id)).not.toBe(before.get(two.id));
      const crowd = [...twins, ...Array.from({ length: 6 }, () => contact({ email: open.email }))];
      for (const candidate of weigher.weigh([group('email', open, ...crowd)]))
        expect(candidate.evidence?.reasonsAgainst).toEqual([
          { kind: 'sharedByMany', field: 'email', count: 10 },
        ]);
    });
  });

  it('compares each contact once, however many pages come after it', () => {
    let read = 0;
    const counting: ToE164 = () => {
      read++;
      return null;
    };
    const weigher = createWeigher(open, { toE164: counting, fuzzy: null });
    const people = Array.from({ length: 1_000 }, (_, index) =>
      contact({ email: open.email, phone: `${'0'.repeat(index % 7)}20 7946 0100 x${index}` }),
    );
    for (let end = 100; end <= people.length; end += 100)
      weigher.weigh([group('email', open, ...people.slice(0, end))]);
    expect(read).toBeLessThanOrEqual(people.length + 1);
  });

  it('keeps thousands who share a value as they are, but for one page in many', () => {
    const weigher = createWeigher(open, noMatchers);
    const people = Array.from({ length: 1_500 }, () => contact({ email: open.email }));
    const first = weigher.weigh([group('email', open, ...people.slice(0, 1_200))]);
    const second = weigher.weigh([group('email', open, ...people)]);
    expect(first[0]?.evidence?.reasonsAgainst).toEqual([
      { kind: 'sharedByMany', field: 'email', count: 1_000 },
    ]);
    for (const before of first) expect(second.includes(before)).toBe(true);
  });
});

describe('roundedDown', () => {
  it.each([
    [0, 0],
    [7, 7],
    [99, 99],
    [100, 100],
    [199, 100],
    [2_345, 2_000],
    [10_000, 10_000],
  ])('of %i is %i', (count, rounded) => {
    expect(roundedDown(count)).toBe(rounded);
  });
});

function byId(candidates: readonly Candidate[]): Map<string, Candidate> {
  return new Map(candidates.map((one) => [one.contact.id, one]));
}
