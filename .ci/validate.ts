import { resolve } from 'node:path';
import { buildWidget } from './build.ts';
import { validateProject } from './toolkit.ts';

/** `npm run validate`: builds the widget, and has Zoho's toolkit validate it. */
export function run(): void {
  const folder = resolve('build/duplicate-contacts');
  buildWidget(folder);
  validateProject(folder);
}
