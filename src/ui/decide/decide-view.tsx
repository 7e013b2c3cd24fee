import { useId, useRef } from 'preact/hooks';
import type { Candidate } from '../../duplicates/candidates';
import { type Contact, type ContactId, fullName } from '../../duplicates/contact';
import type { Verdict } from '../../duplicates/decision';
import type { ContactDecisions } from '../../state/decisions/contact-decisions';
import { type DecisionForm, type Target, targetKey } from '../../state/decisions/decision-form';
import { decidePlace } from '../contact/contact-card';
import { firstClick } from '../kit/first-click';
import { focusDrawnPlace, useFocusPlace } from '../kit/focus-place';
import { Section } from '../kit/section';
import { Button } from '../shell/button';
import { listTexts, t, tCount } from '../shell/texts';
import type { LetterOf } from '../words/letters';
import styles from './decide-view.module.css';
import { NoteForm } from './note-form';

export interface DecideViewProps {
  readonly decisions: ContactDecisions;
  readonly form: DecisionForm;
  /** Everybody in the list. */
  readonly candidates: readonly Candidate[];
  /** The records side by side, the open contact included. */
  readonly compared: readonly { readonly contact: Contact }[];
  readonly letterOf: LetterOf;
}

/** Decides about the listed contacts: not the same person, or worth a closer look. Merging has its own place. */
export function DecideView({ decisions, form, candidates, compared, letterOf }: DecideViewProps) {
  const draft = form.draft.value;
  const firstButton = useFocusPlace<HTMLButtonElement>('decide');
  const heading = useRef<HTMLHeadingElement>(null);
  const investigateButton = useFocusPlace<HTMLButtonElement>('investigate');
  const choices = choicesOf(candidates, new Set(compared.map(({ contact }) => contact.id)), letterOf);
  const choice = choices.length === 1 ? choices[0] : choiceOf(form.target.value, choices);
  const isWriting = draft !== null && choice !== undefined && isSame(draft.target, choice.target);

  const decide = (verdict: Verdict) => {
    if (!choice) return;
    decisions.decide(choice.contactIds, verdict);
    // Clear the target, so that the next decision is always deliberate.
    form.setTarget(null);
    const left = candidates.length - (verdict.kind === 'separate' ? choice.contactIds.length : 0);
    // The card of the only one that is left has no button of its own any more.
    const next = left > 1 ? nextInList(choice.target, candidates) : undefined;
    if (!next || !focusDrawnPlace(decidePlace(next.contact.id))) heading.current?.focus();
  };
  return (
    <Section heading={t('decideHeading')} isHeadingHidden headingRef={heading}>
      {choices.length > 1 && <TargetField choices={choices} choice={choice} onChange={form.setTarget} />}
      <div class={styles.actions}>
        <Button ref={firstButton} disabled={!choice} onClick={firstClick(() => decide({ kind: 'separate' }))}>
          {t('notSamePerson')}
        </Button>
        <Button
          ref={investigateButton}
          disabled={!choice}
          aria-expanded={isWriting}
          onClick={() => {
            if (choice) form.openDraft(choice.target);
          }}
        >
          {t('investigate')}
        </Button>
      </div>
      {isWriting && (
        <NoteForm
          note={draft.note}
          onInput={form.writeDraft}
          onSave={() => {
            form.dropDraft();
            decide({ kind: 'investigate', note: draft.note.trim() });
          }}
          onCancel={() => {
            form.dropDraft();
            investigateButton.current?.focus();
          }}
        />
      )}
    </Section>
  );
}

/** A target that the agent can choose. */
interface Choice {
  readonly target: Target;
  readonly text: string;
  readonly contactIds: readonly string[];
}

/** The contacts that are compared, each contact by itself, and the whole list. */
function choicesOf(
  candidates: readonly Candidate[],
  compared: ReadonlySet<ContactId>,
  letterOf: LetterOf,
): readonly Choice[] {
  const choice = (target: Target, text: string, among: readonly Candidate[]): Choice => ({
    target,
    text,
    contactIds: among.map(({ contact }) => contact.id),
  });
  const each = candidates.map((one) => {
    const name = fullName(one.contact) ?? t('noName');
    const text = t('target_single', { letter: letterOf(one.contact.id), name });
    return choice({ kind: 'one', contactId: one.contact.id }, text, [one]);
  });
  if (each.length < 2) return each;
  const several = candidates.filter(({ contact }) => compared.has(contact.id));
  const letters = listTexts(several.map(({ contact }) => letterOf(contact.id)));
  return [
    ...(several.length ? [choice({ kind: 'compared' }, t('target_compared', { letters }), several)] : []),
    ...each,
    choice({ kind: 'all' }, tCount('target_all', candidates.length), candidates),
  ];
}

function choiceOf(target: Target | null, choices: readonly Choice[]): Choice | undefined {
  return target ? choices.find((choice) => isSame(choice.target, target)) : undefined;
}

function isSame(one: Target, other: Target): boolean {
  return targetKey(one) === targetKey(other);
}

/** After a decision about one contact, the next one in the list. */
function nextInList(target: Target, candidates: readonly Candidate[]): Candidate | undefined {
  if (target.kind !== 'one') return undefined;
  const place = candidates.findIndex(({ contact }) => contact.id === target.contactId);
  return place < 0 ? undefined : candidates[place + 1];
}

interface TargetFieldProps {
  readonly choices: readonly Choice[];
  readonly choice: Choice | undefined;
  onChange(target: Target | null): void;
}

function TargetField({ choices, choice, onChange }: TargetFieldProps) {
  const id = useId();
  const choose = (key: string) => {
    const chosen = choices.find(({ target }) => targetKey(target) === key);
    onChange(chosen?.target ?? null);
  };
  return (
    <div class={styles.target}>
      <label for={id}>{t('decideAbout')}</label>
      <select
        id={id}
        value={choice ? targetKey(choice.target) : ''}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {!choice && <option value="">{t('chooseTarget')}</option>}
        {choices.map(({ target, text }) => (
          <option key={targetKey(target)} value={targetKey(target)}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
