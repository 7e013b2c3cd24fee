import type { ShareOutcome } from '../share/share';

/** What is open in the panel's footer; one at a time. */
export type FooterPart = { readonly kind: 'group' } | { readonly kind: 'menu' } | OpenedPart;

/** What the menu leads to. */
export type OpenedPart =
  | { readonly kind: 'diagnostics' | 'shortcuts' }
  /** `contactId`: the open contact that it is about. */
  | { readonly kind: 'shared'; readonly outcome: ShareOutcome; readonly contactId: string };
