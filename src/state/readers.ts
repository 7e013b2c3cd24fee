import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { whenIdle } from '../base/idle';
import type { FoundGroup } from '../duplicates/candidates';
import { type Contact, fullName } from '../duplicates/contact';
import type { ToE164 } from '../duplicates/phones';
import type { NearReader, Readers } from '../duplicates/readers';

/** Loads what compares phone numbers and names as people write them. It is heavy, so it comes after the first answer. */
export interface ReaderLoader {
  /** Each is `null` until it has loaded, and for good where it cannot: values are then compared as they are written. */
  readonly current: ReadonlySignal<Readers>;
  readonly toE164: ReadonlySignal<ToE164 | null>;
  /** Loads what can compare something in these groups. */
  loadFor(groups: readonly FoundGroup[]): void;
}

/** `dataCentre` is the App's `dcType`. */
export function createReaderLoader(dataCentre: string | null): ReaderLoader {
  const toE164 = signal<ToE164 | null>(null);
  const near = signal<NearReader | null>(null);
  const loadPhones = loadOnce(toE164, async () => {
    const { createToE164, countryOfDataCenter } = await import('../duplicates/to-e164');
    return createToE164(countryOfDataCenter(dataCentre));
  });
  const loadNear = loadOnce(near, async () => (await import('../duplicates/near-reader')).nearReader);

  return {
    current: computed(() => ({ toE164: toE164.value, near: near.value })),
    toE164,
    loadFor(groups) {
      if (hasTwo(groups, ({ phone, mobile }) => [phone, mobile])) loadPhones();
      // In idle time: the answer is shown first, and names are then compared better.
      if (hasTwo(groups, (contact) => [fullName(contact)])) whenIdle(loadNear);
    },
  };
}

/** Whether these contacts hold more than one value: groups grow long, and the first contacts tell as a rule. */
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

/** Fills the signal; what could not be loaded is tried again the next time. */
function loadOnce<Reader>(reader: Signal<Reader | null>, load: () => Promise<Reader>): () => void {
  let isAskedFor = false;
  return () => {
    if (isAskedFor) return;
    isAskedFor = true;
    load().then(
      (loaded) => {
        reader.value = loaded;
      },
      () => {
        isAskedFor = false;
      },
    );
  };
}
