import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { createSamplePortal } from '../desk/portal';
import { expectAccessible, type LocalDesk, useLocalDesk } from './local-desk';

const openDesk = useLocalDesk();
const portal = createSamplePortal();
const id = '189200000004010005';
const appearances = ['light', 'dark', 'pureDark'] as const;
const themes = ['blue', 'yellow', 'orange', 'red', 'green'] as const;

const style = (found: Locator, property: string) =>
  found.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const background = ({ panel }: LocalDesk) => style(panel.locator('html'), 'background-color');
const tab = ({ panel }: LocalDesk, isSelected: boolean) =>
  panel.getByRole('tab', { selected: isSelected }).first();
/** How far the page, or a part of it that scrolls by itself, is wider than it is seen. */
const overflow = ({ panel }: LocalDesk) =>
  panel
    .locator('html, main, main > *')
    .evaluateAll((all) => Math.max(...all.map((element) => element.scrollWidth - element.clientWidth)));

async function openFive(desk: LocalDesk) {
  await desk.openGroup(id);
  await expect.poll(() => desk.panel.getByRole('status').textContent()).toBe('5 contacts in this group');
}

/** José's four records, compared, with all that can be opened or written about them. */
async function openEverything({ panel }: LocalDesk) {
  await panel.getByRole('button', { name: /^Differs/ }).click();
  await panel.locator('dl dd').first().waitFor();
  await panel
    .getByRole('button', { name: /^Decide ./ })
    .first()
    .click();
  await panel.getByRole('button', { name: 'Not the same person' }).click();
  await panel.getByRole('button', { name: 'Undo' }).first().waitFor();
  await panel
    .getByRole('button', { name: /^Decide ./ })
    .first()
    .click();
  await panel.getByRole('button', { name: 'Investigate' }).click();
  await panel.locator('summary').evaluateAll((all) => {
    for (const summary of all) (summary as HTMLElement).click();
  });
  await panel.getByRole('button', { name: 'Open group by ID' }).click();
  await panel.getByRole('textbox', { name: 'Duplicate group ID' }).waitFor();
}

/** What can be pressed and is less than 24 pixels wide or high; what has a label is pressed by that, too. */
function smallTargets({ panel }: LocalDesk) {
  return panel.locator('a, button, summary, select, input, textarea').evaluateAll((all) =>
    all
      // What is not drawn yet has no size.
      .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }))
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ element, box }) => `${element.outerHTML}: ${box.width} × ${box.height}`),
  );
}

/** Zooms the page as a browser does: half as many pixels of CSS, each twice as wide and high. */
async function zoomTwice(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: 640,
    height: 400,
    deviceScaleFactor: 2,
    mobile: false,
  });
}

describe("the agent's looks", () => {
  it.each(appearances.flatMap((appearance) => themes.map((theme) => [appearance, theme] as const)))(
    'have enough contrast in %s with %s',
    async (appearance, theme) => {
      const desk = await openDesk({ appearance, theme });
      await openFive(desk);
      await desk.panel.getByRole('button', { name: 'Open group by ID' }).click();
      await expectAccessible(desk);
    },
  );

  it('are followed at once when the agent changes them', async () => {
    const desk = await openDesk({ contact: portal.idOf('jose') });
    await tab(desk, true).waitFor();
    expect(await background(desk)).toBe('rgb(255, 255, 255)');
    expect(await style(tab(desk, true), 'color')).toBe('rgb(0, 109, 228)');
    await desk.page.getByLabel('theme').selectOption('red');
    await expect.poll(() => style(tab(desk, true), 'color')).toBe('rgb(214, 44, 46)');
    await desk.page.getByLabel('appearance').selectOption('dark');
    await expect.poll(() => background(desk)).toBe('rgb(35, 43, 56)');
    expect(await style(tab(desk, true), 'color')).toBe('rgb(253, 98, 95)');
    await desk.page.getByLabel('appearance').selectOption('pureDark');
    await expect.poll(() => background(desk)).toBe('rgb(33, 33, 33)');
    await desk.page.getByLabel('theme').selectOption('blue');
    await expect.poll(() => style(tab(desk, true), 'color')).toBe('rgb(89, 166, 255)');
  });

  it('are those of the system where Desk leaves them to that', async () => {
    const desk = await openDesk({ appearance: 'auto' }, (page) => page.emulateMedia({ colorScheme: 'dark' }));
    await desk.panel.getByRole('heading', { name: 'Duplicates' }).waitFor();
    expect(await background(desk)).toBe('rgb(35, 43, 56)');
    await desk.page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => background(desk)).toBe('rgb(255, 255, 255)');
  });

  it("have the agent's font, which nobody downloads, before the system's", async () => {
    const desk = await openDesk({ font: 'Lato' });
    await desk.panel.getByRole('heading', { name: 'Duplicates' }).waitFor();
    expect(await style(desk.panel.locator('html'), 'font-family')).toBe('Lato, system-ui, sans-serif');
  });

  it('show without fills what is selected, marked and warned of', async () => {
    const desk = await openDesk({ contact: portal.idOf('jose') }, (page) =>
      page.emulateMedia({ forcedColors: 'active' }),
    );
    await desk.panel.getByRole('button', { name: /^Differs/ }).click();
    expect(await style(tab(desk, true), 'border-bottom-width')).toBe('2px');
    expect(await style(tab(desk, false), 'border-bottom-width')).toBe('0px');
    const pressed = desk.panel.getByRole('button', { pressed: true });
    expect(await style(pressed, 'border-bottom-width')).toBe('2px');
    expect(
      await style(desk.panel.getByRole('button', { pressed: false }).first(), 'border-bottom-width'),
    ).toBe('1px');
    const outlined = [
      desk.panel.getByText('A', { exact: true }).first(),
      desk.panel.getByText('portal user', { exact: true }).first(),
      desk.panel.getByRole('button', { name: 'Merge in Desk' }),
    ];
    for (const each of outlined) {
      expect(await style(each, 'border-top-width')).toBe('1px');
      expect(await style(each, 'border-top-color')).not.toBe(await background(desk));
    }
  });

  it.each(['reduce', 'no-preference'] as const)('move only where the agent lets them: %s', async (motion) => {
    const desk = await openDesk({ world: 'silent' }, (page) => page.emulateMedia({ reducedMotion: motion }));
    await desk.panel.getByRole('progressbar').waitFor();
    const moving = await desk.panel.locator('html').evaluate(() => document.getAnimations().length > 0);
    expect(moving).toBe(motion === 'no-preference');
  });
});

describe('what can be pressed', () => {
  it('is at least 24 pixels wide and high, with all that can be opened', async () => {
    const desk = await openDesk({ contact: portal.idOf('jose'), width: '285' });
    await openEverything(desk);
    expect(await smallTargets(desk)).toEqual([]);
    expect(await overflow(desk)).toBe(0);
    await expectAccessible(desk);
  });

  it('is at least 24 pixels wide and high in a group and its tabs', async () => {
    const desk = await openDesk({ width: '285' });
    await openFive(desk);
    expect(await smallTargets(desk)).toEqual([]);
  });

  it('is at least 24 pixels wide and high beside a failure', async () => {
    const desk = await openDesk({ world: 'notAuthorized', width: '285' });
    await desk.panel.getByRole('link', { name: /^Authori[sz]e$/ }).waitFor();
    expect(await smallTargets(desk)).toEqual([]);
  });
});

describe('the width', () => {
  it.each(['280', '285', '305', '340', '420', '720', '1200'] as const)(
    'of %s px is enough',
    async (width) => {
      const desk = await openDesk({ width });
      await openFive(desk);
      expect(await overflow(desk)).toBe(0);
    },
  );

  it('of 280 px is enough for everything at once', async () => {
    const desk = await openDesk({ contact: portal.idOf('jose'), width: '280' });
    await openEverything(desk);
    expect(await overflow(desk)).toBe(0);
  });

  it('of 280 px is enough at 200 % zoom', async () => {
    const desk = await openDesk({ contact: portal.idOf('jose'), width: '280' }, zoomTwice);
    await openEverything(desk);
    expect(await desk.panel.locator('html').evaluate(() => devicePixelRatio)).toBe(2);
    expect(await overflow(desk)).toBe(0);
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
