import type { SignInProblem } from './sign-in';

/** What to do about an answer of Desk that is no good, in a line; `null` where there is nothing to be done. */
export function adviceFor(status: number, errorCode: string | null): string | null {
  switch (errorCode) {
    case 'SCOPE_MISMATCH':
      return 'The refresh token lacks a scope: make a new one with the scope Desk.contacts.READ.';
    case 'OAUTH_ORG_MISMATCH':
      return 'ZOHO_ORG_ID is none of the portals that this refresh token may read.';
    case 'THRESHOLD_EXCEEDED':
      return "The portal's API credits of today are used up; they come back at midnight in its data center.";
    case 'LICENSE_ACCESS_LIMITED':
      return "The portal's edition does not offer this call.";
    case 'INVALID_OAUTH':
    case 'UNAUTHORIZED':
      return 'Desk takes no token of this client: is ZOHO_DATA_CENTER the one where the portal lives?';
  }
  if (status === 0) return 'Desk cannot be reached from this machine.';
  if (status === 401) return adviceFor(status, 'INVALID_OAUTH');
  if (status === 403) return 'The user who made the refresh token may not read contacts.';
  if (status === 429) return 'Too many calls at once: other programs share the limit. Try again in a moment.';
  if (status >= 300 && status < 400)
    return 'Desk sends on to another address: is ZOHO_DATA_CENTER the one where the portal lives?';
  if (status >= 500) return `Desk is in trouble (${status}). Try again later.`;
  return null;
}

/** What to do where there is no token. */
export function adviceForSignIn(problem: SignInProblem, accountsUrl: string): string {
  const { host } = new URL(accountsUrl);
  if (problem.kind === 'unreachable') return `${host} cannot be reached from this machine.`;
  if (problem.kind === 'noAnswer')
    return `${host} gave no token and no reason (${problem.status}). Try again later.`;
  const { word } = problem;
  if (/access.?denied/i.test(word))
    return `${host} has given out too many tokens for this client. Wait ten minutes.`;
  switch (word) {
    case 'invalid_client':
      return `${host} knows no such client: check ZOHO_CLIENT_ID, and that ZOHO_DATA_CENTER is where it was made.`;
    case 'invalid_client_secret':
      return 'ZOHO_CLIENT_SECRET is not the secret of ZOHO_CLIENT_ID.';
    case 'invalid_code':
      return 'ZOHO_REFRESH_TOKEN is revoked, or belongs to another client or data center: make a new one.';
    default:
      return `${host} refused to sign in: ${/^[\w ]{1,40}$/.test(word) ? word : 'for a reason of its own'}.`;
  }
}
