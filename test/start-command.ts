import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** A command of the project that a test has started. */
export interface StartedCommand {
  /** All that it has told so far. */
  told(): string;
  /** Its exit code, once it is over; `null` where it was ended. */
  readonly ended: Promise<number | null>;
}

export interface CommandOptions {
  /** The folder that it runs in, if not the project's. */
  readonly cwd?: string;
  /** What its environment has besides that of the tests. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Starts a command line in a shell, as its reader does, or a script of Node's by its words. It knows nothing of the
 * tests, and ends with the test that started it.
 */
export function startCommand(
  command: string | readonly string[],
  { cwd, environment }: CommandOptions = {},
): StartedCommand {
  const isLine = typeof command === 'string';
  const { VITEST: _vitest, NODE_ENV: _env, ...env } = process.env;
  const child = spawn(isLine ? command : process.execPath, isLine ? [] : command, {
    cwd,
    shell: isLine,
    // In a group of processes of its own, so that what it starts ends with it.
    detached: true,
    env: { ...env, ...environment, NO_COLOR: '1' },
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (told += String(part)));
  let isOver = false;
  const ended = new Promise<number | null>((done) => {
    child.on('close', (code) => {
      isOver = true;
      done(code);
    });
  });
  onTestFinished(async () => {
    if (!isOver && child.pid) process.kill(-child.pid);
    await ended;
  });
  return { told: () => told, ended };
}
