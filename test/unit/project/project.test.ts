import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../../plugin-manifest.json';
import { deskHosts } from '../../../src/desk/data-centre';

const locales = readdirSync('app/translations').map((file) => basename(file, '.json'));
const textsOf = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(`app/translations/${locale}.json`, 'utf8'));
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: `src/${file.replaceAll('\\', '/')}`, code: readFileSync(`src/${file}`, 'utf8') }));

describe('the manifest', () => {
  it('asks for reading contacts and nothing else', () => {
    expect(manifest.zohoAuthorisation.scope).toEqual(['Desk.contacts.READ']);
    expect(manifest.zohoAuthorisation.serviceName).toBe('zlabs_integration');
    expect(manifest.connectors).toEqual([]);
  });

  it('lists the Desk domain of every data centre, and no other domain', () => {
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

describe('the translations', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort();
  const english = textsOf('en');
  const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '_other');

  it.each(locales)('has every text in %s, with the same placeholders', (locale) => {
    const texts = textsOf(locale);
    const lacking = Object.keys(english).filter(
      (key) => !texts[key] && !(key.endsWith('_one') && texts[stem(key)]),
    );
    const unknown = Object.keys(texts).filter((key) => !(key in english) && !(stem(key) in english));
    const different = Object.keys(texts).filter((key) => {
      const [own, model] = [
        placeholders(texts[key] ?? ''),
        placeholders(english[stem(key)] ?? english[key] ?? ''),
      ];
      return own.some((placeholder) => !model.includes(placeholder));
    });
    expect({ lacking, unknown, different }).toEqual({ lacking: [], unknown: [], different: [] });
  });

  it('holds no text that nobody shows', () => {
    const code = sources.map((source) => source.code).join('\n');
    const unused = Object.keys(english).filter((key) => {
      const name = key.replace(/_(one|other)$/, '');
      const stems = name.split('_').map((_, index, parts) => parts.slice(0, index + 1).join('_'));
      return !code.includes(`'${name}'`) && !stems.some((stem) => code.includes(`\`${stem}_\${`));
    });
    expect(unused).toEqual([]);
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
});
