import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';

/** A picture that Zoho's marketplace asks for, in pixels (its submission form). */
interface Sheet {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

/** The pictures of the listing, beside its texts in `marketplace.md`: icon, thumbnail, and one screenshot for each of `pictures`. */
export async function makeListing(
  browser: Browser,
  folder: string,
  pictures: readonly string[],
): Promise<void> {
  const target = join(folder, 'marketplace');
  mkdirSync(target, { recursive: true });
  const [, name = '', tagline = ''] =
    /^# (.+)\n\n(.+)\n/m.exec(readFileSync('test/screenshots/marketplace.md', 'utf8')) ?? [];
  const address = (file: string) => pathToFileURL(file).href;
  const icon = address('app/img/logo.svg');
  const sheets: readonly Sheet[] = [
    {
      file: 'icon.png',
      width: 180,
      height: 180,
      body: `<img src="${icon}" style="display: block">`,
    },
    {
      file: 'thumbnail.png',
      width: 740,
      height: 340,
      body: `<main><div><h1>${name}</h1><p>${tagline}</p></div><img src="${address(pictures[0] ?? '')}"></main>`,
    },
    ...pictures.map((picture, place) => ({
      file: `screenshot-${place + 1}.png`,
      width: 1280,
      height: 800,
      body: `<main><div><h1>${name}</h1><p>${tagline}</p></div><img src="${address(picture)}"></main>`,
    })),
  ];
  for (const { file, width, height, body } of sheets) {
    const page = await browser.newPage({ viewport: { width, height } });
    // A page of a file may show files.
    await page.goto(address(join(folder, 'sheet.html')));
    await page.evaluate(
      ([html, style]) => {
        document.head.innerHTML = `<style>${style}</style>`;
        document.body.innerHTML = html;
      },
      [body, styleOf(height)] as const,
    );
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    await page.screenshot({ path: join(target, file) });
    await page.close();
  }
}

function styleOf(height: number): string {
  return `
body { margin: 0; background: #f1f7fe; color: #1e2633; font-family: system-ui, sans-serif }
main { display: flex; gap: ${height / 9}px; block-size: ${height}px; align-items: start; justify-content: center }
main div { max-inline-size: 40%; padding-block-start: ${height / 4}px }
h1 { font-size: ${height / 12 + 4}px; line-height: 1.2; margin: 0 }
p { font-size: ${height / 30 + 6}px; line-height: 1.4 }
main img { block-size: ${height * 0.92}px; object-fit: cover; object-position: top; margin-block-start: ${height * 0.08}px; border-radius: 8px 8px 0 0; box-shadow: 0 4px 24px #0003 }
`;
}
