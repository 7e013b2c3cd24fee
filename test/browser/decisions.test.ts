import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { createSamplePortal } from '../desk/portal';
import { type DeskSettings, expectAccessible, type LocalDesk, useLocalDesk } from './local-desk';

const openDesk = useLocalDesk();
const portal = createSamplePortal();
const id = (key: string) => portal.idOf(key);
const colleague = String(
  [...portal.contacts.values()].find((contact) => contact.phone === '+49 30 23125 100')?.id,
);

const status = ({ panel }: LocalDesk) => panel.getByRole('status');
const candidates = ({ panel }: LocalDesk) =>
  panel.getByRole('list', { name: 'Possible duplicates' }).getByRole('listitem');
const candidate = (desk: LocalDesk, name: string) => candidates(desk).filter({ hasText: name });
const earlier = ({ panel }: LocalDesk) =>
  panel.getByRole('list', { name: 'Earlier decisions' }).getByRole('listitem');
const button = ({ panel }: LocalDesk, name: string) => panel.getByRole('button', { name, exact: true });
const about = ({ panel }: LocalDesk) => panel.getByLabel('Applies to', { exact: true });

async function markSeparate(desk: LocalDesk, target?: string) {
  if (target) await about(desk).selectOption(target);
  await button(desk, 'Not the same person').click();
}

async function investigate(desk: LocalDesk, note: string, target?: string) {
  if (target) await about(desk).selectOption(target);
  await button(desk, 'Investigate').click();
  await desk.panel.getByRole('textbox', { name: 'Note' }).fill(note);
  await button(desk, 'Save').click();
}

/** The keys of all decisions in the storage, without their times. */
async function keysOf(desk: LocalDesk): Promise<string[]> {
  const rows = await desk.rows();
  const decisions = rows.filter(({ key }) => key.startsWith('d:'));
  return decisions.map(({ key }) => key.split(':').slice(0, 3).join(':'));
}

const pairOf = (a: string, b: string) => [`d:${id(a)}:${id(b)}`, `d:${id(b)}:${id(a)}`];

/** Puts the clock of a panel ahead, as a colleague's may be: in a test, two agents could hit one millisecond. */
async function putClockAhead({ page }: LocalDesk) {
  const frame = page.frames().find((candidate) => candidate.url().includes('widget.html'));
  if (!frame) throw new Error('the widget has no frame');
  await frame.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 5000;
  });
}

/** Opens the local Desk with a storage that other tabs share. */
const openShared = (settings: DeskSettings = {}) => openDesk({ storage: 'shared', ...settings });

/** Waits until nothing is being saved any more. */
async function saved(desk: LocalDesk) {
  await desk.panel.getByText('saving', { exact: false }).first().waitFor({ state: 'detached' });
}

describe('marking a contact as not the same person', () => {
  it('takes it out of the list and the count, and puts it among the earlier decisions', async () => {
    const desk = await openDesk({ contact: id('jose') });
    await expect.poll(() => status(desk).textContent()).toBe('3 possible duplicates · 2 strong matches');
    await markSeparate(desk, id('joseShort'));

    await expect.poll(() => status(desk).textContent()).toBe('2 possible duplicates · 1 strong match');
    expect(await candidate(desk, 'jose.garcia@olivar.example').count()).toBe(0);
    await expect.poll(() => earlier(desk).count()).toBe(1);
    const text = await earlier(desk).textContent();
    for (const part of ['José García', 'Not the same person', 'You']) expect(text).toContain(part);
    await expect.poll(async () => (await keysOf(desk)).sort()).toEqual(pairOf('jose', 'joseShort').sort());
    await expectAccessible(desk);
  });

  it('never says that there are no duplicates where all were marked', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await markSeparate(desk);
    await expect
      .poll(() => status(desk).textContent())
      .toBe('No possible duplicates left. 1 contact was marked as a different person.');
    await expectAccessible(desk);
  });

  it('is undone in one click, which removes both rows', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await markSeparate(desk);
    await expect.poll(() => keysOf(desk)).toHaveLength(2);
    await earlier(desk).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => status(desk).textContent()).toBe('1 possible duplicate · 1 strong match');
    await expect.poll(() => keysOf(desk)).toEqual([]);
    expect(await earlier(desk).count()).toBe(0);
  });

  it('outlives a reload, and needs a single read of the storage then', async () => {
    const desk = await openDesk({ contact: id('jose') });
    await markSeparate(desk, id('joseShort'));
    await saved(desk);
    await desk.page.reload();
    await expect.poll(() => status(desk).textContent()).toBe('2 possible duplicates · 1 strong match');
    await earlier(desk).getByText('José García').waitFor();
    const reads = (await desk.storageCalls()).filter(
      ({ options }) => (options as { queriableValue?: string }).queriableValue === `c:${id('jose')}`,
    );
    expect(reads).toHaveLength(1);
  });

  it('is seen by another agent, who is told who decided', async () => {
    const desk = await openShared({ contact: id('jane') });
    await markSeparate(desk);
    await expect.poll(() => keysOf(desk)).toHaveLength(2);
    const other = await desk.alongside({ agent: 'sam' });
    await earlier(other).getByText('Noor Bakker').waitFor();
    expect(await candidates(other).count()).toBe(0);
  });

  it('is seen beside the other contact of the pair', async () => {
    const desk = await openShared({ contact: id('jane') });
    await markSeparate(desk);
    await expect.poll(() => keysOf(desk)).toHaveLength(2);
    await desk.openContact(id('janeWork'));
    await earlier(desk).getByText('Jane van Dijk').waitFor();
    const other = await desk.alongside({ contact: id('janeWork'), agent: 'sam' });
    await earlier(other).getByText('Jane van Dijk').waitFor();
  });

  it('is picked from the list, with the keyboard alone', async () => {
    const desk = await openDesk({ contact: id('jose') });
    await desk.panel.getByRole('button', { name: 'Decide about contact D' }).focus();
    await desk.page.keyboard.press('Enter');
    await expect.poll(() => about(desk).inputValue()).toBe(id('joseUpper'));
    await expect
      .poll(() => button(desk, 'Not the same person').evaluate((one) => one === document.activeElement))
      .toBe(true);
    await desk.page.keyboard.press('Enter');
    await earlier(desk).getByText('JOSE MARIA GARCIA').waitFor();
    // Whom the next decision is about has to be said: another key press decides about nobody.
    await expect.poll(() => about(desk).inputValue()).toBe('');
    expect(await button(desk, 'Not the same person').isDisabled()).toBe(true);

    await desk.panel.getByRole('button', { name: 'Decide about contact B' }).focus();
    await desk.page.keyboard.press('Enter');
    await expect
      .poll(() => button(desk, 'Not the same person').evaluate((one) => one === document.activeElement))
      .toBe(true);
  });
});

describe('a pick in the list', () => {
  it('takes the keyboard along though the way to decide is still loading, and only once', async () => {
    const desk = await openDesk({ contact: id('jose') }, (page) =>
      page.route('**/assets/compare.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await route.continue();
      }),
    );
    await desk.panel.getByRole('button', { name: 'Decide about contact C' }).click();
    const isFocused = () =>
      button(desk, 'Not the same person').evaluate((one) => one === document.activeElement);
    await expect.poll(isFocused).toBe(true);
    await desk.panel.getByRole('tab', { name: /^Email/ }).click();
    await desk.panel.getByRole('tab', { name: /^All/ }).click();
    await about(desk).waitFor();
    expect(await isFocused()).toBe(false);
  });
});

describe('an investigation', () => {
  const note = 'Wrote from a private address: which of the two is it?\nAsk Sales.';

  it('stays visible at its candidate, with who, when and the note', async () => {
    const desk = await openShared({ contact: id('jane') });
    await investigate(desk, note);
    await candidate(desk, 'Jane Van Dijk').getByText('which of the two is it?').waitFor();
    expect(await status(desk).textContent()).toBe('1 possible duplicate · 1 strong match');
    await expectAccessible(desk);

    await expect.poll(() => keysOf(desk)).toHaveLength(2);
    const other = await desk.alongside({ agent: 'sam', contact: id('janeWork') });
    const shown = candidate(other, 'Jane van Dijk');
    await shown.getByText('Noor Bakker').waitFor();
    await shown.getByText('which of the two is it?').waitFor();
    await shown.getByText('Needs investigation').waitFor();
  });

  it('takes a note of 500 characters and no more, and says how many are left', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await button(desk, 'Investigate').click();
    const field = desk.panel.getByRole('textbox', { name: 'Note' });
    await field.fill('二人か、一人か。'.repeat(62));
    await desk.panel.getByText('4 characters left').waitFor();
    await field.pressSequentially('abcdefgh');
    expect((await field.inputValue()).length).toBe(500);
    await expectAccessible(desk);
    await button(desk, 'Save').click();
    await expect.poll(() => keysOf(desk)).toHaveLength(2);
  });

  it('can be given up with Escape', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await button(desk, 'Investigate').click();
    await desk.panel.getByRole('textbox', { name: 'Note' }).press('Escape');
    await desk.panel.getByRole('textbox', { name: 'Note' }).waitFor({ state: 'detached' });
    expect(await keysOf(desk)).toEqual([]);
  });

  it('stands again once a later decision is undone', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await investigate(desk, 'first');
    await expect.poll(() => keysOf(desk)).toHaveLength(2);
    await markSeparate(desk);
    await earlier(desk)
      .getByText(/Earlier: Needs investigation/)
      .waitFor();
    await earlier(desk).getByRole('button', { name: 'Undo' }).click();
    await candidate(desk, 'Jane Van Dijk').getByText('first').waitFor();
    await expect.poll(() => keysOf(desk)).toHaveLength(2);
  });
});

describe('a planned merge', () => {
  it('is recorded with the record to keep and the rounds, and seen beside the other record', async () => {
    const desk = await openDesk({ contact: id('jane'), storage: 'shared' }, (page) =>
      page.context().route('https://desk.zoho.eu/**', (route) => route.fulfill({ body: 'Desk' })),
    );
    await button(desk, 'Merge in Desk').click();
    await candidate(desk, 'Jane Van Dijk').getByText('Merge planned: keep contact A').waitFor();
    await candidate(desk, 'Jane Van Dijk').getByText('Merge into contact A: B.').waitFor();
    await expect.poll(() => keysOf(desk)).toHaveLength(2);

    const other = await desk.alongside({ contact: id('janeWork'), agent: 'sam' });
    await candidate(other, 'Jane van Dijk').getByText('Merge planned: keep contact B').waitFor();
    await candidate(other, 'Jane van Dijk').getByText('Merge into contact B: A.').waitFor();
  });
});

describe('a planned merge that leaves out the open contact', () => {
  const opensInDesk = (page: Page) =>
    page.context().route('https://desk.zoho.eu/**', (route) => route.fulfill({ body: 'Desk' }));

  it('is seen beside all whom it is about, once, and is taken back as a whole', async () => {
    // A and D are linked to different CRM records, so the plan is to merge B into C alone.
    const desk = await openDesk({ contact: id('jose') }, opensInDesk);
    for (const _ of [1, 2, 3]) await button(desk, 'Merge in Desk').click();
    for (const name of ['Jose Maria Garcia Fernandez', 'José García'])
      await candidate(desk, name).getByText('Merge into contact C: B.').first().waitFor();
    expect(await desk.panel.getByText(/^Earlier: /).count()).toBe(0);
    const expected = ['jose', 'josePlain', 'joseShort'].flatMap((one, index, all) =>
      all.slice(index + 1).flatMap((other) => pairOf(one, other)),
    );
    await expect.poll(async () => (await keysOf(desk)).sort()).toEqual(expected.sort());

    await desk.panel.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(() => keysOf(desk)).toEqual([]);
    expect(await desk.panel.getByText('Merge planned').count()).toBe(0);
    expect(await desk.panel.locator('p', { hasText: /opens in a new tab/ }).count()).toBe(0);
  });
});

describe('a note that is being written', () => {
  it('is there again after a refresh, and after a look at another contact', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await button(desk, 'Investigate').click();
    const field = desk.panel.getByRole('textbox', { name: 'Note' });
    await field.fill('half a thought');
    await button(desk, 'Refresh').click();
    await expect.poll(() => field.inputValue()).toBe('half a thought');
    await desk.openContact(id('jose'));
    await about(desk).waitFor();
    expect(await field.count()).toBe(0);
    await desk.openContact(id('jane'));
    await expect.poll(() => field.inputValue()).toBe('half a thought');
    await button(desk, 'Save').click();
    await candidate(desk, 'Jane Van Dijk').getByText('half a thought').waitFor();
    expect(await field.count()).toBe(0);
  });

  it('stays with the contact that it is about', async () => {
    const desk = await openDesk({ contact: id('jose') });
    await about(desk).selectOption(id('joseUpper'));
    await button(desk, 'Investigate').click();
    const field = desk.panel.getByRole('textbox', { name: 'Note' });
    await field.fill('only about C');
    await about(desk).selectOption(id('joseShort'));
    expect(await field.count()).toBe(0);
    await button(desk, 'Investigate').click();
    await expect.poll(() => field.inputValue()).toBe('');
    await about(desk).selectOption(id('joseUpper'));
    await button(desk, 'Investigate').click();
    await expect.poll(() => field.inputValue()).toBe('only about C');
  });
});

describe('two panels open at the same time', () => {
  it('keep both decisions where one is about A and B, the other about B and A', async () => {
    const a = await openShared({ contact: id('jane') });
    const b = await a.alongside({ contact: id('janeWork'), agent: 'sam' });
    await candidates(b).nth(1).waitFor();
    await button(b, 'Investigate').click();
    await b.panel.getByRole('textbox', { name: 'Note' }).fill('from the other side');
    await putClockAhead(b);
    await Promise.all([markSeparate(a), button(b, 'Save').click()]);

    const kindsBeside = async (contactId: string) =>
      (await a.rows())
        .filter(({ key, queriableValue }) => key.startsWith('d:') && queriableValue === `c:${contactId}`)
        .map(({ value }) => value.kind)
        .sort();
    for (const key of ['jane', 'janeWork'])
      await expect.poll(() => kindsBeside(id(key))).toEqual(['investigate', 'separate']);
    for (const desk of [a, b])
      expect((await desk.storageCalls()).filter(({ call }) => call === 'set')).toHaveLength(1);
    for (const desk of [a, b]) {
      await button(desk, 'Refresh').click();
      const notes = desk.panel.getByText(/from the other side/);
      await notes.first().waitFor();
    }
  });

  it('keep what each decides about others', async () => {
    const a = await openShared({ contact: id('jose') });
    const b = await a.alongside({ contact: id('josePlain'), agent: 'sam' });
    await about(b).waitFor();
    await Promise.all([markSeparate(a, id('joseShort')), markSeparate(b, id('joseUpper'))]);
    const expected = [...pairOf('jose', 'joseShort'), ...pairOf('josePlain', 'joseUpper')].sort();
    await expect.poll(async () => (await keysOf(a)).sort()).toEqual(expected);
  });

  it('keep both decisions if both decide the same', async () => {
    const a = await openShared({ contact: id('jane') });
    const b = await a.alongside({ contact: id('janeWork'), agent: 'sam' });
    await button(b, 'Not the same person').waitFor();
    await putClockAhead(b);
    await Promise.all([markSeparate(a), markSeparate(b)]);
    for (const desk of [a, b]) await earlier(desk).first().waitFor();
    await expect.poll(() => keysOf(a)).toHaveLength(4);
    for (const desk of [a, b]) {
      await button(desk, 'Refresh').click();
      await earlier(desk)
        .getByText(/^Earlier: Not the same person/)
        .waitFor();
    }
  });
});

describe('a change after a decision', () => {
  it.each([
    ['email', { email: 'tunde@elsewhere.example' }, 'Email'],
    ['lastName', { lastName: 'Visser' }, 'Last name'],
    ['accountId', { accountId: '189200000000999001' }, 'Account'],
    ['mobile', { mobile: '+44 7700 900123' }, 'Mobile'],
    ['isEndUser', { isEndUser: true }, 'Portal user'],
  ])('of %s brings the candidate back, with what changed and what was decided', async (_, edit, field) => {
    const desk = await openDesk({ contact: id('miriam') }, async () => {});
    await markSeparate(desk);
    await earlier(desk).first().waitFor();
    await desk.editContact(id('tunde'), edit);
    await button(desk, 'Refresh').click();

    const woken = candidate(desk, 'Previously marked as not the same person');
    await woken.getByText(new RegExp(`Changed since then: ${field} \\(contact [B-D]\\)\\.`)).waitFor();
    expect(await earlier(desk).count()).toBe(0);
    await expectAccessible(desk);
  });

  it('that only single records tell is noticed once the fields are read', async () => {
    const desk = await openDesk({ contact: id('jose') }, async () => {});
    await desk.panel.getByRole('button', { name: /^Differs/ }).click();
    await desk.panel.getByText('Loading all fields…').waitFor({ state: 'detached' });
    await markSeparate(desk, id('josePlain'));
    await earlier(desk).first().waitFor();
    await desk.editContact(id('josePlain'), { title: 'CFO' });
    await button(desk, 'Refresh').click();
    await earlier(desk).first().waitFor();
    await desk.panel
      .getByRole('button', { name: /^Load all fields/ })
      .first()
      .click();
    await candidate(desk, 'Previously marked as not the same person')
      .getByText(/Title \(contact/)
      .waitFor();
  });

  it('is noticed where nobody is left to compare, once the agent has the fields read', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await desk.panel.getByRole('button', { name: /^Differs/ }).click();
    await desk.panel.getByText('Loading all fields…').waitFor({ state: 'detached' });
    await markSeparate(desk);
    await earlier(desk).first().waitFor();
    await desk.editContact(id('janeWork'), { title: 'CFO' });
    await button(desk, 'Refresh').click();
    await desk.panel.getByText('Some decisions used fields that aren’t loaded yet').waitFor();
    await expectAccessible(desk);
    await button(desk, 'Load all fields (up to 2 API calls)').click();
    await candidate(desk, 'Previously marked as not the same person')
      .getByText('Title (contact B)')
      .waitFor();
  });

  it('lets the agent decide again', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await markSeparate(desk);
    await earlier(desk).first().waitFor();
    await desk.editContact(id('janeWork'), { lastName: 'Visser' });
    await button(desk, 'Refresh').click();
    await candidate(desk, 'Previously marked').waitFor();
    await markSeparate(desk);
    await earlier(desk).getByText('Visser').waitFor();
    expect(await candidates(desk).count()).toBe(0);
  });
});

describe('forty contacts in one go', () => {
  it('are saved with eight writes and no read, and taken back with one click', async () => {
    const desk = await openDesk({ contact: colleague }, async () => {});
    await expect.poll(() => candidates(desk).count()).toBe(41);
    expect(await button(desk, 'Not the same person').isDisabled()).toBe(true);
    await markSeparate(desk, 'all');
    await expect.poll(() => status(desk).textContent()).toMatch(/^No possible duplicates left\. 40/);
    await expect.poll(() => earlier(desk).count()).toBe(5);
    await expect.poll(() => keysOf(desk)).toHaveLength(80);

    const calls = await desk.storageCalls();
    const writes = calls.filter(({ call }) => call === 'set');
    expect(writes).toHaveLength(8);
    for (const { options } of writes) expect((options as unknown[]).length).toBeLessThanOrEqual(10);
    const reads = calls.filter(
      ({ call, options }) => call === 'get' && /[cd]:/.test(JSON.stringify(options)),
    );
    expect(reads.map(({ options }) => options)).toMatchObject([{ queriableValue: `c:${colleague}` }]);
    await desk.page.reload();
    await expect.poll(() => status(desk).textContent()).toMatch(/^No possible duplicates left\. 40/);
    await button(desk, 'Show all 40 decisions').click();
    await expect.poll(() => earlier(desk).count()).toBe(40);
    await expectAccessible(desk);
    await button(desk, 'Undo last 40 decisions').click();
    await expect.poll(() => candidates(desk).count()).toBe(41);
  });
});

describe('taking back what was decided in one go', () => {
  async function decideTogether(desk: LocalDesk, ...letters: readonly string[]) {
    for (const letter of letters)
      await desk.panel.getByRole('checkbox', { name: `Compare contact ${letter}`, exact: true }).check();
    await markSeparate(desk, 'compared');
  }

  it('leaves what was decided before, even by a double-click', async () => {
    const desk = await openDesk({ contact: colleague });
    await decideTogether(desk, 'B', 'C', 'D');
    await expect.poll(() => status(desk).textContent()).toMatch(/^37 /);
    await decideTogether(desk, 'E', 'F');
    await button(desk, 'Undo last 2 decisions').dblclick();
    await button(desk, 'Undo last 3 decisions').waitFor();
    await expect.poll(() => status(desk).textContent()).toMatch(/^37 /);
  });

  it('is not offered where Desk does not say who decides: it could be a colleague’s', async () => {
    const desk = await openDesk({ contact: colleague, agent: 'unknown' });
    await decideTogether(desk, 'B', 'C');
    await expect.poll(() => earlier(desk).count()).toBe(2);
    await saved(desk);
    expect(await desk.panel.getByRole('button', { name: /^Undo last/ }).count()).toBe(0);
  });
});

describe('a long list', () => {
  it('is decided on card by card, and goes on to be compared', async () => {
    const desk = await openDesk({ contact: colleague });
    for (const letter of ['B', 'C', 'D', 'E'])
      await desk.panel.getByRole('checkbox', { name: `Compare contact ${letter}`, exact: true }).check();
    await markSeparate(desk, 'compared');
    await expect.poll(() => status(desk).textContent()).toMatch(/^36 /);
    await desk.panel.getByRole('checkbox', { name: 'Compare contact F', exact: true }).check();
    await desk.panel.getByRole('checkbox', { name: 'Compare contact G', exact: true }).check();
    await desk.panel.getByRole('region', { name: 'Comparison' }).waitFor();

    await desk.panel.getByRole('button', { name: 'Decide about contact K', exact: true }).click();
    await button(desk, 'Not the same person').click();
    await expect.poll(() => status(desk).textContent()).toMatch(/^35 /);
    const next = desk.panel.getByRole('button', { name: 'Decide about contact L', exact: true });
    await expect.poll(() => next.evaluate((one) => one === document.activeElement)).toBe(true);
    await next.click();
    await button(desk, 'Not the same person').dblclick();
    await expect.poll(() => status(desk).textContent()).toMatch(/^34 /);
    await expect.poll(() => earlier(desk).count()).toBe(5);
  });

  it('shows in sight what could not be saved', async () => {
    const desk = await openDesk({ contact: colleague, storage: 'full' });
    await desk.panel.getByRole('button', { name: 'Decide about contact K', exact: true }).click();
    await button(desk, 'Not the same person').click();
    const alert = desk.panel.getByRole('alert');
    await alert.getByText('1 decision wasn’t saved. Contacts: A and K.').waitFor();
    const isInSight = await alert.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    expect(isInSight).toBe(true);
    await expectAccessible(desk);
  });
});

describe('a storage that does not work', () => {
  it('that is off leaves the rest as it is, and says what is missing', async () => {
    const desk = await openDesk({ contact: id('jane'), storage: 'off' });
    await expect.poll(() => status(desk).textContent()).toBe('1 possible duplicate · 1 strong match');
    await desk.panel.getByText('Decisions can’t be saved', { exact: true }).waitFor();
    expect(await button(desk, 'Not the same person').count()).toBe(0);
    await button(desk, 'Merge in Desk').waitFor();
    await button(desk, 'More').click();
    await desk.panel.getByRole('menuitem', { name: 'Copy summary' }).waitFor();
    await expectAccessible(desk);
  });

  it('that is full takes the decision back, with a message and the way to try again', async () => {
    const desk = await openDesk({ contact: id('jane'), storage: 'full' });
    await markSeparate(desk);
    await desk.panel.getByRole('alert').getByText('1 decision wasn’t saved.').waitFor();
    await expect.poll(() => candidates(desk).count()).toBe(2);
    await button(desk, 'Try again').click();
    await desk.panel.getByRole('alert').getByText('1 decision wasn’t saved.').waitFor();
    await expectAccessible(desk);
    await desk.chooseInMenu('Diagnostics');
    const diagnostics = desk.panel.getByRole('region', { name: 'Diagnostics' });
    await diagnostics.getByText(/storageRefused: .*Storage limit exceeded/).waitFor();
    await desk.panel.getByRole('alert').getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => desk.panel.getByRole('alert').count()).toBe(0);
  });

  it('that is busy is tried again by itself', async () => {
    const desk = await openDesk({ contact: id('jane'), storage: 'busy' }, withClock);
    await markSeparate(desk);
    await desk.panel.getByText('Still saving 1 decision').waitFor();
    await earlier(desk).getByText('saving').waitFor();
    // In steps: what happens between two pauses takes its own time.
    const afterAWhile = async () => {
      await desk.page.clock.runFor(6000);
      return keysOf(desk);
    };
    await expect.poll(afterAWhile).toHaveLength(2);
    await expect.poll(() => desk.panel.getByText('Still saving').count()).toBe(0);
  });

  it('that is slow shows the decision at once, and the list before the earlier ones are read', async () => {
    const desk = await openDesk({ contact: id('jane'), storage: 'slow' });
    await desk.panel.getByText('Still loading earlier decisions').waitFor();
    await expect.poll(() => candidates(desk).count()).toBe(2);
    await markSeparate(desk);
    await earlier(desk).getByText('saving').waitFor();
    await expect.poll(() => keysOf(desk)).toHaveLength(2);
  });

  it('that cannot be read says that decisions may be missing, and takes a decision all the same', async () => {
    const desk = await openDesk({ contact: id('jane'), storage: 'readsFail' });
    await desk.panel.getByText('Earlier decisions couldn’t be loaded').waitFor();
    await button(desk, 'Reload decisions').click();
    await desk.panel.getByText('Earlier decisions couldn’t be loaded').waitFor();
    await markSeparate(desk);
    await earlier(desk).first().waitFor();
    await expect.poll(() => keysOf(desk)).toHaveLength(2);
    await expectAccessible(desk);
  });

  it.each([
    ['this contact', 0],
    ['the other one', 1],
  ])('with a foreign row beside %s leaves it as it is', async (_, side) => {
    const foreign = {
      key: pairOf('jane', 'janeWork')[side] ?? '',
      queriableValue: `c:${id(side ? 'janeWork' : 'jane')}`,
      value: { version: 9, verdict: 'something newer' },
    };
    const desk = await openShared({ contact: id('miriam') });
    await desk.putRow(foreign);
    const panel = await desk.alongside({ contact: id('jane') });
    if (side === 0) {
      await panel.panel.getByText('can’t read a decision about these contacts: B.').waitFor();
    }
    await markSeparate(panel);
    await earlier(panel).first().waitFor();
    await expect.poll(() => keysOf(panel)).toHaveLength(3);
    await earlier(panel).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => keysOf(panel)).toHaveLength(1);
    expect(await panel.rows()).toContainEqual(foreign);
  });
});

describe('the summary', () => {
  it('holds what the screen shows', async () => {
    const desk = await openDesk({ contact: id('jose') }, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    });
    await desk.panel.getByRole('button', { name: /^Differs/ }).click();
    await desk.panel.getByText('Loading all fields…').waitFor({ state: 'detached' });
    await investigate(desk, 'ask Sales', id('joseUpper'));
    await markSeparate(desk, id('joseShort'));
    await earlier(desk).first().waitFor();
    const count = await status(desk).textContent();
    await desk.chooseInMenu('Copy summary');
    await desk.panel.getByText('Copied').first().waitFor();
    const summary = await desk.page.evaluate(() => navigator.clipboard.readText());

    const shown = [
      count,
      ...(await textsOf(candidates(desk), 'bdi, span[class*=strength], span[class*=flag]')),
      ...(await textsOf(candidates(desk), 'span[class*=for]')).map((text) => text.replace(/^For: /, '')),
      ...(await textsOf(candidates(desk), 'p[class*=text]')),
      ...(await textsOf(desk.panel.getByRole('region', { name: 'Comparison' }), 'dd bdi')),
      ...(await textsOf(desk.panel.getByRole('region', { name: 'Merge plan' }), 'ol li, bdi')),
      ...(await textsOf(earlier(desk), 'bdi, b')),
    ].filter((text) => text?.trim());
    expect(shown.length).toBeGreaterThan(25);
    for (const text of shown) expect(summary).toContain(text?.trim());
    for (const key of ['jose', 'josePlain', 'joseShort', 'joseUpper']) expect(summary).toContain(id(key));
    for (const text of [
      'Noor Bakker',
      'Suggested primary: contact',
      'A merge cannot be undone.',
      'ask Sales',
      'Earlier decisions',
    ])
      expect(summary).toContain(text);
  });

  it('is shown, selected, where the browser denies the clipboard', async () => {
    const desk = await openDesk({ contact: id('jane') }, (page) =>
      page.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
        document.execCommand = () => false;
      }),
    );
    await desk.chooseInMenu('Copy summary');
    const field = desk.panel.getByRole('textbox', { name: /Your browser blocked copying/ });
    await field.waitFor();
    expect(await field.inputValue()).toContain('Jane Van Dijk');
    const isSelected = await field.evaluate(
      (one) =>
        one instanceof HTMLTextAreaElement &&
        one.selectionStart === 0 &&
        one.selectionEnd === one.value.length,
    );
    expect(isSelected).toBe(true);
    await expectAccessible(desk);
  });
});

describe('the export', () => {
  it('neutralises hostile values, so that a spreadsheet opens them as text', async () => {
    const desk = await openDesk({ contact: colleague, world: 'hostile' });
    const csv = await download(desk, 'Export CSV');
    expect(csv.startsWith('\ufeff')).toBe(true);
    const { default: Papa } = await import('papaparse');
    const { data } = Papa.parse<string[]>(csv.slice(1));
    const cells = data.flat();
    expect(cells.some((cell) => cell.startsWith("'=HYPERLINK("))).toBe(true);
    expect(cells.some((cell) => cell.startsWith("'@SUM("))).toBe(true);
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    expect(data.length).toBe((await candidates(desk).count()) + 1);
  });

  it('offers the same records as JSON, with ids as they are and decisions', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await investigate(desk, 'ask Sales');
    const json = JSON.parse(await download(desk, 'Export JSON'));
    expect(json.records.map(({ contact }: { contact: { id: string } }) => contact.id)).toEqual([
      id('jane'),
      id('janeWork'),
    ]);
    expect(json.records[1].decisions[0]).toMatchObject({ kind: 'investigate', note: 'ask Sales' });
    expect(json.mergePlan).toEqual({ primaryId: id('jane'), rounds: [[id('janeWork')]], blockers: [] });
  });
});

/** The page with a clock that the test turns. */
async function withClock(page: Page) {
  await page.clock.install();
}

/** The visible texts of what `selector` finds inside. */
async function textsOf(inside: Locator, selector: string): Promise<string[]> {
  return inside.locator(selector).filter({ visible: true }).allTextContents();
}

/** The file that an export saves. */
async function download(desk: LocalDesk, name: string): Promise<string> {
  const started = desk.page.waitForEvent('download');
  await desk.chooseInMenu(name);
  const chunks: Buffer[] = [];
  for await (const chunk of await (await started).createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
