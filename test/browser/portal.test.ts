import { request as ask } from 'node:http';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import texts from '../../app/translations/en.json';
import { problems } from '../desk/api-answer';
import { openPortal } from '../portal/open-portal';
import { livePortal } from '../portal/server';
import { type StandIn, startStandIn } from '../portal/stand-in';
import { type LocalDesk, useLocalDesk } from './local-desk';

let zoho: StandIn;
let server: ViteDevServer;
beforeAll(async () => {
  zoho = await startStandIn();
  const portal = await openPortal(zoho.environment);
  if (!portal.ok) throw new Error(portal.error);
  server = await createServer({
    mode: 'development',
    logLevel: 'silent',
    cacheDir: 'node_modules/.vite/portal-test',
    plugins: [livePortal(portal.value.settings, portal.value.signIn)],
    server: { port: 0, hmr: false },
  });
  await server.listen();
});
afterAll(async () => {
  await server.close();
  await zoho.close();
});
beforeEach(() => {
  zoho.set({});
  zoho.asked.length = 0;
});

function port(): number {
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

const openDesk = useLocalDesk(() => `http://127.0.0.1:${port()}/`);
const duplicateOfJane = (panel: LocalDesk['panel']) =>
  panel.getByText('Jane.vanDijk@acme.example', { exact: true });
const openJane = () => openDesk({ contact: zoho.portal.idOf('jane') });

describe('the local Desk over a live portal', () => {
  it('shows whose data it is, and the duplicates that the portal told', async () => {
    const { page, panel } = await openJane();
    await duplicateOfJane(panel).waitFor();
    expect(await page.getByRole('status').first().textContent()).toBe(
      `Live data of portal ${zoho.portal.orgId} (desk.zoho.eu) – real people, read only.`,
    );
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Jane van Dijk');
  });

  it('sends GETs, and writes nothing but into this browser', async () => {
    const { page, panel } = await openJane();
    await panel.getByRole('button', { name: texts.notSamePerson }).first().click();
    const stored = () => page.evaluate(() => Object.keys(sessionStorage).some((key) => key.includes('d:18')));
    await expect.poll(stored).toBe(true);
    expect(zoho.asked.length).toBeGreaterThan(2);
    expect(zoho.asked.filter((call) => !call.startsWith('GET /api/v1/'))).toEqual([]);
  });

  it('opens a contact by its id, or by its address in Desk', async () => {
    const { page, panel } = await openDesk();
    await panel.getByText(texts.contactNotTold.replace('{refresh}', texts.refresh)).waitFor();
    const amira = zoho.portal.idOf('amira');
    const field = page.getByRole('textbox', { name: 'Contact ID' });
    await field.fill(`https://desk.zoho.eu/agent/zylker/all/contacts/details/${amira}`);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { name: 'Amira Haddad' }).waitFor();
    expect(new URL(page.url()).searchParams.get('contact')).toBe(amira);
  });

  it('says that nobody has an id', async () => {
    const { page } = await openDesk({ contact: '189200000009999999' });
    await page.getByRole('heading', { name: 'No contact 189200000009999999 could be read.' }).waitFor();
  });

  it('goes on with a new token where the old one has expired', async () => {
    zoho.expireTokens();
    const { panel } = await openJane();
    await duplicateOfJane(panel).waitFor();
  });

  it.each([
    [
      'another scope',
      { answer: problems.scopeMismatch },
      'Desk.contacts.READ',
      texts.error_scopeMissing_title,
    ],
    ['another portal', { answer: problems.wrongPortal }, 'ZOHO_ORG_ID', texts.error_wrongPortal_title],
    [
      'a refused token',
      { answer: problems.unauthorized },
      'ZOHO_DATA_CENTER',
      texts.error_signInRefused_title,
    ],
    ['used up credits', { answer: problems.creditsUsedUp }, 'credits', texts.error_creditsExhausted_title],
    ['too many calls', { answer: problems.tooManyRequests }, 'Too many', texts.error_rateLimited_title],
    ['trouble', { answer: problems.serverError }, '(500)', texts.error_unavailable_title],
    ['HTML', { answer: { status: 502, html: '<h1>Bad</h1>' } }, '(502)', texts.error_unavailable_title],
  ])('tells of %s in the red bar and in the panel', async (_, trouble, advice, title) => {
    const { page, panel } = await openJane();
    await duplicateOfJane(panel).waitFor();
    zoho.set(trouble);
    await panel.getByRole('button', { name: texts.refresh }).click();
    await expect.poll(() => page.getByRole('status').first().textContent()).toContain(advice);
    await panel.getByText(title).first().waitFor();
  });
});

describe('the server of live data', () => {
  interface Asked {
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly method?: string;
  }

  function statusOf({ path = '/live/portal', headers = {}, method = 'GET' }: Asked): Promise<number> {
    const own = { 'x-live-portal': 'page', ...headers };
    return new Promise((done, failed) => {
      const request = ask({ host: '127.0.0.1', port: port(), path, method, headers: own }, (response) => {
        response.resume();
        done(response.statusCode ?? 0);
      });
      request.on('error', failed);
      request.end();
    });
  }

  it('answers its own page', async () => {
    const host = `127.0.0.1:${port()}`;
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ headers: { origin: `http://${host}`, host } })).toBe(200);
  });

  it.each<[string, Asked]>([
    ['another name that leads here', { headers: { host: 'attacker.example' } }],
    ['another name on this port', { headers: { host: 'rebound.attacker.example:5000' }, path: '/' }],
    ['a page of another site', { headers: { origin: 'https://attacker.example' } }],
    ['a page that says not which', { headers: { origin: 'null' } }],
    ['a page of another program on this machine', { headers: { origin: 'http://127.0.0.1:1' } }],
    ['an image or a link of anybody', { headers: { 'x-live-portal': '' } }],
    ['what is no GET', { method: 'POST' }],
    ['a write to a contact', { method: 'PATCH', path: '/live/api/v1/contacts/1' }],
  ])('refuses %s', async (_, asked) => {
    expect(await statusOf(asked)).toBe(403);
    expect(zoho.asked).toEqual([]);
  });

  it('listens on this machine alone', () => {
    expect(server.httpServer?.address()).toMatchObject({ address: '127.0.0.1' });
  });

  it('hands out neither secrets nor the file that holds them', async () => {
    const told = await fetch(`http://127.0.0.1:${port()}/live/portal`, {
      headers: { 'x-live-portal': 'page' },
    }).then((response) => response.text());
    expect(JSON.parse(told)).toEqual({ orgId: zoho.portal.orgId, dataCenter: 'EU' });
    expect(await statusOf({ path: '/.env' })).not.toBe(200);
    expect(await statusOf({ path: '/@fs/etc/passwd' })).not.toBe(200);
  });
});
