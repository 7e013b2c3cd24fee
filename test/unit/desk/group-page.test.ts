import { describe, expect, it } from 'vitest';
import { failure } from '../../../src/base/result';
import { type GroupPage, type PageHints, parseGroupPage } from '../../../src/desk/group-page';
import { rawContact, rawContacts } from '../../builders';
import { nested, within } from '../support';

const ash = rawContact({ id: '1', lastName: 'Ash' });
const birch = rawContact({ id: '2', lastName: 'Birch' });
const cedar = rawContact({ id: '3', lastName: 'Cedar' });

const noHints: PageHints = { hasMore: null, nextPage: null, total: null, count: null };

function page(body: unknown): GroupPage {
  const result = parseGroupPage(body);
  if (!result.ok) throw new Error(`not read: ${result.error.kind}`);
  return result.value;
}

function ids(body: unknown): string[] {
  return page(body).contacts.map((contact) => contact.id);
}

describe('parseGroupPage', () => {
  describe('finds the contacts in', () => {
    it.each<[string, unknown, string[]]>([
      ['data as a list', { data: [ash, birch] }, ['1', '2']],
      ['data as a list of groups', { data: [{ fieldValue: 'ash', contacts: [ash, birch] }] }, ['1', '2']],
      [
        'data as a list of several groups',
        {
          data: [
            { fieldValue: 'ash', contacts: [ash] },
            { fieldValue: 'birch', contacts: [birch, cedar] },
          ],
        },
        ['1', '2', '3'],
      ],
      ['data as a group', { data: { contacts: [ash, birch] } }, ['1', '2']],
      ['data inside data', { data: { data: [ash, birch] } }, ['1', '2']],
      ['contacts', { contacts: [ash, birch] }, ['1', '2']],
      ['contacts beside other things', { fieldValue: 'ash', contacts: [ash], info: {} }, ['1']],
      ['a bare list', [ash, birch], ['1', '2']],
      ['a bare list of groups', [{ contacts: [ash] }, { contacts: [birch] }], ['1', '2']],
      ['a list of contacts and groups', [ash, { contacts: [birch] }], ['1', '2']],
      ['a single contact', ash, ['1']],
      ['a single contact inside data', { data: ash }, ['1']],
      ['nothing', undefined, []],
      ['an empty list', { data: [] }, []],
      ['a bare empty list', [], []],
      ['data of null', { data: null }, []],
      ['contacts of null', { contacts: null }, []],
      [
        'a group without contacts',
        { data: [{ fieldValue: 'ash', contacts: null }, { contacts: [birch] }] },
        ['2'],
      ],
    ])('%s', (_, body, expected) => {
      expect(ids(body)).toEqual(expected);
      expect(page(body).unreadable).toEqual([]);
    });

    it('an order that is that of Desk', () => {
      expect(ids({ data: [cedar, ash, birch] })).toEqual(['3', '1', '2']);
    });
  });

  it.each([
    ['text', 'Welcome'],
    ['a number', 42],
    ['null', null],
    ['an object of another kind', { fieldName: 'email' }],
    ['an id and nothing else', { id: '1' }],
    ['a name and no id', { lastName: 'Ash' }],
    ['data that is text', { data: 'Welcome' }],
    ['data of another kind', { data: { fieldName: 'email' } }],
    ['contacts that are no list', { contacts: 'Ash' }],
  ])('calls %s unreadable', (_, body) => {
    expect(parseGroupPage(body)).toEqual(failure({ kind: 'unreadable' }));
  });

  describe('counts a record that holds no contact', () => {
    it.each<[string, unknown]>([
      ['without an id', { lastName: 'Nobody' }],
      ['with an empty id', rawContact({ id: '' })],
      ['with an id that has lost digits', rawContact({ id: Number('450000000000123001') })],
      ['that is null', null],
      ['that is text', 'Ash'],
      ['that is empty', {}],
    ])('%s, and reads the good ones around it', (_, bad) => {
      for (const body of [{ data: [ash, bad, birch] }, { data: { contacts: [ash, bad, birch] } }]) {
        expect(ids(body)).toEqual(['1', '2']);
        expect(page(body).unreadable).toEqual([JSON.stringify(bad)]);
      }
    });

    it('once for each of several', () => {
      expect(page({ data: [{ lastName: 'Nobody' }, ash, null] }).unreadable).toHaveLength(2);
    });

    it('whose group has contacts that are no list', () => {
      const body = { data: [{ contacts: 'Ash' }, ash] };
      expect(ids(body)).toEqual(['1']);
      expect(page(body).unreadable).toHaveLength(1);
    });
  });

  describe('reads hints about the pages after it', () => {
    const places: [string, (hints: object) => unknown][] = [
      ['beside data', (hints) => ({ data: [ash], ...hints })],
      ['beside contacts', (hints) => ({ contacts: [ash], ...hints })],
      ['in info', (hints) => ({ data: [ash], info: hints })],
      ['inside data', (hints) => ({ data: { contacts: [ash], ...hints } })],
      ['in info inside data', (hints) => ({ data: { contacts: [ash], info: hints } })],
    ];

    describe.each(places)('%s', (_, bodyWith) => {
      it.each<[object, Partial<PageHints>]>([
        [{ more_records: true }, { hasMore: true }],
        [{ more_records: false }, { hasMore: false }],
        [{ moreRecords: true }, { hasMore: true }],
        [{ hasMore: false }, { hasMore: false }],
        [{ has_more: true }, { hasMore: true }],
        [{ hasMore: 'true' }, { hasMore: true }],
        [{ more_records: 'false' }, { hasMore: false }],
        [{ nextPage: 2 }, { hasMore: true, nextPage: 2 }],
        [{ nextPage: '2' }, { hasMore: true, nextPage: 2 }],
        [{ next_page: 2 }, { hasMore: true, nextPage: 2 }],
        [{ nextPage: null }, { hasMore: false }],
        [{ next_page: null }, { hasMore: false }],
        [{ nextPage: '' }, { hasMore: false }],
        [{ nextPage: false }, { hasMore: false }],
        [
          { hasMore: false, nextPage: 2 },
          { hasMore: false, nextPage: 2 },
        ],
        [{ hasMore: true, nextPage: null }, { hasMore: true }],
        [{ total: 25 }, { total: 25 }],
        [{ total: '25' }, { total: 25 }],
        [{ total: 0 }, { total: 0 }],
        [{ totalCount: 25 }, { total: 25 }],
        [{ total_count: '25' }, { total: 25 }],
        [{ count: 10 }, { count: 10 }],
        [{ count: '10' }, { count: 10 }],
        [
          { count: '10', more_records: 'true' },
          { count: 10, hasMore: true },
        ],
      ])('%j', (told, hints) => {
        expect(page(bodyWith(told)).hints).toEqual({ ...noHints, ...hints });
      });
    });

    it.each<[string, object]>([
      ['nothing', {}],
      ['null', { hasMore: null, total: null, count: null }],
      ['other words', { hasMore: 'maybe', total: 'many', count: '' }],
      ['numbers that count nothing', { total: -1, count: 1.5 }],
      ['an address of the next page', { nextPage: 'https://desk.zoho.eu/api/v1/contacts?from=11' }],
      ['a page before the first', { nextPage: 0 }],
    ])('and takes %s for none', (_, told) => {
      expect(page({ data: [ash], ...told }).hints.nextPage).toBeNull();
      expect(page({ data: [ash], ...told }).hints).toMatchObject({ total: null, count: null });
      expect(page({ data: [ash], ...told }).hints.hasMore).not.toBe(true);
    });

    it('in several places at once', () => {
      const body = { data: { contacts: [ash], total: 25 }, info: { more_records: true } };
      expect(page(body).hints).toEqual({ ...noHints, hasMore: true, total: 25 });
    });

    it('believing the outer one where two disagree', () => {
      const body = { data: { contacts: [ash], hasMore: false, total: 1 }, hasMore: true, total: 25 };
      expect(page(body).hints).toMatchObject({ hasMore: true, total: 25 });
    });

    it('not from a bare list, from nothing or from a group in a list', () => {
      expect(page([ash]).hints).toEqual(noHints);
      expect(page(undefined).hints).toEqual(noHints);
      expect(page({ data: [{ fieldValue: 'ash', count: 25, contacts: [ash] }] }).hints).toEqual(noHints);
    });
  });

  it('reads a page of a hundred', () => {
    const everyone = rawContacts(100);
    expect(ids({ data: everyone })).toEqual(everyone.map((told) => told.id));
  });

  it.each([
    ['data', nested({}, 'data')],
    ['contacts', nested({}, 'contacts')],
    ['lists', nested([], '0')],
    ['itself', within({})],
  ])('is no page where it nests without end: %s', (_, body) => {
    expect(parseGroupPage(body)).toHaveProperty('ok');
    expect(parseGroupPage({ data: [ash, body] })).toMatchObject({
      ok: true,
      value: { contacts: [{ id: '1' }] },
    });
  });
});
