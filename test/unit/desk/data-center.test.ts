import { describe, expect, it } from 'vitest';
import { whiteListedDomains } from '../../../plugin-manifest.json';
import { deskHosts, portalOrigin } from '../../../src/desk/data-center';
import { hostile } from '../support';

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
  ])('name the host of %s', (dataCenter, host) => {
    expect(deskHosts[dataCenter]).toBe(host);
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

    it('by data center, whatever stands there', () => {
      const told = { US: 'https://desk.zoho.eu/', IN: 'https://desk.zoho.in' };
      for (const key of ['deskDomainUrl', 'deskDomainUrls']) {
        expect(portalOrigin({ dcType: 'US', [key]: told })).toBe('https://desk.zoho.eu');
        expect(portalOrigin({ dcType: 'us', [key]: told })).toBe('https://desk.zoho.eu');
      }
    });

    it('without a data center where it stands alone', () => {
      expect(portalOrigin({ deskDomainUrl: 'https://desk.zoho.sg' })).toBe('https://desk.zoho.sg');
      expect(portalOrigin({ deskDomainUrls: { url: 'https://desk.zoho.sg' } })).toBe('https://desk.zoho.sg');
    });

    it('rather than the data center where the two disagree', () => {
      expect(portalOrigin({ dcType: 'US', deskDomainUrl: 'https://desk.zoho.eu' })).toBe(
        'https://desk.zoho.eu',
      );
    });

    it('from the second key where the first is of no use', () => {
      const meta = { deskDomainUrl: 'https://help.acme.example', deskDomainUrls: 'https://desk.zoho.jp' };
      expect(portalOrigin(meta)).toBe('https://desk.zoho.jp');
    });
  });

  describe('goes by the data center', () => {
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
      ['is one of several that name other data centers', everywhere],
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
      ['for a data center that nobody knows', { dcType: 'MARS' }],
      ['for a data center that is null', { dcType: null }],
      ['for a custom domain alone', { deskDomainUrl: 'https://help.acme.example' }],
      [
        'for a host that only looks like one of Zoho',
        { deskDomainUrl: 'https://desk.zoho.eu.attacker.example' },
      ],
      ['where several data centers are named', { deskDomainUrls: everywhere }],
    ])('%s', (_, meta) => {
      expect(portalOrigin(meta)).toBeNull();
    });
  });

  it('does not throw at a data center that is an object', () => {
    expect(portalOrigin({ dcType: hostile, deskDomainUrl: 'https://desk.zoho.eu' })).toBe(
      'https://desk.zoho.eu',
    );
    expect(portalOrigin({ dcType: hostile })).toBeNull();
  });
});
