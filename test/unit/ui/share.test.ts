import { afterEach, expect, it, vi } from 'vitest';
import type { DecidableContact } from '../../../src/state/decidable-contact';
import { saveExport } from '../../../src/ui/share/share';

const open = {} as DecidableContact;

afterEach(() => {
  vi.doUnmock('../../../src/ui/share/export-group');
  vi.resetModules();
});

it('an export whose code does not load can be tried again', async () => {
  vi.doMock('../../../src/ui/share/export-group', () => {
    throw new TypeError('Failed to fetch export.js');
  });
  expect(await saveExport(open, 'csv')).toMatchObject({ kind: 'failed' });
});

it('a mistake in an export is not told as a failure to load', async () => {
  vi.doMock('../../../src/ui/share/export-group', () => ({
    exportGroup() {
      throw new RangeError('Invalid time value');
    },
  }));
  await expect(saveExport(open, 'json')).rejects.toThrow('Invalid time value');
});
