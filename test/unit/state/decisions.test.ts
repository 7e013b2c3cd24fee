import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyOf, queriableValueOf, readDecisions } from '../../../src/desk/decision-record';
import { createStorage, type DeskStorage, mostAtOnce } from '../../../src/desk/storage';
import type { Contact } from '../../../src/duplicates/contact';
import type { Agent, Decision, Verdict } from '../../../src/duplicates/decision';
import { fingerprintOf } from '../../../src/duplicates/fingerprint';
import { lookUps, savePauses } from '../../../src/state/decision-saving';
import { createDecisions } from '../../../src/state/decisions';
import { createOutbox } from '../../../src/state/outbox';
import { contact, contacts } from '../../builders';
import { type StorageMode, type StorageRequest, type StoredRecord, storageRates } from '../../desk/storage';
import { createShelf, keysOn, settle, storageBridge } from '../support';

const noor: Agent = { id: '450000000000056001', name: 'Noor' };
const sam: Agent = { id: '450000000000056002', name: 'Sam' };
const separate: Verdict = { kind: 'separate' };
const investigate: Verdict = { kind: 'investigate', note: 'Ask the account team' };

const robin = contact({ lastName: 'Ash', email: 'robin@ash.example' });
const kim = contact({ lastName: 'Birch', email: 'kim@birch.example' });
const lee = contact({ lastName: 'Cole', email: 'lee@cole.example' });

type Records = Map<string, StoredRecord>;
type Call = keyof DeskStorage;

/** Longer than any look-up and what it leads to. */
const aWhile = 60_000;
const lookUp = lookUps[0] * 1000;

/** A storage whose calls can be held back on their way there, or their answers on their way back. */
function gated({ read, readAll, write, remove, whenFree }: DeskStorage) {
  const held = new Set<string>();
  const waiting: (() => void)[] = [];
  const pass = (what: string) =>
    held.has(what) ? new Promise<void>((resolve) => waiting.push(resolve)) : Promise.resolve();
  const through =
    <Given extends readonly unknown[], Answer>(call: Call, go: (...given: Given) => Promise<Answer>) =>
    async (...given: Given) => {
      await pass(call);
      const answer = await go(...given);
      await pass(`answer to ${call}`);
      return answer;
    };
  return {
    storage: {
      read: through('read', read),
      readAll: through('readAll', readAll),
      write: through('write', write),
      remove: through('remove', remove),
      whenFree,
    } satisfies DeskStorage,
    hold(...calls: readonly Call[]) {
      for (const call of calls) held.add(call);
    },
    holdAnswers(call: Call) {
      held.add(`answer to ${call}`);
    },
    async release() {
      held.clear();
      for (const go of waiting.splice(0)) go();
      await settle();
    },
  };
}

interface Opening {
  readonly by?: Agent | null | Promise<Agent | null>;
  /** What lies in the storage, shared with the panels of other agents; `null` where it is off. */
  readonly records?: Records | null;
  /** What the browser keeps, shared with the panels of the same tab. */
  readonly shelf?: Storage;
  readonly mode?: StorageMode;
  readonly now?: () => number;
}

/** The decisions as one agent's panel has them. */
function openPanel({
  by = noor,
  records = new Map(),
  shelf = createShelf(),
  mode = 'on',
  now = Date.now,
}: Opening = {}) {
  const requests: StorageRequest[] = [];
  let bridge = storageBridge(records, mode, requests);
  const zohoDesk: typeof bridge = {
    ...bridge,
    get: (...asked) => bridge.get(...asked),
    set: (...asked) => bridge.set(...asked),
    delete: (...asked) => bridge.delete(...asked),
  };
  const gate = gated(createStorage({ portal: { zohoDesk, origin: null, dataCentre: null, orgId: null } }));
  const outbox = createOutbox('decision 60012345 ', shelf);
  const agent = Promise.resolve(by);
  const decisions = createDecisions({ storage: gate.storage, agent, outbox, now });
  const known = (about: Contact, other: Contact) =>
    decisions.about(about.id).value.byContact.get(other.id) ?? [];

  return {
    decisions,
    gate,
    requests,
    shelf,
    outbox,
    /** Makes the storage work in another way from now on. */
    turn(storageMode: StorageMode) {
      bridge = storageBridge(records, storageMode, requests);
    },
    async decide(about: Contact, others: Contact | readonly Contact[], verdict = separate) {
      await decisions.record(about, [others].flat(), verdict);
      await settle();
    },
    async decideAmong(all: readonly Contact[], verdict = separate) {
      await decisions.recordAmong(all, verdict);
      await settle();
    },
    async undo(about: Contact, other: Contact) {
      const latest = known(about, other)[0];
      if (!latest) throw new Error('nothing was decided');
      decisions.undo(about.id, other.id, latest);
      await settle();
    },
    async read(about: Contact) {
      const done = decisions.read(about.id);
      await settle();
      return done;
    },
    known,
    /** The decisions that are shown, each with who decided. */
    shown: (about: Contact, other: Contact) => known(about, other).map(told),
    phase: (about: Contact) => decisions.about(about.id).value.phase,
    unreadable: (about: Contact) => [...decisions.about(about.id).value.unreadable],
    failures: () => decisions.failures.value.map(({ error, orders }) => [error.kind, orders.length]),
  };
}

type Panel = ReturnType<typeof openPanel>;

const told = ({ by, kind }: Decision) => `${by?.name ?? 'somebody'}: ${kind}`;

/** The decisions in the storage, which lie beside both contacts. */
function stored(records: Records, a: Contact, b: Contact): string[] {
  const sides = [
    [a, b],
    [b, a],
  ].map(([one, other]) => {
    if (!one || !other) return [];
    const record = records.get(keyOf(one.id, other.id));
    expect(record?.queriableValue ?? queriableValueOf(one.id)).toBe(queriableValueOf(one.id));
    return record ? (readDecisions(record.value, one.id, other.id) ?? []).map(told) : [];
  });
  expect(sides[0]).toEqual(sides[1]);
  return sides[0] ?? [];
}

const setsIn = (requests: readonly StorageRequest[]) => requests.filter(({ call }) => call === 'set');

/** The keys of all records that were written, in turn. */
const keysSetIn = (requests: readonly StorageRequest[]) =>
  setsIn(requests).flatMap(({ options }) => ([options].flat() as StoredRecord[]).map(({ key }) => key));
const keysOf = (a: Contact, b: Contact) => [keyOf(a.id, b.id), keyOf(b.id, a.id)];

/** The most requests of one kind within a minute. */
function busiestMinute(requests: readonly StorageRequest[], call: StorageRequest['call']): number {
  const times = requests.filter((request) => request.call === call).map(({ at }) => at);
  return Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length),
  );
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_768_210_200_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a decision', () => {
  it('is shown at once beside both contacts, before the storage answers', async () => {
    const { gate, decide, shown, decisions } = openPanel();
    gate.hold('read', 'readAll', 'write');
    await decide(robin, kim);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    expect(shown(kim, robin)).toEqual(['Noor: separate']);
    expect(shown(robin, lee)).toEqual([]);
    expect(decisions.unsaved.value.map(told)).toEqual(['Noor: separate']);
  });

  it('lies in the storage under a key for each contact afterwards', async () => {
    const records: Records = new Map();
    const { decide, shown, decisions } = openPanel({ records });
    await decide(robin, kim);
    expect([...records.keys()].sort()).toEqual([keyOf(robin.id, kim.id), keyOf(kim.id, robin.id)].sort());
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    expect(decisions.unsaved.value).toEqual([]);
    expect(decisions.failures.value).toEqual([]);
  });

  it('says who decided, when, and on what', async () => {
    const { decide, known } = openPanel();
    const at = Date.now();
    await decide(robin, kim, investigate);
    const fingerprints = { [robin.id]: fingerprintOf(robin), [kim.id]: fingerprintOf(kim) };
    expect(known(robin, kim)).toEqual([{ ...investigate, by: noor, at, fingerprints }]);
  });

  it('may be about several contacts at once', async () => {
    const records: Records = new Map();
    const { decide, shown, decisions } = openPanel({ records });
    await decide(robin, [kim, lee]);
    expect([stored(records, robin, kim), stored(records, robin, lee)]).toEqual([
      ['Noor: separate'],
      ['Noor: separate'],
    ]);
    expect([...decisions.about(robin.id).value.byContact.keys()].sort()).toEqual([kim.id, lee.id].sort());
    expect(shown(kim, lee)).toEqual([]);
  });

  it('stands before the one that was made earlier', async () => {
    const records: Records = new Map();
    const { decide, shown } = openPanel({ records });
    await decide(robin, kim);
    await settle(1000);
    await decide(kim, robin, investigate);
    expect(shown(robin, kim)).toEqual(['Noor: investigate', 'Noor: separate']);
    expect(stored(records, robin, kim)).toEqual(['Noor: investigate', 'Noor: separate']);
  });

  describe('made before Desk has told who decides', () => {
    function openUntold() {
      const records: Records = new Map();
      let tell = (_: Agent | null) => {};
      const by = new Promise<Agent | null>((resolve) => {
        tell = resolve;
      });
      return { records, tell: (agent: Agent | null) => tell(agent), ...openPanel({ records, by }) };
    }

    it('is shown at once, and saved with the name once that is told', async () => {
      const { records, tell, decide, shown, decisions, shelf } = openUntold();
      await decide(robin, kim);
      expect(decisions.agent.value).toBeNull();
      expect(shown(robin, kim)).toEqual(['somebody: separate']);
      expect([...records.keys()]).toEqual([]);
      tell(noor);
      await settle();
      expect(shown(robin, kim)).toEqual(['Noor: separate']);
      expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
      await settle(aWhile);
      expect(keysOn(shelf)).toEqual([]);
    });

    it('can be taken back before that', async () => {
      const { records, tell, decide, undo, shown, shelf } = openUntold();
      await decide(robin, kim);
      await undo(robin, kim);
      tell(noor);
      await settle(aWhile);
      expect(shown(robin, kim)).toEqual([]);
      expect([...records.keys()]).toEqual([]);
      expect(keysOn(shelf)).toEqual([]);
    });
  });

  it('that nobody signed can be taken back by an agent with a name', async () => {
    const records: Records = new Map();
    await openPanel({ records, by: null }).decide(robin, kim);
    const { read, undo } = openPanel({ records });
    await read(robin);
    await undo(robin, kim);
    await settle(aWhile);
    expect([...records.keys()]).toEqual([]);
  });

  it('is that of somebody where Desk does not tell who decides', async () => {
    const records: Records = new Map();
    const { decide } = openPanel({ records, by: null });
    await decide(robin, kim);
    expect(stored(records, robin, kim)).toEqual(['somebody: separate']);
  });

  it('leaves nothing in the outbox once it was looked up', async () => {
    const { decide, outbox, shelf } = openPanel();
    await decide(robin, kim);
    expect(outbox.all()).toHaveLength(1);
    await settle(aWhile);
    expect(keysOn(shelf)).toEqual([]);
  });

  it('is saved also where the browser keeps nothing', async () => {
    const records: Records = new Map();
    const { decide } = openPanel({ records, shelf: createShelf(0) });
    await decide(robin, kim);
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
  });

  it('is written once where nobody else writes', async () => {
    const { decide, requests } = openPanel();
    await decide(robin, kim);
    await settle(aWhile);
    expect(setsIn(requests)).toHaveLength(1);
  });

  it('is not shown twice, and never goes away, on its way into the storage', async () => {
    const { decide, decisions } = openPanel();
    const seen: number[] = [];
    const dispose = effect(() => {
      seen.push(decisions.about(robin.id).value.byContact.get(kim.id)?.length ?? 0);
    });
    await decide(robin, kim);
    await settle(aWhile);
    dispose();
    expect(seen[0]).toBe(0);
    expect(new Set(seen.slice(1))).toEqual(new Set([1]));
  });
});

describe('the decisions about a contact', () => {
  it('are read by others, beside either contact', async () => {
    const records: Records = new Map();
    await openPanel({ records }).decide(robin, [kim, lee], investigate);
    const { read, shown, phase } = openPanel({ records, by: sam });
    await read(robin);
    expect([shown(robin, kim), shown(robin, lee)]).toEqual([['Noor: investigate'], ['Noor: investigate']]);

    const other = openPanel({ records, by: sam });
    await other.read(kim);
    expect(other.shown(kim, robin)).toEqual(['Noor: investigate']);
    expect(other.shown(kim, lee)).toEqual([]);
    expect([phase(robin), phase(kim)]).toEqual([{ kind: 'known' }, { kind: 'reading' }]);
  });

  it('come as they were made', async () => {
    const records: Records = new Map();
    const { decide, known } = openPanel({ records });
    await decide(robin, kim, { kind: 'mergePlanned', primaryId: robin.id, rounds: [[kim.id]] });
    const other = openPanel({ records, by: sam });
    await other.read(kim);
    expect(other.known(kim, robin)).toEqual(known(robin, kim));
  });

  it('are more than a page of them', async () => {
    const records: Records = new Map();
    await openPanel({ records }).decide(robin, contacts(120));
    const { read, decisions } = openPanel({ records, by: sam });
    await read(robin);
    expect(decisions.about(robin.id).value.byContact.size).toBe(120);
  });

  it('are being read at first, and known when they are there, also where there are none', async () => {
    const { gate, read, phase } = openPanel();
    expect(phase(robin)).toEqual({ kind: 'reading' });
    gate.hold('readAll');
    void read(robin);
    await settle();
    expect(phase(robin)).toEqual({ kind: 'reading' });
    await gate.release();
    expect(phase(robin)).toEqual({ kind: 'known' });
  });

  it('stay known while they are read again', async () => {
    const { gate, read, phase } = openPanel();
    await read(robin);
    gate.hold('readAll');
    void read(robin);
    await settle();
    expect(phase(robin)).toEqual({ kind: 'known' });
    await gate.release();
  });

  it('are read again after they could not be', async () => {
    const records: Records = new Map();
    await openPanel({ records }).decide(robin, kim);
    const { turn, read, phase, shown } = openPanel({ records, by: sam, mode: 'readsFail' });
    await read(robin);
    expect(phase(robin)).toMatchObject({ kind: 'failed', error: { kind: 'storageRefused' } });
    turn('on');
    await read(robin);
    expect(phase(robin)).toEqual({ kind: 'known' });
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
  });

  it('are forgotten when somebody else has taken them back', async () => {
    const records: Records = new Map();
    const [one, other] = [openPanel({ records }), openPanel({ records, by: sam })];
    await one.decide(robin, kim);
    await settle(aWhile);
    await other.read(kim);
    await other.undo(kim, robin);
    await settle(aWhile);
    await one.read(robin);
    expect(one.shown(robin, kim)).toEqual([]);
  });

  it('hold a decision that was saved while they were being read', async () => {
    const { gate, decide, read, shown } = openPanel();
    gate.holdAnswers('readAll');
    void read(robin);
    await settle();
    await decide(robin, kim);
    await gate.release();
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
  });

  it('do not hold a decision that was taken back while they were being read', async () => {
    const { gate, decide, undo, read, shown } = openPanel();
    await decide(robin, kim);
    gate.holdAnswers('readAll');
    void read(robin);
    await settle();
    await undo(robin, kim);
    await gate.release();
    expect(shown(robin, kim)).toEqual([]);
  });

  it('are not those of a contact whose id begins alike', async () => {
    const records: Records = new Map();
    const [one, longer] = [contact({ id: '12' }), contact({ id: '123' })];
    await openPanel({ records }).decide(longer, kim);
    const { read, decisions } = openPanel({ records });
    await read(one);
    expect(decisions.about(one.id).value.byContact.size).toBe(0);
  });
});

describe('an undo', () => {
  it('removes both records of the only decision', async () => {
    const records: Records = new Map();
    const { decide, undo, shown } = openPanel({ records });
    await decide(robin, kim);
    await settle(aWhile);
    await undo(robin, kim);
    expect(shown(robin, kim)).toEqual([]);
    await settle(aWhile);
    expect([...records.keys()]).toEqual([]);
    expect(shown(kim, robin)).toEqual([]);
  });

  it('is shown at once, before the storage answers', async () => {
    const { gate, decide, undo, shown } = openPanel();
    await decide(robin, kim);
    gate.hold('read', 'write', 'remove');
    await undo(robin, kim);
    expect([shown(robin, kim), shown(kim, robin)]).toEqual([[], []]);
  });

  it('of the later of two decisions lets the earlier one stand again', async () => {
    const records: Records = new Map();
    const { decide, undo, shown } = openPanel({ records });
    await decide(robin, kim);
    await settle(1000);
    await decide(robin, kim, investigate);
    await undo(kim, robin);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    await settle(aWhile);
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
  });

  it('may be of what somebody else decided', async () => {
    const records: Records = new Map();
    await openPanel({ records }).decide(robin, kim);
    await settle(aWhile);
    const { read, undo, shown } = openPanel({ records, by: sam });
    await read(robin);
    await undo(robin, kim);
    await settle(aWhile);
    expect([...records.keys()]).toEqual([]);
    expect(shown(robin, kim)).toEqual([]);
  });

  it('before the decision was looked up keeps it from being written again', async () => {
    const records: Records = new Map();
    const { decide, undo, shown, shelf } = openPanel({ records });
    await decide(robin, kim);
    await settle(lookUp / 2);
    await undo(robin, kim);
    await settle(aWhile);
    expect([...records.keys()]).toEqual([]);
    expect(shown(robin, kim)).toEqual([]);
    expect(keysOn(shelf)).toEqual([]);
  });

  it('by somebody else before the decision was looked up keeps it from being written again, too', async () => {
    const records: Records = new Map();
    await openPanel({ records }).decide(robin, kim);
    const { read, undo } = openPanel({ records, by: sam });
    await read(robin);
    await undo(robin, kim);
    await settle(aWhile);
    expect([...records.keys()]).toEqual([]);
  });

  it('while the decision is being looked up keeps it from being written again', async () => {
    const records: Records = new Map();
    const { gate, decide, undo } = openPanel({ records });
    await decide(robin, kim);
    gate.hold('readAll');
    await settle(lookUp);
    await undo(robin, kim);
    await gate.release();
    await settle(aWhile);
    expect([...records.keys()]).toEqual([]);
  });

  it.each<Call>(['read', 'write'])(
    'while the decision is still being saved (%s) ends with nothing in the storage',
    async (call) => {
      const records: Records = new Map();
      const { gate, decide, undo, shown, shelf } = openPanel({ records });
      gate.hold(call);
      await decide(robin, kim);
      await undo(robin, kim);
      expect(shown(robin, kim)).toEqual([]);
      await gate.release();
      await settle(aWhile);
      expect([...records.keys()]).toEqual([]);
      expect(shown(robin, kim)).toEqual([]);
      expect(keysOn(shelf)).toEqual([]);
    },
  );

  it('is rolled back where the storage refuses it, and may be tried again', async () => {
    const records: Records = new Map();
    const panel = openPanel({ records });
    await panel.decide(robin, kim);
    await settle(aWhile);
    panel.turn('off');
    await panel.undo(robin, kim);
    expect(panel.shown(robin, kim)).toEqual(['Noor: separate']);
    expect(panel.failures()).toEqual([['storageOff', 1]]);

    panel.turn('on');
    for (const failed of panel.decisions.failures.value) panel.decisions.tryAgain(failed);
    await settle(aWhile);
    expect([...records.keys()]).toEqual([]);
    expect(panel.shown(robin, kim)).toEqual([]);
    expect(panel.failures()).toEqual([]);
  });

  it('of many takes its time, but Desk never refuses it', async () => {
    const records: Records = new Map();
    const others = contacts(40);
    const { decide, undo, requests, failures } = openPanel({ records });
    await decide(robin, others);
    await settle(aWhile);
    for (const other of others) await undo(robin, other);
    await settle(5 * aWhile);
    expect([...records.keys()]).toEqual([]);
    expect(failures()).toEqual([]);
    expect(busiestMinute(requests, 'delete')).toBeLessThanOrEqual(storageRates.delete);
  });
});

describe('two agents', () => {
  function twoAgents() {
    const records: Records = new Map();
    return { records, one: openPanel({ records }), other: openPanel({ records, by: sam }) };
  }

  it.each(['the first', 'the second'])(
    'who decide about one pair at the same moment both have their decision in the end: %s writes last',
    async (last) => {
      const { records, one, other } = twoAgents();
      one.gate.hold('write');
      other.gate.hold('write');
      await one.decide(robin, kim);
      await other.decide(kim, robin, investigate);
      const inTurn = last === 'the first' ? [other, one] : [one, other];
      for (const { gate } of inTurn) await gate.release();
      expect(stored(records, robin, kim)).toHaveLength(1);
      await settle(aWhile);
      expect(stored(records, robin, kim).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
      for (const { read, shown } of [one, other]) {
        await read(robin);
        expect(shown(robin, kim).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
      }
    },
  );

  it('who decide one after the other write once each', async () => {
    const { records, one, other } = twoAgents();
    await one.decide(robin, kim);
    await other.decide(robin, kim, investigate);
    await settle(aWhile);
    expect(stored(records, robin, kim).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
    expect([setsIn(one.requests).length, setsIn(other.requests).length]).toEqual([1, 1]);
  });

  it('both have their decision in the end where one write comes after the other one looked its own up', async () => {
    const { records, one, other } = twoAgents();
    other.gate.hold('write');
    await other.decide(robin, kim, investigate);
    await one.decide(robin, kim);
    await settle(2 * lookUp);
    await other.gate.release();
    await settle(aWhile);
    expect(stored(records, robin, kim).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
  });

  it('both have their decision in the end where one has to wait for a busy storage', async () => {
    const { records, one, other } = twoAgents();
    other.turn('busy');
    await other.decide(robin, kim, investigate);
    await settle(1000);
    expect(other.decisions.unsaved.value).toHaveLength(1);
    await one.decide(robin, kim);
    await settle(2 * aWhile);
    expect(stored(records, robin, kim).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
  });

  it('both have their decision in the end where one decided while looking up an earlier one', async () => {
    const { records, one, other } = twoAgents();
    await one.decide(robin, lee);
    one.gate.hold('readAll');
    await settle(lookUp);

    other.gate.hold('write');
    await other.decide(robin, kim, investigate);
    await one.decide(robin, kim);
    await one.gate.release();
    await other.gate.release();
    await settle(aWhile);
    expect(stored(records, robin, kim).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
  });

  it('have what one took back stay so, though the other had read it and writes later', async () => {
    const { records, one, other } = twoAgents();
    await one.decide(robin, kim);
    other.gate.hold('write');
    await other.decide(robin, kim, investigate);
    await one.undo(robin, kim);
    await other.gate.release();
    expect(stored(records, robin, kim).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
    await settle(aWhile);
    expect(stored(records, robin, kim)).toEqual(['Sam: investigate']);
  });

  it('both have their decision in the end where the first look at it fails', async () => {
    const { records, one, other } = twoAgents();
    for (const { gate } of [one, other]) gate.hold('write');
    await one.decide(robin, kim);
    await other.decide(robin, kim, investigate);
    for (const { gate } of [one, other]) await gate.release();
    one.turn('readsFail');
    await settle(2 * lookUp);
    one.turn('on');
    await settle(aWhile);
    expect(stored(records, robin, kim).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
  });

  it('who decide about pairs with one contact in common do not hinder each other', async () => {
    const { records, one, other } = twoAgents();
    one.gate.hold('write');
    other.gate.hold('write');
    await one.decide(robin, kim);
    await other.decide(kim, lee, investigate);
    await one.gate.release();
    await other.gate.release();
    await settle(aWhile);
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
    expect(stored(records, kim, lee)).toEqual(['Sam: investigate']);
    const { read, shown } = openPanel({ records });
    await read(kim);
    expect([shown(kim, robin), shown(kim, lee)]).toEqual([['Noor: separate'], ['Sam: investigate']]);
  });

  it('who decide about a whole group at the same moment both have all their decisions in the end', async () => {
    const { records, one, other } = twoAgents();
    const group = contacts(12);
    one.gate.hold('write');
    other.gate.hold('write');
    await one.decide(robin, group);
    await other.decide(robin, group.toReversed(), investigate);
    for (let turn = 0; turn < 4; turn++) {
      await one.gate.release();
      await other.gate.release();
    }
    await settle(2 * aWhile);
    for (const member of group)
      expect(stored(records, robin, member).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
  });

  it('of whom one takes back the only decision while the other one decides: that one stands', async () => {
    const { records, one, other } = twoAgents();
    await one.decide(robin, kim);
    await settle(aWhile);
    one.gate.hold('remove');
    await one.undo(robin, kim);
    await other.decide(robin, kim, investigate);
    await one.gate.release();
    await settle(aWhile);
    expect(stored(records, robin, kim)).toContain('Sam: investigate');
  });

  it.each<[side: string, about: Contact, from: Contact]>([
    ['the open contact', robin, kim],
    ['the other contact', kim, robin],
  ])(
    'of whom one decides while the other one has removed the decision beside %s alone: that one stands',
    async (_, about, from) => {
      const { records, one, other } = twoAgents();
      await one.decide(robin, kim);
      await settle(aWhile);
      one.gate.holdAnswers('remove');
      await one.undo(about, from);
      expect(records.size).toBe(1);
      await other.decide(robin, kim, investigate);
      await one.gate.release();
      await settle(aWhile);
      expect(stored(records, robin, kim)).toContain('Sam: investigate');
    },
  );

  it('both have their decision in the end where one has to wait for its turn after it has read some', async () => {
    const { records, one, other } = twoAgents();
    const group = contacts(150);
    for (const contact of [robin, kim, lee]) await one.read(contact);
    await one.decide(robin, group);
    // Desk takes no more reads in this minute: some pairs are read, but not written.
    const next = group.find(({ id }) => !records.has(keyOf(robin.id, id)));
    if (!next) throw new Error('all are written');
    await settle(1000);
    await other.decide(robin, next, investigate);
    await settle(5 * aWhile);
    expect(stored(records, robin, next).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
  });
});

describe('many decisions at once', () => {
  it('are written a few at a time, never more than Desk takes', async () => {
    const records: Records = new Map();
    const others = contacts(40);
    const { decide, requests, shown, failures } = openPanel({ records });
    await decide(robin, others);
    await settle(5 * aWhile);
    expect(records.size).toBe(80);
    for (const other of others) {
      expect(stored(records, robin, other)).toEqual(['Noor: separate']);
      expect(shown(other, robin)).toEqual(['Noor: separate']);
    }
    expect(failures()).toEqual([]);
    expect(busiestMinute(requests, 'set')).toBeLessThanOrEqual(storageRates.set);
    for (const { options } of setsIn(requests))
      expect([options].flat().length).toBeLessThanOrEqual(mostAtOnce);
  });

  it('are all saved in the end, also where Desk takes fewer in a minute', async () => {
    const records: Records = new Map();
    const { decide, requests, failures, decisions } = openPanel({ records });
    await decide(robin, contacts(300));
    await settle(15 * aWhile);
    expect(failures()).toEqual([]);
    expect(decisions.unsaved.value).toEqual([]);
    expect(records.size).toBe(600);
    expect(busiestMinute(requests, 'set')).toBeLessThanOrEqual(storageRates.set);
    expect(busiestMinute(requests, 'get')).toBeLessThanOrEqual(storageRates.get);
  });

  it('leave none out where others are decided upon meanwhile', async () => {
    const records: Records = new Map();
    const [first, second] = [contacts(12), contacts(12)];
    const { gate, decide } = openPanel({ records });
    gate.hold('write');
    await decide(robin, first);
    await decide(kim, second, investigate);
    await gate.release();
    await settle(aWhile);
    for (const other of first) expect(stored(records, robin, other)).toEqual(['Noor: separate']);
    for (const other of second) expect(stored(records, kim, other)).toEqual(['Noor: investigate']);
  });
});

describe('a decision about each two of some contacts', () => {
  it('is one about every pair, made at one moment and on the two contacts', async () => {
    const records: Records = new Map();
    let time = 1000;
    const group = contacts(5);
    const { decideAmong, known } = openPanel({ records, now: () => time++ });
    await decideAmong(group, investigate);
    expect(records.size).toBe(20);
    for (const one of group) {
      for (const other of group.filter((any) => any !== one)) {
        expect(stored(records, one, other)).toEqual(['Noor: investigate']);
        const fingerprints = { [one.id]: fingerprintOf(one), [other.id]: fingerprintOf(other) };
        expect(known(one, other)).toEqual([{ ...investigate, by: noor, at: 1000, fingerprints }]);
      }
      expect(known(one, one)).toEqual([]);
    }
  });

  it('is shown beside each of them at once, and each pair once', async () => {
    const { gate, decideAmong, shown, decisions } = openPanel();
    gate.hold('read', 'write');
    await decideAmong([robin, kim, lee]);
    for (const [one, other] of [
      [robin, kim],
      [kim, lee],
      [lee, robin],
    ] as const)
      expect([shown(one, other), shown(other, one)]).toEqual([['Noor: separate'], ['Noor: separate']]);
    expect(decisions.unsaved.value).toHaveLength(3);
  });

  it('of two is one, and of fewer none', async () => {
    const { decideAmong, requests, shown } = openPanel();
    await decideAmong([]);
    await decideAmong([robin]);
    await settle(aWhile);
    expect(requests).toEqual([]);
    await decideAmong([robin, kim]);
    expect(shown(kim, robin)).toEqual(['Noor: separate']);
    expect(keysSetIn(requests)).toEqual(keysOf(robin, kim));
  });

  it('may be about all of a large group', async () => {
    const records: Records = new Map();
    const { decideAmong, requests, failures, decisions } = openPanel({ records });
    await decideAmong(contacts(25));
    await settle(15 * aWhile);
    expect(records.size).toBe(25 * 24);
    expect(failures()).toEqual([]);
    expect(decisions.unsaved.value).toEqual([]);
    for (const call of ['get', 'set'] as const)
      expect(busiestMinute(requests, call)).toBeLessThanOrEqual(storageRates[call]);
  });
});

describe('saving', () => {
  it('is slow once it has taken 3 seconds, until all is saved', async () => {
    const { gate, decide, decisions } = openPanel();
    gate.hold('write');
    await decide(robin, kim);
    await settle(2999);
    expect(decisions.isSlow.value).toBe(false);
    await settle(1);
    expect(decisions.isSlow.value).toBe(true);
    await decide(robin, lee);
    await settle(aWhile);
    expect(decisions.isSlow.value).toBe(true);
    await gate.release();
    expect(decisions.unsaved.value).toEqual([]);
    expect(decisions.isSlow.value).toBe(false);
  });

  it('stays slow from one write to the next', async () => {
    const { decide, decisions } = openPanel({ mode: 'slow' });
    const seen: boolean[] = [];
    const dispose = effect(() => {
      seen.push(decisions.isSlow.value);
    });
    await decide(robin, contacts(12));
    // Three times a read and a write, of 3 seconds each.
    await settle(17_999);
    expect(decisions.isSlow.value).toBe(true);
    await settle(aWhile);
    dispose();
    expect(seen).toEqual([false, true, false]);
  });

  it('is not slow where it takes less, also with many decisions one after the other', async () => {
    const { decide, decisions } = openPanel();
    const seen: boolean[] = [];
    const dispose = effect(() => {
      seen.push(decisions.isSlow.value);
    });
    for (const other of contacts(10)) {
      await decide(robin, other);
      await settle(1000);
    }
    await settle(aWhile);
    dispose();
    expect(seen).toEqual([false]);
  });

  it('is not slow the next time, until that has taken as long', async () => {
    const { gate, decide, decisions } = openPanel();
    gate.hold('write');
    await decide(robin, kim);
    await settle(3000);
    await gate.release();
    gate.hold('write');
    await decide(robin, lee);
    expect(decisions.isSlow.value).toBe(false);
    await settle(2999);
    expect(decisions.isSlow.value).toBe(false);
    await settle(1);
    expect(decisions.isSlow.value).toBe(true);
    await gate.release();
    expect(decisions.isSlow.value).toBe(false);
  });

  it('is slow, too, where it is that of a panel that was closed', async () => {
    const shelf = createShelf();
    const closed = openPanel({ shelf });
    closed.gate.hold('read');
    await closed.decide(robin, kim);
    const { decisions } = openPanel({ shelf, mode: 'slow' });
    await settle(3000);
    expect(decisions.isSlow.value).toBe(true);
    await settle(aWhile);
    expect(decisions.isSlow.value).toBe(false);
  });

  it('is no longer slow once it has failed', async () => {
    const { decide, decisions, failures } = openPanel({ mode: 'silent' });
    await decide(robin, kim);
    await settle(3000);
    expect(decisions.isSlow.value).toBe(true);
    await settle(aWhile);
    expect(failures()).toEqual([['timeout', 1]]);
    expect(decisions.isSlow.value).toBe(false);
  });
});

describe('a storage that is full', () => {
  it('makes the decision no longer stand, and says so', async () => {
    const records: Records = new Map();
    const { decide, shown, failures, decisions, shelf } = openPanel({ records, mode: 'full' });
    await decide(robin, [kim, lee]);
    await settle(aWhile);
    expect([shown(robin, kim), shown(robin, lee), shown(kim, robin)]).toEqual([[], [], []]);
    expect(failures()).toEqual([['storageRefused', 2]]);
    expect(decisions.failures.value[0]?.error).toEqual({
      kind: 'storageRefused',
      detail: '{"errMsg":"Storage limit exceeded"}',
    });
    expect(decisions.unsaved.value).toEqual([]);
    expect([...records.keys()]).toEqual([]);
    expect(keysOn(shelf)).toEqual([]);
  });

  it('takes the decision when it is tried again and there is room', async () => {
    const records: Records = new Map();
    const { decide, turn, shown, failures, decisions } = openPanel({ records, mode: 'full' });
    await decide(robin, [kim, lee]);
    turn('on');
    for (const failed of decisions.failures.value) decisions.tryAgain(failed);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    expect(failures()).toEqual([]);
    await settle(aWhile);
    expect([stored(records, robin, kim), stored(records, robin, lee)]).toEqual([
      ['Noor: separate'],
      ['Noor: separate'],
    ]);
    expect(failures()).toEqual([]);
  });

  it('leaves the decision that stood before', async () => {
    const records: Records = new Map();
    const { decide, turn, shown } = openPanel({ records });
    await decide(robin, kim);
    await settle(aWhile);
    turn('full');
    await decide(robin, kim, investigate);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
  });

  it('is told once for all decisions, until that is dismissed', async () => {
    const { decide, failures, decisions } = openPanel({ mode: 'full' });
    await decide(robin, kim);
    await settle(1000);
    await decide(lee, kim);
    expect(failures()).toEqual([['storageRefused', 2]]);
    for (const failed of decisions.failures.value) decisions.dismiss(failed);
    expect(failures()).toEqual([]);
  });
});

describe('a storage that is busy', () => {
  it('is waited for, and then has the decision', async () => {
    const records: Records = new Map();
    const { decide, shown, failures, decisions } = openPanel({ records, mode: 'busy' });
    expect(decisions.isSlow.value).toBe(false);
    await decide(robin, kim);
    expect(decisions.isSlow.value).toBe(false);
    const [first, second] = savePauses;
    for (const pause of [first, second]) {
      expect(shown(robin, kim)).toEqual(['Noor: separate']);
      expect(decisions.unsaved.value).toHaveLength(1);
      await settle(pause * 1000 - 1);
      expect(decisions.isSlow.value).toBe(true);
      await settle(1);
    }
    expect(decisions.isSlow.value).toBe(false);
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
    expect(decisions.unsaved.value).toEqual([]);
    expect(failures()).toEqual([]);
  });

  it('is given up in the end where it stays so', async () => {
    const records: Records = new Map();
    const { decide, turn, shown, failures, decisions } = openPanel({ records, mode: 'busy' });
    await decide(robin, kim);
    for (const pause of savePauses) {
      expect(failures()).toEqual([]);
      turn('busy');
      await settle(pause * 1000);
    }
    expect(failures()).toEqual([['storageBusy', 1]]);
    expect(decisions.isSlow.value).toBe(false);
    expect(shown(robin, kim)).toEqual([]);
    expect([...records.keys()]).toEqual([]);
  });
});

describe('a storage that does not answer', () => {
  it('fails in the end', async () => {
    const { decide, read, shown, failures, phase } = openPanel({ mode: 'silent' });
    void read(robin);
    await decide(robin, kim);
    await settle(aWhile);
    expect(failures()).toEqual([['timeout', 1]]);
    expect(shown(robin, kim)).toEqual([]);
    expect(phase(robin)).toEqual({ kind: 'failed', error: { kind: 'timeout' } });
  });

  it('for long has the decision once, when it answers', async () => {
    const records: Records = new Map();
    const { decide } = openPanel({ records, mode: 'slow' });
    await decide(robin, kim);
    await settle(aWhile);
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
  });
});

describe('a storage that is off', () => {
  it('says so when it is read', async () => {
    const { read, phase, shown } = openPanel({ records: null });
    await read(robin);
    expect(phase(robin)).toEqual({ kind: 'failed', error: { kind: 'storageOff' } });
    expect(shown(robin, kim)).toEqual([]);
  });

  it('takes no decision', async () => {
    const { decide, shown, failures, shelf } = openPanel({ records: null });
    await decide(robin, [kim, lee]);
    expect(failures()).toEqual([['storageOff', 2]]);
    expect([shown(robin, kim), shown(robin, lee)]).toEqual([[], []]);
    expect(keysOn(shelf)).toEqual([]);
  });
});

describe('a record that this version cannot read', () => {
  const foreign = (from: Contact, to: Contact, value: StoredRecord['value']): StoredRecord => ({
    key: keyOf(from.id, to.id),
    queriableValue: queriableValueOf(from.id),
    value,
  });

  describe.each<[side: string, from: Contact, to: Contact]>([
    ['beside the open contact', robin, kim],
    ['beside the other contact', kim, robin],
  ])('that lies %s', (_, from, to) => {
    it.each<[what: string, value: StoredRecord['value']]>([
      ['a later version', { version: 2, decisions: [] }],
      ['something foreign', { groups: [['450000000000777001', '']] }],
      ['something damaged', { version: 1, decisions: [{ kind: 'separate' }] }],
      ['nothing', {}],
    ])('is never written over, be it %s', async (_, value) => {
      const record = foreign(from, to, value);
      const records: Records = new Map([[record.key, record]]);
      const { decide, shown, failures } = openPanel({ records });
      await decide(robin, kim);
      await settle(aWhile);
      expect([...records.values()]).toEqual([record]);
      expect(failures()).toEqual([['storageTaken', 1]]);
      expect(shown(robin, kim)).toEqual([]);
    });

    it('is told beside that contact', async () => {
      const record = foreign(from, to, { version: 2 });
      const { read, unreadable, shown, phase } = openPanel({ records: new Map([[record.key, record]]) });
      await read(from);
      expect(phase(from)).toEqual({ kind: 'known' });
      expect(unreadable(from)).toEqual([to.id]);
      expect(shown(from, to)).toEqual([]);
    });
  });

  it('does not keep others from being saved in the same go', async () => {
    const record = foreign(robin, kim, { version: 2 });
    const records: Records = new Map([[record.key, record]]);
    const { decide, failures, shown } = openPanel({ records });
    await decide(robin, [kim, lee]);
    expect(stored(records, robin, lee)).toEqual(['Noor: separate']);
    expect([shown(robin, kim), shown(robin, lee)]).toEqual([[], ['Noor: separate']]);
    expect(failures()).toEqual([['storageTaken', 1]]);
    expect(records.get(record.key)).toEqual(record);
  });

  it('is not removed by an undo of what this panel knew before', async () => {
    const record = foreign(robin, kim, { version: 2 });
    const records: Records = new Map();
    const { decide, undo, failures } = openPanel({ records });
    await decide(robin, kim);
    await settle(aWhile);
    records.set(record.key, record);
    await undo(robin, kim);
    await settle(aWhile);
    expect(records.get(record.key)).toEqual(record);
    expect(failures()).toEqual([['storageTaken', 1]]);
  });

  it('is no decision where its key is another one', async () => {
    const records: Records = new Map([
      ['g:1', { key: 'g:1', queriableValue: queriableValueOf(robin.id), value: { version: 2 } }],
    ]);
    const { read, unreadable, decisions } = openPanel({ records });
    await read(robin);
    expect(unreadable(robin)).toEqual([]);
    expect(decisions.about(robin.id).value.byContact.size).toBe(0);
  });

  it('is read as soon as it can be', async () => {
    const records: Records = new Map();
    await openPanel({ records }).decide(robin, kim);
    const whole = new Map(records);
    const record = foreign(robin, kim, { version: 2 });
    records.set(record.key, record);
    const { read, unreadable, shown } = openPanel({ records });
    await read(robin);
    expect(unreadable(robin)).toEqual([kim.id]);
    for (const [key, one] of whole) records.set(key, one);
    await read(robin);
    expect(unreadable(robin)).toEqual([]);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
  });
});

describe('one record of the two', () => {
  it('is enough to know the decision when another one is made, and is completed by it', async () => {
    const records: Records = new Map();
    const { decide } = openPanel({ records });
    await decide(robin, kim);
    await settle(aWhile);
    records.delete(keyOf(robin.id, kim.id));
    await decide(robin, kim, investigate);
    expect(stored(records, robin, kim)).toEqual(['Noor: investigate', 'Noor: separate']);
  });
});

describe('a panel that is closed', () => {
  /** A panel that was closed before the storage took this, and what it leaves in the browser. */
  async function closedBefore(call: Call, records: Records, does: (panel: Panel) => Promise<void>) {
    const shelf = createShelf();
    const panel = openPanel({ records, shelf });
    panel.gate.hold(call);
    await does(panel);
    return shelf;
  }

  it.each<Call>(['read', 'write'])(
    'before its decisions were saved (%s) leaves them to the next',
    async (call) => {
      const records: Records = new Map();
      const shelf = await closedBefore(call, records, ({ decide }) => decide(robin, [kim, lee]));
      expect([...records.keys()]).toEqual([]);
      const { shown, decisions } = openPanel({ records, shelf, by: sam });
      expect(shown(robin, kim)).toEqual(['Noor: separate']);
      expect(decisions.unsaved.value).toHaveLength(2);
      await settle(aWhile);
      expect([stored(records, robin, kim), stored(records, robin, lee)]).toEqual([
        ['Noor: separate'],
        ['Noor: separate'],
      ]);
      expect(keysOn(shelf)).toEqual([]);
    },
  );

  it('before its undo was carried out leaves that to the next', async () => {
    const records: Records = new Map();
    await openPanel({ records }).decide(robin, kim);
    await settle(aWhile);
    const shelf = await closedBefore('remove', records, async ({ read, undo }) => {
      await read(robin);
      await undo(robin, kim);
    });
    expect(records.size).toBe(2);
    openPanel({ records, shelf });
    await settle(aWhile);
    expect([...records.keys()]).toEqual([]);
    expect(keysOn(shelf)).toEqual([]);
  });

  it('before a decision that it took back was saved leaves neither', async () => {
    const records: Records = new Map();
    const shelf = await closedBefore('read', records, async ({ decide, undo }) => {
      await decide(robin, kim);
      await undo(robin, kim);
    });
    openPanel({ records, shelf });
    await settle(aWhile);
    expect([...records.keys()]).toEqual([]);
    expect(keysOn(shelf)).toEqual([]);
  });

  it('before its decision was looked up leaves that to the next, if somebody has written it over', async () => {
    const records: Records = new Map();
    const other = openPanel({ records, by: sam });
    other.gate.hold('write');
    await other.decide(robin, kim, investigate);
    const shelf = await closedBefore('readAll', records, ({ decide }) => decide(robin, kim));
    await other.gate.release();
    expect(stored(records, robin, kim)).toEqual(['Sam: investigate']);
    openPanel({ records, shelf });
    await settle(aWhile);
    expect(stored(records, robin, kim).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
  });

  it('leaves nothing to do where everything was saved', async () => {
    const records: Records = new Map();
    const shelf = createShelf();
    await openPanel({ records, shelf }).decide(robin, kim);
    await settle(aWhile);
    const { requests } = openPanel({ records, shelf });
    await settle(aWhile);
    expect(requests).toEqual([]);
  });
});

describe('what a closed panel has written', () => {
  /** A panel that was closed before it looked up what it had written, and what it leaves in the browser. */
  async function closedAfter(records: Records, does: (panel: Panel) => Promise<void>) {
    const shelf = createShelf();
    const panel = openPanel({ records, shelf });
    panel.gate.hold('readAll');
    await does(panel);
    expect(panel.outbox.all().map(({ written }) => written)).not.toContain(null);
    expect(keysOn(shelf)).not.toEqual([]);
    return shelf;
  }

  /** What somebody else does who knows all that lies there. */
  async function meanwhile(records: Records, does: (panel: Panel) => Promise<void>) {
    const panel = openPanel({ records, by: sam });
    await panel.read(robin);
    await does(panel);
    await settle(aWhile);
  }

  const changesIn = (requests: readonly StorageRequest[]) => requests.filter(({ call }) => call !== 'get');

  it('is only looked after by the next one', async () => {
    const records: Records = new Map();
    const shelf = await closedAfter(records, ({ decide }) => decide(robin, [kim, lee]));
    const { decisions, requests } = openPanel({ records, shelf });
    expect(decisions.unsaved.value).toEqual([]);
    await settle(aWhile);
    expect(requests.length).toBeGreaterThan(0);
    expect(changesIn(requests)).toEqual([]);
    expect(keysOn(shelf)).toEqual([]);
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
  });

  it('is not written again where somebody else took back the only decision', async () => {
    const records: Records = new Map();
    const shelf = await closedAfter(records, ({ decide }) => decide(robin, kim));
    await meanwhile(records, ({ undo }) => undo(robin, kim));
    const { requests, shown } = openPanel({ records, shelf });
    expect(shown(robin, kim)).toEqual([]);
    await settle(aWhile);
    expect([...records.keys()]).toEqual([]);
    expect(changesIn(requests)).toEqual([]);
    expect(shown(robin, kim)).toEqual([]);
    expect(keysOn(shelf)).toEqual([]);
  });

  it('is not written again where somebody else took it back and an earlier decision stands', async () => {
    const records: Records = new Map();
    await openPanel({ records }).decide(robin, kim);
    await settle(aWhile);
    const shelf = await closedAfter(records, ({ decide }) => decide(robin, kim, investigate));
    await meanwhile(records, ({ undo }) => undo(robin, kim));
    const { requests } = openPanel({ records, shelf });
    await settle(aWhile);
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
    expect(changesIn(requests)).toEqual([]);
  });

  it('is not written again where somebody else decided after it', async () => {
    const records: Records = new Map();
    const shelf = await closedAfter(records, ({ decide }) => decide(robin, kim));
    await settle(1000);
    await meanwhile(records, ({ decide }) => decide(robin, kim, investigate));
    const { requests } = openPanel({ records, shelf });
    await settle(aWhile);
    expect(stored(records, robin, kim)).toEqual(['Sam: investigate', 'Noor: separate']);
    expect(changesIn(requests)).toEqual([]);
    expect(keysOn(shelf)).toEqual([]);
  });

  it('is written again where others wrote over it, and only that', async () => {
    const records: Records = new Map();
    const other = openPanel({ records, by: sam });
    other.gate.hold('write');
    await other.decide(robin, kim, investigate);
    const shelf = await closedAfter(records, ({ decide }) => decide(robin, [kim, lee]));
    await other.gate.release();
    expect(stored(records, robin, kim)).toEqual(['Sam: investigate']);
    const { requests } = openPanel({ records, shelf });
    await settle(aWhile);
    expect(stored(records, robin, kim).sort()).toEqual(['Noor: separate', 'Sam: investigate']);
    expect(keysSetIn(requests)).toEqual(keysOf(robin, kim));
    expect(keysOn(shelf)).toEqual([]);
  });

  it('is not taken back again, be it an undo, nor is what somebody else decided since', async () => {
    const records: Records = new Map();
    await openPanel({ records }).decide(robin, kim);
    await settle(aWhile);
    const shelf = await closedAfter(records, async ({ decisions, undo, gate, read }) => {
      await gate.release();
      await read(robin);
      gate.hold('readAll');
      expect(decisions.unsaved.value).toEqual([]);
      await undo(robin, kim);
    });
    expect([...records.keys()]).toEqual([]);
    await meanwhile(records, ({ decide }) => decide(robin, kim, investigate));
    const { requests } = openPanel({ records, shelf });
    await settle(aWhile);
    expect(changesIn(requests)).toEqual([]);
    expect(stored(records, robin, kim)).toEqual(['Sam: investigate']);
    expect(keysOn(shelf)).toEqual([]);
  });
});

describe('a decision that lies in the storage already', () => {
  /** A panel that was closed after Desk took its decisions, before it was told so. */
  async function closedUntold(records: Records, others: readonly Contact[]) {
    const shelf = createShelf();
    const panel = openPanel({ records, shelf });
    panel.gate.holdAnswers('write');
    await panel.decide(robin, others);
    expect(panel.outbox.all().map(({ written }) => written)).toEqual(others.map(() => null));
    return shelf;
  }

  it('is not written when the next panel records it again', async () => {
    const records: Records = new Map();
    const shelf = await closedUntold(records, [kim, lee]);
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
    const { requests, decisions, shown, failures } = openPanel({ records, shelf });
    await settle(aWhile);
    expect(setsIn(requests)).toEqual([]);
    expect(decisions.unsaved.value).toEqual([]);
    expect(failures()).toEqual([]);
    expect([shown(robin, kim), shown(lee, robin)]).toEqual([['Noor: separate'], ['Noor: separate']]);
    expect(keysOn(shelf)).toEqual([]);
  });

  it('is not written beside later ones either', async () => {
    const records: Records = new Map();
    const shelf = await closedUntold(records, [kim]);
    await settle(1000);
    await openPanel({ records, by: sam }).decide(kim, robin, investigate);
    const { requests } = openPanel({ records, shelf });
    await settle(aWhile);
    expect(setsIn(requests)).toEqual([]);
    expect(stored(records, robin, kim)).toEqual(['Sam: investigate', 'Noor: separate']);
  });

  it('is left out where others are written', async () => {
    const records: Records = new Map();
    const shelf = await closedUntold(records, [kim, lee]);
    for (const key of keysOf(robin, lee)) records.delete(key);
    const { requests } = openPanel({ records, shelf });
    await settle(aWhile);
    expect(keysSetIn(requests)).toEqual(keysOf(robin, lee));
    expect([stored(records, robin, kim), stored(records, robin, lee)]).toEqual([
      ['Noor: separate'],
      ['Noor: separate'],
    ]);
  });

  it.each<[side: string, one: Contact, other: Contact]>([
    ['the open contact', robin, kim],
    ['the other contact', kim, robin],
  ])('is completed where it is missing beside %s', async (_, one, other) => {
    const records: Records = new Map();
    const shelf = await closedUntold(records, [kim]);
    records.delete(keyOf(one.id, other.id));
    openPanel({ records, shelf });
    await settle(aWhile);
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
  });

  it('is not removed again where the next panel takes back what is gone', async () => {
    const records: Records = new Map();
    await openPanel({ records }).decide(robin, kim);
    await settle(aWhile);
    const shelf = createShelf();
    const closed = openPanel({ records, shelf });
    await closed.read(robin);
    closed.gate.hold('remove');
    await closed.undo(robin, kim);
    records.clear();
    const { requests, failures } = openPanel({ records, shelf });
    await settle(aWhile);
    expect(requests.filter(({ call }) => call !== 'get')).toEqual([]);
    expect(failures()).toEqual([]);
    expect(keysOn(shelf)).toEqual([]);
  });
});

describe('two panels of one tab', () => {
  it('save a decision of either once', async () => {
    const records: Records = new Map();
    const shelf = createShelf();
    const first = openPanel({ records, shelf });
    first.gate.hold('write');
    await first.decide(robin, kim);
    const second = openPanel({ records, shelf });
    await second.decide(robin, lee, investigate);
    await first.gate.release();
    await settle(aWhile);
    expect(stored(records, robin, kim)).toEqual(['Noor: separate']);
    expect(stored(records, robin, lee)).toEqual(['Noor: investigate']);
    expect(keysOn(shelf)).toEqual([]);
  });
});
