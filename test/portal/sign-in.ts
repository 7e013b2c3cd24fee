import * as v from 'valibot';
import { parseJson } from '../../src/base/json';
import { failure, ok, type Result } from '../../src/base/result';
import type { PortalSettings } from './settings';

/** Why there is no token to read the portal with. */
export type SignInProblem =
  /** Zoho's own word, such as `invalid_code`. */
  | { readonly kind: 'refused'; readonly word: string }
  | { readonly kind: 'noAnswer'; readonly status: number }
  | { readonly kind: 'unreachable' };

/** Gives access tokens, kept in memory alone. */
export interface SignIn {
  /** One that is thought to be good; a new one where there is none. */
  token(): Promise<Result<string, SignInProblem>>;
  /** Desk did not take this one. */
  forget(token: string): void;
}

/** How many seconds before its end a token is no longer used. */
const spare = 60;

/** Zoho gives out a limited number of tokens in ten minutes; only then is it worth asking again later. */
const passing = /access.?denied/i;

const answers = v.union([
  v.object({ access_token: v.pipe(v.string(), v.minLength(1)), expires_in: v.optional(v.number(), 3600) }),
  v.object({ error: v.string() }),
]);

/** Signs in with the refresh token (https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token-expiry.html). */
export function createSignIn(settings: PortalSettings, now: () => number = Date.now): SignIn {
  let current: { readonly token: string; readonly until: number } | null = null;
  let refusal: SignInProblem | null = null;
  let underWay: Promise<Result<string, SignInProblem>> | null = null;

  return {
    async token() {
      if (current && now() < current.until) return ok(current.token);
      // A client or a refresh token that Zoho does not know will not be known later either.
      if (refusal) return failure(refusal);
      underWay ??= refresh().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    forget(token) {
      if (current?.token === token) current = null;
    },
  };

  async function refresh(): Promise<Result<string, SignInProblem>> {
    const answer = await askForToken(settings);
    if (!answer) return failure({ kind: 'unreachable' });
    const read = v.safeParse(answers, parseJson(answer.text));
    if (!read.success) return failure({ kind: 'noAnswer', status: answer.status });
    if ('error' in read.output) {
      const problem: SignInProblem = { kind: 'refused', word: read.output.error };
      if (!passing.test(problem.word)) refusal = problem;
      return failure(problem);
    }
    const { access_token: token, expires_in: seconds } = read.output;
    current = { token, until: now() + (seconds - spare) * 1000 };
    return ok(token);
  }
}

/** In the body, not in the address, which servers write into their logs. */
async function askForToken({ accountsUrl, clientId, clientSecret, refreshToken }: PortalSettings) {
  try {
    const response = await fetch(`${accountsUrl}/oauth/v2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: clientId,
        client_secret: clientSecret,
        refresh_token: refreshToken,
      }),
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return null; // no network, or no such host
  }
}
