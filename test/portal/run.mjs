// Reads a real portal: npm run portal serves the local Desk over it, npm run probe asks it what it does. Vite compiles
// the sources, as it does for the widget.
import { createServer } from 'vite';

const [name, ...words] = process.argv.slice(2);
const sources = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { main } = await sources.ssrLoadModule(`/test/portal/main-${name}.ts`);
  process.exitCode = await main(words);
} finally {
  await sources.close();
}
