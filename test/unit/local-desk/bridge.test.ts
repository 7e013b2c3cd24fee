import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../../plugin-manifest.json';
import { decodeAnswer } from '../../../src/desk/answer';
import { SentBody } from '../../desk/api-answer';
import { type BridgeOptions, createBridge, type Envelope } from '../../desk/bridge';
import { pageFacts } from '../../desk/page-facts';
import { createSamplePortal } from '../../desk/portal';
import type { Settings } from '../../desk/settings';
import { largestValue, type StoredRow, storageRates } from '../../desk/storage';
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

const row = (key: string, queriableValue = 'c:1', value: object = {}) => ({ key, value, queriableValue });
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
    const decision = row('d:1:2', 'c:1', { kind: 'separate', note: 'zwei Personen, 二人' });
    expect(await desk.set('database', decision)).toEqual({ 'database.set': decision });
    await desk.set('database', row('d:2:1', 'c:2'));
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

  it('overwrites the row of a key', async () => {
    const desk = bridge();
    await desk.set('database', row('a', 'c:1', { turn: 1 }));
    await desk.set('database', row('a', 'c:2', { turn: 2 }));
    expect(await desk.get('database', { key: 'a' })).toEqual({
      'database.get': { data: [row('a', 'c:2', { turn: 2 })] },
    });
    expect(await desk.get('database', { queriableValue: 'c:1' })).toEqual({ 'database.get': {} });
  });

  it('keeps what was set apart from what the widget does with it later', async () => {
    const desk = bridge();
    const value = { kind: 'separate' };
    await desk.set('database', row('a', 'c:1', value));
    value.kind = 'merged';
    expect(await desk.get('database', { key: 'a' })).toMatchObject({
      'database.get': { data: [{ value: { kind: 'separate' } }] },
    });
  });

  it('takes up to ten rows at once, all or none', async () => {
    const storage = new Map<string, StoredRow>();
    const desk = bridge({ storage });
    const ten = Array.from({ length: 10 }, (_, index) => row(`k:${index}`));
    expect(await desk.set('database', ten)).toEqual({ 'database.set': ten });
    await expect(desk.set('database', [...ten, row('k:10')])).rejects.toEqual(invalidPayload);
    await expect(desk.set('database', [row('new'), row('not@this')])).rejects.toEqual(invalidPayload);
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
    const all = Array.from({ length: 130 }, (_, index) => row(`k:${index}`));
    const storage = new Map<string, StoredRow>(all.map((entry) => [entry.key, { ...entry, value: {} }]));
    const answer = await bridge({ storage }).get('database', { queriableValue: 'c:1', ...page });
    const data = all.slice(first, first + count);
    expect(answer).toEqual({ 'database.get': count ? { data } : {} });
  });

  it('deletes by key and by queriable value', async () => {
    const storage = new Map<string, StoredRow>();
    const desk = bridge({ storage });
    await desk.set('database', [row('a', 'c:1'), row('b', 'c:2'), row('c', 'c:2')]);
    await desk.delete('database', { key: 'a' });
    expect([...storage.keys()]).toEqual(['b', 'c']);
    await desk.delete('database', { queriableValue: 'c:2' });
    expect(storage.size).toBe(0);
  });

  it('is shared by the users of an installation', async () => {
    const storage = new Map<string, StoredRow>();
    await bridge({ storage }).set('database', row('a'));
    expect(await bridge({ storage }).get('database', { key: 'a' })).toMatchObject({
      'database.get': { data: [{ key: 'a' }] },
    });
    expect(await bridge().get('database', { key: 'a' })).toEqual({ 'database.get': {} });
  });

  const long = 'x'.repeat(51);
  const sized = (bytes: number) => ({ v: 'x'.repeat(bytes - '{"v":""}'.length) });
  it.each<[name: string, value: object]>([
    ['an empty key', row('')],
    ['a key with an @', row('jane@acme.example')],
    ['a key with a hyphen', row('a-b')],
    ['a key with a space', row('a b')],
    ['a long key', row(long)],
    ['no key', { value: {}, queriableValue: 'c' }],
    ['no queriable value', { key: 'a', value: {} }],
    ['an empty queriable value', row('a', '')],
    ['a long queriable value', row('a', long)],
    ['no value', { key: 'a', queriableValue: 'c' }],
    ['text as a value', { key: 'a', value: '{}', queriableValue: 'c' }],
    ['a list as a value', { key: 'a', value: [], queriableValue: 'c' }],
    ['a large value', row('a', 'c', sized(largestValue + 1))],
    ['a value that is large in UTF-8', row('a', 'c', { v: 'é'.repeat(largestValue / 2) })],
  ])('refuses %s', async (_, value) => {
    await expect(bridge().set('database', value)).rejects.toEqual(invalidPayload);
  });

  it.each<[name: string, value: object]>([
    ['all signs that a key may have', row('aZ09_,:')],
    ['the longest key', row('x'.repeat(50), 'y'.repeat(50))],
    ['an empty value', row('a', 'c', {})],
    ['the largest value', row('a', 'c', sized(largestValue))],
  ])('takes %s', async (_, value) => {
    expect(await bridge().set('database', value)).toEqual({ 'database.set': value });
  });

  it.each([
    ['nothing to go by', {}],
    ['a page alone', { from: 0, limit: 100 }],
    ['a malformed key', { key: 'a@b' }],
    ['a key that is no text', { key: 7 }],
    ['over a hundred rows', { key: 'a', limit: 101 }],
    ['no rows', { key: 'a', limit: 0 }],
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
    const ask = () => desk[method]('database', method === 'set' ? row('a') : { key: 'a' });
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
    await expect(desk.set('database', row('a'))).rejects.toEqual(off);
    await expect(desk.delete('database', { key: 'a' })).rejects.toEqual(off);
  });

  it('sets and deletes nothing else', async () => {
    await expect(bridge().set('ticket', { subject: 'x' })).rejects.toEqual({
      errMsg: 'No module/data found to perform set',
    });
    await expect(bridge().delete('ticket', { id: '1' })).rejects.toEqual({
      errMsg: 'No module/data found to perform delete',
    });
  });

  it('confirms a removal in other words on mobile', async () => {
    const mobile = bridge({ envelope: 'mobile' });
    await mobile.set('database', row('a'));
    expect(await mobile.delete('database', { key: 'a' })).toEqual({
      'database.delete': { delete: 'success' },
    });
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

describe('the secure settings of an extension', () => {
  const secure = { name: 'token', secure: true };

  it('are kept from the widget', async () => {
    const desk = bridge({
      manifest: { ...manifest, config: [...manifest.config, secure] },
      config: [
        { name: 'checked_fields', value: 'email' },
        { name: 'token', value: 'secret' },
      ],
    });
    expect(await desk.get('extension.config')).toMatchObject({
      'extension.config': [{ name: 'checked_fields', value: 'email' }],
    });
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
    ['user.fullName', {}, 'Noor Bakker'],
    ['user.isAdmin', {}, true],
    ['user.isAdmin', { agent: 'sam' }, false],
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
    ['', {}],
    ['ticket.contactId', { location: ticket, ticketContact: 'none' }],
  ])('does not tell %s where it does not know it, or where it is empty', async (property, settings) => {
    await expect(desk(settings).get(property)).rejects.toEqual({ errMsg: 'No Data Found' });
  });

  it('is refused under its own name on mobile', async () => {
    const refused = bridge({ envelope: 'mobile' }).get('nonsense');
    await expect(refused).rejects.toEqual({ nonsense: 'No Data Found' });
  });

  it("keeps the contact's name out of a ticket", async () => {
    const told = JSON.stringify(await desk({ location: ticket }).get('ticket'));
    expect(told).not.toContain('van Dijk');
    expect(told).not.toContain('Jane');
  });
});

describe('requests', () => {
  const options = {
    url: `https://desk.zoho.eu/api/v1/contacts/${portal.idOf('jane')}`,
    type: 'GET',
    headers: {},
    data: {},
    postBody: {},
    connectionLinkName: manifest.zohoAuthorisation.connectionLinkName,
  } as const;
  const request = (url: string, connectionLinkName = options.connectionLinkName) =>
    bridge().request({ ...options, url, connectionLinkName });

  it('reach the API of the portal', async () => {
    expect(String(await bridge().request(options))).toContain('jane.vandijk@acme.example');
  });

  it.each([
    'https://attacker.example/api/v1/contacts',
    'https://desk.zoho.eu:8443/api/v1/contacts',
    'http://desk.zoho.eu/api/v1/contacts',
    '/api/v1/contacts',
  ])("are refused where the manifest does not list exactly their address's origin: %s", async (url) => {
    await expect(request(url)).rejects.toEqual({
      errMessage: 'No entry found in plugin-manifest whiteListedDomains for requested URL',
    });
  });

  it('are refused with another connection', async () => {
    await expect(request(options.url, 'other')).rejects.toEqual({ errMsg: 'Invalid connection' });
  });

  it("fail by a mistake of Desk's own where they have no body", async () => {
    const { postBody: _, ...bare } = options;
    await expect(bridge().request(bare as typeof options)).rejects.toBeInstanceOf(Error);
  });
});

describe('the envelopes', () => {
  const answering = (envelope: Envelope, status: number, body: unknown = { ok: true }) =>
    bridge({
      envelope,
      world: { respond: () => ({ kind: 'answer', answer: { status, body } }) },
    }).request({
      url: 'https://desk.zoho.eu/api/v1/contacts',
      type: 'GET',
      headers: {},
      data: {},
      postBody: {},
      connectionLinkName: manifest.zohoAuthorisation.connectionLinkName,
    });
  const response = JSON.stringify({ status: 'true', statusMessage: { ok: true } });

  it('are a text, an object, or a text of a text', async () => {
    const wrapped = { statusCode: 403, response };
    expect(await answering('text', 403)).toBe(JSON.stringify(wrapped));
    expect(await answering('object', 403)).toEqual(wrapped);
    expect(await answering('encodedTwice', 403)).toBe(JSON.stringify(JSON.stringify(wrapped)));
  });

  it.each([200, 201])("resolve status %i as Desk's web client does", async (status) => {
    expect(await answering('rejected', status)).toBe(JSON.stringify({ statusCode: status, response }));
  });

  it("tell an empty answer by its status alone as Desk's web client does", async () => {
    expect(await answering('rejected', 204, null)).toBe('{"responseStatus":204}');
  });

  it.each([
    [0, null, ''],
    [202, null, ''],
    [403, { errorCode: 'FORBIDDEN' }, '{"errorCode":"FORBIDDEN"}'],
    [500, { errorCode: 'INTERNAL_SERVER_ERROR' }, '{"errorCode":"INTERNAL_SERVER_ERROR"}'],
  ])("reject status %i as Desk's web client does", async (statusCode, body, statusMessage) => {
    const rejection = JSON.stringify({ statusCode, statusMessage });
    await expect(answering('rejected', statusCode, body)).rejects.toBe(rejection);
  });

  it('reject under a name of their own on mobile', async () => {
    await expect(answering('mobile', 403)).rejects.toEqual({ request: '{"ok":true}' });
  });
});

describe('over a live portal', () => {
  const request = {
    url: 'https://desk.zoho.eu/api/v1/contacts/189200000001001001',
    type: 'GET',
    headers: { orgId: '1' },
    data: { include: 'accounts' },
    postBody: {},
    connectionLinkName: manifest.zohoAuthorisation.connectionLinkName,
  } as const;
  /** Of a refusal, the last one tells no more than that it is one. */
  const envelopes: readonly Envelope[] = ['text', 'object', 'encodedTwice', 'rejected', 'mobile'];

  function ask(envelope: Envelope, status: number, text: string) {
    const live = { answer: async () => ({ status, body: text === '' ? null : new SentBody(text) }) };
    return bridge({ portal: live, envelope })
      .request(request)
      .then(
        (raw) => decodeAnswer(raw, 'resolved'),
        (reason: unknown) => decodeAnswer(reason, 'rejected'),
      );
  }

  it.each(envelopes)('passes every digit of an answer on, as %s', async (envelope) => {
    const read = await ask(envelope, 200, '{"id":189200000001001001,"lastName":"Ash"}');
    expect(read).toEqual({ ok: true, value: { id: '189200000001001001', lastName: 'Ash' } });
  });

  it.each(envelopes.slice(0, 4))('passes nothing and errors on, as %s', async (envelope) => {
    expect(await ask(envelope, 204, '')).toEqual({ ok: true, value: undefined });
    const refused = await ask(envelope, 403, '{"errorCode":"SCOPE_MISMATCH","message":"no"}');
    expect(refused).toEqual({ ok: false, error: { kind: 'scopeMissing' } });
    expect((await ask(envelope, 502, '<h1>Bad Gateway</h1>')).ok).toBe(false);
  });

  it('is told what was asked, and nothing that another address was asked', async () => {
    const answer = vi.fn(async () => ({ status: 204, body: null }));
    const desk = bridge({ portal: { answer } });
    await desk.request(request);
    const other = { ...request, url: 'https://attacker.example/api/v1/contacts/1' };
    await expect(desk.request(other)).rejects.toHaveProperty('errMessage');
    const call = { method: 'GET', path: '/contacts/189200000001001001', query: { include: 'accounts' } };
    expect(answer.mock.calls).toEqual([[call]]);
  });
});
