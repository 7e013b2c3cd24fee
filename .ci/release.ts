import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConnection } from './connection.ts';
import { librariesOf } from './licenses.ts';
import { pack } from './pack.ts';
import { Refusal } from './refusal.ts';
import { releaseList } from './release-list.ts';

const checks = [['check'], ['test']];
const benches = [['bench'], ['bench', '--', 'matching']];

/**
 * `npm run release -- [--connection FILE] [--skip-bench]`: passes every check, packs twice, and prints what the zip holds,
 * which it also leaves in `build/release.txt`.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { connection: { type: 'string' }, 'skip-bench': { type: 'boolean', default: false } },
  });
  const connection = readConnection(values.connection);
  for (const script of values['skip-bench'] ? checks : [...checks, ...benches]) npm(script);
  const trial = await pack(() => connection);
  const zip = await pack(() => connection);
  if (trial.sha256 !== zip.sha256) throw new Refusal('packed twice, the zip is not the same');
  const list = releaseList(zip, librariesOf(resolve('build/duplicate-contacts')), connection);
  writeFileSync('build/release.txt', list);
  console.log(`\n${list}`);
}

function npm(script: readonly string[]) {
  const command = `npm run ${script.join(' ')}`;
  console.log(`\n${command}`);
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true });
  if (status !== 0) throw new Refusal(`not released: ${command} failed`);
}
