import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createServer } from 'vite';

/** What the browser is started with: it talks to this machine alone. */
export const browserArguments = [
  // Nothing is drawn for anybody to see: without this the browser paints every frame in software.
  '--disable-gpu',
  // One after the other, pages need no process each: starting one takes half of the time until a panel stands.
  '--renderer-process-limit=1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Builds the widget as a release is built: in a process of its own, which knows nothing of a test run. */
export function buildWidget(): void {
  const { VITEST: _, ...env } = process.env;
  const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js');
  execFileSync(process.execPath, [vite, 'build'], {
    stdio: 'inherit',
    env: { ...env, NODE_ENV: 'production' },
  });
}

/** Serves the local Desk on a free port; `url` ends with a slash. */
export async function serveLocalDesk(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = await createServer({
    mode: 'development',
    logLevel: 'error',
    server: { port: 0, hmr: false },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || !address) throw new Error('the local Desk has no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
