import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { build, type Plugin } from 'vite';

/** The address of Zoho's client SDK, as app/widget.html has it, and where the local Desk answers it. */
export const sdkAddress = 'https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js';
const localSdkAddress = '/test/desk/ZohoDeskClientSDK.min.js';

const buildFolder = resolve('build');
/** What the widget may connect to by itself: the policy that Zoho's toolkit serves widgets with. */
const policy = "connect-src 'self' https://*.zohostatic.com https://*.sigmausercontent.com";

/**
 * Makes Vite's server the local Desk: its page at `/`, the SDK's stand-in for Zoho's script, and the built widget
 * under `/build/`, unchanged but for that script's address.
 */
export function localDesk(): Plugin {
  return {
    name: 'local-desk',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(sdkAddress, localSdkAddress),
    configureServer(server) {
      let sdk: Promise<string> | undefined;
      server.middlewares.use(async (request, response, next) => {
        const [path = '/', query] = (request.url ?? '/').split('?');
        if (path === '/') {
          request.url = `/test/desk/index.html${query ? `?${query}` : ''}`;
          next();
        } else if (path === localSdkAddress) {
          sdk ??= bundleSdk();
          response.setHeader('content-type', 'text/javascript');
          response.end(await sdk);
        } else if (path.startsWith('/build/')) {
          serveBuilt(resolve(join('.', decodeURIComponent(path))), response);
        } else {
          next();
        }
      });
    },
  };
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

function serveBuilt(file: string, response: ServerResponse) {
  if (!file.startsWith(buildFolder + sep) || !existsSync(file) || !statSync(file).isFile()) {
    response.statusCode = 404;
    response.end('not built: npm run build');
    return;
  }
  response.setHeader('content-type', contentTypes[extname(file)] ?? 'application/octet-stream');
  if (file.endsWith('.html')) {
    response.setHeader('content-security-policy', policy);
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
