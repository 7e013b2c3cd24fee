import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import own from '../package.json' with { type: 'json' };

/** Licenses that ask for no more than their notice. A library under any other one is not shipped. */
const permissive = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

/** A library of which something is in the widget. */
export interface Library {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** The licenses' texts, as the library brings them. */
  readonly text: string;
}

/** Where the last build's libraries stand, for the list of a release. */
const listFile = (outDir: string) => join(dirname(outDir), 'libraries.json');

/**
 * Puts the licenses of everything that is bundled into `app/licenses.txt`, and fails the build for a library whose license
 * is not permissive or has no text. (Vite's own `build.license` reads one file of a library; some have two.)
 */
export function licenses(): Plugin {
  let libraries: readonly Library[] = [];
  let outDir = '';
  return {
    name: 'licenses',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.build.outDir);
    },
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      libraries = [...foldersOf(modules)]
        .map(readLibrary)
        .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
      const problems = libraries.flatMap(problemsOf);
      if (problems.length) this.error(problems.join('; '));
      this.emitFile({ type: 'asset', fileName: 'app/licenses.txt', source: licenseText(libraries) });
    },
    writeBundle() {
      writeFileSync(listFile(outDir), JSON.stringify(libraries));
    },
  };
}

/** The libraries of the build in this folder. */
export function librariesOf(outDir: string): readonly Library[] {
  return JSON.parse(readFileSync(listFile(outDir), 'utf8')) as Library[];
}

/** The folders of the packages that these modules are from; what Vite and Rolldown add by themselves is theirs. */
export function foldersOf(modules: readonly string[]): ReadonlySet<string> {
  return new Set(
    modules.flatMap((id) => {
      const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? [];
      const [, helper] = /^\0(vite|rolldown)\//.exec(id) ?? [];
      return folder ?? (helper ? resolve('node_modules', helper) : []);
    }),
  );
}

/** Why a library cannot be shipped; nothing where it can. */
export function problemsOf({ name, version, license, text }: Library): readonly string[] {
  if (!permissive.includes(license))
    return [`${name} ${version} has the license ${license || 'of nobody knows what'}`];
  return text ? [] : [`${name} ${version} brings no text of its license`];
}

function readLibrary(folder: string): Library {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: unknown;
  };
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    // What Vite itself is built of does not come into the widget.
    .map((text) => text.replace(/^# Licenses of bundled dependencies[\s\S]*/m, '').trim());
  return { name, version, license: typeof license === 'string' ? license : '', text: texts.join('\n\n') };
}

function licenseText(libraries: readonly Library[]): string {
  const all = [{ ...own, text: readFileSync('LICENSE', 'utf8').trim() }, ...libraries];
  return all
    .map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}
