import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { createLiveApi } from './live-api';
import type { PortalFacts } from './portal-facts';
import type { PortalSettings } from './settings';
import type { SignIn } from './sign-in';

const page = '/test/portal/index.html';
const api = '/live/api/v1';

/**
 * Makes the local Desk one over a real portal's data: its page at `/`, and what that asks of the portal below `/live/`.
 * Since this is about real people, only that page gets an answer, and nothing is sent but to a page on this machine.
 */
export function livePortal(settings: PortalSettings, signIn: SignIn): Plugin {
  const ask = createLiveApi(settings, signIn, 'widget');
  let lastAdvice: string | null = null;
  return {
    name: 'live-portal',
    apply: 'serve',
    // Before the local Desk, whose page this replaces.
    enforce: 'pre',
    configureServer({ middlewares, httpServer, config }) {
      middlewares.use(async (request, response, next) => {
        const [path = '/', query = ''] = (request.url ?? '/').split('?');
        if (!isFromHere(request)) return send(response, 403, 'Only pages on this machine are answered.\n');
        if (path === '/') request.url = `${page}?${query}`;
        if (!path.startsWith('/live/')) return next();
        if (!isFromOwnPage(request, portOf(httpServer)))
          return send(response, 403, 'Only the page of the live portal is answered.\n');
        if (path === '/live/portal') return send(response, 200, JSON.stringify(factsOf(settings)));
        const answer = await ask(path.replace(api, ''), new URLSearchParams(query));
        if (answer.advice && answer.advice !== lastAdvice)
          config.logger.warn(answer.advice, { timestamp: true });
        lastAdvice = answer.advice;
        send(response, 200, JSON.stringify(answer));
      });
    },
  };
}

function factsOf({ orgId, dataCenter }: PortalSettings): PortalFacts {
  return { orgId, dataCenter };
}

const hosts: readonly (string | undefined)[] = ['127.0.0.1', 'localhost'];

/**
 * Whether it names this machine, as what it asks for and as where it comes from: a name of somebody else's that leads
 * here would let their page read along.
 */
function isFromHere({ headers: { host, origin } }: IncomingMessage): boolean {
  return hosts.includes(hostOf(`http://${host}`)) && (origin === undefined || hosts.includes(hostOf(origin)));
}

/** The widget's frame and other programs' pages have other ports; a page elsewhere cannot send this header. */
function isFromOwnPage({ method, headers, socket }: IncomingMessage, port: number | undefined): boolean {
  const { host, origin } = headers;
  return (
    method === 'GET' &&
    socket.localPort === port &&
    headers['x-live-portal'] === 'page' &&
    (origin === undefined || origin === `http://${host}`)
  );
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}

function portOf(server: { address(): unknown } | null): number | undefined {
  const address = server?.address();
  return typeof address === 'object' && address && 'port' in address ? Number(address.port) : undefined;
}

function send(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, {
    'content-type': status === 200 ? 'application/json' : 'text/plain',
    // What is about people is kept nowhere.
    'cache-control': 'no-store',
  });
  response.end(text);
}
