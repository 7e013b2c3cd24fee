import { describe, expect, it } from 'vitest';
import { foldersOf, type Library, problemsOf } from '../../../.ci/licenses';
import { releaseList } from '../../../.ci/release-list';
import own from '../../../package.json';

const library: Library = { name: 'some-library', version: '1.2.3', license: 'MIT', text: 'MIT License …' };

describe('a library in the widget', () => {
  it('is known by the modules that were bundled, in whatever folder it is installed', () => {
    const modules = [
      '/project/src/main.tsx',
      '/project/node_modules/preact/hooks/dist/hooks.mjs',
      '/project/node_modules/preact/dist/preact.mjs',
      '/project/node_modules/@preact/signals/dist/signals.mjs',
      '/project/node_modules/@preact/signals/node_modules/preact/dist/preact.mjs',
      'C:\\project\\node_modules\\papaparse\\papaparse.js',
    ];
    expect([...foldersOf(modules)]).toEqual([
      '/project/node_modules/preact',
      '/project/node_modules/@preact/signals',
      '/project/node_modules/@preact/signals/node_modules/preact',
      'C:/project/node_modules/papaparse',
    ]);
  });

  it('may be what the bundler adds by itself', () => {
    const [vite, rolldown, ...rest] = foldersOf([
      '\0vite/preload-helper.js',
      '\0rolldown/runtime.js',
      '\0some-other-helper',
    ]);
    expect(vite).toMatch(/node_modules.vite$/);
    expect(rolldown).toMatch(/node_modules.rolldown$/);
    expect(rest).toEqual([]);
  });

  it.each(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'])(
    'may be under %s',
    (license) => {
      expect(problemsOf({ ...library, license })).toEqual([]);
    },
  );

  it.each(['GPL-3.0-only', 'MPL-2.0', '(MIT OR GPL-3.0-only)', 'SEE LICENSE IN LICENSE', 'UNLICENSED', ''])(
    'is refused under %j',
    (license) => {
      expect(problemsOf({ ...library, license }).join()).toContain('some-library 1.2.3 has the license');
    },
  );

  it('is refused without the text of its license', () => {
    expect(problemsOf({ ...library, text: '' })).toEqual([
      'some-library 1.2.3 brings no text of its license',
    ]);
  });
});

describe('the list of a release', () => {
  it('names the zip, its SHA-256, the connection, every file with its size, and every library', () => {
    const zip = {
      path: 'build/duplicate-contacts.zip',
      bytes: 30,
      sha256: 'ab12',
      files: { 'app/widget.html': new Uint8Array(7), 'resources.json': new Uint8Array(1200) },
    };
    expect(releaseList(zip, [library], null)).toBe(
      [
        `${own.name} ${own.version} (MIT)`,
        'build/duplicate-contacts.zip, 30 bytes',
        'SHA-256 ab12',
        'connection: none, so no portal lets it read yet. Name one with --connection FILE, or put it into connection.json',
        '',
        'Files, with their bytes before they were packed:',
        '         7  app/widget.html',
        '      1200  resources.json',
        '      1207  in all',
        '',
        'Libraries of which something is in these files:',
        '  some-library 1.2.3, MIT',
        '',
      ].join('\n'),
    );
  });
});
