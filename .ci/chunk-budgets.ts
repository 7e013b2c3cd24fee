import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { useConnectionName } from './connected-manifest.ts';

/**
 * The most that each chunk may weigh, JS and CSS, in bytes of brotli. A chunk is a module that loads on demand with what
 * it alone needs, or what several of them share (vite.config.ts). Raise a limit only with a reason in the commit.
 */
const limits: Readonly<Record<string, number>> = {
  widget: 300,
  panel: 34_400,
  themes: 500,
  problems: 2_000,
  'found-problems': 800,
  later: 19_500,
  'decidable-contact': 900,
  'decision-parts': 200,
  'remembered-groups': 900,
  'group-view': 1_000,
  'look-further': 1_600,
  'further-view': 700,
  'open-group-form': 1_200,
  'long-list': 1_000,
  'duplicate-values': 1_200,
  'menu-parts': 6_000,
  'export-group': 7_700,
  'duplicate-values-view': 1_400,
  diagnostics: 2_200,
  'to-e164': 26_000,
  'fuzzy-matcher': 38_500,
};

/** All that loads before the first answer is shown. */
export const firstAnswer = { chunks: ['widget', 'panel'], limit: 34_650 };

/** A language file: one is loaded, where Desk does not hand over the texts. */
const languageLimit = 8_500;

/**
 * Fails the build when a chunk outgrows its limit, has none, or is not there at all; prints what each weighs, and leaves
 * it in `build/chunk-sizes.json` for the bench.
 */
export function chunkBudgets(): Plugin {
  let report: Readonly<Record<string, number>> = {};
  let folder = '';
  let isConnected = false;
  return {
    name: 'chunk-budgets',
    apply: 'build',
    configResolved(config) {
      folder = dirname(resolve(config.build.outDir));
      // The name of somebody's connection is not ours to keep short: the limits are those of the build without one.
      isConnected = config.plugins.some(({ name }) => name === useConnectionName);
    },
    writeBundle() {
      writeFileSync(join(folder, 'chunk-sizes.json'), JSON.stringify(report));
    },
    generateBundle(_, bundle) {
      const sizes = new Map<string, number>();
      for (const file of Object.values(bundle)) {
        const name = chunkOf(file);
        if (name) sizes.set(name, (sizes.get(name) ?? 0) + weigh(file));
      }
      const rows = [...Object.keys(limits), ...[...sizes.keys()].filter((name) => !(name in limits))].map(
        (name) => ({ name, bytes: sizes.get(name) ?? 0, limit: limits[name] ?? languageLimitOf(name) }),
      );
      const first = firstAnswer.chunks.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
      rows.push({ name: 'first answer', bytes: first, limit: firstAnswer.limit });
      report = Object.fromEntries(rows.map(({ name, bytes }) => [name, bytes]));
      const said = rows.map(({ name, bytes, limit }) => `${name} ${bytes} of ${limit}`).join(', ');
      const wrong = rows.filter(({ bytes, limit }) => bytes === 0 || (bytes > limit && !isConnected));
      if (wrong.length) this.error(`over its limit, or empty: ${wrong.map(({ name }) => name)} (${said})`);
      console.log(`bytes of brotli: ${said}`);
    },
  };
}

/** `app/assets/panel.js` and `app/assets/panel.css` are both `panel`. */
function chunkOf({ fileName }: { fileName: string }): string | undefined {
  return /([^/]+)\.(?:js|css)$/.exec(fileName)?.[1];
}

function weigh(file: Rolldown.OutputAsset | Rolldown.OutputChunk): number {
  return brotliCompressSync(file.type === 'chunk' ? file.code : file.source).length;
}

function languageLimitOf(name: string): number {
  return /^[a-z]{2}$/.test(name) ? languageLimit : 0;
}
