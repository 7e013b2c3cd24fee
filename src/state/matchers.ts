import { computed, type ReadonlySignal } from '@preact/signals';
import { whenIdle } from '../base/idle';
import type { FoundGroup } from '../duplicates/candidates';
import { type Contact, fullName } from '../duplicates/contact';
import type { Matchers } from '../duplicates/matchers';
import type { ToE164 } from '../duplicates/phones/parse-phone';
import { loadedLater } from './loaded-later';

/** Loads what compares phone numbers and names as people write them. It is heavy, so it comes after the first answer. */
export interface MatcherLoader {
  /** Each is `null` until it has loaded: values are then compared as they are written. */
  readonly current: ReadonlySignal<Matchers>;
  readonly toE164: ReadonlySignal<ToE164 | null>;
  /** Loads what can compare something in these groups; what could not be loaded is tried again. */
  loadFor(groups: readonly FoundGroup[]): void;
}

/** `dataCenter` is the App's `dcType`. */
export function createMatcherLoader(dataCenter: string | null): MatcherLoader {
  const phones = loadedLater(async () => {
    const { createToE164, countryOfDataCenter } = await import('../duplicates/phones/to-e164');
    return createToE164(countryOfDataCenter(dataCenter));
  });
  const fuzzy = loadedLater(async () => (await import('../duplicates/fuzzy-matcher')).fuzzyMatcher);

  return {
    current: computed(() => ({ toE164: phones.part.value, fuzzy: fuzzy.part.value })),
    toE164: phones.part,
    loadFor(groups) {
      if (hasTwo(groups, ({ phone, mobile }) => [phone, mobile])) phones.load();
      // In idle time: the answer is shown first, and names are then compared better.
      if (hasTwo(groups, (contact) => [fullName(contact)])) whenIdle(fuzzy.load);
    },
  };
}

/** Whether these contacts hold more than one value: groups grow long, and the first contacts are enough as a rule. */
function hasTwo(
  groups: readonly FoundGroup[],
  valuesOf: (contact: Contact) => readonly (string | null)[],
): boolean {
  const values = new Set<string>();
  for (const { contacts } of groups)
    for (const contact of contacts)
      for (const value of valuesOf(contact)) if (value && values.add(value).size > 1) return true;
  return false;
}
