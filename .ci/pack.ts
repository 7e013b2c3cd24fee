import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWidget } from './build.ts';
import { useConnection } from './connected-manifest.ts';
import { type Connection, describeConnection, readConnection } from './connection.ts';
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
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { connection: { type: 'string' }, out: { type: 'string', default: 'build' } },
  });
  const zip = await pack(() => readConnection(values.connection), values.out);
  const { path, files, bytes, sha256 } = zip;
  console.log(`${path}: ${Object.keys(files).length} files, ${bytes} bytes, SHA-256 ${sha256}`);
}

/**
 * Builds the widget with the connection, of which the sources learn nothing, has the toolkit validate and pack it,
 * checks the toolkit's zip against the build, and leaves the same files as a zip that is always the same. An earlier zip
 * is gone, whatever happens.
 */
export async function pack(connectionToUse: () => Connection | null, out = 'build'): Promise<Package> {
  // The folder's name becomes the zip's name: the toolkit offers no other way to say it.
  const folder = resolve(out, 'duplicate-contacts');
  const path = `${folder}.zip`;
  rmSync(path, { force: true });
  const connection = connectionToUse();
  await buildWidget(folder, connection ? [useConnection(connection)] : []);
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
