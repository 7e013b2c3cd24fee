import { describe, expect, it } from 'vitest';
import type { FoundGroup } from '../../../src/duplicates/candidates';
import type { Contact } from '../../../src/duplicates/contact';
import { createToE164 } from '../../../src/duplicates/phones/to-e164';
import { contact } from '../../builders';
import { createCandidates } from '../../weigh';
import { ordersOf } from '../support';

const open = contact({
  firstName: 'Robin',
  lastName: 'Ash',
  email: 'robin@ash.example',
  phone: '+44 20 7946 0123',
});
/** Same address and same name. */
const strong = contact({ firstName: 'Robin', lastName: 'Ash', email: 'Robin@Ash.example' });
/** Same address, and no name that could contradict it. */
const likely = contact({ email: 'robin@ash.example' });
/** Same phone, and another name. */
const weak = contact({ firstName: 'Kim', lastName: 'Birch', phone: '+44 20 7946 0123' });

const group = (key: string, ...members: Contact[]): FoundGroup => ({ key, contacts: members });
const find = (groups: readonly FoundGroup[], of: Contact | null = open) => createCandidates(of, groups, null);
const idsOf = (candidates: readonly { contact: Contact }[]) =>
  candidates.map((candidate) => candidate.contact.id);

describe('a weigher of groups', () => {
  it('finds nobody in no groups, and nobody where the open contact is alone', () => {
    expect(find([])).toEqual([]);
    expect(find([group('email', open), group('phone')])).toEqual([]);
  });

  it('puts the strongest first', () => {
    const candidates = find([group('email', weak, likely, strong, open)]);
    expect(candidates.map((found) => [found.contact.id, found.evidence?.strength])).toEqual([
      [strong.id, 'strong'],
      [likely.id, 'likely'],
      [weak.id, 'weak'],
    ]);
  });

  it('puts more reasons first, among equally strong ones', () => {
    const account = { accountId: '450000000000200001', accountName: 'Acme Ltd' };
    const [one, two] = [contact({ ...likely, id: '1' }), contact({ ...likely, id: '2', ...account })];
    const candidates = find([group('email', open, one, two)], { ...open, ...account });
    expect(candidates.map((found) => found.evidence?.strength)).toEqual(['likely', 'likely']);
    expect(idsOf(candidates)).toEqual(['2', '1']);
  });

  it('puts the oldest first among equals, then those of unknown age, then goes by the id', () => {
    const equals = [
      { id: '5', createdTime: null },
      { id: '4', createdTime: 2000 },
      { id: '3', createdTime: null },
      { id: '2', createdTime: 2000 },
      { id: '1', createdTime: 3000 },
      { id: '6', createdTime: 1000 },
    ].map((told) => contact({ ...likely, ...told }));
    for (const members of [equals, [...equals].reverse()]) {
      expect(idsOf(find([group('email', open, ...members)]))).toEqual(['6', '2', '4', '1', '3', '5']);
    }
  });

  it('is the same whatever the order of groups and of their members', () => {
    const stranger = contact({ lastName: 'Elm' });
    const groups = [
      group('email', open, strong, likely),
      group('phone', open, weak, strong),
      group('id:7', stranger, weak),
      group('id:8', stranger, contact({ id: '1', lastName: 'Oak', createdTime: 5 })),
    ];
    const told = (orderedGroups: readonly FoundGroup[]) =>
      find(orderedGroups).map(({ foundBy, ...found }) => ({ ...found, foundBy: [...foundBy].sort() }));
    const expected = told(groups);
    expect(expected).toHaveLength(5);
    for (const order of ordersOf(groups)) {
      expect(told(order)).toEqual(expected);
      expect(told(order.map(({ key, contacts }) => group(key, ...[...contacts].reverse())))).toEqual(
        expected,
      );
    }
  });

  it('lists a contact once, with every group that found it', () => {
    const candidates = find([
      group('email', open, strong),
      group('phone', strong, weak, open),
      group('id:7', open, weak, { ...strong }),
    ]);
    expect(candidates.map((found) => [found.contact.id, found.foundBy])).toEqual([
      [strong.id, ['email', 'phone', 'id:7']],
      [weak.id, ['phone', 'id:7']],
    ]);
  });

  it('never lists the open contact, however a group tells of it', () => {
    const told = contact({ id: open.id, lastName: 'Somebody', email: 'else@ash.example' });
    expect(idsOf(find([group('email', told, strong)]))).toEqual([strong.id]);
  });

  describe('makes a duplicate of', () => {
    it('those who share a group with the open contact, and nobody else', () => {
      const candidates = find([group('email', open, weak), group('id:7', strong, likely)]);
      expect(candidates.map((found) => [found.contact.id, found.isDuplicate])).toEqual([
        [weak.id, true],
        [strong.id, false],
        [likely.id, false],
      ]);
    });

    it('one who is in such a group beside another one', () => {
      const orders = ordersOf([group('id:7', weak, strong), group('email', open, weak)]);
      for (const groups of orders) {
        const found = new Map(find(groups).map((each) => [each.contact.id, each.isDuplicate]));
        expect(found).toEqual(
          new Map([
            [weak.id, true],
            [strong.id, false],
          ]),
        );
      }
    });

    it('nobody while no contact is open', () => {
      const candidates = find([group('id:7', strong, weak), group('id:8', weak, likely)], null);
      expect(candidates.map((found) => found.isDuplicate)).toEqual([false, false, false]);
    });
  });

  describe('puts last those of whom it is settled', () => {
    const groups = [group('email', open, strong, likely), group('phone', open, weak)];
    const findLast = (last: readonly Contact[], all: readonly FoundGroup[] = groups) =>
      createCandidates(open, all, null, new Set(last.map(({ id }) => id)));

    it('however strong they are', () => {
      expect(idsOf(findLast([strong]))).toEqual([likely.id, weak.id, strong.id]);
    });

    it('but before those who share no group with the open contact', () => {
      const stranger = contact({ ...strong, id: '1' });
      const all = [...groups, group('id:7', stranger, contact({ lastName: 'Elm', id: '2' }))];
      expect(idsOf(findLast([strong], all))).toEqual([likely.id, weak.id, strong.id, '1', '2']);
      expect(idsOf(findLast([stranger], all))).toEqual([strong.id, likely.id, weak.id, '2', '1']);
    });

    it('in the usual order among themselves', () => {
      expect(idsOf(findLast([weak, strong]))).toEqual([likely.id, strong.id, weak.id]);
      const everybody = findLast([weak, likely, strong]);
      expect(everybody).toEqual(find(groups));
    });

    it('and changes nothing else of them', () => {
      const told = (candidates: ReturnType<typeof find>) =>
        new Map(candidates.map((found) => [found.contact.id, found]));
      expect(told(findLast([strong]))).toEqual(told(find(groups)));
    });

    it('but nobody where it is settled of nobody, of somebody else or of the open contact', () => {
      for (const last of [[], [contact()], [open]]) expect(findLast(last)).toEqual(find(groups));
    });

    it('also while no contact is open', () => {
      const [older, newer] = [contact({ createdTime: 1000 }), contact({ createdTime: 2000 })];
      const candidates = createCandidates(null, [group('id:7', newer, older)], null, new Set([older.id]));
      expect(idsOf(candidates)).toEqual([newer.id, older.id]);
    });
  });

  it('has no evidence while no contact is open, and goes by age', () => {
    const [older, newer] = [contact({ createdTime: 1000 }), contact({ createdTime: 2000 })];
    expect(find([group('id:7', newer, older)], null)).toEqual([
      { contact: older, evidence: null, foundBy: ['id:7'], isDuplicate: false },
      { contact: newer, evidence: null, foundBy: ['id:7'], isDuplicate: false },
    ]);
  });

  it('reads phone numbers as well as it is able to', () => {
    const national = contact({ phone: '020 7946 0123' });
    const members = [group('phone', contact({ ...open, phone: '+44 (0)20 7946 0123' }), national)];
    const [found] = createCandidates(open, members, createToE164('GB'));
    expect(found?.evidence?.reasonsFor).toEqual([
      { kind: 'samePhone', phone: '+44 20 7946 0123', otherFormat: true },
    ]);
  });

  it('counts who shares a value over all groups, each contact once', () => {
    const colleagues = Array.from({ length: 3 }, () => contact({ phone: open.phone }));
    const further = Array.from({ length: 3 }, () => contact({ phone: open.phone }));
    const [found] = find([
      group('phone', open, ...colleagues),
      group('id:7', open, ...colleagues, ...further),
    ]);
    expect(found?.evidence?.reasonsAgainst).toEqual([{ kind: 'sharedByMany', field: 'phone', count: 7 }]);
  });
});
