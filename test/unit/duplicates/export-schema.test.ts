import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRecord } from '../../../src/base/json';
import { parseContact } from '../../../src/desk/parse-contact';
import type { Contact } from '../../../src/duplicates/contact';
import { contactFields } from '../../../src/duplicates/contact-fields';
import { createDecision, type Verdict } from '../../../src/duplicates/decision';
import { toJson } from '../../../src/duplicates/export';
import schema from '../../../src/duplicates/export.schema.json';
import { planMerge } from '../../../src/duplicates/merge-plan';
import { suggestPrimary } from '../../../src/duplicates/primary';
import { contact } from '../../builders';
import { createCandidates } from '../../weigh';
import { record } from '../fuzz/arbitraries';

const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

/** What is wrong with an export; nothing, as a rule. */
function faultsOf(file: unknown): string[] {
  return validate(file)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** The file that the panel would save of these contacts, the first of them open, with every kind of decision. */
function exportOf(all: readonly Contact[], at = 1): Record<string, unknown> {
  const [open = null] = all;
  const candidates = createCandidates(open, [{ key: 'all', contacts: all }], null);
  const { primaryId } = suggestPrimary(all, null);
  const { rounds, blockers } = planMerge(all, primaryId, new Map(), { shareAGroup: true }, null);
  const verdicts: readonly Verdict[] = [
    { kind: 'separate' },
    { kind: 'investigate', note: 'ask\u0000 Sales' },
    { kind: 'mergePlanned', primaryId: all[0]?.id ?? '1', rounds: [all.slice(1).map(({ id }) => id)] },
  ];
  const records = all.map((one, index) => ({
    letter: String(index),
    contact: one,
    evidence: candidates.find((candidate) => candidate.contact === one)?.evidence ?? null,
    decisions: verdicts.map((verdict, turn) =>
      createDecision(verdict, turn ? { id: '7', name: 'Kim' } : null, at, all),
    ),
    isSuggestedPrimary: one.id === primaryId,
  }));
  return JSON.parse(toJson(records, primaryId === null ? null : { primaryId, rounds, blockers }, at));
}

const robin = contact({
  email: 'robin@ash.example',
  phone: '+31 20 555 01 02',
  firstName: 'Robin',
  lastName: 'Ash',
});
const twin = contact({ ...robin, id: '450000000000999001', isPortalUser: true, phone: '020 5550102' });

describe('the schema of the export', () => {
  it('describes whatever the panel may export', () => {
    const people = fc
      .array(record, { maxLength: 6 })
      .map((raws) => raws.flatMap((raw) => parseContact(raw) ?? []))
      .map((all) => [...new Map(all.map((one) => [one.id, one])).values()]);
    fc.assert(
      fc.property(
        people,
        fc.oneof(fc.integer(), fc.constantFrom(Number.NaN, 8.64e15, -8.64e15)),
        (all, at) => {
          expect(faultsOf(exportOf(all, at))).toEqual([]);
        },
      ),
    );
  });

  it('names every field of a contact, and asks for each', () => {
    const names = ['id', ...contactFields.map(({ key }) => key), 'customFields'];
    expect(Object.keys(schema.$defs.contact.properties)).toEqual(names);
    expect(schema.$defs.contact.required).toEqual(names);
  });

  it('names everything that an export holds, whatever it is about', () => {
    const strict = new Ajv2020({ strict: true, strictTypes: false }).compile(closed(schema) as object);
    const others = [
      ...[
        contact({ firstName: 'Rob', lastName: 'Ash' }),
        contact({ email: 'robin@ash.example', lastName: 'Elm' }),
      ],
      ...[contact({ email: 'robin+a@ash.example', firstName: 'Robin', lastName: 'Ash', accountId: '1' })],
    ];
    expect(strict(exportOf([{ ...robin, accountId: '1' }, twin, ...others]))).toBe(true);
    expect(strict({ ...exportOf([robin]), more: 1 })).toBe(false);
  });

  it.each<[string, (file: ReturnType<typeof exportOf>) => unknown]>([
    ['another version', (file) => ({ ...file, version: 2 })],
    ['no version', ({ version: _, ...file }) => file],
    ['no records', ({ records: _, ...file }) => file],
    ['an id that is a number', (file) => ({ ...file, records: [{ contact: { id: 12345 } }] })],
    ['a blocker of another kind', (file) => withBlockers(file, [{ kind: 'mood', contactIds: ['1'] }])],
    ['a blocker about nobody', (file) => withBlockers(file, [{ kind: 'deleted', contactIds: [] }])],
    ['a plan without blockers', (file) => withBlockers(file, undefined)],
    ['a time without a zone', (file) => ({ ...file, exportedAt: '2024-02-29T12:00:00.000' })],
  ])('refuses %s', (_, spoil) => {
    const file = exportOf([robin, twin]);
    expect(faultsOf(file)).toEqual([]);
    expect(faultsOf(JSON.parse(JSON.stringify(spoil(file))))).not.toEqual([]);
  });
});

function withBlockers(file: ReturnType<typeof exportOf>, blockers: unknown) {
  return { ...file, mergePlan: { ...(file.mergePlan as object), blockers } };
}

/** The schema without room for anything that it does not name. */
function closed(part: unknown, isVariant = false): unknown {
  if (Array.isArray(part)) return part.map((entry) => closed(entry, isVariant));
  if (!isRecord(part)) return part;
  const inner = Object.entries(part).map(([name, value]) => [
    name,
    closed(value, name === 'oneOf' && 'properties' in part),
  ]);
  const isObject = part.type === 'object' && 'properties' in part;
  return {
    ...Object.fromEntries(inner),
    ...(isObject && !isVariant ? { unevaluatedProperties: false } : {}),
  };
}
