import { failure, ok, type Result } from '../../src/base/result';
import { adviceForSignIn } from './advice';
import { type PortalSettings, readEnvironment, readPortalSettings, sayProblems } from './settings';
import { createSignIn, type SignIn } from './sign-in';

/** A portal that somebody has signed in to. */
export interface OpenPortal {
  readonly settings: PortalSettings;
  readonly signIn: SignIn;
}

/** Signs in to the portal that the environment names; else says what to do, for whoever set it up. */
export async function openPortal(
  environment: Parameters<typeof readPortalSettings>[0] = readEnvironment(),
): Promise<Result<OpenPortal, string>> {
  const read = readPortalSettings(environment);
  if (!read.ok) return failure(sayProblems(read.error));
  const settings = read.value;
  const signIn = createSignIn(settings);
  const token = await signIn.token();
  return token.ok ? ok({ settings, signIn }) : failure(adviceForSignIn(token.error, settings.accountsUrl));
}
