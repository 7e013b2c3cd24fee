import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { parseJson } from '../src/base/json.ts';
import { Refusal } from './refusal.ts';

/** Taken where no other file is named; git ignores it. */
const ownFile = 'connection.json';

const name = (what: string) =>
  v.pipe(v.string(`${what} has to be text`), v.trim(), v.nonEmpty(`${what} is empty`));
const onlyScope = 'Desk.contacts.READ';
const scopeProblem = ({ input }: { readonly input: unknown }) =>
  `scope has to be ["${onlyScope}"] and nothing else, but is ${JSON.stringify(input)}`;

/** What Zoho's developer console shows in a connection's JSON tab, as the manifest takes it; anything else is left out. */
const connectionSchema = v.object(
  {
    type: v.optional(v.literal('connectors', 'type has to be "connectors"'), 'connectors'),
    connectionLinkName: name('connectionLinkName'),
    connectionName: name('connectionName'),
    serviceName: v.literal(
      'zlabs_integration',
      'serviceName has to be "zlabs_integration": a connection to Zoho itself',
    ),
    userAccess: v.literal(true, 'userAccess has to be true'),
    isUserDefinedService: v.optional(
      v.literal(false, 'isUserDefinedService has to be false: a connection to Zoho itself'),
      false,
    ),
    sharedBy: name('sharedBy'),
    scope: v.pipe(
      v.array(v.string(), scopeProblem),
      v.check((scopes) => scopes.join() === onlyScope, scopeProblem),
    ),
  },
  ({ path }) => (path ? `${path.map(({ key }) => key).join('.')} is missing` : 'it is no JSON object'),
);

/** A connection of a portal, which lets the widget read contacts. */
export type Connection = v.InferOutput<typeof connectionSchema>;

/**
 * The connection in this file; without a name, the one in `connection.json` beside package.json, or `null` where there is
 * none.
 *
 * @throws {Refusal} for a file that is not there, or is no connection of exactly the one scope
 */
export function readConnection(file?: string): Connection | null {
  // npm starts scripts beside package.json; INIT_CWD is where the user is.
  const path = file === undefined ? ownFile : resolve(process.env.INIT_CWD ?? '.', file);
  if (!existsSync(path)) {
    if (file === undefined) return null;
    throw new Refusal(`${file}: there is no such file`);
  }
  const read = v.safeParse(connectionSchema, parseJson(readFileSync(path, 'utf8')));
  if (read.success) return read.output;
  const problems = read.issues.map(({ message }) => `  ${message}`);
  throw new Refusal([`${file ?? ownFile} is not the connection that is needed:`, ...problems].join('\n'));
}

/** What is said of the connection that is used. */
export function describeConnection(connection: Connection | null): string {
  return connection
    ? `connection: ${connection.connectionName} (${connection.connectionLinkName}), reads contacts and nothing else`
    : `connection: none, so no portal lets it read yet. Name one with --connection FILE, or put it into ${ownFile}`;
}
