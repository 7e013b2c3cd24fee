import { type ReadonlySignal, signal } from '@preact/signals';
import type { FoundGroup } from '../duplicates/candidates';
import type { ToE164 } from '../duplicates/phones';

/** Reads phone numbers as the world writes them. It is heavy, so it loads when there is something to compare. */
export interface PhoneParserLoader {
  /** `null` until it is loaded, and for good where it cannot be: numbers are then compared by their digits. */
  readonly reader: ReadonlySignal<ToE164 | null>;
  load(): void;
}

/** Data centres that serve one country. The others serve many, and a guess would make wrong numbers equal. */
const countries = { IN: 'IN', AU: 'AU', JP: 'JP', CN: 'CN', CA: 'CA', SA: 'SA', SG: 'SG', AE: 'AE' } as const;

/** `dataCentre` is the App's `dcType`. */
export function createPhoneParserLoader(dataCentre: string | null): PhoneParserLoader {
  const reader = signal<ToE164 | null>(null);
  const country = Object.values(countries).find((code) => code === dataCentre) ?? null;
  let isAskedFor = false;

  return {
    reader,
    load() {
      if (isAskedFor) return;
      isAskedFor = true;
      import('../duplicates/to-e164').then(
        ({ createToE164 }) => {
          reader.value = createToE164(country);
        },
        () => {
          isAskedFor = false; // tried again with the next group
        },
      );
    },
  };
}

/** Loads it once there are two numbers to compare. */
export function loadWhereCompared(phones: PhoneParserLoader, groups: readonly FoundGroup[]): void {
  const contacts = groups.flatMap((group) => group.contacts);
  const numbers = new Set(contacts.flatMap(({ phone, mobile }) => [phone, mobile]).filter(Boolean));
  if (numbers.size > 1) phones.load();
}
