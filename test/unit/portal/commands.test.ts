import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../portal/stand-in';

let zoho: StandIn;
const started: ChildProcess[] = [];
beforeAll(async () => {
  zoho = await startStandIn();
});
afterAll(async () => {
  for (const command of started) command.kill();
  await zoho.close();
});

/** Starts one of the two commands; the environment's variables come before those of a file `.env`. */
function start(words: readonly string[], environment: Readonly<Record<string, string>>) {
  const { VITEST: _, ...env } = process.env;
  const command = spawn(process.execPath, ['test/portal/run.mjs', ...words], {
    env: { ...env, ...zoho.environment, ...environment, NO_COLOR: '1' },
  });
  started.push(command);
  let told = '';
  for (const stream of [command.stdout, command.stderr]) stream.on('data', (part) => (told += String(part)));
  return {
    ended: new Promise<{ code: number | null; told: string }>((done) => {
      command.on('close', (code) => done({ code, told }));
    }),
    told: () => told,
  };
}

describe.each(['portal', 'probe'])('npm run %s', (name) => {
  it.each([
    ['a setting that is missing', { ZOHO_CLIENT_ID: '' }, 'ZOHO_CLIENT_ID: missing'],
    ['a setting that is wrong', { ZOHO_DATA_CENTER: 'XX' }, 'ZOHO_DATA_CENTER: has to be one of US, EU'],
    ['a refused sign-in', { ZOHO_REFRESH_TOKEN: '1000.revoked' }, 'ZOHO_REFRESH_TOKEN is revoked'],
  ])('ends at %s, and names it', async (_, environment, words) => {
    const { code, told } = await start([name], environment).ended;
    expect(code).toBe(1);
    expect(told).toContain(words);
    expect(told).not.toMatch(/\n\s+at /);
  });
});

describe('npm run portal', () => {
  it('says whose data it serves, and where', async () => {
    const command = start(['portal', '--port', '0'], {});
    await expect.poll(command.told, { timeout: 20_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    expect(command.told()).toContain(`Live data of portal ${zoho.portal.orgId} (EU), read only.`);
  });
});
