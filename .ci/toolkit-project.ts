import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { Plugin } from 'vite';

const project = resolve('build/duplicate-contacts');
const zip = resolve('build/duplicate-contacts.zip');

/**
 * Makes the build a project that Zoho's extension toolkit (zet) accepts. In the modes `validate` and `pack` zet then
 * validates it, and packs it into `build/duplicate-contacts.zip`.
 */
export function toolkitProject(mode: string): Plugin {
  return {
    name: 'toolkit-project',
    apply: 'build',
    writeBundle() {
      for (const path of ['app/translations', 'app/img', 'plugin-manifest.json', 'resources.json']) {
        cpSync(path, join(project, path), { recursive: true });
      }
      if (mode === 'validate' || mode === 'pack') validate();
      if (mode === 'pack') pack();
    },
  };
}

function validate() {
  zet('validate');
}

/** zet can fail in silence, with exit code 0 and an empty or an old zip: only the zip itself proves anything. */
function pack() {
  const packed = join(project, 'dist/duplicate-contacts.zip');
  rmSync(zip, { force: true });
  rmSync(join(project, 'dist'), { recursive: true, force: true });
  zet('pack');
  if (!existsSync(packed)) throw new Error('zet pack left no zip');
  renameSync(packed, zip);
  rmSync(join(project, 'dist'), { recursive: true });
  checkZip();
}

/** The zip holds exactly the files of the project, byte for byte, and nothing that has no business there. */
function checkZip() {
  const entries = unzipSync(readFileSync(zip));
  const names = Object.keys(entries).filter((name) => !name.endsWith('/'));
  const expected = filesIn(project);
  const missing = expected.filter((file) => !names.includes(file));
  const extra = names.filter((name) => !expected.includes(name) || /\.map$|\.ts$|node_modules/.test(name));
  const changed = names.filter((name) => !missing.includes(name) && !extra.includes(name)).filter(differs);
  if (missing.length || extra.length || changed.length || !names.length) {
    throw new Error(`the zip is wrong: missing [${missing}], not expected [${extra}], changed [${changed}]`);
  }
  console.log(`${relative('.', zip)}: ${names.length} files, ${readFileSync(zip).length} bytes`);

  function differs(name: string) {
    return !readFileSync(join(project, name)).equals(entries[name] ?? new Uint8Array());
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function zet(command: 'validate' | 'pack') {
  const settings = mkdtempSync(join(tmpdir(), 'zet-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('node_modules/zoho-extension-toolkit/index.js'), command],
    {
      cwd: project,
      encoding: 'utf8',
      timeout: 120_000,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Any word of npm's on stderr makes zet stop without a word of its own, so npm has to be silent.
      env: {
        ...process.env,
        NO_UPDATE_NOTIFIER: '1',
        npm_config_loglevel: 'silent',
        XDG_CONFIG_HOME: settings,
      },
    },
  );
  rmSync(settings, { recursive: true, force: true });
  rmSync(join(project, 'ZET-debug.log'), { force: true });
  if (status !== 0) throw new Error(`zet ${command} failed (${status})\n${stdout}\n${stderr}`);
  console.log(`zet ${command}: ${stdout.trim() || 'ok'}`);
}
