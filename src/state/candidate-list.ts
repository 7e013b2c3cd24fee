import { computed, type ReadonlySignal } from '@preact/signals';
import { type Candidate, createWeigher, type FoundGroup } from '../duplicates/candidates';
import type { Contact } from '../duplicates/contact';
import type { Matchers } from '../duplicates/matchers';
import type { ContactVersions } from './contact-versions';
import type { ContactDecisions } from './decisions/contact-decisions';
import { isSeparate } from './decisions/decision-status';
import type { Detection } from './detection';

/** Everybody in any of the groups that are open beside a record. */
export interface CandidateList {
  readonly all: ReadonlySignal<readonly Candidate[]>;
  readonly byId: ReadonlySignal<ReadonlyMap<string, Candidate>>;
}

/** The candidates of an open contact. */
export interface ContactCandidates extends CandidateList {
  /** The possible duplicates: candidates in a group of the open contact that nobody has marked as another person. */
  readonly duplicates: ReadonlySignal<readonly Candidate[]>;
  /** Candidates that share a group with the open contact, and that somebody has marked as other people. */
  readonly separate: ReadonlySignal<readonly Candidate[]>;
  /** Whether all that is looked up by itself is there. */
  readonly isSettled: ReadonlySignal<boolean>;
}

/** `sortLast` are the ids of contacts that come at the end. */
export function createCandidateList(
  openContact: ReadonlySignal<Contact | null>,
  groups: ReadonlySignal<readonly FoundGroup[]>,
  matchers: ReadonlySignal<Matchers>,
  sortLast?: ReadonlySignal<ReadonlySet<string>>,
): CandidateList {
  const weigher = computed(() => createWeigher(openContact.value, matchers.value));
  const all = computed(() => weigher.value.weigh(groups.value, sortLast?.value));
  return { all, byId: byIdOf(all) };
}

function byIdOf(all: ReadonlySignal<readonly Candidate[]>): CandidateList['byId'] {
  return computed(() => new Map(all.value.map((one) => [one.contact.id, one])));
}

interface ContactCandidatesOptions {
  readonly versions: ContactVersions;
  readonly groups: ReadonlySignal<readonly FoundGroup[]>;
  readonly matchers: ReadonlySignal<Matchers>;
  /** `null` until they are loaded. */
  readonly decisions: ReadonlySignal<ContactDecisions | null>;
  /** Whether the list need not wait for decisions any longer. */
  readonly isWaitOver: ReadonlySignal<boolean>;
  readonly detection: Detection;
}

export function createContactCandidates(options: ContactCandidatesOptions): ContactCandidates {
  const { versions, groups, matchers, decisions, isWaitOver, detection } = options;
  // A string, so that `computed` skips scoring everybody again when the set is unchanged.
  const lastIds = computed(() => {
    const atFirst = [...(decisions.value?.separateAtFirst.value ?? [])];
    return atFirst.filter((id) => !statusOf(id)?.needsReview).join(' ');
  });
  const sortLast = computed(() => new Set(lastIds.value.split(' ')));
  const weighed = createCandidateList(versions.openAsListed, groups, matchers, sortLast);
  const detailed = new WeakMap<Candidate, Candidate>();
  const all = computed(() => weighed.all.value.map(withDetails));
  const isReady = computed(() => isWaitOver.value || (decisions.value?.isReady.value ?? false));
  const sharing = computed(() => all.value.filter((one) => one.isDuplicate));
  const duplicates = computed(() =>
    isReady.value ? sharing.value.filter(({ contact }) => !isSeparate(statusOf(contact.id))) : [],
  );
  return {
    all,
    byId: byIdOf(all),
    duplicates,
    separate: computed(() => sharing.value.filter(({ contact }) => isSeparate(statusOf(contact.id)))),
    isSettled: computed(() => detection.isSettled.value && isReady.value),
  };

  /** The same object as long as nothing of it has changed, so that it is not drawn again. */
  function withDetails(one: Candidate): Candidate {
    const contact = versions.contactOf(one.contact.id) ?? one.contact;
    const known = contact === one.contact ? one : detailed.get(one);
    if (known?.contact === contact) return known;
    const candidate = { ...one, contact };
    detailed.set(one, candidate);
    return candidate;
  }

  function statusOf(contactId: string) {
    return decisions.value?.statusByContact.value.get(contactId);
  }
}
