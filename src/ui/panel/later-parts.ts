import type { DecidableContact } from '../../state/decidable-contact';
import { loadedLater } from '../../state/loaded-later';
import type { OpenContact } from '../../state/open-contact';

/*
 * Components that the first answer can do without. Each loads with what only it needs, on demand or once the first
 * answer is there.
 */
export const decisionParts = loadedLater(() => import('../decide/decision-parts'));
export const problemParts = loadedLater(() => import('../problems/found-problems'));
export const groupParts = loadedLater(() => import('../group/group-view'));
export const menuParts = loadedLater(() => import('../menu/menu-parts'));
export const formParts = loadedLater(() => import('../group/open-group-form'));
export const longListParts = loadedLater(() => import('../list/long-list'));
export const furtherParts = loadedLater(() => import('../panel/further-view'));

/** What shows decisions about a contact, and takes them. */
export type Deciding = NonNullable<typeof decisionParts.part.value> & {
  readonly decidable: DecidableContact;
};

/** `null` until all of it is loaded. */
export function decidingAbout(record: Pick<OpenContact, 'decidable'>): Deciding | null {
  const parts = decisionParts.part.value;
  const decidable = record.decidable.value;
  return decidable && parts && { ...parts, decidable };
}
