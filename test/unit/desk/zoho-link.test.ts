import { describe, expect, it } from 'vitest';
import { deskHosts } from '../../../src/desk/data-center';
import { zohoLink } from '../../../src/desk/zoho-link';

describe('zohoLink', () => {
  it.each(Object.values(deskHosts))('offers a record at %s', (host) => {
    const url = `https://${host}/support/acme/ShowHomePage.do#Contacts/dv/450000000000123001`;
    expect(zohoLink(url)).toBe(url);
  });

  it.each([
    'https://accounts.zoho.eu/authorize?state=a%20b&scope=Desk.contacts.READ',
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
    ['a host without a first part', 'https://.zoho.com/'],
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

  it.each(['https://desk.zoho.com:8443/', 'https://accounts.zoho.eu:80/', 'https://zoho.com:1/'])(
    'offers no other port of a host of Zoho: %s',
    (url) => {
      expect(zohoLink(url)).toBeNull();
    },
  );

  it.each([
    'https://desk.zoho.com.attacker.example/',
    'https://desk-zoho.com/',
    'https://xn--dsk-kpa.zoho.com.example/',
    'https://desk.z\u043eho.com/',
    'https://desk.zoho.com\u3002attacker.example/',
    'https://zoho.com@attacker.example/',
    'https:desk.zoho.com.evil/',
    'javascript:alert(1)//https://desk.zoho.com/',
    'java\nscript:alert(1)',
    'data:text/html,https://desk.zoho.com/',
    '//desk.zoho.com/',
    'http://desk.zoho.com/',
    '\ud800',
  ])('offers no look-alike: %j', (url) => {
    expect(zohoLink(url)).toBeNull();
  });
});
