import { isRecord, type Json } from '../base/json';
import { type MatchField, matchFields } from '../duplicates/group-reference';
import type { Desk } from './desk';
import { readFlag, readText } from './read-value';

/** How an administrator has set up the extension (the config parameters of plugin-manifest.json). */
export interface Settings {
  /** Match fields that are checked automatically when a contact is opened. */
  readonly checkedFields: readonly MatchField[];
  /** Whether the portal's default match field takes the place of an empty one: not if an administrator chose the fields. */
  readonly addsDefaultField: boolean;
  readonly coversTickets: boolean;
  /** Whether every contact that is opened is looked for further, for some calls more. */
  readonly looksFurther: boolean;
}

const standardFields: readonly MatchField[] = ['bothEmail', 'phone', 'fullName'];

/** Names of match fields that an administrator may write, besides Desk's own. */
const fieldAliases: ReadonlyMap<string, MatchField> = new Map([
  ['email', 'bothEmail'],
  ['e-mail', 'bothEmail'],
  ['name', 'fullName'],
]);

/** Reads the settings; what is not set, or makes no sense, keeps its default. */
export async function readSettings({ getProperty }: Pick<Desk, 'getProperty'>): Promise<Settings> {
  const config = configOf(await getProperty('extension.config'));
  const names = [config.checked_fields].flat().flatMap((value) => (readText(value) ?? '').split(/[\s,;]+/));
  const fields = names.flatMap((name) => {
    const field =
      fieldAliases.get(name.toLowerCase()) ??
      matchFields.find((known) => known.toLowerCase() === name.toLowerCase());
    return field ? [field] : [];
  });
  return {
    checkedFields: fields.length ? [...new Set(fields)] : standardFields,
    addsDefaultField: !fields.length,
    // Named so that an untouched switch leaves tickets covered.
    coversTickets: !isOn(config.skip_tickets),
    looksFurther: isOn(config.look_further),
  };
}

function isOn(value: unknown): boolean {
  return readFlag(value) || /^(yes|on|1)$/i.test(readText(value) ?? '');
}

/**
 * The parameters by name. Seen in public extensions: a list of `{name, value}`, a plain object, and either of them
 * under `variables` or `config`, or both.
 */
function configOf(raw: unknown, depth = 0): Json {
  if (Array.isArray(raw)) {
    return Object.fromEntries(
      raw.flatMap((entry) => (isRecord(entry) ? [[readText(entry.name) ?? '', entry.value]] : [])),
    );
  }
  if (!isRecord(raw) || depth > 2) return {};
  const inner = ['variables', 'config'].find((name) => name in raw);
  return inner ? configOf(raw[inner], depth + 1) : raw;
}
