import { fullName } from '../../duplicates/contact';
import type { Review } from '../../state/review/review';
import { HiddenText } from '../kit/hidden-text';
import { Failure } from '../problems/failure';
import { Button } from '../shell/button';
import { between, join, t } from '../shell/texts';
import type { LetterOf } from '../words/letters';
import { sayPrice } from '../words/price';
import { sayTickets, sayWhy } from '../words/say-plan';
import styles from './primary-view.module.css';

/** Which record to keep, why, and the way to choose another. */
export function PrimaryView({ review, letterOf }: { review: Review; letterOf: LetterOf }) {
  const { primary, tickets } = review;
  const contacts = review.selection.compared.value.map(({ contact }) => contact);
  const suggestion = primary.suggestion.value;
  const request = tickets.state.value;
  const counts = tickets.counts.value;
  if (!suggestion.primaryId) return null;
  return (
    <section aria-label={t('suggestedPrimary')} class={styles.primary}>
      <p>
        <b>{t('keep', { letter: letterOf(suggestion.primaryId) })}</b>
        {between('sentences')}
        {join('sentences', sayWhy(suggestion, letterOf))}
      </p>
      <fieldset class={styles.choice}>
        <legend>{t('recordToKeep')}</legend>
        {contacts.map((contact) => (
          <label key={contact.id}>
            <input
              type="radio"
              name="primary"
              checked={contact.id === primary.contactId.value}
              onChange={() => primary.choose(contact.id)}
            />
            {letterOf(contact.id)} <HiddenText>{fullName(contact) ?? ''}</HiddenText>
          </label>
        ))}
      </fieldset>
      {request.kind === 'failed' && (
        <Failure error={request.error} subject="tickets" onTryAgain={() => void tickets.read()} />
      )}
      {request.kind === 'notAsked' && (
        <Button onClick={() => void tickets.read()}>
          {t('countTickets', { price: sayPrice(tickets.missingCount.value) })}
        </Button>
      )}
      {request.kind === 'reading' && <p>{t('countingTickets')}</p>}
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
