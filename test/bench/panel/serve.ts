import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { sdkAddress } from '../../desk/server';

const here = resolve('test/bench/panel');
const build = resolve('build/duplicate-contacts');
const texts = readFileSync('app/translations/en.json', 'utf8');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** The pages of the bench: the built widget, and a hand-written one, over the same stand-in for Desk. */
export interface BenchPages {
  readonly origin: string;
  readonly widget: string;
  readonly handWritten: string;
  close(): void;
}

export async function serveBench(): Promise<BenchPages> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname;
    response.setHeader('content-type', types[extname(path)] ?? 'text/plain');
    // An agent opens the panel all day: its files are in the browser's cache.
    response.setHeader('cache-control', 'max-age=3600');
    try {
      response.end(fileAt(path));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    widget: `${origin}/app/widget.html`,
    handWritten: `${origin}/hand-written.html`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function fileAt(path: string): string {
  if (path === '/sdk.js') return `window.benchTexts = ${texts};\n${read(here, 'sdk.js')}`;
  if (path === '/hand-written.html') return read(here, 'hand-written.html');
  return read(build, path).replace(sdkAddress, '/sdk.js');
}

function read(folder: string, path: string): string {
  const file = join(folder, path);
  if (!file.startsWith(folder + sep)) throw new Error('outside');
  return readFileSync(file, 'utf8');
}
