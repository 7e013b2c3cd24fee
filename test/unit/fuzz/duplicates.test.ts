import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseContact } from '../../../src/desk/parse-contact';
import { arrange } from '../../../src/duplicates/arrange';
import { compareRecords } from '../../../src/duplicates/compare';
import type { Contact } from '../../../src/duplicates/contact';
import { createDecision } from '../../../src/duplicates/decision';
import { toCsv, toJson } from '../../../src/duplicates/export';
import { changedFields, fingerprintOf } from '../../../src/duplicates/fingerprint';
import { matchValues } from '../../../src/duplicates/match-values';
import { planMerge } from '../../../src/duplicates/merge-plan';
import { mergedContact } from '../../../src/duplicates/merged-contact';
import { createToE164 } from '../../../src/duplicates/phones/to-e164';
import { suggestPrimary } from '../../../src/duplicates/primary';
import { readGroupReference } from '../../../src/duplicates/read-group-reference';
import { createCandidates } from '../../weigh';
import { compareNames } from '../support';
import { frozen, megabytes, oddText, record } from './arbitraries';

const toE164 = createToE164('NL');

/** Whoever is parsed of any records, each once. */
const people = fc
  .array(record, { minLength: 1, maxLength: 6 })
  .map((records) => records.flatMap((raw) => frozen(parseContact(raw)) ?? []))
  .map((all) => [...new Map(all.map((one) => [one.id, one])).values()]);

/** All that the panel works out of some contacts; throws if any of it changes them. */
function workOut(all: readonly Contact[]) {
  const [open = null] = all;
  const candidates = createCandidates(open, [{ key: 'all', contacts: all }], toE164);
  const comparison = compareRecords(all, toE164);
  const { primaryId } = suggestPrimary(all, null);
  const plan = planMerge(all, primaryId, new Map(), { shareAGroup: true }, toE164);
  const exported = all.map((contact, index) => ({
    letter: String(index),
    contact,
    evidence: candidates.find((one) => one.contact === contact)?.evidence ?? null,
    decisions: [createDecision({ kind: 'investigate', note: '=1' }, null, 1, all)],
    isSuggestedPrimary: contact.id === primaryId,
  }));
  return { candidates, comparison, primaryId, plan, csv: toCsv(exported), json: toJson(exported, null, 1) };
}

describe('whatever contacts say', () => {
  it('nobody is lost among the candidates, in the comparison, the plan and the export', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { candidates, comparison, plan, csv, json } = workOut(frozen(all));
        const ids = all.map(({ id }) => id).sort();
        expect([...candidates.map(({ contact }) => contact.id), all[0]?.id].sort()).toEqual(ids);
        for (const { groups } of comparison.fields)
          expect(groups.flatMap(({ holders }) => holders).sort()).toEqual(ids);
        for (const mergeable of plan.mergeable) expect(ids).toContain(mergeable);
        expect(Papa.parse(csv).data).toHaveLength(all.length + 1);
        expect(
          JSON.parse(json)
            .records.map(({ contact }: { contact: Contact }) => contact.id)
            .sort(),
        ).toEqual(ids);
      }),
      { numRuns: 60 },
    );
  });

  it('no cell of the export begins a formula', () => {
    fc.assert(
      fc.property(people, (all) => {
        for (const row of Papa.parse<string[]>(workOut(all).csv.slice(1)).data.slice(1))
          for (const cell of row) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@]/u);
      }),
      { numRuns: 60 },
    );
  });

  it('a contact has not changed since itself, and a fingerprint of anything is compared', () => {
    const fingerprint = fc.dictionary(
      fc.oneof(oddText, fc.constantFrom('email', 'custom:*', 'custom:cf_a')),
      oddText,
    );
    fc.assert(
      fc.property(people, fingerprint, ([one], before) => {
        if (!one) return;
        expect(changedFields(frozen(fingerprintOf(one)), one)).toEqual([]);
        expect(Array.isArray(changedFields(frozen(before), one))).toBe(true);
      }),
    );
  });

  it('three sources of one contact are joined, and none is changed', () => {
    fc.assert(
      fc.property(people, ([page, list = null, record = null]) => {
        if (page) expect(mergedContact(frozen({ page, list, record }))).toHaveProperty('id');
      }),
    );
  });

  it('names compare in either order alike', () => {
    fc.assert(
      fc.property(oddText, oddText, oddText, (first, last, other) => {
        const [a, b] = [
          frozen({ firstName: first, lastName: last }),
          frozen({ firstName: null, lastName: other }),
        ];
        expect(compareNames(a, b, null).verdict).toBe(compareNames(b, a, null).verdict);
      }),
    );
  });

  it('what is typed names a group that can be asked for, or a problem', () => {
    fc.assert(
      fc.property(oddText, oddText, (typed, parameters) => {
        for (const text of [
          typed,
          `https://desk.zoho.eu/api/v1/contactsDeduplication/${typed}?${parameters}`,
        ]) {
          const read = readGroupReference(text, parameters);
          if ('reference' in read) expect(read.reference.duplicateId).toMatch(/^[\w-]{1,100}$/);
        }
      }),
    );
  });

  it('any search leaves a list', () => {
    fc.assert(
      fc.property(people, oddText, (all, query) => {
        const { candidates } = workOut(all);
        for (const order of ['strength', 'created', 'name'] as const)
          expect(arrange(frozen(candidates), query, order, 'en').length).toBeLessThanOrEqual(
            candidates.length,
          );
      }),
      { numRuns: 60 },
    );
  });
});

it.each(megabytes.map((text) => [text]))('a megabyte in every field is worked out in time: %#', (text) => {
  const names = [
    'firstName',
    'lastName',
    'email',
    'secondaryEmail',
    'phone',
    'mobile',
    'title',
    'description',
    'webUrl',
  ];
  const raw = (id: string, value: string) => ({
    ...Object.fromEntries(names.map((name) => [name, value])),
    ...{ id, account: { id: '7', accountName: value }, cf: { cf_a: value, [value]: value } },
  });
  const all = [raw('1', text), raw('2', `x${text}`), raw('3', text)].flatMap(
    (one) => parseContact(one) ?? [],
  );
  const { candidates } = workOut(all);
  expect(arrange(candidates, text.slice(0, 100), 'name', 'en').length).toBeLessThanOrEqual(2);
  for (const one of all) {
    expect(matchValues(one)).toEqual([]);
    expect(compareNames(one, { firstName: 'Robin', lastName: 'Ash' }, null)).toHaveProperty('verdict');
  }
  expect(readGroupReference(text, text)).toHaveProperty('problem');
});

it('ten thousand custom fields are worked out in time', () => {
  const cf = (value: string) =>
    Object.fromEntries(Array.from({ length: 10_000 }, (_, place) => [`cf_${place}`, value]));
  const all = ['1', '2'].flatMap((id) => parseContact({ id, cf: cf(id) }) ?? []);
  expect(workOut(all).comparison.counts.differs).toBe(10_000);
});
