import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { DeskResult } from '../../../src/desk/desk-error';
import { createMergeInProgress } from '../../../src/state/review/merge-in-progress';
import { contact, rawContact } from '../../builders';
import { createApiTwin } from '../../twins/read-api';

const primaryId = '450000000000123001';
const other = contact({ id: '450000000000123002', lastName: 'Ash' });

/** A merge that the agent went to Desk for, of which Desk answers what `answer` holds. */
function merging() {
  const desk: { answer: DeskResult<unknown> } = { answer: failure({ kind: 'offline' }) };
  const readApi = createApiTwin(() => desk.answer);
  const planned = signal({ primaryId, others: [other], rounds: [[primaryId, other.id]] });
  const merge = createMergeInProgress({ readApi, planned, onStart() {} });
  merge.start();
  return { desk, merge };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

it('a merge of which nothing could be looked up stays as it is, and says why', async () => {
  const { merge } = merging();
  merge.refresh();
  await settle();
  expect(merge.error.value).toEqual({ kind: 'offline' });
  expect(merge.current.value).toMatchObject({ primaryId, others: [other] });
  expect(merge.mergedAway.value).toEqual([]);
});

it('a merge that could be looked up says no longer why it could not', async () => {
  const { desk, merge } = merging();
  merge.refresh();
  await settle();
  desk.answer = ok(rawContact({ id: other.id }));
  merge.refresh();
  await settle();
  expect(merge.error.value).toBeNull();
});

it('a merge that was given up says nothing of its look-up', async () => {
  const { merge } = merging();
  merge.refresh();
  await settle();
  merge.forget();
  expect(merge.error.value).toBeNull();
});

it('a merge that is given up while it is looked up stays given up', async () => {
  const { desk, merge } = merging();
  desk.answer = ok(rawContact({ id: other.id }));
  merge.refresh();
  merge.forget();
  await settle();
  expect(merge.current.value).toBeNull();
});
