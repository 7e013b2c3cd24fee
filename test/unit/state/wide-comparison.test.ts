import { expect, it, vi } from 'vitest';
import { createWideComparison } from '../../../src/state/review/wide-comparison';

const location = 'desk.contact.detail.rightpanel';
const id = '450000000000123001';

it('there is no wide comparison where Desk opens no modal', () => {
  expect(createWideComparison({ location, showModal: null }, id)).toBeNull();
});

it('the wide comparison is of the contact it was made for', async () => {
  const showModal = vi.fn(async () => ({}));
  await createWideComparison({ location, showModal }, id)?.open('Comparison');
  expect(showModal).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ url: expect.stringContaining(id), title: 'Comparison' }),
  );
});

it('the wide comparison tells why it did not open, until it is opened again', async () => {
  const showModal = vi.fn().mockRejectedValueOnce({ errMsg: 'Invalid Payload' }).mockResolvedValue({});
  const wide = createWideComparison({ location, showModal }, id);
  await wide?.open('Comparison');
  expect(wide?.error.value).toMatchObject({ kind: 'unknown' });
  const again = wide?.open('Comparison');
  expect(wide?.error.value).toBeNull();
  await again;
  expect(wide?.error.value).toBeNull();
});
