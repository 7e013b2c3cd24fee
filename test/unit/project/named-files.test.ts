import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const all = ['src', 'test', '.ci'].flatMap((folder) => [folder, ...filesIn(folder)]);
const rooms = ['base', 'desk', 'duplicates', 'state', 'ui'];
const guides = ['README.md', ...all.filter((file) => file.endsWith('README.md'))];
const sources = all.filter((file) => /^(?:src|\.ci)\/.*\.tsx?$/.test(file));

function filesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.map((file) => join(folder, file).replaceAll('\\', '/'));
}

/** The names in the first column of a guide's tables of files, as paths. A heading may name the folder: (`portal/`). */
function filesInTables(guide: string): string[] {
  const named: string[] = [];
  let folder = dirname(guide);
  let isTable = false;
  for (const line of readFileSync(guide, 'utf8').split('\n')) {
    const [, cell] = /^\| (.*?) \|/.exec(line) ?? [];
    if (/^#/.test(line)) folder = join(dirname(guide), /\(`(.+)\/`\)$/.exec(line)?.[1] ?? '');
    if (/^(?:files?|folder|model)$/.test(cell ?? '')) isTable = true;
    else if (!line.startsWith('|')) isTable = false;
    else if (isTable) named.push(...namesIn(cell ?? '').map((name) => join(folder, name)));
  }
  return named;
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);
}

/** A module may be named without its ending, and several by a star. */
function filesCalled(path: string): string[] {
  const pattern = path.replace(/\/$/, '').replace(/[.]/g, '\\.').replace('*', '[^/]*');
  return all.filter((file) => new RegExp(`^${pattern}(?:\\.tsx?)?$`).test(file));
}

describe('the tables of files', () => {
  it.each(guides)('name nothing that is not there: %s', (guide) => {
    expect(filesInTables(guide).filter((path) => !filesCalled(path).length)).toEqual([]);
  });

  it.each(rooms)('name all that is in the room: %s', (room) => {
    const named = filesInTables(`src/${room}/README.md`).flatMap(filesCalled);
    const held = readdirSync(`src/${room}`).filter((name) => name !== 'README.md');
    expect(held.filter((name) => !named.includes(`src/${room}/${name}`))).toEqual([]);
  });
});

it.each([...guides, ...sources])('%s names no path that is not there', (file) => {
  const text = readFileSync(file, 'utf8');
  const paths = [...text.matchAll(/(?<![\w./-])(?:src|test|\.ci)\/[\w./-]*\w/g)].map(([path]) => path);
  expect(paths.filter((path) => !filesCalled(path).length)).toEqual([]);
});
