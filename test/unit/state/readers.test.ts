import { expect, it, vi } from 'vitest';
import { loadFailures } from '../../../src/state/loaded-later';
import { createReaderLoader } from '../../../src/state/readers';
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
  const readers = createReaderLoader(null);
  readers.loadFor(groups);
  await vi.waitFor(() =>
    expect(loadFailures.value).toEqual([{ kind: 'unknown', detail: 'Error: phones.js is not there' }]),
  );
  expect(readers.current.value.toE164).toBeNull();
  loading.fails = false;
  readers.loadFor(groups);
  await vi.waitFor(() => expect(readers.toE164.value).not.toBeNull());
  expect(loadFailures.value).toEqual([]);
});
