import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright';
import { groupBy } from '../../src/base/group-by';
import { findChromium } from '../browser/find-chromium';
import { browserArguments, buildWidget, serveLocalDesk } from '../browser/start';
import { type State, sayIn, states } from '../browser/states';
import { makeListing } from './marketplace';

const folder = 'build/screenshots';
const languages = readdirSync('app/translations').map((file) => file.replace('.json', ''));

/** One picture: a state of the panel, as one agent sees it. */
interface Picture {
  readonly state: State;
  readonly locale: string;
  readonly appearance: 'light' | 'dark' | 'pureDark';
  readonly width: '285' | '340' | '720';
}

/** States that show most of the texts. */
const telling = states.filter(({ name }) =>
  [
    ...['several found', 'fields compared', 'decided', 'notAuthorized', 'a long list'],
    ...['looked further', 'the menu', 'diagnostics', 'shortcuts', 'partly checked'],
  ].includes(name),
);

/** The longest texts, the tallest letters, those that are read from the right, and those without blanks. */
const thorough = ['de', 'ru', 'ta', 'ar', 'he', 'ja', 'tw'];

/** In which appearance and width a state is shown, so that each language is seen in all of them. */
const looks = [
  { appearance: 'light', width: '285' },
  { appearance: 'dark', width: '285' },
  { appearance: 'light', width: '340' },
  { appearance: 'dark', width: '340' },
] as const;

/** Every state in English, and the most telling ones in every language: in some of them in every look. */
function allPictures(): readonly Picture[] {
  return languages.flatMap((locale) => {
    const shown = locale === 'en' ? states : telling;
    const isThorough = locale === 'en' || thorough.includes(locale);
    const pictures = looks.flatMap((look, place) =>
      shown
        .filter((_, at) => isThorough || at % looks.length === place)
        .map((state) => ({ state, locale, ...look })),
    );
    return locale === 'en' ? [...pictures, ...states.map((state) => inPureDark(state, locale))] : pictures;
  });
}

function inPureDark(state: State, locale: string): Picture {
  return { state, locale, appearance: 'pureDark', width: '340' };
}

/**
 * Takes them, and lays them out on one page; `only` are languages or states, where not everything is wanted, or `readme`
 * for README's pictures alone.
 */
export async function takeAll(only: readonly string[]): Promise<void> {
  const pictures = allPictures().filter(
    ({ state, locale }) => !only.length || only.includes(locale) || only.includes(state.name),
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  buildWidget();
  const desk = await serveLocalDesk();
  const browser = await chromium.launch({ executablePath: findChromium(), args: browserArguments });
  try {
    const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
    for (const picture of pictures) await take(context, desk.url, picture);
    if (!only.length || only.includes('readme')) await takeForReadme(context, desk.url);
    await layOut(browser, pictures);
    if (only.length) return;
    const shown = pictures.filter(
      ({ locale, appearance, width }) => locale === 'en' && appearance !== 'pureDark' && width === '285',
    );
    const listed = ['several found', 'fields compared', 'decided', 'a long list'].flatMap((name, place) =>
      shown.filter(({ state }) => state.name === name).slice(place % 2, (place % 2) + 1),
    );
    await makeListing(
      browser,
      folder,
      listed.map((picture) => join(folder, fileOf(picture))),
    );
  } finally {
    await browser.close();
    await desk.close();
  }
}

function fileOf({ state, locale, appearance, width }: Picture): string {
  return `${locale} ${state.name} ${appearance} ${width}.png`.replaceAll(' ', '-');
}

async function take(
  context: BrowserContext,
  url: string,
  picture: Picture,
  file = join(folder, fileOf(picture)),
) {
  const { state, locale, appearance, width } = picture;
  const page = await context.newPage();
  const query = new URLSearchParams({ widget: 'build', ...state.settings, locale, appearance, width });
  await page.goto(`${url}?${query}`, { waitUntil: 'commit' });
  await state.reach(page.frameLocator('#widget'), sayIn(locale));
  // What loads in idle time is there, and nothing moves any more.
  await page.waitForTimeout(300);
  await page.locator('#widget').screenshot({ path: file, animations: 'disabled' });
  await page.close();
}

/** So many pictures are large enough to be read on one sheet. */
const perSheet = 10;

/** The pictures of one language and look, a few at a time, by the name of their sheet. */
function sheetsOf(pictures: readonly Picture[]): ReadonlyMap<string, readonly Picture[]> {
  const sheets = new Map<string, readonly Picture[]>();
  for (const all of groupBy(pictures, lookOf))
    for (let first = 0; first < all.length; first += perSheet) {
      const shown = all.slice(first, first + perSheet);
      if (shown[0]) sheets.set(`${lookOf(shown[0])}-${first / perSheet + 1}`, shown);
    }
  return sheets;
}

function lookOf({ locale, appearance, width }: Picture): string {
  return locale === 'en' || thorough.includes(locale) ? `${locale}-${appearance}-${width}` : locale;
}

/** A page of all pictures, and a picture of each sheet. */
async function layOut(browser: Browser, pictures: readonly Picture[]) {
  const sheets = sheetsOf(pictures);
  const figure = (picture: Picture) =>
    `<figure><figcaption>${picture.locale}: ${picture.state.name}</figcaption><img src="${fileOf(picture)}"></figure>`;
  const sections = [...sheets].map(
    ([name, all]) => `<section id="${name}">${all.map(figure).join('')}</section>`,
  );
  writeFileSync(
    join(folder, 'sheet.html'),
    `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>
section { display: flex; flex-wrap: wrap; gap: 12px; padding: 12px }
figure { margin: 0; font: 12px system-ui }
body { margin: 0; background: #bbb }
</style>${sections.join('')}`,
  );
  const page = await browser.newPage({ viewport: { width: 1900, height: 1000 } });
  await page.goto(`file://${join(process.cwd(), folder, 'sheet.html')}`);
  for (const name of sheets.keys())
    await page.locator(`#${name}`).screenshot({ path: join(folder, `sheet-${name}.png`) });
}

/** The pictures that README shows. */
async function takeForReadme(context: BrowserContext, url: string) {
  const state = states.find(({ name }) => name === 'several found');
  for (const appearance of state ? (['light', 'dark'] as const) : [])
    if (state)
      await take(
        context,
        url,
        { state, locale: 'en', appearance, width: '340' },
        `test/screenshots/panel-${appearance}.png`,
      );
}
