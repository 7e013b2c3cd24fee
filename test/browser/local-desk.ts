import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { ReadRequest } from '../../src/desk/zohodesk';
import type { CallName, WorldName } from '../desk/worlds';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The settings of the local Desk's page, as its address takes them. */
export interface DeskSettings {
  readonly world?: WorldName;
  readonly contact?: string;
  readonly appearance?: 'light' | 'dark' | 'pureDark' | 'auto';
  readonly theme?: string;
  readonly locale?: string;
  readonly width?: '280' | '340' | '420' | '720';
  readonly location?: string;
  readonly envelope?: 'text' | 'object' | 'json';
  readonly texts?: 'given' | 'missing';
  readonly widget?: 'source' | 'build';
  /** The calls that the world is kept to; the others are answered as usual. */
  readonly calls?: CallName;
  readonly events?: 'on' | 'off';
  readonly told?: 'full' | 'bare';
  readonly storage?: 'on' | 'off';
  readonly defaultField?: string;
  readonly ticketContact?: 'named' | 'none';
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
  /** Changes a contact of the sample portal, as somebody else in Desk would. */
  editContact(id: string, fields: object): Promise<void>;
  /** Goes to another contact, as an agent does by a click, without a new page. */
  openContact(id: string): Promise<void>;
  /** Hosts that the browser itself asked for something, the local Desk's own left out. */
  readonly strayHosts: ReadonlySet<string>;
  openGroup(duplicateId: string, parameters?: string): Promise<void>;
}

/** What the page of the local Desk offers to tests. */
interface DeskWindow {
  readonly localDesk: {
    readonly requests: ReadRequest[];
    openContact(id: string): void;
    editContact(id: string, fields: object): void;
  };
}

const viewport = { viewport: { width: 1280, height: 800 } };

/**
 * Gives tests `openDesk`: the local Desk in a fresh page, closed after the test, which also fails when the page
 * reported an error of its own or talked to a host other than the local Desk.
 */
export function useLocalDesk(): (
  settings?: DeskSettings,
  prepare?: (page: Page) => Promise<unknown>,
) => Promise<LocalDesk> {
  let browser: Browser;
  let shared: BrowserContext;
  let cleanUps: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    browser = await chromium.connect(inject('browserUrl'));
    shared = await browser.newContext(viewport);
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const due = cleanUps;
    cleanUps = [];
    for (const cleanUp of due) await cleanUp();
  });

  return async (settings = {}, prepare) => {
    // Pages share a cache, which halves the time they take; one with a clock or routes of its own stands alone.
    const page = prepare ? await browser.newPage(viewport) : await shared.newPage();
    const errors: string[] = [];
    const strayHosts = new Set<string>();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(inject('deskUrl')).host) strayHosts.add(host);
    });
    cleanUps.push(async () => {
      await page.close();
      expect(errors).toEqual([]);
      expect([...strayHosts]).toEqual([]);
    });
    await prepare?.(page);
    const query = new URLSearchParams({ widget: 'build', ...settings });
    await page.goto(`${inject('deskUrl')}?${query}`, { waitUntil: 'commit' });

    const panel = page.frameLocator('#widget');
    return {
      page,
      panel,
      strayHosts,
      async requests(path = '') {
        const all = await page.evaluate(() => (window as unknown as DeskWindow).localDesk.requests);
        return all.filter(({ url }) => new URL(url).pathname.startsWith(`/api/v1/${path}`));
      },
      async openContact(id) {
        await panel.getByRole('button', { name: 'Refresh' }).waitFor();
        await page.evaluate(
          (contactId) => (window as unknown as DeskWindow).localDesk.openContact(contactId),
          id,
        );
      },
      editContact: (id, fields) =>
        page.evaluate(
          ([contactId, changed]) =>
            (window as unknown as DeskWindow).localDesk.editContact(contactId, changed),
          [id, fields] as const,
        ),
      async openGroup(duplicateId, parameters = '') {
        await panel.getByRole('button', { name: 'Open group by ID' }).click();
        await panel.getByRole('textbox', { name: 'Duplicate group ID' }).fill(duplicateId);
        await panel.getByRole('textbox', { name: 'Parameters (p)' }).fill(parameters);
        await panel.getByRole('button', { name: 'Open group', exact: true }).click();
      },
    };
  };
}

/** Asserts that axe finds nothing to mend in the panel as it stands. */
export async function expectAccessible({ page, panel }: LocalDesk) {
  // One region tells how things stand; a second one would talk over it.
  expect(await panel.getByRole('status').count()).toBeLessThan(2);
  const frame = page.frames().find((candidate) => candidate.url().includes('widget.html'));
  if (!frame) throw new Error('the widget has no frame');
  await frame.evaluate(axeSource);
  const violations = await frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const results = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
  expect(violations).toEqual([]);
}
