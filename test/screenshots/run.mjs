// npm run screenshots: pictures of everything that the panel shows. Vite compiles the sources, as it does for the widget.
import { createServer } from 'vite';

const sources = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { takeAll } = await sources.ssrLoadModule('/test/screenshots/take.ts');
  await takeAll(process.argv.slice(2));
} finally {
  await sources.close();
}
