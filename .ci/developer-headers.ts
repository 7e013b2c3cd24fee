/** What Zoho's `zet run` lets a widget connect to, its own origin not among it. */
const zohoHosts = 'https://*.zohostatic.com https://*.sigmausercontent.com';

/**
 * The headers that `zet run` sends (toolkit 1.0.24), with two differences that Vite makes necessary: the widget may open
 * Vite's own socket, and only the files of the package may be read from other sites, since Vite serves the sources too.
 */
export function developerHeaders(path: string, origin: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `connect-src ${zohoHosts} ${origin.replace(/^http/, 'ws')}`,
    // Desk's page, which may have a domain of the portal's own, reads the manifest and the translations.
    ...(isInPackage(path) ? { 'access-control-allow-origin': '*' } : {}),
  };
}

/** Without percent signs, behind which a path to the sources could hide. */
function isInPackage(path: string): boolean {
  return /^\/(?:plugin-manifest\.json|resources\.json|app\/[\w./-]+)$/.test(path);
}
