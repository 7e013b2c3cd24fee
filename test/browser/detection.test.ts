import { describe, expect, it } from 'vitest';
import texts from '../../app/translations/en.json';
import { createSamplePortal, duplicatesOf, type RawContact } from '../desk/portal';
import { type DeskSettings, expectAccessible, type LocalDesk, useLocalDesk } from './local-desk';

const openDesk = useLocalDesk();
const portal = createSamplePortal();
const id = (key: string) => portal.idOf(key);

const status = ({ panel }: LocalDesk) => panel.getByRole('status');
const cards = ({ panel }: LocalDesk) =>
  panel.getByRole('list', { name: 'Possible duplicates' }).getByRole('listitem');
const tab = ({ panel }: LocalDesk, name: string) => panel.getByRole('tab', { name });
const calls = async (desk: LocalDesk) =>
  (await desk.requests()).map(({ url, data }) =>
    `${url.split('/api/v1/')[1]} ${data.fieldName ?? ''}`.trim(),
  );

async function expectStatus(desk: LocalDesk, text: string) {
  await expect.poll(() => status(desk).textContent(), { timeout: 15_000 }).toBe(text);
}

describe('opening a contact', () => {
  it('finds its duplicates without a click, with the reasons for and against', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    expect(await cards(desk).count()).toBe(2);
    expect(await cards(desk).first().textContent()).toContain('this contact');
    const found = (await cards(desk).last().textContent()) ?? '';
    for (const part of [
      'B',
      'Jane Van Dijk',
      'Strong',
      'same email',
      'different account: Globex Nederland',
    ]) {
      expect(found).toContain(part);
    }
    await desk.panel.getByText('same phone, different format').waitFor();
    await expectAccessible(desk);
  });

  it('shows the right candidates for every sample contact', async () => {
    const desk = await openDesk();
    const everyone = [...portal.contacts.keys()].filter((contactId) => !isDealt(contactId));
    for (const contactId of everyone) {
      await desk.openContact(contactId);
      const { email, secondaryEmail, phone } = rawContact(contactId);
      // Three calls are all that is made without a click, so a fourth value waits for one.
      if (email && secondaryEmail && phone) {
        await desk.panel.getByRole('button', { name: 'Also check secondary email (1 API call)' }).click();
      }
      const others = duplicatesOf(portal, contactId, ['bothEmail', 'phone', 'fullName']);
      const expected =
        others.length === 0 ? /^(No duplicates found|Nothing to check)/ : startOf(others.length);
      await expect
        .poll(() => status(desk).textContent(), { message: contactId, timeout: 10_000 })
        .toMatch(expected);
      if (others.length) expect(await cards(desk).count()).toBe(others.length + 1);
    }
  }, 240_000);

  it('has one quiet line for a contact without duplicates, and says what was checked', async () => {
    const desk = await openDesk({ contact: id('sofia') });
    await expectStatus(desk, 'No duplicates found. Checked: email, phone, and full name.');
    expect(await desk.panel.getByRole('alert').count()).toBe(0);
    await expectAccessible(desk);
  });

  it('names the fields that were not checked because they are empty', async () => {
    const desk = await openDesk({ contact: id('ines') });
    await expectStatus(desk, 'No duplicates found. Checked: email and full name.');
    await desk.panel.getByText('Not checked (empty): phone.').waitFor();
    expect(await calls(desk)).not.toContain('groupContacts phone');
  });

  it('checks the name of a contact that has neither e-mail nor phone', async () => {
    const desk = await openDesk({ contact: id('lastNameOnly') });
    await expectStatus(desk, 'No duplicates found. Checked: full name.');
    expect(await calls(desk)).toContain('groupContacts fullName');
  });

  it('keeps two people with one office phone apart in words', async () => {
    const desk = await openDesk({ contact: id('miriam') });
    await expectStatus(desk, '1 possible duplicate');
    const card = (await cards(desk).last().textContent()) ?? '';
    for (const part of ['Tunde Adeyemi', 'Weak', 'same phone', 'same phone, different name'])
      expect(card).toContain(part);
  });

  it('calls a phone on many contacts a switchboard', async () => {
    const colleague = [...portal.contacts.values()].find((contact) => contact.phone === '+49 30 23125 100');
    const desk = await openDesk({ contact: String(colleague?.id) });
    await expectStatus(desk, '40 possible duplicates');
    await desk.panel.getByText('40 contacts have this phone (probably a switchboard)').first().waitFor();
  });

  it('filters by the field that found a contact', async () => {
    const desk = await openDesk({ contact: id('jose') });
    await expectStatus(desk, '3 possible duplicates · 2 strong matches');
    await tab(desk, 'Email (3)').click();
    await expect.poll(() => tab(desk, 'Email (3)').getAttribute('aria-selected')).toBe('true');
    expect(await cards(desk).count()).toBe(4);
  });

  it('goes through the tabs with the arrow keys', async () => {
    const desk = await openDesk({ contact: id('jose') });
    await tab(desk, 'All (3)').focus();
    await desk.page.keyboard.press('ArrowRight');
    await expect.poll(() => tab(desk, 'Email (3)').getAttribute('aria-selected')).toBe('true');
    await desk.page.keyboard.press('Home');
    await expect.poll(() => tab(desk, 'All (3)').getAttribute('aria-selected')).toBe('true');
  });

  it('checks further fields when told to, and says what that costs', async () => {
    const desk = await openDesk({ contact: id('annaBerlin') });
    await expectStatus(desk, '1 possible duplicate');
    const before = (await calls(desk)).length;
    await desk.panel.getByRole('button', { name: 'Also check last name (1 API call)' }).click();
    await desk.panel
      .getByRole('button', { name: 'Also check last name (1 API call)' })
      .waitFor({ state: 'detached' });
    expect((await calls(desk)).length).toBe(before + 1);
    await desk.panel.getByText('spam', { exact: true }).waitFor();
  });
});

describe('looking further', () => {
  it('says its price before, and what it spent and compared after', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    const before = (await calls(desk)).length;
    await desk.panel.getByRole('button', { name: /^Look further \(up to \d+ API calls\)$/ }).click();
    const line = desk.panel.getByText(
      /^Looked further \(\d+ API calls\)\. Compared: contacts of the account/,
    );
    await line.waitFor();
    const spent = Number(/\d+/.exec((await line.textContent()) ?? '')?.[0]);
    expect((await calls(desk)).length).toBe(before + spent);
    await expectAccessible(desk);
  });
});

describe('a value on very many contacts', () => {
  const driver = String(
    [...portal.contacts.values()].find(({ email }) => email === 'dispatch@harbourquay.example')?.id,
  );

  it('is read for one page by itself, and to the end when told to', async () => {
    const desk = await openDesk({ contact: driver }, async () => {});
    await expectStatus(desk, '99 possible duplicates');
    await desk.panel
      .getByText('Showing the first 100 contacts with this value (email). There are more.')
      .waitFor();
    expect((await calls(desk)).filter((call) => call === 'groupContacts bothEmail')).toHaveLength(1);
    await desk.panel.getByRole('button', { name: 'Load the rest' }).click();
    await expectStatus(desk, '259 possible duplicates');
    expect((await calls(desk)).filter((call) => call === 'groupContacts bothEmail')).toHaveLength(3);
  });

  it('has duplicates also for a contact that is on a later page', async () => {
    const changedAt = (contact: RawContact) => String(portal.details.get(String(contact.id))?.modifiedTime);
    // Desk gives a group in the order in which its contacts were changed.
    const drivers = [...portal.contacts.values()]
      .filter(({ email }) => email === 'dispatch@harbourquay.example')
      .sort((a, b) => (changedAt(a) < changedAt(b) ? -1 : 1));
    const desk = await openDesk({ contact: String(drivers[200]?.id) });
    await expectStatus(desk, '100 possible duplicates');
    expect(await cards(desk).first().textContent()).toContain('this contact');
    await desk.panel.getByRole('button', { name: 'Load the rest' }).click();
    await expectStatus(desk, '259 possible duplicates');
  });

  it('keeps the search and the order of the agent over a refresh', async () => {
    const desk = await openDesk({ contact: driver }, async () => {});
    await expectStatus(desk, '99 possible duplicates');
    const search = desk.panel.getByRole('searchbox', { name: 'Search' });
    await search.fill('nobody is called that');
    await desk.panel.getByText(texts.nobodyFound).waitFor();
    const before = (await calls(desk)).length;
    await desk.panel.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(async () => (await calls(desk)).length).toBeGreaterThan(before + 2);
    await expectStatus(desk, '99 possible duplicates');
    expect(await search.inputValue()).toBe('nobody is called that');
  });

  it('can be stopped on the way', async () => {
    const desk = await openDesk({ contact: driver, world: 'slow' });
    await desk.panel.getByRole('button', { name: 'Load the rest' }).click({ timeout: 15_000 });
    await desk.panel.getByRole('button', { name: 'Stop' }).click();
    await expectStatus(desk, '99 possible duplicates');
    await desk.panel.getByRole('button', { name: 'Load the rest' }).waitFor();
  });
});

describe('the keyboard', () => {
  const focused = ({ panel }: LocalDesk) =>
    panel.locator(':focus').evaluate((element) => element.textContent ?? '');

  it('is not left nowhere by a button that goes away', async () => {
    const desk = await openDesk({ contact: id('annaBerlin') });
    await desk.panel.getByRole('button', { name: 'Also check last name (1 API call)' }).press('Enter');
    await expect.poll(() => focused(desk)).toMatch(/Duplicates|Also check/);
    await desk.openGroup('189200000004010003');
    await desk.panel.getByRole('button', { name: 'Close group' }).press('Enter');
    await expect.poll(() => focused(desk)).toBe('Duplicates');
  });
});

describe('credits', () => {
  it('costs three calls for each contact', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    expect((await calls(desk)).sort()).toEqual([
      'groupContacts bothEmail',
      'groupContacts fullName',
      'groupContacts phone',
    ]);
    await desk.openContact(id('jose'));
    await expectStatus(desk, '3 possible duplicates · 2 strong matches');
    expect((await calls(desk)).length).toBe(6);
  });

  it('costs nothing to come back within a quarter of an hour, also after a reload', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    await desk.openContact(id('sofia'));
    await expectStatus(desk, 'No duplicates found. Checked: email, phone, and full name.');
    const before = (await calls(desk)).length;
    await desk.openContact(id('jane'));
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    expect((await calls(desk)).length).toBe(before);

    await desk.page.reload();
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    expect(await calls(desk)).toEqual([]);
  });

  it('asks again after a quarter of an hour', async () => {
    const desk = await openDesk({ contact: id('jane') }, (page) => page.clock.install());
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    await desk.page.clock.fastForward(16 * 60_000);
    await desk.openContact(id('sofia'));
    await expectStatus(desk, 'No duplicates found. Checked: email, phone, and full name.');
    await desk.openContact(id('jane'));
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    expect((await calls(desk)).filter((call) => call === 'groupContacts bothEmail')).toHaveLength(3);
  });

  it('asks only for the other values of a member of a shown group', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    const before = (await calls(desk)).length;
    await desk.openContact(id('janeWork'));
    await expect.poll(() => cards(desk).first().textContent()).toContain('Jane Van Dijk');
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    expect((await calls(desk)).slice(before)).toEqual(['groupContacts phone']);
  });

  it('goes past what is kept on Refresh', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    await desk.panel.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(async () => (await calls(desk)).length).toBe(6);
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
  });

  it("asks for the portal's own match field where another one is empty", async () => {
    const desk = await openDesk({ contact: id('ines'), defaultField: 'lastName' }, async () => {});
    await expect
      .poll(async () => (await calls(desk)).sort())
      .toEqual([
        'contactsDeduplication/defaultFieldName',
        'groupContacts bothEmail',
        'groupContacts fullName',
        'groupContacts lastName',
      ]);
  });

  it.each(['email', 'bothEmail', 'lastName', 'none'] as const)(
    'asks for nothing more when that field is %s',
    async (defaultField) => {
      const desk = await openDesk({ contact: id('jane'), defaultField }, async () => {});
      await expectStatus(desk, '1 possible duplicate · 1 strong match');
      expect((await calls(desk)).length).toBe(3);
    },
  );

  it('counts the calls in the diagnostics view, which holds nothing about people', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    await desk.chooseInMenu('Diagnostics');
    const region = desk.panel.getByRole('region', { name: 'Diagnostics' });
    await expect.poll(() => region.textContent()).toContain('API calls3');
    expect(await region.textContent()).not.toMatch(/jane|acme|555/i);
    await expectAccessible(desk);
  });

  it('lists in the diagnostics view which calls were made, and what came back', async () => {
    const rowsOf = async (settings: DeskSettings) => {
      const desk = await openDesk({ contact: id('jane'), ...settings });
      await desk.chooseInMenu('Diagnostics');
      return desk.panel.getByRole('region', { name: texts.diagnostics }).getByRole('row');
    };
    const rows = await rowsOf({});
    await expect.poll(() => rows.allTextContents()).toContain('groupContacts bothEmail1list of 2');
    await expect.poll(() => rows.allTextContents()).toContain('groupContacts phone1empty');
    const failed = await rowsOf({ world: 'scopeMissing', calls: 'groupsByValue' });
    await expect.poll(() => failed.allTextContents()).toContain('groupContacts phone1scopeMissing');
  });
});

describe('when answers fail or come strangely', () => {
  it('shows a field that failed beside the ones that worked', async () => {
    const desk = await openDesk({ contact: id('jane'), world: 'phoneFails' }, (page) => page.clock.install());
    await desk.panel.getByText('Trying again in').waitFor();
    await desk.panel.getByText('Not checked yet: phone.').waitFor();
    await desk.page.clock.runFor(20_000);
    const alert = desk.panel.getByRole('alert');
    await alert.getByText('Not checked: phone.').waitFor();
    expect(await cards(desk).count()).toBe(2);
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    expect(await alert.getByRole('button', { name: 'Try again' }).count()).toBe(1);
  });

  it('says once what ails all fields alike', async () => {
    const desk = await openDesk({ contact: id('jane'), world: 'scopeMissing' });
    await desk.panel.getByRole('alert').getByText('Desk.contacts.READ').waitFor();
    expect(await desk.panel.getByRole('alert').count()).toBe(1);
    expect(await status(desk).textContent()).toBe('');
    await expectAccessible(desk);
  });

  it.each(['text', 'object', 'json'] as const)('understands answers as %s', async (envelope) => {
    const desk = await openDesk({ contact: id('jose'), envelope });
    await expectStatus(desk, '3 possible duplicates · 2 strong matches');
  });

  it('reads the record where Desk tells no more than a name', async () => {
    const desk = await openDesk({ contact: id('jane'), told: 'bare' });
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    expect(await calls(desk)).toContain(`contacts/${id('jane')}`);
  });

  it('never shows an answer under another contact, however late it comes', async () => {
    const desk = await openDesk({ contact: id('jane'), world: 'outOfOrder' });
    await desk.openContact(id('jose'));
    await desk.openContact(id('sofia'));
    await expectStatus(desk, 'No duplicates found. Checked: email, phone, and full name.');
    await desk.page.waitForTimeout(2_500);
    expect(await status(desk).textContent()).toBe(
      'No duplicates found. Checked: email, phone, and full name.',
    );
    expect(await desk.panel.getByText('Jane Van Dijk').count()).toBe(0);
  });
});

describe('the open contact changes', () => {
  it('follows without an event, when the agent comes back to the panel', async () => {
    const desk = await openDesk({ contact: id('jane'), events: 'off' });
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    await desk.openContact(id('sofia'));
    await desk.panel.locator('main').hover();
    await desk.panel.locator('html').evaluate(() => window.dispatchEvent(new Event('focus')));
    await expectStatus(desk, 'No duplicates found. Checked: email, phone, and full name.');
  });

  it('costs no call when the agent comes back to the same contact', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    for (let times = 0; times < 3; times++) {
      await desk.panel.locator('html').evaluate(() => window.dispatchEvent(new Event('focus')));
    }
    await desk.page.waitForTimeout(300);
    expect((await calls(desk)).length).toBe(3);
  });
});

describe('groups by id', () => {
  const group = '189200000004010003';

  it('are remembered for the contact that they hold, and open again', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    await desk.openGroup(group);
    await expectStatus(desk, '3 contacts in this group');
    await tab(desk, 'All (2)').click();
    await expectStatus(desk, '2 possible duplicates · 1 strong match');

    await desk.page.reload();
    await expectStatus(desk, '2 possible duplicates · 1 strong match');
    await tab(desk, 'Group …0003 (2)').waitFor();
    expect(await calls(desk)).toEqual([]);
  });

  it('can be closed, and are then forgotten', async () => {
    const desk = await openDesk({ contact: id('jane') }, async () => {});
    await desk.openGroup(group);
    await expectStatus(desk, '3 contacts in this group');
    await desk.panel.getByRole('button', { name: 'Close group' }).click();
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    await desk.page.reload();
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    expect(await tab(desk, 'Group …0003 (2)').count()).toBe(0);
  });

  it('work without the storage, which the diagnostics view tells', async () => {
    const desk = await openDesk({ contact: id('jane'), storage: 'off' });
    await desk.openGroup(group);
    await expectStatus(desk, '3 contacts in this group');
    await desk.chooseInMenu('Diagnostics');
    await desk.panel.getByText('this group won’t be remembered').waitFor();
    await desk.panel.getByText('doesn’t work', { exact: true }).waitFor();
  });
});

describe('tickets', () => {
  const ticket = 'desk.ticket.detail.rightpanel';

  it("show the ticket's contact by name, and its duplicates", async () => {
    const desk = await openDesk({ location: ticket, contact: id('jane') });
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    expect(await cards(desk).first().textContent()).toContain('Jane van Dijk');
  });

  it('say when nobody is named in them', async () => {
    const desk = await openDesk({ location: ticket, ticketContact: 'none' });
    await desk.panel.getByText('This ticket has no contact.').waitFor();
    await expectAccessible(desk);
  });

  it('are left alone where the administrator said so', async () => {
    const desk = await openDesk({ location: ticket, config: '[{"name":"skip_tickets","value":"true"}]' });
    await desk.panel.getByText('Duplicate checks are turned off for tickets').waitFor();
    expect(await calls(desk)).toEqual([]);
  });
});

describe('settings', () => {
  it.each([
    '[{"name":"checked_fields","value":"phone"}]',
    '{"checked_fields":"phone"}',
    '{"variables":[{"name":"checked_fields","value":"phone"}]}',
    '{"config":[{"name":"checked_fields","value":["phone"]}]}',
  ])('say which fields are checked: %s', async (config) => {
    const desk = await openDesk({ contact: id('sofia'), config }, async () => {});
    await expectStatus(desk, 'No duplicates found. Checked: phone.');
    expect(await calls(desk)).toEqual(['groupContacts phone']);
  });
});

describe('all groups of the portal', () => {
  it('are listed, most frequent first, and open', async () => {
    const desk = await openDesk({ contact: id('sofia') });
    await desk.chooseInMenu('Browse duplicates');
    const values = desk.panel
      .getByRole('list', { name: 'Values shared by several contacts' })
      .getByRole('button');
    await values.first().waitFor();
    expect(await values.first().textContent()).toContain('260 contacts');
    await expectAccessible(desk);
    await values.filter({ hasText: 'olena@dniprotex.example' }).click();
    await expectStatus(desk, '2 contacts in this group');
    await desk.panel.getByText('The open contact is not in this group.').waitFor();
  });

  it('are narrowed by field and by first letters', async () => {
    const desk = await openDesk();
    await desk.chooseInMenu('Browse duplicates');
    await desk.panel.getByLabel('Match field').selectOption('phone');
    await desk.panel.getByRole('button', { name: /\+49 30 23125 100/ }).waitFor();
    await desk.panel.getByLabel('Starts with').fill('+44');
    await desk.page.keyboard.press('Enter');
    await expect.poll(() => desk.panel.getByRole('button', { name: /\+49 30 23125 100/ }).count()).toBe(0);
    await desk.panel.getByRole('button', { name: /\+44 20 7946 0711/ }).waitFor();
    await desk.panel.getByRole('button', { name: 'Refresh' }).click();
    await desk.panel.getByRole('button', { name: /\+44 20 7946 0711/ }).waitFor();
    expect(await desk.panel.getByLabel('Match field').inputValue()).toBe('phone');
    expect(await desk.panel.getByLabel('Starts with').inputValue()).toBe('+44');
  });

  it('open by their id where Desk gives one', async () => {
    const desk = await openDesk();
    await desk.chooseInMenu('Browse duplicates');
    await desk.panel
      .getByRole('button', { name: /amira\.haddad|dispatch@/ })
      .first()
      .waitFor();
    await desk.panel.getByLabel('Match field').selectOption('phone');
    await desk.panel.getByRole('button', { name: /\+49 30 23125 100/ }).click();
    await expectStatus(desk, '40 contacts in this group');
  });

  it('have their own explanation in a portal too large to list', async () => {
    const desk = await openDesk({ contact: id('jane'), world: 'largePortal' });
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
    await desk.chooseInMenu('Browse duplicates');
    await desk.panel.getByRole('alert').getByText('Duplicates of a single contact are still found').waitFor();
    await desk.panel.getByRole('button', { name: 'Back' }).click();
    await expectStatus(desk, '1 possible duplicate · 1 strong match');
  });
});

function rawContact(contactId: string): RawContact {
  const contact = portal.contacts.get(contactId);
  if (!contact) throw new Error(`no contact ${contactId}`);
  return contact;
}

/** Whether a contact is one of the two large groups, whose members are all alike. */
function isDealt(contactId: string): boolean {
  const { email, phone } = rawContact(contactId);
  return email === 'dispatch@harbourquay.example' || phone === '+49 30 23125 100';
}

/** The fields that are checked by themselves for a contact: e-mail and phone, or the name where both are empty. */

function startOf(count: number): RegExp {
  return new RegExp(`^${count} possible duplicates?`);
}
