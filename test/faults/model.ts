import { keysOf } from '../../src/desk/decision-rows';
import type { DecidableContact } from '../../src/state/decidable-contact';
import { decisionKey, type PendingChange } from '../../src/state/decisions/pending-change';
import type { SamplePortal } from '../desk/portal';
import type { StoredRow } from '../desk/storage';
import type { SharedRows } from '../twins/storage';
import { own } from './day';
import type { AgentPanel } from './panel';
import type { Truth } from './truth';

/** What the agents and their colleagues have done, and so what has to be true in the end. */
export interface Model {
  readonly truth: Truth;
  /** The id of the group that is meant: of the one that the open contact is in, if that is. */
  groupOf(panel: AgentPanel, duplicateId: string): string;
  /** Whether a panel has shown this contact. */
  wasShown(contactId: string): boolean;
  edit(contactId: string, likeId: string): void;
  /** Puts a row into the storage that the panels may only read. */
  put(row: StoredRow): void;
  /** Lets the agent decide or take back, and remembers what that asked for. */
  watched(panel: AgentPanel, open: DecidableContact, decide: () => void): void;
  /** What could not be saved, and was said so, is gone with the panel. */
  reloaded(panel: AgentPanel): void;
  /** What is wrong with the storage after everything was saved. */
  wrongInStorage(): string[];
}

export function createModel(
  panels: readonly AgentPanel[],
  portal: SamplePortal,
  truth: Truth,
  rows: SharedRows,
  onBreach: (what: string) => void,
): Model {
  const foreign = new Map<string, StoredRow>();
  /** By key: whether it has to be there; `null` where either is right. */
  const wanted = new Map<string, boolean | null>();

  return {
    truth,
    groupOf(panel, duplicateId) {
      const id = panel.shown.at(-1) ?? '';
      const group = portal.groups.find(({ contactIds }) => contactIds.includes(id));
      return duplicateId === own ? (group?.duplicateId ?? '7') : duplicateId;
    },
    wasShown: (contactId) => panels.some((panel) => panel.shown.includes(contactId)),
    edit(contactId, likeId) {
      const like = portal.contacts.get(likeId);
      truth.edit(contactId, { phone: like?.phone, modifiedTime: new Date().toISOString() });
    },
    put(row) {
      if (rows.get(row.key)) return;
      rows.put(row);
      foreign.set(row.key, structuredClone(row));
    },
    watched(panel, open, decide) {
      const saving = panel.session()?.decisions.peek()?.saving;
      if (!saving) return;
      const before = new Set(saving.pending.peek());
      const latest = latestTimes(open);
      decide();
      for (const change of saving.pending.peek()) {
        if (before.has(change)) continue;
        const mayComeBack = change.kind === 'undo' && isUnsavedElsewhere(change, panel, panels);
        for (const key of keysIn(change)) {
          wanted.set(key, mayComeBack ? null : change.kind === 'record');
          if (change.kind === 'undo') foreign.delete(key);
        }
        const known = change.contactId === open.contact.peek().id ? latest.get(change.otherId) : undefined;
        if (change.kind === 'record' && known !== undefined && change.at <= known)
          onBreach('a decision is not later than one that was known');
      }
      for (const change of before)
        if (!saving.pending.peek().includes(change) && change.kind === 'record')
          for (const key of keysIn(change)) wanted.set(key, false);
    },
    reloaded(panel) {
      for (const { changes } of panel.session()?.decisions.peek()?.saving.failures.peek() ?? [])
        for (const change of changes) for (const key of keysIn(change)) wanted.set(key, null);
    },
    wrongInStorage() {
      const missing = [...wanted]
        .filter(([key, isThere]) => isThere && !rows.get(key))
        .map(([key]) => `${key} is lost`);
      const undone = [...wanted]
        .filter(([key, isThere]) => isThere === false && rows.get(key))
        .map(([key]) => `${key} is still there`);
      const changed = [...foreign]
        .filter(([key, row]) => JSON.stringify(rows.get(key)) !== JSON.stringify(row))
        .map(([key]) => `${key} of others was changed`);
      const unknown = rows
        .keys()
        .filter((key) => key.startsWith('d:') && !wanted.has(key) && !foreign.has(key))
        .map((key) => `nobody decided ${key}`);
      return [
        ...missing,
        ...undone,
        ...changed,
        ...unknown,
        ...rows.rewritten().map((key) => `${key} was written twice`),
      ];
    },
  };
}

/**
 * Whether another panel does not know that the decision was saved: it saves it again by itself, or when its agent asks
 * for that, since it cannot tell a decision that was taken back from one that never arrived.
 */
function isUnsavedElsewhere(undo: PendingChange, panel: AgentPanel, panels: readonly AgentPanel[]): boolean {
  const decision = decisionKey(undo);
  const isDecision = (change: PendingChange) => change.kind === 'record' && decisionKey(change) === decision;
  return panels.some((other) => {
    const failures = other.session()?.decisions.peek()?.saving.failures.peek() ?? [];
    const isUnsaved = other.keeps(decision) || failures.some(({ changes }) => changes.some(isDecision));
    return other !== panel && isUnsaved;
  });
}

function keysIn({ contactId, otherId, at }: PendingChange): readonly string[] {
  return keysOf(contactId, otherId, at);
}

function latestTimes(open: DecidableContact): ReadonlyMap<string, number> {
  return new Map(
    [...open.decisions.known.peek().byContact].flatMap(([id, [latest]]) =>
      latest ? [[id, latest.at] as const] : [],
    ),
  );
}
