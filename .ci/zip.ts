import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync, zipSync } from 'fflate';

/** The files of a zip by their paths. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** What a zip holds, in the order of the paths. */
export function filesOfZip(zip: Uint8Array): Files {
  return sorted(unzipSync(zip));
}

/** A zip of these files, always the same bytes for the same files: in the order of their paths, at the zip's first day. */
export function zipOf(files: Files): Uint8Array {
  return zipSync(sorted(files), { level: 9, mtime: new Date(1980, 0, 1) });
}

/**
 * @throws where a zip does not hold exactly the files of this folder, byte for byte, or something that has no business in
 * a release
 */
export function checkZip(zip: Files, folder: string): void {
  const names = Object.keys(zip);
  const expected = filesIn(folder);
  const missing = expected.filter((file) => !names.includes(file));
  const extra = names.filter((name) => !expected.includes(name) || /\.map$|\.ts$|node_modules/.test(name));
  const changed = names.filter((name) => expected.includes(name)).filter(differs);
  if (missing.length || extra.length || changed.length || !names.length) {
    throw new Error(`the zip is wrong: missing [${missing}], not expected [${extra}], changed [${changed}]`);
  }

  function differs(name: string) {
    return !readFileSync(join(folder, name)).equals(zip[name] ?? new Uint8Array());
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function sorted(files: Files): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
