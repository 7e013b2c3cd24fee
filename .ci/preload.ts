import type { Plugin } from 'vite';

/**
 * Loads the styles of a part before the part itself, in place of Vite's own helper: that one also serves browsers, nonces
 * and warnings that the panel has no use for, and would be a fiftieth of the first load. Its contract is Vite's: `load`
 * imports the part, `files` are what it needs, seen from `importer`.
 */
const helper = `
const loading = {};
export const __vitePreload = (load, files = [], importer) =>
  Promise.all(files.map((file) => {
    const { href } = new URL(file, importer);
    const links = [...document.querySelectorAll('link')];
    if (!href.endsWith('.css') || (!loading[href] && links.some((link) => link.href === href))) return;
    return loading[href] ??= new Promise((resolve, reject) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      link.onload = resolve;
      link.onerror = () => {
        delete loading[href];
        link.remove();
        reject(new Error(href));
      };
      document.head.append(link);
    });
  })).then(load);
`;

export function smallPreload(): Plugin {
  return {
    name: 'small-preload',
    apply: 'build',
    enforce: 'pre',
    load: {
      order: 'pre',
      handler: (id) => (id.endsWith('\0vite/preload-helper.js') ? helper : null),
    },
  };
}
