import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Connection } from './connection.ts';

const source = resolve('plugin-manifest.json');

/** The plugin's name, by which others know that a build has somebody's connection in it. */
export const useConnectionName = 'use-connection';

/** The manifest with this connection in place of its own; with none, as it is. */
export function connectedManifest(connection: Connection | null): object {
  const manifest = JSON.parse(readFileSync(source, 'utf8')) as object;
  return connection ? { ...manifest, zohoAuthorisation: connection } : manifest;
}

/** Puts the manifest with this connection into the build, and into the widget's code, which names it in each request. */
export function useConnection(connection: Connection): Plugin {
  let folder = '';
  const manifest = () => `${JSON.stringify(connectedManifest(connection), null, 2)}\n`;
  return {
    name: useConnectionName,
    enforce: 'pre',
    configResolved(config) {
      folder = config.build.outDir;
    },
    load: (id) => (resolve(id.split('?')[0] ?? '') === source ? manifest() : null),
    // After the manifest as it is was copied there.
    writeBundle: {
      order: 'post',
      handler: () => writeFileSync(join(folder, 'plugin-manifest.json'), manifest()),
    },
  };
}
