import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import english from '../../../app/translations/en.json';
import { scripts } from '../../../package.json';

const guides = ['README.md', 'src/README.md', 'test/README.md'];
const readme = readFileSync('README.md', 'utf8');

describe('the guides', () => {
  it.each(guides)('name no command that is not there: %s', (guide) => {
    const named = [...readFileSync(guide, 'utf8').matchAll(/npm (?:run )?([a-z:]+)(?=[ `\n])/g)].map(
      ([, name]) => name,
    );
    const known = [...Object.keys(scripts), 'ci', 'install'];
    expect(named.filter((name) => name && !known.includes(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(guide === 'README.md' ? 5 : 0);
  });

  it('name every command somewhere', () => {
    const all = guides.map((guide) => readFileSync(guide, 'utf8')).join();
    expect(Object.keys(scripts).filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(all))).toEqual([]);
  });
});

describe('the README', () => {
  it('explains problems by the words that are on the screen', () => {
    const rows = [...readme.matchAll(/^\| \*(.+?)\* \|/gm)].map(([, text]) => text);
    expect(rows.length).toBeGreaterThan(10);
    const texts: readonly string[] = Object.values(english);
    expect(rows.filter((text) => !texts.includes(text ?? ''))).toEqual([]);
  });

  it('leads to places that are there', () => {
    const links = [...readme.matchAll(/(?:\]\(|src="|srcset=")([^)"]+)/g)].map(([, link]) => link ?? '');
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(
      ([, text]) =>
        `#${text
          ?.toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replaceAll(' ', '-')}`,
    );
    const isThere = (link: string) => (link.startsWith('#') ? headings.includes(link) : existsSync(link));
    expect(links.filter((link) => !/^https?:/.test(link) && !isThere(link))).toEqual([]);
    expect(links.length).toBeGreaterThan(5);
  });
});
