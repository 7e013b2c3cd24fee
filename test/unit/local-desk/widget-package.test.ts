import { afterEach, describe, expect, it, vi } from 'vitest';
import { answersKey, readSettings } from '../../desk/settings';
import { fetchTranslation } from '../../desk/translations';
import { fileInPackage, packageBase, widgetAddress } from '../../desk/widget-address';

const base = packageBase('http://127.0.0.1:5001', 'build');

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the address of the widget', () => {
  it("names version and key in its path, and Desk's origin first in its query", () => {
    const address = widgetAddress(base, '/app/widget.html', {
      serviceOrigin: 'http://127.0.0.1:5000',
      forget: 'answers',
    });
    expect(address).toMatch(
      /^http:\/\/127\.0\.0\.1:5001\/appfiles\/\d+\/1\.0\/[0-9a-f]{20}\/app\/widget\.html\?serviceOrigin=http%3A%2F%2F127\.0\.0\.1%3A5000&forget=answers$/,
    );
  });

  it("puts Desk's origin before what the url itself asks for", () => {
    const address = widgetAddress(base, '/app/widget.html?contactId=7', {
      serviceOrigin: 'https://desk.zoho.eu',
    });
    expect(new URL(address).search).toBe('?serviceOrigin=https%3A%2F%2Fdesk.zoho.eu&contactId=7');
  });

  it.each([
    ['build', '1.0'],
    ['source', 'source'],
  ] as const)('is one that the server finds the file of: %s', (widget, version) => {
    const { pathname } = new URL(`${packageBase('http://127.0.0.1:5001', widget)}app/translations/en.json`);
    expect(fileInPackage(pathname)).toEqual({ version, file: 'app/translations/en.json' });
  });

  it.each(['/', '/app/widget.html', '/appfiles/1/2.0/9f/app/widget.html', '/appfiles/1/1.0/9f/'])(
    'is not %s',
    (path) => {
      expect(fileInPackage(path)).toBeNull();
    },
  );
});

describe('the translation that Desk hands over', () => {
  function packageWith(...locales: readonly string[]) {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url.replace(base, ''));
      const locale = locales.find((one) => url.endsWith(`/${one}.json`));
      return locale ? Response.json({ title: locale }) : new Response('', { status: 404 });
    });
    return asked;
  }

  it("is the agent's language", async () => {
    const asked = packageWith('en', 'de');
    expect(await fetchTranslation(base, 'de')).toEqual({ locale: 'de', texts: { title: 'de' } });
    expect(asked).toEqual(['app/translations/de.json']);
  });

  it('is English where the package has no other, and says so', async () => {
    const asked = packageWith('en');
    expect(await fetchTranslation(base, 'de')).toEqual({ locale: 'en', texts: { title: 'en' } });
    expect(asked).toEqual(['app/translations/de.json', 'app/translations/en.json']);
  });

  it('is none where the package has not even that, or cannot be reached', async () => {
    packageWith();
    expect(await fetchTranslation(base, 'de')).toBeNull();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await fetchTranslation(base, 'en')).toBeNull();
  });
});

describe('the answers that the widget has kept', () => {
  const keyOf = (address: string) => answersKey(readSettings(new URLSearchParams(address)));

  it.each(['world=forbidden', 'agent=sam', 'storage=off', 'defaultField=phone', 'countsFrom=1'])(
    'are no good any more with %s',
    (address) => {
      expect(keyOf(address)).not.toBe(keyOf(''));
    },
  );

  it.each(['width=720', 'theme=red', 'locale=de', 'contact=1'])('are as good with %s', (address) => {
    expect(keyOf(address)).toBe(keyOf(''));
  });
});
