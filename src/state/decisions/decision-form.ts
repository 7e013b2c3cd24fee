import { type ReadonlySignal, signal } from '@preact/signals';

/** Whom a decision is about: one contact, those being compared, or the whole list. */
export type Target =
  | { readonly kind: 'one'; readonly contactId: string }
  | { readonly kind: 'compared' }
  | { readonly kind: 'all' };

/** The unsaved note of an investigation. */
export interface Draft {
  /** The contact that is open. */
  readonly contactId: string;
  readonly target: Target;
  readonly note: string;
}

/** What the agent is about to decide beside one open contact. */
export interface DecisionForm {
  /** Whom the next decision is about; `null` until the agent chooses. */
  readonly target: ReadonlySignal<Target | null>;
  setTarget(target: Target | null): void;
  /** The note that is being written. It survives refreshes and changes of the open contact. */
  readonly draft: ReadonlySignal<Draft | null>;
  /** Continues the note about this target, or begins one. */
  openDraft(target: Target): void;
  writeDraft(note: string): void;
  /** Forgets the note: it was saved, or given up. */
  dropDraft(): void;
}

/** Equal for equal targets. */
export function targetKey(target: Target): string {
  return target.kind === 'one' ? target.contactId : target.kind;
}

/** `drafts` holds the notes about all contacts that were open, under keys of this module. */
export function createDecisionForm(contactId: string, drafts: Map<string, Draft>): DecisionForm {
  const draftKey = (about: Target) => `${contactId} ${targetKey(about)}`;
  const draft = signal([...drafts.values()].findLast((one) => one.contactId === contactId) ?? null);
  const target = signal<Target | null>(draft.peek()?.target ?? { kind: 'compared' });
  return {
    target,
    setTarget(chosen) {
      target.value = chosen;
    },
    draft,
    openDraft(about) {
      draft.value = drafts.get(draftKey(about)) ?? { contactId, target: about, note: '' };
    },
    writeDraft(note) {
      const open = draft.peek();
      if (!open) return;
      draft.value = { ...open, note };
      drafts.set(draftKey(open.target), draft.value);
    },
    dropDraft() {
      const open = draft.peek();
      if (open) drafts.delete(draftKey(open.target));
      draft.value = null;
    },
  };
}
