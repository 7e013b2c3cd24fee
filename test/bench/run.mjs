// Runs a bench: npm run bench times the panel, npm run bench -- panel groups longDay only these parts of it, npm run bench
// -- matching [seed] judges the matching. Vite compiles the sources, as it does for the widget.
import { createServer } from 'vite';

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
const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
  optimizeDeps: { noDiscovery: true },
});
try {
  const bench = await server.ssrLoadModule(file);
  await bench[run](...rest);
} finally {
  await server.close();
}
