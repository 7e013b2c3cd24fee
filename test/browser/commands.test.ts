import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import ownPackage from '../../package.json';
import { startCommand } from '../start-command';
import { connection } from '../unit/project/sample-connection';
import { findChromium } from './find-chromium';
import { browserArguments } from './start';

/* The commands of README that no other test runs, in a copy of the project: they write into the folder that they run in. */

const minutes = 60_000;
const copy = copyProject();
afterAll(() => rmSync(copy, { recursive: true }));

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  const left = new Set(['node_modules', 'build', '.git']);
  cpSync('.', folder, { recursive: true, filter: (file) => !left.has(basename(file)) });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Runs a command of README, as its reader does. */
function run(line: string) {
  return startCommand(line, { cwd: copy });
}

/** Has these commands do nothing but say that they ran: each passes a run of its own. */
function replaceScripts(scripts: Readonly<Record<string, string>>) {
  const replaced = { ...ownPackage, scripts: { ...ownPackage.scripts, ...scripts } };
  writeFileSync(join(copy, 'package.json'), JSON.stringify(replaced));
}

const saying = (word: string) => `node -e "console.log('ran ${word}')" --`;

const address = /http:\/\/127\.0\.0\.1:\d+\//;

describe('npm start', () => {
  it('serves the local Desk with the panel in it', { timeout: minutes }, async () => {
    const { told } = run('npm start -- --port 0');
    await expect.poll(told).toMatch(address);
    const browser = await chromium.launch({ executablePath: findChromium(), args: browserArguments });
    try {
      const page = await browser.newPage();
      await page.goto(address.exec(told())?.[0] ?? '');
      const region = page.frameLocator('#widget').getByRole('main');
      await region.getByRole('listitem').first().waitFor({ timeout: 30_000 });
    } finally {
      await browser.close();
    }
  });
});

describe('npm run screenshots', () => {
  it('pictures one state in every look, with a sheet of each', { timeout: 3 * minutes }, async () => {
    const { told, ended } = run('npm run screenshots -- "nobody found"');
    expect(await ended, told()).toBe(0);
    const files = readdirSync(join(copy, 'build/screenshots'));
    expect(files).toContain('en-nobody-found-dark-285.png');
    expect(files).toContain('sheet-en-light-340-1.png');
    expect(files).toContain('sheet.html');
  });
});

describe('npm run bench', () => {
  it('prints figures beside their targets, and ends well where none is worse than it is known to be', {
    timeout: 3 * minutes,
  }, async () => {
    const { told, ended } = run('npm run bench -- panel weights calls');
    expect(await ended, told()).toBe(0);
    expect(told()).toMatch(/\| API calls: the next contact +\| \d calls +\| ≤ 3 calls \| met/);
    expect(told()).toMatch(/\| bytes of brotli: panel +\| \d{5} /);
  });

  it('judges the matching', { timeout: 3 * minutes }, async () => {
    const { told, ended } = run('npm run bench -- matching');
    expect(await ended, told()).toBe(0);
    expect(told()).toMatch(/strong/);
  });
});

describe('npm run release', () => {
  it('checks, tests and benches, then packs, and lists what is in the zip', {
    timeout: 3 * minutes,
  }, async () => {
    replaceScripts({ check: saying('check'), test: saying('test'), bench: saying('bench') });
    writeFileSync(join(copy, 'connection.json'), JSON.stringify(connection));
    const { told, ended } = run('npm run release');
    expect(await ended, told()).toBe(0);
    expect(told().match(/^ran \w+/gm)).toEqual(['ran check', 'ran test', 'ran bench', 'ran bench']);
    const list = readFileSync(join(copy, 'build/release.txt'), 'utf8');
    expect(told()).toContain(list);
    expect(list).toMatch(/^SHA-256 [0-9a-f]{64}$/m);
    expect(list).toContain('connection: My Desk (my_desk)');
    expect(list).toMatch(/^ +\d+ {2}app\/widget.html$/m);
    for (const [name, version] of Object.entries(ownPackage.dependencies))
      expect(list).toContain(`  ${name} ${version}, MIT`);
    expect(readdirSync(join(copy, 'build'))).toContain('duplicate-contacts.zip');
  });

  it('packs nothing where a test fails', { timeout: minutes }, async () => {
    rmSync(join(copy, 'build'), { recursive: true, force: true });
    replaceScripts({ check: saying('check'), test: 'node -e "process.exit(1)"' });
    const { told, ended } = run('npm run release');
    expect(await ended).toBe(1);
    expect(told()).toContain('not released: npm run test failed');
    expect(readdirSync(copy)).not.toContain('build');
  });
});
