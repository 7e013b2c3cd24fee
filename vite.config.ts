import { defineConfig } from 'vitest/config';
import { chunkBudgets } from './.ci/chunk-budgets.ts';
import { toolkitProject } from './.ci/toolkit-project.ts';
import { localDesk } from './test/desk/server.ts';

/**
 * What loads before the first answer: the shell, and the panel with all that finds duplicates. Two files, since many
 * small ones compress and load worse.
 */
const chunks = [
  {
    name: 'shell',
    priority: 2,
    test: anyOf(
      library('preact', '@preact'),
      source('ui/shell', 'base/json', 'base/time', 'desk/desk', 'desk/data-centre'),
    ),
  },
  {
    name: 'panel',
    priority: 1,
    test: anyOf(
      library('valibot', 'p-limit', 'yocto-queue'),
      source('base', 'duplicates/(?!export|to-e164)', 'desk', 'state', 'after-first-paint'),
      source('ui/kit', 'ui/words', 'ui/contact', 'ui/list', 'ui/decisions', 'ui/panel'),
    ),
  },
];

/** What loads on demand, each with all that only it needs: the module that is imported then, and its chunk's name. */
const onDemand: Readonly<Record<string, string>> = {
  'decision-view': 'compare',
  'share-view': 'share',
  'export-group': 'export',
  'duplicate-values-view': 'portal',
  'to-e164': 'phones',
};

/** A chunk's styles are named after it. */
function chunkFile(name: string): string {
  const stem = name.replace(/\.css$/, '');
  return (onDemand[stem] ?? stem) + name.slice(stem.length);
}

/** Files and folders of `src`, wherever the checkout stands. */
function source(...paths: string[]): RegExp {
  const parts = paths.map((path) => path.replaceAll('/', '[\\\\/]'));
  return new RegExp(`[\\\\/]src[\\\\/](${parts.join('|')})`);
}

function library(...names: string[]): RegExp {
  return new RegExp(`[\\\\/]node_modules[\\\\/](${names.join('|')})[\\\\/]`);
}

function anyOf(...tests: RegExp[]): RegExp {
  return new RegExp(tests.map((test) => test.source).join('|'));
}

export default defineConfig(({ mode }) => ({
  base: './',
  publicDir: false,
  plugins: [toolkitProject(mode), chunkBudgets(), localDesk()],
  server: { host: '127.0.0.1', port: 5000, cors: false },
  optimizeDeps: {
    entries: ['src/main.tsx', 'test/desk/page.ts'],
  },
  build: {
    // The folder's name becomes the zip's name: the toolkit offers no other way to say it.
    outDir: 'build/duplicate-contacts',
    emptyOutDir: true,
    // The oldest that have AbortSignal.any, which nothing here replaces.
    target: ['chrome116', 'edge116', 'firefox124', 'safari17.4'],
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: 'app/widget.html',
      output: {
        codeSplitting: { groups: chunks },
        entryFileNames: 'app/assets/[name].js',
        chunkFileNames: ({ name }) => `app/assets/${chunkFile(name)}.js`,
        assetFileNames: ({ names: [name = '[name][extname]'] }) => `app/assets/${chunkFile(name)}`,
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        // Properties are tried hundreds of times, and a busy machine is no failure.
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/setup.ts',
          testTimeout: 30_000,
          // How long a browser may take to show what is expected: a busy machine is no failure.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
}));
