import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { Settings } from '../desk/settings';
import type { FoundGroup } from '../duplicates/candidates';
import type { Contact } from '../duplicates/contact';
import { type ContactCandidates, createContactCandidates } from './candidate-list';
import { createContactVersions } from './contact-versions';
import type { DecidableContact } from './decidable-contact';
import { createDecisionLookup } from './decisions/decision-lookup';
import { createDetection, type Detection } from './detection';
import type { GroupReading } from './group-reading';
import type { LoadedLater } from './loaded-later';
import type { LookFurther } from './look-further';
import { createOpenedGroups, groupsOf, type OpenedGroups } from './opened-groups';
import type { Services } from './services';

/** The contact that the agent is looking at, its possible duplicates, and what the agent does about them. */
export interface OpenContact {
  readonly kind: 'contact';
  readonly contact: ReadonlySignal<Contact>;
  readonly detection: Detection;
  readonly groups: OpenedGroups;
  /** `null` until its code is loaded. */
  readonly lookFurther: ReadonlySignal<LookFurther | null>;
  readonly furtherCode: Pick<LoadedLater<unknown>, 'phase' | 'load'>;
  readonly candidates: ContactCandidates;
  /** The same contact with all it takes to decide about it, once that is loaded. */
  readonly decidable: ReadonlySignal<DecidableContact | null>;
  /** The code that `decidable` takes. */
  readonly decisionCode: Pick<LoadedLater<unknown>, 'phase' | 'load'>;
  /** Reads everything again: the page sent other values, or the agent asked for it. */
  refresh(page: Contact, bypassCache: boolean): void;
  stop(): void;
}

interface OpenContactOptions {
  readonly settings: Settings;
  /** What Desk's page says of the contact. */
  readonly page: Contact;
  readonly bypassCache: boolean;
}

export function createOpenContact(services: Services, options: OpenContactOptions): OpenContact {
  const { readApi, matchers, decisionCode, furtherCode } = services;
  const { settings, page: firstPage } = options;
  const { id } = firstPage;
  const detection = createDetection({ readApi, settings, page: firstPage });
  const groups = createOpenedGroups(services, id);
  const asked = computed(() => foundGroups(detection, groups));
  const { own } = detection;
  // As the other groups tell of it: what is found further depends on it.
  const open = createContactVersions(own, asked).openAsListed;
  const lookFurther = computed(() => {
    const code = furtherCode.part.value;
    return code && untracked(() => code.createLookFurther({ readApi, matchers, settings, open, page: own }));
  });
  const found = computed(() => [...asked.value, ...(lookFurther.value?.groups.value ?? [])]);
  const versions = createContactVersions(own, found);
  const lookup = createDecisionLookup({
    storage: services.storage,
    contactId: id,
    hasUnsaved: services.hasUnsavedDecisions(),
    code: decisionCode,
  });
  const { decidable } = lookup;
  const candidates: ContactCandidates = createContactCandidates({
    versions,
    groups: found,
    matchers: computed(() => lookFurther.value?.matchers.value ?? matchers.current.value),
    decisions: computed(() => decidable.value?.decisions ?? null),
    isWaitOver: lookup.isOver,
    detection,
  });
  const contact = versions.open;
  const parts = {
    kind: 'contact',
    contact,
    detection,
    groups,
    lookFurther,
    furtherCode,
    candidates,
  } as const;
  const stopLoadingMatchers = effect(() => matchers.loadFor(found.value));
  const stopLooking = effect(() => {
    const further = lookFurther.value;
    if (further && candidates.isSettled.value) untracked(further.lookByItself);
  });
  lookup.start((code, stored) => code.open({ parts, versions, found }, stored));
  void detection.start(firstPage, options.bypassCache);

  return {
    ...parts,
    decidable,
    decisionCode,
    refresh(page, bypassCache) {
      void detection.start(page, bypassCache);
      groups.refresh(bypassCache);
      lookFurther.peek()?.refresh(bypassCache);
      lookup.refresh();
      decidable.peek()?.refresh(bypassCache);
    },
    stop() {
      stopLoadingMatchers();
      stopLooking();
      lookFurther.peek()?.stop();
      lookup.stop();
      decidable.peek()?.stop();
      groups.stop();
      detection.stop();
    },
  };
}

/** The groups of the contact's own values, and those that the agent opened. */
function foundGroups(detection: Detection, { opened }: OpenedGroups): FoundGroup[] {
  const own = detection.own.value;
  return [
    ...detection.checks.value.map(({ key, reading }) => ({ key, contacts: contactsOf(reading, own) })),
    ...groupsOf(opened.value),
  ];
}

/**
 * Contacts sharing a value of the open contact. It is one of them though its page isn't loaded yet, or it is in the
 * trash, which Desk's groups may leave out.
 */
function contactsOf({ contacts, isCut }: GroupReading, own: Contact): readonly Contact[] {
  const isMissing = !contacts.value.some((contact) => contact.id === own.id);
  return (isCut.value || own.isDeleted) && isMissing ? [...contacts.value, own] : contacts.value;
}
