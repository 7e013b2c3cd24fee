import type { Contact, Instant } from './contact';
import type { FieldKey } from './contact-fields';
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

/** A verdict, who gave it, when, and the fingerprints of the two contacts at that time, by their ids. */
export type Decision = Verdict & {
  /** `null` if Desk didn't say. */
  readonly by: Agent | null;
  readonly at: Instant;
  readonly fingerprints: Readonly<Record<string, Fingerprint>>;
};

/** The most characters that a note may have. */
export const longestNote = 500;

/** The most characters that an agent's name may have: a longer one would leave no room for the rest of a decision. */
export const longestAgentName = 100;

/** A value that has changed since the decision. */
export interface ChangedValue {
  readonly key: FieldKey;
  readonly contactId: string;
}

/** A decision about these contacts as they are now. */
export function createDecision(
  verdict: Verdict,
  by: Agent | null,
  at: Instant,
  contacts: readonly Contact[],
): Decision {
  const fingerprints = contacts.map((contact) => [contact.id, fingerprintOf(contact)] as const);
  return { ...verdict, by, at, fingerprints: Object.fromEntries(fingerprints) };
}

/** What has changed in these contacts since the decision. Contacts that it isn't about are ignored. */
export function changesSince(decision: Decision, contacts: readonly Contact[]): ChangedValue[] {
  return contacts.flatMap((contact) => {
    const before = decision.fingerprints[contact.id];
    return before ? changedFields(before, contact).map((key) => ({ key, contactId: contact.id })) : [];
  });
}

/** All contacts in a planned merge, the primary first. */
export function contactsInPlan({ primaryId, rounds }: Verdict & { readonly kind: 'mergePlanned' }): string[] {
  return [primaryId, ...rounds.flat()];
}

/** Whether two verdicts are equal, notes and merge rounds included. */
export function isSameVerdict(a: Verdict, b: Verdict): boolean {
  if (a.kind === 'mergePlanned' && b.kind === 'mergePlanned')
    return a.primaryId === b.primaryId && JSON.stringify(a.rounds) === JSON.stringify(b.rounds);
  return (
    a.kind === b.kind && (a.kind === 'investigate' ? a.note : '') === (b.kind === 'investigate' ? b.note : '')
  );
}

/** Identifies two contacts, in whichever order they are given. */
export function pairKey(a: string, b: string): string {
  return [a, b].sort().join(':');
}
