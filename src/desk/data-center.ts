import { isRecord } from '../base/json';

/** Desk's host in each data center, by the App's `dcType` (the table of https://desk.zoho.com/DeskAPIDocument). */
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
 * The origin of this portal's Desk, such as `https://desk.zoho.eu`, from the App's meta; `null` where it names no
 * known data center. Public extensions and typings disagree on the key and on its form (text, or an object by
 * data center), so all of them are read, and `dcType` is the fallback.
 */
export function portalOrigin(meta: unknown): string | null {
  if (!isRecord(meta)) return null;
  const dataCenter = typeof meta.dcType === 'string' ? meta.dcType.toUpperCase() : '';
  for (const url of [meta.deskDomainUrl, meta.deskDomainUrls]) {
    const host = isRecord(url) ? (hostOf(url[dataCenter]) ?? onlyHost(Object.values(url))) : hostOf(url);
    if (host) return `https://${host}`;
  }
  const host = deskHosts[dataCenter];
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

/** An object that names several data centers does not say which one is meant. */
function onlyHost(urls: readonly unknown[]): string | null {
  const hosts = new Set(urls.map(hostOf).filter((host) => host !== null));
  return hosts.size === 1 ? ([...hosts][0] ?? null) : null;
}
