import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { openPortal } from './open-portal';
import { livePortal } from './server';

/** Serves the local Desk over the portal that the environment names, until it is stopped. Gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...words], options: { port: { type: 'string' } } });
  const portal = await openPortal();
  if (!portal.ok) {
    console.error(portal.error);
    return 1;
  }
  const { settings, signIn } = portal.value;
  const server = await createServer({
    mode: 'development',
    plugins: [livePortal(settings, signIn)],
    // Apart from that of npm start, which would have to begin anew each time.
    cacheDir: 'node_modules/.vite/portal',
    server: values.port ? { port: Number(values.port) } : {},
  });
  await server.listen();
  console.log(`Live data of portal ${settings.orgId} (${settings.dataCenter}), read only.`);
  server.printUrls();
  return 0;
}
