import { isRecord, parseJson } from '../../src/base/json';
import { adviceFor, adviceForSignIn } from './advice';
import { isAllowed } from './allowed-calls';
import type { PortalSettings } from './settings';
import type { SignIn } from './sign-in';

/** What a portal said. */
export interface LiveAnswer {
  /** 0 where nothing was heard. */
  readonly status: number;
  /** The body as it came. */
  readonly text: string;
  /** What to do about it, for whoever set this up. */
  readonly advice: string | null;
}

/** Reads a portal: `path` is without `/api/v1`. Never rejects. */
export type LiveApi = (path: string, query: URLSearchParams) => Promise<LiveAnswer>;

/** Desk's own limit for extensions is 20 seconds here: this is what the widget waits no longer for. */
const timeLimit = 25_000;

/** The REST API of a portal: GETs to a closed list of paths. A token that Desk refuses is replaced once. */
export function createLiveApi(settings: PortalSettings, signIn: SignIn, caller: 'widget' | 'probe'): LiveApi {
  return async (path, query) => {
    if (!isAllowed(path, caller)) return refused(path);
    const address = `${settings.deskUrl}/api/v1${path}${query.size ? `?${query}` : ''}`;
    const first = await ask(address);
    const answer = first.usedToken && isTokenRefused(first) ? await again(address, first.usedToken) : first;
    return { status: answer.status, text: answer.text, advice: answer.advice };
  };

  async function again(address: string, usedToken: string) {
    signIn.forget(usedToken);
    return ask(address);
  }

  async function ask(address: string): Promise<LiveAnswer & { readonly usedToken?: string }> {
    const token = await signIn.token();
    if (!token.ok) {
      const advice = adviceForSignIn(token.error, settings.accountsUrl);
      // To the widget, this is what it would be in Desk.
      if (token.error.kind === 'refused') return { ...problem(401, 'INVALID_OAUTH', advice), advice };
      return { status: token.error.kind === 'unreachable' ? 0 : 503, text: '', advice };
    }
    const { status, text } = await get(address, token.value, settings.orgId);
    return { status, text, advice: adviceFor(status, errorCodeIn(text)), usedToken: token.value };
  }
}

async function get(address: string, token: string, orgId: string) {
  try {
    const response = await fetch(address, {
      headers: { authorization: `Zoho-oauthtoken ${token}`, orgId },
      // Another host is not to be handed the token.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimit),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: '' };
  }
}

function refused(path: string): LiveAnswer {
  const advice = `Not sent: ${path} is none of the calls that this extension makes.`;
  return { ...problem(403, 'FORBIDDEN', advice), advice };
}

function problem(status: number, errorCode: string, message: string) {
  return { status, text: JSON.stringify({ errorCode, message }) };
}

function isTokenRefused({ status, text }: LiveAnswer): boolean {
  return status === 401 || errorCodeIn(text) === 'INVALID_OAUTH';
}

/** The `errorCode` of one of Desk's errors. */
export function errorCodeIn(text: string): string | null {
  const body = parseJson(text);
  return isRecord(body) && typeof body.errorCode === 'string' ? body.errorCode : null;
}
