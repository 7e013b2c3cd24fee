import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** JS and CSS that the panel needs before it shows anything, in bytes of brotli: what an agent waits for. */
const budget = 14_000;

/** Fails the build when the first load grows over its budget, and prints what it weighs. */
export function firstLoadBudget(): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    writeBundle({ dir = '.' }, bundle) {
      const first = new Set<string>();
      const visit = (fileName: string) => {
        const file = bundle[fileName];
        if (!file || first.has(fileName)) return;
        first.add(fileName);
        if (file.type !== 'chunk') return;
        for (const imported of file.imports) visit(imported);
        for (const css of file.viteMetadata?.importedCss ?? []) visit(css);
      };
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && file.isEntry) visit(file.fileName);

      const sizes = [...first].map(
        (fileName) => brotliCompressSync(readFileSync(join(dir, fileName))).length,
      );
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      const report = `first load: ${bytes} of ${budget} bytes (brotli): ${[...first].map((name, index) => `${name} ${sizes[index]}`).join(', ')}`;
      if (bytes > budget) this.error(report);
      console.log(report);
    },
  };
}
