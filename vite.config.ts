import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { chunkBudgets } from './.ci/chunk-budgets.ts';
import { className } from './.ci/class-names.ts';
import { licenses } from './.ci/licenses.ts';
import { smallPreload } from './.ci/preload.ts';
import { toolkitProject } from './.ci/toolkit-project.ts';
import { localDesk } from './test/desk/server.ts';
import { mutant } from './test/faults/mutants.ts';

/**
 * The files that load together, each with all that the modules it is named for import: a module goes into the first that
 * needs it. What the first answer needs is one file, which the page's HTML names, so nothing of it is found out later.
 */
const filesOf: Readonly<Record<string, readonly string[]>> = {
  panel: ['src/main.tsx'],
  problems: ['src/ui/problems/found-problems.tsx'],
  later: [
    'src/state/decidable-contact.ts',
    'src/state/remembered-groups.ts',
    'src/state/look-further.ts',
    'src/ui/panel/further-view.tsx',
    'src/ui/decide/decision-parts.ts',
    'src/ui/group/group-view.tsx',
    'src/ui/group/open-group-form.tsx',
  ],
};

/** The first comes first: a module that two of them import goes there. Modules that load on demand stay by themselves. */
const chunks = Object.entries(filesOf).map(([name, files], place) => {
  const entries = files.map((file) => resolve(file));
  return {
    debugName: name,
    priority: 9 - place,
    includeDependenciesRecursively: false,
    name: (id: string, context: Rolldown.ChunkingContext) =>
      importedBy(entries, context).has(id) && !entries.includes(id) ? name : null,
  };
});

const known = new Map<string, ReadonlySet<string>>();

/** All modules that these import, directly or through one another. */
function importedBy(entries: readonly string[], context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const found = known.get(entries.join());
  if (found) return found;
  const all = new Set(entries);
  for (const id of all)
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) all.add(imported);
  known.set(entries.join(), all);
  return all;
}

/**
 * What lightningcss calls `Features.LightDark`: without it, each `color-scheme` brings two variables that stand in for
 * light-dark(), which no style here uses.
 */
const lightDark = 1 << 20;

export default defineConfig(({ mode }) => ({
  base: './',
  publicDir: false,
  plugins: [
    smallPreload(),
    toolkitProject(),
    chunkBudgets(),
    licenses(),
    ...(mode === 'developer' ? [] : [localDesk()]),
  ],
  server: { host: '127.0.0.1', port: 5000, cors: false },
  optimizeDeps: {
    entries: ['src/main.tsx', 'test/desk/page.ts'],
  },
  css: {
    lightningcss: { exclude: lightDark },
    modules: {
      generateScopedName: className,
    },
  },
  build: {
    outDir: 'build/duplicate-contacts',
    emptyOutDir: true,
    // Those of spring 2024: all have toWellFormed() and :has(), which nothing here replaces.
    target: ['chrome116', 'edge116', 'firefox124', 'safari17.4'],
    modulePreload: { polyfill: false },
    // Vite's own minifier leaves the first load 3 % larger.
    minify: 'terser',
    terserOptions: {
      module: true,
      ecma: 2020,
      compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: 'app/widget.html',
      output: {
        codeSplitting: { groups: chunks },
        entryFileNames: 'app/assets/[name].js',
        chunkFileNames: 'app/assets/[name].js',
        assetFileNames: 'app/assets/[name][extname]',
      },
    },
  },
  test: {
    // A worker of the browser tests mostly waits for the browser: on two cores there is time for another one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        // Properties are tried hundreds of times, and a busy machine is no failure.
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        plugins: [mutant(process.env.FAULTS_MUTANT)],
        test: { name: 'faults', include: ['test/faults/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/setup.ts',
          testTimeout: 60_000,
          // How long a browser may take to show what is expected: a busy machine is no failure.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
}));
