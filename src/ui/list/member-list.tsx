import type { Candidate } from '../../duplicates/candidates';
import type { Contact } from '../../duplicates/contact';
import type { OpenContact } from '../../state/open-contact';
import type { OpenRecord } from '../../state/open-record';
import { maxComparedContacts } from '../../state/review/selection';
import { ContactCard } from '../contact/contact-card';
import { DecisionNote } from '../decisions/decision-note';
import { focusPlace } from '../kit/focus-place';
import { HiddenText } from '../kit/hidden-text';
import { t } from '../shell/texts';
import { letterIn } from '../words/letters';
import styles from './member-list.module.css';

export interface MemberListProps {
  readonly record: OpenRecord;
  /** Shown first, as A, where it belongs to the list. */
  readonly openContact: Contact | null;
  readonly others: readonly Candidate[];
  /** Leaves out what a comparison below shows anyway. */
  readonly isShort?: boolean;
  /** Given where records can be left out of the comparison. */
  readonly choice?: Choice;
  /** Whether the agent can decide about each of several. */
  readonly canDecide?: boolean;
}

interface Choice {
  readonly chosen: ReadonlySet<string>;
  choose(contactId: string, isChosen: boolean): void;
}

export function MemberList(props: MemberListProps) {
  const { record, openContact, others, isShort = false, choice, canDecide = false } = props;
  const open = record.kind === 'contact' ? record : null;
  const letterOf = letterIn(record);
  return (
    <ul class={styles.list} aria-label={t('possibleDuplicates')}>
      {openContact && (
        <li key={openContact.id}>
          <ContactCard contact={openContact} letter="A" isOpenContact isShort={isShort} />
          {choice && <ChooseBox contactId={openContact.id} letter="A" {...choice} />}
        </li>
      )}
      {others.map(({ contact, evidence, isDuplicate }) => (
        <li key={contact.id}>
          <ContactCard
            contact={contact}
            letter={letterOf(contact.id)}
            evidence={isDuplicate ? evidence : null}
            isShort={isShort}
            {...(open && canDecide ? { onDecide: () => decideAbout(open, contact.id) } : {})}
          >
            {open && <DecisionNote open={open} contactId={contact.id} />}
          </ContactCard>
          {choice && <ChooseBox contactId={contact.id} letter={letterOf(contact.id)} {...choice} />}
        </li>
      ))}
    </ul>
  );
}

function decideAbout({ view }: OpenContact, contactId: string) {
  view.decisionForm.setTarget({ kind: 'one', contactId });
  focusPlace('decide');
}

/** Takes a record into the comparison; no more than fit side by side. */
function ChooseBox({ contactId, letter, chosen, choose }: Choice & { contactId: string; letter: string }) {
  const isChosen = chosen.has(contactId);
  return (
    <label class={styles.choose} title={t('compareRecord', { letter })}>
      <HiddenText>{t('compareRecord', { letter })}</HiddenText>
      <input
        type="checkbox"
        checked={isChosen}
        disabled={!isChosen && chosen.size >= maxComparedContacts}
        onChange={(event) => choose(contactId, event.currentTarget.checked)}
      />
    </label>
  );
}
