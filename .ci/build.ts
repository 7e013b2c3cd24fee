import { build, type Plugin } from 'vite';

/** Builds the widget into this folder as for a release, with these plugins besides. */
export async function buildWidget(folder: string, plugins: Plugin[] = []): Promise<void> {
  // The process that runs a script of this folder is one for development.
  process.env.NODE_ENV = 'production';
  await build({ logLevel: 'warn', build: { outDir: folder }, plugins });
}
