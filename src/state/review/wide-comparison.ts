import { type ReadonlySignal, signal } from '@preact/signals';
import type { Desk } from '../../desk/desk';
import type { DeskError } from '../../desk/desk-error';
import { modalOf } from '../../desk/modal';
import type { ContactId } from '../../duplicates/contact';

/** The same comparison in a modal, where it has room. */
export interface WideComparison {
  /** Why the last one did not open. */
  readonly error: ReadonlySignal<DeskError | null>;
  open(title: string): Promise<void>;
}

/** `null` where Desk opens no modal, or the widget itself has room. */
export function createWideComparison(
  desk: Pick<Desk, 'showModal' | 'location'>,
  contactId: ContactId,
): WideComparison | null {
  const openModal = modalOf(desk);
  if (!openModal) return null;
  const error = signal<DeskError | null>(null);
  return {
    error,
    async open(title) {
      error.value = null;
      const opened = await openModal(contactId, title);
      error.value = opened.ok ? null : opened.error;
    },
  };
}
