import { defineConfig } from 'vitest/config';
import { firstLoadBudget } from './.ci/first-load.ts';
import { toolkitProject } from './.ci/toolkit-project.ts';
import { localDesk } from './test/desk/server.ts';

export default defineConfig(({ mode }) => ({
  base: './',
  publicDir: false,
  plugins: [toolkitProject(mode), firstLoadBudget(), localDesk()],
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
        // Two files until the first answer, the frame's and the panel's: many small ones compress and load worse.
        codeSplitting: {
          groups: [
            {
              name: 'frame',
              test: /preact|src\/ui\/(frame|button|notice|skeleton|texts|theme)|src\/base\/(json|time)|src\/desk\/(desk|data-centre)\./,
              priority: 2,
            },
            {
              name: 'panel',
              test: /valibot|p-limit|yocto-queue|src\/(after-first-paint|base|state|duplicates\/(?!phone-reader|export)|desk|ui\/(?!diagnostics|duplicate-values|start-failure|decision-view|decide|comparison|primary|plan|say-plan|note-form|share|brief|export|save-file|use-is-wide|copy-text))/,
              priority: 1,
            },
          ],
        },
        entryFileNames: 'app/assets/[name].js',
        chunkFileNames: 'app/assets/[name].js',
        assetFileNames: 'app/assets/[name][extname]',
      },
    },
  },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
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
