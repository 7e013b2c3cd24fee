import * as v from 'valibot';
import type { Json } from '../base/json';
import type { Instant } from '../duplicates/contact';
import { isCustomField } from '../duplicates/contact-fields';
import type { Decision } from '../duplicates/decision';
import type { Fingerprint } from '../duplicates/fingerprint';
import { decisionsAbout, largestValue, type NewRow, type StoredRow } from './storage';

/*
 * A decision about two contacts A and B is two rows that are never rewritten, one to be found beside each contact:
 *
 *   key d:A:B:lz3k9x2w   queriableValue c:A
 *   key d:B:A:lz3k9x2w   queriableValue c:B
 *
 * The last part is the time of the decision, in milliseconds since 1970 and in base 36. Both rows hold the same value:
 *
 *   {"version": 2, "kind": "investigate", "note": "…", "by": {"id": "…", "name": "…"}, "at": 1763900000000,
 *     "values": {"email": ["1x2k9q", ""], …}}
 *
 * `values` holds the fingerprints of both contacts, field by field, the contact first whose id, as text, comes first;
 * `null` is a field that Desk did not send. Names and values of contacts are not stored. Version 1 kept a list of
 * decisions under `d:A:B`.
 */

/** What a row says that was found beside the contact that was asked for. */
export interface DecisionRow {
  readonly otherId: string;
  /** The time in the key; 0 where the key has none that this version can read. */
  readonly at: Instant;
  /** `null` for a row that this version cannot read, and so leaves alone. */
  readonly decision: Decision | null;
}

/** The two rows of a decision. */
export function rowsOf(contactId: string, otherId: string, decision: Decision): readonly [NewRow, NewRow] {
  const value = storedValueOf(contactId, otherId, decision);
  const [key, mirrorKey] = keysOf(contactId, otherId, decision.at);
  return [
    { key, queriableValue: decisionsAbout(contactId), value },
    { key: mirrorKey, queriableValue: decisionsAbout(otherId), value },
  ];
}

/** The keys of the two rows of a decision, the one beside `contactId` first. */
export function keysOf(contactId: string, otherId: string, at: Instant): readonly [string, string] {
  return [keyOf(contactId, otherId, at), keyOf(otherId, contactId, at)];
}

/** Reads a row that was found beside `contactId`; `null` if it isn't about a decision. */
export function readRow({ key, value }: StoredRow, contactId: string): DecisionRow | null {
  const [kind, own = '', other = '', time = '', ...rest] = key.split(':');
  if (kind !== 'd' || idIn(own) !== contactId || !other) return null;
  const otherId = idIn(other);
  const at = /^[0-9a-z]{1,9}$/.test(time) ? Number.parseInt(time, 36) : 0;
  const isKnownKey = rest.length === 0 && isId(otherId);
  const decision = isKnownKey ? readStoredValue(value, contactId, otherId) : null;
  // The key is what an undo removes, so a value that contradicts it cannot be trusted.
  return { otherId, at, decision: decision?.at === at ? decision : null };
}

/** Whether a key can hold this time: as many digits as `readRow` reads. */
export function isDecisionTime(at: unknown): at is Instant {
  return Number.isSafeInteger(at) && Number(at) >= 0 && Number(at) < 36 ** 9;
}

/** The longest key that Desk takes (https://www.zoho.com/desk/extensions/guide/create-data.html). */
const longestKey = 50;

/** Ids of 19 digits fit. Longer ones are written in base 36, after an underscore. */
function keyOf(contactId: string, otherId: string, at: Instant): string {
  const time = at.toString(36);
  const key = `d:${contactId}:${otherId}:${time}`;
  return key.length <= longestKey ? key : `d:${shortId(contactId)}:${shortId(otherId)}:${time}`;
}

function shortId(id: string): string {
  return /^[1-9]\d*$/.test(id) ? `_${BigInt(id).toString(36)}` : id;
}

/** What else stands in a key would be refused by the storage, or remove another row than the one that was meant. */
function isId(text: string): boolean {
  return /^\d{1,30}$/.test(text);
}

/** The id in a part of a key, whichever way it is written. */
function idIn(part: string): string {
  if (!/^_[0-9a-z]+$/.test(part)) return part;
  const digits = [...part.slice(1)].map((digit) => BigInt(Number.parseInt(digit, 36)));
  return String(digits.reduce((id, digit) => id * 36n + digit, 0n));
}

const version = 2;

const id = v.pipe(v.string(), v.check(isId));
const hash = v.nullable(v.string());
const common = {
  version: v.literal(version),
  by: v.nullable(v.object({ id: v.string(), name: v.string() })),
  at: v.number(),
  values: v.record(v.string(), v.tuple([hash, hash])),
};
const storedDecision = v.variant('kind', [
  v.object({ kind: v.literal('separate'), ...common }),
  v.object({ kind: v.literal('investigate'), note: v.string(), ...common }),
  v.object({
    kind: v.literal('mergePlanned'),
    primaryId: id,
    rounds: v.pipe(v.array(v.pipe(v.array(id), v.readonly())), v.readonly()),
    ...common,
  }),
]);
type StoredDecision = v.InferOutput<typeof storedDecision>;

/** The decision that a row's value holds; `null` if this version cannot read it. */
export function readStoredValue(value: Json | null, contactId: string, otherId: string): Decision | null {
  const parsed = v.safeParse(storedDecision, value);
  if (!parsed.success) return null;
  const { version: _, values, ...decision } = parsed.output;
  const ids = inOrder(contactId, otherId);
  const fingerprints = ids.map((id, place) => [id, fingerprintIn(values, place)]);
  return { ...decision, fingerprints: Object.fromEntries(fingerprints) };
}

/** What both rows of a decision hold, trimmed to the size of a row. */
export function storedValueOf(contactId: string, otherId: string, decision: Decision): Json {
  const ids = inOrder(contactId, otherId);
  return trimToFit(storedOf(decision, ids));
}

/** Drops the custom fields if the value is too large: with the longest note and name, the rest always fits. */
function trimToFit(stored: StoredDecision): StoredDecision {
  if (fits(stored)) return stored;
  const own = Object.entries(stored.values).filter(([key]) => !isCustomField(key));
  return { ...stored, values: Object.fromEntries(own) };
}

function fits(value: Json): boolean {
  return new TextEncoder().encode(JSON.stringify(value)).length <= largestValue;
}

function inOrder(contactId: string, otherId: string): string[] {
  return [contactId, otherId].sort();
}

function fingerprintIn(values: StoredDecision['values'], place: number): Fingerprint {
  const known = Object.entries(values).flatMap(([key, hashes]) => {
    const own = hashes[place];
    return typeof own === 'string' ? [[key, own] as const] : [];
  });
  return Object.fromEntries(known);
}

function storedOf({ fingerprints, ...decision }: Decision, ids: readonly string[]): StoredDecision {
  const [first = {}, second = {}] = ids.map((id) => fingerprints[id] ?? {});
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  const values: StoredDecision['values'] = {};
  for (const key of keys) values[key] = [first[key] ?? null, second[key] ?? null];
  return { version, ...decision, values };
}
