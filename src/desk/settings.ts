import { isRecord, type Json } from '../base/json';
import { type MatchField, matchFields } from '../duplicates/group-reference';
import type { Desk } from './desk';
import { readText } from './parse-contact';

/** How an administrator has set up the extension (the config parameters of plugin-manifest.json). */
export interface Settings {
  /** Match fields that are checked by themselves when a contact is opened. */
  readonly checkedFields: readonly MatchField[];
  /** Whether the portal's default match field is checked too; an administrator's own choice of fields is final. */
  readonly addsDefaultField: boolean;
  readonly coversTickets: boolean;
}

const standardFields: readonly MatchField[] = ['bothEmail', 'phone'];

/** The words that an administrator may write for a match field, beside Desk's own. */
const words: ReadonlyMap<string, MatchField> = new Map([
  ['email', 'bothEmail'],
  ['e-mail', 'bothEmail'],
  ['name', 'fullName'],
]);

/** Reads the settings; what is not set, or makes no sense, stays as it is by default. */
export async function readSettings({ ask }: Pick<Desk, 'ask'>): Promise<Settings> {
  const told = configOf(await ask('extension.config'));
  const names = [told.checked_fields].flat().flatMap((value) => (readText(value) ?? '').split(/[\s,;]+/));
  const fields = names.flatMap((name) => {
    const field =
      words.get(name.toLowerCase()) ??
      matchFields.find((known) => known.toLowerCase() === name.toLowerCase());
    return field ? [field] : [];
  });
  return {
    checkedFields: fields.length ? [...new Set(fields)] : standardFields,
    addsDefaultField: !fields.length,
    // Named so that a switch nobody has touched leaves tickets covered.
    coversTickets: !/^(true|yes|on|1)$/i.test(String(told.skip_tickets ?? '')),
  };
}

/**
 * The parameters by name. Seen in public extensions: a list of `{name, value}`, a plain object, and either of them
 * under `variables` or `config`.
 */
function configOf(told: unknown): Json {
  if (Array.isArray(told)) {
    return Object.fromEntries(
      told.flatMap((entry) => (isRecord(entry) ? [[String(entry.name), entry.value]] : [])),
    );
  }
  if (!isRecord(told)) return {};
  return 'variables' in told ? configOf(told.variables) : 'config' in told ? configOf(told.config) : told;
}
