import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import texts from '../../../app/translations/en.json';
import { problems } from '../../desk/api-answer';
import { createSamplePortal } from '../../desk/portal';
import { main } from '../../portal/main-probe';
import { type Finding, probe } from '../../portal/probe';
import { createSee } from '../../portal/probe-answer';
import { type StandIn, startStandIn, type Trouble } from '../../portal/stand-in';

let zoho: StandIn;
let folder: string;
beforeEach(async () => {
  zoho = await startStandIn();
  folder = mkdtempSync(join(tmpdir(), 'probe-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await zoho.close();
});

async function run(trouble: Trouble = {}, words: readonly string[] = []) {
  zoho.set(trouble);
  const file = join(folder, 'shapes.json');
  const printed: string[] = [];
  const code = await main(['--file', file, ...words], zoho.environment, (text) => printed.push(text));
  const written = code === 0 ? readFileSync(file, 'utf8') : '';
  const findings: Finding[] = written ? JSON.parse(written).findings : [];
  const about = (words: string) => findings.find(({ question }) => question.includes(words));
  return { code, printed: printed.join('\n'), written, findings, about };
}

/** Every value that anybody of the sample portal has, ids among them, but for words that APIs have too. */
function valuesOfPeople(): string[] {
  const { contacts, details, groups } = zoho.portal;
  const found = new Set<string>();
  const collect = (value: unknown) => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    else if (!['boolean', 'undefined'].includes(typeof value) && value !== null) found.add(String(value));
  };
  for (const contact of contacts.values()) collect(contact);
  for (const detail of details.values()) collect(detail);
  for (const group of groups) collect([group.duplicateId, group.label]);
  // Somebody is called Anonymous, and a CRM record is one of `contacts`.
  const apiWords = ['true', 'false', 'contacts', 'Anonymous'];
  return [...found].filter((value) => value.length > 3 && !apiWords.includes(value));
}

describe('the probe', () => {
  it('tells no value of anybody, neither on the screen nor in its file', async () => {
    const { printed, written } = await run({}, ['--group', '189200000004010005']);
    const values = valuesOfPeople();
    expect(values.length).toBeGreaterThan(1000);
    const told = `${printed}\n${written}`.toLowerCase();
    expect(values.filter((value) => told.includes(value.toLowerCase()))).toEqual([]);
  });

  it('tells no secret, and not which portal it was', async () => {
    const { printed, written } = await run();
    const { ZOHO_DATA_CENTER: _, ...secrets } = zoho.environment;
    for (const secret of [...Object.values(secrets), '1000.token'])
      expect(`${printed}\n${written}`).not.toContain(secret);
  });

  it('asks every call of the widget, each a few times at most, and writes nothing', async () => {
    await run();
    const calls = zoho.asked.filter((call) => !call.startsWith('POST /oauth'));
    expect(calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
    const paths = new Set(calls.map((call) => call.replace(/\?.*/, '').replace(/\d{6,}/g, '{id}')));
    expect([...paths].sort()).toEqual(
      [
        ...['accounts/{id}/contacts', 'contacts/contactsByIds', 'contacts/{id}', 'contacts/{id}/statistics'],
        ...['contactsDeduplication/defaultFieldName', 'contactsDeduplication/{id}'],
        ...['groupContactDuplicateValues', 'groupContacts'],
      ].map((path) => `GET /api/v1/${path}`),
    );
    expect(calls.length).toBeLessThanOrEqual(20);
  });

  it('tells what the portal does, and how the widget treats it', async () => {
    const { about, printed, code } = await run();
    expect(code).toBe(0);
    expect(about('match contacts by')).toMatchObject({ portal: '200: bothEmail' });
    expect(about('joined by a comma')?.portal).toBe('200: yes: 2 groups');
    expect(about('count from 0')?.portal).toBe('200: from 0');
    expect(about('nobody has')).toMatchObject({ portal: '204, empty: 0 contacts', seen: { shape: 'empty' } });
    expect(about('one contact alone')?.portal).toBe('204, empty: no');
    expect(about('contactsByIds')?.portal).toMatch(/^200: 2 of 2 contacts; tells isEndUser$/);
    expect(about('beyond lists')?.portal).toContain('modifiedTime');
    expect(about('contactsDeduplication/{id}')?.portal).toMatch(/^200: yes, \d+ contacts$/);
    expect(about('give its contacts')?.seen?.shape).toContain('{data: 1 × {contacts: ');
    for (const { question, widget } of [about('count from 0'), about('beyond lists')].flatMap(
      (one) => one ?? [],
    )) {
      expect(printed.replace(/\s+│[^\n]*\n/g, ' ')).toContain(question.split(' ')[0]);
      expect(widget.length).toBeGreaterThan(10);
    }
  });

  it('notices a portal that counts from 1', async () => {
    await zoho.close();
    zoho = await startStandIn(createSamplePortal({ countsFrom: 1 }));
    expect((await run()).about('count from 0')?.portal).toBe('200: from 1, and 0 means 1');
  });

  it.each<[string, Trouble, string, string]>([
    [
      'a scope that is missing',
      { answer: problems.scopeMismatch },
      '403 SCOPE_MISMATCH',
      texts.error_scopeMissing_title,
    ],
    [
      'a path that is not offered',
      { answer: problems.notFound },
      '404 URL_NOT_FOUND',
      texts.error_notFound_title,
    ],
    [
      'credits that are used up',
      { answer: problems.creditsUsedUp },
      '429',
      texts.error_creditsExhausted_title,
    ],
    ['HTML', { answer: { status: 502, html: '<h1>Bad</h1>' } }, '502', texts.error_unavailable_title],
    [
      'an answer of nothing',
      { answer: { status: 202, body: null } },
      '202, empty',
      texts.error_largePortal_title,
    ],
  ])('tells of %s, and what the panel shows', async (_, trouble, outcome, title) => {
    const { about, code } = await run(trouble);
    expect(code).toBe(0);
    expect(about('match contacts by')?.portal).toContain(outcome);
    expect(about('match contacts by')?.widget).toBe(`Shows “${title}”.`);
    expect(about('give its contacts')?.portal).toBe('not asked: no value is shared');
  });

  it('reads the values that are shared as the widget does', async () => {
    const rows = [
      { fieldValue: ' robin@ash.example ', duplicateId: 42, count: '' },
      { fieldValue: 7, id: 'a/b' },
    ];
    const see = createSee(async (path) => {
      const isList = path === '/groupContactDuplicateValues';
      const text = JSON.stringify(isList ? { data: rows } : problems.notFound.body);
      return { status: isList ? 200 : 404, text, advice: null };
    });
    const findings = await probe(see, null);
    const about = (words: string) => findings.find(({ question }) => question.includes(words))?.portal;
    expect(about('values listed')).toBe('200: 2 values of bothEmail, 0 with a count');
    expect(about('carry the id')).toBe('200: 1 of 2 do');
  });

  it('asks for no group by an id that it was not told', async () => {
    const portal = createSamplePortal();
    await zoho.close();
    zoho = await startStandIn({ ...portal, groups: [] });
    const { about } = await run();
    expect(about('contactsDeduplication/{id}')?.portal).toContain('--group');
    expect(zoho.asked.filter((call) => /contactsDeduplication\/(?!default)/.test(call))).toEqual([]);
  });

  it('ends with what to do where it cannot sign in', async () => {
    const { code, printed } = await run({ tokenRefused: 'invalid_code' });
    expect(code).toBe(1);
    expect(printed).toContain('ZOHO_REFRESH_TOKEN');
  });
});
