import { resolve } from 'node:path';
import { buildWidget } from './build.ts';
import { validateProject } from './toolkit.ts';

/** `npm run validate`: builds the widget, and has Zoho's toolkit validate it. */
export async function run(): Promise<void> {
  const folder = resolve('build/duplicate-contacts');
  await buildWidget(folder);
  validateProject(folder);
}
