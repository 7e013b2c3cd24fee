import { useState } from 'preact/hooks';
import type { Contact } from '../../duplicates/contact';
import type { DecidableContact } from '../../state/decidable-contact';
import { ReadDetails } from '../compare/read-details';
import { ContactName } from '../contact/contact-card';
import { firstClick } from '../kit/first-click';
import { LetterMark } from '../kit/letter-mark';
import { Section } from '../kit/section';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { t, tCount } from '../shell/texts';
import { letterOf } from '../words/letters';
import { DecisionNote } from './decision-note';
import styles from './earlier-decisions.module.css';

/** As many as are seen at a glance; the others wait for a click. */
const entriesAtFirst = 5;

/** What was decided about contacts that the list does not show. */
export function EarlierDecisions({ decidable }: { decidable: DecidableContact }) {
  const [showsAll, setShowsAll] = useState(false);
  const { decisions, candidates, decidedEarlier, review } = decidable;
  if (!candidates.isSettled.value) return null;
  const statuses = decisions.statusByContact.value;
  const entries = decidedEarlier.value;
  const newest = statuses.get(entries[0] ?? '')?.latest;
  if (!newest) return null;
  const shown = showsAll ? entries : entries.slice(0, entriesAtFirst);
  const agent = decisions.all.agent.value;
  // Where Desk names nobody, what is unsigned may be a colleague's.
  const isOwn = agent && newest.by?.id === agent.id;
  const inOneGo = entries.filter((contactId) => isOwn && statuses.get(contactId)?.latest.at === newest.at);
  return (
    <Section
      heading={t('earlierDecisions')}
      action={
        inOneGo.length > 1 && (
          <Button
            look="bleed"
            // A second click would hit those that were decided before.
            onClick={firstClick(() => decisions.undo(inOneGo))}
          >
            {tCount('undoLast', inOneGo.length)}
          </Button>
        )
      }
    >
      {candidates.duplicates.value.length === 0 && review.details.state.value.kind === 'notAsked' && (
        <Notice look="quiet" actions={<ReadDetails details={review.details} />}>
          <p>{t('decisionsOnDetails')}</p>
        </Notice>
      )}
      <ul class={styles.list} aria-label={t('earlierDecisions')}>
        {shown.map((contactId) => (
          <li key={contactId}>
            <LetterMark letter={letterOf(decidable, contactId) ?? t('noLetter')} />
            <div class={styles.facts}>
              <Who
                contactId={contactId}
                contact={candidates.byId.value.get(contactId)?.contact}
                isWhole={isWhole(decidable)}
              />
              <DecisionNote decidable={decidable} contactId={contactId} isPlain />
            </div>
          </li>
        ))}
      </ul>
      {shown.length < entries.length && (
        <Button onClick={() => setShowsAll(true)}>{tCount('showAll', entries.length)}</Button>
      )}
    </Section>
  );
}

/** Whether everybody is known whom Desk groups with the open contact by what was checked. */
function isWhole({ detection }: DecidableContact): boolean {
  return detection.checks.value.every(({ reading }) => reading.phase.value.kind === 'complete');
}

interface WhoProps {
  readonly contactId: string;
  readonly contact: Contact | undefined;
  readonly isWhole: boolean;
}

/** The contact that was decided about: by its name as long as Desk groups it with the open one, else by its id. */
function Who({ contactId, contact, isWhole }: WhoProps) {
  if (!contact) {
    return (
      <p>
        {t('contactOfId', { id: contactId })}{' '}
        {isWhole && <span class={styles.soft}>{t('notGroupedAnyMore')}</span>}
      </p>
    );
  }
  return (
    <p>
      <ContactName contact={contact} /> <bdi class={styles.soft}>{contact.email}</bdi>
    </p>
  );
}
