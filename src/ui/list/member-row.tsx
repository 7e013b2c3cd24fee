import type { Contact } from '../../duplicates/contact';
import type { Evidence } from '../../duplicates/reasons';
import type { OpenRecord } from '../../state/open-record';
import { ContactCard } from '../contact/contact-card';
import { focusPlace } from '../kit/focus-place';
import { HiddenText } from '../kit/hidden-text';
import { type Deciding, decidingAbout } from '../panel/later-parts';
import { t } from '../shell/texts';
import styles from './member-list.module.css';

export interface MemberRowProps {
  readonly record: OpenRecord;
  readonly contact: Contact;
  readonly letter: string;
  readonly isOpenContact: boolean;
  readonly evidence: Evidence | null;
  readonly isShort: boolean;
  /** Whether the agent can decide about this contact alone. */
  readonly canDecide: boolean;
  /** Takes the record into the comparison or out of it; `null` where there is no choice. */
  readonly choose: ((contactId: string, isChosen: boolean) => void) | null;
  readonly isChosen: boolean;
  /** Whether no more records fit into the comparison. */
  readonly isFull: boolean;
}

/**
 * One contact of a list. It is drawn again only when one of its properties is another one, since it reads signals
 * (https://github.com/preactjs/signals): none of them may be made anew for each drawing of the list.
 */
export function MemberRow(props: MemberRowProps) {
  const { record, contact, letter, isOpenContact, evidence, isShort, canDecide, choose, isChosen, isFull } =
    props;
  const deciding = record.kind === 'contact' ? decidingAbout(record) : null;
  return (
    <li data-candidate={isOpenContact ? undefined : contact.id}>
      <ContactCard
        contact={contact}
        letter={letter}
        isOpenContact={isOpenContact}
        evidence={evidence}
        isShort={isShort}
        onDecide={canDecide && deciding ? () => decideAbout(deciding, contact.id) : undefined}
      >
        {deciding && !isOpenContact && (
          <deciding.DecisionNote decidable={deciding.decidable} contactId={contact.id} />
        )}
      </ContactCard>
      {choose && (
        <label class={styles.choose} title={t('compareRecord', { letter })}>
          <HiddenText>{t('compareRecord', { letter })}</HiddenText>
          <input
            type="checkbox"
            checked={isChosen}
            disabled={!isChosen && isFull}
            onChange={(event) => choose(contact.id, event.currentTarget.checked)}
          />
        </label>
      )}
    </li>
  );
}

function decideAbout({ decidable }: Deciding, contactId: string) {
  decidable.view.decisionForm.setTarget({ kind: 'one', contactId });
  focusPlace('decide');
}
