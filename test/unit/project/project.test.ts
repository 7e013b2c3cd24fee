import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../../plugin-manifest.json';
import { deskHosts } from '../../../src/desk/data-center';
import { notAmerican } from './check-texts';

const locales = readdirSync('app/translations').map((file) => basename(file, '.json'));
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: `src/${file.replaceAll('\\', '/')}`, code: readFileSync(`src/${file}`, 'utf8') }));

describe('the manifest', () => {
  it('asks for reading contacts and nothing else', () => {
    expect(manifest.zohoAuthorisation.scope).toEqual(['Desk.contacts.READ']);
    expect(manifest.zohoAuthorisation.serviceName).toBe('zlabs_integration');
    expect(manifest.connectors).toEqual([]);
  });

  it('lists the Desk domain of every data center, and no other domain', () => {
    expect(manifest.whiteListedDomains).toEqual(Object.values(deskHosts).map((host) => `https://${host}`));
  });

  it('puts the widget beside contacts and tickets', () => {
    expect(manifest.modules.widgets.map((widget) => widget.location)).toEqual([
      'desk.contact.detail.rightpanel',
      'desk.contact.detail.subtab',
      'desk.ticket.detail.rightpanel',
    ]);
    expect(new Set(manifest.modules.widgets.map((widget) => widget.url))).toEqual(
      new Set(['/app/widget.html']),
    );
  });

  it('names the languages that are there', () => {
    expect([...manifest.locale].sort()).toEqual([...locales].sort());
  });
});

describe('the sources', () => {
  it('send nothing but GETs, and never by themselves', () => {
    for (const { file, code } of sources) {
      expect(code, file).not.toMatch(
        /['"](POST|PUT|PATCH|DELETE)['"]|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket/,
      );
    }
  });

  it('set no HTML from text', () => {
    for (const { file, code } of sources)
      expect(code, file).not.toMatch(/dangerouslySetInnerHTML|innerHTML|outerHTML/);
  });

  it('write American English', () => {
    // The name that Zoho gave to a part of the manifest, and the name by which a setting may call the field.
    const theirs = /zohoAuthorisation|'e-mail'/g;
    const british = sources.filter(({ code }) => notAmerican.test(code.replace(theirs, '')));
    expect(british.map(({ file }) => file)).toEqual([]);
  });
});
