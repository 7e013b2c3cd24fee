import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { createSamplePortal } from '../desk/portal';
import { expectAccessible, type LocalDesk, useLocalDesk } from './local-desk';

const openDesk = useLocalDesk();
const portal = createSamplePortal();
const id = (key: string) => portal.idOf(key);

const oneStrong = '1 possible duplicate · 1 strong match';
const none = 'No duplicates found. Checked: email, phone, and full name.';

async function expectStatus({ panel }: LocalDesk, text: string) {
  await expect.poll(() => panel.getByRole('status').textContent()).toBe(text);
}

describe('the registration by Desk', () => {
  it('misses a panel that loads too late, and a reload helps', async () => {
    const desk = await openDesk({ contact: id('jane') }, async (page) => {
      await page.clock.install();
      await loadLate(page);
    });
    await desk.panel.locator('script[src*="widget.js"]').waitFor({ state: 'attached' });
    for (let seconds = 0; seconds < 25; seconds += 5) await desk.page.clock.runFor(5_000);
    await desk.panel.getByRole('alert').getByText('The panel couldn’t start').waitFor();
    await desk.page.unroute('**/app/widget.html*');
    await desk.panel.getByRole('button', { name: 'Try again' }).click();
    await expectStatus(desk, oneStrong);
  });

  it('changes nothing the second time, and the panel still follows the agent', async () => {
    const desk = await openDesk({ contact: id('jane'), events: 'on' }, async () => {});
    await expectStatus(desk, oneStrong);
    await desk.registerAgain();
    await expectStatus(desk, oneStrong);
    expect(await desk.requests('groupContacts')).toHaveLength(3);
    await desk.openContact(id('sofia'));
    await expectStatus(desk, none);
  });

  it('leaves the panel in English where it lists the languages of the manifest', async () => {
    const desk = await openDesk({ contact: id('jane'), localeForm: 'list' });
    await expectStatus(desk, oneStrong);
    expect(await desk.panel.locator('html').getAttribute('lang')).toBe('en');
  });

  it.each(['localeResource', 'localeResources', 'missing'] as const)(
    'is understood with its texts under %s',
    async (texts) => {
      await expectStatus(await openDesk({ contact: id('jane'), texts }), oneStrong);
    },
  );
});

describe('messages from strangers', () => {
  it('leave the panel as it is', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await expectStatus(desk, oneStrong);
    await desk.panel.locator('html').evaluate(async () => {
      const event = { type: '__EVENT__', eventName: 'ticket_Shift', data: null };
      const response = { type: '__EVENT_RESPONSE__', promiseID: 'Promise1', isSuccess: false };
      for (const message of [null, 'hello', {}, event, response]) postMessage(message, '*');
      await new Promise((resolve) => setTimeout(resolve));
    });
    await desk.page.evaluate(() => postMessage({ type: '__REGISTER__' }, '*'));
    // The SDK itself stumbles over a message without data.
    await expect.poll(desk.takeErrors).toEqual([expect.stringContaining('null')]);
    await desk.openContact(id('sofia'));
    await expectStatus(desk, none);
  });
});

describe('another ticket', () => {
  it('is followed by itself', async () => {
    const desk = await openDesk({ contact: id('jane'), location: 'desk.ticket.detail.rightpanel' });
    await expectStatus(desk, oneStrong);
    await desk.page.getByRole('link', { name: 'Sofia', exact: false }).first().click();
    await expectStatus(desk, none);
  });
});

describe('a browser that blocks what frames store', () => {
  it('costs nothing but the answers that would be kept over a reload', async () => {
    const desk = await openDesk({ contact: id('jane'), browserStorage: 'blocked' });
    await expectStatus(desk, oneStrong);
    await desk.panel.getByRole('button', { name: 'Not the same person' }).click();
    await expectStatus(desk, 'No possible duplicates left. 1 contact was marked as a different person.');
    await desk.page.reload();
    await expectStatus(desk, 'No possible duplicates left. 1 contact was marked as a different person.');
    expect(await desk.requests('groupContacts')).toHaveLength(3);
  });
});

describe('the frame', () => {
  it.each(['none', 'clipboard', 'sandboxed'] as const)(
    'lets the panel work and copy with these attributes: %s',
    async (frame) => {
      const desk = await openDesk({ contact: id('jane'), frame }, (page) =>
        page.context().grantPermissions(['clipboard-read', 'clipboard-write']),
      );
      await expectStatus(desk, oneStrong);
      await desk.chooseInMenu('Copy summary');
      await desk.panel.getByText('Copied').first().waitFor();
      expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toContain('Jane Van Dijk');
    },
  );

  it('offers a copy beside a file that a sandbox does not save', async () => {
    const desk = await openDesk({ contact: id('jane'), frame: 'sandboxed' });
    await desk.chooseInMenu('Export CSV');
    await desk.panel.getByRole('button', { name: 'File didn’t save? Copy it instead' }).click();
    await desk.panel.getByText('Copied').first().waitFor();
    await expectAccessible(desk);
  });

  it('has an origin of its own, which may connect to no host but those of Zoho', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await expectStatus(desk, oneStrong);
    const inside = desk.panel.locator('html');
    expect(await inside.evaluate(() => location.origin)).not.toBe(new URL(desk.page.url()).origin);
    const ownFile = inside.evaluate(() => fetch('translations/en.json').then(({ ok }) => ok));
    await expect(ownFile).rejects.toThrow('Failed to fetch');
    await expect.poll(() => desk.takeErrors().join()).toContain('Content Security Policy');
  });
});

describe('while the connection waits for authorization', () => {
  it.each([
    ['agentPending', 'This extension is pending authorization from your administrator.'],
    ['lightAgent', 'Light agents see no extensions here.'],
  ] as const)('Desk shows a notice in place of the panel: %s', async (authorized, notice) => {
    const desk = await openDesk({ authorized });
    await desk.page.getByText(notice).waitFor();
    expect(await desk.page.locator('iframe').count()).toBe(0);
  });

  it('Desk asks the administrator for it, and then shows the panel', async () => {
    const desk = await openDesk({ contact: id('jane'), authorized: 'administratorPending' });
    await desk.page.getByText('Authorize the extension to start using it with Zoho Desk.').waitFor();
    expect(await desk.page.locator('iframe').count()).toBe(0);
    await desk.page.getByRole('button', { name: 'Authorize' }).click();
    await expectStatus(desk, oneStrong);
  });
});

describe('the answers of Desk', () => {
  it.each(['text', 'object', 'json', 'rejected', 'encodedTwice', 'mobile'] as const)(
    'are understood as %s, also where they are empty',
    async (envelope) => {
      const desk = await openDesk({ contact: id('jane'), envelope });
      await expectStatus(desk, oneStrong);
      await desk.openContact(id('sofia'));
      await expectStatus(desk, none);
    },
  );

  it.each([
    ['forbidden', 'You don’t have permission to view these contacts'],
    ['unreachable', 'You are offline'],
    ['reportInstead', 'This portal is too large to answer right away'],
  ] as const)('are understood where they are rejected: %s', async (world, title) => {
    const desk = await openDesk({ contact: id('jane'), world, envelope: 'rejected' });
    await desk.panel.getByRole('alert').getByText(title).first().waitFor();
  });

  it('are understood where groups are counted from 1', async () => {
    const driver = [...portal.contacts.values()].find(
      (contact) => contact.email === 'dispatch@harbourquay.example',
    );
    const desk = await openDesk({ contact: String(driver?.id), countsFrom: '1' });
    await desk.panel.getByRole('button', { name: 'Load the rest' }).click();
    await expectStatus(desk, '259 possible duplicates');
  });

  it('are no failure where an empty storage is refused', async () => {
    const desk = await openDesk({ contact: id('jane'), storage: 'emptyRefused' });
    await expectStatus(desk, oneStrong);
    await desk.panel.getByRole('button', { name: 'Not the same person' }).click();
    await expectStatus(desk, 'No possible duplicates left. 1 contact was marked as a different person.');
    expect(await desk.panel.getByRole('alert').count()).toBe(0);
  });
});

describe('the bar of the local Desk', () => {
  it('shows every state of Desk at once, whatever answers were kept before', async () => {
    const desk = await openDesk({ contact: id('jane') });
    await expectStatus(desk, oneStrong);
    await desk.page.getByLabel('world').selectOption('forbidden');
    await desk.panel
      .getByRole('alert')
      .getByText('You don’t have permission to view these contacts')
      .first()
      .waitFor();
    await desk.page.getByLabel('world').selectOption('noGroups');
    await expectStatus(desk, none);
    await desk.page.getByLabel('world').selectOption('usual');
    await expectStatus(desk, oneStrong);
  });
});

/** Runs the panel's module only after Desk has registered the widget. */
async function loadLate(page: Page) {
  await page.route('**/app/widget.html*', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(
      /<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/,
      `<script>
        addEventListener('message', () => {
          const module = Object.assign(document.createElement('script'), { type: 'module', src: '$1' });
          document.head.append(module);
        }, { once: true });
      </script>`,
    );
    // This script of the test's own is none that the policy would allow.
    const { 'content-security-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, body, headers });
  });
}
