import { effect } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../../src/base/result';
import { sleep } from '../../../../src/base/time';
import { timeLimit } from '../../../../src/desk/read-api';
import { savePauses } from '../../../../src/state/decisions/decision-queue';
import { contacts } from '../../../builders';
import { SharedRows } from '../../../twins/storage';
import { createShelf, keysOn, settle } from '../../support';
import {
  aWhile,
  investigate,
  keysWrittenIn,
  kim,
  lee,
  openPanel,
  openPanelInDesk,
  robin,
  separate,
  stored,
  useDecisionTests,
} from './panel';

useDecisionTests();

/** What a signal has been, without repetitions. */
function historyOf<Value>(read: () => Value): Value[] {
  const seen: Value[] = [];
  effect(() => {
    seen.push(read());
  });
  return seen;
}

describe('saving', () => {
  it('is slow once it has taken 3 seconds, until everything is saved', async () => {
    const { gate, decide, decisions, pending } = openPanel();
    gate.hold('write');
    await decide(robin, kim);
    await settle(2999);
    expect(decisions.saving.isSlow.value).toBe(false);
    await settle(1);
    expect(decisions.saving.isSlow.value).toBe(true);
    await decide(robin, lee);
    await settle(aWhile);
    expect(decisions.saving.isSlow.value).toBe(true);
    await gate.release();
    expect(pending()).toEqual([]);
    expect(decisions.saving.isSlow.value).toBe(false);
  });

  it('stays slow from one write to the next', async () => {
    const { decide, decisions } = openPanelInDesk({ mode: 'slow' });
    const seen = historyOf(() => decisions.saving.isSlow.value);
    await decide(robin, contacts(12));
    // Three writes of 3 seconds each.
    await settle(8999);
    expect(decisions.saving.isSlow.value).toBe(true);
    await settle(1);
    expect(seen).toEqual([false, true, false]);
  });

  it('is not slow if it takes less, even with many decisions one after the other', async () => {
    const { decide, decisions } = openPanel();
    const seen = historyOf(() => decisions.saving.isSlow.value);
    for (const other of contacts(10)) {
      await decide(robin, other);
      await settle(1000);
    }
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
    await settle(2999);
    expect(decisions.saving.isSlow.value).toBe(false);
    await settle(1);
    expect(decisions.saving.isSlow.value).toBe(true);
    await gate.release();
    expect(decisions.saving.isSlow.value).toBe(false);
  });

  it('is slow, too, if it is that of a panel that was closed', async () => {
    const tab = createShelf();
    const closed = openPanel({ tab });
    closed.gate.hold('write');
    await closed.decide(robin, kim);
    const { decisions } = openPanelInDesk({ tab, mode: 'slow' });
    await settle(3000);
    expect(decisions.saving.isSlow.value).toBe(true);
    await settle(aWhile);
    expect(decisions.saving.isSlow.value).toBe(false);
  });

  it('is no longer slow once it has failed', async () => {
    const { decide, decisions, failures } = openPanelInDesk({ mode: 'silent' });
    await decide(robin, kim);
    await settle(3000);
    expect(decisions.saving.isSlow.value).toBe(true);
    await settle(aWhile);
    expect(failures()).toEqual([['timeout', 1]]);
    expect(decisions.saving.isSlow.value).toBe(false);
  });
});

describe('a decision', () => {
  it('that is made at the very end of saving is saved as well', async () => {
    const rows = new SharedRows();
    const { decisions, pending } = openPanel({ rows });
    let isSaving = false;
    const stop = decisions.saving.pending.subscribe(({ length }) => {
      if (isSaving && !length) {
        stop();
        // The first one is settled, and saving has not ended yet.
        queueMicrotask(() => decisions.decide([[robin, lee]], separate));
      }
      isSaving = length > 0;
    });
    decisions.decide([[robin, kim]], investigate);
    await settle();
    expect(pending()).toEqual([]);
    expect(stored(rows, robin, lee)).toEqual(['Noor: separate']);
  });
});

describe('a full storage', () => {
  it('makes the decision no longer count, and says so', async () => {
    const rows = new SharedRows();
    const { decide, shown, pending, failures, decisions, tab } = openPanelInDesk({ rows, mode: 'full' });
    await decide(robin, [kim, lee]);
    await settle(aWhile);
    expect([shown(robin, kim), shown(robin, lee), shown(kim, robin)]).toEqual([[], [], []]);
    expect(failures()).toEqual([['storageRefused', 2]]);
    expect(decisions.saving.failures.value[0]?.error).toEqual({
      kind: 'storageRefused',
      detail: '{"errMsg":"Storage limit exceeded"}',
    });
    expect(pending()).toEqual([]);
    expect(rows.keys()).toEqual([]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('takes the decision when it is tried again and there is room', async () => {
    const rows = new SharedRows();
    const { decide, turn, tryAgain, shown, failures } = openPanelInDesk({ rows, mode: 'full' });
    await decide(robin, [kim, lee]);
    turn('on');
    await tryAgain();
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, robin, lee)).toEqual(['Noor: separate']);
    expect(failures()).toEqual([]);
  });

  it('leaves the decision that counted before', async () => {
    const rows = new SharedRows();
    const { decide, turn, shown } = openPanelInDesk({ rows });
    await decide(robin, kim);
    turn('full');
    await decide(robin, kim, investigate);
    expect(shown(robin, kim)).toEqual(['Noor: separate']);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
  });

  it('is reported once for all decisions, until that is dismissed', async () => {
    const { decide, failures, decisions } = openPanelInDesk({ mode: 'full' });
    await decide(robin, kim);
    await settle(1000);
    await decide(lee, kim);
    expect(failures()).toEqual([['storageRefused', 2]]);
    for (const failed of decisions.saving.failures.value) decisions.saving.dismiss(failed);
    expect(failures()).toEqual([]);
  });
});

describe('a busy storage', () => {
  it('is waited for, and then has the decision', async () => {
    const rows = new SharedRows();
    const { decide, shown, pending, failures, decisions } = openPanelInDesk({ rows, mode: 'busy' });
    await decide(robin, kim);
    expect(decisions.saving.isSlow.value).toBe(false);
    const [first, second] = savePauses;
    for (const pause of [first, second]) {
      expect(shown(robin, kim)).toEqual(['Noor: separate']);
      expect(pending()).toEqual(['record']);
      await settle(pause * 1000 - 1);
      expect(decisions.saving.isSlow.value).toBe(true);
      await settle(1);
    }
    expect(decisions.saving.isSlow.value).toBe(false);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(pending()).toEqual([]);
    expect(failures()).toEqual([]);
  });

  it('is asked to write again without a read before, since it surely has not written', async () => {
    const { decide, requests } = openPanelInDesk({ mode: 'busy' });
    await decide(robin, kim);
    await settle(aWhile);
    expect(requests.map(({ call }) => call)).toEqual(['set', 'set', 'set']);
  });

  it('is not asked again about a decision that was taken back during the pause', async () => {
    const { decide, undo, requests, failures, tab } = openPanelInDesk({ mode: 'busy' });
    await decide(robin, kim);
    await undo(robin, kim);
    await settle(aWhile);
    expect(requests.map(({ call }) => call)).toEqual(['set']);
    expect(failures()).toEqual([]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('has a write that is then not answered looked up and repeated, as any other', async () => {
    const rows = new SharedRows();
    const { decide, gate, failures } = openPanel({ rows });
    const { write } = gate.storage;
    const left: ('storageBusy' | 'timeout')[] = ['storageBusy', 'timeout'];
    gate.storage.write = async (given) => {
      const kind = left.shift();
      return kind ? failure({ kind }) : write(given);
    };
    await decide(robin, kim);
    await settle(2 * aWhile);
    expect(failures()).toEqual([]);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
  });

  it('is given up in the end if it stays so', async () => {
    const rows = new SharedRows();
    const { decide, turn, shown, failures, decisions } = openPanelInDesk({ rows, mode: 'busy' });
    await decide(robin, kim);
    for (const pause of savePauses) {
      expect(failures()).toEqual([]);
      turn('busy');
      await settle(pause * 1000);
    }
    expect(failures()).toEqual([['storageBusy', 1]]);
    expect(decisions.saving.isSlow.value).toBe(false);
    expect(shown(robin, kim)).toEqual([]);
    expect(rows.keys()).toEqual([]);
  });
});

describe('a storage that does not answer', () => {
  it('fails in the end', async () => {
    const { decide, read, shown, failures, phase } = openPanelInDesk({ mode: 'silent' });
    void read(robin);
    await decide(robin, kim);
    await settle(aWhile);
    expect(failures()).toEqual([['timeout', 1]]);
    expect(shown(robin, kim)).toEqual([]);
    expect(phase(robin)).toEqual({ kind: 'failed', error: { kind: 'timeout' } });
  });

  it('for seconds has the decision once, when it answers', async () => {
    const rows = new SharedRows();
    const { decide, requests } = openPanelInDesk({ rows, mode: 'slow' });
    await decide(robin, kim);
    await settle(aWhile);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
    expect(requests.map(({ call }) => call)).toEqual(['set']);
  });

  /** A panel whose first write reaches the storage as far as `arrives` says, but is never answered. */
  function openWithLostAnswer(rows: SharedRows, arrives: 'wholly' | 'in part' | 'not at all') {
    const panel = openPanel({ rows });
    const { write } = panel.gate.storage;
    panel.gate.storage.write = async (given) => {
      panel.gate.storage.write = write;
      const arrived = { wholly: given.length, 'in part': 1, 'not at all': 0 }[arrives];
      if (arrived) await write(given.slice(0, arrived));
      await sleep(timeLimit);
      return failure({ kind: 'timeout' });
    };
    return panel;
  }

  it.each([
    ['wholly', 0],
    ['in part', 3],
    ['not at all', 4],
  ] as const)(
    'to a write that arrived %s is looked up, and given only what is missing',
    async (arrives, left) => {
      const rows = new SharedRows();
      const { decide, calls, failures } = openWithLostAnswer(rows, arrives);
      await decide(robin, [kim, lee]);
      await settle(aWhile);
      expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
      expect(stored(rows, robin, lee)).toEqual(['Noor: separate']);
      expect(keysWrittenIn(calls.slice(arrives === 'not at all' ? 0 : 1))).toHaveLength(left);
      expect(calls.some(({ call }) => call === 'read')).toBe(true);
      expect(failures()).toEqual([]);
    },
  );

  it('to a decision that is taken back meanwhile has neither in the end', async () => {
    const rows = new SharedRows();
    const { decide, undo, shown, failures, tab } = openWithLostAnswer(rows, 'wholly');
    await decide(robin, kim);
    await undo(robin, kim);
    await settle(aWhile);
    expect(rows.keys()).toEqual([]);
    expect(shown(robin, kim)).toEqual([]);
    expect(failures()).toEqual([]);
    expect(keysOn(tab)).toEqual([]);
  });

  it('has the decision once if it is tried again after all attempts had timed out', async () => {
    const rows = new SharedRows();
    const { decide, gate, tryAgain, failures, calls } = openPanel({ rows });
    const { write } = gate.storage;
    gate.storage.write = async (given) => {
      await write(given.filter(({ key }) => !rows.get(key)));
      return failure({ kind: 'timeout' });
    };
    const { read } = gate.storage;
    gate.storage.read = async () => failure({ kind: 'timeout' });
    await decide(robin, kim);
    await settle(aWhile);
    expect(failures()).toEqual([['timeout', 1]]);
    gate.storage.write = write;
    gate.storage.read = read;
    await tryAgain();
    await settle(aWhile);
    expect(failures()).toEqual([]);
    expect(keysWrittenIn(calls)).toHaveLength(2);
    expect(stored(rows, robin, kim)).toEqual(['Noor: separate']);
  });
});

describe('a storage that is off', () => {
  it('says so when it is read', async () => {
    const { read, phase, shown } = openPanelInDesk({ rows: null });
    await read(robin);
    expect(phase(robin)).toEqual({ kind: 'off' });
    expect(shown(robin, kim)).toEqual([]);
  });

  it('takes no decision', async () => {
    const { decide, shown, failures, tab } = openPanelInDesk({ rows: null });
    await decide(robin, [kim, lee]);
    expect(failures()).toEqual([['storageOff', 2]]);
    expect([shown(robin, kim), shown(robin, lee)]).toEqual([[], []]);
    expect(keysOn(tab)).toEqual([]);
  });
});
