import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { Contact } from '../../../src/duplicates/contact';
import { createMergeInProgress, type PlannedMerge } from '../../../src/state/review/merge-in-progress';
import { contactsABC, rawContact } from '../../builders';
import { createApiByHand } from '../../twins/read-api';

/** A planned merge of four others into a contact, in two rounds. */
function planned(idOfPrimary = '1') {
  const all = contactsABC(['1', '2', '3', '4', '5'].map((id) => ({ id })));
  const others = all.filter(({ id }) => id !== idOfPrimary);
  const ids = others.map(({ id }) => id);
  return { primaryId: idOfPrimary, others, rounds: [ids.slice(0, 2), ids.slice(2)] };
}

function createMerge() {
  const plan = signal<PlannedMerge | null>(planned());
  const { calls, readApi } = createApiByHand();
  const onStart = vi.fn();
  const merge = createMergeInProgress({ readApi, planned: plan, onStart });
  merge.start();
  return {
    plan,
    merge,
    onStart,
    ticked: () => [...(merge.current.value?.ticked ?? [])],
    left: () => idsOf(merge.current.value?.others ?? []),
    /** Looks up what became of the merge; Desk no longer has these contacts. */
    lookUp() {
      merge.refresh();
      return async (gone: readonly string[]) => {
        for (const { path, answer } of calls.splice(0)) {
          const id = path[1] ?? '';
          answer(gone.includes(id) ? failure({ kind: 'notFound' }) : ok(rawContact({ id })));
        }
        await vi.waitFor(() => expect(idsOf(merge.mergedAway.value)).toEqual(gone));
      };
    },
  };
}

const idsOf = (contacts: readonly Contact[]) => contacts.map(({ id }) => id);

describe('a merge that is under way', () => {
  it('is told to whoever records it, with its rounds', () => {
    const { onStart } = createMerge();
    expect(onStart).toHaveBeenCalledExactlyOnceWith(planned());
  });

  it('keeps what was ticked off when the agent goes to Desk for the next round', () => {
    const { merge, ticked } = createMerge();
    merge.tick(['2', '3'], true);
    merge.start();
    expect(ticked()).toEqual(['2', '3']);
  });

  it('begins anew with another record to keep', () => {
    const { merge, plan, ticked } = createMerge();
    merge.tick(['2', '3'], true);
    plan.value = planned('2');
    merge.start();
    expect(ticked()).toEqual([]);
  });

  it('keeps what was ticked off over a refresh, for those who are left', async () => {
    const { merge, lookUp, ticked, left } = createMerge();
    merge.tick(['4', '5'], true);
    await lookUp()(['2', '3']);
    expect([left(), ticked()]).toEqual([
      ['4', '5'],
      ['4', '5'],
    ]);
  });

  it('has a round unticked by what it merges, wherever it stands', () => {
    const { merge, ticked } = createMerge();
    merge.tick(['2', '3'], true);
    merge.tick(['4', '5'], true);
    merge.tick(['3', '4'], false);
    expect(ticked()).toEqual(['2', '5']);
  });

  it('keeps what was ticked off while it was looked up', async () => {
    const { merge, lookUp, ticked } = createMerge();
    const answer = lookUp();
    merge.tick(['4', '5'], true);
    await answer(['2']);
    expect(ticked()).toEqual(['4', '5']);
  });

  it('is over once nobody is left to merge', async () => {
    const { merge, lookUp } = createMerge();
    await lookUp()(['2', '3', '4', '5']);
    expect(merge.current.value).toBeNull();
  });
});
