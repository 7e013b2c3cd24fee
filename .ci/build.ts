import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Builds the widget into this folder, in a process of its own: this one may be set up for a server or a test. */
export function buildWidget(folder: string): void {
  const { VITEST: _, ...env } = process.env;
  const vite = resolve('node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...env, NODE_ENV: 'production' },
  });
}
