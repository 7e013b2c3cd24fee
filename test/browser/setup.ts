import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import type { TestProject } from 'vitest/node';
import { findChromium } from './find-chromium';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the local Desk answers, such as `http://127.0.0.1:40001/`. */
    readonly deskUrl: string;
    /** Where the one browser of the run listens. */
    readonly browserUrl: string;
  }
}

/** Builds the widget, serves the local Desk, and starts the one browser that all test files share. */
export default async function setup(project: TestProject) {
  const executablePath = findChromium();
  // As a release is built: in a process of its own, which knows nothing of a test run.
  const { VITEST: _, ...env } = process.env;
  const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js');
  execFileSync(process.execPath, [vite, 'build'], {
    stdio: 'inherit',
    env: { ...env, NODE_ENV: 'production' },
  });
  const server = await createServer({
    mode: 'development',
    logLevel: 'error',
    server: { port: 0, hmr: false },
  });
  await server.listen();
  const browser = await chromium.launchServer({
    executablePath,
    // The tests talk to this machine alone, and so does the browser.
    args: [
      // Nothing is drawn for anybody to see: without this the browser paints every frame in software.
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || !address) throw new Error('the local Desk has no port');
  project.provide('deskUrl', `http://127.0.0.1:${address.port}/`);
  project.provide('browserUrl', browser.wsEndpoint());

  return async () => {
    await browser.close();
    await server.close();
  };
}
