import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright';
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
const telling = ['several found', 'fields compared', 'decided', 'notAuthorized', 'a long list'];

/** Every state in English, and the most telling ones in every language. */
function allPictures(): readonly Picture[] {
  const appearances = ['light', 'dark'] as const;
  const english = states.flatMap((state) => [
    ...appearances.map((appearance) => ({ state, locale: 'en', appearance, width: '285' as const })),
    { state, locale: 'en', appearance: 'pureDark' as const, width: '340' as const },
  ]);
  const others = languages
    .filter((language) => language !== 'en')
    .flatMap((locale) =>
      states
        .filter(({ name }) => telling.includes(name))
        .flatMap((state, place) => [
          { state, locale, appearance: appearances[place % 2] ?? 'light', width: '285' as const },
          ...(place ? [] : [{ state, locale, appearance: 'dark' as const, width: '340' as const }]),
        ]),
    );
  return [...english, ...others];
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
    const shown = pictures.filter(({ locale, appearance }) => locale === 'en' && appearance !== 'pureDark');
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

/** A page of all of them, and a picture of it for each language. */
async function layOut(browser: Browser, pictures: readonly Picture[]) {
  const rows = new Map<string, Picture[]>();
  for (const picture of pictures) {
    const row =
      picture.locale === 'en' ? `en-${Math.floor(states.indexOf(picture.state) / 5)}` : picture.locale;
    rows.set(row, [...(rows.get(row) ?? []), picture]);
  }
  const figure = (picture: Picture) =>
    `<figure><figcaption>${picture.locale}: ${picture.state.name}</figcaption><img src="${fileOf(picture)}"></figure>`;
  const sections = [...rows].map(
    ([row, all]) => `<section id="${row}">${all.map(figure).join('')}</section>`,
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
  for (const row of rows.keys())
    await page.locator(`#${row}`).screenshot({ path: join(folder, `sheet-${row}.png`) });
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
