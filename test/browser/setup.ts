import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { findChromium } from './find-chromium';
import { browserArguments, buildWidget, serveLocalDesk } from './start';

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
  buildWidget();
  const desk = await serveLocalDesk();
  const browser = await chromium.launchServer({ executablePath, args: browserArguments });
  project.provide('deskUrl', desk.url);
  project.provide('browserUrl', browser.wsEndpoint());

  return async () => {
    await browser.close();
    await desk.close();
  };
}
