import { describe, expect, it } from 'vitest';
import { expectAccessible, type LocalDesk, useLocalDesk } from './local-desk';

const openDesk = useLocalDesk();
const id = '189200000004010005';

const background = ({ panel }: LocalDesk) =>
  panel.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);

describe("the agent's looks", () => {
  it.each([
    ['light', 'blue'],
    ['light', 'yellow'],
    ['light', 'orange'],
    ['light', 'red'],
    ['light', 'green'],
    ['dark', 'blue'],
    ['dark', 'yellow'],
    ['dark', 'orange'],
    ['dark', 'red'],
    ['dark', 'green'],
    ['pureDark', 'blue'],
  ] as const)('has enough contrast in %s with %s', async (appearance, theme) => {
    const desk = await openDesk({ appearance, theme });
    await desk.openGroup(id);
    await expect.poll(() => desk.panel.getByRole('status').textContent()).toBe('5 contacts in this group');
    await desk.panel.getByRole('button', { name: 'Open group by ID' }).click();
    await expectAccessible(desk);
  });

  it('follows a change at once', async () => {
    const desk = await openDesk();
    await desk.panel.getByRole('heading', { name: 'Duplicates' }).waitFor();
    expect(await background(desk)).toBe('rgb(255, 255, 255)');
    await desk.page.getByLabel('appearance').selectOption('pureDark');
    await expect.poll(() => background(desk)).toBe('rgb(0, 0, 0)');
  });

  it('follows the system where Desk leaves it to that', async () => {
    const desk = await openDesk({ appearance: 'auto' }, (page) => page.emulateMedia({ colorScheme: 'dark' }));
    await desk.panel.getByRole('heading', { name: 'Duplicates' }).waitFor();
    expect(await background(desk)).toBe('rgb(27, 31, 39)');
    await desk.page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => background(desk)).toBe('rgb(255, 255, 255)');
  });

  it.each(['280', '285', '305', '340', '420', '720', '1200'] as const)('fits into %s px', async (width) => {
    const desk = await openDesk({ width });
    await desk.openGroup(id);
    await expect.poll(() => desk.panel.getByRole('status').textContent()).toBe('5 contacts in this group');
    const overflow = await desk.panel.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBe(0);
  });
});

describe('npm start', () => {
  it('runs the widget from its sources, as it is edited', async () => {
    const desk = await openDesk({ widget: 'source' });
    await desk.openGroup(id);
    await expect
      .poll(() => desk.panel.getByRole('status').textContent(), { timeout: 20_000 })
      .toBe('5 contacts in this group');
  });
});
