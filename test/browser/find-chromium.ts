import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright';

/** Where Chrome, Chromium and Edge live once installed, by platform. */
const usualPlaces: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    // Draws no window of its own, which takes half of a whole browser's time.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return folder ? programs.map((program) => join(folder, program)) : [];
  }),
};

/** A browser for the tests: one that is installed, else one that this installs. Throws one line when there is none. */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  for (const install of [installFromDebian, installWithPlaywright]) {
    install();
    const now = installed();
    if (now) return now;
  }
  throw new Error('No Chromium to test with: install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one.');
}

function installed(): string | undefined {
  const places = [
    process.env.CHROMIUM_PATH,
    ...(usualPlaces[process.platform] ?? []),
    chromium.executablePath(),
  ];
  return places.find((place) => place && existsSync(place));
}

/** On Debian, as root: its own package. Elsewhere this does nothing. */
function installFromDebian() {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  attempt('apt-get', ['update', '-qq']);
  for (const name of ['chromium-headless-shell', 'chromium'])
    if (!installed()) attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}

function installWithPlaywright() {
  const cli = join(createRequire(import.meta.url).resolve('playwright/package.json'), '../cli.js');
  attempt(process.execPath, [cli, 'install', 'chromium', '--only-shell', '--with-deps']);
  if (!installed()) attempt(process.execPath, [cli, 'install', 'chromium']);
}

/** What fails here shows in the end: there is still no browser, and the last line says so. */
function attempt(command: string, words: readonly string[]) {
  console.log(`no Chromium yet: ${command} ${words.join(' ')}`);
  try {
    execFileSync(command, words, { stdio: 'inherit', timeout: 300_000 });
  } catch (error) {
    console.log(`${command} failed: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}
