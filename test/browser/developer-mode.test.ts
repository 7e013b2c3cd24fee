import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { serveDeveloperMode } from '../../.ci/developer-server';
import manifest from '../../plugin-manifest.json';
import type { LocalDeskPage } from '../desk/local-desk-page';
import { sdkAddress } from '../desk/server';

const connection = {
  type: 'connectors' as const,
  connectionLinkName: 'my_desk',
  connectionName: 'My Desk',
  serviceName: 'zlabs_integration' as const,
  userAccess: true as const,
  isUserDefinedService: false as const,
  sharedBy: '1000987654',
  scope: ['Desk.contacts.READ'],
};

let developerMode: Awaited<ReturnType<typeof serveDeveloperMode>>;
let browser: Browser;
let context: BrowserContext;
let errors: string[];

beforeAll(async () => {
  developerMode = await serveDeveloperMode({ connection, port: 0 });
  browser = await chromium.connect(inject('browserUrl'));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await developerMode.server.close();
});

beforeEach(async () => {
  // As somebody who has accepted the certificate.
  context = await browser.newContext({ ignoreHTTPSErrors: true });
  errors = [];
});
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
});

/** The local Desk, with the widget that developer mode serves, and the local Desk's own script in place of Zoho's. */
async function openDesk(): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  const standIn = await fetch(`${inject('deskUrl')}test/desk/ZohoDeskClientSDK.min.js`);
  const body = await standIn.text();
  await page.route(sdkAddress, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.goto(`${inject('deskUrl')}?developer=${new URL(developerMode.origin).port}`);
  return page;
}

const found = (page: Page) => page.frameLocator('#widget').getByRole('status').textContent();

describe('developer mode', () => {
  it('shows the widget in Desk, from the sources, over https, with the connection', async () => {
    const page = await openDesk();
    await expect.poll(() => found(page)).toMatch(/\d+ possible duplicate/);
    const src = await page.locator('#widget').getAttribute('src');
    expect(src).toContain(`${developerMode.origin}/app/widget.html?serviceOrigin=`);
    const requests = await page.evaluate(
      () => (window as unknown as { localDesk: LocalDeskPage }).localDesk.requests,
    );
    expect(new Set(requests.map(({ connectionLinkName }) => connectionLinkName))).toEqual(
      new Set(['my_desk']),
    );
  });

  it('reloads the widget, which registers again, when a source was edited', async () => {
    const page = await openDesk();
    await expect.poll(() => found(page)).toMatch(/\d+ possible duplicate/);
    await page.evaluate(() => {
      document.querySelector('#widget')?.addEventListener('load', () => {
        document.body.dataset.reloaded = 'yes';
      });
    });
    // What Vite sends then.
    developerMode.server.ws.send({ type: 'full-reload' });
    await expect.poll(() => page.locator('body').getAttribute('data-reloaded')).toBe('yes');
    await expect.poll(() => found(page)).toMatch(/\d+ possible duplicate/);
  });

  it("gives Desk's page the manifest with the connection, and the resources", async () => {
    const page = await context.newPage();
    await page.goto(inject('deskUrl'));
    const read = (path: string) =>
      page.evaluate(async (url) => (await fetch(url)).json(), `${developerMode.origin}${path}`);
    expect(await read('/plugin-manifest.json')).toEqual({
      ...manifest,
      zohoAuthorisation: connection,
      name: 'duplicate-contacts',
    });
    expect(await read('/resources.json')).toEqual({});
  });

  it('shows where it is opened by itself that it is there', async () => {
    const page = await context.newPage();
    await page.goto(developerMode.origin);
    expect(await page.textContent('body')).toContain('my_desk');
  });

  it('keeps its key and the sources to itself', async () => {
    const page = await context.newPage();
    await page.goto(developerMode.origin);
    const key = await page.goto(`${developerMode.origin}/build/certificate/_cert.pem`);
    expect(key?.status()).toBe(403);
    await page.goto(inject('deskUrl'));
    const read = page.evaluate((url) => fetch(url), `${developerMode.origin}/src/main.tsx`);
    await expect(read).rejects.toThrow('Failed to fetch');
  });
});
