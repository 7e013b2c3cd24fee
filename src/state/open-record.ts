import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { Contact } from '../duplicates/contact';
import { mergedContact } from '../duplicates/merged-contact';
import { type CandidateList, createCandidateList } from './candidate-list';
import type { OpenContact } from './open-contact';
import { createOpenedGroups, groupsOf, type OpenedGroups } from './opened-groups';
import type { Services } from './services';

/** What the panel shows beside the record that the agent is looking at. */
export type OpenRecord = OpenContact | NothingToShow;

/** A record whose duplicates are not looked for; groups can be opened beside it all the same. */
export interface NothingToShow {
  readonly kind: 'nothingToShow';
  readonly reason: 'contactNotTold' | 'ticketWithoutContact' | 'ticketsNotCovered';
  /** The ticket's contact, where only tickets are left out; its values are not known. */
  readonly contact: ReadonlySignal<Contact | null>;
  readonly groups: OpenedGroups;
  readonly candidates: CandidateList;
  refresh(bypassCache: boolean): void;
  stop(): void;
}

/** `page` is the ticket's contact, where it is known. */
export function createNothingToShow(
  services: Services,
  reason: NothingToShow['reason'],
  page: Contact | null,
): NothingToShow {
  const { matchers } = services;
  const groups = createOpenedGroups(services, null);
  const found = computed(() => groupsOf(groups.opened.value));
  const contact = computed(() => {
    const listed = found.value.flatMap((group) => group.contacts);
    const list = listed.find(({ id }) => id === page?.id) ?? null;
    return page && mergedContact({ page, list, record: null });
  });
  const stopLoadingMatchers = effect(() => matchers.loadFor(found.value));
  return {
    kind: 'nothingToShow',
    reason,
    contact,
    groups,
    candidates: createCandidateList(contact, found, matchers.current),
    refresh: groups.refresh,
    stop() {
      stopLoadingMatchers();
      groups.stop();
    },
  };
}
