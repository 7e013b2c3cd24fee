import { fullName } from '../../duplicates/contact';
import type { DecisionAid } from '../../state/decision-aid';
import { Failure } from '../kit/failure';
import { HiddenText } from '../kit/hidden-text';
import { Button } from '../shell/button';
import { t, tCount } from '../shell/texts';
import type { LetterOf } from '../words/letters';
import { sayTickets, sayWhy } from '../words/say-plan';
import styles from './primary-view.module.css';

/** Which record to keep, why, and the way to choose another. */
export function PrimaryView({ aid, letterOf }: { aid: DecisionAid; letterOf: LetterOf }) {
  const contacts = aid.compared.value.map(({ contact }) => contact);
  const suggestion = aid.suggestion.value;
  const tickets = aid.tickets.value;
  const counts = aid.ticketCounts.value;
  if (!suggestion.primaryId) return null;
  return (
    <section aria-label={t('suggestedPrimary')} class={styles.primary}>
      <p>
        <b>{t('keep', { letter: letterOf(suggestion.primaryId) })}</b> {sayWhy(suggestion, letterOf)}
      </p>
      <fieldset class={styles.choice}>
        <legend>{t('recordToKeep')}</legend>
        {contacts.map((contact) => (
          <label key={contact.id}>
            <input
              type="radio"
              name="primary"
              checked={contact.id === aid.primaryId.value}
              onChange={() => aid.choosePrimary(contact.id)}
            />
            {letterOf(contact.id)} <HiddenText>{fullName(contact) ?? ''}</HiddenText>
          </label>
        ))}
      </fieldset>
      {tickets.kind === 'failed' && (
        <Failure error={tickets.error} subject="tickets" onTryAgain={() => void aid.countTickets()} />
      )}
      {tickets.kind === 'notAsked' && (
        <Button onClick={() => void aid.countTickets()}>
          {tCount('countTickets', contacts.filter(({ id }) => !counts.has(id)).length)}
        </Button>
      )}
      {tickets.kind === 'reading' && <p>{t('countingTickets')}</p>}
      <p class={styles.tickets}>
        {sayTickets(
          contacts.map(({ id }) => id),
          counts,
          letterOf,
        )}
      </p>
    </section>
  );
}
