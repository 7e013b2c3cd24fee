import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../../plugin-manifest.json';
import { type BridgeOptions, createBridge } from '../../desk/bridge';
import { pageFacts } from '../../desk/page-facts';
import { createSamplePortal } from '../../desk/portal';
import type { Settings } from '../../desk/settings';
import { largestValue, type StoredRecord, storageRates } from '../../desk/storage';
import { worlds } from '../../desk/worlds';

const portal = createSamplePortal();

function bridge(options: Partial<BridgeOptions> = {}) {
  return createBridge({
    portal,
    manifest: { ...manifest, storage: true },
    world: worlds.usual(),
    app: () => ({}),
    page: () => ({ 'portal.id': portal.orgId }),
    ...options,
  });
}

const record = (key: string, queriableValue = 'c:1', value: object = {}) => ({ key, value, queriableValue });
const invalidPayload = { errMsg: 'Invalid Payload' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the storage of an extension', () => {
  it('gives back what was set, by key or by queriable value', async () => {
    const desk = bridge();
    const decision = record('d:1:2', 'c:1', { kind: 'separate', note: 'zwei Personen, 二人' });
    expect(await desk.set('database', decision)).toEqual({ 'database.set': decision });
    await desk.set('database', record('d:2:1', 'c:2'));
    expect(await desk.get('database', { key: 'd:1:2' })).toEqual({ 'database.get': { data: [decision] } });
    expect(await desk.get('database', { queriableValue: 'c:1' })).toEqual({
      'database.get': { data: [decision] },
    });
    expect(await desk.get('database', { key: 'd:1:2', queriableValue: 'c:2' })).toEqual({
      'database.get': {},
    });
  });

  it('answers nothing found with an empty object', async () => {
    expect(await bridge().get('database', { key: 'd:1:2' })).toEqual({ 'database.get': {} });
  });

  it('overwrites the record of a key', async () => {
    const desk = bridge();
    await desk.set('database', record('a', 'c:1', { turn: 1 }));
    await desk.set('database', record('a', 'c:2', { turn: 2 }));
    expect(await desk.get('database', { key: 'a' })).toEqual({
      'database.get': { data: [record('a', 'c:2', { turn: 2 })] },
    });
    expect(await desk.get('database', { queriableValue: 'c:1' })).toEqual({ 'database.get': {} });
  });

  it('keeps what was set apart from what the widget does with it later', async () => {
    const desk = bridge();
    const value = { kind: 'separate' };
    await desk.set('database', record('a', 'c:1', value));
    value.kind = 'merged';
    expect(await desk.get('database', { key: 'a' })).toMatchObject({
      'database.get': { data: [{ value: { kind: 'separate' } }] },
    });
  });

  it('takes up to ten records at once, all or none', async () => {
    const storage = new Map<string, StoredRecord>();
    const desk = bridge({ storage });
    const ten = Array.from({ length: 10 }, (_, index) => record(`k:${index}`));
    expect(await desk.set('database', ten)).toEqual({ 'database.set': ten });
    await expect(desk.set('database', [...ten, record('k:10')])).rejects.toEqual(invalidPayload);
    await expect(desk.set('database', [record('new'), record('not@this')])).rejects.toEqual(invalidPayload);
    await expect(desk.set('database', [])).rejects.toEqual(invalidPayload);
    expect(storage.size).toBe(10);
  });

  it.each([
    [{}, 0, 20],
    [{ limit: 100 }, 0, 100],
    [{ from: 100, limit: 100 }, 100, 30],
    [{ from: 5, limit: 1 }, 5, 1],
    [{ from: 130 }, 130, 0],
  ])('gives pages for %o', async (page, first, count) => {
    const all = Array.from({ length: 130 }, (_, index) => record(`k:${index}`));
    const storage = new Map<string, StoredRecord>(all.map((entry) => [entry.key, { ...entry, value: {} }]));
    const answer = await bridge({ storage }).get('database', { queriableValue: 'c:1', ...page });
    const data = all.slice(first, first + count);
    expect(answer).toEqual({ 'database.get': count ? { data } : {} });
  });

  it('deletes by key and by queriable value', async () => {
    const storage = new Map<string, StoredRecord>();
    const desk = bridge({ storage });
    await desk.set('database', [record('a', 'c:1'), record('b', 'c:2'), record('c', 'c:2')]);
    await desk.delete('database', { key: 'a' });
    expect([...storage.keys()]).toEqual(['b', 'c']);
    await desk.delete('database', { queriableValue: 'c:2' });
    expect(storage.size).toBe(0);
  });

  it('is shared by the users of an installation', async () => {
    const storage = new Map<string, StoredRecord>();
    await bridge({ storage }).set('database', record('a'));
    expect(await bridge({ storage }).get('database', { key: 'a' })).toMatchObject({
      'database.get': { data: [{ key: 'a' }] },
    });
    expect(await bridge().get('database', { key: 'a' })).toEqual({ 'database.get': {} });
  });

  const long = 'x'.repeat(51);
  const sized = (bytes: number) => ({ v: 'x'.repeat(bytes - '{"v":""}'.length) });
  it.each<[name: string, value: object]>([
    ['an empty key', record('')],
    ['a key with an @', record('jane@acme.example')],
    ['a key with a hyphen', record('a-b')],
    ['a key with a space', record('a b')],
    ['a long key', record(long)],
    ['no key', { value: {}, queriableValue: 'c' }],
    ['no queriable value', { key: 'a', value: {} }],
    ['an empty queriable value', record('a', '')],
    ['a long queriable value', record('a', long)],
    ['no value', { key: 'a', queriableValue: 'c' }],
    ['text as a value', { key: 'a', value: '{}', queriableValue: 'c' }],
    ['a list as a value', { key: 'a', value: [], queriableValue: 'c' }],
    ['a large value', record('a', 'c', sized(largestValue + 1))],
    ['a value that is large in UTF-8', record('a', 'c', { v: 'é'.repeat(largestValue / 2) })],
  ])('refuses %s', async (_, value) => {
    await expect(bridge().set('database', value)).rejects.toEqual(invalidPayload);
  });

  it.each<[name: string, value: object]>([
    ['all signs that a key may have', record('aZ09_,:')],
    ['the longest key', record('x'.repeat(50), 'y'.repeat(50))],
    ['an empty value', record('a', 'c', {})],
    ['the largest value', record('a', 'c', sized(largestValue))],
  ])('takes %s', async (_, value) => {
    expect(await bridge().set('database', value)).toEqual({ 'database.set': value });
  });

  it.each([
    ['nothing to go by', {}],
    ['a page alone', { from: 0, limit: 100 }],
    ['a malformed key', { key: 'a@b' }],
    ['a key that is no text', { key: 7 }],
    ['over a hundred records', { key: 'a', limit: 101 }],
    ['no records', { key: 'a', limit: 0 }],
    ['a start below 0', { key: 'a', from: -1 }],
    ['a limit as text', { key: 'a', limit: '20' }],
  ])('refuses to look for %s', async (_, asked) => {
    await expect(bridge().get('database', asked)).rejects.toEqual(invalidPayload);
  });

  it.each([
    ['get', storageRates.get],
    ['set', storageRates.set],
    ['delete', storageRates.delete],
  ] as const)('takes so many requests to %s in a minute: %i', async (method, most) => {
    const desk = bridge();
    const ask = () => desk[method]('database', method === 'set' ? record('a') : { key: 'a' });
    for (let count = 0; count < most; count++) await ask();
    await expect(ask()).rejects.toEqual({ errMsg: expect.any(String) });
    vi.advanceTimersByTime(60_000);
    await ask();
  });

  it.each([
    ['there is none', bridge({ storage: null })],
    ['the manifest does not ask for it', bridge({ manifest: { ...manifest, storage: false } })],
  ])('says so when %s', async (_, desk) => {
    const off = { errMsg: 'Storage not enabled in plugin-manifest.json.' };
    await expect(desk.get('database', { key: 'a' })).rejects.toEqual(off);
    await expect(desk.set('database', record('a'))).rejects.toEqual(off);
    await expect(desk.delete('database', { key: 'a' })).rejects.toEqual(off);
  });

  it('sets and deletes nothing else', async () => {
    await expect(bridge().set('ticket', { subject: 'x' })).rejects.toEqual(invalidPayload);
    await expect(bridge().delete('ticket', { id: '1' })).rejects.toEqual(invalidPayload);
  });
});

describe('the settings of an extension', () => {
  it.each([
    ['a list', [{ name: 'checked_fields', value: 'email' }]],
    ['an object', { checked_fields: 'email' }],
  ])('come as %s', async (_, config) => {
    const answer = { 'extension.config': config, status: 'success' };
    expect(await bridge({ config }).get('extension.config')).toEqual(answer);
  });

  it('are empty where nothing is set', async () => {
    expect(await bridge().get('extension.config')).toEqual({ 'extension.config': [], status: 'success' });
  });
});

describe('what the page knows', () => {
  const jane = portal.contacts.get(portal.idOf('jane'));
  const usual = { location: 'desk.contact.detail.rightpanel', told: 'full', ticketContact: 'named' } as const;
  const desk = (settings: Partial<Settings> = {}) =>
    bridge({ page: () => (jane ? pageFacts(portal, jane, { ...usual, ...settings }) : {}) });
  const ticket = 'desk.ticket.detail.rightpanel';

  it.each<[property: string, settings: Partial<Settings>, value: unknown]>([
    ['portal.id', {}, portal.orgId],
    ['contact.id', {}, portal.idOf('jane')],
    ['contact.email', {}, 'jane.vandijk@acme.example'],
    ['contact', { told: 'bare' }, { id: portal.idOf('jane'), firstName: 'Jane', lastName: 'van Dijk' }],
    ['ticket.contactId', { location: ticket }, portal.idOf('jane')],
    ['ticket.email', { location: ticket }, 'jane.vandijk@acme.example'],
    ['ticket.contactId', { location: ticket, ticketContact: 'none' }, null],
    ['user.fullName', {}, 'Noor Bakker'],
    ['user.id', {}, '189200000000139001'],
    ['user.fullName', { agent: 'sam' }, 'Sam Okonkwo-Lind'],
    ['user.id', { agent: 'sam' }, '189200000000141007'],
  ])('tells %s', async (property, settings, value) => {
    expect(await desk(settings).get(property)).toEqual({ [property]: value, status: 'success' });
  });

  it.each<[property: string, settings: Partial<Settings>]>([
    ['ticket', {}],
    ['contact', { location: ticket }],
    ['contact.id', { location: ticket }],
    ['contact.email', { told: 'bare' }],
    ['nonsense', {}],
    ['user', { agent: 'unknown' }],
    ['user.id', { agent: 'unknown' }],
    ['user.fullName', { agent: 'unknown' }],
  ])('does not tell %s where it does not know it', async (property, settings) => {
    await expect(desk(settings).get(property)).rejects.toEqual(invalidPayload);
  });

  it("keeps the contact's name out of a ticket", async () => {
    const told = JSON.stringify(await desk({ location: ticket }).get('ticket'));
    expect(told).not.toContain('van Dijk');
    expect(told).not.toContain('Jane');
  });
});

describe('requests', () => {
  const request = (url: string, connectionLinkName = manifest.zohoAuthorisation.connectionLinkName) =>
    bridge().request({ url, type: 'GET', headers: {}, data: {}, postBody: {}, connectionLinkName });

  it('reach the API of the portal', async () => {
    const answer = await request(`https://desk.zoho.eu/api/v1/contacts/${portal.idOf('jane')}`);
    expect(String(answer)).toContain('jane.vandijk@acme.example');
  });

  it('are refused elsewhere, and with another connection', async () => {
    await expect(request('https://attacker.example/api/v1/contacts')).rejects.toEqual({
      errMsg: 'Invalid Path',
    });
    await expect(request('https://desk.zoho.eu/api/v1/contacts', 'other')).rejects.toEqual({
      errMsg: 'Invalid connection',
    });
  });
});
