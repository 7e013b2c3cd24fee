import { describe, expect, it } from 'vitest';
import { createSamplePortal } from '../desk/portal';
import { expectAccessible, type LocalDesk, useLocalDesk } from './local-desk';

const openDesk = useLocalDesk();
const portal = createSamplePortal();
const ids = {
  two: '189200000004010002',
  three: '189200000004010003',
  five: '189200000004010005',
  forty: '189200000004010040',
  drivers: '189200000004010260',
};

const cards = ({ panel }: LocalDesk) =>
  panel.getByRole('list', { name: 'Possible duplicates' }).getByRole('listitem');
const status = ({ panel }: LocalDesk) => panel.getByRole('status');

async function expectCount(desk: LocalDesk, count: number) {
  await expect
    .poll(() => status(desk).textContent(), { timeout: 15_000 })
    .toBe(`${count} contacts in this group`);
  await expectCards(desk, count);
}

/** Cards are drawn as the agent scrolls to them. */
async function expectCards(desk: LocalDesk, count: number) {
  const shown = async () => {
    await desk.panel
      .getByRole('button', { name: 'Show more' })
      .evaluateAll(([more]) => more?.scrollIntoView());
    return cards(desk).count();
  };
  await expect.poll(shown).toBe(count);
}

describe('opening a group by its id', () => {
  it('draws the first fifty of a large group, and more as the agent scrolls', async () => {
    const desk = await openDesk();
    await desk.openGroup(ids.drivers);
    await expect.poll(() => status(desk).textContent()).toBe('260 contacts in this group');
    expect(await cards(desk).count()).toBeLessThan(60);
    await desk.panel.getByRole('button', { name: 'Show more' }).evaluate((more) => more.scrollIntoView());
    await expect.poll(() => cards(desk).count()).toBeGreaterThan(60);
  });

  it.each([
    ['two', 2],
    ['three', 3],
    ['five', 5],
    ['forty', 40],
    ['drivers', 260],
  ] as const)('shows every contact of a group of %s', async (name, count) => {
    const desk = await openDesk();
    await desk.openGroup(ids[name]);
    await expectCount(desk, count);

    const group = portal.groups.find(({ duplicateId }) => duplicateId === ids[name]);
    const shown = await cards(desk).evaluateAll((items) => items.map((item) => item.textContent ?? ''));
    for (const id of group?.contactIds ?? []) {
      const contact = portal.contacts.get(id);
      const fullName = [contact?.firstName, contact?.lastName].filter(Boolean).join(' ');
      const isThere = (text: string) =>
        text.includes(fullName) && text.includes(String(contact?.email ?? 'no email'));
      expect(shown.some(isThere), fullName).toBe(true);
    }
  });

  it.each(['text', 'object'] as const)('understands answers as %s', async (envelope) => {
    const desk = await openDesk({ envelope });
    await desk.openGroup(ids.forty);
    await expectCount(desk, 40);
  });

  it('counts records whose ids lost their digits on the way, when Desk hands over parsed JSON', async () => {
    const desk = await openDesk({ envelope: 'json' });
    await desk.openGroup(ids.forty);
    await desk.panel.getByText('contacts couldn’t be read and aren’t shown').waitFor();
    const shown = await cards(desk).count();
    const missing = /(\d+) contacts/.exec(
      (await desk.panel.getByText('contacts couldn’t be read').textContent()) ?? '',
    )?.[1];
    expect(shown + Number(missing)).toBe(40);
    expect(Number(missing)).toBeGreaterThan(0);
  });

  it('puts the open contact first, as A, and marks it', async () => {
    const desk = await openDesk({ contact: portal.idOf('janePrivate') });
    await desk.openGroup(ids.three);
    await expectCount(desk, 3);
    const first = (await cards(desk).first().textContent()) ?? '';
    expect(first).toContain('A');
    expect(first).toContain('J. v. Dijk');
    expect(first).toContain('this contact');
    expect(await desk.panel.getByText('this contact', { exact: true }).count()).toBe(1);
  });

  it('says when the open contact is not in the group, and keeps showing it', async () => {
    const desk = await openDesk();
    await desk.openGroup(ids.two);
    await expectCount(desk, 2);
    await desk.panel.getByText('The open contact is not in this group.').waitFor();
    expect(await desk.panel.getByText('this contact', { exact: true }).count()).toBe(1);
  });

  it('shows addresses, numbers, account, date and flags of a contact', async () => {
    const desk = await openDesk();
    await desk.openGroup(ids.five);
    await expectCount(desk, 5);
    const text = await cards(desk).filter({ hasText: 'José García' }).textContent();
    for (const part of [
      'jose.garcia@olivar.example',
      'jm.garcia@olivar.example',
      'secondary',
      'Olivar del Sur S.L.',
      'Created: Jul 1, 2021',
      'portal user',
    ]) {
      expect(text).toContain(part);
    }
    expect(await cards(desk).filter({ hasText: 'José María García Fernández' }).textContent()).toContain(
      'CRM',
    );
  });

  it('links a name to its record in Desk', async () => {
    const desk = await openDesk();
    await desk.openGroup(ids.three);
    await expectCount(desk, 3);
    const link = cards(desk).first().getByRole('link', { name: 'Jane van Dijk' });
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/desk\.zoho\.eu\//);
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  it('reads with GETs alone, from the portal, with the declared connection', async () => {
    const desk = await openDesk();
    await desk.openGroup(ids.drivers, 'limit=100&sortBy=-createdTime');
    await expectCount(desk, 260);
    const requests = await desk.requests('contactsDeduplication/18');
    expect(requests.map(({ data }) => data.page)).toEqual(['1', '2', '3']);
    for (const request of requests) {
      expect(request.type).toBe('GET');
      expect(request.url).toBe(`https://desk.zoho.eu/api/v1/contactsDeduplication/${ids.drivers}`);
      expect(request.headers).toEqual({ orgId: portal.orgId });
      expect(request.connectionLinkName).toBe('duplicate_contacts_desk');
      expect(request.data).toMatchObject({ limit: '100', sortBy: '-createdTime' });
    }
  });

  it('starts at the page that the parameters name, and says so', async () => {
    const desk = await openDesk();
    await desk.openGroup(ids.drivers, 'page=5');
    await expect.poll(() => status(desk).textContent()).toBe('60 contacts loaded');
    await desk.panel.getByText('Showing page 5 and later.').waitFor();
    expect((await desk.requests('contactsDeduplication/18'))[0]?.data.page).toBe('5');
  });

  it('shows the first page before the second is asked for, and stops when told to', async () => {
    const desk = await openDesk({ world: 'slow', calls: 'groupById' });
    await desk.openGroup(ids.drivers);
    await desk.panel.getByRole('progressbar').waitFor();
    await desk.panel.getByText('Contacts loaded: 50 of 260').waitFor();
    expect(await cards(desk).count()).toBe(50);
    await desk.panel.getByRole('button', { name: 'Stop' }).click();
    await desk.panel.getByText('Stopped. There are more contacts in this group.').waitFor();
    const asked = (await desk.requests('contactsDeduplication/18')).length;
    await desk.page.waitForTimeout(2000);
    expect((await desk.requests('contactsDeduplication/18')).length).toBe(asked);
    expect(await cards(desk).count()).toBe(50);

    await desk.panel.getByRole('button', { name: 'Load the rest' }).click();
    await desk.panel.getByText('Contacts loaded: 100 of 260').waitFor();
  });

  it('keeps what was read when a later page fails, and goes on from there', async () => {
    const desk = await openDesk({ world: 'pageThreeFails', calls: 'groupById' }, (page) =>
      page.clock.install(),
    );
    await desk.openGroup(ids.drivers);
    await desk.panel.getByText('Trying again in').waitFor();
    await desk.page.clock.runFor(20_000);
    const alert = desk.panel.getByRole('alert');
    await alert.getByText('This list is incomplete').waitFor();
    await expectCards(desk, 100);
    expect(await status(desk).textContent()).toBe('Contacts loaded: 100 of 260');

    await alert.getByRole('button', { name: 'Try again' }).click();
    await expectCount(desk, 260);
    const pages = (await desk.requests('contactsDeduplication/18')).map(({ data }) => data.page);
    expect(pages).toEqual(['1', '2', '3', '3', '3', '3', '3', '4', '5', '6']);
  });

  it('says that it is not everyone when Desk announces more than it gives', async () => {
    const desk = await openDesk({ world: 'stuck', calls: 'groupById' });
    await desk.openGroup(ids.forty);
    await desk.panel.getByText('Desk reports more contacts in this group than it returned').waitFor();
    expect((await desk.requests('contactsDeduplication/18')).length).toBeLessThan(4);
  });

  it('counts records that hold no contact, and shows the others', async () => {
    const desk = await openDesk({ world: 'badRecords', calls: 'groupById' });
    await desk.openGroup(ids.five, 'limit=10');
    await desk.panel.getByText('1 contact couldn’t be read and isn’t shown.').waitFor();
    expect(await cards(desk).count()).toBe(4);
  });

  it('does not claim to know a group for which Desk answered with nothing', async () => {
    const desk = await openDesk({ world: 'emptyGroup', calls: 'groupById' });
    await desk.openGroup(ids.two);
    await expect.poll(() => status(desk).textContent()).toContain('Desk returned nothing for this ID.');
    expect(await cards(desk).count()).toBe(0);
  });

  it('reads the group anew on Refresh', async () => {
    const desk = await openDesk();
    await desk.openGroup(ids.two);
    await expectCount(desk, 2);
    const before = (await desk.requests('contactsDeduplication/18')).length;
    await desk.panel.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(async () => (await desk.requests('contactsDeduplication/18')).length).toBe(before * 2);
    await expectCount(desk, 2);
  });

  it('shows hostile data as the text that it is', async () => {
    const desk = await openDesk({ world: 'hostile', calls: 'groupById' });
    await desk.openGroup(ids.forty, 'limit=20');
    await expect.poll(() => cards(desk).count()).toBeGreaterThan(3);
    await desk.panel.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    const links = await desk.panel
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.filter((href) => !href.startsWith('https://desk.zoho.eu/'))).toEqual([]);
    const width = await desk.panel.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(width).toBe(0);
  });
});

describe('the drawing of a long list', () => {
  /** Whether each card is the very element that it was, by what was written onto it before. */
  const marksOf = (desk: LocalDesk) =>
    cards(desk).evaluateAll((all) => all.map((card) => (card as HTMLElement).dataset.mark ?? null));
  const markAll = (desk: LocalDesk) =>
    cards(desk).evaluateAll((all) => {
      for (const [index, card] of all.entries()) (card as HTMLElement).dataset.mark = String(index);
    });

  it('keeps the cards of the first page when the next pages are added', async () => {
    const desk = await openDesk({ world: 'slow', calls: 'groupById' });
    await desk.openGroup(ids.drivers);
    await desk.panel.getByText('Contacts loaded: 50 of 260').waitFor();
    await desk.panel.getByRole('button', { name: 'Stop' }).click();
    await markAll(desk);
    await desk.panel.getByRole('button', { name: 'Load the rest' }).click();
    await expectCount(desk, 260);
    const marks = await marksOf(desk);
    expect(new Set(marks.filter((mark) => mark !== null)).size).toBe(50);
  });

  it('redraws no card while the agent types in the search', async () => {
    const desk = await openDesk();
    await desk.openGroup(ids.forty);
    await expectCount(desk, 40);
    await markAll(desk);
    await cards(desk).evaluateAll((all) => {
      const changes: string[] = [];
      const watcher = new MutationObserver((mutations) => changes.push(...mutations.map(({ type }) => type)));
      const watched = { subtree: true, childList: true, attributes: true, characterData: true };
      for (const card of all) watcher.observe(card, watched);
      Object.assign(window, { changesOfCards: changes });
    });
    const search = desk.panel.getByRole('searchbox', { name: 'Search' });
    await search.pressSequentially('a');
    await search.fill('');
    await expect.poll(() => cards(desk).count()).toBe(40);
    const changes = await search.evaluate(
      () => (window as unknown as { changesOfCards: string[] }).changesOfCards,
    );
    expect(changes).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('opens a group without a mouse, and goes on from its heading', async () => {
    const desk = await openDesk();
    const open = desk.panel.getByRole('button', { name: 'Open group by ID' });
    await open.focus();
    await desk.page.keyboard.press('Enter');
    await desk.panel.locator('input:focus').waitFor();
    await desk.page.keyboard.type(ids.two);
    await desk.page.keyboard.press('Enter');
    await expectCount(desk, 2);
    const heading = desk.panel.getByRole('heading', { name: 'Group 18920…0002' });
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('closes the form with Escape and returns to its button', async () => {
    const desk = await openDesk();
    const open = desk.panel.getByRole('button', { name: 'Open group by ID' });
    await open.click();
    await desk.page.keyboard.press('Escape');
    expect(await desk.panel.getByRole('textbox').count()).toBe(0);
    expect(await open.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('the form', () => {
  it.each([
    ['', '', 'Enter a duplicate group ID.'],
    ['18 92', '', 'An ID contains only letters'],
    ['https://desk.zoho.eu/agent/#?', '', 'An ID contains only letters'],
    ['defaultFieldName', '', 'This isn’t a group ID: defaultFieldName.'],
    [ids.two, 'limit', 'Enter the parameters in this form: limit=50&page=2'],
    [ids.two, 'page=0', '(lowest: 1)'],
  ])('hints at what is wrong with %j and %j, and asks Desk for nothing', async (id, parameters, hint) => {
    const desk = await openDesk();
    await desk.openGroup(id, parameters);
    const field = desk.panel.getByRole('textbox', {
      name: parameters ? 'Parameters (p)' : 'Duplicate group ID',
    });
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    expect(await desk.panel.getByText(hint).count()).toBe(1);
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await desk.requests('contactsDeduplication/18')).toEqual([]);
    await expectAccessible(desk);
  });

  it('takes the id out of a pasted Desk address', async () => {
    const desk = await openDesk();
    await desk.openGroup(`https://desk.zoho.eu/api/v1/contactsDeduplication/${ids.three}?orgId=1&limit=10`);
    await expectCount(desk, 3);
    expect((await desk.requests('contactsDeduplication/18'))[0]?.data).toEqual({ limit: '10', page: '1' });
  });
});
