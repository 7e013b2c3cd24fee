import { expect, it, vi } from 'vitest';
import { loadedLater, loadFailures } from '../../../src/state/loaded-later';

/** Code that comes as these promises say, one after the other. */
function codeOf(...answers: readonly (() => Promise<string>)[]) {
  const left = [...answers];
  const importCode = vi.fn(() => left.shift()?.() ?? Promise.reject(new Error('asked too often')));
  return { importCode, code: loadedLater(importCode) };
}

const refused = () => Promise.reject(new TypeError('Failed to fetch names.js'));
const settle = () => new Promise((resolve) => setTimeout(resolve));

it('is not asked for until somebody needs it', () => {
  const { code, importCode } = codeOf();
  expect([code.phase.value, code.part.value]).toEqual(['notAsked', null]);
  expect(importCode).not.toHaveBeenCalled();
});

it('is loaded once, however often it is asked for', async () => {
  const { code, importCode } = codeOf(async () => 'code');
  code.load();
  code.load();
  expect(code.phase.value).toBe('loading');
  await settle();
  code.load();
  expect([code.phase.value, code.part.value]).toEqual(['loaded', 'code']);
  expect(importCode).toHaveBeenCalledOnce();
});

it('tells why it did not load, until it is there', async () => {
  const { code } = codeOf(refused, async () => 'code');
  code.load();
  await settle();
  expect(code.phase.value).toBe('failed');
  expect(loadFailures.value).toEqual([{ kind: 'unknown', detail: 'TypeError: Failed to fetch names.js' }]);
  code.load();
  await settle();
  expect(code.part.value).toBe('code');
  expect(loadFailures.value).toEqual([]);
});

it('tells of each that failed, once', async () => {
  const first = codeOf(refused, refused);
  const second = codeOf(refused);
  for (const { code } of [first, second, first]) {
    code.load();
    await settle();
  }
  expect(loadFailures.value).toHaveLength(2);
});
