import { describe, expect, it } from 'vitest';
import { createSamplePortal } from '../desk/portal';
import type { WorldName } from '../desk/worlds';
import { expectAccessible, useLocalDesk } from './local-desk';

const openDesk = useLocalDesk();
const id = '189200000004010003';

/** Each failure of Desk, and the words of its title, its advice, and its way on. */
const failures: readonly [world: WorldName, title: string, advice: string][] = [
  ['notAuthorized', 'Desk needs your permission first', 'Authorize it once'],
  ['notAuthorizedStrangeLink', 'Desk needs your permission first', 'didn’t provide a safe link'],
  ['signInRefused', 'The connection to Desk has expired', '401'],
  ['scopeMissing', 'The extension doesn’t have permission to read contacts', 'Desk.contacts.READ'],
  ['forbidden', 'You don’t have permission to view these contacts', '403'],
  ['wrongPortal', 'The connection belongs to another portal', 'from this portal'],
  ['notInEdition', 'Not available in your edition of Desk', 'plan doesn’t include this'],
  ['unknownId', 'No group with this ID', id],
  ['invalidRequest', 'Desk rejected this request', id],
  ['creditsExhausted', 'The portal’s API credits are used up', 'midnight'],
  ['executionLimit', 'Extension limit reached', 'Try again later'],
  ['html', 'Unexpected response from Desk', 'so nothing is shown'],
  ['brokenJson', 'Unexpected response from Desk', 'so nothing is shown'],
  ['strangeShape', 'Unexpected response from Desk', 'so nothing is shown'],
  ['reportInstead', 'This portal is too large to answer right away', '100,000'],
  ['offline', 'You are offline', 'Check your connection'],
  ['unreachable', 'You are offline', 'Check your connection'],
  ['blockedByManifest', 'This portal’s address isn’t allowed in the extension', 'whiteListedDomains'],
  ['invalidPath', 'This portal’s address isn’t allowed in the extension', 'whiteListedDomains'],
];

/** Failures that pass by themselves as a rule: the panel asks three times more before it says so. */
const passing: readonly [world: WorldName, title: string, advice: string][] = [
  ['busy', 'Desk is busy', 'Too many requests'],
  ['serverDown', 'Desk isn’t responding', 'Desk’s server failed'],
  ['silent', 'No answer from Desk', '20 seconds'],
];

describe('when Desk fails', () => {
  it.each(failures)('says what is wrong and what to do: %s', async (world, title, advice) => {
    const desk = await openDesk({ world, calls: 'groupById' });
    await desk.openGroup(id);
    const alert = desk.panel.getByRole('alert');
    await alert.getByText(title).waitFor();
    expect(await alert.textContent()).toContain(advice);
    expect(await alert.getByRole('button', { name: 'Try again' }).count()).toBe(1);
    expect(await desk.panel.getByRole('list').count()).toBe(0);
    expect(await desk.requests('contactsDeduplication/18')).toHaveLength(1);
    await expectAccessible(desk);
  });

  it('does not offer to look further where nothing was answered', async () => {
    let isLoaded: Promise<unknown> = Promise.resolve();
    const desk = await openDesk({ world: 'forbidden' }, async (page) => {
      isLoaded = page.waitForResponse(/further-view\.js$/);
    });
    await desk.panel.getByRole('alert').waitFor();
    await isLoaded;
    await desk.panel.getByRole('button', { name: 'Try again' }).click();
    await desk.panel.getByRole('alert').waitFor();
    expect(await desk.panel.getByRole('button', { name: /^Look further/ }).count()).toBe(0);
  });

  it('says why it could not look further, and tries again', async () => {
    const desk = await openDesk({
      contact: createSamplePortal().idOf('jane'),
      world: 'scopeMissing',
      calls: 'account',
    });
    await desk.panel.getByRole('button', { name: /^Look further/ }).click();
    const alert = desk.panel.getByRole('alert');
    await alert.getByText('Couldn’t load all contacts of the account.').waitFor();
    expect(await alert.textContent()).toContain('The extension doesn’t have permission to read contacts');
    expect(await desk.requests('accounts/')).toHaveLength(1);
    await expectAccessible(desk);
    await desk.chooseInMenu('Diagnostics');
    await desk.panel.getByRole('region', { name: 'Diagnostics' }).getByText('scopeMissing').first().waitFor();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await desk.requests('accounts/')).length).toBe(2);
    await alert.waitFor();
  });

  it.each(passing)(
    'asks three times more, says so meanwhile, then gives up: %s',
    async (world, title, advice) => {
      const desk = await openDesk({ world, calls: 'groupById' }, (page) => page.clock.install());
      await desk.openGroup(id);
      if (world === 'silent') {
        await expect.poll(async () => (await desk.requests('contactsDeduplication/18')).length).toBe(1);
        await desk.page.clock.runFor(20_500);
      }
      await desk.panel.getByText('(attempt 1 of 3)').waitFor();
      for (let seconds = 0; seconds < 100; seconds += 5) await desk.page.clock.runFor(5_000);
      const alert = desk.panel.getByRole('alert');
      await alert.getByText(title).waitFor();
      expect(await alert.textContent()).toContain(advice);
      expect(await desk.requests('contactsDeduplication/18')).toHaveLength(4);
    },
  );

  it('goes on by itself when Desk was only busy for a moment', async () => {
    const desk = await openDesk({ world: 'busyTwice', calls: 'groupById' }, (page) => page.clock.install());
    await desk.openGroup(id);
    await desk.panel.getByText('(attempt 1 of 3)').waitFor();
    await desk.page.clock.runFor(1_500);
    await desk.panel.getByText('(attempt 2 of 3)').waitFor();
    await desk.page.clock.runFor(4_000);
    await expect.poll(() => desk.panel.getByRole('status').textContent()).toBe('3 contacts in this group');
    expect(await desk.panel.getByRole('alert').count()).toBe(0);
  });

  it('links to the authorization only where that is safe', async () => {
    const safe = await openDesk({ world: 'notAuthorized', calls: 'groupById' });
    await safe.openGroup(id);
    const link = safe.panel.getByRole('link', { name: 'Authorize' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('https://accounts.zoho.eu/oauth/resume?state=local');

    const strange = await openDesk({ world: 'notAuthorizedStrangeLink', calls: 'groupById' });
    await strange.openGroup(id);
    await strange.panel.getByRole('alert').waitFor();
    expect(await strange.panel.getByRole('link', { name: 'Authorize' }).count()).toBe(0);
  });

  it('speaks of a group only where a group was asked for', async () => {
    const contact = createSamplePortal().idOf('jane');
    const desk = await openDesk({ contact, world: 'invalidRequest', calls: 'statistics' });
    await desk.panel.getByRole('button', { name: /^Count tickets/ }).click();
    const alert = desk.panel.getByRole('alert');
    await alert.getByText('The request was for the ticket counts').waitFor();
    expect(await alert.textContent()).not.toContain('group ID');
  });

  it('tells every failure in words of its own', () => {
    const titles = [...failures, ...passing].map(([, title]) => title);
    // Unreadable answers share one text, as do the two links, the two ways to be offline and the two refused addresses.
    expect(new Set(titles).size).toBe(titles.length - 5);
  });
});

describe('when the panel cannot start', () => {
  it("says so when Desk's script is missing", async () => {
    const desk = await openDesk({}, (page) =>
      page.route('**/ZohoDeskClientSDK.min.js', (route) => route.abort()),
    );
    await desk.panel.getByRole('alert').getByText('The panel couldn’t start').waitFor();
    await expectAccessible(desk);
  });

  it('says so when Desk does not answer', async () => {
    const desk = await openDesk({}, async (page) => {
      await page.clock.install();
      await page.route('**/ZohoDeskClientSDK.min.js', (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          body: 'window.ZOHODESK={extension:{onload:()=>new Promise(()=>{})}}',
        }),
      );
    });
    await desk.panel.locator('body').waitFor({ state: 'attached' });
    for (let seconds = 0; seconds < 25; seconds += 5) await desk.page.clock.runFor(5_000);
    await desk.panel.getByRole('alert').getByText('The panel couldn’t start').waitFor();
  });

  it('does not put a mistake of its own down to Desk, and leaves it in the console', async () => {
    const desk = await openDesk({}, (page) =>
      page.addInitScript(() => {
        const isPanel = window !== window.top;
        if (isPanel)
          document.addEventListener = () => {
            throw new Error('A mistake');
          };
      }),
    );
    const alert = desk.panel.getByRole('alert');
    await alert.getByText('The panel couldn’t start').waitFor();
    expect(await alert.getByText('Desk’s script').count()).toBe(0);
    expect(desk.takeErrors()).toEqual(['A mistake']);
  });

  it('brings its own texts where Desk hands over none', async () => {
    const desk = await openDesk({ texts: 'missing' });
    await desk.panel.getByRole('heading', { name: 'Duplicates' }).waitFor();
    await desk.panel.getByRole('button', { name: 'Open group by ID' }).waitFor();
  });
});
