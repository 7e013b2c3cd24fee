import { describe, expect, it } from 'vitest';
import { createDecision, type Verdict } from '../../../../src/duplicates/decision';
import { createOutbox } from '../../../../src/state/decisions/outbox';
import { type PendingChange, withDoubt } from '../../../../src/state/decisions/pending-change';
import { contact } from '../../../builders';
import { createShelf, keysOn } from '../../support';

const name = 'decision 60012345 ';
const noor = { id: '450000000000056001', name: 'Noor Vale' };
const robin = contact({ lastName: 'Ash', email: 'robin@ash.example', customFields: { cf_plan: 'Gold' } });
const [kim, lee] = [contact({ lastName: 'Birch' }), contact({ phone: '+44 20 7946 0123' })];

function record(at: number, verdict: Verdict = { kind: 'separate' }, other = kim): PendingChange {
  const decision = createDecision(verdict, noor, at, [robin, other]);
  return { kind: 'record', contactId: robin.id, otherId: other.id, at, decision, mayArriveUntil: null };
}

function undo(at: number, other = kim): PendingChange {
  return { kind: 'undo', contactId: robin.id, otherId: other.id, at, mayArriveUntil: null };
}

/** A browser storage that lists its keys in the opposite order: browsers promise none. */
function backwards(tab: Storage): Storage {
  return { ...tab, length: tab.length, key: (index) => tab.key(tab.length - 1 - index) };
}

describe('an outbox', () => {
  it('is empty at first', () => {
    expect(createOutbox(name, createShelf()).pending.value).toEqual([]);
  });

  it('holds what was added, for the panel that is open and the next one', () => {
    const tab = createShelf();
    const all = [
      record(1),
      record(2, { kind: 'investigate', note: 'Ask "them"\n二人' }),
      record(3, { kind: 'mergePlanned', primaryId: robin.id, rounds: [[kim.id, lee.id]] }),
      withDoubt(record(4, undefined, lee), 20_000),
      undo(5, lee),
      withDoubt(undo(6), 0),
    ];
    const outbox = createOutbox(name, tab);
    outbox.add(all);
    expect(outbox.pending.value).toEqual(all);
    expect(createOutbox(name, tab).pending.value).toEqual(all);
  });

  it('holds a decision without an agent', () => {
    const tab = createShelf();
    const decision = { ...createDecision({ kind: 'separate' }, null, 1, [robin, kim]) };
    const change: PendingChange = { ...undo(1), kind: 'record', decision };
    createOutbox(name, tab).add([change]);
    expect(createOutbox(name, tab).pending.value).toEqual([change]);
  });

  it('gives the next panel the earliest decisions first, in whichever order they came in', () => {
    const tab = createShelf();
    createOutbox(name, tab).add([3, 1, 2].map((at) => record(at)));
    for (const each of [tab, backwards(tab)])
      expect(createOutbox(name, each).pending.value.map(({ at }) => at)).toEqual([1, 2, 3]);
  });

  it('holds a change once, however often and from whichever side it is added', () => {
    const tab = createShelf();
    const outbox = createOutbox(name, tab);
    const mirrored = { ...undo(1), contactId: kim.id, otherId: robin.id };
    for (const change of [undo(1), undo(1), mirrored]) outbox.add([change]);
    expect(outbox.pending.value).toEqual([mirrored]);
    expect(keysOn(tab)).toHaveLength(1);
  });

  it.each<[what: string, other: PendingChange]>([
    ['about another contact', record(1, undefined, lee)],
    ['of another time', record(2)],
    ['that takes the decision back', undo(1)],
  ])('tells a change from one %s', (_, other) => {
    const outbox = createOutbox(name, createShelf());
    outbox.add([record(1), other]);
    expect(outbox.pending.value).toHaveLength(2);
    outbox.remove([record(1)]);
    expect(outbox.pending.value).toEqual([other]);
  });

  it('leaves nothing in the tab once everything was removed', () => {
    const tab = createShelf();
    const outbox = createOutbox(name, tab);
    outbox.add([record(1), undo(2)]);
    outbox.remove([record(1), record(7)]);
    expect(outbox.pending.value).toEqual([undo(2)]);
    outbox.remove([undo(2)]);
    expect(outbox.pending.value).toEqual([]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('keeps what was updated, in its place', () => {
    const tab = createShelf();
    const outbox = createOutbox(name, tab);
    outbox.add([record(1), record(2)]);
    const updated = withDoubt(record(1), 20_000);
    outbox.update([updated]);
    expect(outbox.pending.value).toEqual([updated, record(2)]);
    expect(createOutbox(name, tab).pending.value).toEqual([updated, record(2)]);
  });

  it('knows nothing of that of another portal, nor of anything else in the tab', () => {
    const tab = createShelf();
    tab.setItem('group 1', 'not ours');
    createOutbox('decision 60099999 ', tab).add([record(1)]);
    const outbox = createOutbox(name, tab);
    expect(outbox.pending.value).toEqual([]);
    outbox.add([record(1)]);
    outbox.remove([record(1)]);
    expect(keysOn(tab)).toHaveLength(2);
  });

  const whole = { kind: 'record', contactId: '1', otherId: '2', at: 3, mayArriveUntil: null };
  it.each<[what: string, entry: unknown]>([
    ['no JSON', 'nonsense'],
    ['empty', ''],
    ['a list', [1]],
    ['a decision without a value', whole],
    ['a decision in another form', { ...whole, value: { version: 1, decisions: [] } }],
    [
      'a decision of another time',
      { ...whole, value: { version: 2, kind: 'separate', by: null, at: 4, values: {} } },
    ],
    ['a change of another kind', { ...whole, kind: 'replace' }],
    ['a change without a time', { ...whole, kind: 'undo', at: undefined }],
  ])('leaves out an entry that is %s', (_, entry) => {
    const tab = createShelf();
    tab.setItem(`${name}1`, typeof entry === 'string' ? entry : JSON.stringify(entry));
    const outbox = createOutbox(name, tab);
    outbox.add([record(1)]);
    expect(outbox.pending.value).toEqual([record(1)]);
  });

  it('leaves no name and no value of the contacts in the tab', () => {
    const tab = createShelf();
    createOutbox(name, tab).add([record(1), undo(2)]);
    const text = keysOn(tab).map((key) => tab.getItem(key));
    expect(text.join()).not.toMatch(/ash|birch|gold/i);
  });
});

describe('an outbox of which the browser keeps nothing', () => {
  it.each([
    ['there is no storage', null],
    ['there is no room', createShelf(0)],
  ])('works until the panel is closed, because %s', (_, tab) => {
    const outbox = createOutbox(name, tab);
    outbox.add([record(1)]);
    expect(outbox.pending.value).toEqual([record(1)]);
    expect(outbox.latest(record(1))).toEqual(record(1));
    const updated = withDoubt(record(1), 20_000);
    outbox.update([updated]);
    expect(outbox.pending.value).toEqual([updated]);
    outbox.remove([updated]);
    expect(outbox.pending.value).toEqual([]);
    expect(outbox.latest(updated)).toBeNull();
    expect(createOutbox(name, tab).pending.value).toEqual([]);
  });
});

describe('an outbox whose browser forbids its storage late', () => {
  const forbidden = () => {
    throw new DOMException('forbidden', 'SecurityError');
  };

  it('works on with what it had and what is added then', () => {
    const tab = createShelf();
    const outbox = createOutbox(name, tab);
    outbox.add([record(1)]);
    Object.assign(tab, { getItem: forbidden, setItem: forbidden, removeItem: forbidden, key: forbidden });
    outbox.add([record(2)]);
    for (const change of [record(1), record(2)]) expect(outbox.latest(change)).toEqual(change);
    outbox.remove([record(1), record(2)]);
    expect(outbox.pending.value).toEqual([]);
    expect(createOutbox(name, tab).pending.value).toEqual([]);
  });
});

it.each([
  ['an id that is an object', { contactId: { toString: 'none' } }],
  ['an id that is a path', { otherId: '..' }],
  ['no id', { otherId: null }],
  ['a time of no calendar', { at: 1e300 }],
  ['a time before all times', { at: -5 }],
  ['half a millisecond', { at: 1.5 }],
])('an outbox leaves out an entry with %s, and no other', (_, wrong) => {
  const tab = createShelf();
  createOutbox(name, tab).add([record(1)]);
  tab.setItem(`${name}undo x`, JSON.stringify({ ...undo(7), ...wrong }));
  tab.setItem(`${name}record x`, JSON.stringify({ ...record(7), ...wrong }));
  expect(createOutbox(name, tab).pending.value).toEqual([record(1)]);
});

describe('two outboxes of one tab', () => {
  function twoOutboxes() {
    const tab = createShelf();
    createOutbox(name, tab).add([record(1)]);
    return [createOutbox(name, tab), createOutbox(name, tab), tab] as const;
  }

  it('tell each other what was sent', () => {
    const [one, other] = twoOutboxes();
    expect(other.latest(record(1))).toEqual(record(1));
    one.update([withDoubt(record(1), 20_000)]);
    expect(other.latest(record(1))).toEqual(withDoubt(record(1), 20_000));
  });

  it('tell each other what is done, and do not bring it back', () => {
    const [one, other, tab] = twoOutboxes();
    one.remove([record(1)]);
    expect(other.latest(record(1))).toBeNull();
    other.update([withDoubt(record(1), 20_000)]);
    expect(keysOn(tab)).toEqual([]);
  });
});
