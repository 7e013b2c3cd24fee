import type { FieldComparison } from './compare';
import type { ContactId } from './contact';
import { emailFields, type FieldKey, isBookkeeping, nameFields, phoneFields } from './contact-fields';
import { emailKey } from './emails';
import { type FieldValue, valueText } from './field-values';
import type { KeptValue, MergeSelection } from './merge-preview';
import { keyByLine } from './phones/key-by-line';
import { parsePhone, type ToE164 } from './phones/parse-phone';
import { anyOrderKey } from './words';

/** A value that no field of the merged record would hold. */
export interface LostValue {
  /** The first field that holds it. */
  readonly key: FieldKey;
  readonly value: FieldValue;
  /** The records that hold it, in their order. */
  readonly holders: readonly ContactId[];
}

/**
 * Every value of the merged records that the preview does not hold. An address or number survives in either place, a
 * name in the first, last or full name, any other text in its own field. A number with an extension does not survive
 * without it. Desk's bookkeeping is left out.
 */
export function lostValues(
  fields: readonly FieldComparison[],
  preview: readonly KeptValue[],
  merge: MergeSelection,
  toE164: ToE164 | null,
): LostValue[] {
  const merged = merge.merged.map(({ id }) => id);
  const writtenIn = (keys: readonly string[]) =>
    fields.filter(({ key }) => keys.includes(key)).flatMap((field) => spellingsOf(field, merged));
  const keptIn = (keys: readonly string[]) =>
    preview.filter(({ key }) => keys.includes(key)).map(({ value }) => (value ? valueText(value) : ''));
  const keptFrom = new Map(preview.map(({ key, from }) => [key, from]));
  const shared: readonly string[] = [...emailFields, ...phoneFields, ...nameFields];
  return [
    ...lostAddresses(writtenIn(emailFields), keptIn(emailFields)),
    ...lostNumbers(writtenIn(phoneFields), keptIn(phoneFields), toE164),
    ...nameFields.flatMap((part) => lostNames(writtenIn([part]), keptIn(nameFields))),
    ...fields
      .filter(({ key }) => !shared.includes(key) && !isBookkeeping(key))
      .flatMap((field) => lostTexts(field, keptFrom.get(field.key) ?? null, merged)),
  ].map((lost) => ({ ...lost, holders: merged.filter((id) => lost.holders.includes(id)) }));
}

/** A value as some of the merged records write it. */
interface Written extends LostValue {
  readonly text: string;
}

function lostAddresses(written: readonly Written[], kept: readonly string[]): LostValue[] {
  return lostOf(written, emailKey, new Set(kept.map(emailKey)));
}

/** A number that survives without its extension is lost: it reaches the switchboard, not the person. */
function lostNumbers(
  written: readonly Written[],
  kept: readonly string[],
  toE164: ToE164 | null,
): LostValue[] {
  const lineOf = keyByLine([...written.map(({ text }) => text), ...kept], toE164);
  const extensionOf = (phone: string) => parsePhone(phone, null)?.extension ?? '';
  const numberKey = (phone: string) => `${lineOf(phone)} x${extensionOf(phone)}`;
  const surviving = new Set(kept.flatMap((phone) => [numberKey(phone), `${lineOf(phone)} x`]));
  return lostOf(written, numberKey, surviving);
}

function lostNames(written: readonly Written[], kept: readonly string[]): LostValue[] {
  const surviving = new Set([...kept, kept.join(' ')].map(anyOrderKey));
  return lostOf(written, anyOrderKey, surviving);
}

/** The values of a field other than the kept one, each once, however it is written. */
function lostTexts(
  { key, groups }: FieldComparison,
  keptFrom: ContactId | null,
  merged: readonly ContactId[],
): LostValue[] {
  return groups.flatMap((group) => {
    const isKept = keptFrom !== null && group.holders.includes(keptFrom);
    const value = group.spellings.find(({ holders }) => isHeldIn(holders, merged))?.value;
    return value && !isKept ? [{ key, value, holders: group.holders }] : [];
  });
}

function spellingsOf({ key, groups }: FieldComparison, merged: readonly ContactId[]): Written[] {
  return groups
    .flatMap((group) => group.spellings)
    .filter(({ holders }) => isHeldIn(holders, merged))
    .map(({ value, holders }) => ({ key, value, text: valueText(value), holders }));
}

function isHeldIn(holders: readonly ContactId[], merged: readonly ContactId[]): boolean {
  return holders.some((id) => merged.includes(id));
}

/** The values that do not survive: each once, as it is written first, with everybody who holds it. */
function lostOf(
  written: readonly Written[],
  keyOf: (text: string) => string,
  surviving: ReadonlySet<string>,
): LostValue[] {
  const lost = new Map<string, LostValue>();
  for (const { key, value, holders, text } of written) {
    const textKey = keyOf(text);
    if (surviving.has(textKey)) continue;
    const known = lost.get(textKey) ?? { key, value, holders: [] };
    lost.set(textKey, { ...known, holders: [...known.holders, ...holders] });
  }
  return [...lost.values()];
}
