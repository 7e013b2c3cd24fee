import { describe, expect, it } from 'vitest';
import type { GroupPage, PageHints } from '../../../src/desk/group-page';
import { addPage, type PageSize, type Progress, startAt } from '../../../src/desk/paging';
import type { Contact } from '../../../src/duplicates/contact';
import { contacts } from '../../builders';

const noHints: PageHints = { hasMore: null, nextPage: null, total: null, count: null };

function page(
  members: readonly Contact[],
  hints: Partial<PageHints> = {},
  unreadable: string[] = [],
): GroupPage {
  return { contacts: members, unreadable, hints: { ...noHints, ...hints } };
}

/** A server that answers a page, counted from 1. */
type Server = (page: number) => GroupPage;

/** The agent's limit, which Desk may follow or not. */
function hinted(limit: number | null): PageSize {
  return limit === null ? { kind: 'unknown' } : { kind: 'hinted', size: limit };
}

interface Reading {
  readonly progress: Progress;
  readonly ids: readonly string[];
  /** The pages that were asked for. */
  readonly asked: readonly number[];
}

/** Reads page after page until the end. */
function readAll(server: Server, parameters: Readonly<Record<string, string>> = {}): Reading {
  const limit = parameters.limit === undefined ? null : Number(parameters.limit);
  const asked: number[] = [];
  let progress = startAt(parameters);
  while (progress.end === null) {
    if (asked.length >= 300) throw new Error('reading comes to no end');
    asked.push(progress.nextPage);
    progress = addPage(progress, server(progress.nextPage), hinted(limit));
  }
  return { progress, ids: idsOf(progress.contacts), asked };
}

function idsOf(members: readonly Contact[]): string[] {
  return members.map((contact) => contact.id);
}

/** What a server knows of a page when it gives its hints. */
interface Served {
  readonly page: number;
  readonly pageSize: number;
  /** How many contacts this page holds. */
  readonly size: number;
  readonly everyone: number;
  readonly hasMore: boolean;
}

type HintStyle = (served: Served) => Partial<PageHints>;

/** Styles by which Desk says, or may be understood to say, when it is over. */
const frankStyles: Record<string, HintStyle> = {
  more_records: ({ hasMore }) => ({ hasMore }),
  'more_records and the count of the page': ({ hasMore, size }) => ({ hasMore, count: size }),
  'the next page': ({ hasMore, page }) => ({ hasMore, nextPage: hasMore ? page + 1 : null }),
  'the total': ({ everyone }) => ({ total: everyone }),
  'the total and more_records': ({ everyone, hasMore }) => ({ total: everyone, hasMore }),
};

/** Styles that leave the end open, at least on some pages. */
const reticentStyles: Record<string, HintStyle> = {
  'no hint': () => ({}),
  'the count of the page': ({ size }) => ({ count: size }),
  'the count of everybody': ({ everyone }) => ({ count: everyone }),
  'more_records while there are more': ({ hasMore }) => ({ hasMore: hasMore || null }),
  'the next page while there is one': ({ hasMore, page }) => (hasMore ? { hasMore, nextPage: page + 1 } : {}),
  'the total on the first page': ({ page, everyone }) => (page === 1 ? { total: everyone } : {}),
};

/** The `count` is the size that pages may have, whether they have it or not. */
const countOfPageSize: HintStyle = ({ pageSize }) => ({ count: pageSize });

const styles = { ...frankStyles, ...reticentStyles };

/** A server of these contacts; those that `hides` names are left out of the pages they are on. */
function serverOf(
  everyone: readonly Contact[],
  pageSize: number,
  style: HintStyle,
  hides: (index: number) => boolean = () => false,
): Server {
  const visible = everyone.filter((_, index) => !hides(index)).length;
  return (page) => {
    const from = (page - 1) * pageSize;
    const members = everyone.filter((_, index) => index >= from && index < from + pageSize && !hides(index));
    const hasMore = from + pageSize < everyone.length;
    return {
      contacts: members,
      unreadable: [],
      hints: { ...noHints, ...style({ page, pageSize, size: members.length, everyone: visible, hasMore }) },
    };
  };
}

describe('reading a group', () => {
  const counts = [0, 1, 2, 9, 10, 11, 19, 20, 21, 50, 99, 100, 101];

  describe.each(Object.entries(styles))('from a server that tells %s', (_, style) => {
    it.each([1, 2, 10, 50, 100])('reads everybody, %i to a page', (pageSize) => {
      for (const count of counts) {
        const everyone = contacts(count);
        for (const parameters of [{}, { limit: String(pageSize) }, { limit: '7' }]) {
          const { ids, progress } = readAll(serverOf(everyone, pageSize, style), parameters);
          expect(ids).toEqual(idsOf(everyone));
          expect(progress.end).toBe('complete');
        }
      }
    });

    it('reads everybody also where pages are short because records are hidden', () => {
      const everyone = contacts(45);
      for (const hides of [
        (index: number) => index < 3,
        (index: number) => index % 3 === 0,
        (index: number) => index >= 10 && index < 19,
      ]) {
        const { ids, progress } = readAll(serverOf(everyone, 10, style, hides));
        expect(ids).toEqual(idsOf(everyone.filter((_, index) => !hides(index))));
        expect(progress.end).toBe('complete');
      }
    });
  });

  describe('from a server that tells the page size as the count', () => {
    it.each([1, 2, 10, 50, 100])('reads everybody, %i to a page', (pageSize) => {
      for (const count of counts) {
        const everyone = contacts(count);
        expect(readAll(serverOf(everyone, pageSize, countOfPageSize)).ids).toEqual(idsOf(everyone));
      }
    });

    it('reads everybody also where the first page is short because records are hidden', () => {
      const everyone = contacts(45);
      const hides = (index: number) => index < 3;
      expect(readAll(serverOf(everyone, 10, countOfPageSize, hides)).ids).toEqual(idsOf(everyone.slice(3)));
    });
  });

  it.each(Object.entries(frankStyles))('asks for no page too many of a server that tells %s', (_, style) => {
    for (const count of [1, 10, 11, 20, 25]) {
      const { asked } = readAll(serverOf(contacts(count), 10, style));
      expect(asked).toEqual(Array.from({ length: Math.ceil(count / 10) }, (_, index) => index + 1));
    }
  });

  it('asks for one page more where nothing is told', () => {
    expect(readAll(serverOf(contacts(25), 10, () => ({}))).asked).toEqual([1, 2, 3, 4]);
  });

  it('keeps the order of Desk', () => {
    const [first, second, third] = [contacts(2), contacts(2), contacts(1)];
    const { ids } = readAll((asked) => page([third, first, second][asked - 1] ?? []));
    expect(ids).toEqual(idsOf([...third, ...first, ...second]));
  });
});

describe('startAt', () => {
  it('starts at the first page', () => {
    expect(startAt({})).toMatchObject({ firstPage: 1, nextPage: 1, pagesRead: 0, contacts: [], end: null });
  });

  it('starts at the page that the agent asks for', () => {
    expect(startAt({ page: '3', limit: '10' })).toMatchObject({ firstPage: 3, nextPage: 3, pagesRead: 0 });
  });
});

describe('addPage', () => {
  const ten = contacts(10);
  const more = contacts(10);

  /** What is known after these pages, read one after the other. */
  function afterPages(
    pages: readonly GroupPage[],
    limit: number | null = null,
    from = startAt({}),
  ): Progress {
    return pages.reduce((before, next) => addPage(before, next, hinted(limit)), from);
  }

  it('counts what it reads', () => {
    const progress = afterPages([page(ten), page(more.slice(0, 4), { total: 30 })]);
    expect(progress).toMatchObject({
      firstPage: 1,
      nextPage: 3,
      pagesRead: 2,
      entriesRead: 14,
      largestPage: 10,
      total: 30,
      expectsMore: true,
      end: null,
    });
    expect(progress.contacts).toEqual([...ten, ...more.slice(0, 4)]);
  });

  it.each<[string, Partial<PageHints>, number | null]>([
    ['a total for the total', { total: 30 }, 30],
    ['a total rather than a count', { total: 30, count: 40 }, 30],
    ['a count for the total where it is larger than the page', { count: 30 }, 30],
    ['no count for the total where it is that of the page', { count: 10 }, null],
    ['no count for the total where it is smaller than the page', { count: 5 }, null],
  ])('takes %s', (_, hints, total) => {
    expect(afterPages([page(ten, hints)]).total).toBe(total);
  });

  it('leaves what was read before as it was', () => {
    const before = afterPages([page(ten)]);
    addPage(before, page(more), { kind: 'unknown' });
    expect(before.contacts).toEqual(ten);
    expect(before.pagesRead).toBe(1);
  });

  describe('is at the end', () => {
    it.each<[string, Progress]>([
      ['where Desk says that there is no more', afterPages([page(ten, { hasMore: false })])],
      ['where the total is reached', afterPages([page(ten, { total: 20 }), page(more, { total: 20 })])],
      ['where bad records make up the total', afterPages([page(ten, { total: 12 }, ['null', '{}'])])],
      ['where the page is empty', afterPages([page(ten), page([])])],
      ['where the first page is empty', afterPages([page([])])],
      ['where the page adds nobody', afterPages([page(ten), page(ten)])],
      ['where the page holds some of those who are known', afterPages([page(ten), page(ten.slice(3, 5))])],
      [
        'where a page is short of the limit that earlier ones filled',
        afterPages([page(ten), page(more.slice(1))], 10),
      ],
    ])('%s', (_, progress) => {
      expect(progress).toMatchObject({ end: 'complete', expectsMore: false });
    });
  });

  describe('goes on', () => {
    it.each<[string, Progress]>([
      ['where nothing is told', afterPages([page(ten)])],
      ['where a page is short', afterPages([page(ten), page(more.slice(0, 3))])],
      ['where the first page is short of the limit', afterPages([page(ten.slice(0, 3))], 10)],
      [
        'where all pages are short of the limit',
        afterPages([page(ten.slice(0, 5)), page(more.slice(0, 4))], 10),
      ],
      ['where pages are larger than the limit', afterPages([page(ten), page(more.slice(0, 9))], 5)],
      ['where the limit is filled', afterPages([page(ten), page(more)], 10)],
      ['where Desk says that there is more', afterPages([page(ten, { hasMore: true })])],
      [
        'where a page is short of the limit but Desk says that there is more',
        afterPages([page(ten), page(more.slice(1), { hasMore: true })], 10),
      ],
      [
        'where Desk says that there is more than the total',
        afterPages([page(ten, { hasMore: true, total: 10 })]),
      ],
      ['where the total is larger', afterPages([page(ten, { total: 11 })])],
      [
        'where the total is larger though Desk says that it is over',
        afterPages([page(ten, { hasMore: false, total: 11 })]),
      ],
      ['where the total of an earlier page is larger', afterPages([page(ten, { total: 30 }), page(more)])],
      ['where a count is reached', afterPages([page(ten, { count: 20 }), page(more, { count: 20 })])],
      ['where a larger count is not reached', afterPages([page(ten, { count: 20 })])],
      ['where the count is that of the page', afterPages([page(ten, { count: 10 })])],
      ['where the count is smaller than the page', afterPages([page(ten, { count: 5 })])],
      ['where a page adds one contact', afterPages([page(ten), page([...ten, ...more.slice(0, 1)])])],
      ['where a page adds one bad record', afterPages([page(ten), page([], {}, ['null'])])],
    ])('%s', (_, progress) => {
      expect(progress.end).toBeNull();
    });
  });

  describe('says that Desk gave less than it announced', () => {
    it.each<[string, Progress]>([
      ['where the total is not reached', afterPages([page(ten, { total: 12 }), page([], { total: 12 })])],
      [
        'where a larger count is not reached',
        afterPages([page(ten, { count: 12 }), page([], { count: 12 })]),
      ],
      ['where the last page tells no total', afterPages([page(ten, { total: 12 }), page([])])],
      ['where an empty page announces more', afterPages([page(ten), page([], { hasMore: true })])],
      [
        'where a page of known contacts announces more',
        afterPages([page(ten), page(ten, { hasMore: true })]),
      ],
    ])('%s', (_, progress) => {
      expect(progress).toMatchObject({ end: 'short', expectsMore: true });
    });
  });

  describe('of a call whose pages are documented to be full', () => {
    const read = (size: number, hints: Partial<PageHints> = {}) =>
      addPage(startAt({}), page(contacts(size), hints), { kind: 'documented', size: 10 });

    it('is at the end where a page is short, also the first', () => {
      expect(read(9)).toMatchObject({ end: 'complete', expectsMore: false });
    });

    it('goes on where a page is full', () => {
      expect(read(10).end).toBeNull();
    });

    it.each([{ hasMore: true }, { total: 20 }])('goes on where a short page announces %j', (hints) => {
      expect(read(9, hints).end).toBeNull();
    });
  });

  it('takes no contact twice', () => {
    const everyone = [...ten, ...more];
    const { ids, progress } = readAll((asked) => page(everyone.slice((asked - 1) * 7, (asked - 1) * 7 + 10)));
    expect(ids).toEqual(idsOf(everyone));
    expect(progress.end).toBe('complete');
  });

  it('takes no contact twice that a single page holds twice', () => {
    expect(afterPages([page([...ten, ...ten])]).contacts).toEqual(ten);
  });

  it('counts all records of all pages, repeated and bad ones included', () => {
    expect(afterPages([page(ten, {}, ['null']), page(ten, {}, ['null'])]).entriesRead).toBe(22);
  });

  it('takes no bad record twice that two pages hold', () => {
    const progress = afterPages([page(ten, {}, ['null']), page(more, {}, ['null', '{}'])]);
    expect(progress.unreadable).toEqual(['null', '{}']);
  });

  it('ends with a server that takes no notice of the page', () => {
    const sameForEver = (hints: Partial<PageHints>, bad: string[] = []) =>
      readAll(() => page(ten, hints, bad));
    expect(sameForEver({})).toMatchObject({ ids: idsOf(ten), asked: [1, 2], progress: { end: 'complete' } });
    expect(sameForEver({}, ['null'])).toMatchObject({ asked: [1, 2], progress: { end: 'complete' } });
    expect(sameForEver({ total: 10 })).toMatchObject({ asked: [1], progress: { end: 'complete' } });
    expect(sameForEver({ total: 25 })).toMatchObject({ asked: [1, 2], progress: { end: 'short' } });
    expect(sameForEver({ hasMore: true })).toMatchObject({ asked: [1, 2], progress: { end: 'short' } });
  });

  it('ends with a server that announces more for ever', () => {
    const { ids, asked, progress } = readAll(serverOf(ten, 5, () => ({ hasMore: true })));
    expect(ids).toEqual(idsOf(ten));
    expect(asked).toEqual([1, 2, 3]);
    expect(progress.end).toBe('short');
  });

  it('ends with a server that names a next page for ever', () => {
    const { asked, progress } = readAll(
      serverOf(ten, 5, ({ page: served }) => ({ hasMore: true, nextPage: served + 1 })),
    );
    expect(asked).toEqual([1, 2, 3]);
    expect(progress.end).toBe('short');
  });

  describe('starting at page 3', () => {
    const everyone = contacts(45);

    it.each(Object.entries(styles))('reads what is left of a server that tells %s', (_, style) => {
      const { ids, asked, progress } = readAll(serverOf(everyone, 10, style), { page: '3' });
      expect(ids).toEqual(idsOf(everyone.slice(20)));
      expect(asked.slice(0, 3)).toEqual([3, 4, 5]);
      expect(progress).toMatchObject({ firstPage: 3, end: 'complete' });
    });

    it('keeps the total of the whole group', () => {
      const { progress } = readAll(
        serverOf(everyone, 10, ({ everyone: total }) => ({ total })),
        { page: '3' },
      );
      expect(progress.total).toBe(45);
    });

    it('still hears that Desk announces more than it gives', () => {
      const { progress } = readAll(
        serverOf(everyone, 10, () => ({ hasMore: true })),
        { page: '3' },
      );
      expect(progress.end).toBe('short');
    });
  });

  describe('asks next', () => {
    it('for the page after', () => {
      expect(afterPages([page(ten)]).nextPage).toBe(2);
      expect(afterPages([page(ten), page(more)], null, startAt({ page: '3' })).nextPage).toBe(5);
    });

    it('for the page that Desk names, also where it skips some', () => {
      const jumps: Record<number, GroupPage> = {
        1: page(ten, { hasMore: true, nextPage: 4 }),
        4: page(more, { hasMore: true, nextPage: 9 }),
        9: page(contacts(3), { hasMore: false }),
      };
      expect(readAll((asked) => jumps[asked] ?? page([])).asked).toEqual([1, 4, 9]);
    });

    it.each([0, 1])('never for a page again, also where Desk names page %i', (nextPage) => {
      expect(afterPages([page(ten, { hasMore: true, nextPage })]).nextPage).toBe(2);
    });
  });
});
