import { useEffect, useId, useRef } from 'preact/hooks';
import type { Candidate } from '../../duplicates/candidates';
import { fullName } from '../../duplicates/contact';
import type { Verdict } from '../../duplicates/decision';
import type { OpenContact } from '../../state/open-contact';
import { decideButtonId } from '../contact/contact-card';
import { Button } from '../shell/button';
import { listTexts, t } from '../shell/texts';
import styles from './decide-view.module.css';
import { NoteForm } from './note-form';

export interface DecideViewProps {
  readonly open: OpenContact;
  /** Everybody in the list. */
  readonly candidates: readonly Candidate[];
}

/** Decides about the listed contacts: not the same person, or worth a closer look. Merging has its own place. */
export function DecideView({ open, candidates }: DecideViewProps) {
  const {
    decisions,
    review: aid,
    view: { deciding },
  } = open;
  const { key, wasPicked } = deciding.aim.value;
  const draft = deciding.draft.value;
  const firstButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!wasPicked) return;
    firstButton.current?.focus();
    deciding.settlePick();
  }, [wasPicked]);
  const heading = useRef<HTMLHeadingElement>(null);
  const investigateButton = useRef<HTMLButtonElement>(null);
  const compared = new Set(aid.compared.value.map(({ contact }) => contact.id));
  const targets = targetsOf(candidates, compared);
  const target = targets.length === 1 ? targets[0] : targets.find((one) => one.key === key);
  const isWriting = draft !== null && target !== undefined && draft.key === target.key;

  const decide = (verdict: Verdict) => {
    if (!target) return;
    const place = candidates.findIndex(({ contact }) => contact.id === target.key);
    const next = place < 0 ? undefined : candidates[place + 1];
    decisions.decide(target.contactIds, verdict);
    // What comes next is another matter: the agent says whom it is about, or goes on to the next in the list.
    deciding.aimAt(null);
    const nextButton = next && document.getElementById(decideButtonId(next.contact.id));
    (nextButton ?? heading.current)?.focus();
  };
  return (
    <section aria-label={t('decide')} class={styles.decide}>
      <h2 ref={heading} tabIndex={-1}>
        {t('decide')}
      </h2>
      {targets.length > 1 && (
        <TargetField targets={targets} target={target} onChange={(chosen) => deciding.aimAt(chosen)} />
      )}
      <div class={styles.actions}>
        <Button
          ref={firstButton}
          disabled={!target}
          onClick={(event) => {
            if (event.detail < 2) decide({ kind: 'separate' });
          }}
        >
          {t('notSamePerson')}
        </Button>
        <Button
          ref={investigateButton}
          disabled={!target}
          aria-expanded={isWriting}
          onClick={() => {
            if (target) deciding.openDraft(target.key);
          }}
        >
          {t('investigate')}
        </Button>
      </div>
      {isWriting && (
        <NoteForm
          note={draft.note}
          onInput={deciding.writeDraft}
          onSave={() => {
            deciding.dropDraft();
            decide({ kind: 'investigate', note: draft.note.trim() });
          }}
          onCancel={() => {
            deciding.dropDraft();
            investigateButton.current?.focus();
          }}
        />
      )}
    </section>
  );
}

/** Whom a decision can be about. */
interface Target {
  readonly key: string;
  readonly text: string;
  readonly contactIds: readonly string[];
}

/** Those that are compared, each by itself, and all of the list. */
function targetsOf(candidates: readonly Candidate[], compared: ReadonlySet<string>): Target[] {
  const targetOf = (key: string, text: string, among: readonly Candidate[]) => ({
    key,
    text,
    contactIds: among.map(({ contact }) => contact.id),
  });
  const each = candidates.map((one) => {
    const name = fullName(one.contact) ?? t('noName');
    return targetOf(one.contact.id, t('target_single', { letter: one.letter, name }), [one]);
  });
  if (each.length < 2) return each;
  const several = candidates.filter(({ contact }) => compared.has(contact.id));
  const letters = listTexts(several.map(({ letter }) => letter));
  return [
    ...(several.length ? [targetOf('compared', t('target_compared', { letters }), several)] : []),
    ...each,
    targetOf('all', t('target_all', { count: candidates.length }), candidates),
  ];
}

interface TargetFieldProps {
  readonly targets: readonly Target[];
  readonly target: Target | undefined;
  onChange(key: string): void;
}

function TargetField({ targets, target, onChange }: TargetFieldProps) {
  const id = useId();
  return (
    <div class={styles.target}>
      <label for={id}>{t('decideAbout')}</label>
      <select id={id} value={target?.key ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
        {!target && <option value="">{t('chooseTarget')}</option>}
        {targets.map(({ key, text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
