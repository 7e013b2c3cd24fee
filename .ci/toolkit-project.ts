import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Makes the build a project that Zoho's extension toolkit (zet) accepts. */
export function toolkitProject(): Plugin {
  let folder = '';
  return {
    name: 'toolkit-project',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    writeBundle() {
      for (const path of ['app/translations', 'app/img', 'plugin-manifest.json', 'resources.json']) {
        cpSync(path, join(folder, path), { recursive: true });
      }
    },
  };
}
