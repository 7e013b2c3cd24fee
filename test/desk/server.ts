import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve, sep } from 'node:path';
import { build, type Plugin, type ViteDevServer } from 'vite';
import { fileInPackage } from './widget-address.ts';

/** The address of Zoho's client SDK, as app/widget.html has it, and where the local Desk answers it. */
export const sdkAddress = 'https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js';
const localSdkAddress = '/test/desk/ZohoDeskClientSDK.min.js';

/** The pages that hold the widget's frame: over the sample portal, and over a real one. */
const pages = ['/test/desk/index.html', '/test/portal/index.html'];

const buildFolder = resolve('build/duplicate-contacts');

/** What a hosted widget may connect to by itself, not its own origin among it (seen in public extensions). */
const policy =
  'connect-src https://*.zappsusercontent.com https://*.zohostatic.com https://*.sigmausercontent.com https://*.qntrlusercontent.com';
/** What a built widget is held to besides: text may become neither markup nor a script. */
const strictPolicy = `${policy}; require-trusted-types-for 'script'`;
/** Vite's own client has to learn of edited sources. */
const policyOfSources = `${policy} 'self' ws:`;

/**
 * Makes Vite's server the local Desk: its page at `/`, and the SDK's stand-in for Zoho's script. A second port, another
 * origin, is the host of the widget, below `/appfiles/` as Zoho's are: the built one, unchanged but for the address of
 * that script, and the one from the sources.
 */
export function localDesk(): Plugin {
  let widgetOrigin = '';
  return {
    name: 'local-desk',
    apply: 'serve',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { path }) =>
        pages.includes(path)
          ? { html, tags: [{ tag: 'meta', attrs: { name: 'widget-origin', content: widgetOrigin } }] }
          : html.replace(sdkAddress, localSdkAddress),
    },
    async configureServer(server) {
      if (server.httpServer) widgetOrigin = await serveWidgets(server);
      let sdk: Promise<string> | undefined;
      server.middlewares.use(async (request, response, next) => {
        const [path = '/', query] = (request.url ?? '/').split('?');
        const asked = fileInPackage(path);
        if (path === '/') {
          request.url = `/test/desk/index.html${query ? `?${query}` : ''}`;
          next();
        } else if (path === localSdkAddress) {
          sdk ??= bundleSdk();
          response.setHeader('content-type', 'text/javascript');
          response.end(await sdk);
        } else if (asked) {
          // Desk's page reads the translations from here.
          response.setHeader('access-control-allow-origin', '*');
          if (asked.version === '1.0') return serveBuilt(decodeURIComponent(asked.file), response);
          response.setHeader('content-security-policy', policyOfSources);
          request.url = `/${asked.file}`;
          next();
        } else {
          next();
        }
      });
    },
  };
}

/** Answers on a port of its own as on Vite's, the next one where that is free, and gives the origin. */
async function serveWidgets({ middlewares, httpServer, config }: ViteDevServer): Promise<string> {
  const host = '127.0.0.1';
  const widgets = createServer(middlewares);
  // Vite's own client asks the origin that it came from for a socket.
  widgets.on('upgrade', (...request) => httpServer?.emit('upgrade', ...request));
  httpServer?.once('close', () => {
    widgets.close();
    widgets.closeAllConnections();
  });
  await listen(widgets, config.server.port ? config.server.port + 1 : 0, host).catch(() =>
    listen(widgets, 0, host),
  );
  return `http://${host}:${(widgets.address() as AddressInfo).port}`;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

function serveBuilt(name: string, response: ServerResponse) {
  const file = resolve(buildFolder, name);
  if (!file.startsWith(buildFolder + sep) || !existsSync(file) || !statSync(file).isFile()) {
    response.statusCode = 404;
    response.end('not built: npm run build');
    return;
  }
  response.setHeader('content-type', contentTypes[extname(file)] ?? 'application/octet-stream');
  if (file.endsWith('.html')) {
    response.setHeader('content-security-policy', strictPolicy);
    response.end(readFileSync(file, 'utf8').replace(sdkAddress, localSdkAddress));
  } else {
    createReadStream(file).pipe(response);
  }
}

/** The SDK is a classic script in Desk, so its stand-in is one too. */
async function bundleSdk(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'test/desk/sdk.ts', name: 'localDeskSdk', formats: ['iife'] } },
  });
  const [bundle] = [output].flat();
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('test/desk/sdk.ts did not build');
  return chunk.code;
}
