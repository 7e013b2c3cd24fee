import { unparse } from 'papaparse';
import type { Contact, Instant } from './contact';
import type { Decision } from './decision';
import type { Evidence } from './reasons';

/** One record of a group, with all that is known of it, and was decided about it and the open contact. */
export interface ExportedRecord {
  readonly letter: string;
  readonly contact: Contact;
  /** What speaks for and against it being the open contact; `null` for that one itself. */
  readonly evidence: Evidence | null;
  /** Latest first. */
  readonly decisions: readonly Decision[];
  readonly isSuggestedPrimary: boolean;
}

/**
 * What a spreadsheet would not leave as the text it is: formulas, whatever stands before their sign; digits that it
 * would round (ids of 18 digits) or take a zero from (phones, postcodes); numbers that it would take for days.
 */
const takenOtherwise =
  /^(?:[\s\p{Cc}\p{Cf}\p{DI}"']|%0[9ad])*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^\s*(?:0\d+|\d{16,}|\d+(?:\.\d+)?e[+-]?\d+|\d{1,4}(?:[-/.]\d{1,4}){1,2})\s*$|^\p{Cc}/iu;

/** What else a spreadsheet may end a cell at (LibreOffice does, unless told otherwise), but for within quotes. */
const otherSeparators = /[;\t]/;

/** A formula behind what Excel splits a line at where lists are written with semicolons, even within quotes. */
const formulaInside = /([;\t\r\n][\s\p{Cc}\p{Cf}\p{DI}"']*)(?=[=+\-@|\uff1d\uff0b\uff0d\uff20])/gu;

/** By this mark spreadsheets know UTF-8. */
const byteOrderMark = '\ufeff';

/**
 * The records as CSV (RFC 4180, UTF-8 with a byte order mark), a row for each, the columns named after Desk's fields.
 * A cell that a spreadsheet would take for something else than its text begins with an apostrophe, as does a part of it
 * that could come to stand in a cell of its own.
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
  return byteOrderMark + unparse({ fields: header, data }, { escapeFormulae: takenOtherwise, quotes });
}

/** The same records as JSON, as the panel knows them: for scripts that check a group before it is merged. */
export function toJson(records: readonly ExportedRecord[], exportedAt: Instant): string {
  const told = records.map(({ contact: { told: _, createdTime, modifiedTime, ...fields }, ...record }) => ({
    ...record,
    contact: { ...fields, createdTime: isoOf(createdTime), modifiedTime: isoOf(modifiedTime) },
    decisions: record.decisions.map(({ fingerprints: _, at, ...decision }) => ({
      ...decision,
      at: isoOf(at),
    })),
  }));
  return JSON.stringify({ exportedAt: isoOf(exportedAt), records: told }, null, 2);
}

type Column = readonly [name: string, read: (record: ExportedRecord) => string | null | undefined];

type TextField = {
  [Key in keyof Contact]: Contact[Key] extends string | null ? Key : never;
}[keyof Contact];

const text = (name: TextField): Column => [name, ({ contact }) => contact[name]];
const flag = (name: 'isPortalUser' | 'isSpam' | 'isAnonymous' | 'isDeleted'): Column => [
  name,
  ({ contact }) => String(contact[name]),
];

const columns: readonly Column[] = [
  ['letter', ({ letter }) => letter],
  ...(['id', 'firstName', 'lastName', 'email', 'secondaryEmail', 'phone', 'mobile'] as const).map(text),
  ...(['accountId', 'accountName', 'type', 'title', 'street', 'city', 'state', 'zip'] as const).map(text),
  ...(['country', 'language', 'facebook', 'twitter', 'description', 'ownerId', 'ownerName'] as const).map(
    text,
  ),
  ['crmRecordId', ({ contact }) => contact.crmRecord?.id],
  ['crmRecordType', ({ contact }) => contact.crmRecord?.kind],
  ...(['isPortalUser', 'isSpam', 'isAnonymous', 'isDeleted'] as const).map(flag),
  ['createdTime', ({ contact }) => isoOf(contact.createdTime)],
  ['modifiedTime', ({ contact }) => isoOf(contact.modifiedTime)],
  text('webUrl'),
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
