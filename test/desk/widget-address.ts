import type { Settings } from './settings';

/** As Zoho's hosts have them: the extension's own id, its version, and a key of that version. */
const extension = '1000012345';
const hashKey = '9f2c61d0b4e7a85338e1';

/** Where the files of the widget's package begin, below the widget's own origin. */
export function packageBase(widgetOrigin: string, widget: Settings['widget']): string {
  return `${widgetOrigin}/appfiles/${extension}/${widget === 'build' ? '1.0' : 'source'}/${hashKey}/`;
}

/** Where they begin in developer mode, as `npm run dev:desk` serves them at this port. */
export function developerBase(port: string): string {
  return `https://127.0.0.1:${Number(port)}/`;
}

/** The file of the package that a path asks for, and of which version; `null` for any other path. */
export function fileInPackage(path: string): { readonly version: string; readonly file: string } | null {
  const [, version, file] = /^\/appfiles\/[^/]+\/(1\.0|source)\/[^/]+\/(.*)$/.exec(path) ?? [];
  return version && file ? { version, file } : null;
}

/**
 * The address of the widget's frame: the package, the manifest's url, and Desk's own origin in the query, before what the
 * url itself asks for. What comes between them is for the SDK's stand-in alone.
 */
export function widgetAddress(
  base: string,
  url: string,
  { serviceOrigin, ...standIn }: Readonly<Record<string, string>> & { readonly serviceOrigin: string },
): string {
  const [path, own] = url.split('?');
  const query = new URLSearchParams({ serviceOrigin, ...standIn });
  return `${base.replace(/\/$/, '')}${path}?${query}${own ? `&${own}` : ''}`;
}
