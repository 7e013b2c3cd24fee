import { fullName } from '../../duplicates/contact';
import type { DecisionAid } from '../../state/decision-aid';
import { Failure } from '../kit/failure';
import { HiddenText } from '../kit/hidden-text';
import { Button } from '../shell/button';
import { t, tCount } from '../shell/texts';
import { sayTickets, sayWhy } from '../words/say-plan';
import styles from './primary-view.module.css';

/** Which record to keep, why, and the way to choose another. */
export function PrimaryView({ aid }: { aid: DecisionAid }) {
  const records = aid.compared.value;
  const suggestion = aid.suggestion.value;
  const suggested = records[suggestion.index];
  const tickets = aid.tickets.value;
  const counts = aid.ticketCounts.value;
  if (!suggested) return null;
  return (
    <section aria-label={t('suggestedPrimary')} class={styles.primary}>
      <p>
        <b>{t('keep', { letter: suggested.letter })}</b> {sayWhy(suggestion, records)}
      </p>
      <fieldset class={styles.choice}>
        <legend>{t('recordToKeep')}</legend>
        {records.map(({ letter, contact }, index) => (
          <label key={contact.id}>
            <input
              type="radio"
              name="primary"
              checked={index === aid.primary.value}
              onChange={() => aid.choosePrimary(contact.id)}
            />
            {letter} <HiddenText>{fullName(contact) ?? ''}</HiddenText>
          </label>
        ))}
      </fieldset>
      {tickets.kind === 'failed' && (
        <Failure error={tickets.error} subject="tickets" onTryAgain={() => void aid.countTickets()} />
      )}
      {tickets.kind === 'notAsked' && (
        <Button onClick={() => void aid.countTickets()}>
          {tCount('countTickets', records.filter(({ contact }) => !counts.has(contact.id)).length)}
        </Button>
      )}
      {tickets.kind === 'reading' && <p>{t('countingTickets')}</p>}
      <p class={styles.tickets}>{sayTickets(records, counts)}</p>
    </section>
  );
}
