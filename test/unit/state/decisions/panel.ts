import { afterEach, beforeEach, expect, vi } from 'vitest';
import { readRow } from '../../../../src/desk/decision-rows';
import { createStorage, type DeskStorage, decisionsAbout } from '../../../../src/desk/storage';
import type { Contact } from '../../../../src/duplicates/contact';
import type { Agent, Decision, Verdict } from '../../../../src/duplicates/decision';
import type { Pair } from '../../../../src/state/decisions/decisions';
import { createDecisions } from '../../../../src/state/decisions/decisions';
import { createOutbox } from '../../../../src/state/decisions/outbox';
import { contact } from '../../../builders';
import type { StorageMode, StorageRequest } from '../../../desk/storage';
import { createStorageTwin, SharedRows, type StorageCall } from '../../../twins/storage';
import { createShelf, settle, storageBridge } from '../../support';

export const noor: Agent = { id: '450000000000056001', name: 'Noor' };
export const sam: Agent = { id: '450000000000056002', name: 'Sam' };
export const separate: Verdict = { kind: 'separate' };
export const investigate: Verdict = { kind: 'investigate', note: 'Ask the account team' };

export const robin = contact({ lastName: 'Ash', email: 'robin@ash.example' });
export const kim = contact({ lastName: 'Birch', email: 'kim@birch.example' });
export const lee = contact({ lastName: 'Cole', email: 'lee@cole.example' });

/** Longer than the time limit of a call, and than the pause before a full minute has passed. */
export const aWhile = 61_000;

/** All rows that the tests of this file opened. */
let opened: SharedRows[] = [];

/** Sets a clock that the test turns, and checks after each test that no decision was ever rewritten. */
export function useDecisionTests() {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_768_210_200_000 });
    opened = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    for (const rows of opened) expect(rows.rewritten()).toEqual([]);
  });
}

export interface Opening {
  /** `null` if Desk doesn't say who decides. */
  readonly by?: Agent | null | Promise<Agent | null>;
  /** Shared with the panels of other agents. */
  readonly rows?: SharedRows;
  /** What the browser keeps, shared with the panels of the same tab. */
  readonly tab?: Storage;
  readonly now?: () => number;
}

/** The decisions of one agent's panel, over a storage that answers at once. */
export function openPanel({ rows = new SharedRows(), ...opening }: Opening = {}) {
  opened.push(rows);
  const calls: StorageCall[] = [];
  return { calls, ...panelOver(createStorageTwin(rows, calls), opening) };
}

export interface DeskOpening extends Omit<Opening, 'rows'> {
  /** `null` if the storage is off. */
  readonly rows?: SharedRows | null;
  readonly mode?: StorageMode;
}

/** The decisions of one agent's panel in the local Desk, whose storage has limits and may fail. */
export function openPanelInDesk({ rows = new SharedRows(), mode = 'on', ...opening }: DeskOpening = {}) {
  if (rows) opened.push(rows);
  const requests: StorageRequest[] = [];
  let bridge = storageBridge(rows, mode, requests);
  const zohoDesk: typeof bridge = {
    ...bridge,
    get: (...asked) => bridge.get(...asked),
    set: (...asked) => bridge.set(...asked),
    delete: (...asked) => bridge.delete(...asked),
  };
  const storage = createStorage({ portal: { zohoDesk, origin: null, dataCenter: null, orgId: null } });
  return {
    requests,
    /** Makes the storage work in another way from now on. */
    turn(storageMode: StorageMode) {
      bridge = storageBridge(rows, storageMode, requests);
    },
    ...panelOver(storage, opening),
  };
}

export type Panel = ReturnType<typeof panelOver>;

function panelOver(
  deskStorage: DeskStorage,
  { by = noor, tab = createShelf(), now = Date.now }: Omit<Opening, 'rows'>,
) {
  const gate = gated(deskStorage);
  const outbox = createOutbox('decision 60012345 ', tab);
  const decisions = createDecisions({ storage: gate.storage, agent: Promise.resolve(by), outbox, now });
  const known = (about: Contact, other: Contact) =>
    decisions.about(about.id).value.byContact.get(other.id) ?? [];
  return {
    decisions,
    gate,
    tab,
    async decide(about: Contact, others: Contact | readonly Contact[], verdict = separate) {
      decisions.decide(
        [others].flat().map((other): Pair => [about, other]),
        verdict,
      );
      await settle();
    },
    async undo(about: Contact, other: Contact) {
      const latest = known(about, other)[0];
      if (!latest) throw new Error('nothing was decided');
      decisions.undo(about.id, other.id, latest.at);
      await settle();
    },
    async read(about: Contact) {
      const done = decisions.read(about.id);
      await settle();
      return done;
    },
    known,
    /** The decisions that are shown, the latest first, each with who decided. */
    shown: (about: Contact, other: Contact) => known(about, other).map(inWords),
    phase: (about: Contact) => decisions.about(about.id).value.phase,
    unreadable: (about: Contact) => [...decisions.about(about.id).value.unreadable],
    pending: () => decisions.saving.pending.value.map(({ kind }) => kind),
    failures: () => decisions.saving.failures.value.map(({ error, changes }) => [error.kind, changes.length]),
    async tryAgain() {
      for (const failed of decisions.saving.failures.value) decisions.saving.tryAgain(failed);
      await settle();
    },
  };
}

type Call = keyof DeskStorage;
const calls: readonly Call[] = ['read', 'readAll', 'write', 'remove'];

/** A storage whose calls can be held back on their way there, or their answers on their way back. */
function gated({ read, readAll, write, remove }: DeskStorage) {
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
    } satisfies DeskStorage,
    hold(...some: readonly Call[]) {
      for (const call of some) held.add(call);
    },
    holdAnswers(...some: readonly Call[]) {
      for (const call of some) held.add(`answer to ${call}`);
    },
    async release() {
      held.clear();
      for (const go of waiting.splice(0)) go();
      await settle();
    },
    /** What is on its way still arrives, but no answer comes back: the panel was closed. */
    async close() {
      for (const call of calls) {
        held.delete(call);
        held.add(`answer to ${call}`);
      }
      for (const go of waiting.splice(0)) go();
      await settle();
    },
  };
}

const inWords = ({ by, kind }: Decision) => `${by?.name ?? 'somebody'}: ${kind}`;

/** The decisions in the storage, the latest first; they must be the same beside both contacts. */
export function stored(rows: SharedRows, a: Contact, b: Contact): string[] {
  const [beside = [], mirrored = []] = [
    [a, b],
    [b, a],
  ].map(([one, other]) =>
    rows
      .values()
      .filter(({ queriableValue }) => one && queriableValue === decisionsAbout(one.id))
      .flatMap((row) => readRow(row, one?.id ?? '') ?? [])
      .filter(({ otherId }) => otherId === other?.id)
      .sort((x, y) => y.at - x.at)
      .map(({ decision }) => (decision ? inWords(decision) : 'unreadable')),
  );
  expect(beside).toEqual(mirrored);
  return beside;
}

/** The keys of everything that was written, in turn. */
export const keysWrittenIn = (calls: readonly StorageCall[]) =>
  calls.filter(({ call }) => call === 'write').flatMap(({ keys }) => keys);

/** The most requests of one kind within a minute. */
export function busiestMinute(requests: readonly StorageRequest[], call: StorageRequest['call']): number {
  const times = requests.filter((request) => request.call === call).map(({ at }) => at);
  return Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length),
  );
}
