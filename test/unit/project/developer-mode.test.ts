import { describe, expect, it } from 'vitest';
import { developerHeaders } from '../../../.ci/developer-headers';

const origin = 'https://127.0.0.1:5000';
const mayBeReadElsewhere = (path: string) => 'access-control-allow-origin' in developerHeaders(path, origin);

describe('the headers of developer mode', () => {
  it.each([
    '/plugin-manifest.json',
    '/resources.json',
    '/app/widget.html',
    '/app/translations/en.json',
    '/app/img/icon.svg',
  ])("let Desk's page read %s", (path) => {
    expect(developerHeaders(path, origin)['access-control-allow-origin']).toBe('*');
  });

  it.each([
    '/',
    '/src/main.tsx',
    '/connection.json',
    '/build/certificate/_cert.pem',
    '/application/x',
    '/app/..%2fconnection.json',
    '/app/%2e%2e/src/main.tsx',
  ])('let no other site read %s', (path) => {
    expect(mayBeReadElsewhere(path)).toBe(false);
  });

  it("let the widget connect to Zoho's hosts and to Vite's own socket, and not to its own origin", () => {
    expect(developerHeaders('/app/widget.html', origin)['content-security-policy']).toBe(
      'connect-src https://*.zohostatic.com https://*.sigmausercontent.com wss://127.0.0.1:5000',
    );
  });
});
