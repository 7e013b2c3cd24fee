import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deskHosts } from '../../../src/desk/data-center';
import { readEnvironment, readPortalSettings, sayProblems } from '../../portal/settings';

const environment = {
  ZOHO_DATA_CENTER: 'EU',
  ZOHO_ORG_ID: '60012345',
  ZOHO_CLIENT_ID: '1000.ABC',
  ZOHO_CLIENT_SECRET: 'secret',
  ZOHO_REFRESH_TOKEN: '1000.refresh',
};

describe('the settings of a portal', () => {
  it.each(Object.entries(deskHosts))('lead to the two hosts of %s', (dataCenter, host) => {
    const read = readPortalSettings({ ...environment, ZOHO_DATA_CENTER: dataCenter });
    expect(read).toMatchObject({
      value: { deskUrl: `https://${host}`, accountsUrl: `https://${host.replace('desk.', 'accounts.')}` },
    });
  });

  it('take a data center in any case, and blanks around anything', () => {
    const read = readPortalSettings({
      ...environment,
      ZOHO_DATA_CENTER: ' eu ',
      ZOHO_CLIENT_ID: ' 1000.ABC\n',
    });
    expect(read).toMatchObject({ value: { dataCenter: 'EU', clientId: '1000.ABC' } });
  });

  it.each(Object.keys(environment))('say that %s is missing, and where to get it', (name) => {
    for (const value of [undefined, '', '  ']) {
      const read = readPortalSettings({ ...environment, [name]: value });
      const problems = read.ok ? [] : read.error;
      expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: missing: .{20}`))]);
      expect(sayProblems(problems)).toContain(problems[0]);
    }
  });

  it('name everything that is missing at once', () => {
    const read = readPortalSettings({});
    expect(read.ok ? [] : read.error).toEqual(
      Object.keys(environment).map((name) => expect.stringMatching(`^${name}: missing: `)),
    );
  });

  it.each([
    ['ZOHO_DATA_CENTER', 'XX'],
    ['ZOHO_ORG_ID', 'zylker'],
  ])('refuse a %s that is none: %s', (name, value) => {
    const read = readPortalSettings({ ...environment, [name]: value });
    expect(read.ok ? [] : read.error).toEqual([expect.stringContaining(`${name}: has to be`)]);
  });

  it.each(['ZOHO_DESK_URL', 'ZOHO_ACCOUNTS_URL'])('let %s name this machine alone', (name) => {
    const read = (address: string) => readPortalSettings({ ...environment, [name]: address }).ok;
    expect(['http://127.0.0.1:4000', 'http://localhost:4000'].map(read)).toEqual([true, true]);
    const others = [
      ...['https://desk.zoho.eu', 'http://attacker.example', 'http://127.0.0.1.attacker.example'],
      ...['http://127.0.0.1:4000@attacker.example', 'http://10.0.0.1', 'http://127.0.0.1:4000/path', 'x'],
    ];
    expect(others.filter(read)).toEqual([]);
  });
});

describe('the environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'environment-'));
  const file = join(folder, '.env');
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read of a file with remarks, whose values the real environment precedes', () => {
    writeFileSync(file, "ZOHO_DATA_CENTER=EU   # or US\nZOHO_ORG_ID=1\n# more\nZOHO_CLIENT_ID='a#b'\n");
    vi.stubEnv('ZOHO_ORG_ID', '2');
    expect(readEnvironment(file)).toMatchObject({
      ZOHO_DATA_CENTER: 'EU',
      ZOHO_ORG_ID: '2',
      ZOHO_CLIENT_ID: 'a#b',
    });
    expect(process.env.ZOHO_CLIENT_ID).toBeUndefined();
  });

  it('does without the file', () => {
    expect(readEnvironment(file).ZOHO_CLIENT_ID).toBeUndefined();
  });
});
