import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { createSamplePortal } from '../desk/portal';
import { type DeskSettings, expectAccessible, type LocalDesk, useLocalDesk } from './local-desk';

const openDesk = useLocalDesk();
const portal = createSamplePortal();
const id = (key: string) => portal.idOf(key);
const groups = { two: '189200000004010002', forty: '189200000004010040', drivers: '189200000004010260' };

/** Desk's ticket panel as it was last seen. */
const ticketPanel = { width: '285', height: '545' } as const;

const status = ({ panel }: LocalDesk) => panel.getByRole('status');
const button = ({ panel }: LocalDesk, name: string) => panel.getByRole('button', { name, exact: true });
const menuItems = ({ panel }: LocalDesk) => panel.getByRole('menuitem');

/** What has the focus, as a screen reader would name it; empty for nothing in particular. */
const focused = ({ panel }: LocalDesk) =>
  panel.locator('html').evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const label = (element as HTMLInputElement).labels?.[0];
    return (element.ariaLabel ?? (label ?? element).textContent ?? '').trim().replace(/\s+/g, ' ');
  });

const expectFocus = (desk: LocalDesk, name: string | RegExp) =>
  expect.poll(() => focused(desk)).toMatch(typeof name === 'string' ? new RegExp(`^${name}`) : name);

/** The contact with all that it takes to decide about it. */
async function openDecidable(key: string, settings: DeskSettings = {}) {
  const desk = await openDesk({ contact: id(key), ...settings }, opensInDesk);
  await button(desk, 'Not the same person').waitFor();
  await menuIsLoaded(desk);
  return desk;
}

/** The shortcuts load with the menu. */
async function menuIsLoaded(desk: LocalDesk) {
  await button(desk, 'More').click();
  await menuItems(desk).first().waitFor();
  await desk.page.keyboard.press('Escape');
}

const opensInDesk = (page: Page) =>
  page.context().route('https://desk.zoho.eu/**', (route) => route.fulfill({ body: 'Desk' }));

/** Where the keyboard stops. */
interface Stop {
  readonly name: string;
  /** The element's place among all that the keyboard should reach; -1 for another one. */
  readonly place: number;
  readonly isInView: boolean;
  readonly isMarked: boolean;
}

/** Gives everything that the keyboard should reach a number, in the order of the page; says how many there are. */
const numberStops = ({ panel }: LocalDesk) =>
  panel.locator('html').evaluate(() => {
    const pressable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const all = [...document.querySelectorAll<HTMLElement>(pressable)].filter((element) => {
      const isOfGroup = element instanceof HTMLInputElement && element.type === 'radio' && !element.checked;
      return (
        element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility() && !isOfGroup
      );
    });
    for (const [place, element] of all.entries()) element.dataset.stop = String(place);
    return all.length;
  });

/** The element that has the focus; `null` once it has left the panel. */
async function stop({ page, panel }: LocalDesk): Promise<Stop | null> {
  const isInside = await page.evaluate(() => document.activeElement?.id === 'widget');
  if (!isInside) return null;
  return panel.locator('html').evaluate(async () => {
    // A card that was out of sight is drawn with the next frame.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const element = document.activeElement as HTMLElement;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    // Browsers scroll by whole pixels.
    const fits = top > -1 && left > -1 && bottom < innerHeight + 1 && right < innerWidth + 1;
    return {
      name: (element.ariaLabel ?? element.textContent ?? '').trim(),
      place: Number(element.dataset.stop ?? -1),
      isInView: fits && (element.contains(above) || (above?.contains(element) ?? false)),
      isMarked: getComputedStyle(element).outlineStyle !== 'none',
    };
  });
}

/** Goes on with this key until the focus has left the panel. */
async function walk(desk: LocalDesk, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < 100) {
    await desk.page.keyboard.press(key);
    const next = await stop(desk);
    if (!next) return stops;
    stops.push(next);
  }
  throw new Error(`the keyboard does not get out: ${stops.map(({ name }) => name).join(', ')}`);
}

async function fromTheTop({ panel }: LocalDesk) {
  await panel.getByRole('heading', { level: 1 }).evaluate((heading) => heading.focus());
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** The states that the keyboard walks through, and what has to be opened for them. */
const walks: readonly [
  state: string,
  key: string,
  settings: DeskSettings,
  prepare: (desk: LocalDesk) => unknown,
][] = [
  ['one candidate', 'jane', ticketPanel, () => {}],
  ['several candidates', 'jose', ticketPanel, () => {}],
  ['an open comparison', 'jose', ticketPanel, (desk) => bucket(desk, 'Differs').click()],
  ['the form of a group', 'jane', ticketPanel, (desk) => button(desk, 'Open group by ID').click()],
  ['a note', 'jane', ticketPanel, (desk) => button(desk, 'Investigate').click()],
  ['the list of shortcuts', 'jane', ticketPanel, (desk) => desk.chooseInMenu('Keyboard shortcuts')],
  ['a low panel of 280 px', 'jose', { width: '280', height: '145' }, () => {}],
  ['a wide panel', 'jose', { width: '720' }, (desk) => bucket(desk, 'Differs').click()],
];

const bucket = ({ panel }: LocalDesk, name: string) =>
  panel.getByRole('region', { name: 'Comparison' }).getByRole('button', { name: new RegExp(`^${name} `) });

describe('the first screen of a ticket panel', () => {
  it.each(['jane', 'jose', 'olena', 'amira'])(
    'shows without scrolling what it takes to decide: %s',
    async (key) => {
      const desk = await openDecidable(key, ticketPanel);
      const inSight = [
        desk.panel
          .getByRole('list', { name: 'Possible duplicates' })
          .getByRole('listitem')
          .nth(1)
          .locator('a')
          .first(),
        ...['Differs', 'Fills gaps', 'Same', 'Empty'].map((name) => bucket(desk, name)),
        desk.panel.getByText(/^Suggested: keep contact [A-E]\.$/),
        desk.panel.getByText('A merge cannot be undone.').last(),
        ...['Merge in Desk', 'Not the same person', 'Investigate', 'Open group by ID', 'More'].map((name) =>
          button(desk, name),
        ),
      ];
      for (const part of inSight) {
        const box = await part.evaluate((element) => {
          const { top, bottom, left, right } = element.getBoundingClientRect();
          const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return { top, bottom, isSeen: element.contains(above) };
        });
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(545);
        expect(box.isSeen, String(part)).toBe(true);
      }
    },
  );

  it('leaves the list where it is when the way to decide comes later', async () => {
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const desk = await openDesk({ contact: id('jose'), ...ticketPanel }, (page) =>
      page.route('**/assets/later.js', async (route) => {
        await isLetGo;
        await route.continue();
      }),
    );
    const list = desk.panel.getByRole('list', { name: 'Possible duplicates' });
    await expect.poll(() => status(desk).textContent()).toMatch(/^3 possible/);
    const before = await list.boundingBox();
    expect(await button(desk, 'Not the same person').count()).toBe(0);
    letGo();
    await button(desk, 'Not the same person').waitFor();
    expect((await list.boundingBox())?.y).toBe(before?.y);
  });

  it('says that a merge cannot be undone with the button that leads to it', async () => {
    const desk = await openDecidable('jane', ticketPanel);
    const merge = button(desk, 'Merge in Desk');
    const told = await merge.evaluate(
      (element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(told).toBe('A merge cannot be undone.');
    await expectAccessible(desk);
  });

  it('scrolls as one where it is too low for a bar', async () => {
    const desk = await openDecidable('jane', { width: '280', height: '145' });
    const { overflow, isHigher } = await desk.panel.locator('html').evaluate((html) => ({
      overflow: html.scrollWidth - html.clientWidth,
      isHigher: html.scrollHeight > html.clientHeight,
    }));
    expect({ overflow, isHigher }).toEqual({ overflow: 0, isHigher: true });
  });
});

describe('the keyboard', () => {
  it.each(walks)(
    'reaches everything once, there and back, in sight and marked, beside %s',
    async (_, key, settings, prepare) => {
      const desk = await openDecidable(key, settings);
      await prepare(desk);
      await desk.panel.getByText('Loading all fields').waitFor({ state: 'detached' });
      const count = await numberStops(desk);
      await fromTheTop(desk);
      const there = await walk(desk, 'Tab');
      expect(there.map(({ place }) => place)).toEqual(range(count));
      expect(there.filter(({ isInView, isMarked }) => !isInView || !isMarked)).toEqual([]);
      await desk.panel.locator(`[data-stop="${count - 1}"]`).focus();
      const back = await walk(desk, 'Shift+Tab');
      expect(back.map(({ place }) => place)).toEqual(range(count - 1).reverse());
      expect(back.filter(({ isInView, isMarked }) => !isInView || !isMarked)).toEqual([]);
    },
  );

  it('does nothing by passing over things', async () => {
    const desk = await openDecidable('jose');
    const requests = (await desk.requests()).length;
    const calls = (await desk.storageCalls()).length;
    const said = await status(desk).textContent();
    await fromTheTop(desk);
    await walk(desk, 'Tab');
    expect(await desk.requests()).toHaveLength(requests);
    expect(await desk.storageCalls()).toHaveLength(calls);
    expect(await status(desk).textContent()).toBe(said);
    expect(desk.page.context().pages()).toHaveLength(1);
  });

  it('takes the tabs as one stop, and goes from tab to tab by arrows, Home and End', async () => {
    const desk = await openDecidable('jane');
    const { keyboard } = desk.page;
    await desk.panel.getByRole('tab', { name: /^All/ }).focus();
    for (const [key, tab] of [
      ['ArrowRight', 'Email'],
      ['ArrowRight', 'Full name'],
      ['ArrowRight', 'All'],
      ['ArrowLeft', 'Full name'],
      ['Home', 'All'],
      ['End', 'Full name'],
    ] as const) {
      await keyboard.press(key);
      await expectFocus(desk, tab);
    }
    await keyboard.press('Tab');
    expect(await desk.panel.locator(':focus').getAttribute('role')).not.toBe('tab');
  });

  it('mirrors the arrows of the tabs where the script runs from right to left', async () => {
    const desk = await openDecidable('jane');
    await desk.panel.locator('html').evaluate((html) => {
      html.setAttribute('dir', 'rtl');
    });
    await desk.panel.getByRole('tab', { name: /^All/ }).focus();
    await desk.page.keyboard.press('ArrowLeft');
    await expectFocus(desk, 'Email');
    await desk.page.keyboard.press('ArrowRight');
    await expectFocus(desk, 'All');
  });

  it('goes from a card to the decision, to the next card, and in the end to the heading', async () => {
    const desk = await openDecidable('jose');
    await button(desk, 'Decide about contact B').focus();
    await desk.page.keyboard.press('Enter');
    await expectFocus(desk, 'Not the same person');
    await desk.page.keyboard.press('Enter');
    await expectFocus(desk, 'Decide about contact C');
    await desk.page.keyboard.press('Enter');
    await expectFocus(desk, 'Not the same person');
    await desk.page.keyboard.press('Enter');
    await expectFocus(desk, /^Decide$/);
    await expect.poll(() => status(desk).textContent()).toMatch(/^1 possible/);
  });
});

describe('the focus stays on a place with a name', () => {
  it('after Undo', async () => {
    const desk = await openDecidable('jose');
    await button(desk, 'Decide about contact B').click();
    await button(desk, 'Not the same person').click();
    await button(desk, 'Undo').focus();
    await desk.page.keyboard.press('Enter');
    await button(desk, 'Undo').waitFor({ state: 'detached' });
    await expectFocus(desk, /\w/);
  });

  it('after Refresh', async () => {
    const desk = await openDecidable('jane');
    await button(desk, 'Refresh').focus();
    await desk.page.keyboard.press('Enter');
    await button(desk, 'Not the same person').waitFor();
    await expectFocus(desk, 'Refresh');
  });

  it('after Stop', async () => {
    const desk = await openDesk({ world: 'slow', calls: 'groupById' });
    await desk.openGroup(groups.drivers);
    await button(desk, 'Stop').focus();
    await desk.page.keyboard.press('Enter');
    await button(desk, 'Load the rest').waitFor();
    await expectFocus(desk, 'Group');
  });

  it('after Show more, down to the last card', async () => {
    const desk = await openDesk();
    await desk.openGroup(groups.drivers);
    await expect.poll(() => status(desk).textContent()).toBe('260 contacts in this group');
    const more = button(desk, 'Show more');
    await more.focus();
    await expect
      .poll(async () => {
        await desk.page.keyboard.press('Enter');
        return more.count();
      })
      .toBe(0);
    await expectFocus(desk, 'Group');
  });

  it('after Close group', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await desk.openGroup(groups.two);
    await button(desk, 'Close group').focus();
    await desk.page.keyboard.press('Enter');
    await button(desk, 'Close group').waitFor({ state: 'detached' });
    await expectFocus(desk, /\w/);
  });

  it('after Try again', async () => {
    const desk = await openDesk({ world: 'forbidden', calls: 'groupById' });
    await desk.openGroup(groups.two);
    await button(desk, 'Try again').focus();
    await desk.page.keyboard.press('Enter');
    await expectFocus(desk, 'Group');
  });
});

describe('Escape', () => {
  it('closes the form of a group, and returns to its button', async () => {
    const desk = await openDecidable('jane');
    await button(desk, 'Open group by ID').focus();
    await desk.page.keyboard.press('Enter');
    await desk.panel.getByRole('textbox', { name: 'Duplicate group ID' }).waitFor();
    await desk.page.keyboard.press('Escape');
    await expectFocus(desk, 'Open group by ID');
    expect(await desk.panel.getByRole('textbox').count()).toBe(0);
  });

  it('closes a note, and returns to its button', async () => {
    const desk = await openDecidable('jane');
    await button(desk, 'Investigate').focus();
    await desk.page.keyboard.press('Enter');
    await expectFocus(desk, 'Note');
    await desk.page.keyboard.press('Escape');
    await expectFocus(desk, 'Investigate');
    expect(await desk.panel.getByRole('textbox').count()).toBe(0);
  });

  it.each(['Diagnostics', 'Keyboard shortcuts'])(
    'closes %s, and returns to the menu button',
    async (name) => {
      const desk = await openDecidable('jane');
      await desk.chooseInMenu(name);
      await expectFocus(desk, name);
      await expectAccessible(desk);
      await desk.page.keyboard.press('Escape');
      await expectFocus(desk, 'More');
      expect(await desk.panel.getByRole('region', { name }).count()).toBe(0);
    },
  );

  it('closes the text to copy by hand, and returns to the menu button', async () => {
    const desk = await openDesk({ contact: id('jane') }, (page) =>
      page.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
        document.execCommand = () => false;
      }),
    );
    await desk.chooseInMenu('Copy summary');
    await desk.panel.getByRole('textbox', { name: /Your browser blocked copying/ }).waitFor();
    await desk.page.keyboard.press('Escape');
    await expectFocus(desk, 'More');
    expect(await desk.panel.getByRole('textbox').count()).toBe(0);
  });
});

describe('the menu', () => {
  it('is gone through by arrows, Home and End, and closed by Escape', async () => {
    const desk = await openDecidable('jane', ticketPanel);
    const { keyboard } = desk.page;
    await button(desk, 'More').focus();
    await keyboard.press('Enter');
    const names = await menuItems(desk).allTextContents();
    expect(names).toHaveLength(6);
    await expectFocus(desk, names[0] ?? '');
    await expectAccessible(desk);
    for (const [key, place] of [
      ['ArrowDown', 1],
      ['End', 5],
      ['ArrowDown', 0],
      ['ArrowUp', 5],
      ['Home', 0],
    ] as const) {
      await keyboard.press(key);
      await expectFocus(desk, names[place] ?? '');
    }
    await keyboard.press('Escape');
    await expectFocus(desk, 'More');
    expect(await button(desk, 'More').getAttribute('aria-expanded')).toBe('false');
    expect(await menuItems(desk).count()).toBe(0);
  });

  it('is closed by Tab, by a click beside it, by one on its button, and by one outside of the panel', async () => {
    const desk = await openDecidable('jane');
    const open = async () => {
      await button(desk, 'More').click();
      await menuItems(desk).first().waitFor();
    };
    for (const close of [
      () => desk.page.keyboard.press('Tab'),
      () => desk.panel.getByRole('heading', { level: 1 }).click(),
      () => button(desk, 'More').click(),
      () => desk.page.locator('#record h1').click(),
    ]) {
      await open();
      await close();
      await expect.poll(() => menuItems(desk).count()).toBe(0);
    }
  });

  it('shows no summary and no export where nobody is found', async () => {
    const desk = await openDesk({ contact: id('janePrivate') });
    await expect.poll(() => status(desk).textContent()).toMatch(/^No duplicates/);
    await button(desk, 'More').click();
    await desk.panel.getByRole('menuitem', { name: 'Diagnostics' }).waitFor();
    expect(await menuItems(desk).count()).toBe(3);
  });

  it('has items of 24 px and more', async () => {
    const desk = await openDecidable('jane', ticketPanel);
    await button(desk, 'More').click();
    const heights = await menuItems(desk).evaluateAll((all) =>
      all.map((item) => item.getBoundingClientRect().height),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
  });
});

describe('a shortcut', () => {
  it('goes to the next and the previous candidate', async () => {
    const desk = await openDecidable('jose', ticketPanel);
    await button(desk, 'Refresh').focus();
    for (const [key, name] of [
      ['j', /^BJose Maria/],
      ['j', /^CJosé García/],
      ['j', /^DJOSE/],
      ['j', /^DJOSE/],
      ['k', /^CJosé/],
    ] as const) {
      await desk.page.keyboard.press(key);
      await expectFocus(desk, name);
      expect(await stop(desk)).toMatchObject({ isMarked: true });
    }
  });

  it('opens the comparison', async () => {
    const desk = await openDecidable('jose');
    await button(desk, 'Refresh').focus();
    await desk.page.keyboard.press('c');
    await expectFocus(desk, 'Differs');
    await expect.poll(() => bucket(desk, 'Differs').getAttribute('aria-pressed')).toBe('true');
    await desk.page.keyboard.press('c');
    expect(await bucket(desk, 'Differs').getAttribute('aria-pressed')).toBe('true');
  });

  it('goes from a candidate to a decision about it, and decides nothing by itself', async () => {
    const desk = await openDecidable('jose');
    await button(desk, 'Refresh').focus();
    for (const key of ['j', 'j', 'n']) await desk.page.keyboard.press(key);
    await expectFocus(desk, 'Not the same person');
    await expect
      .poll(() => desk.panel.getByLabel('Applies to', { exact: true }).inputValue())
      .toBe(id('joseShort'));
    await desk.page.keyboard.press('i');
    await expectFocus(desk, 'Investigate');
    await desk.page.keyboard.press('m');
    await expectFocus(desk, 'Merge in Desk');
    expect((await desk.storageCalls()).filter(({ call }) => call === 'set')).toEqual([]);
    expect(desk.page.context().pages()).toHaveLength(1);
  });

  it('shows them all on ?, and Escape goes back', async () => {
    const desk = await openDecidable('jane');
    await button(desk, 'Refresh').focus();
    await desk.page.keyboard.press('?');
    await expectFocus(desk, 'Keyboard shortcuts');
    await desk.page.keyboard.press('Escape');
    await expectFocus(desk, 'Refresh');
  });

  it('is a letter like any other in a field', async () => {
    const desk = await openDecidable('jane');
    await button(desk, 'Investigate').click();
    const note = desk.panel.getByRole('textbox', { name: 'Note' });
    await note.pressSequentially('jkcmni?');
    expect(await note.inputValue()).toBe('jkcmni?');
    await expect.poll(() => note.evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('can be turned off', async () => {
    const desk = await openDecidable('jane');
    await desk.chooseInMenu('Keyboard shortcuts');
    const keys = desk.panel.getByRole('region', { name: 'Keyboard shortcuts' });
    await keys.getByRole('checkbox').uncheck();
    await desk.page.keyboard.press('Escape');
    await desk.page.keyboard.press('j');
    await expectFocus(desk, 'More');
  });
});

describe('what a screen reader is told', () => {
  it('comes from one region, and each text once', async () => {
    const desk = await openDesk({ contact: id('jose') }, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    });
    await status(desk).waitFor({ state: 'attached' });
    await status(desk).evaluate((region) => {
      const said = [region.textContent ?? ''];
      new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
        childList: true,
        subtree: true,
        characterData: true,
      });
      Object.assign(window, { said });
    });
    await button(desk, 'Decide about contact B').click();
    await button(desk, 'Not the same person').click();
    await expect.poll(() => status(desk).textContent()).toMatch(/^2 possible/);
    await desk.chooseInMenu('Copy summary');
    await expect.poll(() => status(desk).textContent()).toBe('Copied');
    const said = await status(desk).evaluate(() => (window as unknown as { said: string[] }).said);
    const texts = said.filter((text) => text !== '');
    expect(texts.at(-2)).toMatch(/^2 possible/);
    expect(texts.at(-1)).toBe('Copied');
    expect(new Set(texts).size).toBe(texts.length);
    expect(await desk.panel.locator('[aria-live], output, [role=status], [role=log]').count()).toBe(1);
  });

  it('is never in a tooltip alone', async () => {
    const desk = await openDecidable('jose');
    await desk.openGroup(groups.two);
    await expect.poll(() => status(desk).textContent()).toBe('2 contacts in this group');
    const hidden = await desk.panel.locator('[title]').evaluateAll((all) =>
      all
        .filter((element) => {
          const told = [element.ariaLabel, element.textContent, document.body.textContent].join(' ');
          return !told.includes(element.getAttribute('title') ?? '');
        })
        .map((element) => element.getAttribute('title')),
    );
    expect([...new Set(hidden)]).toEqual([]);
  });
});
