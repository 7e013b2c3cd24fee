/**
 * A string literal, or a number of more digits than a JavaScript number holds exactly. A literal that was cut off ends
 * with the text: otherwise each of its quotes would be tried as the beginning of another one.
 */
const stringOrLongInteger = /"[^"\\]*(?:\\.[^"\\]*)*"?|(?<![\d.eE+-])\d{16,}(?![\d.eE])/g;

/**
 * Parses JSON, with integers of 16 digits and more as strings: Desk's ids are int64, and some of its answers
 * hold them unquoted. `undefined` where the text is no JSON.
 */
export function parseJson(text: string): unknown {
  const quoted = text.replace(stringOrLongInteger, (found) => (found.startsWith('"') ? found : `"${found}"`));
  try {
    return JSON.parse(quoted);
  } catch {
    return undefined; // not JSON: the caller knows what else the text may be
  }
}

/** The value as JSON; empty for what has none: an object within itself, a bigint, or what nests too deep. */
export function toJsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}

/**
 * For `JSON.stringify`: an integer that has lost digits becomes `null`, since `parseJson` would give it back as text,
 * which passes for an id.
 */
export function withoutLostDigits(_: string, value: unknown): unknown {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? null : value;
}

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
