import * as v from 'valibot';
import type { Json } from '../base/json';
import type { Decision } from '../duplicates/decision';
import type { Fingerprint } from '../duplicates/fingerprint';
import { largestValue, type StoredRecord } from './storage';

/*
 * Decisions about two contacts A and B lie in the storage twice, under `d:A:B` to be found beside A (by `c:A`) and under
 * `d:B:A` to be found beside B (by `c:B`). Both hold the same, the latest decision first:
 *
 *   {"version": 1, "decisions": [{"kind": "investigate", "note": "…", "by": {"id": "…", "name": "…"}, "at": 1763900000000,
 *     "values": {"email": ["1x2k9q", ""], …}}]}
 *
 * `values` holds the fingerprints of both contacts, field by field, the contact with the lower id first; `null` is a
 * field that Desk did not tell. Names and values of contacts are not stored.
 */

/** By what all decisions about a contact are found. */
export function queriableValueOf(contactId: string): string {
  return `c:${contactId}`;
}

/** Under which key a decision is found beside `contactId`. */
export function keyOf(contactId: string, otherId: string): string {
  return `d:${contactId}:${otherId}`;
}

/** The other contact of a decision that lies beside `contactId`; `null` for a record of another kind. */
export function otherContactOf(key: string, contactId: string): string | null {
  const beginning = keyOf(contactId, '');
  return key.startsWith(beginning) && key.length > beginning.length ? key.slice(beginning.length) : null;
}

const version = 1;

const hash = v.nullable(v.string());
const common = {
  by: v.nullable(v.object({ id: v.string(), name: v.string() })),
  at: v.number(),
  values: v.record(v.string(), v.tuple([hash, hash])),
};
const storedDecision = v.variant('kind', [
  v.object({ kind: v.literal('separate'), ...common }),
  v.object({ kind: v.literal('investigate'), note: v.string(), ...common }),
  v.object({
    kind: v.literal('mergePlanned'),
    primaryId: v.string(),
    rounds: v.array(v.array(v.string())),
    ...common,
  }),
]);
const storedValue = v.object({
  version: v.literal(version),
  decisions: v.pipe(v.array(storedDecision), v.minLength(1)),
});
type StoredDecision = v.InferOutput<typeof storedDecision>;

/** The decisions about two contacts, latest first; `null` for what this version cannot read, and so leaves alone. */
export function readDecisions(
  value: Json | null,
  contactId: string,
  otherId: string,
): readonly Decision[] | null {
  const parsed = v.safeParse(storedValue, value);
  if (!parsed.success) return null;
  const ids = inOrder(contactId, otherId);
  return parsed.output.decisions.map(({ values, ...decision }) => ({
    ...decision,
    fingerprints: Object.fromEntries(ids.map((id, place) => [id, fingerprintIn(values, place)])),
  }));
}

/** The two records that hold these decisions, which have to fit into one. */
export function recordsOf(
  contactId: string,
  otherId: string,
  decisions: readonly Decision[],
): readonly (StoredRecord & { readonly value: Json })[] {
  const value = storedValueOf(contactId, otherId, decisions);
  return [
    { key: keyOf(contactId, otherId), queriableValue: queriableValueOf(contactId), value },
    { key: keyOf(otherId, contactId), queriableValue: queriableValueOf(otherId), value },
  ];
}

/**
 * What of these decisions fits into one record. The fingerprints of earlier ones go first, the oldest before, then the
 * oldest decisions, then the custom fields of the latest.
 */
export function fitting(
  contactId: string,
  otherId: string,
  decisions: readonly Decision[],
): readonly Decision[] {
  const fits = (kept: readonly Decision[]) =>
    new TextEncoder().encode(JSON.stringify(storedValueOf(contactId, otherId, kept))).length <= largestValue;
  const kept = [...decisions];
  for (let index = kept.length - 1; index > 0 && !fits(kept); index--)
    kept[index] = { ...(kept[index] as Decision), fingerprints: {} };
  while (kept.length > 1 && !fits(kept)) kept.pop();
  return fits(kept) ? kept : kept.map(withoutCustomFields);
}

/** As if Desk had not told the custom fields: the rest fits. */
function withoutCustomFields(decision: Decision): Decision {
  const own = (told: Fingerprint) =>
    Object.fromEntries(Object.entries(told).filter(([key]) => !key.startsWith('custom:')));
  const all = Object.entries(decision.fingerprints).map(([id, told]) => [id, own(told)]);
  return { ...decision, fingerprints: Object.fromEntries(all) };
}

/** What both records of two contacts hold. */
export function storedValueOf(contactId: string, otherId: string, decisions: readonly Decision[]): Json {
  const ids = inOrder(contactId, otherId);
  return { version, decisions: decisions.map((decision) => storedOf(decision, ids)) };
}

function inOrder(contactId: string, otherId: string): string[] {
  return [contactId, otherId].sort();
}

function fingerprintIn(values: StoredDecision['values'], place: number): Fingerprint {
  const told = Object.entries(values).flatMap(([key, hashes]) => {
    const own = hashes[place];
    return typeof own === 'string' ? [[key, own] as const] : [];
  });
  return Object.fromEntries(told);
}

function storedOf({ fingerprints, ...decision }: Decision, ids: readonly string[]): StoredDecision {
  const [first, second] = ids.map((id) => fingerprints[id] ?? {});
  const keys = new Set([...Object.keys(first ?? {}), ...Object.keys(second ?? {})]);
  const values = [...keys].map((key) => [key, [first?.[key] ?? null, second?.[key] ?? null]] as const);
  return { ...decision, values: Object.fromEntries(values) } as StoredDecision;
}
