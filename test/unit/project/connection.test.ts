import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { connectedManifest } from '../../../.ci/connected-manifest';
import { describeConnection, readConnection } from '../../../.ci/connection';
import manifest from '../../../plugin-manifest.json';
import { connection } from './sample-connection';

const folder = mkdtempSync(join(tmpdir(), 'connection-'));
const file = join(folder, 'mine.json');
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: unknown) {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readConnection(file);
}

describe('a connection', () => {
  it("is read as the manifest takes it, without what else is in the console's JSON", () => {
    expect(read({ ...connection, createdBy: 'someone@example.com' })).toEqual(connection);
  });

  it('may leave out what is always the same', () => {
    const { type: _type, isUserDefinedService: _service, ...rest } = connection;
    expect(read(rest)).toEqual(connection);
  });

  it('keeps all digits of an id that is a number', () => {
    const text = JSON.stringify(connection).replace('"1000987654"', '189200000000139001');
    expect(read(text)?.sharedBy).toBe('189200000000139001');
  });

  it.each([
    ['a wider scope', { scope: ['Desk.contacts.ALL'] }, 'scope has to be ["Desk.contacts.READ"]'],
    [
      'another scope besides',
      { scope: ['Desk.contacts.READ', 'Desk.tickets.READ'] },
      'is ["Desk.contacts.READ","Desk.tickets.READ"]',
    ],
    ['the scope twice', { scope: ['Desk.contacts.READ', 'Desk.contacts.READ'] }, 'and nothing else'],
    ['no scope', { scope: [] }, 'but is []'],
    ['a missing scope', { scope: undefined }, 'scope is missing'],
    ['another service', { serviceName: 'zoho_desk' }, 'serviceName has to be "zlabs_integration"'],
    ['the access of one user for all', { userAccess: false }, 'userAccess has to be true'],
    ['a service of its own', { isUserDefinedService: true }, 'isUserDefinedService has to be false'],
    ['no link name', { connectionLinkName: undefined }, 'connectionLinkName is missing'],
    ['an empty id', { sharedBy: ' ' }, 'sharedBy is empty'],
  ])('is refused with %s', (_, change, words) => {
    expect(() => read({ ...connection, ...change })).toThrow(words);
  });

  it.each(['', 'no JSON', '"text"'])('is refused as no JSON object: %j', (text) => {
    expect(() => read(text)).toThrow('it is no JSON object');
  });

  it('is refused with all that is wrong with it at once', () => {
    expect(() => read({ ...connection, userAccess: false, scope: [] })).toThrow(/userAccess[\s\S]*scope/);
  });

  it('is refused where its file is not there', () => {
    expect(() => readConnection(join(folder, 'other.json'))).toThrow('there is no such file');
  });

  it('is the one in connection.json where no other is named, or none', () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(readConnection()).toBeNull();
      writeFileSync('connection.json', JSON.stringify(connection));
      expect(readConnection()).toEqual(connection);
    } finally {
      process.chdir(before);
    }
  });
});

describe('the manifest', () => {
  it('has the connection in place of its own, and nothing else changed', () => {
    expect(connectedManifest(read(connection))).toEqual({ ...manifest, zohoAuthorisation: connection });
  });

  it('stays as it is without a connection, which is said', () => {
    expect(connectedManifest(null)).toEqual(manifest);
    expect(describeConnection(null)).toContain('no portal lets it read yet');
  });
});
