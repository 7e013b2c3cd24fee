import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/duplicates/contact';
import { toJson } from '../../../src/duplicates/export';
import { planMerge } from '../../../src/duplicates/merge-plan';
import { contact } from '../../builders';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
  const scripts = [...readFileSync('README.md', 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)];
  const script = scripts.map(([, code]) => code ?? '').find((code) => code.includes('mergePlan'));
  writeFileSync(join(folder, 'check-merge.mjs'), script ?? '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the README's script over an export of these contacts, to be merged into the first. */
function check(contacts: readonly Contact[], shareAGroup = true) {
  const primaryId = contacts[0]?.id ?? null;
  const plan = planMerge(contacts, primaryId, new Map(), { shareAGroup }, null);
  return checkText(toJson([], primaryId === null ? null : { primaryId, ...plan }, 1));
}

function checkText(text: string) {
  const file = join(folder, 'export.json');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'check-merge.mjs'), file], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe("the README's script before a merge", () => {
  it('lets a plan without blockers pass, and prints its rounds', () => {
    const all = ['1', '2', '3', '4'].map((id) => contact({ id }));
    expect(check(all)).toEqual({ status: 0, stdout: 'merge 2 and 3 into 1\nmerge 4 into 1\n', stderr: '' });
  });

  it.each<[string, Partial<Contact>]>([
    ['portalUser', { isPortalUser: true }],
    ['deleted', { isDeleted: true }],
    ['anonymous', { isAnonymous: true }],
  ])('refuses a plan with the blocker %s', (kind, known) => {
    const { status, stdout, stderr } = check([contact({ id: '1' }), contact({ id: '2', ...known })]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(`${kind}: 2\n`);
  });

  it('names every blocker', () => {
    const { stderr } = check(
      [contact({ id: '1' }), contact({ id: '2' }), contact({ id: '3', isDeleted: true })],
      false,
    );
    expect(stderr).toBe('deleted: 3\ndifferentGroups: 1, 2\n');
  });

  it('refuses an export without a plan, and one of a version that it does not know', () => {
    expect(check([])).toMatchObject({ status: 1, stderr: expect.stringContaining('nothing is planned') });
    const next = checkText(JSON.stringify({ version: 2, mergePlan: { blockers: [], rounds: [] } }));
    expect(next).toMatchObject({ status: 1, stderr: expect.stringContaining('version 2') });
  });
});
