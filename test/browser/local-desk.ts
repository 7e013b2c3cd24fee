import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { ReadRequest } from '../../src/desk/zohodesk';
import type { LocalDeskPage } from '../desk/local-desk-page';
import type { Settings } from '../desk/settings';
import type { StorageRequest, StoredRow } from '../desk/storage';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The settings of the local Desk's page, as its address takes them. */
export interface DeskSettings extends Partial<Settings> {
  readonly contact?: string;
  /** What `extension.config` holds, as JSON. */
  readonly config?: string;
}

/** The local Desk in a browser, with the widget open beside a contact. */
export interface LocalDesk {
  readonly page: Page;
  /** The inside of the widget's frame. */
  readonly panel: FrameLocator;
  /** The requests that the widget made through Desk's bridge, to paths that begin with `path`. */
  requests(path?: string): Promise<ReadRequest[]>;
  /** What lies in the extension's storage. */
  rows(): Promise<StoredRow[]>;
  /** The requests that the widget made to the storage since the page was loaded. */
  storageCalls(): Promise<StorageRequest[]>;
  /** Puts a row into the storage unchecked, as another version of the extension may have left it there. */
  putRow(row: StoredRow): Promise<void>;
  /** Another tab of the same browser, set as this one but for `settings`, such as another agent or contact. */
  alongside(settings?: DeskSettings): Promise<LocalDesk>;
  /** Changes a contact of the sample portal, as somebody else in Desk would. */
  editContact(id: string, fields: Readonly<Record<string, unknown>>): Promise<void>;
  /** Goes to another contact, as an agent does by a click, without a new page, and comes back to the panel. */
  openContact(id: string): Promise<void>;
  /** Registers the widget once more, as Desk does on each load of the frame. */
  registerAgain(): Promise<void>;
  /** Moves the pointer out of the panel and into it, which is a reason for the panel to look. */
  comeBack(): Promise<void>;
  /** The errors that the page has reported, of which the test then takes care. */
  takeErrors(): string[];
  /** Hosts that the browser itself asked for something, the local Desk's own left out. */
  readonly strayHosts: ReadonlySet<string>;
  openGroup(duplicateId: string, parameters?: string): Promise<void>;
  /** Chooses what is called so in the menu `More`. */
  chooseInMenu(name: string): Promise<void>;
}

const viewport = { viewport: { width: 1280, height: 800 } };

/** A page of the local Desk, and what should not have happened in it. */
interface OpenPage {
  readonly page: Page;
  readonly errors: string[];
  readonly strayHosts: ReadonlySet<string>;
}

/**
 * Gives tests `openDesk`: the local Desk in a fresh page, closed after the test, which also fails when the page
 * reported an error of its own, violated its policy, or talked to a host other than the local Desk. `deskUrl` is where that answers.
 */
export function useLocalDesk(
  deskUrl: () => string = () => inject('deskUrl'),
): (settings?: DeskSettings, prepare?: (page: Page) => Promise<unknown>) => Promise<LocalDesk> {
  let browser: Browser;
  let common: BrowserContext;
  let openPages: OpenPage[] = [];
  beforeAll(async () => {
    browser = await chromium.connect(inject('browserUrl'));
    common = await browser.newContext(viewport);
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const due = openPages;
    openPages = [];
    for (const { page } of due) await (page.context() === common ? page : page.context()).close();
    for (const { errors, strayHosts } of due) {
      expect(errors).toEqual([]);
      expect([...strayHosts]).toEqual([]);
    }
  });

  return async (settings = {}, prepare) => {
    // Pages share a cache, which halves the time they take; what a test changes for a whole context stands alone.
    const standsAlone = prepare !== undefined || settings.storage === 'shared';
    return openIn(standsAlone ? await browser.newContext(viewport) : common, settings, prepare);
  };

  async function openIn(
    context: BrowserContext,
    settings: DeskSettings,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<LocalDesk> {
    const opened = watched(await context.newPage());
    openPages.push(opened);
    await prepare?.(opened.page);
    const query = new URLSearchParams({ widget: 'build', ...settings });
    await opened.page.goto(`${deskUrl()}?${query}`, { waitUntil: 'commit' });
    return deskIn(opened, (other) => openIn(context, { ...settings, ...other }));
  }
}

function watched(page: Page): OpenPage {
  const errors: string[] = [];
  const strayHosts = new Set<string>();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (/Content[ -]Security[ -]Policy|Trusted(?:HTML|Script)/.test(message.text()))
      errors.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, hostname, host } = new URL(request.url());
    // The widget comes from another port, which is another origin.
    if (protocol.startsWith('http') && hostname !== new URL(inject('deskUrl')).hostname) strayHosts.add(host);
  });
  return { page, errors, strayHosts };
}

function deskIn(
  { page, errors, strayHosts }: OpenPage,
  alongside: (settings: DeskSettings) => Promise<LocalDesk>,
): LocalDesk {
  const panel = page.frameLocator('#widget');
  return {
    page,
    panel,
    strayHosts,
    comeBack,
    registerAgain: async () => (await offered()).evaluate((desk) => desk.registerAgain()),
    takeErrors: () => errors.splice(0),
    alongside: (settings = {}) => alongside(settings),
    async requests(path = '') {
      const all = await (await offered()).evaluate(({ requests }) => requests);
      return all.filter(({ url }) => new URL(url).pathname.startsWith(`/api/v1/${path}`));
    },
    rows: async () => (await offered()).evaluate(({ rows }) => [...rows.values()]),
    storageCalls: async () => (await offered()).evaluate(({ storageCalls }) => [...storageCalls]),
    putRow: async (row) => (await offered()).evaluate((desk, entry) => desk.putRow(entry), row),
    async openContact(id) {
      await panel.getByRole('button', { name: 'Refresh' }).waitFor();
      await (await offered()).evaluate((desk, contactId) => desk.openContact(contactId), id);
      await comeBack();
    },
    editContact: async (id, fields) =>
      (await offered()).evaluate((desk, [contactId, changed]) => desk.editContact(contactId, changed), [
        id,
        fields,
      ] as const),
    async openGroup(duplicateId, parameters = '') {
      await panel.getByRole('button', { name: 'Open group by ID' }).click();
      await panel.getByRole('textbox', { name: 'Duplicate group ID' }).fill(duplicateId);
      await panel.getByRole('textbox', { name: 'Parameters (p)' }).fill(parameters);
      await panel.getByRole('button', { name: 'Open group', exact: true }).click();
    },
    async chooseInMenu(name) {
      await panel.getByRole('button', { name: 'More', exact: true }).click();
      await panel.getByRole('menuitem', { name, exact: true }).click();
    },
  };

  async function comeBack() {
    const box = await page.locator('#widget').boundingBox();
    if (!box) throw new Error('the widget has no frame');
    await page.mouse.move(box.x - 5, box.y + 5);
    await page.mouse.move(box.x + box.width / 2, box.y + 5);
  }

  /** What the page offers to tests; it is there once the page has given the widget's frame its address. */
  async function offered() {
    await page.locator('#widget[src]').waitFor({ state: 'attached' });
    return page.evaluateHandle(() => (window as unknown as { localDesk: LocalDeskPage }).localDesk);
  }
}

/** Asserts that axe finds nothing to mend in the panel as it stands. */
export async function expectAccessible({ page, panel }: LocalDesk) {
  // One region tells how things stand; a second one would talk over it.
  expect(await panel.getByRole('status').count()).toBeLessThan(2);
  const frame = page.frames().find((candidate) => candidate.url().includes('widget.html'));
  if (!frame) throw new Error('the widget has no frame');
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axeSource);
  const violations = await frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const results = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'focus-order-semantics': { enabled: true }, 'p-as-heading': { enabled: true } },
    });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
  expect(violations).toEqual([]);
}
