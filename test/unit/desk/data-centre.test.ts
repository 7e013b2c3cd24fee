import { describe, expect, it } from 'vitest';
import { whiteListedDomains } from '../../../plugin-manifest.json';
import { deskHosts, portalOrigin, zohoLink } from '../../../src/desk/data-centre';

describe('deskHosts', () => {
  it('are the domains that the manifest allows, no more and no less', () => {
    const origins = Object.values(deskHosts).map((host) => `https://${host}`);
    expect([...origins].sort()).toEqual([...whiteListedDomains].sort());
  });

  it.each([
    ['US', 'desk.zoho.com'],
    ['EU', 'desk.zoho.eu'],
    ['IN', 'desk.zoho.in'],
    ['AU', 'desk.zoho.com.au'],
    ['JP', 'desk.zoho.jp'],
    ['CA', 'desk.zohocloud.ca'],
    ['CN', 'desk.zoho.com.cn'],
    ['SA', 'desk.zoho.sa'],
    ['SG', 'desk.zoho.sg'],
    ['AE', 'desk.zoho.ae'],
  ])('name the host of %s', (dataCentre, host) => {
    expect(deskHosts[dataCentre]).toBe(host);
  });
});

describe('portalOrigin', () => {
  const everywhere = { US: 'https://desk.zoho.com', IN: 'https://desk.zoho.in' };

  describe('reads the domain', () => {
    it.each<[string, unknown]>([
      ['as an address', 'https://desk.zoho.in'],
      ['as an address with a path', 'https://desk.zoho.in/agent/acme?from=1#top'],
      ['as a host', 'desk.zoho.in'],
      ['in capitals and blanks', ' HTTPS://Desk.Zoho.IN/ '],
      ['with a port', 'https://desk.zoho.in:443/'],
      ['as the only one of an object', { url: 'https://desk.zoho.in' }],
      [
        'as the only known one of an object',
        { url: 'https://desk.zoho.in', portal: 'https://help.acme.example' },
      ],
      ['as the same one under several keys', { url: 'https://desk.zoho.in', host: 'desk.zoho.in' }],
    ])('%s', (_, told) => {
      for (const key of ['deskDomainUrl', 'deskDomainUrls']) {
        expect(portalOrigin({ dcType: 'JP', [key]: told })).toBe('https://desk.zoho.in');
      }
    });

    it('by data centre, whatever stands there', () => {
      const told = { US: 'https://desk.zoho.eu/', IN: 'https://desk.zoho.in' };
      for (const key of ['deskDomainUrl', 'deskDomainUrls']) {
        expect(portalOrigin({ dcType: 'US', [key]: told })).toBe('https://desk.zoho.eu');
        expect(portalOrigin({ dcType: 'us', [key]: told })).toBe('https://desk.zoho.eu');
      }
    });

    it('without a data centre where it stands alone', () => {
      expect(portalOrigin({ deskDomainUrl: 'https://desk.zoho.sg' })).toBe('https://desk.zoho.sg');
      expect(portalOrigin({ deskDomainUrls: { url: 'https://desk.zoho.sg' } })).toBe('https://desk.zoho.sg');
    });

    it('rather than the data centre where the two disagree', () => {
      expect(portalOrigin({ dcType: 'US', deskDomainUrl: 'https://desk.zoho.eu' })).toBe(
        'https://desk.zoho.eu',
      );
    });

    it('from the second key where the first is of no use', () => {
      const meta = { deskDomainUrl: 'https://help.acme.example', deskDomainUrls: 'https://desk.zoho.jp' };
      expect(portalOrigin(meta)).toBe('https://desk.zoho.jp');
    });
  });

  describe('goes by the data centre', () => {
    it.each(Object.entries(deskHosts))('%s where no domain is told', (dcType, host) => {
      expect(portalOrigin({ dcType })).toBe(`https://${host}`);
      expect(portalOrigin({ dcType: dcType.toLowerCase() })).toBe(`https://${host}`);
    });

    it.each<[string, unknown]>([
      ['is a custom one', 'https://help.acme.example'],
      ['is one of Zoho that nobody knows', 'https://desk.zoho.uk'],
      ['only looks like one of Zoho', 'https://desk.zoho.com.attacker.example'],
      ['is hidden behind a user name', 'https://desk.zoho.com@attacker.example'],
      ['is not https', 'http://desk.zoho.com'],
      ['is empty', ''],
      ['is null', null],
      ['is a number', 7],
      ['is an empty object', {}],
      ['is one of several that name other data centres', everywhere],
    ])('where the domain %s', (_, told) => {
      for (const key of ['deskDomainUrl', 'deskDomainUrls']) {
        expect(portalOrigin({ dcType: 'AU', [key]: told })).toBe('https://desk.zoho.com.au');
      }
    });
  });

  describe('is unknown', () => {
    it.each<[string, unknown]>([
      ['where nothing is told', {}],
      ['where there is no meta', undefined],
      ['where meta is null', null],
      ['where meta is text', 'EU'],
      ['for a data centre that nobody knows', { dcType: 'MARS' }],
      ['for a data centre that is null', { dcType: null }],
      ['for a custom domain alone', { deskDomainUrl: 'https://help.acme.example' }],
      [
        'for a host that only looks like one of Zoho',
        { deskDomainUrl: 'https://desk.zoho.eu.attacker.example' },
      ],
      ['where several data centres are named', { deskDomainUrls: everywhere }],
    ])('%s', (_, meta) => {
      expect(portalOrigin(meta)).toBeNull();
    });
  });
});

describe('zohoLink', () => {
  it.each(Object.values(deskHosts))('offers a record at %s', (host) => {
    const url = `https://${host}/support/acme/ShowHomePage.do#Contacts/dv/450000000000123001`;
    expect(zohoLink(url)).toBe(url);
  });

  it.each([
    'https://accounts.zoho.eu/authorise?state=a%20b&scope=Desk.contacts.READ',
    'https://zoho.com/',
    'https://a.b.zoho.com.au/',
    'https://accounts.zohocloud.ca/',
  ])('offers %s, which is on a domain of Zoho', (url) => {
    expect(zohoLink(url)).toBe(url);
  });

  it('offers the address as the browser will read it', () => {
    expect(zohoLink(' HTTPS://Desk.Zoho.EU/agent/../agent/acme ')).toBe('https://desk.zoho.eu/agent/acme');
  });

  it.each<[string, string | null]>([
    ['nothing', null],
    ['no text', ''],
    ['plain text', 'desk.zoho.eu'],
    ['garbage', 'https://'],
    ['a path', '/agent/acme'],
    ['an address without https', '//desk.zoho.eu/'],
    ['http', 'http://desk.zoho.eu/'],
    ['ftp', 'ftp://desk.zoho.eu/'],
    ['a script', 'javascript:alert(1)//desk.zoho.eu'],
    ['a script that looks like an address', 'javascript://desk.zoho.eu/%0Aalert(1)'],
    ['a data address', 'data:text/html,https://desk.zoho.eu'],
    ['a custom domain', 'https://help.acme.example/'],
    ['a host that starts like one of Zoho', 'https://zoho.eu.attacker.example/'],
    ['a host that ends like one of Zoho', 'https://notzoho.com/'],
    ['a host with a dash before Zoho', 'https://desk-zoho.com/'],
    ['a host with Zoho in the path', 'https://attacker.example/desk.zoho.eu'],
    ['a host with Zoho in the query', 'https://attacker.example/?https://desk.zoho.eu'],
    ['a host with Zoho in the user name', 'https://desk.zoho.eu@attacker.example/'],
    ['a host behind a backslash', 'https://attacker.example\\.zoho.eu/'],
    ['a user name', 'https://agent@desk.zoho.eu/'],
    ['a user name and a password', 'https://agent:secret@desk.zoho.eu/'],
    ['a password alone', 'https://:secret@desk.zoho.eu/'],
    ['letters that look like those of Zoho', 'https://desk.z\u043eho.eu/'],
    ['a top level domain', 'https://com.au/'],
  ])('refuses %s', (_, url) => {
    expect(zohoLink(url)).toBeNull();
  });
});
