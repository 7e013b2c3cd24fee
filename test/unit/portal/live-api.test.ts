import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problems } from '../../desk/api-answer';
import { createLiveApi } from '../../portal/live-api';
import { readPortalSettings } from '../../portal/settings';
import { createSignIn } from '../../portal/sign-in';
import { type StandIn, startStandIn } from '../../portal/stand-in';

let zoho: StandIn;
beforeEach(async () => {
  zoho = await startStandIn();
});
afterEach(() => zoho.close());

function open(environment: Readonly<Record<string, string>> = {}, now?: () => number) {
  const settings = readPortalSettings({ ...zoho.environment, ...environment });
  if (!settings.ok) throw new Error(settings.error.join());
  const api = createLiveApi(settings.value, createSignIn(settings.value, now), 'widget');
  return (path: string, query: Record<string, string> = {}) => api(path, new URLSearchParams(query));
}

const tokensAsked = () => zoho.asked.filter((call) => call.startsWith('POST')).length;
const jane = () => `/contacts/${zoho.portal.idOf('jane')}`;

describe('the API of a live portal', () => {
  it('signs in by itself, once, and gives the answer as it came', async () => {
    const ask = open();
    const [one, two] = await Promise.all([ask(jane()), ask('/contactsDeduplication/defaultFieldName')]);
    expect(one).toMatchObject({ status: 200, advice: null });
    expect(JSON.parse(one.text)).toMatchObject({ firstName: 'Jane' });
    expect(JSON.parse(two.text)).toEqual({ fieldName: 'bothEmail' });
    expect(tokensAsked()).toBe(1);
  });

  it('keeps ids that are numbers to the last digit', async () => {
    const ids = [...zoho.portal.contacts.values()].map(({ id }) => id);
    const long = ids.find((id) => typeof id === 'bigint');
    expect((await open()(`/contacts/${long}`)).text).toContain(`"id":${long},`);
  });

  it('passes the query on', async () => {
    await open()('/groupContacts', { fieldName: 'email', fieldValues: 'a+b@ash.example,c d' });
    expect(zoho.asked.at(-1)).toBe(
      'GET /api/v1/groupContacts?fieldName=email&fieldValues=a%2Bb%40ash.example%2Cc+d',
    );
  });

  it('gets a new token before the old one ends', async () => {
    let now = 0;
    const ask = open({}, () => now);
    await ask(jane());
    now = 3_539_000;
    await ask(jane());
    expect(tokensAsked()).toBe(1);
    now = 3_541_000;
    expect((await ask(jane())).status).toBe(200);
    expect(tokensAsked()).toBe(2);
  });

  it('replaces a token that Desk no longer takes, without anybody noticing', async () => {
    const ask = open();
    await ask(jane());
    zoho.expireTokens();
    expect((await ask(jane())).status).toBe(200);
    expect(tokensAsked()).toBe(2);
  });

  it('replaces it once, not for ever', async () => {
    zoho.set({ tokenLasts: 0 });
    expect(await open()(jane())).toMatchObject({
      status: 401,
      advice: expect.stringContaining('ZOHO_DATA_CENTER'),
    });
    expect(tokensAsked()).toBe(2);
  });

  it.each([
    ['/contacts', 'a list of everybody'],
    ['/tickets/1', 'tickets'],
    ['/contacts/1/history', 'a history'],
    ['/contacts/contactsByIds', 'what only the probe asks'],
    ['/contacts/../agents', 'a way around'],
    ['/contacts/%2e%2e', 'an encoded way around'],
    ['/contactsDeduplication/a/b', 'more of a path'],
    ['/', 'nothing'],
  ])('refuses %s: %s', async (path) => {
    const answer = await open()(path);
    expect(answer).toMatchObject({ status: 403, advice: expect.stringContaining('Not sent') });
    expect(zoho.asked).toEqual([]);
  });

  describe('tells what to do about', () => {
    it.each([
      ['a revoked refresh token', { ZOHO_REFRESH_TOKEN: '1000.revoked' }, 'ZOHO_REFRESH_TOKEN is revoked'],
      ['a client of another data center', { ZOHO_CLIENT_ID: '1000.OTHER' }, 'ZOHO_DATA_CENTER'],
      ['a wrong secret', { ZOHO_CLIENT_SECRET: 'other' }, 'ZOHO_CLIENT_SECRET'],
      ['another portal', { ZOHO_ORG_ID: '60099999' }, 'ZOHO_ORG_ID'],
    ])('%s', async (_, environment, words) => {
      const answer = await open(environment)(jane());
      expect(answer.advice).toContain(words);
      expect([401, 403]).toContain(answer.status);
    });

    it.each([
      ['a token of another scope', { scopes: ['Desk.tickets.READ'] }, 403, 'Desk.contacts.READ'],
      ['too many tokens', { tokenRefused: 'Access Denied' }, 401, 'Wait ten minutes'],
      ['a refusal in other words', { tokenRefused: 'org_blocked' }, 401, 'org_blocked'],
      ['too many calls', { answer: problems.tooManyRequests }, 429, 'Too many calls'],
      ['credits that are used up', { answer: problems.creditsUsedUp }, 429, 'credits'],
      ['a profile that may not', { answer: problems.forbidden }, 403, 'may not read contacts'],
      ['trouble', { answer: problems.serverError }, 500, 'Try again later'],
      ['a page of HTML', { answer: { status: 502, html: '<h1>Bad Gateway</h1>' } }, 502, 'Try again later'],
      ['a redirect', { answer: { status: 302, html: '' } }, 302, 'ZOHO_DATA_CENTER'],
    ])('%s', async (_, trouble, status, words) => {
      zoho.set(trouble);
      expect(await open()(jane())).toMatchObject({ status, advice: expect.stringContaining(words) });
    });

    it('a server that is not there', async () => {
      const gone = await startStandIn();
      await gone.close();
      const ask = open({ ZOHO_DESK_URL: gone.url });
      expect(await ask(jane())).toMatchObject({ status: 0, advice: expect.stringContaining('reached') });
      const other = open({ ZOHO_ACCOUNTS_URL: gone.url });
      expect(await other(jane())).toMatchObject({ status: 0, advice: expect.stringContaining('reached') });
    });

    it('nothing where nothing is amiss: nobody by this id', async () => {
      expect(await open()('/contacts/1')).toMatchObject({ status: 404, advice: null });
    });
  });

  it('does not ask for tokens again and again where it was refused for good', async () => {
    const ask = open({ ZOHO_REFRESH_TOKEN: '1000.revoked' });
    await ask(jane());
    await ask(jane());
    expect(tokensAsked()).toBe(1);
  });

  it('asks again where Zoho had given out too many', async () => {
    const ask = open();
    zoho.set({ tokenRefused: 'Access Denied' });
    await ask(jane());
    zoho.set({});
    expect((await ask(jane())).status).toBe(200);
  });

  it('never says a secret', async () => {
    const told: string[] = [];
    for (const wrong of ['ZOHO_REFRESH_TOKEN', 'ZOHO_CLIENT_SECRET', 'ZOHO_CLIENT_ID', 'ZOHO_ORG_ID'])
      told.push(JSON.stringify(await open({ [wrong]: '9' })(jane())));
    const { ZOHO_CLIENT_SECRET, ZOHO_REFRESH_TOKEN } = zoho.environment;
    for (const secret of [ZOHO_CLIENT_SECRET, ZOHO_REFRESH_TOKEN, '1000.token'])
      expect(told.join()).not.toContain(secret);
    expect(zoho.asked.join()).not.toContain(ZOHO_REFRESH_TOKEN);
  });
});
