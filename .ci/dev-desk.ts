import { parseArgs } from 'node:util';
import { describeConnection, readConnection } from './connection.ts';
import { serveDeveloperMode } from './developer-server.ts';
import { Refusal } from './refusal.ts';

/** Where Desk looks for a widget in developer mode. */
const port = 5000;

/** `npm run dev:desk -- [--connection FILE]`: serves the widget for a real Desk in developer mode, until it is stopped. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { connection: { type: 'string' } } });
  const connection = readConnection(values.connection);
  const { origin } = await serveDeveloperMode({ connection, port }).catch((error: Error) => {
    throw /in use/.test(error.message)
      ? new Refusal(`${error.message}, and Desk asks at no other one`)
      : error;
  });
  console.log(describeConnection(connection));
  console.log(`serving the widget at ${origin}: open this once in the browser and accept its certificate`);
}
