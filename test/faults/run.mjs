// npm run faults -- <seed> [steps]   lives through one day again
// npm run faults -- <from> <days> <steps>   lives through many
// npm run faults -- mutants   shows that the days notice mistakes: each has to be caught within 50 of them
import { spawnSync } from 'node:child_process';
import { runnerImport } from 'vite';

const [first = '1', ...rest] = process.argv.slice(2);
if (first === 'mutants') await tryMutants(rest);
else process.exit(live(settingsOf(first, rest), 'inherit').status ?? 1);

function settingsOf(seed, [days, steps]) {
  if (steps !== undefined) return { FAULTS_FROM: seed, FAULTS_DAYS: days, FAULTS_STEPS: steps };
  return { FAULTS_SEED: seed, ...(days === undefined ? {} : { FAULTS_STEPS: days }) };
}

function live(settings, stdio) {
  return spawnSync('npx', ['vitest', 'run', '--project', 'faults', '--bail', '1'], {
    env: { ...process.env, ...settings, NO_COLOR: '1' },
    encoding: 'utf8',
    stdio,
  });
}

async function tryMutants(wanted) {
  const { module } = await runnerImport('./test/faults/mutants.ts');
  const names = Object.keys(module.mutants).filter((name) => !wanted.length || wanted.includes(name));
  console.log('| mistake | days | what was noticed |\n|---|---|---|');
  let missed = 0;
  for (const name of names) {
    const { stdout, stderr } = live({ FAULTS_MUTANT: name, FAULTS_DAYS: '50', FAULTS_SHRINK: 'no' }, 'pipe');
    const [, seed, what] = /npm run faults -- (\d+): (.*)/.exec(stdout + stderr) ?? [];
    const broken = /Error: .* has no .*/.exec(stdout + stderr);
    if (broken) throw new Error(`${name}: ${broken[0]}`);
    if (!seed) missed++;
    console.log(`| ${name} | ${seed ?? '–'} | ${(what ?? 'nothing').replace(/\d{6,}/g, '…').slice(0, 90)} |`);
  }
  process.exit(missed ? 1 : 0);
}
