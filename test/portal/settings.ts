import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import * as v from 'valibot';
import { failure, ok, type Result } from '../../src/base/result';
import { deskHosts } from '../../src/desk/data-center';

/** Which portal is read, and what signs in to it. */
export interface PortalSettings {
  /** As Desk's `dcType` names it, such as `EU`. */
  readonly dataCenter: string;
  readonly orgId: string;
  /** Where the REST API answers, such as `https://desk.zoho.eu`. */
  readonly deskUrl: string;
  /** Where tokens are given out, such as `https://accounts.zoho.eu`. */
  readonly accountsUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

const dataCenters = Object.keys(deskHosts);

/** What each variable has to be, and where it is to be had: the message for one that is missing or wrong. */
const variables = v.object({
  ZOHO_DATA_CENTER: v.pipe(
    required(`one of ${dataCenters.join(', ')}; the end of Desk's address tells, .eu is EU`),
    v.toUpperCase(),
    v.check((value) => dataCenters.includes(value), `has to be one of ${dataCenters.join(', ')}`),
  ),
  ZOHO_ORG_ID: v.pipe(
    required("the portal's number, in Desk under Setup > Developer Space > API"),
    v.regex(/^\d+$/, 'has to be a number, in Desk under Setup > Developer Space > API'),
  ),
  ZOHO_CLIENT_ID: required('the Client ID of a Self Client in the Zoho API Console'),
  ZOHO_CLIENT_SECRET: required('the Client Secret of the same Self Client'),
  ZOHO_REFRESH_TOKEN: required('got once with a code of the Self Client: README, Your own portal'),
  ZOHO_DESK_URL: v.optional(loopbackAddress()),
  ZOHO_ACCOUNTS_URL: v.optional(loopbackAddress()),
});

/** Reads the settings; else one line for each variable that is missing or wrong. */
export function readPortalSettings(environment: Variables): Result<PortalSettings, readonly string[]> {
  // A variable that is not there has no message of its own.
  const given = Object.fromEntries(Object.keys(variables.entries).map((name) => [name, environment[name]]));
  const read = v.safeParse(variables, given, { abortPipeEarly: true });
  if (!read.success)
    return failure(read.issues.map((issue) => `${String(issue.path?.[0]?.key)}: ${issue.message}`));
  const { output } = read;
  const host = deskHosts[output.ZOHO_DATA_CENTER] ?? '';
  return ok({
    dataCenter: output.ZOHO_DATA_CENTER,
    orgId: output.ZOHO_ORG_ID,
    deskUrl: output.ZOHO_DESK_URL ?? `https://${host}`,
    accountsUrl: output.ZOHO_ACCOUNTS_URL ?? `https://${host.replace(/^desk\./, 'accounts.')}`,
    clientId: output.ZOHO_CLIENT_ID,
    clientSecret: output.ZOHO_CLIENT_SECRET,
    refreshToken: output.ZOHO_REFRESH_TOKEN,
  });
}

/** The process's own variables, and those of a file such as `.env` where it is there; the process's come first. */
export function readEnvironment(file = '.env'): Variables {
  // Not put into the process's own variables, so that no other program is handed the secrets.
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
}

/** What is said when settings are missing or wrong. */
export function sayProblems(problems: readonly string[]): string {
  return [
    'To read a portal, set these in the environment or in a file .env beside package.json:',
    ...problems.map((problem) => `  ${problem}`),
    'README, "Your own portal", tells step by step how to get them.',
  ].join('\n');
}

function required(whereFrom: string) {
  return v.pipe(v.string(`missing: ${whereFrom}`), v.trim(), v.minLength(1, `missing: ${whereFrom}`));
}

/** For tests: a stand-in on this machine, and nothing else, may take the place of Zoho. */
function loopbackAddress() {
  return v.pipe(
    v.string(),
    v.check((value) => isLoopback(value), 'may only name this machine, such as http://127.0.0.1:4000'),
  );
}

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin } = new URL(address);
  return protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname) && origin === address;
}
