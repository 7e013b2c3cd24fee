import { compareParsedNames } from './names/compare-names';
import { nameTables } from './names/load-name-tables';
import { parseName } from './names/parse-name';
import { compareEmails } from './near-emails';
import type { NearReader } from './readers';

/**
 * Compares names by the large tables, and addresses. Import this module on demand, never statically: all that it needs
 * comes after the first answer.
 */
export const nearReader: NearReader = {
  parseName,
  compareNames: (a, b) => compareParsedNames(a, b, nameTables),
  compareEmails,
};
