// Runs a script of this folder, such as `node .ci/start.mjs pack --connection FILE`: Vite compiles it, as it does for
// the widget.
import { runnerImport } from 'vite';

const [name, ...args] = process.argv.slice(2);
try {
  const { module } = await runnerImport(`./.ci/${name}.ts`);
  await module.run(args);
} catch (error) {
  // A mistake in what was asked for needs no trace of the code.
  const isRefusal = error.name === 'Refusal' || error.code?.startsWith('ERR_PARSE_ARGS');
  console.error(isRefusal ? error.message : error);
  process.exit(1);
}
