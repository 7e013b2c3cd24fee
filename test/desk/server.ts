import type { Plugin } from 'vite';
export function localDesk(): Plugin {
  return { name: 'local-desk', apply: 'serve' };
}
