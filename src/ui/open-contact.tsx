import type { Session } from '../state/session';
import { ContactCard } from './contact-card';
import { t } from './texts';

/** The record that the agent is looking at, for as long as no list shows it as A. */
export function OpenContact({ record }: { record: Session['record']['value'] }) {
  switch (record.kind) {
    case 'loading':
      return null;
    case 'contact':
      return <ContactCard member={{ contact: record.contact, letter: 'A', isOpenContact: true }} />;
    case 'ticketWithoutContact':
    case 'notTold':
      return <p>{t(record.kind === 'notTold' ? 'contactNotTold' : 'ticketWithoutContact')}</p>;
  }
}
