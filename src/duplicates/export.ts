import { unparse } from 'papaparse';
import type { GroupMember } from './candidates';
import type { Contact, ContactId, Instant } from './contact';
import { type ContactField, type ContactProperty, contactFields } from './contact-fields';
import type { Decision } from './decision';
import type { MergePlan } from './merge-plan';

/** A group member with its letter in the panel, and what was decided about it and the open contact. */
export interface ExportedRecord extends Omit<GroupMember, 'foundBy'> {
  readonly letter: string;
  /** Latest first. */
  readonly decisions: readonly Decision[];
  readonly isSuggestedPrimary: boolean;
}

/**
 * Cells that a spreadsheet would reinterpret: formulas, whatever comes before their sign; long numbers, which it rounds
 * (ids of 18 digits); zero-padded ones (phones, postcodes); dates.
 */
const needsEscaping =
  /^(?:[\s\p{Cc}\p{Cf}\p{DI}"']|%0[9ad])*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^\s*(?:0\d+|\d{16,}|\d+(?:\.\d+)?e[+-]?\d+|\d{1,4}(?:[-/.]\d{1,4}){1,2})\s*$|^\p{Cc}/iu;

/** Other delimiters that LibreOffice splits on by default, unless the cell is quoted. */
const otherSeparators = /[;\t]/;

/** A formula after a delimiter inside a cell: where lists are written with semicolons, Excel splits even quoted cells. */
const formulaInside = /([;\t\r\n][\s\p{Cc}\p{Cf}\p{DI}"']*)(?=[=+\-@|\uff1d\uff0b\uff0d\uff20])/gu;

/** Tells spreadsheets that the file is UTF-8. */
const byteOrderMark = '\ufeff';

/**
 * The records as CSV (RFC 4180, UTF-8 with a byte order mark), a row for each, the columns named after the fields.
 * A cell that a spreadsheet would reinterpret begins with an apostrophe, as does a part of it that could end up in a cell
 * of its own.
 */
export function toCsv(records: readonly ExportedRecord[]): string {
  const customFields = [...new Set(records.flatMap(({ contact }) => Object.keys(contact.customFields)))];
  const fields = [...columns.map(([name]) => name), ...customFields.map((name) => `cf: ${name}`)];
  const rows = records.map((record) => [
    ...columns.map(([, read]) => read(record) ?? ''),
    ...customFields.map((name) => customField(record.contact, name)),
  ]);
  const [header = [], ...data] = [fields, ...rows].map((row) =>
    row.map((cell) => cell.replace(formulaInside, "$1'")),
  );
  const quotes = (cell: string) => otherSeparators.test(cell);
  return byteOrderMark + unparse({ fields: header, data }, { escapeFormulae: needsEscaping, quotes });
}

/** Into which record the panel plans to merge the ones that are compared, and what keeps Desk from it. */
export interface ExportedPlan extends Pick<MergePlan, 'rounds' | 'blockers'> {
  readonly primaryId: ContactId;
}

/** What `export.schema.json` describes. Raised when a script that reads the file would have to change. */
const version = 1;

/** The same records as JSON with the merge plan, for scripts that check a group before it is merged. */
export function toJson(
  records: readonly ExportedRecord[],
  mergePlan: ExportedPlan | null,
  exportedAt: Instant,
): string {
  const exported = records.map(({ contact, decisions, ...record }) => ({
    ...record,
    contact: plainContact(contact),
    decisions: decisions.map(({ fingerprints: _, at, ...decision }) => ({ ...decision, at: isoOf(at) })),
  }));
  return JSON.stringify({ version, exportedAt: isoOf(exportedAt), mergePlan, records: exported }, null, 2);
}

function plainContact({ sentFields: _, ...contact }: Contact): object {
  const instants = contactFields.filter(({ kind }) => kind === 'instant');
  return { ...contact, ...Object.fromEntries(instants.map(({ key }) => [key, cellOf(contact[key])])) };
}

type Column = readonly [name: string, read: (record: ExportedRecord) => string | null | undefined];

function columnsOf({ key, kind }: ContactField): Column[] {
  if (kind === 'crm') {
    return [
      [`${key}Id`, ({ contact }) => contact.crmRecord?.id],
      [`${key}Type`, ({ contact }) => contact.crmRecord?.kind],
    ];
  }
  return [[key, ({ contact }) => cellOf(contact[key])]];
}

/** A value as text: instants as ISO times. */
function cellOf(value: Contact[ContactProperty]): string | null {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return isoOf(value);
    case 'boolean':
      return String(value);
    default:
      return value?.id ?? null;
  }
}

const columns: readonly Column[] = [
  ['letter', ({ letter }) => letter],
  ['id', ({ contact }) => contact.id],
  ...contactFields.flatMap(columnsOf),
  ['strength', ({ evidence }) => evidence?.strength],
  ['reasonsFor', ({ evidence }) => evidence?.reasonsFor.map(({ kind }) => kind).join('; ')],
  ['reasonsAgainst', ({ evidence }) => evidence?.reasonsAgainst.map(({ kind }) => kind).join('; ')],
  ['suggestedPrimary', ({ isSuggestedPrimary }) => String(isSuggestedPrimary)],
  ['decision', ({ decisions: [latest] }) => latest?.kind],
  ['decidedBy', ({ decisions: [latest] }) => latest?.by?.name],
  ['decidedAt', ({ decisions: [latest] }) => isoOf(latest?.at ?? null)],
  ['note', ({ decisions: [latest] }) => (latest?.kind === 'investigate' ? latest.note : null)],
];

function customField({ customFields }: Contact, name: string): string {
  return Object.hasOwn(customFields, name) ? (customFields[name] ?? '') : '';
}

/** Such as `2024-02-29T08:30:00.000Z`; `null` for what is no time of any calendar. */
function isoOf(instant: Instant | null): string | null {
  const date = new Date(instant ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
