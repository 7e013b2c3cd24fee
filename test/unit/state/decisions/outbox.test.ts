import { describe, expect, it } from 'vitest';
import { type Decision, decide, type Verdict } from '../../../src/duplicates/decision';
import { createOutbox, type Order, type Outbox } from '../../../src/state/outbox';
import { contact } from '../../builders';
import { createShelf, keysOn } from '../support';

const name = 'decision 60012345 ';
const noor = { id: '450000000000056001', name: 'Noor Vale' };
const robin = contact({ lastName: 'Ash', email: 'robin@ash.example', customFields: { cf_plan: 'Gold' } });
const [kim, lee] = [contact({ lastName: 'Birch' }), contact({ phone: '+44 20 7946 0123' })];

const at = (time: number, verdict: Verdict = { kind: 'separate' }, other = kim) =>
  decide(verdict, noor, time, [robin, other]);
const order = (decision: Decision, kind: Order['kind'] = 'record', otherId = kim.id): Order => ({
  kind,
  contactId: robin.id,
  otherId,
  decision,
});

const orders = (outbox: Outbox) => outbox.all().map((kept) => kept.order);

/** A shelf that tells its keys in the opposite order: browsers promise none. */
function backwards(shelf: Storage): Storage {
  return { ...shelf, length: shelf.length, key: (index) => shelf.key(shelf.length - 1 - index) };
}

describe('an outbox', () => {
  it('is empty at first', () => {
    expect(createOutbox(name, createShelf()).all()).toEqual([]);
  });

  it('gives back what was put into it, to whoever opens it next', () => {
    const shelf = createShelf();
    const all = [
      order(at(1)),
      order(at(2, { kind: 'investigate', note: 'Ask "them"\n二人' }), 'record'),
      order(at(3, { kind: 'mergePlanned', primaryId: robin.id, rounds: [[kim.id, lee.id]] })),
      order(at(4, undefined, lee), 'undo', lee.id),
      order({ ...at(5), by: null }),
    ];
    const outbox = createOutbox(name, shelf);
    for (const one of all) outbox.add(one);
    const kept = all.map((one) => ({ order: one, written: null }));
    expect(outbox.all()).toEqual(kept);
    expect(createOutbox(name, shelf).all()).toEqual(kept);
  });

  it('gives the earliest decisions first, whatever the order they came in', () => {
    const shelf = createShelf();
    const outbox = createOutbox(name, shelf);
    for (const time of [3, 1, 2]) outbox.add(order(at(time)));
    for (const each of [shelf, backwards(shelf)])
      expect(orders(createOutbox(name, each)).map(({ decision }) => decision.at)).toEqual([1, 2, 3]);
  });

  it('gives an undo after the decision that it takes back, in whichever order the browser lists them', () => {
    const shelf = createShelf();
    const outbox = createOutbox(name, shelf);
    outbox.add(order(at(1)));
    outbox.add(order(at(1), 'undo'));
    for (const each of [shelf, backwards(shelf)])
      expect(orders(createOutbox(name, each)).map(({ kind }) => kind)).toEqual(['record', 'undo']);
  });

  it('holds an order once, however often it was put there', () => {
    const outbox = createOutbox(name, createShelf());
    for (const _ of [1, 2]) outbox.add(order(at(1)));
    expect(orders(outbox)).toEqual([order(at(1))]);
  });

  it.each<[what: string, other: Order]>([
    ['another contact', order(at(1, undefined, lee), 'record', lee.id)],
    ['another time', order(at(2))],
    ['another verdict', order(at(1, { kind: 'investigate', note: '' }))],
    ['the opposite', order(at(1), 'undo')],
    ['the same pair from its other side', { ...order(at(1)), contactId: kim.id, otherId: robin.id }],
  ])('parts an order from that of %s', (_, other) => {
    const outbox = createOutbox(name, createShelf());
    outbox.add(order(at(1)));
    outbox.add(other);
    expect(outbox.all()).toHaveLength(2);
    outbox.remove(order(at(1)));
    expect(orders(outbox)).toEqual([other]);
  });

  it('no longer holds what was taken out, also for one who has it open', () => {
    const shelf = createShelf();
    const [one, other] = [createOutbox(name, shelf), createOutbox(name, shelf)];
    one.add(order(at(1)));
    other.remove(order(at(1)));
    expect(one.all()).toEqual([]);
    expect(keysOn(shelf)).toEqual([]);
  });

  it('takes nothing out that is not there', () => {
    const outbox = createOutbox(name, createShelf());
    outbox.add(order(at(1)));
    outbox.remove(order(at(2)));
    expect(orders(outbox)).toEqual([order(at(1))]);
  });

  it('knows nothing of that of another portal, nor of what else lies there', () => {
    const shelf = createShelf();
    shelf.setItem('group 1', 'not ours');
    createOutbox('decision 60099999 ', shelf).add(order(at(1)));
    const outbox = createOutbox(name, shelf);
    expect(outbox.all()).toEqual([]);
    outbox.add(order(at(1)));
    outbox.remove(order(at(1)));
    expect(keysOn(shelf)).toHaveLength(2);
  });

  it.each<[what: string, text: string]>([
    ['no JSON', 'nonsense'],
    ['nothing', ''],
    ['a list', '[1]'],
    ['no value', '{"kind":"record","contactId":"1","otherId":"2"}'],
    [
      'another version',
      '{"kind":"record","contactId":"1","otherId":"2","value":{"version":2,"decisions":[]}}',
    ],
  ])('leaves out an entry that is %s', (_, text) => {
    const shelf = createShelf();
    shelf.setItem(`${name}record 1 2 3 separate`, text);
    const outbox = createOutbox(name, shelf);
    outbox.add(order(at(1)));
    expect(orders(outbox)).toEqual([order(at(1))]);
  });

  it('goes without a shelf, and without room on it', () => {
    for (const shelf of [null, createShelf(0)]) {
      const outbox = createOutbox(name, shelf);
      outbox.add(order(at(1)));
      outbox.markWritten(order(at(1)), [at(1), at(9)]);
      expect(outbox.all()).toEqual([]);
      outbox.remove(order(at(1)));
    }
  });

  it('leaves no name and no value of the contacts in the browser', () => {
    const shelf = createShelf();
    const outbox = createOutbox(name, shelf);
    outbox.add(order(at(1)));
    outbox.add(order(at(2)));
    outbox.markWritten(order(at(2)), [at(2), at(9)]);
    const text = keysOn(shelf)
      .map((key) => shelf.getItem(key))
      .join();
    expect(text).not.toMatch(/ash|birch|gold/i);
  });
});

describe('an order that was carried out', () => {
  it('is told to be, to whoever opens the outbox next, and so are no others', () => {
    const shelf = createShelf();
    const outbox = createOutbox(name, shelf);
    for (const kind of ['record', 'undo'] as const) outbox.add(order(at(1), kind));
    outbox.add(order(at(2)));
    outbox.markWritten(order(at(1)), [at(1), at(9)]);
    const kept = [
      { order: order(at(1)), written: [at(1), at(9)] },
      { order: order(at(1), 'undo'), written: null },
      { order: order(at(2)), written: null },
    ];
    expect(outbox.all()).toEqual(kept);
    expect(createOutbox(name, shelf).all()).toEqual(kept);
    expect(keysOn(shelf)).toHaveLength(3);
  });

  it('stays carried out, however often that is noted', () => {
    const outbox = createOutbox(name, createShelf());
    outbox.add(order(at(1)));
    for (const _ of [1, 2]) outbox.markWritten(order(at(1)), [at(1), at(9)]);
    expect(outbox.all()).toEqual([{ order: order(at(1)), written: [at(1), at(9)] }]);
  });

  it('can be noted where it was not kept before', () => {
    const outbox = createOutbox(name, createShelf());
    outbox.markWritten(order(at(1), 'undo'), []);
    expect(outbox.all()).toEqual([{ order: order(at(1), 'undo'), written: [] }]);
  });

  it('is no longer so once it is ordered again', () => {
    const outbox = createOutbox(name, createShelf());
    outbox.markWritten(order(at(1)), [at(1), at(9)]);
    outbox.add(order(at(1)));
    expect(outbox.all()).toEqual([{ order: order(at(1)), written: null }]);
  });

  it('is taken out like any other', () => {
    const shelf = createShelf();
    const outbox = createOutbox(name, shelf);
    outbox.add(order(at(1)));
    outbox.markWritten(order(at(1)), [at(1), at(9)]);
    outbox.remove(order(at(1)));
    expect(outbox.all()).toEqual([]);
    expect(keysOn(shelf)).toEqual([]);
  });

  it('is not taken for one where an earlier version kept it', () => {
    const shelf = createShelf();
    const outbox = createOutbox(name, shelf);
    outbox.add(order(at(1)));
    for (const key of keysOn(shelf)) {
      const { written: _, ...before } = JSON.parse(shelf.getItem(key) ?? '');
      shelf.setItem(key, JSON.stringify(before));
    }
    expect(outbox.all()).toEqual([{ order: order(at(1)), written: null }]);
  });
});
