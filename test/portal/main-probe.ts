import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { createLiveApi } from './live-api';
import { openPortal } from './open-portal';
import { tableOf } from './print-findings';
import { probe } from './probe';
import { createSee } from './probe-answer';

const options = {
  group: { type: 'string' },
  file: { type: 'string', default: 'build/probe-shapes.json' },
} as const;

/** Asks the portal that the environment names what it does, and prints it. Gives the exit code. */
export async function main(
  words: readonly string[],
  environment?: Parameters<typeof openPortal>[0],
  print: (text: string) => void = console.log,
): Promise<number> {
  const { group, file } = parseArgs({ args: [...words], options }).values;
  const portal = await openPortal(environment);
  if (!portal.ok) {
    print(portal.error);
    return 1;
  }
  const { settings, signIn } = portal.value;
  let calls = 0;
  const api = createLiveApi(settings, signIn, 'probe');
  const see = createSee((path, query) => {
    calls++;
    return api(path, query);
  });
  const findings = await probe(see, group ?? null);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ dataCenter: settings.dataCenter, findings }, null, 2)}\n`);
  print(tableOf(findings));
  print(
    `\n${calls} calls, all of them reading. ${file} has the same with the shapes of the answers and no values:`,
  );
  print('it can be sent to whoever maintains this extension.');
  return 0;
}
