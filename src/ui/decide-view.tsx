import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Candidate } from '../duplicates/candidates';
import { fullName } from '../duplicates/contact';
import type { Verdict } from '../duplicates/decision';
import { Button } from './button';
import styles from './decide-view.module.css';
import type { DecisionViewProps } from './decision-view';
import { NoteForm } from './note-form';
import { listTexts, t } from './texts';

/** Decides about the listed contacts: not the same person, or worth a closer look. Merging has its own place. */
export function DecideView({ workspace, candidates }: DecisionViewProps) {
  const [isWriting, setWriting] = useState(false);
  const firstButton = useRef<HTMLButtonElement>(null);
  const { decisions, aid } = workspace;
  const { key, picks } = workspace.target.value;
  useEffect(() => {
    if (picks) firstButton.current?.focus();
  }, [picks]);
  if (!decisions) return null;
  const compared = new Set(aid.compared.value.map(({ contact }) => contact.id));
  const targets = targetsOf(candidates, compared);
  const target = targets.find((one) => one.key === key) ?? defaultOf(targets);

  const decide = (verdict: Verdict) => {
    setWriting(false);
    if (target) decisions.decide(target.contactIds, verdict);
    workspace.aimAt('compared');
  };
  return (
    <section aria-label={t('decide')} class={styles.decide}>
      <h2 tabIndex={-1}>{t('decide')}</h2>
      {targets.length > 1 && <TargetField targets={targets} target={target} onChange={workspace.aimAt} />}
      <div class={styles.actions}>
        <Button ref={firstButton} disabled={!target} onClick={() => decide({ kind: 'separate' })}>
          {t('notSamePerson')}
        </Button>
        <Button disabled={!target} aria-expanded={isWriting} onClick={() => setWriting(!isWriting)}>
          {t('investigate')}
        </Button>
      </div>
      {isWriting && target && (
        <NoteForm
          onSave={(note) => decide({ kind: 'investigate', note })}
          onCancel={() => setWriting(false)}
        />
      )}
    </section>
  );
}

/** Whom a decision is about. */
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

/** Where several could be meant and none was chosen, the agent has to say who. */
function defaultOf(targets: readonly Target[]): Target | undefined {
  const [first] = targets;
  return targets.length === 1 || first?.key === 'compared' ? first : undefined;
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
