import { isRecord } from '../base/json';

/** Desk's host at each data centre, by the App's `dcType` (the table of https://desk.zoho.com/DeskAPIDocument). */
export const deskHosts: Readonly<Record<string, string>> = {
  US: 'desk.zoho.com',
  EU: 'desk.zoho.eu',
  IN: 'desk.zoho.in',
  AU: 'desk.zoho.com.au',
  JP: 'desk.zoho.jp',
  CA: 'desk.zohocloud.ca',
  CN: 'desk.zoho.com.cn',
  SA: 'desk.zoho.sa',
  SG: 'desk.zoho.sg',
  AE: 'desk.zoho.ae',
};

const knownHosts = Object.values(deskHosts);

/**
 * Where this portal's Desk answers, such as `https://desk.zoho.eu`, from the App's meta; `null` where it names no
 * known data centre. Public extensions and typings disagree on the key and on its form (text, or an object by
 * data centre), so all of them are read, and `dcType` is the fallback.
 */
export function portalOrigin(meta: unknown): string | null {
  if (!isRecord(meta)) return null;
  const dataCentre = String(meta.dcType ?? '').toUpperCase();
  for (const told of [meta.deskDomainUrl, meta.deskDomainUrls]) {
    const host = isRecord(told) ? (hostOf(told[dataCentre]) ?? onlyHost(Object.values(told))) : hostOf(told);
    if (host) return `https://${host}`;
  }
  const host = deskHosts[dataCentre];
  return host ? `https://${host}` : null;
}

function hostOf(url: unknown): string | null {
  if (typeof url !== 'string') return null;
  const host = url
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/[/:?#].*$/, '');
  return knownHosts.includes(host) ? host : null;
}

/** An object that names several data centres does not say which one is meant. */
function onlyHost(urls: readonly unknown[]): string | null {
  const hosts = new Set(urls.map(hostOf).filter((host) => host !== null));
  return hosts.size === 1 ? ([...hosts][0] ?? null) : null;
}

/**
 * A link that is safe to offer: https, and on Zoho's own domains. `null` for anything else, which the panel then
 * shows as plain text.
 */
export function zohoLink(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname, username, password, href } = new URL(url);
  const isZoho = knownHosts.some((host) => {
    const domain = host.replace(/^desk\./, '');
    return hostname === domain || hostname.endsWith(`.${domain}`);
  });
  return protocol === 'https:' && isZoho && !username && !password ? href : null;
}
