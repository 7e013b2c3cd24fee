import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiAnswer, jsonOf, problems } from '../desk/api-answer';
import { createSamplePortal, type SamplePortal } from '../desk/portal';
import { answerApi } from '../desk/rest-api';

/** What the stand-in for Zoho does, where it is not as usual. */
export interface Trouble {
  /** The word that a request for a token is refused with. */
  readonly tokenRefused?: string;
  /** Every call of the REST API gets this. */
  readonly answer?: ApiAnswer | { readonly html: string; readonly status: number };
  readonly scopes?: readonly string[];
  /** Seconds; 0 for tokens that are refused from the start. */
  readonly tokenLasts?: number;
}

/** Zoho's token server and Desk's REST API on this machine, over the sample portal. */
export interface StandIn {
  readonly url: string;
  readonly portal: SamplePortal;
  /** What is needed to read it, by the variables' names. */
  readonly environment: Readonly<Record<string, string>>;
  /** The method, path and query of each call of the REST API, and the POSTs for tokens. */
  readonly asked: string[];
  /** Makes trouble from now on. */
  set(trouble: Trouble): void;
  /** Refuses all tokens that were given out so far. */
  expireTokens(): void;
  close(): Promise<void>;
}

const client = { id: '1000.STANDIN', secret: 'stand-in-secret', refreshToken: '1000.stand-in-refresh' };

export async function startStandIn(portal = createSamplePortal()): Promise<StandIn> {
  const asked: string[] = [];
  const tokens = new Set<string>();
  let given = 0;
  let trouble: Trouble = {};

  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const url = new URL(request.url ?? '/', 'http://stand-in');
    if (url.pathname === '/oauth/v2/token') giveToken(await formOf(request), response);
    else answerCall(request, url, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    portal,
    asked,
    environment: {
      ZOHO_DATA_CENTER: 'EU',
      ZOHO_ORG_ID: portal.orgId,
      ZOHO_CLIENT_ID: client.id,
      ZOHO_CLIENT_SECRET: client.secret,
      ZOHO_REFRESH_TOKEN: client.refreshToken,
      ZOHO_DESK_URL: url,
      ZOHO_ACCOUNTS_URL: url,
    },
    set(next) {
      trouble = next;
    },
    expireTokens: () => tokens.clear(),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };

  /** Zoho tells a refusal with the status 200. */
  function giveToken(form: URLSearchParams, response: ServerResponse) {
    const error = trouble.tokenRefused ?? whyRefused(form);
    if (error) return send(response, 200, JSON.stringify({ error }));
    const token = `1000.token-${++given}`;
    const expires_in = trouble.tokenLasts ?? 3600;
    if (expires_in > 0) tokens.add(token);
    const scope = (trouble.scopes ?? ['Desk.contacts.READ']).join(' ');
    const body = {
      access_token: token,
      scope,
      api_domain: url,
      token_type: 'Bearer',
      expires_in: expires_in || 3600,
    };
    return send(response, 200, JSON.stringify(body));
  }

  function answerCall(request: IncomingMessage, url: URL, response: ServerResponse) {
    const { answer } = trouble;
    if (answer && 'html' in answer) return send(response, answer.status, answer.html, 'text/html');
    const { status, body } = answer ?? usualAnswer(request, url);
    return send(response, status, body === null ? '' : jsonOf(body));
  }

  function usualAnswer({ method = 'GET', headers }: IncomingMessage, url: URL): ApiAnswer {
    const token = /^Zoho-oauthtoken (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    if (!tokens.has(token)) return problems.unauthorized;
    if (!(trouble.scopes ?? ['Desk.contacts.READ']).includes('Desk.contacts.READ'))
      return problems.scopeMismatch;
    if (headers.orgid !== portal.orgId) return problems.wrongPortal;
    const path = url.pathname.replace(/^\/api\/v1/, '');
    return answerApi(portal, { method, path, query: Object.fromEntries(url.searchParams) });
  }
}

/** Another data center knows neither the client nor its tokens. */
function whyRefused(form: URLSearchParams): string | null {
  if (form.get('grant_type') !== 'refresh_token') return 'unsupported_grant_type';
  if (form.get('client_id') !== client.id) return 'invalid_client';
  if (form.get('client_secret') !== client.secret) return 'invalid_client_secret';
  return form.get('refresh_token') === client.refreshToken ? null : 'invalid_code';
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request) text += part;
  return new URLSearchParams(text);
}

function send(response: ServerResponse, status: number, text: string, type = 'application/json') {
  response.writeHead(status, { 'content-type': type });
  response.end(text);
}
