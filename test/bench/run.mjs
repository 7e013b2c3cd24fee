// Runs a bench: npm run bench times the panel, npm run bench -- panel groups longDay only these parts of it, npm run bench
// -- matching [seed] judges the matching.
import { load } from '../load.mjs';

const benches = {
  panel: ['/test/bench/panel/measure.ts', 'printPanel'],
  matching: ['/test/bench/matching/measure.ts', 'printMatching'],
};
const [name = 'panel', ...rest] = process.argv.slice(2);
const [file, run] = benches[name] ?? [];
if (!file) {
  console.error(`npm run bench -- [${Object.keys(benches).join(' | ')}] [parts or seed]`);
  process.exit(1);
}
await load(file, (bench) => bench[run](...rest));
