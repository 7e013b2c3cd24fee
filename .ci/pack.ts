import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWidget } from './build.ts';
import { type Connection, describeConnection, readConnection, withConnection } from './connection.ts';
import { packProject, validateProject } from './toolkit.ts';
import { checkZip, type Files, filesOfZip, zipOf } from './zip.ts';

/** A zip that was packed. */
export interface Package {
  readonly path: string;
  readonly files: Files;
  readonly bytes: number;
  readonly sha256: string;
}

/** `npm run pack -- [--connection FILE] [--out FOLDER]`: leaves `duplicate-contacts.zip` in `build`, or in FOLDER. */
export function run(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: { connection: { type: 'string' }, out: { type: 'string', default: 'build' } },
  });
  const zip = pack(() => readConnection(values.connection), values.out);
  const { path, files, bytes, sha256 } = zip;
  console.log(`${path}: ${Object.keys(files).length} files, ${bytes} bytes, SHA-256 ${sha256}`);
}

/**
 * Builds the widget, puts the connection into the manifest of the build alone, has the toolkit validate and pack it,
 * checks the toolkit's zip against the build, and leaves the same files as a zip that is always the same. An earlier zip
 * is gone, whatever happens.
 */
export function pack(connectionToUse: () => Connection | null, out = 'build'): Package {
  // The folder's name becomes the zip's name: the toolkit offers no other way to say it.
  const folder = resolve(out, 'duplicate-contacts');
  const path = `${folder}.zip`;
  rmSync(path, { force: true });
  const connection = connectionToUse();
  buildWidget(folder);
  if (connection) connect(join(folder, 'plugin-manifest.json'), connection);
  console.log(describeConnection(connection));
  validateProject(folder);
  const files = filesOfZip(packProject(folder));
  checkZip(files, folder);
  const zip = zipOf(files);
  writeFileSync(path, zip);
  return {
    path: relative('.', path),
    files,
    bytes: zip.length,
    sha256: createHash('sha256').update(zip).digest('hex'),
  };
}

function connect(manifest: string, connection: Connection) {
  const connected = withConnection(JSON.parse(readFileSync(manifest, 'utf8')) as object, connection);
  writeFileSync(manifest, `${JSON.stringify(connected, null, 2)}\n`);
}
