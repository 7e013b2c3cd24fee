import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canOpenModal, openModal } from '../../../src/desk/modal';

const location = 'desk.contact.detail.rightpanel';
const modal = () => Promise.resolve({});

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a modal can be opened', () => {
  it.each([location, 'desk.ticket.detail.rightpanel'])('from the panel at %s', (place) => {
    expect(canOpenModal({ location: place, instance: { modal } })).toBe(true);
  });

  it.each(['desk.contact.detail.subtab', '__MODAL__', ''])('but not at %j', (place) => {
    expect(canOpenModal({ location: place, instance: { modal } })).toBe(false);
  });

  it.each([{}, { modal: null }, { modal: 'yes' }])('but not where the instance is %j', (instance) => {
    expect(canOpenModal({ location, instance })).toBe(false);
  });
});

describe('openModal', () => {
  it("asks Desk for the widget's page with the contact in its address", async () => {
    const asked = vi.fn(modal);
    const instance = { modal: asked };
    expect(await openModal({ instance }, '450000000000123001', 'Comparison')).toEqual({
      ok: true,
      value: null,
    });
    expect(asked).toHaveBeenCalledExactlyOnceWith({
      url: '/app/widget.html?contactId=450000000000123001',
      title: 'Comparison',
    });
    expect(asked.mock.contexts).toEqual([instance]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, unknown]>([
    ['rejects', () => Promise.reject({ errMsg: 'Invalid Payload' })],
    [
      'throws',
      () => {
        throw new Error('Parentwindow reference not found.');
      },
    ],
    ['has none', undefined],
  ])('fails where Desk %s', async (_, broken) => {
    expect(await openModal({ instance: { modal: broken } }, '1', 'Comparison')).toMatchObject({
      ok: false,
      error: { kind: 'unknown' },
    });
  });

  it('fails where Desk says nothing for 10 seconds', async () => {
    const opened = openModal({ instance: { modal: () => new Promise(() => {}) } }, '1', 'Comparison');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await opened).toEqual({ ok: false, error: { kind: 'timeout' } });
  });
});
