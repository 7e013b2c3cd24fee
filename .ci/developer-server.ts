import basicSsl from '@vitejs/plugin-basic-ssl';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { connectedManifest, useConnection } from './connected-manifest.ts';
import type { Connection } from './connection.ts';
import { developerHeaders } from './developer-headers.ts';

const host = '127.0.0.1';

interface DeveloperServerOptions {
  readonly connection: Connection | null;
  /** 0 for one that is free. */
  readonly port: number;
}

/**
 * Serves the widget's sources as Desk's developer mode asks for them: https on this machine, as the toolkit's `zet run`
 * would serve the build. The certificate is made once and kept, since a browser has to be told to accept it.
 */
export async function serveDeveloperMode({
  connection,
  port,
}: DeveloperServerOptions): Promise<{ readonly origin: string; readonly server: ViteDevServer }> {
  const server = await createServer({
    mode: 'developer',
    logLevel: 'warn',
    // Not the one of `npm start`, which may run at the same time.
    cacheDir: 'node_modules/.vite-developer',
    server: { host, port, strictPort: true },
    plugins: [
      basicSsl({ name: 'Duplicate Contacts, developer mode', certDir: 'build/certificate', ttlDays: 365 }),
      developerMode(connection),
      ...(connection ? [useConnection(connection)] : []),
    ],
  });
  await server.listen();
  return { origin: originOf(server), server };
}

function developerMode(connection: Connection | null): Plugin {
  return {
    name: 'developer-mode',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path = '/', query] = (request.url ?? '/').split('?');
        for (const [name, value] of Object.entries(developerHeaders(path, originOf(server))))
          response.setHeader(name, value);
        if (path === '/') {
          response.writeHead(302, { location: '/plugin-manifest.json' }).end();
        } else if (path === '/plugin-manifest.json' && query !== 'import') {
          // Vite asks with `import` for the module of it; Desk reads it each time that its page is loaded.
          response.setHeader('content-type', 'application/json');
          // As `zet run` does, which gives it the name of the project's folder.
          response.end(JSON.stringify({ ...connectedManifest(connection), name: 'duplicate-contacts' }));
        } else {
          next();
        }
      });
    },
  };
}

function originOf({ httpServer }: ViteDevServer): string {
  const address = httpServer?.address();
  if (typeof address !== 'object' || !address) throw new Error('developer mode has no port');
  return `https://${host}:${address.port}`;
}
