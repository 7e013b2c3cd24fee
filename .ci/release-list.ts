import own from '../package.json' with { type: 'json' };
import { type Connection, describeConnection } from './connection.ts';
import type { Library } from './licenses.ts';
import type { Package } from './pack.ts';

/** What a release holds, as text: the zip and its SHA-256, the connection, each file with its size, each library. */
export function releaseList(
  { path, bytes, sha256, files }: Package,
  libraries: readonly Library[],
  connection: Connection | null,
): string {
  const sizes = Object.entries(files).map(([file, content]) => `  ${count(content.length)}  ${file}`);
  const total = Object.values(files).reduce((sum, content) => sum + content.length, 0);
  return [
    `${own.name} ${own.version} (${own.license})`,
    `${path}, ${bytes} bytes`,
    `SHA-256 ${sha256}`,
    describeConnection(connection),
    '',
    'Files, with their bytes before they were packed:',
    ...sizes,
    `  ${count(total)}  in all`,
    '',
    'Libraries of which something is in these files:',
    ...libraries.map(({ name, version, license }) => `  ${name} ${version}, ${license}`),
    '',
  ].join('\n');
}

function count(bytes: number): string {
  return String(bytes).padStart(8);
}
