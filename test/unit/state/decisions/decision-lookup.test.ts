import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../../src/base/result';
import { decisionsAbout, type StoredRow } from '../../../../src/desk/storage';
import type { DecidableContact, DecidableContacts } from '../../../../src/state/decidable-contact';
import { createDecisionLookup, type StoredDecisions } from '../../../../src/state/decisions/decision-lookup';
import { createStorageTwin, SharedRows } from '../../../twins/storage';
import { settle } from '../../support';

const contactId = '450000000000123001';
const row: StoredRow = {
  key: `d:${contactId}:450000000000123002:abc`,
  queriableValue: decisionsAbout(contactId),
  value: {},
};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A lookup whose storage answers this, and the code of decisions, which a test loads by hand. */
function openLookup(answer: Awaited<StoredDecisions> | null, hasUnsaved = false) {
  const readAll = vi.fn(() => (answer ? Promise.resolve(answer) : new Promise<never>(() => {})));
  const part = signal<DecidableContacts | null>(null);
  const load = vi.fn();
  const lookup = createDecisionLookup({
    storage: { ...createStorageTwin(new SharedRows()), readAll },
    contactId,
    hasUnsaved,
    code: { part, phase: signal('notAsked'), load },
  });
  const open = vi.fn((_: DecidableContacts, __: StoredDecisions) => ({}) as DecidableContact);
  lookup.start(open);
  return { lookup, load, open, readAll, arrive: () => (part.value = {} as DecidableContacts) };
}

describe('the lookup of decisions', () => {
  it('is over at once where nothing was decided, and loads nothing for it', async () => {
    const { lookup, load } = openLookup(ok([]));
    await settle();
    expect(lookup.isOver.value).toBe(true);
    expect(load).not.toHaveBeenCalled();
  });

  it.each<[name: string, answer: Awaited<StoredDecisions>, hasUnsaved: boolean]>([
    ['something was decided', ok([row]), false],
    ['the storage is off', failure({ kind: 'storageOff' }), false],
    ['the storage fails', failure({ kind: 'timeout' }), false],
    ['the browser keeps a decision that did not reach the storage', ok([]), true],
  ])(
    'loads the code of decisions at once, and holds the list back, where %s',
    async (_, answer, hasUnsaved) => {
      const { lookup, load } = openLookup(answer, hasUnsaved);
      await settle();
      expect(load).toHaveBeenCalled();
      expect(lookup.isOver.value).toBe(false);
    },
  );

  it('holds the list back for a second and a half at most', async () => {
    const { lookup } = openLookup(null);
    await settle(1499);
    expect(lookup.isOver.value).toBe(false);
    await settle(1);
    expect(lookup.isOver.value).toBe(true);
  });

  it('asks the storage once, and hands the answer to the code that understands it', async () => {
    const { open, readAll, arrive } = openLookup(ok([row]));
    await settle();
    arrive();
    expect(readAll).toHaveBeenCalledTimes(1);
    expect(await open.mock.lastCall?.[1]).toEqual(ok([row]));
  });

  it('makes the contact decidable once, also where the code was there before', async () => {
    const { lookup, open, arrive } = openLookup(ok([]));
    arrive();
    await settle();
    lookup.refresh();
    arrive();
    expect(open).toHaveBeenCalledTimes(1);
    expect(lookup.decidable.value).not.toBeNull();
  });

  it('makes nothing of a contact that is left before the code is there', () => {
    const { lookup, open, arrive } = openLookup(ok([row]));
    lookup.stop();
    arrive();
    expect(open).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
