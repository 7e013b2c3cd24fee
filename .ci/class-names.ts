import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.module.css'))
  .map((file) => basename(file))
  .sort();

/**
 * The class as it is built: without a hash, which is what compresses worst, a letter for the style sheet and the class as
 * it is written there. No two style sheets have the same name, and the same sources always give the same names.
 */
export function className(name: string, file: string): string {
  const place = sheets.indexOf(basename(file));
  const letter = letters[place];
  if (!letter) throw new Error(`no letter is left for ${file}`);
  return `${letter}-${name}`;
}
