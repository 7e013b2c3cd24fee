import { expect, it, vi } from 'vitest';

vi.mock('../../../app/translations/en.json', () => {
  throw new Error('Failed to fetch dynamically imported module');
});

it('a file of texts that does not load keeps the panel from nothing else', async () => {
  vi.stubGlobal('document', { documentElement: {} });
  const { loadTexts, t } = await import('../../../src/ui/shell/texts');
  await expect(loadTexts('en', {})).resolves.toBeUndefined();
  expect(t('refresh')).toBe('refresh');
});
