import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { modalOf } from '../../../src/desk/modal';

const location = 'desk.contact.detail.rightpanel';
const showModal = () => Promise.resolve({});

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('there is a modal to open', () => {
  it.each([location, 'desk.ticket.detail.rightpanel'])('from the panel at %s', (place) => {
    expect(modalOf({ showModal, location: place })).not.toBeNull();
  });

  it.each(['desk.contact.detail.subtab', '__MODAL__', ''])('but not at %j', (place) => {
    expect(modalOf({ showModal, location: place })).toBeNull();
  });

  it('but not where Desk shows none', () => {
    expect(modalOf({ showModal: null, location })).toBeNull();
  });
});

describe('a modal', () => {
  it("is of the widget's page with the contact in its address", async () => {
    const asked = vi.fn(showModal);
    expect(await modalOf({ showModal: asked, location })?.('450000000000123001', 'Comparison')).toEqual({
      ok: true,
      value: null,
    });
    expect(asked).toHaveBeenCalledExactlyOnceWith({
      url: '/app/widget.html?contactId=450000000000123001',
      title: 'Comparison',
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, () => unknown]>([
    ['rejects', () => Promise.reject({ errMsg: 'Invalid Payload' })],
    [
      'throws',
      () => {
        throw new Error('Parentwindow reference not found.');
      },
    ],
  ])('fails where Desk %s', async (_, broken) => {
    expect(await modalOf({ showModal: broken, location })?.('1', 'Comparison')).toMatchObject({
      ok: false,
      error: { kind: 'unknown' },
    });
  });

  it('fails where Desk says nothing for 10 seconds', async () => {
    const opened = modalOf({ showModal: () => new Promise(() => {}), location })?.('1', 'Comparison');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await opened).toEqual({ ok: false, error: { kind: 'timeout' } });
  });
});
