import { computed, type ReadonlySignal } from '@preact/signals';
import { type Candidate, createCandidates, type FoundGroup } from '../duplicates/candidates';
import type { Contact } from '../duplicates/contact';
import type { ContactVersions } from './contact-versions';
import { type ContactDecisions, isSeparate } from './decisions/contact-decisions';
import type { Detection } from './detection';
import type { PhoneParserLoader } from './phone-library';

/** Everybody in any of the groups that are open beside a record. */
export interface CandidateList {
  readonly all: ReadonlySignal<readonly Candidate[]>;
  readonly byId: ReadonlySignal<ReadonlyMap<string, Candidate>>;
}

/** The candidates of an open contact. */
export interface ContactCandidates extends CandidateList {
  /** The possible duplicates: candidates in a group of the open contact that nobody has marked as another person. */
  readonly duplicates: ReadonlySignal<readonly Candidate[]>;
  /** The contacts that were decided about and that the list does not show, by their ids, the latest decision first. */
  readonly decidedEarlier: ReadonlySignal<readonly string[]>;
  /** Whether all that is looked up by itself is there. */
  readonly isSettled: ReadonlySignal<boolean>;
}

/** `sortLast` are the ids of contacts that come at the end. */
export function createCandidateList(
  openContact: ReadonlySignal<Contact | null>,
  groups: ReadonlySignal<readonly FoundGroup[]>,
  phones: PhoneParserLoader,
  sortLast?: ReadonlySignal<ReadonlySet<string>>,
): CandidateList {
  const all = computed(() =>
    createCandidates(openContact.value, groups.value, phones.reader.value, sortLast?.value),
  );
  return { all, byId: byIdOf(all) };
}

function byIdOf(all: ReadonlySignal<readonly Candidate[]>): CandidateList['byId'] {
  return computed(() => new Map(all.value.map((one) => [one.contact.id, one])));
}

export interface ContactCandidatesOptions {
  readonly versions: ContactVersions;
  readonly groups: ReadonlySignal<readonly FoundGroup[]>;
  readonly phones: PhoneParserLoader;
  readonly decisions: ContactDecisions;
  readonly detection: Detection;
}

export function createContactCandidates(options: ContactCandidatesOptions): ContactCandidates {
  const { versions, groups, phones, decisions, detection } = options;
  // A string, so that `computed` skips scoring everybody again when the set is unchanged.
  const lastIds = computed(() => {
    const atFirst = [...decisions.separateAtFirst.value];
    return atFirst.filter((id) => !decisions.statusByContact.value.get(id)?.needsReview).join(' ');
  });
  const sortLast = computed(() => new Set(lastIds.value.split(' ')));
  const weighed = createCandidateList(versions.openAsListed, groups, phones, sortLast);
  const all = computed(() =>
    weighed.all.value.map((one) => ({ ...one, contact: versions.contactOf(one.contact.id) ?? one.contact })),
  );
  const duplicates = computed(() => {
    const statuses = decisions.statusByContact.value;
    return decisions.isReady.value
      ? all.value.filter((one) => one.isDuplicate && !isSeparate(statuses.get(one.contact.id)))
      : [];
  });
  return {
    all,
    byId: byIdOf(all),
    duplicates,
    decidedEarlier: computed(() => {
      const listed = new Set(duplicates.value.map(({ contact }) => contact.id));
      return [...decisions.statusByContact.value]
        .filter(([id]) => !listed.has(id))
        .sort(([, a], [, b]) => b.latest.at - a.latest.at)
        .map(([id]) => id);
    }),
    isSettled: computed(() => detection.isSettled.value && decisions.isReady.value),
  };
}
