import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BrowserStorage, openBrowserStorage } from '../../../src/base/browser-storage';
import { cacheFor, createAnswerCache } from '../../../src/desk/answer-cache';
import { parseGroupPage } from '../../../src/desk/group-page';
import { createShelf, keysOn } from '../support';

const portal = 'contacts https://desk.zoho.eu/60012345/';
const otherPortal = 'contacts https://desk.zoho.eu/60054321/';
const lifetime = 1000;
const body = { data: [{ id: '450000000000123001', lastName: 'Ash' }] };
const newerBody = { data: [] };

beforeEach(() => {
  vi.useFakeTimers({ now: 1_750_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Moves the clock by so many milliseconds, back where they are negative. */
function pass(milliseconds: number) {
  vi.setSystemTime(Date.now() + milliseconds);
}

function cacheOn(shelf: BrowserStorage, name = portal) {
  return createAnswerCache(name, lifetime, shelf);
}

const shelves: [name: string, makeShelf: () => BrowserStorage][] = [
  ['with a shelf', () => createShelf()],
  ['without a shelf', () => null],
  ['with a shelf that is full', () => createShelf(0)],
];

describe.each(shelves)('a cache of answers %s', (_, makeShelf) => {
  it('knows nothing at first', () => {
    expect(cacheOn(makeShelf()).get('contacts/1?')).toBeUndefined();
  });

  it('gives an answer back within its lifetime', () => {
    const cache = cacheOn(makeShelf());
    cache.set('contacts/1?', body);
    expect(cache.get('contacts/1?')?.body).toEqual(body);
    pass(lifetime - 1);
    expect(cache.get('contacts/1?')?.body).toEqual(body);
  });

  it('does not give it back when its lifetime is over, however often it was asked for', () => {
    const cache = cacheOn(makeShelf());
    cache.set('contacts/1?', body);
    pass(lifetime - 1);
    expect(cache.get('contacts/1?')).toBeDefined();
    pass(1);
    expect(cache.get('contacts/1?')).toBeUndefined();
  });

  it('keeps every answer under its own key', () => {
    const cache = cacheOn(makeShelf());
    cache.set('contacts/1?', body);
    expect(cache.get('contacts/12?')).toBeUndefined();
    expect(cache.get('contacts/1')).toBeUndefined();
  });

  it('takes a newer answer for the older one, and counts from then on', () => {
    const cache = cacheOn(makeShelf());
    cache.set('contacts/1?', body);
    pass(lifetime - 1);
    cache.set('contacts/1?', newerBody);
    pass(lifetime - 1);
    expect(cache.get('contacts/1?')?.body).toEqual(newerBody);
  });

  it('keeps an empty answer as such', () => {
    const cache = cacheOn(makeShelf());
    cache.set('contacts/1?', undefined);
    const kept = cache.get('contacts/1?');
    expect(kept).toBeDefined();
    expect(kept?.body).toBeUndefined();
  });

  it('takes an answer from the future, left by a clock that was set back, for none', () => {
    const cache = cacheOn(makeShelf());
    cache.set('contacts/1?', body);
    pass(-1);
    expect(cache.get('contacts/1?')).toBeUndefined();
  });
});

describe('answers on a shelf', () => {
  it.each<[name: string, kept: unknown]>([
    ['a list of contacts', body],
    ['an empty answer', undefined],
    ['null', null],
    ['a list', [1, 'two']],
  ])('outlive the cache that laid them there: %s', (_, kept) => {
    const shelf = createShelf();
    cacheOn(shelf).set('contacts/1?', kept);
    pass(lifetime - 1);
    const found = cacheOn(shelf).get('contacts/1?');
    expect(found).toBeDefined();
    expect(found?.body).toEqual(kept);
  });

  it('do not outlive their lifetime, which a new cache does not renew', () => {
    const shelf = createShelf();
    cacheOn(shelf).set('contacts/1?', body);
    pass(lifetime - 1);
    const cache = cacheOn(shelf);
    expect(cache.get('contacts/1?')).toBeDefined();
    pass(1);
    expect(cache.get('contacts/1?')).toBeUndefined();
  });

  it('are found by a cache that was there before them', () => {
    const shelf = createShelf();
    const [one, other] = [cacheOn(shelf), cacheOn(shelf)];
    one.set('contacts/1?', body);
    expect(other.get('contacts/1?')?.body).toEqual(body);
  });

  it('are those of one portal alone', () => {
    const shelf = createShelf();
    cacheOn(shelf).set('contacts/1?', body);
    expect(cacheOn(shelf, otherPortal).get('contacts/1?')).toBeUndefined();
    cacheOn(shelf, otherPortal).set('contacts/1?', newerBody);
    expect(cacheOn(shelf).get('contacts/1?')?.body).toEqual(body);
  });

  it('are swept away by the next cache when their lifetime is over, and only then', () => {
    const shelf = createShelf();
    const cache = cacheOn(shelf);
    for (const key of ['a', 'b', 'c']) cache.set(key, body);
    pass(lifetime - 1);
    cache.set('d', body);
    expect(keysOn(shelf)).toHaveLength(4);
    pass(1);
    cacheOn(shelf);
    expect(keysOn(shelf)).toEqual([`${portal}d`]);
  });

  it('are left alone by the sweep where they belong to somebody else', () => {
    const shelf = createShelf();
    shelf.setItem('theme', 'dark');
    cacheOn(shelf, otherPortal).set('a', body);
    pass(lifetime);
    cacheOn(shelf);
    expect(keysOn(shelf)).toEqual(['theme', `${otherPortal}a`]);
  });

  it.each([
    ['no JSON', 'yesterday'],
    ['cut off', '{"at":1750000000000,"body":{"da'],
    ['empty', ''],
    ['a list', '[1750000000000,{}]'],
    ['a number', '1750000000000'],
    ['null', 'null'],
    ['without a time', '{"body":{"data":[]}}'],
    ['with a time as text', '{"at":"1750000000000","body":{"data":[]}}'],
    ['with a time that is none', '{"at":null,"body":{"data":[]}}'],
  ])('that are %s count as none, and are swept away', (_, text) => {
    const shelf = createShelf();
    const cache = cacheOn(shelf);
    shelf.setItem(`${portal}a`, text);
    expect(cache.get('a')).toBeUndefined();
    cacheOn(shelf);
    expect(keysOn(shelf)).toEqual([]);
  });

  it('tell ids of 18 digits as exactly as they were laid there', () => {
    const shelf = createShelf();
    cacheOn(shelf).set('a', { id: '450000000000123001', of: 'text with 450000000000123001 in it' });
    expect(cacheOn(shelf).get('a')?.body).toEqual({
      id: '450000000000123001',
      of: 'text with 450000000000123001 in it',
    });
  });
});

describe('a shelf without room', () => {
  it('is made room on for the answers after the one that found none', () => {
    const shelf = createShelf(2);
    const cache = cacheOn(shelf);
    for (const key of ['a', 'b', 'c']) cache.set(key, body);
    expect(keysOn(shelf)).toEqual([]);
    cache.set('d', body);
    expect(keysOn(shelf)).toEqual([`${portal}d`]);
  });

  it('loses nothing that memory holds', () => {
    const cache = cacheOn(createShelf(2));
    for (const key of ['a', 'b', 'c', 'd']) cache.set(key, { key });
    for (const key of ['a', 'b', 'c', 'd']) expect(cache.get(key)?.body).toEqual({ key });
  });

  it('keeps what belongs to somebody else', () => {
    const shelf = createShelf(2);
    shelf.setItem('theme', 'dark');
    cacheOn(shelf, otherPortal).set('a', body);
    cacheOn(shelf).set('a', body);
    expect(keysOn(shelf)).toEqual(['theme', `${otherPortal}a`]);
  });
});

it('goes on in memory where the browser forbids the storage while it is used', () => {
  const shelf = createShelf();
  const cache = cacheOn(shelf);
  cache.set('a', body);
  const forbid = () => {
    throw new DOMException('access is denied for this document', 'SecurityError');
  };
  Object.assign(shelf, { getItem: forbid, setItem: forbid, removeItem: forbid, key: forbid });
  cache.set('b', body);
  expect([cache.get('a')?.body, cache.get('b')?.body]).toEqual([body, body]);
  expect(cache.get('c')).toBeUndefined();
  expect(() => cacheOn(shelf)).not.toThrow();
});

describe('openBrowserStorage', () => {
  it('gives the storage of the browser', () => {
    const shelf = createShelf();
    expect(openBrowserStorage(() => shelf)).toBe(shelf);
  });

  it('gives none where asking for it throws', () => {
    const forbidden = () => {
      throw new DOMException('access is denied for this document', 'SecurityError');
    };
    expect(openBrowserStorage(forbidden)).toBeNull();
  });
});

it('keeps answers about people for a quarter of an hour, and settings of the portal for a day', () => {
  expect(cacheFor).toEqual({ people: 900_000, settings: 86_400_000 });
});

it('an id that has lost its last digits is none after a reload either', () => {
  const storage = createShelf();
  const body = { data: [{ id: Number('189200000001109306') }, { id: '189200000001109306' }] };
  createAnswerCache('', 1000, storage).set('a', body);
  const reloaded = createAnswerCache('', 1000, storage).get('a')?.body;
  expect(parseGroupPage(reloaded)).toEqual(parseGroupPage({ data: [{ id: null }, body.data[1]] }));
  expect(parseGroupPage(body)).toMatchObject({ value: { contacts: [{ id: '189200000001109306' }] } });
});
