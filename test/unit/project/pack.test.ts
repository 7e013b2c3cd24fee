import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkZip, filesOfZip, zipOf } from '../../../.ci/zip';
import { dependencies } from '../../../package.json';
import manifest from '../../../plugin-manifest.json';
import { startCommand } from '../../start-command';
import { connection } from './sample-connection';

const folder = mkdtempSync(join(tmpdir(), 'pack-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run pack` into a folder of its own, in this time zone. */
async function pack(out: string, content: object, timeZone = 'UTC') {
  const file = join(folder, 'connection.json');
  writeFileSync(file, JSON.stringify(content));
  const command = startCommand(['.ci/start.mjs', 'pack', '--connection', file, '--out', join(folder, out)], {
    environment: { TZ: timeZone },
  });
  const status = await command.ended;
  return { status, said: command.told(), zip: join(folder, out, 'duplicate-contacts.zip') };
}

/** Each of these libraries stands in the text, with its license and its copyright. */
function expectLicensesOf(libraries: Readonly<Record<string, string>>, text: string) {
  for (const [name, version] of Object.entries(libraries)) {
    const [, own] = text.split(`\n${name} ${version} (MIT)\n`);
    expect(own?.split('-'.repeat(80))[0], name).toMatch(
      /copyright \(c\)[\s\S]*permission is hereby granted/i,
    );
  }
}

describe('npm run pack', () => {
  it('gives the same bytes twice, with the connection and all licenses in it, and says so', async () => {
    const own = readFileSync('plugin-manifest.json');
    const first = await pack('first', connection);
    const second = await pack('second', connection, 'Pacific/Kiritimati');
    expect(first.status, first.said).toBe(0);
    expect(second.status, second.said).toBe(0);
    expect(first.said).toContain('connection: My Desk (my_desk)');
    const bytes = readFileSync(first.zip);
    expect(readFileSync(second.zip).equals(bytes)).toBe(true);
    const text = (name: string) => new TextDecoder().decode(filesOfZip(bytes)[name]);
    expect(JSON.parse(text('plugin-manifest.json'))).toEqual({ ...manifest, zohoAuthorisation: connection });
    expect(readFileSync('plugin-manifest.json').equals(own)).toBe(true);
    // Desk looks the connection up by the name in each request.
    expect(text('app/assets/panel.js')).toContain('my_desk');
    expect(text('app/assets/panel.js')).not.toContain(manifest.zohoAuthorisation.connectionLinkName);
    expectLicensesOf(dependencies, text('app/licenses.txt'));
  }, 240_000);

  it('refuses a connection that may do more, and leaves nothing packed, not even an earlier zip', async () => {
    mkdirSync(join(folder, 'refused'));
    writeFileSync(join(folder, 'refused/duplicate-contacts.zip'), 'an earlier one');
    const { status, said, zip } = await pack('refused', { ...connection, scope: ['Desk.contacts.ALL'] });
    expect(status).toBe(1);
    expect(said).toContain('scope has to be ["Desk.contacts.READ"] and nothing else');
    expect(said).not.toContain(' at ');
    expect(existsSync(zip)).toBe(false);
  });
});

describe('a zip', () => {
  const files = { 'b.js': new Uint8Array([1]), 'a.js': new Uint8Array([2]) };

  it('is the same for the same files in another order', () => {
    const { 'a.js': a, 'b.js': b } = files;
    expect(zipOf({ 'a.js': a, 'b.js': b })).toEqual(zipOf(files));
    expect(filesOfZip(zipOf(files))).toEqual(files);
  });

  it.each([
    ['missing [c.js]', files],
    ['not expected [d.js]', { ...files, 'c.js': new Uint8Array([3]), 'd.js': new Uint8Array([4]) }],
    ['changed [a.js]', { ...files, 'a.js': new Uint8Array([5]), 'c.js': new Uint8Array([3]) }],
  ])('that is not the build is wrong: %s', (words, zip) => {
    const build = join(folder, 'build');
    mkdirSync(build, { recursive: true });
    for (const [name, bytes] of Object.entries({ ...files, 'c.js': new Uint8Array([3]) }))
      writeFileSync(join(build, name), bytes);
    expect(() => checkZip(zip, build)).toThrow(words);
  });
});
