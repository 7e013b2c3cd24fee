import { type ReadonlySignal, signal } from '@preact/signals';

/** A note about an investigation that is not saved yet. */
export interface Draft {
  /** The contact that is open. */
  readonly contactId: string;
  /** Whom it is about, as in `Aim`. */
  readonly key: string;
  readonly note: string;
}

/** Whom a decision is about. */
export interface Aim {
  /** A contact's id, `compared` or `all`; `null` until the agent chooses. */
  readonly key: string | null;
  /** Whether the contact was picked in the list, and the keyboard has yet to go on where it is decided about. */
  readonly wasPicked: boolean;
}

/** What the agent is about to decide beside one open contact. */
export interface Deciding {
  /** Whom the next decision is about. */
  readonly aim: ReadonlySignal<Aim>;
  aimAt(key: string | null, isFromList?: boolean): void;
  /** The keyboard has gone on. */
  settlePick(): void;
  /** The note that is being written; it outlives whatever happens around it. */
  readonly draft: ReadonlySignal<Draft | null>;
  /** Goes on with the note about them, or begins one. */
  openDraft(key: string): void;
  writeDraft(note: string): void;
  /** The note was saved, or given up. */
  dropDraft(): void;
}

/** `drafts` holds the notes that are being written, by the open contact and whom they are about. */
export function createDeciding(contactId: string, drafts: Map<string, Draft>): Deciding {
  const nameOf = (key: string) => `${contactId} ${key}`;
  const draft = signal([...drafts.values()].findLast((one) => one.contactId === contactId) ?? null);
  const aim = signal<Aim>({ key: draft.value?.key ?? 'compared', wasPicked: false });
  return {
    aim,
    aimAt(key, isFromList = false) {
      aim.value = { key, wasPicked: isFromList };
    },
    settlePick() {
      aim.value = { ...aim.peek(), wasPicked: false };
    },
    draft,
    openDraft(key) {
      draft.value = drafts.get(nameOf(key)) ?? { contactId, key, note: '' };
    },
    writeDraft(note) {
      const open = draft.peek();
      if (!open) return;
      draft.value = { ...open, note };
      drafts.set(nameOf(open.key), draft.value);
    },
    dropDraft() {
      const open = draft.peek();
      if (open) drafts.delete(nameOf(open.key));
      draft.value = null;
    },
  };
}
