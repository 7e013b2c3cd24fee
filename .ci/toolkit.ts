import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/** Has Zoho's extension toolkit (zet) validate this project. */
export function validateProject(folder: string): void {
  zet('validate', folder);
}

/**
 * Has the toolkit pack this project, and gives the zip. zet can fail in silence, with exit code 0 and an empty or an old
 * zip: only the zip itself proves anything.
 */
export function packProject(folder: string): Uint8Array {
  const output = join(folder, 'dist');
  const packed = join(output, `${basename(folder)}.zip`);
  rmSync(output, { recursive: true, force: true });
  zet('pack', folder);
  if (!existsSync(packed)) throw new Error('zet pack left no zip');
  const zip = readFileSync(packed);
  rmSync(output, { recursive: true });
  return zip;
}

function zet(command: 'validate' | 'pack', folder: string) {
  const settings = mkdtempSync(join(tmpdir(), 'zet-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('node_modules/zoho-extension-toolkit/index.js'), command],
    {
      cwd: folder,
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
  rmSync(join(folder, 'ZET-debug.log'), { force: true });
  if (status !== 0) throw new Error(`zet ${command} failed (${status})\n${stdout}\n${stderr}`);
  console.log(`zet ${command}: ${stdout.trim() || 'ok'}`);
}
