import { deskHosts } from './data-center';

const zohoDomains = Object.values(deskHosts).map((host) => host.replace(/^desk\./, ''));

/**
 * A link from Desk that is safe to offer: https, on one of Zoho's own domains, without a port, a user name or a password.
 * `null` for any other, which the panel then leaves out or shows as plain text.
 */
export function zohoLink(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname, port, username, password, href } = new URL(url);
  const isZoho = zohoDomains.some(
    (domain) => hostname === domain || (hostname.endsWith(`.${domain}`) && !hostname.startsWith('.')),
  );
  return protocol === 'https:' && isZoho && !port && !username && !password ? href : null;
}
