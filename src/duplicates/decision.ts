import type { Contact, Instant } from './contact';
import { changedFields, type Fingerprint, fingerprintOf } from './fingerprint';

/** Who decided, as Desk knows them. */
export interface Agent {
  readonly id: string;
  readonly name: string;
}

/** What was decided about two contacts. */
export type Verdict =
  /** Not the same person. */
  | { readonly kind: 'separate' }
  /** Somebody should look into it; `note` may be empty. */
  | { readonly kind: 'investigate'; readonly note: string }
  /** They are to be merged; `rounds` holds the ids of the others, round after round. */
  | {
      readonly kind: 'mergePlanned';
      readonly primaryId: string;
      readonly rounds: readonly (readonly string[])[];
    };

/** A verdict, with who gave it, when, and on what: the fingerprints of the two contacts, by their ids. */
export type Decision = Verdict & {
  /** `null` where Desk did not tell. */
  readonly by: Agent | null;
  readonly at: Instant;
  readonly fingerprints: Readonly<Record<string, Fingerprint>>;
};

/** The most characters that a note may have. */
export const longestNote = 500;

/** A value that is another one than when it was decided. */
export interface ChangedValue {
  /** The field's key, as in the comparison. */
  readonly key: string;
  readonly contactId: string;
}

export function decide(
  verdict: Verdict,
  by: Agent | null,
  at: Instant,
  contacts: readonly Contact[],
): Decision {
  const fingerprints = contacts.map((contact) => [contact.id, fingerprintOf(contact)] as const);
  return { ...verdict, by, at, fingerprints: Object.fromEntries(fingerprints) };
}

/** What has changed in these contacts since the decision; nothing of a contact that it does not know. */
export function changesSince(decision: Decision, contacts: readonly Contact[]): ChangedValue[] {
  return contacts.flatMap((contact) => {
    const before = decision.fingerprints[contact.id];
    return before ? changedFields(before, contact).map((key) => ({ key, contactId: contact.id })) : [];
  });
}

/** Whether two records of a decision are of one and the same. */
export function isSameDecision(a: Decision, b: Decision): boolean {
  return a.at === b.at && a.kind === b.kind && a.by?.id === b.by?.id;
}

/** All decisions of these lists, each once, the latest first: whoever decided at the same time, nothing is lost. */
export function joinDecisions(...lists: readonly (readonly Decision[])[]): Decision[] {
  const all = lists.flat();
  return all
    .filter((decision, index) => all.findIndex((other) => isSameDecision(other, decision)) === index)
    .sort((a, b) => b.at - a.at || (tieBreaker(a) < tieBreaker(b) ? -1 : 1));
}

function tieBreaker({ by, kind }: Decision): string {
  return `${by?.id} ${kind}`;
}

/** Everybody whom a planned merge is about. */
export function partakersOf({ primaryId, rounds }: Verdict & { readonly kind: 'mergePlanned' }): string[] {
  return [primaryId, ...rounds.flat()];
}

/** Whether both say the same. */
export function isSameVerdict(a: Verdict, b: Verdict): boolean {
  if (a.kind === 'mergePlanned' && b.kind === 'mergePlanned')
    return a.primaryId === b.primaryId && JSON.stringify(a.rounds) === JSON.stringify(b.rounds);
  return (
    a.kind === b.kind && (a.kind === 'investigate' ? a.note : '') === (b.kind === 'investigate' ? b.note : '')
  );
}

/** A name for two contacts, the same whichever comes first. */
export function pairKey(a: string, b: string): string {
  return [a, b].sort().join(':');
}
