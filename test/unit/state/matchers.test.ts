import { expect, it, vi } from 'vitest';
import { loadFailures } from '../../../src/state/loaded-later';
import { createMatcherLoader } from '../../../src/state/matchers';
import { contact } from '../../builders';

const loading = vi.hoisted(() => ({ fails: true }));

vi.mock('../../../src/duplicates/phones/to-e164', () => ({
  countryOfDataCenter: () => null,
  createToE164() {
    if (loading.fails) throw new Error('phones.js is not there');
    return () => null;
  },
}));

const groups = [
  { key: 'phone', contacts: [contact({ phone: '020 7946 0011' }), contact({ phone: '020 7946 0012' })] },
];

it('tells why the comparison of phones did not load, and tries again the next time', async () => {
  const matchers = createMatcherLoader(null);
  matchers.loadFor(groups);
  await vi.waitFor(() =>
    expect(loadFailures.value).toEqual([{ kind: 'unknown', detail: 'Error: phones.js is not there' }]),
  );
  expect(matchers.current.value.toE164).toBeNull();
  loading.fails = false;
  matchers.loadFor(groups);
  await vi.waitFor(() => expect(matchers.toE164.value).not.toBeNull());
  expect(loadFailures.value).toEqual([]);
});
