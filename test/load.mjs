import { createServer } from 'vite';

/** Has Vite compile a module, as it does for the widget, and gives what `use` makes of it. */
export async function load(file, use) {
  const sources = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await use(await sources.ssrLoadModule(file));
  } finally {
    await sources.close();
  }
}
