import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../portal/stand-in';
import { startCommand } from '../../start-command';

let zoho: StandIn;
beforeAll(async () => {
  zoho = await startStandIn();
});
afterAll(() => zoho.close());

/** Starts one of the two commands; the environment's variables come before those of a file `.env`. */
function start(words: readonly string[], environment: Readonly<Record<string, string>>) {
  return startCommand(['test/portal/run.mjs', ...words], {
    environment: { ...zoho.environment, ...environment },
  });
}

describe.each(['portal', 'probe'])('npm run %s', (name) => {
  it.each([
    ['a setting that is missing', { ZOHO_CLIENT_ID: '' }, 'ZOHO_CLIENT_ID: missing'],
    ['a setting that is wrong', { ZOHO_DATA_CENTER: 'XX' }, 'ZOHO_DATA_CENTER: has to be one of US, EU'],
    ['a refused sign-in', { ZOHO_REFRESH_TOKEN: '1000.revoked' }, 'ZOHO_REFRESH_TOKEN is revoked'],
  ])('ends at %s, and names it', async (_, environment, words) => {
    const { told, ended } = start([name], environment);
    expect(await ended).toBe(1);
    expect(told()).toContain(words);
    expect(told()).not.toMatch(/\n\s+at /);
  });
});

describe('npm run portal', () => {
  it('says whose data it serves, and where', async () => {
    const { told } = start(['portal', '--port', '0'], {});
    await expect.poll(told, { timeout: 20_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    expect(told()).toContain(`Live data of portal ${zoho.portal.orgId} (EU), read only.`);
  });
});
