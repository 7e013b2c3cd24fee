import { describe, expect, it } from 'vitest';
import { createSamplePortal } from '../desk/portal';
import { expectAccessible, type LocalDesk, useLocalDesk } from './local-desk';

const openDesk = useLocalDesk();
const portal = createSamplePortal();
const id = (key: string) => portal.idOf(key);

const comparison = ({ panel }: LocalDesk) => panel.getByRole('region', { name: 'Comparison' });
const bucket = (desk: LocalDesk, name: string) =>
  comparison(desk).getByRole('button', { name: new RegExp(`^${name} `) });
const primary = ({ panel }: LocalDesk) => panel.getByRole('region', { name: 'Suggested primary' });
const plan = ({ panel }: LocalDesk) => panel.getByRole('region', { name: 'Merge plan' });
const paths = async (desk: LocalDesk) =>
  (await desk.requests('contacts/')).map(({ url }) => url.split('/api/v1/')[1]);

/** Opens the comparison, and waits until the details of all records are there. */
async function compare(desk: LocalDesk, name: string) {
  await bucket(desk, name).click();
  await comparison(desk).getByText('Loading all fields…').waitFor({ state: 'detached' });
}

describe('comparing records', () => {
  it('counts the fields before anything is read for it, in four buckets', async () => {
    const desk = await openDesk({ contact: id('jose') }, async () => {});
    await bucket(desk, 'Differs').waitFor();
    const names = await comparison(desk).getByRole('button').allTextContents();
    expect(names.map((name) => name.replace(/ ?\d+$/, ''))).toEqual([
      'Differs',
      'Fills gaps',
      'Same',
      'Empty',
    ]);
    expect(names.reduce((sum, name) => sum + Number(/\d+$/.exec(name)?.[0]), 0)).toBeGreaterThanOrEqual(24);
    expect(await paths(desk)).toEqual([]);
    await expectAccessible(desk);
  });

  it('reads the details once, for the compared records alone, when it is opened', async () => {
    const desk = await openDesk({ contact: id('jose') }, async () => {});
    await compare(desk, 'Differs');
    await compare(desk, 'Same');
    const compared = ['jose', 'josePlain', 'joseShort', 'joseUpper'];
    expect((await paths(desk)).sort()).toEqual(compared.map((name) => `contacts/${id(name)}`).sort());
    await expectAccessible(desk);
  });

  it('shows each value once, with the letters of those who hold it', async () => {
    const desk = await openDesk({ contact: id('jose') });
    await compare(desk, 'Differs');
    const email = comparison(desk).locator('dl > div').filter({ hasText: 'Email' }).first();
    expect(await email.locator('dd').allTextContents()).toEqual([
      'jm.garcia@olivar.exampleAB',
      'JM.GARCIA@OLIVAR.EXAMPLED',
      'jose.garcia@olivar.exampleC',
    ]);
  });

  it('puts exactly two records side by side', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await compare(desk, 'Differs');
    const row = comparison(desk).getByRole('row').filter({ hasText: 'Account' });
    expect(await row.getByRole('cell').allTextContents()).toEqual(['Acme BV', 'Globex Nederland']);
  });

  it('is a table where there is room for one', async () => {
    const desk = await openDesk({ contact: id('jose'), width: '720' });
    await compare(desk, 'Differs');
    await expect.poll(() => comparison(desk).getByRole('columnheader').count()).toBe(5);
    await expectAccessible(desk);
  });

  it('says that equal values are written otherwise', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await compare(desk, 'Same');
    await comparison(desk)
      .getByRole('row')
      .filter({ hasText: 'Phone' })
      .getByText('same, different format')
      .waitFor();
  });

  it('keeps the chosen fields for the next contact, and reads nothing for it unasked', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await compare(desk, 'Same');
    await desk.openContact(id('jose'));
    await desk.panel.getByText('José María García Fernández').first().waitFor();
    await expect.poll(() => bucket(desk, 'Same').getAttribute('aria-pressed')).toBe('true');
    expect(await desk.requests('contacts/')).toHaveLength(2);
    await comparison(desk).getByRole('button', { name: 'Load all fields (up to 4 API calls)' }).click();
    await expect.poll(async () => (await desk.requests('contacts/')).length).toBe(6);
  });

  it('compares the fields of the list where the details cannot be read', async () => {
    const desk = await openDesk({ contact: id('jane'), world: 'forbidden', calls: 'contact' });
    await bucket(desk, 'Differs').click();
    await expect.poll(() => comparison(desk).getByRole('row').filter({ hasText: 'Account' }).count()).toBe(1);
  });
});

describe('the details', () => {
  it('show in the comparison what lists leave out, and in what would be lost', async () => {
    const desk = await openDesk({ contact: id('olena') }, async () => {});
    await desk.panel.getByText('Only the fields shown in the list were checked').waitFor();
    await desk.editContact(id('olena'), { title: 'CFO' });
    await compare(desk, 'Differs');
    await desk.panel
      .getByText('Only the fields shown in the list were checked')
      .waitFor({ state: 'detached' });
  });
});

describe('the choice of records', () => {
  it('leaves out those for whom little speaks, until the agent takes them in', async () => {
    const desk = await openDesk({ contact: id('piet') });
    await expect.poll(() => desk.panel.getByRole('status').textContent()).toMatch(/^3 possible/);
    const lieve = desk.panel.getByRole('listitem').filter({ hasText: 'Lieve Claes' }).getByRole('checkbox');
    expect(await lieve.isChecked()).toBe(false);
    await expect.poll(() => primary(desk).getByRole('radio').count()).toBe(3);
    await lieve.check();
    await expect.poll(() => primary(desk).getByRole('radio').count()).toBe(4);
  });
});

describe('the record to keep', () => {
  it('is suggested with its reasons, and the agent may choose another', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await primary(desk).getByText('Keep contact A.').waitFor();
    expect(await primary(desk).textContent()).toContain('portal login (can’t be merged away)');
    await plan(desk).getByText('Merge into contact A: B.').waitFor();
    await primary(desk).getByRole('radio', { name: /^B/ }).check();
    await plan(desk).getByText('Portal users can’t be merged into another contact: A.').waitFor();
    expect(await plan(desk).getByText('Merge into contact B: A.').count()).toBe(0);
  });

  it('takes tickets into account once they are counted, which costs a call for each record', async () => {
    const desk = await openDesk({ contact: id('olena') }, async () => {});
    await primary(desk).getByRole('button', { name: 'Count tickets (2 API calls)' }).click();
    await primary(desk)
      .getByText(/^Contact A: [\d,]+ tickets? · Contact B: [\d,]+ tickets?$/)
      .waitFor();
    expect((await paths(desk)).filter((path) => path?.endsWith('/statistics'))).toHaveLength(2);
  });
});

describe('the merge plan', () => {
  it('names what would be lost, and that a merge cannot be undone', async () => {
    const desk = await openDesk({ contact: id('jane') });
    const lost = plan(desk).getByRole('list', { name: 'Lost in the merge' });
    await expect
      .poll(() => lost.getByRole('listitem').allTextContents())
      .toEqual(['Account Globex NederlandB']);
    await plan(desk).getByText('A merge cannot be undone.').waitFor();
  });

  it('says why Desk may not offer to merge, and where it does all the same', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await plan(desk).getByText('Can’t merge in Desk?').click();
    await plan(desk).getByText('Spam, Anonymous and Trash views').waitFor();
    await plan(desk).getByText('share no match field').waitFor();
    await expectAccessible(desk);
  });

  it('follows the choice of a value, field by field', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await plan(desk).getByText('Preview the merged contact').click();
    await plan(desk).getByLabel('Contact whose value is kept (Account)').selectOption({ label: 'B' });
    const lost = plan(desk).getByRole('list', { name: 'Lost in the merge' });
    await expect.poll(() => lost.getByRole('listitem').allTextContents()).toEqual(['Account Acme BVA']);
  });

  it('says what keeps records from being merged', async () => {
    const desk = await openDesk({ contact: id('jose') });
    await plan(desk).getByText('Linked to different CRM records: A and D.').waitFor();
  });

  it('opens the record in Desk, and turns into a list to tick off', async () => {
    const desk = await openDesk({ contact: id('jane') }, (page) =>
      page.context().route('https://desk.zoho.eu/**', (route) => route.fulfill({ body: 'Desk' })),
    );
    const opened = desk.page.waitForEvent('popup');
    await desk.panel.getByRole('button', { name: 'Merge in Desk' }).click();
    expect((await opened).url()).toContain(`#Contacts/dv/${id('jane')}`);
    await plan(desk).getByRole('checkbox', { name: 'Merge into contact A: B.' }).check();
    expect((await desk.requests()).every(({ type }) => type === 'GET')).toBe(true);
  });

  it('says so when the merged records are gone on the next look', async () => {
    const desk = await openDesk({ contact: id('jose') }, (page) =>
      page.context().route('https://desk.zoho.eu/**', (route) => route.fulfill({ body: 'Desk' })),
    );
    await desk.panel.getByRole('button', { name: 'Merge in Desk' }).click();
    await desk.editContact(id('josePlain'), { isDeleted: true });
    await desk.panel.getByRole('button', { name: 'Refresh' }).click();
    await desk.panel.getByText('Merged: Jose Maria Garcia Fernandez.').waitFor();
  });

  it('says so too when nobody else is left', async () => {
    const desk = await openDesk({ contact: id('olena') }, (page) =>
      page.context().route('https://desk.zoho.eu/**', (route) => route.fulfill({ body: 'Desk' })),
    );
    await desk.panel.getByRole('button', { name: 'Merge in Desk' }).click();
    const { others } = await mergedInto(desk);
    await desk.editContact(id(others), { isDeleted: true });
    await desk.panel.getByRole('button', { name: 'Refresh' }).click();
    await desk.panel.getByText(/^Merged: /).waitFor();
  });

  it('does not take a record that was edited for a merged one, and keeps the plan over a refresh', async () => {
    const desk = await openDesk({ contact: id('jose') }, (page) =>
      page.context().route('https://desk.zoho.eu/**', (route) => route.fulfill({ body: 'Desk' })),
    );
    await primary(desk)
      .getByRole('radio', { name: /JOSE MARIA GARCIA/ })
      .check();
    await desk.panel.getByRole('button', { name: 'Merge in Desk' }).click();
    await plan(desk).getByRole('checkbox').first().check();
    await desk.editContact(id('josePlain'), { email: 'other@olivar.example' });
    await desk.panel.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => desk.panel.getByRole('status').textContent()).toMatch(/^2 possible/);
    expect(await desk.panel.getByText(/^Merged: /).count()).toBe(0);
    const kept = primary(desk).getByRole('radio', { name: /JOSE MARIA GARCIA/ });
    await expect.poll(() => kept.isChecked()).toBe(true);
  });
});

describe('a long list', () => {
  const colleague = String(
    [...portal.contacts.values()].find((contact) => contact.phone === '+49 30 23125 100')?.id,
  );
  const cards = ({ panel }: LocalDesk) =>
    panel.getByRole('list', { name: 'Possible duplicates' }).getByRole('listitem');

  it('can be searched, sorted, and chosen from, up to five', async () => {
    const desk = await openDesk({ contact: colleague });
    // Forty share the number, and one of another company the name.
    await expect.poll(() => cards(desk).count()).toBe(41);
    expect(await comparison(desk).count()).toBe(0);

    await desk.panel.getByLabel('Search').fill('moretti');
    await expect.poll(() => cards(desk).count()).toBeLessThan(10);
    await desk.panel.getByLabel('Search').fill('');
    await desk.panel.getByLabel('Sort by').selectOption('name');
    const names = await cards(desk).locator('bdi:first-child').allTextContents();
    expect(names.length).toBeGreaterThan(39);

    const boxes = desk.panel.getByRole('checkbox', { name: /^Compare / });
    for (const index of [0, 1, 2, 3, 4]) await boxes.nth(index).check();
    expect(await boxes.nth(5).isDisabled()).toBe(true);
    await comparison(desk).waitFor();
    await expectAccessible(desk);
  });
});

describe('the keyboard', () => {
  it('goes the whole way, from the first answer to the merge in Desk', async () => {
    const desk = await openDesk({ contact: id('jane') }, (page) =>
      page.context().route('https://desk.zoho.eu/**', (route) => route.fulfill({ body: 'Desk' })),
    );
    await bucket(desk, 'Differs').waitFor();
    await desk.panel.getByRole('button', { name: 'Refresh' }).focus();
    await tabTo(desk, 'Differs');
    await desk.page.keyboard.press('Enter');
    await comparison(desk).getByRole('row').first().waitFor();
    await tabTo(desk, 'A');
    await desk.page.keyboard.press('ArrowRight');
    await expect.poll(() => primary(desk).getByRole('radio', { name: /^B/ }).isChecked()).toBe(true);
    await desk.page.keyboard.press('ArrowLeft');
    await tabTo(desk, 'Copy what would be lost');
    await tabTo(desk, 'Preview the merged contact');
    await desk.page.keyboard.press('Enter');
    await plan(desk).getByLabel('Contact whose value is kept (Account)').waitFor();
    await tabTo(desk, 'Merge in Desk');
    const opened = desk.page.waitForEvent('popup');
    await desk.page.keyboard.press('Enter');
    expect((await opened).url()).toContain('#Contacts/dv/');
  });
});

/** Which of olena's two records the plan merges into the other. */
async function mergedInto(desk: LocalDesk): Promise<{ others: string }> {
  const text = (await plan(desk).getByRole('listitem').first().textContent()) ?? '';
  return { others: text.endsWith(': B.') ? 'olenaLatin' : 'olena' };
}

/** Presses Tab until the focus is on what is called `name`; fails after as many stops as the panel has at most. */
async function tabTo(desk: LocalDesk, name: string) {
  for (let stops = 0; stops < 40; stops++) {
    await desk.page.keyboard.press('Tab');
    const text = await desk.panel.locator(':focus').evaluate((element) => {
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : null;
      return (label ?? element).textContent ?? '';
    });
    if (text.trim().startsWith(name)) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

describe('every width', () => {
  it.each([
    ['280', 'longest'],
    ['340', 'longest'],
    ['420', 'jose'],
    ['720', 'jose'],
    ['1200', 'jose'],
    ['280', 'jose'],
  ] as const)('shows long values whole at %s px: %s', async (width, key) => {
    const desk = await openDesk({ contact: id(key), width });
    await compare(desk, 'Differs');
    const overflow = await desk.panel.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBe(0);
  });
});
