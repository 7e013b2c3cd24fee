import { chromium } from 'playwright';
import { build, createServer } from 'vite';
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
  await build({ mode: 'production', logLevel: 'warn' });
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
