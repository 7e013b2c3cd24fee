import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, toJsonText } from '../../../src/base/json';
import { readAgent } from '../../../src/desk/agent';
import { decodeAnswer } from '../../../src/desk/answer';
import { portalOrigin } from '../../../src/desk/data-center';
import { isDecisionTime, keysOf, readRow, readStoredValue, rowsOf } from '../../../src/desk/decision-rows';
import { connectDesk } from '../../../src/desk/desk';
import { readDuplicateValues } from '../../../src/desk/endpoints/duplicate-values';
import { readTicketCount } from '../../../src/desk/endpoints/ticket-count';
import { parseGroupPage } from '../../../src/desk/group-page';
import { readPageRecord } from '../../../src/desk/page-record';
import { addPage, startAt } from '../../../src/desk/paging';
import { parseContact } from '../../../src/desk/parse-contact';
import { readSettings } from '../../../src/desk/settings';
import { createStorage } from '../../../src/desk/storage';
import { zohoLink } from '../../../src/desk/zoho-link';
import { contactFields } from '../../../src/duplicates/contact-fields';
import { createDecision } from '../../../src/duplicates/decision';
import { apiOver } from '../support';
import { anything, frozen, id, megabytes, noRecord, oddText, record } from './arbitraries';

const options = { signal: new AbortController().signal };

describe('whatever the bridge gives', () => {
  const envelopes = fc.array(
    fc.constantFrom<(inner: unknown) => unknown>(
      (inner) => ({ statusCode: 200, response: inner }),
      (inner) => ({ status: 'true', statusMessage: inner }),
      (inner) => ({ data: { statusMessage: inner } }),
      (inner) => ({ status: 200, headers: {}, data: inner }),
      (inner) => toJsonText(inner),
    ),
    { maxLength: 5 },
  );

  it('is decoded into a body or an error, and stays as it is', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('resolved', 'rejected'), (raw, outcome) => {
        const result = decodeAnswer(frozen(raw), outcome);
        if (outcome === 'rejected') expect(result.ok).toBe(false);
        if (raw === null || raw === undefined || raw === '') expect(result.ok).toBe(false);
      }),
    );
  });

  it('holds the body, however it is wrapped', () => {
    fc.assert(
      fc.property(envelopes, fc.array(id), (wrappers, ids) => {
        const body = { data: ids.map((id) => ({ id, lastName: 'Ash' })) };
        const raw = wrappers.reduce<unknown>((inner, wrap) => wrap(inner), body);
        expect(decodeAnswer(raw, 'resolved')).toEqual({ ok: true, value: body });
      }),
    );
  });

  it('is never a body where it breaks off', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (data, place) => {
          const text = toJsonText({
            statusCode: 200,
            response: toJsonText({ status: 'true', statusMessage: { data } }),
          });
          const result = decodeAnswer(text.slice(0, Math.floor(place * (text.length - 1))), 'resolved');
          expect(result.ok).toBe(false);
        },
      ),
    );
  });

  it.each(megabytes.map((text) => [text]))('is decoded also where it is long: %#', (text) => {
    for (const raw of [text, JSON.stringify(text), JSON.stringify({ response: text }).slice(0, -2)])
      expect(decodeAnswer(raw, 'resolved')).toHaveProperty('ok');
    expect(parseJson(JSON.stringify({ text }))).toEqual({ text });
  });
});

describe('a page of a group', () => {
  const forms = fc.constantFrom<(records: readonly unknown[]) => unknown>(
    (records) => records,
    (records) => ({ data: records }),
    (records) => ({ contacts: records }),
    (records) => ({ data: { contacts: records }, total: records.length }),
    (records) => ({ data: [{ fieldValue: 'x', contacts: records }] }),
  );

  it('is read or refused, and stays as it is', () => {
    fc.assert(
      fc.property(anything, (body) => {
        expect(parseGroupPage(frozen(body))).toHaveProperty('ok');
      }),
    );
  });

  it('has every good record, whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(record, noRecord)), forms, (records, form) => {
        const page = parseGroupPage(frozen(form(records)));
        const good = records.flatMap((one) => parseContact(one)?.id ?? []);
        expect(page.ok && page.value.contacts.map(({ id }) => id)).toEqual(good);
        expect(page.ok && page.value.unreadable).toHaveLength(records.length - good.length);
      }),
    );
  });

  it('adds everybody to the pages before, each once, and never ends in silence before the total', () => {
    const pages = fc.array(
      fc.tuple(
        fc.array(fc.oneof(record, noRecord), { maxLength: 6 }),
        fc.dictionary(fc.constantFrom('total', 'count', 'nextPage', 'more_records'), anything),
      ),
    );
    fc.assert(
      fc.property(pages, (given) => {
        let progress = frozen(startAt({}));
        for (const [records, hints] of given) {
          const page = parseGroupPage({ ...hints, data: records });
          if (!page.ok) throw new Error('not read');
          progress = frozen(addPage(progress, frozen(page.value), { kind: 'unknown' }));
          if (progress.end === 'complete' && page.value.hints.total !== null)
            expect(progress.contacts.length + progress.unreadable.length).toBeGreaterThanOrEqual(
              page.value.hints.total,
            );
        }
        const everybody = given.flatMap(([records]) => records.flatMap((one) => parseContact(one)?.id ?? []));
        expect(progress.contacts.map(({ id }) => id)).toEqual([...new Set(everybody)]);
      }),
    );
  });
});

describe('a contact', () => {
  it('is read or refused, with fields of their kinds, and the record stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(record, anything), (raw) => {
        const contact = parseContact(frozen(raw));
        if (!contact) return;
        expect(contact.id).toMatch(/^\d{1,19}$/);
        for (const { key, kind } of contactFields) {
          const value = contact[key];
          if (kind === 'flag') expect(value).toBeTypeOf('boolean');
          else if (typeof value === 'number') expect(new Date(value).getTime()).toBe(value);
          else if (typeof value === 'string')
            expect(value.isWellFormed() && value.length <= 65_535).toBe(true);
        }
        expect(
          Object.values(contact.customFields).every((value) => value === null || typeof value === 'string'),
        ).toBe(true);
      }),
    );
  });
});

describe('whatever Desk says of itself', () => {
  const bridge = (value: unknown) => ({
    extension: { onload: async () => value },
    get: async (property: string) => ({ [property]: value }),
    set: async () => value,
    delete: async () => value,
    request: async () => value,
  });

  it('connects, and gives a record, settings and an agent that can be used', async () => {
    await fc.assert(
      fc.asyncProperty(anything, anything, async (app, value) => {
        const desk = await connectDesk({ ...bridge(value), extension: { onload: async () => app } });
        expect(await readSettings(desk)).toHaveProperty('checkedFields');
        for (const isTicket of [true, false])
          expect(await readPageRecord({ ...desk, isTicket })).toHaveProperty('kind');
        const agent = await readAgent(desk);
        if (agent) expect(agent.name.length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('names no data center but the ten', () => {
    fc.assert(
      fc.property(anything, oddText, (meta, host) => {
        for (const told of [
          meta,
          { dcType: meta },
          { deskDomainUrl: meta },
          { deskDomainUrl: `https://desk.zoho.com${host}` },
        ])
          expect(portalOrigin(told) ?? 'https://desk.zoho.eu').toMatch(
            /^https:\/\/desk\.zoho(cloud)?\.[a-z.]+$/,
          );
      }),
    );
  });

  it('makes no link but to Zoho', () => {
    fc.assert(
      fc.property(oddText, oddText, (start, end) => {
        for (const url of [
          start,
          `https://${start}zoho.com${end}`,
          `https://zoho.com${end}`,
          `${start}://zoho.com/`,
        ]) {
          const link = zohoLink(url);
          if (link) expect(new URL(link).host).toMatch(/^([^@:/]+\.)?zoho\.com(\.au|\.cn)?$/);
        }
      }),
    );
  });

  it('ends in a value or an error of every endpoint', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        const list = { fieldName: 'email', startsWith: '', from: 0 } as const;
        for (const body of [value, { data: [value] }, { data: value }]) {
          const answer = { statusCode: 422, response: toJsonText(body) };
          expect(await readDuplicateValues(apiOver(answer), list, options)).toHaveProperty('ok', false);
          expect(await readTicketCount(apiOver(answer), '7', options)).toHaveProperty('ok', false);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('whatever lies in the storage', () => {
  it('is read or refused, and only what can be written again is a decision', () => {
    fc.assert(
      fc.property(
        fc.oneof(oddText, id),
        fc.oneof(oddText, id),
        fc.dictionary(oddText, anything),
        (own, other, value) => {
          const key = `d:${own}:${other}:abc`;
          const row = readRow({ key, queriableValue: `c:${own}`, value: frozen(value) }, own);
          if (row?.decision)
            for (const key of keysOf(own, row.otherId, row.at)) expect(key).toMatch(/^[\w:]{1,50}$/);
          expect(isDecisionTime(value.at)).toBeTypeOf('boolean');
        },
      ),
    );
  });

  it('gives back every decision as it was', () => {
    const person = record.map((raw) => parseContact(raw)).filter((contact) => contact !== null);
    fc.assert(
      fc.property(person, person, fc.nat(), (one, other, at) => {
        fc.pre(one.id !== other.id);
        const decision = frozen(createDecision({ kind: 'separate' }, null, at, [one, other]));
        for (const [index, stored] of rowsOf(one.id, other.id, decision).entries()) {
          expect(stored.key).toMatch(/^[\w:]{1,50}$/);
          const beside = index ? other.id : one.id;
          const row = readRow({ ...stored, value: JSON.parse(JSON.stringify(stored.value)) }, beside);
          expect(row?.decision).toMatchObject({ kind: 'separate', at });
        }
        expect(readStoredValue(null, one.id, other.id)).toBeNull();
      }),
    );
  });

  it('is a list or an error, never a rejection', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        for (const answer of [
          value,
          { 'database.get': value },
          { 'database.get': { data: [value, { key: 'a', value }] } },
        ]) {
          const give = async () => answer;
          const zohoDesk = { extension: { onload: give }, get: give, set: give, delete: give, request: give };
          const storage = createStorage({
            portal: { zohoDesk, origin: null, dataCenter: null, orgId: null },
          });
          expect(await storage.readAll('c:1')).toHaveProperty('ok');
          expect(await storage.read('a')).toHaveProperty('ok');
          expect(await storage.write([{ key: 'a', queriableValue: 'b', value: {} }])).toHaveProperty('ok');
        }
      }),
      { numRuns: 50 },
    );
  });
});
